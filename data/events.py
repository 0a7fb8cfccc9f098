"""When things happened, as the claims tell it."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data import engine
from data.verdicts import CONTESTED, VERDICTS

if TYPE_CHECKING:
    from data.comparison import Comparison


def question_times(chosen: str = "true") -> str:
    """Return SQL for the time of each question in days, low and high by question, null where none is known.

    It is that of its answers where they are dates, else its period, else that of its event's dates; `chosen` is the
    condition that the answers looked at meet.
    """
    return f"""
with dated as (
  select q.question, q.event, a.low, a.high from answers a join questions q on a.question = q.question
  where q.kind = 'date' and ({chosen})),
own as (select question, min(low) as low, max(high) as high from dated group by question),
of_event as (select event, min(low) as low, max(high) as high from dated group by event)
select q.question, coalesce(o.low, q.period_low, e.low) as low, coalesce(o.high, q.period_high, e.high) as high
from questions q left join own o on q.question = o.question left join of_event e on q.event = e.event"""


def events(found: "Comparison") -> pd.DataFrame:
    """Return one row for each event of which the chosen sources speak.

    Columns: event, title, topic, scope, place; `low` and `high`, the first and last day that any of its dates holds
    (days since 1970-01-01, NaN where it has none); n_claims, n_questions; n_contested, and of these `n_independent`,
    between independent origins; sorted by `low`, the undated last.
    """
    contested = f"v.verdict in ({engine.listed(CONTESTED)})"
    with found.tables.store.cursor() as cursor:
        counts = engine.frame(
            cursor.sql(
                "with dated as (select q.event, min(a.low) as low, max(a.high) as high from answers a "
                "join questions q on a.question = q.question "
                f"where q.kind = 'date' and a.{found.chosen} group by q.event) "
                "select q.event, any_value(d.low) as low, any_value(d.high) as high, "
                "sum(v.n_claims + v.superseded) as n_claims, count(*) as n_questions, "
                f"count(*) filter ({contested}) as n_contested, "
                f"count(*) filter ({contested} and (v.between_origins or v.verdict = '{CONTESTED[0]}')) as n_independent "
                f"from {found.relation} v join questions q on v.question = q.question left join dated d on q.event = d.event "
                "group by q.event"
            )
        )
    described = found.tables.events[["event", "title", "topic", "scope", "place"]]
    joined = described.merge(counts, on="event").sort_values(["low", "event"], ignore_index=True)
    return joined.astype(dict.fromkeys(["n_claims", "n_questions", "n_contested", "n_independent"], "int64"))


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
    with found.tables.store.cursor() as cursor:
        dates = engine.frame(
            cursor.sql(
                "with told as ("
                "  select q.event, s.id as source, q.id, a.number, a.low, a.high, q.planned, a.is_derived, v.gap,"
                f"   v.verdict, list_position([{engine.listed(VERDICTS)}], v.verdict) as rank"
                f"  from answers a join questions q on a.question = q.question join {found.relation} v"
                "    on a.question = v.question join sources s on a.source = s.number"
                f"  where q.kind = 'date' and a.{found.chosen} and a.question in (select question from {numbers})"
                "  qualify not q.planned or bool_and(q.planned) over (partition by q.event))"
                f"select {by}, min(low) as low, max(high) as high, max(low) as latest, min(high) as earliest,"
                "  min_by(verdict, rank) as verdict, min_by(id, (rank, low, number)) as question, max(gap) as gap,"
                "  bool_and(is_derived) as derived, bool_and(planned) as planned, count(distinct source) as n_sources"
                f" from told group by {by}"
            )
        )
    first, last = dates.pop("latest"), dates.pop("earliest")
    if by_source:
        dates["gap"] = (first - last).clip(lower=0.0)
    first, last = first.where(np.isfinite(first), last), last.where(np.isfinite(last), first)
    dates = dates.assign(at=(first + last + 1) / 2, day=dates["low"] == dates["high"])
    dated = dates[np.isfinite(dates["at"])]
    titled = found.tables.events[["event", "title", "topic"]].merge(dated, on="event")
    return titled.sort_values(["at", "low", *by.split(", ")], ignore_index=True)


def within(dates: pd.DataFrame, low: float, high: float) -> pd.DataFrame:
    """Return the rows that meet a time; an open end reaches no farther than the day that is named."""
    first = dates["low"].where(np.isfinite(dates["low"]), dates["high"])
    last = dates["high"].where(np.isfinite(dates["high"]), dates["low"])
    return dates[(first <= high) & (last >= low)]


def dated_questions(questions: pd.DataFrame) -> pd.DataFrame:
    """Return those of some questions that ask when something happened, no plans, with the `year` of their first day.

    What has no first day is left out; within a year the gravest verdict stands first.
    """
    dates = questions[(questions["kind"] == "date") & ~questions["planned"].astype(bool) & questions["low"].notna()]
    dates = dates.assign(year=dates["low"].str[: -len("-MM-DD")].astype("int64"))
    return dates.sort_values("verdict", key=lambda verdicts: verdicts.map(VERDICTS.index), kind="stable")
