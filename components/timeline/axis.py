"""The axis of time: even, or broken where most dates lie in a small part of it, which then takes most of the width."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from components.charts.axes import time_ticks

MOST_DATES = 0.8  # of all dates, those that the crowded years hold
CROWDED = 0.25  # of the time, that the crowded years take at most where the axis is broken
LONGEST_SIDES = (0.3, 0.12)  # of the width of the crowded years, what lies before and after them
AIR = 0.01  # of the width, left free at both ends
TICKS, SIDE_TICKS = 7, 3
TICK_ROOM = 0.08  # of the width, between two ticks


@dataclass(frozen=True)
class TimeAxis:
    """Where days lie: `days` at `places` from 0 to 1, evenly between; `breaks` are the places where the scale changes.

    `factor` is how much wider a day is between the breaks than beyond them; `crowd` the first and last crowded day.
    """

    days: tuple[float, ...]
    places: tuple[float, ...]
    ticks: Mapping[float, str]
    breaks: tuple[float, ...] = ()
    factor: float = 1.0
    crowd: tuple[float, float] | None = None

    def place(self, days: Any) -> Any:
        """Return the place of each day; what lies beyond the axis, at its end."""
        return np.interp(days, self.days, self.places)


def even_axis(low: float, high: float) -> TimeAxis:
    """Return the axis from the first to the last day on which all days are of one width."""
    return TimeAxis((low, high + 1), (AIR, 1 - AIR), time_ticks(low, high + 1, TICKS))


def broken_axis(years: pd.DataFrame, low: float, high: float) -> TimeAxis:
    """Return the axis from the first to the last day, broken where most dates lie in a small part of the time.

    `years` are bins of whole years: `start` and `end` (days) and `events`. Where dates are spread, the axis is even.
    """
    crowd = _crowded(years)
    if crowd is None:
        return even_axis(low, high)
    first, last = max(crowd[0], low), min(crowd[1], high)
    wide = last + 1 - first
    if wide > CROWDED * (high + 1 - low):
        return even_axis(low, high)
    sides = ((first - low) / wide, (high - last) / wide)
    kept = [min(side, most) for side, most in zip(sides, LONGEST_SIDES, strict=True)]
    scale = (1 - 2 * AIR) / (1 + sum(kept))
    places = np.cumsum([AIR, kept[0] * scale, scale, kept[1] * scale])
    days = (low, first, last + 1, high + 1)
    broken = [side > most for side, most in zip(sides, kept, strict=True)]
    breaks = tuple(float(place) for place, cut in zip(places[1:3], broken, strict=True) if cut)
    factor = max(side / most for side, most in zip(sides, kept, strict=True) if most)
    ticks = time_ticks(first, last, TICKS)
    for side in (time_ticks(low, first - 1, SIDE_TICKS), time_ticks(last + 1, high + 1, SIDE_TICKS)):
        for day, words in side.items():
            if np.abs(np.interp(day, days, places) - np.interp(list(ticks), days, places)).min(initial=1) > TICK_ROOM:
                ticks[day] = words
    return TimeAxis(days, tuple(map(float, places)), dict(sorted(ticks.items())), breaks, factor, (first, last))


def _crowded(years: pd.DataFrame) -> tuple[float, float] | None:
    """Return the first and last day of the shortest stretch of years that holds most dates."""
    if years.empty:
        return None
    years = years.sort_values("start")
    sums = np.concatenate([[0], np.cumsum(years["events"].to_numpy())])
    start, end = years["start"].to_numpy(dtype=float), years["end"].to_numpy(dtype=float)
    last = np.searchsorted(sums, sums[:-1] + MOST_DATES * sums[-1]) - 1  # of the stretch that begins with each year
    begins = np.flatnonzero(last < len(years))
    shortest = begins[np.argmin(end[last[begins]] - start[begins])]
    return float(start[shortest]), float(end[last[shortest]])
