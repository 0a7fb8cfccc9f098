"""Axes of time and of numbers: their ends, their ticks, and the words at these."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from components.words import format

MOST_TICKS = 5  # dates that fit beside each other on a phone
SHORTEST = 60  # days that an axis shows at least, so that a day looks like one
LARGEST = 1e300  # end of an axis of numbers: beyond it, there is none for a tick and the room beside it
STEPS = (
    *((days, "D") for days in (1, 2, 5, 10)),
    *((months, "M") for months in (1, 2, 3, 6)),
    *((years, "Y") for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
"""Distances between the ticks of a time axis, in days, months and years."""


@dataclass(frozen=True)
class Axis:
    """A horizontal axis: its first and last value, the words at its ticks, and its title."""

    low: float
    high: float
    ticks: Mapping[float, str]
    title: str = ""


@dataclass(frozen=True)
class LabelledRange:
    """A part of an axis with the words for it."""

    low: float
    high: float
    words: str


def finite_ends(rows: pd.DataFrame) -> Any:
    """Return the ends `low` and `high` of all answers that are not open, as an array."""
    ends = np.concatenate([rows["low"], rows["high"]])
    return ends[np.isfinite(ends)]


def time_axis(rows: pd.DataFrame) -> Axis:
    """Return an axis of days that holds all that is finite among the answers, with room at both ends."""
    finite = finite_ends(rows)
    low, high = (float(finite.min()), float(finite.max()) + 1) if finite.size else (0.0, 1.0)
    shortest = SHORTEST if finite.size == 2 * len(rows) else 4 * 365
    room = max(0.06 * (high - low), (shortest - (high - low)) / 2)
    return Axis(low - room, high + room, time_ticks(low - room, high + room))


def time_ticks(low: float, high: float, most: int = MOST_TICKS) -> dict[float, str]:
    """Return the ticks of a time axis, `most` of them at most: the day of each, and its short date in words."""
    first, last = np.array([math.ceil(low), math.floor(high)], dtype="datetime64[D]")
    zero, found = np.datetime64("0000-01-01", "D"), np.array([], dtype="datetime64[D]")
    for step, unit in STEPS:
        since, start, end = (int(day.astype(f"datetime64[{unit}]").astype(int)) for day in (zero, first, last))
        if (end - start) / step > most + 1:
            continue
        start += (since - start) % step
        found = np.arange(start, end + 1, step).astype(f"datetime64[{unit}]")
        found = found[found.astype("datetime64[D]") >= first]
        if found.size <= most:
            break
    return {float(tick.astype("datetime64[D]").astype(int)): format.date(str(tick), short=True) for tick in found}


def number_axis(rows: pd.DataFrame, unit: str) -> Axis:
    """Return an axis from zero, or from below where numbers are negative, to a round number; percent end at 100."""
    finite = finite_ends(rows).clip(-LARGEST, LARGEST)
    low, high = min(0.0, finite.min(initial=0)), max(0.0, finite.max(initial=0))
    if unit == "percent" and low == 0 and high <= 100:
        step, high = 25.0, 100.0
    else:
        high += (0.04 if finite.size == 2 * len(rows) else 0.3) * (high - low)
        step = round_up((high - low) / 4 or 1)
        if (finite == finite.round()).all():
            step = max(step, 1.0)
        low, high = math.floor(low / step) * step, max(math.ceil(high / step), 1) * step
    ticks = np.arange(round(low / step), round(high / step) + 1) * step
    return Axis(low, high, {float(tick): format.amount(float(tick)) for tick in ticks}, format.unit_name(unit))


def round_up(value: float) -> float:
    """Return the least of 1, 2, 2.5 and 5 times a power of ten that is no less than a number."""
    size = 10.0 ** math.floor(math.log10(value))
    return next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= value * (1 - 1e-9))
