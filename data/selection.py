"""What a reader's choice leaves: the verdicts among the chosen sources, and the questions that the filters keep."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from data import engine, search, values, verdicts
from data.agreement import agreement, events_in_common, relations, shared_questions, standings, two_sources
from data.events import EventDates
from data.once import kept, once, once_frame

if TYPE_CHECKING:
    from data.comparison import Comparison

Made = TypeVar("Made")


@dataclass(frozen=True)
class Selection:
    """A reader's choice; an empty part chooses all.

    `period` is the first and the last time, in EDTF. With `independent`, only questions are left on which independent
    origins meet: contested between them, or by a source with itself, or else answered by two origins at least.
    """

    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    scope: str = ""
    period: tuple[str, str] = ("", "")
    words: str = ""
    set: str = ""
    independent: bool = False

    def sources_of(self, sources: pd.DataFrame) -> tuple[str, ...] | None:
        """Return the ids that it names of a table of sources, or None for all."""
        if not self.set and not self.sources:
            return None
        chosen, each = set(self.sources), zip(sources["source"], sources["set"], strict=True)
        return tuple(
            source
            for source, of_set in each
            if (not self.set or of_set == self.set) and (not chosen or source in chosen)
        )


RANKED = "r.place nulls last, v.n_origins desc, q.id"
"""The order of questions in which the contested stand first, then what most origins answer."""
BY_TOPIC = "r.place nulls last, e.topic, e.title, q.attribute, q.id"
"""The order of questions in which the contested stand first, ranked, and the rest by topic and title."""
SUBSETS = {"contested": "r.place is not null", "several": "r.place is not null or v.n_sources > 1", "all": "true"}
"""Some questions as conditions of `View.page`: the contested, these and what several sources answer, or all."""
HAS_AXIS = "q.kind <> 'name'"
"""That answers lie on a line of time or of numbers, as a condition of `View.page`."""
RANKS = ("since", "until", "independent", "gap_rank", "place")
"""The columns of `rules/ranking.sql`, by question."""
COUNTED = ["questions", "claims", "independent", "one_origin"]
"""The columns of `View.count`."""
ORDERS = {
    "origins": "r.place",
    "gap": "r.gap_rank desc nulls last, r.place",
    "date": "r.until desc nulls last, r.since desc nulls last, r.place",
    "topic": "e.topic, r.place",
}
"""What the contested questions can be sorted by."""


def both(*conditions: str) -> str:
    """Return SQL for all of some conditions."""
    return " and ".join(f"({condition})" for condition in conditions)


class View:
    """What a selection leaves of a comparison. A view of many questions is asked for counts and pages, not for all.

    `found` is the comparison of the chosen sources.
    """

    def __init__(self, found: "Comparison", selection: Selection) -> None:
        self.found, self.selection = found, selection
        self.sources = found.sources

    def deferred(self, make: Callable[["View"], Made]) -> Callable[[], Made]:
        """Return what makes something of this view when it is asked for.

        A reader's session keeps that for as long as it lasts, so it holds the choice, and not the view and all that was
        made of it.
        """
        tables, sources, selection = self.found.tables, self.sources, self.selection
        return lambda: make(tables.compare(sources).select(selection))

    @once
    def _beside(self) -> "View | None":
        """The same without a choice of topics, verdicts and scope, of which it leaves less; None where it is this."""
        unchosen = replace(self.selection, topics=(), verdicts=(), scope="")
        return None if unchosen == self.selection else self.found.select(unchosen)

    @once
    def _numbers(self) -> str:
        """The name in the database of the numbers of the questions that are left."""
        if self._beside:
            return self.found.keep(_narrowed(self.found, self.selection, self._beside._numbers), "left", owner=self)
        left = self.found.keep(_query(self.found, self.selection), "left", owner=self)
        for word in search.terms(self.selection.words).values():  # at once, many words would take much memory
            holds = search.condition(self.found, word)
            before, among = left, f"q.question in (select question from {left})"
            left = self.found.keep(f"select q.question from questions q where {among} and {holds}", "left", owner=self)
            engine.drop(f"table {before}")
        return left

    @once
    def ids(self) -> frozenset[str]:
        """The ids of the questions that are left."""
        return frozenset(
            self.found.query(f"select id from questions where question in (select question from {self._numbers})")["id"]
        )

    @once
    def n_questions(self) -> int:
        """How many questions are left."""
        return sum(questions for questions, *_ in self._count("verdict", beside=False).values())

    @once
    def n_claims(self) -> int:
        """How many claims of the chosen sources answer them."""
        return sum(claims for _, claims, *_ in self._count("verdict", beside=False).values())

    @once
    def n_sources(self) -> int:
        """How many of the chosen sources answer them."""
        query = f"select count(distinct a.source) as n from answers a where {self._answers}"
        return int(self.found.query(query)["n"].iloc[0])

    @once_frame
    def questions(self) -> pd.DataFrame:
        """The columns of `Comparison.questions` with title, topic and scope of the event; sorted by question."""
        return self.page()

    @once_frame
    def contested(self) -> pd.DataFrame:
        """The contested questions in the one order that every view uses; see `contested_page`."""
        return self.contested_page()

    @once_frame
    def ranked(self) -> pd.DataFrame:
        """The questions, the contested first in their order, then what most origins answer."""
        return self.page(order=RANKED)

    @once_frame
    def agreement(self) -> pd.DataFrame:
        """How often each two sources agree and part on these questions; see `agreement.agreement`."""
        return agreement(self.found, self._asked)

    def agreement_among(self, sources: Collection[str]) -> pd.DataFrame:
        """Return the same of the pairs of some sources."""
        return agreement(self.found, self._asked, sources)

    @once_frame
    def shared(self) -> pd.DataFrame:
        """How many of these questions each two sources both answer; see `agreement.shared_questions`."""
        return shared_questions(self.found, self._asked)

    def two_sources(self, one: str, other: str) -> pd.DataFrame:
        """Return each of these questions that either of two sources answers; see `agreement.two_sources`."""
        return two_sources(self.found.tables.compare((one, other)), one, other, self._asked)

    def events_in_common(self, pairs: pd.DataFrame) -> pd.Series:
        """Return of how many events these questions ask where two sources both answer; see `agreement`."""
        return events_in_common(self.found, self._asked, pairs)

    def standings_of(self, source: str) -> pd.DataFrame:
        """Return how each answer of one source to these questions stands; see `agreement.standings`."""
        return standings(self.found, self._asked_of(source), source)

    def relations_of(self, source: str, questions: Collection[str]) -> pd.DataFrame:
        """Return how the answers of one source to some questions relate to others'; see `agreement.relations`."""
        of_questions = self.found.tables.store.of_questions(questions)
        return relations(self.found, f"{self._asked_of(source)} and {of_questions}", source)

    def _asked_of(self, source: str) -> str:
        """Return the SQL condition that an answer is to one of these questions, which a source answers."""
        its = f"select question from answers where source = {self.found.number_of(source)}"
        return f"{self._asked} and question in ({its})"

    @once
    def _asked(self) -> str:
        """The SQL condition that an answer is to one of these questions."""
        return f"question in (select question from {self._numbers})"

    @once
    def event_dates(self) -> EventDates:
        """When the events happened of which these questions ask; see `events.EventDates`."""
        return EventDates(self.found, self._numbers)

    @once
    def event_dates_by_source(self) -> EventDates:
        """The same as each source tells it."""
        return EventDates(self.found, self._numbers, by_source=True)

    @once_frame
    def claims(self) -> pd.DataFrame:
        """The claims of the chosen sources that answer these questions (see `Tables.claims`).

        Column more: `superseded`, where the claim counts nowhere, since a later edition answers the same question.
        """
        return self.claims_where("true")

    def claims_of(self, questions: Collection[str]) -> pd.DataFrame:
        """Return those of the claims that answer some of these questions, given by their ids."""
        return self.claims_where(self.within(questions=questions))

    def claims_about(self, events: Collection[str]) -> pd.DataFrame:
        """Return those of the claims that speak of some events, given by their ids."""
        return self.claims_where(self.within(events=events))

    def claims_by(self, sources: Collection[str]) -> pd.DataFrame:
        """Return those of the claims that some sources make, given by their ids."""
        return self.claims_where(f"s.id in ({engine.listed(sources)})")

    def claims_where(self, condition: str) -> pd.DataFrame:
        """Return those of the claims that meet an SQL condition (see `ClaimStore.frame`)."""
        found = self.found.tables.store.frame(f"{self._answers} and ({condition})")
        return found.assign(superseded=found["claim"].isin(self.found.superseded))

    def verdict_counts(self, where: str = "true") -> pd.Series:
        """Return how many of the questions that meet an SQL condition have each verdict, the gravest first."""
        query = f"select v.verdict, count(*) as n from {self._described} and ({where}) group by v.verdict"
        found = self.found.query(query).set_index("verdict")["n"]
        return found[[verdict for verdict in verdicts.VERDICTS if verdict in found]]

    def within(
        self,
        *,
        questions: Collection[str] | None = None,
        events: Collection[str] | None = None,
        sources: Collection[str] | None = None,
    ) -> str:
        """Return the SQL condition that a question (`q`) is one of some, asks of some events, and some sources answer.

        All are given by their ids; None stands for any.
        """
        parts = {"q.id": questions, "q.event": events}
        wanted = [f"{column} in ({engine.listed(ids)})" for column, ids in parts.items() if ids is not None]
        if sources is not None:
            numbers = self.found.numbers_of(sources)
            wanted.append(f"q.question in (select question from answers where source in ({numbers}))")
        return " and ".join(wanted) or "true"

    def count_claims_where(self, condition: str) -> int:
        """Return how many of the claims answer questions (`q`) that meet an SQL condition."""
        query = (
            "select count(*) as n from answers a join questions q on a.question = q.question "
            f"where {self._answers} and ({condition})"
        )
        return int(self.found.query(query)["n"].iloc[0])

    def sources_where(self, condition: str) -> list[str]:
        """Return the ids of the sources of the claims whose questions (`q`) meet an SQL condition."""
        query = (
            "select distinct s.id from answers a join questions q on a.question = q.question "
            f"join sources s on a.source = s.number where {self._answers} and ({condition})"
        )
        return list(self.found.query(query)["id"])

    def claims_page(self, first: int = 0, rows: int = 50) -> pd.DataFrame:
        """Return some of the claims that answer these questions, as the table has them."""
        page = f"select number from answers a where {self._answers} order by number limit {rows} offset {first}"
        return self.claims_where(f"a.number in ({page})")

    def questions_of(self, ids: Collection[str]) -> pd.DataFrame:
        """Return those of these questions that have some ids, the contested first, in the order of `ranked`."""
        return self.page(order=RANKED, where=self.within(questions=ids))

    def verdicts_of(self, ids: Collection[str]) -> pd.DataFrame:
        """Return question, verdict, n_origins and between_origins of those of these questions that have some ids."""
        return self.found.query(
            "select q.id as question, v.verdict, v.n_origins, v.between_origins "
            f"from {self._described} and {self.within(questions=ids)}"
        )

    def questions_about(self, events: Collection[str]) -> pd.DataFrame:
        """Return those of these questions that ask of some events, given by their ids, in the order of `ranked`."""
        return self.page(order=RANKED, where=self.within(events=events))

    def page(self, first: int = 0, rows: int | None = None, order: str = "q.id", where: str = "true") -> pd.DataFrame:
        """Return some of the questions, as `questions` has them, or of those that meet an SQL condition.

        `order` and `where` may name columns of the questions in the database (`q`, see `claims`), their verdicts (`v`,
        see `rules/verdicts.sql`), their rank among the contested (`r`, see `rules/ranking.sql`) and their events (`e`).
        """
        return self._written(self._rows("", first, rows, order, where))

    def count_where(self, where: str) -> int:
        """Return how many of the questions meet an SQL condition, as `page` takes it."""
        return int(self.found.query(f"select count(*) as n from {self._described} and ({where})")["n"].iloc[0])

    def contested_page(
        self, first: int = 0, rows: int | None = None, order: str = "r.place", where: str = "true"
    ) -> pd.DataFrame:
        """Return some of the contested questions, in the one order that every view uses or another.

        Beside the columns of `questions`: `since` and `until` (the question's time in days), `independent`, `gap_rank`
        and `place` (among all that is contested in the comparison); see `Comparison.contested`.
        """
        found = self._rows(", r.* exclude (question)", first, rows, order, f"r.place is not null and ({where})")
        more = found[list(RANKS)].astype({"since": "float64", "until": "float64", "gap_rank": "float64"})
        return self._written(found).join(more)

    def most_contested(self, most: int) -> pd.DataFrame:
        """Return the first contested question of each event, as `contested_page` has them, so many at most."""
        first = (
            f"select min(f.place) from {self.found.ranking} f join questions o on f.question = o.question "
            f"where f.question in (select question from {self._numbers}) group by o.event"
        )
        return self.contested_page(rows=most, where=f"r.place in ({first})")

    def contested_lines(self, order: str, least: int, first: int = 1, lines: int | None = None) -> pd.DataFrame:
        """Return the contested questions that stand in some lines of the list of them, as `contested_page` has them.

        They are sorted by one of `ORDERS`.
        Of an event that is contested for at least so many periods, all stand in one line. Columns more: `series`
        (the event of such a line, else empty) and `line`, from 1, in whose order they are.
        """
        last = "" if lines is None else f"and line < {first + lines}"
        placed = self.found.query(
            f"select q.id as question, l.series, l.line from ({self._lines(order, least)}) l "
            f"join questions q on l.question = q.question where line >= {first} {last} order by l.line, l.number"
        )
        chosen = "true" if lines is None and first == 1 else f"q.id in ({engine.listed(placed['question'])})"
        found = placed.merge(self.contested_page(where=chosen), on="question")
        return found.assign(series=found["series"].fillna("").astype("str"))

    @kept
    def count_lines(self, least: int) -> int:
        """Return how many lines the list of contested questions has; see `contested_lines`."""
        lines = self._lines("origins", least)
        return int(self.found.query(f"select coalesce(max(line), 0) as n from ({lines})")["n"].iloc[0])

    def count(self, by: str = "verdict") -> pd.DataFrame:
        """Return how many questions and claims are left, by `verdict`, `topic` or `scope`, which is the index.

        Columns: questions, claims, and of the questions `independent` (see `Selection`) and `one_origin` (several
        sources answer, of one origin); the most questions first.
        """
        found = self._count(by, beside=False)
        index = pd.Index(list(found), name=by, dtype="str")
        return pd.DataFrame(list(found.values()), index=index, columns=COUNTED, dtype="int64")

    def count_beside(self, by: str) -> dict[str, int]:
        """Return how many questions each verdict, topic or scope leaves beside the other parts of the selection."""
        return {option: questions for option, (questions, *_) in self._count(by, beside=True).items()}

    @kept
    def _count(self, by: str, *, beside: bool) -> dict[str, list[int]]:
        """Return what `count` tells, by option; with `beside`, the choice of what it is counted by is left aside."""
        chosen: dict[str, Collection[str]] = {"topic": self.selection.topics, "verdict": self.selection.verdicts}
        chosen["scope"] = [self.selection.scope] if self.selection.scope else []
        if beside:
            chosen[by] = []
        found: dict[str, list[int]] = {}
        # Without pandas, since each page counts several times, and for some ten rows that takes longer than all else.
        for row in (self._beside or self)._counts:
            if not pd.isna(row[by]) and all(row[part] in options for part, options in chosen.items() if options):
                sums = found.setdefault(row[by], [0] * len(COUNTED))
                found[row[by]] = [counted + row[name] for counted, name in zip(sums, COUNTED, strict=True)]
        return dict(sorted(found.items(), key=lambda option: (-option[1][0], option[0])))

    @once
    def _counts(self) -> list[dict[Hashable, Any]]:
        """What `count` tells, of each verdict, topic and scope together."""
        return self.ask("counts", events=self.found.tables.described).to_dict("records")

    def ask(self, rule: str, query: str = "", **parts: str) -> pd.DataFrame:
        """Return what a rule gives over the questions that are `left`, or a query on it; see `Comparison.ask`."""
        return self.found.ask(rule, query, left=self._numbers, **parts)

    def dates(self, most: int) -> pd.DataFrame:
        """Return the questions that ask when something happened, plans and unknown beginnings aside, by question.

        Of more than `most`, one stands for several of its year and verdict. Columns: those of `questions`, and `alike`,
        for how many each stands.
        """
        found = self.ask("date_questions", most=str(most))
        return self.page(where=f"q.id in ({engine.listed(found['question'])})").merge(found, on="question")

    @once
    def _answers(self) -> str:
        """The SQL condition that an answer (`a`) is one of the claims."""
        return f"a.{self.found.chosen} and a.question in (select question from {self._numbers})"

    def _lines(self, order: str, least: int) -> str:
        parts = {"ranking": self.found.ranking, "events": self.found.tables.described, "left": self._numbers}
        return engine.rule("contested_list", order=ORDERS[order], least=str(least), **parts)

    def _rows(self, more: str, first: int, rows: int | None, order: str, where: str) -> pd.DataFrame:
        limit = "" if rows is None else f"limit {int(rows)} offset {int(first)}"
        return self.found.query(
            f"select q.* exclude (question), v.* exclude (question), e.title, e.topic, e.scope{more} "
            f"from {self._described} and ({where}) order by {order} {limit}"
        )

    @once
    def _described(self) -> str:
        """The questions with their verdicts, ranks and events, for an SQL query, up to its first condition."""
        return (
            f"{self.found.relation} v join questions q on v.question = q.question "
            f"left join {self.found.ranking} r on v.question = r.question "
            f"left join {self.found.tables.described} e on q.event = e.event "
            f"where v.question in (select question from {self._numbers})"
        )

    def _written(self, found: pd.DataFrame) -> pd.DataFrame:
        return verdicts.written(found).join(found[["title", "topic", "scope"]])


def _query(found: "Comparison", selection: Selection) -> str:
    """Return SQL for the numbers of the questions that a selection leaves; topics, verdicts, scope and words aside."""
    wanted = []
    if selection.independent:
        wanted.append(verdicts.INDEPENDENT)
    if any(selection.period):
        first, last = _ends(selection.period)
        wanted.append(
            f"v.question in (select question from {found.times} "
            f"where low is null or (low <= '{last}'::double and high >= '{first}'::double))"
        )
    return f"select v.question from {found.relation} v where {both('true', *wanted)}"


def _narrowed(found: "Comparison", selection: Selection, numbers: str) -> str:
    """Return SQL for those of some questions that the topics, the verdicts and the scope of a selection leave."""
    wanted, events = [], found.tables.events
    if selection.topics or selection.scope:
        kept = events["topic"].isin(selection.topics) if selection.topics else pd.Series(True, index=events.index)
        if selection.scope:
            kept &= events["scope"] == selection.scope
        wanted.append(f"q.event in ({engine.listed(events.loc[kept, 'event'])})")
    if selection.verdicts:
        wanted.append(f"v.verdict in ({engine.listed(selection.verdicts)})")
    return (
        f"select l.question from {numbers} l join {found.relation} v on l.question = v.question "
        f"join questions q on l.question = q.question where {both(*wanted)}"
    )


def _ends(period: tuple[str, str]) -> tuple[float, float]:
    """Return the first and last day of a period; an end that is empty or does not parse is open."""
    days = values.DATE.parse(pd.Series(period, dtype="str"))
    low, high = float(days["low"].min()), float(days["high"].max())
    open_start, open_end = days["low"].isna()
    return (float("-inf") if open_start else low), (float("inf") if open_end else high)
