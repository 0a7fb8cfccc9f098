"""The matrix of questions and sources: who answers what, and how each answer stands to the others.

A cell holds the answer in words, with the shape and colour of how it stands to the others, or why there is none. Of
few sources each is a column. Of many, a column is one of the different answers, or a kind of source, or a source
among those that answer, a few at a time. On a narrow screen, a question stands above its cells instead of beside them.
"""

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.charts.draw import draw as draw_chart
from components.compare.matrix_cells import (
    COLUMN_KINDS,
    MOST_COLUMNS,
    cell_reasons,
    cells,
    columns_of,
    matrix_table,
    row_words,
)
from components.compare.matrix_chart import matrix_pictures
from components.compare.matrix_layout import Layout, lay_out
from components.compare.question_list import choose_subset, in_order, question_options, subset
from components.shell import address, downloads, filters, navigation
from components.words.i18n import _, translate
from components.words.questions import count_verdicts

ROWS = 12  # questions on one page
COLUMNS_BESIDE = 5  # of more sources, those that do at a time
# The page's colour is known to the browser alone: what is scrolled beneath the heads is blurred instead.
STICKY = "position: sticky; top: 3.75rem; z-index: 5; backdrop-filter: blur(14px)"


def legend() -> str:
    """Return how to read the matrix, in a sentence."""
    return _(
        "{looks}. An outline: worked out, not stated. ⊘: a denial. —: silent, though it could have said. "
        "… not yet: published before anyone could know. ↔ out of range: it speaks of another time.",
        looks=", ".join(map(theme.verdict_name, data.VERDICTS)),
    )


def sentence(questions: pd.DataFrame, sources: tuple[str, ...]) -> str:
    """Return what the matrix shows: how many questions and sources, and how many questions of each verdict."""
    return _(
        "{n} question and what {sources} sources say: {verdicts}.",
        "{n} questions and what {sources} sources say: {verdicts}.",
        n=len(questions),
        sources=len(sources),
        verdicts=count_verdicts(questions),
    )


def draw(tables: data.Tables, view: data.View) -> None:
    """Draw the choice of questions and columns, the matrix a page at a time, and all of it as a table to take away."""
    questions = in_order(view)
    left, right = st.columns(2)
    with left:
        which = choose_subset(questions)
    rows = subset(questions, which)
    by, many = "sources", len(view.sources) > MOST_COLUMNS
    if many:
        with right:
            by = address.switch(
                _("Columns"), "columns", {slug: translate(words) for slug, words in COLUMN_KINDS.items()}
            )
    place = st.container(gap=None)
    part = _choose_page(rows, "compare_page", ROWS)
    sources = view.sources
    if many and by == "sources":
        found = answering_sources(part, view)
        st.caption(_("{n} sources answer these questions; those that answer most come first.", n=len(found)))
        sources = tuple(_choose_page(found, f"compare_columns_{part['question'].iloc[0]}", COLUMNS_BESIDE)["source"])
    with place:
        _draw_chart(tables, part, view, sources, by)
    st.caption(legend())
    _choose_question(tables, rows)
    told = _("{n} row as a table, and download", "All {n} rows as a table, and download", n=len(rows))
    with st.expander(told, key="compare_table", on_change="rerun") as opened:
        if opened.open:
            every = matrix_table(view, rows, by)
            st.dataframe(every, hide_index=True, alt=sentence(rows, view.sources))
            downloads.buttons(every, "matrix", which, by if many else "", filters.slug())


def _choose_page(rows: pd.DataFrame, key: str, most: int) -> pd.DataFrame:
    """Draw the pages of rows, so many on each, and return those of the page that is open."""
    pages = -(-len(rows) // most)
    if pages < 2:
        return rows
    page = st.pagination(pages, key=f"{key}_{len(rows)}", persist_state="page")
    return rows.iloc[(page - 1) * most : page * most]


def answering_sources(questions: pd.DataFrame, view: data.View) -> pd.DataFrame:
    """Return the sources that answer some of the questions, those that answer most first: source, answered."""
    said = view.claims_of(questions["question"])
    counts = said.groupby("source")["question"].nunique().rename("answered")
    place = pd.Series(range(len(view.sources)), index=list(view.sources), name="place")
    found = counts.to_frame().join(place).sort_values(["answered", "place"], ascending=[False, True])
    return found.reset_index()[["source", "answered"]]


def _choose_question(tables: data.Tables, rows: pd.DataFrame) -> None:
    """Draw the list from which a question is opened, by keyboard too."""
    words = question_options(tables, rows)
    st.selectbox(
        _("Open a question"),
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder=_("Choose one, or a row above"),
        key="compare_open",
        on_change=lambda: navigation.open_question(str(st.session_state["compare_open"])),
    )


def _draw_chart(
    tables: data.Tables, questions: pd.DataFrame, view: data.View, sources: tuple[str, ...], by: str
) -> None:
    """Draw the matrix of some questions; a click on a row opens its question."""
    heads, body = matrix_pictures(matrix_layout(tables, questions, view, sources, by))
    told = sentence(questions, view.sources)
    if by != "answers":
        st.html(f"<style>[data-testid=stLayoutWrapper]:has(> .st-key-compare_heads) {{{STICKY}}}</style>")
        with st.container(key="compare_heads"):
            draw_chart(heads, alt=_("The columns of the matrix below"), key="compare_heads_chart")
    key = "compare_matrix"
    draw_chart(body, alt=told, key=key, on_select=lambda: navigation.open_row(key))


def matrix_layout(
    tables: data.Tables, questions: pd.DataFrame, view: data.View, sources: tuple[str, ...], by: str
) -> Layout:
    """Return where everything of the matrix stands; its columns are one of `BY`, and of sources, those given."""
    said = cells(view, questions)
    heads, said = columns_of(tables, said[said["source"].isin(sources)], sources, by)
    return lay_out(heads, row_words(tables, questions), said, cell_reasons(view, questions, by))
