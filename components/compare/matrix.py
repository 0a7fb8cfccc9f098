"""The matrix of questions and sources: who answers what, and how each answer stands to the others.

A cell holds the answer in words, with the shape and colour of how it stands to the others, or why there is none. Of
few sources each is a column. Of many, a column is one of the different answers, or a kind of source, or a source
among those that answer, a few at a time. On a narrow screen, a question stands above its cells instead of beside them.
"""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.compare import matrix_html
from components.compare.matrix_cells import (
    COLUMN_KINDS,
    MOST_COLUMNS,
    cell_reasons,
    cells,
    columns_of,
    matrix_table,
    row_words,
)
from components.compare.question_list import (
    MOST_LISTED,
    choose_subset,
    count_subsets,
    in_order,
    question_options,
)
from components.shell import address, downloads, filters, navigation, page_hooks
from components.words.i18n import _, language, translate
from components.words.questions import count_verdicts

ROWS = 12  # questions on one page
MOST_SHOWN = 500  # rows of the table below; the files have all
COLUMNS_BESIDE = 5  # of more sources, those that do at a time


@dataclass(frozen=True, eq=False)
class Part:
    """Some questions: in words (see `row_words`), what each source says of them (see `cells`), or why it says nothing
    (see `cell_reasons`), and the sentence that tells what is shown.
    """

    rows: pd.DataFrame
    said: pd.DataFrame
    reasons: pd.DataFrame
    told: str


def part_of(view: data.View, questions: pd.DataFrame, by: str) -> Part:
    """Return the part of the matrix that some questions are, its columns by one of `COLUMN_KINDS`."""
    return Part(
        row_words(view.found.tables, questions),
        cells(view, questions),
        cell_reasons(view, questions, by),
        sentence(questions, view.sources),
    )


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


def draw(view: data.View) -> None:
    """Draw the choice of questions and columns, the matrix a page at a time, and all of it as a table to take away."""
    left, right = st.columns(2)
    counts = _cached_counts(view)
    with left:
        which = choose_subset(counts)
    n = counts[which]
    by, many = "sources", len(view.sources) > MOST_COLUMNS
    if many:
        with right:
            by = address.switch(
                _("Columns"), "columns", {slug: translate(words) for slug, words in COLUMN_KINDS.items()}
            )
    place = st.container(gap=None)
    part = _cached_part(view, which, _choose_page(n, "compare_page", ROWS) * ROWS, by, language())
    sources = view.sources
    if many and by == "sources":
        found = answering_sources(part, view)
        told = _("{n} source answers these questions.",
                 "{n} sources answer these questions; those that answer most come first.", n=len(found))  # fmt: skip
        st.caption(told)
        key = f"compare_columns_{part.rows['question'].iloc[0]}"
        first = COLUMNS_BESIDE * _choose_page(len(found), key, COLUMNS_BESIDE)
        sources = tuple(found["source"].iloc[first : first + COLUMNS_BESIDE])
    with place:
        html = matrix_html_of(view, part, sources, by)
        page_hooks.draw_rows(html, matrix_html.STYLE, "compare_matrix", navigation.open_question)
    st.caption(legend())
    _choose_question(_cached_options(view, which, language()), n)
    told = _("{n} row as a table, and download", "All {n} rows as a table, and download", n=n)
    with st.expander(told, key="compare_table", on_change="rerun") as opened:
        if opened.open:
            shown = in_order(view, which, rows=MOST_SHOWN)
            st.dataframe(matrix_table(view, shown, by), hide_index=True, alt=sentence(shown, view.sources))
            if n > MOST_SHOWN:
                st.caption(_("The first {n} of {every}; the files have all.", n=MOST_SHOWN, every=n))
            file = view.deferred(partial(_file_table, which=which, by=by))
            downloads.buttons(file, "matrix", which, by if many else "", filters.slug(view))


@data.kept
def _cached_counts(view: data.View) -> dict[str, int]:
    return count_subsets(view)


@data.kept
def _cached_part(view: data.View, which: str, first: int, by: str, _language: str) -> Part:
    return part_of(view, in_order(view, which, first, ROWS), by)


@data.kept
def _cached_options(view: data.View, which: str, _language: str) -> dict[str, str]:
    return question_options(view.found.tables, in_order(view, which, rows=MOST_LISTED))


def _file_table(view: data.View, which: str, by: str) -> pd.DataFrame:
    return matrix_table(view, in_order(view, which), by)


def _choose_page(count: int, key: str, most: int) -> int:
    """Draw the pages of so many rows, `most` on each, and return the number of the page that is open, from 0."""
    pages = -(-count // most)
    return st.pagination(pages, key=f"{key}_{count}", persist_state="page") - 1 if pages > 1 else 0


def answering_sources(part: Part, view: data.View) -> pd.DataFrame:
    """Return the sources that answer some of the questions, those that answer most first: source, answered."""
    counts = part.said.groupby("source")["question"].nunique().rename("answered")
    place = pd.Series(range(len(view.sources)), index=list(view.sources), name="place")
    found = counts.to_frame().join(place).sort_values(["answered", "place"], ascending=[False, True])
    return found.reset_index()[["source", "answered"]]


def _choose_question(words: dict[str, str], count: int) -> None:
    """Draw the list from which a question is opened, by keyboard too; of many questions it holds the first."""
    st.selectbox(
        _("Open a question"),
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder=_("Choose one, or a row above"),
        key="compare_open",
        on_change=lambda: navigation.open_question(str(st.session_state["compare_open"])),
    )
    if count > len(words):
        st.caption(_("The list holds the first {n} of {every}; filters lead to the others.", n=len(words), every=count))


def matrix_html_of(view: data.View, part: Part, sources: tuple[str, ...], by: str) -> str:
    """Return a part of the matrix as HTML; its columns are one of `COLUMN_KINDS`, or the sources given."""
    heads, said = columns_of(view.found.tables, part.said[part.said["source"].isin(sources)], sources, by)
    rows = part.rows.assign(address=list(navigation.question_addresses(part.rows["question"])))
    return matrix_html.table_html(heads, rows, said, part.reasons, part.told)
