"""The discrepancies: every contested question in words, the most contested first.

Of an event that is contested for many periods, such as trade by year, one line tells of the whole series.
"""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.compare.discrepancy_words import (
    SERIES,
    add_words,
    contested_rows,
    readers_table,
    sentence,
    series_flags,
    series_sentence,
)
from components.shell import address, downloads, filters, navigation, page_hooks
from components.words import markdown
from components.words.i18n import N_, _, language, translate

LINES = 10  # on one page
MOST_SHOWN = 200  # lines whose questions stand in the table on the page; the files have all
ORDERS = {
    "origins": N_("Independent origins"),
    "gap": N_("Gap"),
    "date": N_("Date"),
    "topic": N_("Topic"),
}
"""What the list can be sorted by."""
EXPLAINED = {
    "origins": N_(
        "What is contested between independent origins stands before what is within one. Of each, first stands "
        "what most origins speak of; among equals, what most of them part from the most widely held answer on, then "
        "the widest gap. Copies of one report count once."
    ),
    "gap": N_(
        "The widest gap stands first: of dates by days, of figures by percent, each kind ranked by itself, so that "
        "they can stand in one list. Names have no distance and stand last."
    ),
    "date": N_("The latest stands first, by the time that a question is about. What has no time stands last."),
    "topic": N_("By topic, and within each by the number of independent origins."),
}


@data.kept
def _page(view: data.View, order: str, page: int, _language: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the questions of the lines on a page, and with their words those that stand alone on a line."""
    here = contested_rows(view, order, (page - 1) * LINES + 1, LINES)
    return here, add_words(view, here[here["series"] == ""]).set_index("question", drop=False)


@data.kept
def _table(view: data.View, order: str, last: int | None, _language: str) -> pd.DataFrame:
    """Return the questions of all lines, or to the last given, as a table for readers."""
    return readers_table(add_words(view, contested_rows(view, order, 1, last)))


def draw(view: data.View) -> None:
    """Draw the discrepancies of a view, a page at a time."""
    tables = view.found.tables
    order = address.switch(_("Sorted by"), "order", {slug: translate(words) for slug, words in ORDERS.items()})
    count = view.count_lines(SERIES)
    if not count:
        st.markdown(_("Nothing here is contested: no answers among these sources exclude each other."))
        return
    told = sentence(view)
    st.caption(f"{told} {translate(EXPLAINED[order])}", width=760)
    pages = -(-count // LINES)
    page_hooks.lay_buttons_as_lines("open_")
    lines = st.container(gap="small")
    page = st.pagination(pages, key=f"discrepancies_{order}_{pages}", persist_state="page") if pages > 1 else 1
    with lines:
        here, words = _page(view, order, page, language())
        for _line, part in here.groupby("line"):
            if part["series"].iloc[0]:
                _draw_series(tables, view, part)
            else:
                _draw_question(words.loc[part["question"].iloc[0]])
    counts = view.count()["questions"]
    n = int(counts.reindex(data.CONTESTED).sum())
    with st.expander(
        _("The discrepancy as a table, and download", "All {n} discrepancies as a table, and download", n=n),
        key="discrepancies_table",
        on_change="rerun",
    ) as opened:
        if opened.open:
            shown = _table(view, order, MOST_SHOWN, language())
            st.dataframe(shown, hide_index=True, alt=told)
            if count > MOST_SHOWN:
                st.caption(_("The first {n} of {every}; the files have all.", n=len(shown), every=n))
            every_row = partial(_table, order=order, last=None, _language=language())
            downloads.buttons(view.deferred(every_row), "discrepancies", order, filters.slug(view))


def _draw_question(row: pd.Series) -> None:
    """Draw one discrepancy."""
    with st.container(border=True, gap="xsmall"):
        st.button(f"**{markdown.escape(row['short'])}**", **_opening(row["question"]))
        st.markdown(f"{theme.badge(row['verdict'])} {markdown.escape(row['told'])}", width=900)
        for place, chip in enumerate(row["chips"]):
            st.button(chip, **_opening(row["question"], f" {place}"))
        for line in filter(None, (row["flags"], row["causes"])):
            st.caption(markdown.escape(line))


def _opening(question: str, place: str = "") -> dict[str, Any]:
    """Return what makes a button a line that opens a question; `place` tells lines on the same one apart."""
    key = f"open_{question}{place}"
    return {"key": key, "type": "tertiary", "on_click": navigation.open_question, "args": (question,)}


def _draw_series(tables: data.Tables, view: data.View, part: pd.DataFrame) -> None:
    """Draw a series in one line, with its questions below on demand; a click on one of them opens it."""
    event = str(part["event"].iloc[0])
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{markdown.escape(part['title'].iloc[0])}**")
        counts = part["verdict"].value_counts()
        badges = [f"{theme.badge(verdict)} {counts[verdict]}" for verdict in data.VERDICTS if verdict in counts]
        st.markdown(f"{' '.join(badges)} · {markdown.escape(series_sentence(tables, part))}", width=900)
        shared = series_flags(part)
        if shared:
            st.caption(markdown.escape(shared))
        with st.expander(_("The {n} of them", n=len(part)), key=f"series_{event}", on_change="rerun") as opened:
            if opened.open:
                st.caption(_("Select a row to open its question."))
                key, questions = f"series_rows_{event}", list(part["question"])
                st.dataframe(
                    readers_table(add_words(view, part)).drop(columns=[_("Topic"), _("Question id")]),
                    hide_index=True,
                    alt=series_sentence(tables, part),
                    key=key,
                    on_select=lambda: _open_selected(key, questions),
                    selection_mode="single-row",
                )


def _open_selected(key: str, questions: list[str]) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        navigation.open_question(questions[picked[0]])
