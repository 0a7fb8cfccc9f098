"""Where everything on the timeline is placed: marks packed into rows of lanes, and counted by bin where they crowd.

Titles and marks never overlap: each takes its room in a row of its lane. Rooms are in pixels of the narrowest picture
that a layout is made for; in a wider one all of them move apart, and so stay clear of each other.
"""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

import data
from components.timeline.marks import OTHERS
from components.timeline.text_width import shorten, text_width
from components.timeline.time_range import MARGIN, TimeRange
from components.words import format
from components.words.i18n import _

MARK = 14  # pixels of a mark
OPEN_END = 26  # pixels of an open end
NARROWEST_BIN = 34  # pixels in which a number of events can stand
GAP = 12  # pixels between a mark and its title, and after it
LEAST_TITLE = 80  # pixels below which a title is left out rather than cut
MOST_ROWS, FEWEST_ROWS = 24, 3  # of a lane
MOST_CONTESTED = 3  # contested events of one bin that are still drawn for themselves
BINS = ((1, "D"), (1, "M"), (3, "M"), (1, "Y"), (5, "Y"), (10, "Y"), (100, "Y"), (1000, "Y"))
DAYS = {"D": 1.0, "M": 30.44, "Y": 365.25}
PER_UNIT, ERA = 10_000_000, 1_000_000  # so that unit and number of a bin are one number
LENGTHS = np.array([count * DAYS[unit] for count, unit in BINS])
WIDE, NARROW = 760.0, 330.0
"""The least widths, in pixels, that the two layouts are made for."""
ROWS = {WIDE: 48, NARROW: 64}


@dataclass(frozen=True)
class Layout:
    """A picture's room: its least width in pixels, the rows it may have in all, and its span in days.

    The span has `air` at both ends, in days, in which nothing is asked for.
    """

    width: float
    rows: int
    low: float
    high: float
    air: float = 0.0

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
    """Return the lanes of the marks within a layout, those with most events first.

    A lane has the rows that it needs; where all together need more than there are, the highest lanes give way.
    """
    order = found["lane"].value_counts().index.tolist()
    if OTHERS in order:
        order = [*(name for name in order if name != OTHERS), OTHERS]
    rest = [_LaneMarks(found[found["lane"] == name], layout, opened) for name in order]
    lanes = [Lane(name, each.events, each.pack(MOST_ROWS)) for name, each in zip(order, rest, strict=True)]
    for most in range(MOST_ROWS - 1, FEWEST_ROWS - 1, -1):
        if sum(min(lane.rows, most + 1) for lane in lanes) <= layout.rows:
            break
    else:
        most = FEWEST_ROWS - 1
    for lane, each in zip(lanes, rest, strict=True):
        if lane.rows > most + 1:
            lane.placed = each.pack(most + 1)
    return lanes


@dataclass(frozen=True)
class _Space:
    """What a mark takes: its pixels, and those of its title on each side where that has room."""

    mark: Any
    bin: int
    must: bool
    x0: float
    x1: float
    title: str
    sides: tuple[tuple[str, float], ...]


class _LaneMarks:
    """The marks of one lane, with what is worked out once for any number of rows."""

    def __init__(self, part: pd.DataFrame, layout: Layout, opened: str) -> None:
        self.layout, self.events = layout, part["event"].nunique()
        self.keys = bin_keys(part, layout)
        self.contested = part["verdict"].isin(data.CONTESTED).to_numpy()
        self.bins, inverse, self.sizes = np.unique(self.keys, return_inverse=True, return_counts=True)
        disputes = np.bincount(inverse, weights=self.contested, minlength=len(self.bins))
        opened_here = (part["event"] == opened).to_numpy()
        self.must = self.contested & (disputes[inverse] <= MOST_CONTESTED) | opened_here
        pixels = LENGTHS[self.bins // PER_UNIT] * layout.width / (layout.high + 1 - layout.low)
        self.capacity = np.maximum(pixels / MARK, 1.0)
        full = self.bins[self.sizes > MOST_ROWS * self.capacity]
        maybe = ~np.isin(self.keys, full) | self.must
        order = np.argsort(np.where(opened_here, 0, np.where(self.contested, 1, 2))[maybe], kind="stable")
        marks = part[maybe].iloc[order].itertuples(index=False)
        keys, must = self.keys[maybe][order], self.must[maybe][order]
        self.lone = [
            _space_of(mark, int(key), bool(kept), layout) for mark, key, kept in zip(marks, keys, must, strict=True)
        ]

    def pack(self, most: int) -> list[Placed]:
        """Return what stands in `most` rows; where marks do not fit, those of a crowded time are counted."""
        crowded = set(self.bins[self.sizes > most * self.capacity].tolist())
        several = set(self.bins[self.sizes > 1].tolist())
        while True:
            rows: list[list[tuple[float, float]]] = [[] for _row in range(most)]
            placed = [self._counted(key, rows) for key in sorted(crowded) if self._members(key).any()]
            more = set()
            for room in self.lone:
                if room.bin in crowded and not room.must:
                    continue
                spot = _find_place(room, rows)
                if spot is None and room.bin in several and not room.must:
                    more.add(room.bin)
                else:
                    placed.append(spot or Placed(room.mark, _free_or_new(rows, room.x0, room.x1)))
            if not more:
                return placed
            crowded |= more

    def _members(self, key: int) -> Any:
        return (self.keys == key) & ~self.must

    def _counted(self, key: int, rows: list[list[tuple[float, float]]]) -> Placed:
        members = self._members(key)
        low, high = bin_days(key)
        x0, x1 = self.layout.x(low), self.layout.x(high + 1)
        middle, half = (x0 + x1) / 2, max(x1 - x0, NARROWEST_BIN) / 2
        together = Bin(low, high, int(members.sum()), int(self.contested[members].sum()))
        return Placed(together, _free_or_new(rows, middle - half + 1.5, middle + half - 1.5))


def _space_of(mark: Any, key: int, must: bool, layout: Layout) -> _Space:
    x0, x1 = extent(mark, layout)
    sides = (("right", layout.width - x1), ("left", x0))
    widest = max(sides, key=lambda side: side[1])
    words = mark_title(mark)
    if text_width(words) + GAP > widest[1]:
        words = mark.title
    wide = text_width(words) + GAP
    fits = tuple((side, wide) for side, room in sides if wide <= room)
    if not fits and widest[1] >= LEAST_TITLE:
        words, fits = shorten(words, widest[1] - GAP), (widest,)
    return _Space(mark, key, must, x0, x1, words, fits)


def _find_place(room: _Space, rows: list[list[tuple[float, float]]]) -> Placed | None:
    """Return a mark in the first row that has room for it and its title, else for it alone; nothing where none has."""
    for place, taken in enumerate(rows):
        for side, wide in room.sides:
            span = (room.x0, room.x1 + wide) if side == "right" else (room.x0 - wide, room.x1)
            if _is_free(taken, *span):
                taken.append(span)
                return Placed(room.mark, place, room.title, side)
    row = _free(rows, room.x0, room.x1)
    return None if row is None else Placed(room.mark, row)


def mark_title(mark: Any) -> str:
    """Return an event's title, that it is a plan, and how far answers on its date lie apart."""
    more = [_("planned") if mark.planned else "", format.gap(mark.gap, "date")]
    return " · ".join(filter(None, [str(mark.title), *more]))


def extent(mark: Any, layout: Layout) -> tuple[float, float]:
    """Return the pixels from which to which a mark is drawn, its open ends included."""
    at = layout.x(mark.at)
    low = at - OPEN_END if math.isinf(mark.low) else layout.x(mark.low)
    high = at + OPEN_END if math.isinf(mark.high) else layout.x(mark.high + 1)
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
    for low, high in taken:  # noqa: SIM110  a plain loop takes half the time
        if x1 + 2 > low and high + 2 > x0:
            return False
    return True


# --- Bins -----------------------------------------------------------------------------------------------------------
def bin_keys(part: pd.DataFrame, layout: Layout) -> Any:
    """Return the bin of each mark, unit and number in one, in which its middle lies, no shorter than what is said."""
    least = NARROWEST_BIN * (layout.high + 1 - layout.low) / layout.width
    length = (part["high"] - part["low"] + 1).where(np.isfinite(part["high"] - part["low"]), 1.0)
    units = np.searchsorted(LENGTHS * 1.02, np.maximum(length, least)).clip(0, len(BINS) - 1)
    numbers = np.zeros(len(part), dtype=int)
    days = np.floor(part["at"].clip(layout.low, layout.high)).astype(int).to_numpy().astype("datetime64[D]")
    for unit in np.unique(units):
        count, name = BINS[unit]
        chosen = units == unit
        numbers[chosen] = (days[chosen].astype(f"datetime64[{name}]").astype(int) + _first_year(name)) // count
    return units * PER_UNIT + numbers + ERA


def bin_days(key: int) -> tuple[float, float]:
    """Return the first and the last day of a bin."""
    unit, number = key // PER_UNIT, key % PER_UNIT - ERA
    count, name = BINS[unit]
    steps = np.array([number * count, (number + 1) * count]) - _first_year(name)
    first, after = steps.astype(f"datetime64[{name}]").astype("datetime64[D]").astype(int)
    return float(first), float(after - 1)


def _first_year(unit: str) -> int:
    """Return what years count from in numpy, so that bins begin with years that they divide."""
    return 1970 if unit == "Y" else 0


def layout_for(width: float, shown: TimeRange) -> Layout:
    """Return the room of a picture of a span, with a little air at both ends."""
    air = max(0.5, (shown.high - shown.low) * MARGIN)
    return Layout(width, ROWS[width], shown.low - air, shown.high + air, air)
