"""Question by question, what each source says: the matrix, and the answers to one question on one axis."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import (
    answers,
    asked,
    discrepancies,
    downloads,
    evidence,
    filters,
    kept,
    leaving_out,
    matrix,
    one_question,
    one_source,
    picking,
    sentences,
    style,
    tables,
    two_sources,
    wording,
)
from components.wording import _

ROWS = 12  # questions on one page of the matrix
ONE = "one-question"  # the anchor of the question that is open
# The views by their slugs in the address; the first is shown where the address names none.
VIEWS = {
    "matrix": "Matrix",
    "discrepancies": "Discrepancies",
    "pair": "Two sources",
    "source": "One source",
    "without": "Without",
}
OF_SOURCES = {"pair": two_sources, "source": one_source, "without": leaving_out}

read, view = tables.shown(), filters.view()

st.title(_("Compare sources"))
st.markdown(
    _("What the sources answer to each question, in words, shape and colour. The contested come first."),
    width=760,
)
st.caption(filters.sentence())
if view.questions.empty:
    filters.nothing_left()

shown_view = picking.view(_("View"), "view", {slug: _(words) for slug, words in VIEWS.items()})
if shown_view in OF_SOURCES:
    OF_SOURCES[shown_view].draw(read, view)
    st.stop()

scope = (read, *asked.scope(view))
questions = kept.made(("in order", *scope), lambda: matrix.order(view.questions))
overview, one = st.container(), st.container()

with overview:
    which = matrix.choice(questions) if shown_view == "matrix" else "all"
    rows = matrix.shown(questions, which)
    listed = discrepancies.draw(read, view) if shown_view == "discrepancies" else list(rows["question"])

with one:
    st.header(_("One question, every answer"), anchor=ONE)
    discrepancies.scroll_to(ONE)
    picked = picking.one(
        _("Question"),
        "question",
        kept.made(("options", *scope), lambda: matrix.options(read, questions)),
        listed or list(questions["question"]),
    )
    question = questions[questions["question"] == picked].iloc[0]
    st.subheader(sentences.asked(read, question))
    st.markdown(f"{style.badge(question['verdict'])} {wording.meaning(question['verdict'])}")
    told = sentences.answers(read, question, view.claims)
    st.markdown(style.plain(told), width=760)
    answers.draw(read, question, view.claims, key="compare_answers")
    for line in answers.remarks(question):
        st.caption(line)
    one_question.draw(read, view, question)
    claims = view.claims[view.claims["question"] == picked]
    evidence.cards(read, claims)
    key = ("answers", read, tuple(claims["claim"]), wording.language())
    shown = kept.made(key, lambda: evidence.table(read, claims, view.questions))
    with st.expander(_("These answers as a table")):
        st.dataframe(shown, hide_index=True, alt=told)
    downloads.buttons(shown, "answers", matrix.slug(picked))

if shown_view == "matrix":
    with overview:
        pages = -(-len(rows) // ROWS)
        chart = st.container()
        page = st.pagination(pages, key=f"compare_page_{which}_{pages}") if pages > 1 else 1
        part = rows.iloc[(page - 1) * ROWS : page * ROWS]
        with chart:
            matrix.draw(read, part, view, picked, key=f"compare_matrix_{picked}")
        st.caption(matrix.legend())
        with st.expander(
            _("All {n} rows as a table, and download", n=len(rows)), key="compare_table", on_change="rerun"
        ) as table:
            if table.open:
                shown = matrix.table(read, rows, view.claims, view.sources)
                st.dataframe(shown, hide_index=True, alt=matrix.sentence(rows, view.sources))
                downloads.buttons(shown, "matrix", which, filters.slug())

same_words = sentences.same_words(read, view.sources)
if same_words:
    st.header(_("The same words, another speaker"))
    st.markdown(
        _("A finding, not a verdict: different speakers are quoted with nearly the same words, at different events."),
        width=760,
    )
    for told in same_words:
        st.markdown(f"- {style.plain(told)}")
