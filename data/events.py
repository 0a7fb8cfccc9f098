"""When things happened, as the claims tell it."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data import engine, values
from data.verdicts import CONTESTED, VERDICTS

if TYPE_CHECKING:
    from data.comparison import Comparison
    from data.tables import Tables


def events(found: "Comparison") -> pd.DataFrame:
    """Return one row for each event of which the chosen sources speak.

    Columns: event, title, topic, scope, place; `low` and `high`, the first and last day that any of its dates holds
    (days since 1970-01-01, NaN where it has none); n_claims, n_questions; n_contested, and of these `n_independent`,
    between independent origins; sorted by `low`, the undated last.
    """
    counts = found.ask("events", contested=engine.listed(CONTESTED), itself=CONTESTED[0])
    described = found.tables.events[["event", "title", "topic", "scope", "place"]]
    return described.merge(counts, on="event").sort_values(["low", "event"], ignore_index=True)


def event_dates(found: "Comparison", numbers: str, *, by_source: bool = False) -> pd.DataFrame:
    """Return when events happened, as the questions tell whose `numbers` stand in that table of the database.

    One row a dated event, or one an event and source, in the order of time. Columns: event, title, topic, and `source`
    where asked for; `low` and `high` (days, the first and the last that any answer holds), `at` (the middle of what
    all answers share, or of the gap between them), `day` (they hold one day alone); `verdict` (the gravest of the
    event's questions on dates), `question` (the one that has it), `gap` (the widest, or how far the source's own
    answers are apart, in days); `derived` and `planned` (whether all answers are), `n_sources`. What was planned
    counts only where nothing is said of what came of it; events whose dates are all open at both ends have no row.
    """
    by = "event, source" if by_source else "event"
    dates = found.ask("event_dates", by=by, left=numbers, order=engine.listed(VERDICTS))
    first, last = dates.pop("latest"), dates.pop("earliest")
    if by_source:
        dates["gap"] = (first - last).clip(lower=0.0)
    first, last = first.where(np.isfinite(first), last), last.where(np.isfinite(last), first)
    dates = dates.assign(at=(first + last + 1) / 2, day=dates["low"] == dates["high"])
    dated = dates[np.isfinite(dates["at"])]
    titled = found.tables.events[["event", "title", "topic"]].merge(dated, on="event")
    return titled.sort_values(["at", "low", *by.split(", ")], ignore_index=True)


def within(dates: pd.DataFrame, low: float, high: float) -> pd.DataFrame:
    """Return the rows that meet a time; an open end reaches no farther than the day that is named.

    Where the answers together leave both ends open, that day is the middle of what they share.
    """
    ends = dates[["low", "high"]].where(np.isfinite(dates[["low", "high"]]))
    middle = np.floor(dates["at"])
    first = ends["low"].fillna(ends["high"]).fillna(middle)
    last = ends["high"].fillna(ends["low"]).fillna(middle)
    return dates[(first <= high) & (last >= low)]


def dated_questions(questions: pd.DataFrame) -> pd.DataFrame:
    """Return those of some questions that ask when something happened, no plans, with the `year` of their first day.

    What has no first day is left out; within a year the gravest verdict stands first.
    """
    dates = questions[(questions["kind"] == "date") & ~questions["planned"].astype(bool) & questions["low"].notna()]
    dates = dates.assign(year=dates["low"].str[: -len("-MM-DD")].astype("int64"))
    return dates.sort_values("verdict", key=lambda verdicts: verdicts.map(VERDICTS.index), kind="stable")


def periods(tables: "Tables") -> pd.DataFrame:
    """Return the periods of history that a table set names, in the order of time.

    Columns: those of their table, with `low` and `high`, the first and the last day, infinite where it is open.
    """
    named = tables.periods
    low, high = (values.DATE.parse(named[end])[side] for end, side in (("start", "low"), ("end", "high")))
    return named.assign(low=low.fillna(-np.inf), high=high.fillna(np.inf)).sort_values(
        ["low", "high"], ignore_index=True
    )
