"""The discrepancies: every contested question in words, the most contested first.

Of an event that is contested for many periods, such as trade by year, one line tells of the whole series.
"""

from collections.abc import Hashable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Question:
    """A question that has a line of its own, in words."""

    question: str
    verdict: str
    short: str
    told: str
    chips: list[str]
    remarks: list[str]


@dataclass(frozen=True)
class _Series:
    """A line for an event that is contested for many periods: which line it is, its words, and its questions."""

    line: int
    event: str
    title: str
    verdicts: str
    told: str
    flags: str
    questions: list[str]


@data.kept
def _page(view: data.View, order: str, page: int, _language: str) -> list[_Question | _Series]:
    """Return the lines on a page."""
    here = contested_rows(view, order, (page - 1) * LINES + 1, LINES)
    alone = add_words(view, here[here["series"] == ""])
    worded = {row["question"]: _question(row) for row in alone.to_dict("records")}
    parts = [part for _line, part in here.groupby("line")]
    return [
        _series(view.found.tables, part) if part["series"].iloc[0] else worded[part["question"].iloc[0]]
        for part in parts
    ]


def _question(row: dict[Hashable, Any]) -> _Question:
    remarks = [words for words in (row["flags"], row["causes"]) if words]
    return _Question(row["question"], row["verdict"], row["short"], row["told"], row["chips"], remarks)


def _series(tables: data.Tables, part: pd.DataFrame) -> _Series:
    counts = part["verdict"].value_counts()
    badges = [f"{theme.badge(verdict)} {counts[verdict]}" for verdict in data.VERDICTS if verdict in counts]
    line, event, title = part[["line", "event", "title"]].iloc[0]
    told = series_sentence(tables, part)
    return _Series(int(line), event, title, " ".join(badges), told, series_flags(part), list(part["question"]))


@data.kept
def _table(view: data.View, order: str, last: int | None, _language: str) -> pd.DataFrame:
    """Return the questions of all lines, or to the last given, as a table for readers."""
    return readers_table(add_words(view, contested_rows(view, order, 1, last)))


def draw(view: data.View) -> None:
    """Draw the discrepancies of a view, a page at a time."""
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
        for line in _page(view, order, page, language()):
            if isinstance(line, _Series):
                _draw_series(view, order, line)
            else:
                _draw_question(line)
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


def _draw_question(line: _Question) -> None:
    """Draw one discrepancy."""
    with st.container(border=True, gap="xsmall"):
        st.button(f"**{markdown.escape(line.short)}**", **_opening(line.question))
        st.markdown(f"{theme.badge(line.verdict)} {markdown.escape(line.told)}", width=900)
        for place, chip in enumerate(line.chips):
            st.button(chip, **_opening(line.question, f" {place}"))
        for remark in line.remarks:
            st.caption(markdown.escape(remark))


def _opening(question: str, place: str = "") -> dict[str, Any]:
    """Return what makes a button a line that opens a question; `place` tells lines on the same one apart."""
    key = f"open_{question}{place}"
    return {"key": key, "type": "tertiary", "on_click": navigation.open_question, "args": (question,)}


def _draw_series(view: data.View, order: str, series: _Series) -> None:
    """Draw a series in one line, with its questions below on demand; a click on one of them opens it."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{markdown.escape(series.title)}**")
        st.markdown(f"{series.verdicts} · {markdown.escape(series.told)}", width=900)
        if series.flags:
            st.caption(markdown.escape(series.flags))
        every = _("The {n} of them", n=len(series.questions))
        with st.expander(every, key=f"series_{series.event}", on_change="rerun") as opened:
            if opened.open:
                st.caption(_("Select a row to open its question."))
                key = f"series_rows_{series.event}"
                worded = add_words(view, contested_rows(view, order, series.line, 1))
                st.dataframe(
                    readers_table(worded).drop(columns=[_("Topic"), _("Question id")]),
                    hide_index=True,
                    alt=series.told,
                    key=key,
                    on_select=lambda: _open_selected(key, series.questions),
                    selection_mode="single-row",
                )


def _open_selected(key: str, questions: list[str]) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        navigation.open_question(questions[picked[0]])
