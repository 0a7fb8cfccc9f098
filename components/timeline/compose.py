"""The timeline put together: which rows it has, on which axis, drawn as the picture or to zoom into."""

from dataclasses import dataclass

import pandas as pd

import data
from components.charts.draw import Picture
from components.shell import citation, filters
from components.timeline import chart as pictures
from components.timeline import year_list
from components.timeline.axis import TimeAxis, broken_axis, even_axis
from components.timeline.controls import EVENT
from components.timeline.marks import (
    MOST_MARKS,
    TimeRange,
    bin_unit,
    blocks,
    contested_events,
    lane_names,
)
from components.timeline.sentences import date_texts
from components.timeline.table import readers_table
from components.words.i18n import _, language
from components.words.names import source_names
from data.events import EventDates

YEARS = "year"
ROWS = 50  # events on one page of the list


@dataclass(frozen=True)
class Choice:
    """What of the timeline is drawn, and how: the time, the page of contested events, the lanes, the axis."""

    shown: TimeRange
    first: int = 0
    by_source: bool = False
    even: bool = False

    def lanes_of(self, view: data.View) -> EventDates:
        """Return the dates that stand in lanes: of events, or of events as each source tells them."""
        return view.event_dates_by_source if self.by_source else view.event_dates


@data.kept
def time_axis(view: data.View, shown: TimeRange, *, even: bool) -> TimeAxis:
    """Return the axis of the time that is shown, broken where most dates lie in a small part unless it is `even`."""
    low, high = shown.low, shown.high
    if even:
        return even_axis(low, high)
    bins = view.event_dates.bins(low, high, YEARS)
    years = bins[bins["unit"] == YEARS].groupby(["start", "end"])[["events"]].sum().reset_index()
    return broken_axis(years, low, high)


def counted(view: data.View, shown: TimeRange) -> bool:
    """Return whether there are too many events to draw each for itself."""
    return bool(view.event_dates.summary(shown.low, shown.high)["events"] > MOST_MARKS)


def lane_marks(view: data.View, choice: Choice, *, contested: bool = True) -> tuple[dict[str, str], pd.DataFrame]:
    """Return the names of the lanes, and the blocks in them with their `lane`, those of the first events of many.

    By source they are each source's own answers, by topic what all answers share; there the `contested` can be left
    out, where they stand in rows of their own.
    """
    dates, shown = choice.lanes_of(view), choice.shown
    names = lane_names(dates, shown, dict(source_names(view.found.tables)))
    events = dates.page(shown.low, shown.high, rows=MOST_MARKS if counted(view, shown) else None)
    if not (contested or choice.by_source):
        events = events[~events["contested"]]
    marks = _seen(blocks(dates, events, shared=not choice.by_source), shown)
    return names, marks.assign(lane=marks["source" if choice.by_source else "topic"])


def _seen(answers: pd.DataFrame, shown: TimeRange) -> pd.DataFrame:
    return answers[(answers["low"] <= shown.high) & (answers["high"] >= shown.low)].reset_index(drop=True)


@data.kept
def timeline_picture(
    view: data.View, choice: Choice, headline: str, foot: tuple[str, ...], opened: str, _language: str
) -> Picture:
    """Return the picture of what is chosen; it is shared, and never changed."""
    tables, shown = view.found.tables, choice.shown
    axis = time_axis(view, shown, even=choice.even)
    rows, frames = pictures.Rows(), {}
    events = contested_events(view.event_dates, shown, choice.first)
    parts = []
    if len(events):
        answers = blocks(view.event_dates, events)
        parts.append(pictures.event_rows(rows, events, _seen(answers, shown), axis))
    dates = choice.lanes_of(view)
    counts = dates.lanes(shown.low, shown.high)
    if counted(view, shown):
        rows.add(pictures.TITLE, "group", _("All dated events"))
        names = lane_names(dates, shown, dict(source_names(tables)))
        bins = dates.bins(shown.low, shown.high, bin_unit(shown))
        frames["bins"] = pictures.bin_rows(rows, names, counts, bins, axis)
    else:
        names, marks = lane_marks(view, choice, contested=False)
        title = _("What each source says") if choice.by_source else _("All other dated events, by topic")
        if len(marks):
            rows.add(pictures.TITLE, "group", title)
            counts = marks.groupby("lane")["event"].nunique()
            names = {lane: name for lane, name in names.items() if lane in counts}
            parts.append(pictures.lane_rows(rows, names, counts, marks, axis))
    for name in ("blocks", "gaps", "hits"):
        frames[name] = pd.concat([part[name] for part in parts if name in part] or [pd.DataFrame(columns=["x"])])
    return pictures.picture(tables, shown, axis, rows, frames, headline=headline, foot=foot, opened=opened)


@dataclass(frozen=True, eq=False)
class Listed:
    """Some events in the order of time, as the lines of a list and as a table for readers."""

    lines: list[year_list.Line]
    table: pd.DataFrame


@data.kept
def listed(view: data.View, shown: TimeRange, first: int, _language: str, *, even: bool) -> Listed:
    """Return a page of the list of events that meet a time; it is shared, and never changed."""
    dates = view.event_dates
    events = dates.page(shown.low, shown.high, first=first, rows=ROWS)
    said = date_texts(view.found.tables, view, list(events["event"]))
    axis = time_axis(view, shown, even=even)
    return Listed(year_list.lines(events, blocks(dates, events), said, axis), readers_table(events, said))


def footer(view: data.View) -> tuple[str, ...]:
    """Return the lines that go with the picture where it is saved: what it shows, by whom, when and where.

    An event that is opened is not in the address, which would grow by a line as it opens.
    """
    names, address = source_names(view.found.tables), citation.here(without=EVENT)
    return citation.credit(
        view.found.tables, filters.sentence(view), [names[source] for source in view.sources], address
    )


def picture_of(view: data.View, choice: Choice, headline: str, opened: str) -> Picture:
    """Return the picture of what is chosen, with its headline and what it is made from in it."""
    return timeline_picture(view, choice, headline, footer(view), opened, language())
