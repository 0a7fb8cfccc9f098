"""One event opened: what is said of its time on one axis, and every claim on it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

import data
from components.charts import answers, theme
from components.evidence import cards, passages
from components.evidence.claims_table import claims_table
from components.shell import state, take_away
from components.shell.loading import load_tables
from components.timeline import controls
from components.words import markdown
from components.words.answers import answers_sentence
from components.words.i18n import _
from components.words.questions import fill_template, question_text

MOST_CARDS = 12


def draw(tables: data.Tables, view: data.View, event: str, around: tuple[str, str]) -> None:
    """Draw an event over the page, with the ways to the ones before and after it, given by their ids or empty."""
    title = markdown.escape(str(tables.events.set_index("event").loc[event, "title"]))
    dialog = st.dialog(title, width="large", on_dismiss=controls.close_event)
    dialog(_content)(view.deferred(lambda again: again), event, around)


def _content(find: Callable[[], data.View], event: str, around: tuple[str, str]) -> None:
    """Draw the summary of an event, the picture and the evidence of its dates, all other claims, and them as files."""
    load_tables()  # which brings the words of names and units; a dialog runs without the page
    view = find()
    tables = view.found.tables
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for words, to in zip((_("← Before"), _("Next →")), around, strict=True):
            if st.button(words, disabled=not to, type="tertiary", on_click=_open, args=(to,)):
                st.rerun()  # a press in a dialog runs the dialog alone
    row = tables.events.set_index("event").loc[event]
    with st.container(horizontal=True, gap="small"):
        part = take_away.Part(str(row["title"]), event, view.within(events=[event]))
        take_away.draw(view, _("Timeline"), "timeline", part, key="event")
    questions, claims = view.questions_about([event]), view.claims_about([event])
    if row["summary"]:
        st.markdown(markdown.escape(str(row["summary"])), width=760)
    dates = questions[questions["kind"] == "date"]
    for _place, question in dates.iterrows():
        asked = markdown.escape(question_text(tables, question))
        st.page_link(
            "pages/compare.py",
            label=f"{theme.badge(question['verdict'])} **{asked}**",
            query_params={"question": question["question"]},
        )
        said = answers_sentence(tables, question, claims)
        if question["n_claims"] > 1:
            answers.draw(view.found, question, claims)
        st.markdown(markdown.escape(said), width=760)
    of_dates = claims[claims["question"].isin(dates["question"])]
    cards.draw(tables, of_dates.head(MOST_CARDS))
    passages.draw(tables, of_dates.head(MOST_CARDS))
    rest = claims if len(of_dates) > MOST_CARDS else claims[~claims["question"].isin(dates["question"])]
    if not rest.empty:
        with st.expander(_("{n} more claim on this event", "{n} more claims on this event", n=len(rest))):
            st.dataframe(claims_table(tables, rest, questions), hide_index=True, alt=_("More claims on this event"))
    _links(tables, questions)


def _open(event: str) -> None:
    state.put(controls.EVENT, event)


def _links(tables: data.Tables, questions: pd.DataFrame) -> None:
    for _place, question in questions[questions["verdict"].isin(data.CONTESTED)].iterrows():
        asked = fill_template("{event}", question_text(tables, question))
        st.page_link(
            "pages/compare.py",
            label=_("Compare the sources: {question} →", question=markdown.escape(asked)),
            query_params={"question": question["question"]},
        )
