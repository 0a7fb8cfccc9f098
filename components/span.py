"""The stretch of time that the timeline shows: presets, what the address holds, and the periods behind the marks."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

import data
from components import wording
from components.wording import _
from data import values as grammar

LAST_MONTHS = 12
ROOM = 0.02  # of the span, left free at both ends of the picture of all


@dataclass(frozen=True)
class Period:
    """A part of history behind the marks: its first and last day in EDTF, `..` where open, and its name."""

    first: str
    last: str
    name: str


@dataclass(frozen=True)
class Span:
    """A stretch of days."""

    low: float
    high: float


@dataclass(frozen=True)
class Whole(Span):
    """The span of all marks, and the last day of what has happened: plans may lie beyond."""

    latest: float


HISTORY = {
    frozenset(("BFA", "RUS")): (
        Period("..", "1991", "Soviet years"),
        Period("1992", "2021", "1992–2021"),
        Period("2022-01", "..", "Since the coups of 2022"),
    )
}
"""The periods of the relations of two places, by their codes; tables on other places have none."""


def periods(read: data.Tables) -> tuple[Period, ...]:
    """Return the periods that belong to the places which most bilateral events of the tables share; else none."""
    events = read.events
    bilateral = events.loc[(events["scope"] == "bilateral") & (events["place"] != ""), "place"]
    places = Counter(frozenset(codes.split()) for codes in bilateral)
    return HISTORY.get(places.most_common(1)[0][0], ()) if places else ()


def presets(read: data.Tables, every: Whole) -> dict[str, str]:
    """Return the spans to choose from at once, each as it stands in the address, with its words.

    All; since each period's start; the last twelve months of the data.
    """
    found = {"": _("All")}
    for period in periods(read):
        if period.first != ".." and every.low < start(period) <= every.latest:
            found[f"since-{period.first}"] = _("Since {date}", date=wording.date(period.first, short=True))
    if every.latest - every.low > 2 * 366:
        found[f"last-{LAST_MONTHS}-months"] = _("Last {n} months", n=LAST_MONTHS)
    return found


def start(period: Period) -> float:
    """Return the first day of a period; minus infinity where it is open."""
    return _days(period.first)[0] if period.first != ".." else -math.inf


def end(period: Period) -> float:
    """Return the last day of a period; infinity where it is open."""
    return _days(period.last)[1] if period.last != ".." else math.inf


def whole(marks: pd.DataFrame) -> Whole:
    """Return the span of all that marks say, open ends aside."""
    ends = marks[["low", "high"]].where(np.isfinite(marks[["low", "high"]]))
    low, high = float(ends.min().min()), float(ends.max().max())
    latest = float(ends[~marks["planned"].astype(bool)].max().max())
    return Whole(low, high, high if math.isnan(latest) else latest)


def parse_span(text: str, every: Whole) -> Span | None:
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
    return Span(low, high) if low <= high else every


def write_span(low: float, high: float, every: Whole) -> str:
    """Return a span as it stands in the address: whole years or months where it is long, else days."""
    if low <= every.low and high >= every.high:
        return ""
    first, last = _calendar(low, high)
    if high - low > 6 * 366:
        first, last = first.astype("datetime64[Y]"), last.astype("datetime64[Y]")
    elif high - low > 180:
        first, last = first.astype("datetime64[M]"), last.astype("datetime64[M]")
    return str(first) if first == last else f"{first}/{last}"


def steps(every: Span) -> list[str]:
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


def _days(text: str) -> tuple[float, float]:
    parsed = grammar.parse_dates(pd.Series([text], dtype="str")).iloc[0]
    return float(parsed["low"]), float(parsed["high"])
