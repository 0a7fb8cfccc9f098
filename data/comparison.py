"""What the answers of chosen sources come to: one object for a choice, and all that is worked out of it."""

import weakref
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pandas as pd

from data import agreement, engine, findings, positions, sensitivity, verdicts
from data.series import series
from data.once import Kept, once
from data.selection import Selection, View, searchable_text

if TYPE_CHECKING:
    from data.tables import Tables

MOST_VIEWS = 32


class Comparison:
    """What the answers of chosen sources come to.

    `sources` are the ids chosen, in the order of their table. Nothing is worked out before it is asked for, and
    nothing twice. Frames are shared: who changes one changes a copy, since pandas copies on write.
    """

    def __init__(self, tables: "Tables", chosen: frozenset[str]) -> None:
        self.tables = tables
        self.sources = tuple(source for source in tables.sources["source"] if source in chosen)
        numbers = (number for number, source in enumerate(tables.sources["source"]) if source in chosen)
        self.chosen = f"source in ({', '.join(map(str, numbers)) or 'null'})"
        """The SQL condition that an answer is of a chosen source."""
        self._views = Kept[Selection, View](lambda selection: View(self, selection), MOST_VIEWS)

    @contextmanager
    def answers(self, where: str = "true") -> Iterator[Any]:
        """Give a cursor on which the chosen answers that meet a condition are `claims` (see `verdicts.name_answers`)."""
        with self.tables.store.cursor() as cursor:
            verdicts.name_answers(cursor, f"select {verdicts.ANSWER} from answers where {self.chosen} and ({where})")
            yield cursor

    # --- Verdicts ---------------------------------------------------------------------------------------------------

    @once
    def relation(self) -> str:
        """The name in the database of the verdicts as the rules give them, one row a question, numbered.

        Questions that all who answer them still do are taken from the comparison of all sources.
        """
        name = f"{self.tables.store.schema}.{engine.fresh_name('verdicts')}"
        if len(self.sources) == len(self.tables.sources):
            with self.answers() as cursor:
                cursor.execute(f"create table {name} as {engine.rule('verdicts')}")
            made = [f"table {name}"]
        else:
            every = self.tables.compare().relation
            changed, again = f"{name}_changed", f"{name}_again"
            with self.tables.store.cursor() as cursor:
                cursor.execute(
                    f"create table {changed} as select distinct question from answers where not {self.chosen}"
                )
            with self.answers(f"question in (select question from {changed})") as cursor:
                cursor.execute(f"create table {again} as {engine.rule('verdicts')}")
                cursor.execute(
                    f"create view {name} as select * from {again} "
                    f"union all select * from {every} where question not in (select question from {changed})"
                )
            made = [f"view {name}", f"table {again}", f"table {changed}"]
        weakref.finalize(self, _drop, made)
        return name

    @once
    def _questions(self) -> pd.DataFrame:
        with self.tables.store.cursor() as cursor:
            found = cursor.sql(
                f"select q.* exclude (question), v.* exclude (question) from {self.relation} v "
                "join questions q on v.question = q.question order by q.id"
            )
            return verdicts.written(engine.frame(found))

    @property
    def questions(self) -> pd.DataFrame:
        """One row a question with its verdict: `COLUMNS`, then `gap_from` and `gap_to`; sorted by question.

        `low`, `high` and what all share are ISO days for dates, numbers for quantities, None for names and open ends;
        `gap` is in days or in the unit, and lies between `gap_from` and `gap_to` (days since 1970-01-01, or the unit);
        `gap_pct` is in percent; all are NaN where there is none.
        """
        return self._questions.copy(deep=False)

    def select(self, selection: Selection | None = None, **choice: Any) -> View:
        """Return what a reader's choice leaves: a `Selection`, or its parts by name, such as `topics=["trade"]`.

        Its sources and set are passed over: these are chosen by `Tables.compare` or `Tables.select`.
        """
        parts: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in choice.items()}
        return self._views.get(selection or Selection(**parts))

    @once
    def searchable(self) -> str:
        """The name in the database of the text by question that searches look through (see `selection`)."""
        texts = engine.table_of(searchable_text(self))
        return self.keep("select q.question, t.text from incoming t join questions q on t.id = q.id", "texts", texts)

    def keep(self, query: str, what: str, incoming: Any = None) -> str:
        """Put what a query gives into a table that goes with this comparison; return its name in the database."""
        name = f"{self.tables.store.schema}.{engine.fresh_name(what)}"
        with self.tables.store.cursor() as cursor:
            if incoming is not None:
                cursor.register("incoming", incoming)
            cursor.execute(f"create table {name} as {query}")
        weakref.finalize(self, _drop, [f"table {name}"])
        return name

    @once
    def contested(self) -> pd.DataFrame:
        """The contested questions in the one order that every view uses; see `findings.contested`."""
        return findings.contested(self)

    @once
    def positions(self) -> pd.DataFrame:
        """The competing answers to each question, and who holds each; see `positions.positions`."""
        return positions.positions(self)

    def positions_of(self, questions: Collection[str]) -> pd.DataFrame:
        """Return the same of some questions, without working out all."""
        return positions.positions(self, questions)

    def claim_verdicts(self, claims: pd.DataFrame) -> pd.Series:
        """Return how each of some claims stands to the other answers; see `positions.claim_verdicts`."""
        return positions.claim_verdicts(self, claims)

    # --- Sources beside each other ----------------------------------------------------------------------------------

    @once
    def relations(self) -> pd.DataFrame:
        """How the answers of each two sources to each question that both answer relate; see `agreement.relations`."""
        return agreement.relations(self)

    @once
    def agreement(self) -> pd.DataFrame:
        """How often each two sources agree and part on what both answer; see `agreement.agreement`."""
        return agreement.agreement(self.relations)

    @once
    def standings(self) -> pd.DataFrame:
        """How each source stands beside the others on each of its questions; see `agreement.standings`."""
        return agreement.standings(self)

    @once
    def profiles(self) -> pd.DataFrame:
        """One row a source: its claims, origins and dates, and how its answers stand; see `agreement.profiles`."""
        return agreement.profiles(self)

    @once
    def source_order(self) -> tuple[str, ...]:
        """The sources so that those that part least stand together; see `agreement.source_order`."""
        return agreement.source_order(self.sources, self.agreement)

    def two_sources(self, one: str, other: str) -> pd.DataFrame:
        """Return each question that either of two sources answers, and how they relate; see `agreement.two_sources`."""
        return agreement.two_sources(self.tables.compare((one, other)), one, other)

    # --- Without some ----------------------------------------------------------------------------------------------

    def leave_out(self, sources: str | Iterable[str] = (), *, one_per_origin: bool = False) -> pd.DataFrame:
        """Return which verdicts change without some sources, or with each origin heard once; see `sensitivity`."""
        left_out = {sources} if isinstance(sources, str) else set(sources)
        return sensitivity.leave_out(self, left_out, one_per_origin=one_per_origin)

    @once
    def pivotal(self) -> pd.DataFrame:
        """The sources each of which, left out alone, ends the contest over a question; see `sensitivity.pivotal`."""
        return sensitivity.pivotal(self)

    # --- Findings --------------------------------------------------------------------------------------------------

    @once
    def silences(self) -> pd.DataFrame:
        """Why each source gives no answer to each question that it does not answer; see `findings.silences`."""
        return findings.silences(self)

    def silences_of(self, questions: Collection[str]) -> pd.DataFrame:
        """Return the same of some questions, without working out all."""
        return findings.silences(self, questions)

    @once
    def same_words(self) -> pd.DataFrame:
        """The pairs of events in which different speakers used nearly the same words; see `findings.same_words`."""
        return findings.same_words(self)

    @once
    def revisions(self) -> pd.DataFrame:
        """What the later of each two editions revised; see `findings.revisions`."""
        return findings.revisions(self)

    @once
    def false_precision(self) -> pd.DataFrame:
        """The sources whose days seem to be years or months; see `findings.false_precision`."""
        return findings.false_precision(self)

    @once
    def superseded(self) -> frozenset[str]:
        """The ids of the claims that count nowhere, since a chosen later edition answers the same question."""
        with self.tables.store.cursor() as cursor:
            rows = cursor.sql(
                "select distinct t.claim from answers a join texts t using (number) join editions e on a.source = e.older "
                f"join (select * from answers where {self.chosen}) b on a.question = b.question and b.source = e.newer "
                f"where a.{self.chosen}"
            ).fetchall()
        return frozenset(claim for (claim,) in rows)

    def series(self, event: str, attribute: str, unit: str | None = None) -> pd.DataFrame:
        """Return one row a year of a quantity: its ends, who gives them, how far they are apart; see `series.series`."""
        return series(self, event, attribute, unit)

    def over_time(self, questions: Collection[str] | None = None) -> pd.DataFrame:
        """Return the answers to some questions, or all, in the order of their publication; see `findings.over_time`."""
        return findings.over_time(self, questions)


def _drop(made: Sequence[str]) -> None:
    with engine.cursor() as cursor:
        for what in made:
            kind, name = what.split(" ")
            cursor.execute(f"drop {kind} if exists {name}")
