"""The stretch of time that the address asks the timeline for, within the period that the sidebar leaves."""

import math

import numpy as np
import pandas as pd

from components.timeline.marks import TimeRange
from data import values

LAST_MONTHS = 12


def parse_range(text: str, every: TimeRange, latest: float) -> TimeRange | None:
    """Return the span that the address asks for, within the first and last day of all; None where it reads as none.

    It is an EDTF date or interval, or, as older links have it, `since-1992` or `last-12-months`: these end with
    `latest`, the last day of what is no plan. An interval that begins after it ends is put right; one without a common
    day with the data gives all.
    """
    if not text:
        return every
    low, high = every.low, latest
    if text == f"last-{LAST_MONTHS}-months":
        month = np.array([int(latest)], dtype="datetime64[D]").astype("datetime64[M]") - (LAST_MONTHS - 1)
        low = float(month.astype("datetime64[D]").astype(int)[0])
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


def month_span(shown: TimeRange) -> str:
    """Return a span named by its months, as EDTF."""
    first, last = (str(np.datetime64(int(day), "D").astype("datetime64[M]")) for day in (shown.low, shown.high))
    return first if first == last else f"{first}/{last}"


def _days(text: str) -> tuple[float, float]:
    """Return the first and the last day of an EDTF date; NaN where the text is none."""
    parsed = values.parse_dates(pd.Series([text], dtype="str")).iloc[0]
    return float(parsed["low"]), float(parsed["high"])
