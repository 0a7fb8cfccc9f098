"""What the timeline places: one mark an event, packed into rows of lanes, and counted by bin where marks crowd.

Titles and marks never overlap: each takes its room in a row of its lane. Rooms are in pixels of the narrowest picture
that a layout is made for; in a wider one all of them move apart, and so stay clear of each other.
"""

import math
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

import data
from components import sentences
from components.wording import _

MARK = 14  # pixels of a mark
STUB = 26  # pixels of an open end
NARROWEST_BIN = 34  # pixels in which a number of events can stand
LEAST_TITLE = 80  # pixels below which a title is left out rather than cut
MOST_LANES = 10  # of more sources, those with fewest events share a lane
ROWS = (14, 11, 9, 7, 6, 5, 4, 3)  # rows that a lane may have at most, tried until all lanes fit

BINS = ((1, "D"), (1, "M"), (3, "M"), (1, "Y"), (5, "Y"), (10, "Y"), (100, "Y"), (1000, "Y"))
DAYS = {"D": 1.0, "M": 30.44, "Y": 365.25}
LENGTHS = np.array([count * DAYS[unit] for count, unit in BINS])


def marks(read: data.Tables, view: data.View, *, by_source: bool = False) -> pd.DataFrame:
    """Return one row a dated event, or one an event and source, in the order of time.

    Columns: event, title, topic, lane, low, high (days, the union of what is said), at (where the mark stands: the
    middle of what all answers share, else of all), day (one day alone), verdict (the worst of the event's date
    questions), gap (the widest of them, in days), question (that with the worst verdict), derived, planned, sources.
    A plan counts only where nothing is said of what came of it.
    """
    dates = view.claims[view.claims["kind"] == "date"]
    happened = dates.loc[~dates["planned"].astype(bool), "event"]
    dates = dates[~dates["planned"].astype(bool) | ~dates["event"].isin(happened)]
    rank = {verdict: place for place, verdict in enumerate(data.VERDICTS)}
    asked = view.questions.set_index("question")
    worst = asked["verdict"].map(rank)
    dates = dates.assign(
        rank=dates["question"].map(worst), gap=dates["question"].map(asked["gap"]).astype(float).fillna(0.0)
    ).sort_values(["rank", "low"], kind="stable")
    grouped = dates.groupby(["event", "source"] if by_source else ["event"], sort=False)
    found = grouped.agg(
        low=("low", "min"),
        high=("high", "max"),
        latest=("low", "max"),
        earliest=("high", "min"),
        rank=("rank", "min"),
        gap=("gap", "max"),
        question=("question", "first"),
        derived=("is_derived", "all"),
        planned=("planned", "all"),
        sources=("source", "nunique"),
    ).reset_index()
    found = found.merge(read.events[["event", "title", "topic"]], how="left", on="event")
    if by_source:
        found["lane"] = _source_lanes(read, found["source"])
        found["gap"] = (found["latest"] - found["earliest"]).clip(lower=0.0)
    else:
        found["lane"] = [_(topic.capitalize()) if topic else _("Other") for topic in found["topic"]]
    meet = found["latest"] <= found["earliest"]
    low, high = found["low"].where(~meet, found["latest"]), found["high"].where(~meet, found["earliest"])
    low, high = low.where(np.isfinite(low), high), high.where(np.isfinite(high), low)
    found = found.assign(
        at=(low + high + 1) / 2,
        day=found["low"] == found["high"],
        verdict=found["rank"].map(dict(enumerate(data.VERDICTS))),
    )
    found = found[np.isfinite(found["at"])]
    return found.sort_values(["at", "low", "event"], kind="stable", ignore_index=True)


def _source_lanes(read: data.Tables, sources: pd.Series) -> pd.Series:
    """Return the name of each source as its lane; of many sources, those with fewest events share one."""
    most = sources.value_counts().index
    lanes = sources.map(sentences.sources(read))
    if len(most) <= MOST_LANES + 1:
        return lanes
    return lanes.where(sources.isin(most[:MOST_LANES]), _("{n} other sources", n=len(most) - MOST_LANES))


def within(found: pd.DataFrame, low: float, high: float) -> pd.DataFrame:
    """Return the marks that meet a span; an open end reaches no farther than the day that is named."""
    first = found["low"].where(np.isfinite(found["low"]), found["high"])
    last = found["high"].where(np.isfinite(found["high"]), found["low"])
    return found[(first <= high) & (last >= low)]


@dataclass(frozen=True)
class Layout:
    """A picture's room: its least width in pixels, the rows it may have in all, and its span in days."""

    width: float
    rows: int
    low: float
    high: float

    def x(self, day: float) -> float:
        """Return the pixel of a day, within the picture."""
        return (min(max(day, self.low), self.high + 1) - self.low) * self.width / (self.high + 1 - self.low)


@dataclass(frozen=True)
class Bin:
    """Events counted together: the time that they lie in, how many they are, and how many of them are contested."""

    low: float
    high: float
    count: int
    contested: int


@dataclass(frozen=True)
class Placed:
    """A mark or a bin with its row, and the title that has room beside it; `side` is right, left or empty."""

    item: Any
    row: int
    title: str = ""
    side: str = ""


@dataclass
class Lane:
    """One lane: its name, how many events it holds, and what is placed in its rows."""

    name: str
    events: int
    placed: list[Placed] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """The number of rows that are used."""
        return 1 + max((each.row for each in self.placed), default=0)


def arrange(found: pd.DataFrame, layout: Layout, opened: str = "") -> list[Lane]:
    """Return the lanes of the marks within a layout, those of a topic or source by size, as many rows as fit."""
    order = found["lane"].value_counts(sort=True)
    lanes: list[Lane] = []
    parts = [(str(name), found[found["lane"] == name]) for name in order.index]
    for most in ROWS:
        lanes = [Lane(name, len(part), _pack(part, layout, most, opened)) for name, part in parts]
        if sum(lane.rows for lane in lanes) <= layout.rows:
            break
    return lanes


def _pack(part: pd.DataFrame, layout: Layout, most: int, opened: str) -> list[Placed]:
    """Return a lane's marks in `most` rows at most; where they do not fit, those of a crowded time are counted."""
    keys = bin_keys(part, layout)
    sizes = keys.value_counts()
    base = LENGTHS[[key[0] for key in sizes.index]] * layout.width / (layout.high + 1 - layout.low)
    crowded = set(sizes.index[sizes.to_numpy() > most * np.maximum(base / MARK, 1.0)])
    contested = part["verdict"].isin(data.CONTESTED)
    while True:
        lone = part[~keys.isin(crowded) | (part["event"] == opened)]
        rows: list[list[tuple[float, float]]] = [[] for _row in range(most)]
        placed = []
        counted = keys[keys.isin(crowded)]
        for key, members in counted.groupby(counted):
            low, high = bin_days(key)
            together = Bin(low, high, len(members), int(contested[members.index].sum()))
            x0, x1 = layout.x(low), layout.x(high + 1)
            middle, half = (x0 + x1) / 2, max(x1 - x0, NARROWEST_BIN) / 2
            placed.append(Placed(together, _free_or_new(rows, middle - half + 1, middle + half - 1)))
        first = (lone["event"] != opened).astype(int) * 2 - contested[lone.index].astype(int)
        more = set()
        for mark in lone.loc[first.sort_values(kind="stable").index].itertuples():
            key, spot = keys[mark.Index], _spot(mark, rows, layout)
            if spot is None and sizes[key] > 1:
                more.add(key)
            else:
                placed.append(spot or Placed(mark, _free_or_new(rows, *extent(mark, layout))))
        more -= crowded
        if not more:
            return placed
        crowded |= more


def _spot(mark: Any, rows: list[list[tuple[float, float]]], layout: Layout) -> Placed | None:
    """Return a mark in the first row that has room for it and its title, else for it alone; nothing where none has."""
    x0, x1 = extent(mark, layout)
    wide = text_width(mark.title) + 10
    room_right, room_left = layout.width - x1, x0
    sides = [("right", room_right)] if wide <= room_right else []
    sides += [("left", room_left)] if wide <= room_left else []
    cut = not sides and max(room_right, room_left) >= LEAST_TITLE
    if cut:
        sides = [max(("right", room_right), ("left", room_left), key=lambda side: side[1])]
    for place, taken in enumerate(rows):
        for side, room in sides:
            takes = min(wide, room)
            span = (x0, x1 + takes) if side == "right" else (x0 - takes, x1)
            if _is_free(taken, *span):
                taken.append(span)
                title = shortened(mark.title, room - 10) if cut else mark.title
                return Placed(mark, place, title, side)
    row = _free(rows, x0, x1)
    return None if row is None else Placed(mark, row)


def extent(mark: Any, layout: Layout) -> tuple[float, float]:
    """Return the pixels from which to which a mark is drawn, its open ends included."""
    at = layout.x(mark.at)
    low = at - STUB if math.isinf(mark.low) else layout.x(mark.low)
    high = at + STUB if math.isinf(mark.high) else layout.x(mark.high + 1)
    return max(0.0, min(low, at - MARK / 2)), min(layout.width, max(high, at + MARK / 2))


def _free(rows: list[list[tuple[float, float]]], x0: float, x1: float) -> int | None:
    """Return the first row that is free from one pixel to another, and take it; nothing where none is."""
    for place, taken in enumerate(rows):
        if _is_free(taken, x0, x1):
            taken.append((x0, x1))
            return place
    return None


def _free_or_new(rows: list[list[tuple[float, float]]], x0: float, x1: float) -> int:
    row = _free(rows, x0, x1)
    if row is None:
        rows.append([(x0, x1)])
        return len(rows) - 1
    return row


def _is_free(taken: list[tuple[float, float]], x0: float, x1: float) -> bool:
    return all(x1 + 2 <= low or high + 2 <= x0 for low, high in taken)


# --- Bins -----------------------------------------------------------------------------------------------------------


def bin_keys(part: pd.DataFrame, layout: Layout) -> pd.Series:
    """Return the bin of each mark, (unit, number), in which its middle lies; no bin is shorter than what is said."""
    least = NARROWEST_BIN * (layout.high + 1 - layout.low) / layout.width
    length = (part["high"] - part["low"] + 1).where(np.isfinite(part["high"] - part["low"]), 1.0)
    units = np.searchsorted(LENGTHS * 1.02, np.maximum(length, least)).clip(0, len(BINS) - 1)
    numbers = np.zeros(len(part), dtype=int)
    days = np.floor(part["at"].clip(layout.low, layout.high)).astype(int).to_numpy().astype("datetime64[D]")
    for unit in np.unique(units):
        count, name = BINS[unit]
        chosen = units == unit
        since = np.datetime64(-1970 if name == "Y" else 0, name)
        numbers[chosen] = (days[chosen].astype(f"datetime64[{name}]") - since).astype(int) // count
    return pd.Series(list(zip(units.tolist(), numbers.tolist(), strict=True)), index=part.index, dtype=object)


def bin_days(key: tuple[int, int]) -> tuple[float, float]:
    """Return the first and the last day of a bin."""
    unit, number = key
    count, name = BINS[unit]
    since = np.datetime64(-1970 if name == "Y" else 0, name)
    first, after = (
        (since + np.timedelta64(step * count, name)).astype("datetime64[D]").astype(int)
        for step in (number, number + 1)
    )
    return float(first), float(after - 1)


# --- Widths of text -------------------------------------------------------------------------------------------------


def text_width(text: str) -> float:
    """Return about how many pixels a title takes, rather more than less."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 13.5
    if letter in "ijltfrI.,:;'’()/|- ":
        return 4.4
    if letter in "mwMW—…%@":
        return 11.0
    return 8.3 if letter.isupper() else 6.9


def shortened(text: str, width: float) -> str:
    """Return a text cut to a width, with an ellipsis where something is left out."""
    if text_width(text) <= width:
        return text
    kept, left = "", width - _letter("…")
    for letter in text:
        left -= _letter(letter)
        if left < 0:
            break
        kept += letter
    return f"{kept.rstrip()}…"
