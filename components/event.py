"""One event opened: what is said of its time on one axis, and every claim on it."""

import pandas as pd
import streamlit as st

import data
from components import answers, evidence, passages, sentences, style, wording
from components.wording import _

MOST_CARDS = 12


def detail(read: data.Tables, view: data.View, event: str, anchor: str) -> None:
    """Draw an event: its title and summary, the picture and the evidence of its dates, and all other claims."""
    row = read.events.set_index("event").loc[event]
    questions = view.questions[view.questions["event"] == event]
    claims = view.claims[view.claims["event"] == event]
    st.header(style.plain(str(row["title"])), anchor=anchor)
    if row["summary"]:
        st.markdown(style.plain(str(row["summary"])), width=760)
    dates = sentences.strongest(questions[questions["kind"] == "date"])
    for _place, question in dates.iterrows():
        st.markdown(f"{style.badge(question['verdict'])} **{style.plain(sentences.asked(read, question))}**")
        said = sentences.answers(read, question, claims)
        if question["n_claims"] > 1:
            st.altair_chart(answers.chart(read, question, claims), alt=said)
        st.markdown(style.plain(said), width=760)
    of_dates = claims[claims["question"].isin(dates["question"])]
    evidence.cards(read, of_dates.head(MOST_CARDS))
    passages.draw(read, of_dates.head(MOST_CARDS))
    rest = claims if len(of_dates) > MOST_CARDS else claims[~claims["question"].isin(dates["question"])]
    if not rest.empty:
        with st.expander(_("{n} more claim on this event", "{n} more claims on this event", n=len(rest))):
            st.dataframe(evidence.table(read, rest, questions), hide_index=True, alt=_("More claims on this event"))
    _links(read, questions)


def _links(read: data.Tables, questions: pd.DataFrame) -> None:
    contested = sentences.strongest(questions[questions["verdict"].isin(data.CONTESTED)])
    for _place, question in contested.iterrows():
        asked = wording.question("{event}", sentences.asked(read, question))
        st.page_link(
            "pages/compare.py",
            label=_("Compare the sources: {question} →", question=style.plain(asked)),
            query_params={"question": question["question"]},
        )
