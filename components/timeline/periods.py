"""The periods of history behind the marks."""

import math
from collections import Counter
from dataclasses import dataclass

import pandas as pd

import data
from components.words.i18n import N_
from data import values


@dataclass(frozen=True)
class Period:
    """A part of history behind the marks: its first and last day in EDTF, `..` where open, and its name."""

    first: str
    last: str
    name: str


HISTORY = {
    frozenset(("BFA", "RUS")): (
        Period("..", "1991", N_("Soviet years")),
        Period("1992", "2021", "1992–2021"),
        Period("2022-01", "..", N_("Since the coups of 2022")),
    )
}
"""The periods of the relations of two places, by their codes; tables on other places have none."""


def history_periods(tables: data.Tables) -> tuple[Period, ...]:
    """Return the periods that belong to the places which most bilateral events of the tables share; else none."""
    events = tables.events
    bilateral = events.loc[(events["scope"] == "bilateral") & (events["place"] != ""), "place"]
    places = Counter(frozenset(codes.split()) for codes in bilateral)
    return HISTORY.get(places.most_common(1)[0][0], ()) if places else ()


def first_day(period: Period) -> float:
    """Return the first day of a period; minus infinity where it is open."""
    return edtf_days(period.first)[0] if period.first != ".." else -math.inf


def last_day(period: Period) -> float:
    """Return the last day of a period; infinity where it is open."""
    return edtf_days(period.last)[1] if period.last != ".." else math.inf


def edtf_days(text: str) -> tuple[float, float]:
    """Return the first and the last day of an EDTF date; NaN where the text is none."""
    parsed = values.parse_dates(pd.Series([text], dtype="str")).iloc[0]
    return float(parsed["low"]), float(parsed["high"])
