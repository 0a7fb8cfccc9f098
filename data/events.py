"""When things happened, as the claims tell it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data import engine, values
from data.once import kept
from data.verdicts import VERDICTS

if TYPE_CHECKING:
    from data.comparison import Comparison
    from data.tables import Tables


def events(found: "Comparison") -> pd.DataFrame:
    """Return one row for each event of which the chosen sources speak.

    Columns: event, title, topic, scope, place; `low` and `high`, the first and last day that any of its dates holds
    (days since 1970-01-01, NaN where it has none); n_claims, n_questions; n_contested, and of these `n_independent`,
    between independent origins; sorted by `low`, the undated last.
    """
    counts = found.ask("events")
    described = found.tables.events[["event", "title", "topic", "scope", "place"]]
    return described.merge(counts, on="event").sort_values(["low", "event"], ignore_index=True)


UNITS = {"day": 1.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0, "millennium": 365250.0}
"""The units in which dated events are counted, with about how many days each has."""
COLUMNS = (
    "event", "title", "topic", "low", "high", "verdict", "question", "gap", "contested", "independent", "derived",
    "planned", "n_sources", "first", "last",
)  # fmt: skip
"""The columns of `EventDates.page`; where each source is told apart, `source` stands after the event."""


class EventDates:
    """When events happened, as the questions tell whose `numbers` stand in that table of the database.

    One row a dated event, or one an event and source; they stay in the database, which is asked for counts and pages.
    `low` and `high` are the first and the last day that any answer holds; `verdict` is the gravest of the event's
    questions on dates and `question` the one that has it; `gap` (days) is the widest between the answers to one
    question, never the distance between a beginning and an end; `independent` tells what is contested between
    independent origins, `derived` that some answer was derived, `planned` that all are plans; `n_sources` answer the
    question that most of them do; `first` and `last` are days that some source names, for an end that is open too.
    What was planned counts only where nothing is said of what came of it; events whose dates are all open at both
    ends have no row.
    """

    def __init__(self, found: "Comparison", numbers: str, *, by_source: bool = False) -> None:
        self.found, self.by_source, self._numbers = found, by_source, numbers
        rule = "event_dates_by_source" if by_source else "event_dates"
        order = engine.listed(VERDICTS)
        dates = found.rule(rule, left=numbers, order=order)
        days = found.rule("event_days", dates=dates, events=found.tables.described)
        self._table = found.keep(days, "dates", owner=self)

    @kept
    def summary(self, low: float = -np.inf, high: float = np.inf) -> pd.Series:
        """Return what those come to that meet a time.

        Fields: events, contested, independent, sole (one source alone), `first` and `last` (days, NaN where there is
        none), `latest` (the last day that is no plan, if any is), `widest` (the title of the widest gap) and its `gap`.
        """
        return self.found.query(
            "select count(*) as events, count(*) filter (contested) as contested, "
            "count(*) filter (independent) as independent, count(*) filter (sole) as sole, "
            "min(first) as first, max(last) as last, coalesce(max(latest), max(last)) as latest, "
            "max_by(title, gap) as widest, coalesce(max(gap), 0) as gap from ("
            "select bool_or(contested) as contested, bool_or(independent) as independent, "
            "bool_or(verdict = 'sole source') as sole, min(first) as first, max(last) as last, "
            "max(last) filter (not planned) as latest, any_value(title) as title, max(gap) as gap "
            f"from {self._table} where {_meets(low, high)} group by event)"
        ).iloc[0]

    @kept
    def undated(self) -> int:
        """Return of how many events the questions ask that have no row here."""
        count = self.found.query(
            f"select count(distinct q.event) as n from {self._numbers} l join questions q on l.question = q.question "
            f"where q.event not in (select event from {self._table})"
        )
        return int(count["n"].iloc[0])

    @kept
    def verdicts(self, low: float = -np.inf, high: float = np.inf) -> pd.Series:
        """Return how many of those that meet a time have each verdict."""
        counts = self.found.query(
            f"select verdict, count(*) as n from {self._table} where {_meets(low, high)} group by verdict"
        )
        return counts.set_index("verdict")["n"]

    def page(
        self, low: float = -np.inf, high: float = np.inf, *, first: int = 0, rows: int | None = None
    ) -> pd.DataFrame:
        """Return some of those that meet a time (days), in the order of time, with `COLUMNS`."""
        return self._rows(_meets(low, high), f"from_day, low, {self._keys}", first, rows)

    def contested(self, low: float, high: float, *, first: int = 0, rows: int | None = None) -> pd.DataFrame:
        """Return some of the contested events that meet a time, those between independent origins first.

        Among these, what most sources answer stands first. Columns: `COLUMNS`.
        """
        order = f"independent desc, n_sources desc, gap desc, {self._keys}"
        return self._rows(f"contested and {_meets(low, high)}", order, first, rows)

    def around(self, event: str, low: float, high: float) -> tuple[str, str]:
        """Return the events before and after one in the order of time, among those that meet a time; empty for none."""
        found = self.found.query(
            f"select before, after from (select event, lag(event) over w as before, lead(event) over w as after "
            f"from (select event, min(from_day) as day from {self._table} where {_meets(low, high)} group by event) "
            f"window w as (order by day, event)) where event = {engine.listed([event])}"
        )
        if found.empty:
            return "", ""
        before, after = found.iloc[0].fillna("")
        return str(before), str(after)

    def titles(self, low: float, high: float, most: int) -> pd.DataFrame:
        """Return event, title and first day of the events that meet a time, so many at most, in the order of time."""
        return self.found.query(
            f"select event, any_value(title) as title, min(first) as first from {self._table} "
            f"where {_meets(low, high)} group by event order by min(from_day), event limit {most}"
        )

    def lanes(self, low: float, high: float) -> pd.Series:
        """Return how many events that meet a time are of each topic, or told by each source, the most first."""
        lanes = self.found.query(
            f"select {self._lane} as lane, count(*) as n from {self._table} where {_meets(low, high)} "
            "group by lane order by n desc, lane"
        )
        return lanes.set_index("lane")["n"]

    def bins(self, low: float, high: float, unit: str) -> pd.DataFrame:
        """Return how many of those that meet a time lie in each bin.

        A bin is a `unit` (see `UNITS`), or the shortest longer one that holds all that is said of an event. Columns:
        lane (a topic or a source), unit, `start` and `end` (its first and last day), events, contested.
        """
        names = list(UNITS)
        units = names[names.index(unit) :]
        fits = " ".join(f"when date_trunc('{each}', low) = date_trunc('{each}', high) then '{each}'" for each in units)
        found = self.found.query(
            engine.rule(
                "event_bins",
                dates=self._table,
                lane=self._lane,
                where=_meets(low, high),
                units=f"case {fits} else '{names[-1]}' end",
            )
        )
        start = found["start"].to_numpy().astype("datetime64[D]")
        end = start.copy()
        for name in units:
            of_unit = (found["unit"] == name).to_numpy()
            step, plain = (
                (1, name[0].upper()) if name in ("day", "month", "year") else (round(UNITS[name] / 365.25), "Y")
            )
            end[of_unit] = (start[of_unit].astype(f"datetime64[{plain}]") + step).astype("datetime64[D]")
        return found.assign(end=end.astype("int64") - 1)

    def answers(self, events: Collection[str]) -> pd.DataFrame:
        """Return the different answers to when some events happened: each interval with how many origins hold it.

        Columns: event, question, `source` where each is told apart, planned, `low` and `high` (days), n_origins,
        n_sources, derived (whether all are); older editions are left out, and plans as everywhere here.
        """
        questions = (
            f"select l.question from {self._numbers} l join questions q on l.question = q.question "
            f"where q.kind = 'date' and q.event in ({engine.listed(events)}) "
            "qualify not q.planned or bool_and(q.planned) over (partition by q.event)"
        )
        with self.found.answers(f"question in ({questions})") as cursor:
            source = "s.id as source" if self.by_source else "'' as source"
            return engine.frame(cursor.sql(engine.rule("date_answers", source=source)))

    @property
    def _keys(self) -> str:
        return "event, source" if self.by_source else "event"

    @property
    def _lane(self) -> str:
        return "source" if self.by_source else "topic"

    def _rows(self, where: str, order: str, first: int, rows: int | None) -> pd.DataFrame:
        limit = "" if rows is None else f"limit {int(rows)} offset {int(first)}"
        columns = ", ".join(("event, source" if name == "event" and self.by_source else name) for name in COLUMNS)
        return self.found.query(f"select {columns} from {self._table} where {where} order by {order} {limit}")


def _meets(low: float, high: float) -> str:
    """Return the SQL condition that an event meets a time; an open end reaches no farther than the day named."""
    return f"first <= '{high}'::double and last >= '{low}'::double"


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
