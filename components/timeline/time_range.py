"""The stretch of time that the timeline shows: presets, and what the address holds."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

import data
from components.words import format
from components.words.i18n import _
from data import values
from data.events import periods

LAST_MONTHS = 12
MARGIN = 0.02  # of the span, left free at both ends of the picture of all


@dataclass(frozen=True)
class TimeRange:
    """A stretch of days."""

    low: float
    high: float


@dataclass(frozen=True)
class FullRange(TimeRange):
    """The span of all marks, and the last day of what has happened: plans may lie beyond."""

    latest: float


def presets(tables: data.Tables, every: FullRange) -> dict[str, str]:
    """Return the spans to choose from at once, each as it stands in the address, with its words.

    All; since each period's start; the last twelve months of the data.
    """
    found = {"": _("All")}
    for period in periods(tables).to_dict("records"):
        if every.low < period["low"] <= every.latest:
            found[f"since-{period['start']}"] = _("Since {date}", date=format.date(period["start"], short=True))
    if every.latest - every.low > 2 * 366:
        found[f"last-{LAST_MONTHS}-months"] = _("Last {n} months", n=LAST_MONTHS)
    return found


def full_range(marks: pd.DataFrame) -> FullRange:
    """Return the span of all that marks say, open ends aside."""
    ends = marks[["low", "high"]].where(np.isfinite(marks[["low", "high"]]))
    low, high = float(ends.min().min()), float(ends.max().max())
    latest = float(ends[~marks["planned"].astype(bool)].max().max())
    return FullRange(low, high, high if math.isnan(latest) else latest)


def parse_range(text: str, every: FullRange) -> TimeRange | None:
    """Return the span that the address asks for: a preset or an EDTF interval; nothing where it is neither.

    Presets end with what has happened, plans aside. An interval that begins after it ends is put right, and what lies
    beyond the data is cut off.
    """
    if not text:
        return every
    low, high = every.low, every.latest
    if text == f"last-{LAST_MONTHS}-months":
        month = _calendar(every.latest)[0].astype("datetime64[M]") - (LAST_MONTHS - 1)
        low = float(month.astype("datetime64[D]").astype(int))
    elif text.startswith("since-"):
        low = _days(text.removeprefix("since-"))[0]
    else:
        parts = text.split("/") if text.count("/") < 2 else [""]
        ends = [(every.low, every.high) if part == ".." else _days(part) for part in parts]
        low, high = (float(pick([end for both in ends for end in both])) for pick in (np.min, np.max))
    if math.isnan(low + high):
        return None
    low, high = max(low, every.low), min(high, every.high)
    return TimeRange(low, high) if low <= high else every


def _days(text: str) -> tuple[float, float]:
    """Return the first and the last day of an EDTF date; NaN where the text is none."""
    parsed = values.parse_dates(pd.Series([text], dtype="str")).iloc[0]
    return float(parsed["low"]), float(parsed["high"])


def write_range(low: float, high: float, every: FullRange) -> str:
    """Return a span as it stands in the address: whole years or months where it is long, else days."""
    if low <= every.low and high >= every.high:
        return ""
    first, last = _calendar(low, high)
    if high - low > 6 * 366:
        first, last = first.astype("datetime64[Y]"), last.astype("datetime64[Y]")
    elif high - low > 180:
        first, last = first.astype("datetime64[M]"), last.astype("datetime64[M]")
    return str(first) if first == last else f"{first}/{last}"


def steps(every: TimeRange) -> list[str]:
    """Return the months, or the years of a long history, from the first to the last day of the data."""
    unit = "M" if every.high - every.low < 120 * 366 else "Y"
    first, last = _calendar(every.low, every.high).astype(f"datetime64[{unit}]")
    return [str(step) for step in np.arange(first, last + 1)]


def step_of(day: float, options: list[str]) -> str:
    """Return the month or year among `options` in which a day lies; the nearest where it lies in none."""
    text = str(_calendar(day)[0].astype("datetime64[M]" if len(options[0]) > 4 else "datetime64[Y]"))
    return min(max(text, options[0]), options[-1])


def _calendar(*days: float) -> Any:
    return np.array(days).astype(int).astype("datetime64[D]")
