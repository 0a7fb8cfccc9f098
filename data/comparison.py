"""What the answers of chosen sources come to: one object for a choice, and all that is worked out of it."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pandas as pd

from data import agreement, engine, events, findings, positions, sensitivity, verdicts
from data.once import once, once_frame
from data.selection import Selection, View
from data.series import series

if TYPE_CHECKING:
    from data.tables import Tables


class Comparison:
    """What the answers of chosen sources come to.

    `sources` are the ids chosen, in the order of their table. Nothing is worked out before it is asked for, and
    nothing twice. Whoever asks for a frame may change it: nobody else's changes with it.
    """

    def __init__(self, tables: "Tables", chosen: frozenset[str]) -> None:
        self.tables = tables
        self.sources = tuple(source for source in tables.sources["source"] if source in chosen)
        numbers = (number for number, source in enumerate(tables.sources["source"]) if source in chosen)
        self._whole = len(self.sources) == len(tables.sources)
        # A list of all would be looked up for each answer.
        self.chosen = "source >= 0" if self._whole else f"source in ({', '.join(map(str, numbers)) or '-1'})"
        """The SQL condition that an answer is of a chosen source."""

    @contextmanager
    def answers(self, where: str = "true") -> Iterator[Any]:
        """Give a cursor on which the chosen answers that meet a condition are named (see `verdicts.name_answers`)."""
        with self.tables.store.cursor() as cursor:
            verdicts.name_answers(cursor, f"select {verdicts.ANSWER} from answers where {self.chosen} and ({where})")
            yield cursor

    def ask(self, rule: str, query: str = "", **parts: str) -> pd.DataFrame:
        """Return what a rule of `rules/` gives over the tables of the set, or a query on that, which is called `found`.

        The rule finds the condition `chosen`, the name of the `verdicts`, and in SQL which are `contested` and in which
        origins are `independent`, in braces, beside the `parts`.
        """
        made = self.rule(rule, **parts)
        return self.query(f"with found as ({made}) {query}" if query else made)

    def rule(self, rule: str, **parts: str) -> str:
        """Return the SQL of such a rule."""
        contested, independent = engine.listed(verdicts.CONTESTED), verdicts.INDEPENDENT
        shared = {"chosen": self.chosen, "verdicts": self.relation, "contested": contested, "independent": independent}
        return engine.rule(rule, **shared, **parts)

    def query(self, text: str) -> pd.DataFrame:
        """Return what a query over the tables of the set gives (see `claims`)."""
        with self.tables.store.cursor() as cursor:
            return engine.frame(cursor.sql(text))

    def number_of(self, source: str) -> int:
        """Return the number that a source has in the database."""
        return int(self.tables.sources["source"].eq(source).to_numpy().argmax())

    def numbers_of(self, sources: Iterable[str]) -> str:
        """Return the numbers that sources have in the database as the items of an SQL list."""
        return ", ".join(str(self.number_of(source)) for source in sources) or "null"

    @once
    def _untranslated(self) -> "Comparison":
        """The comparison of the same sources in the set that this one translates, whose verdicts are the same."""
        tables = self.tables.translates or self.tables
        return tables.compare(self.sources)

    # --- Verdicts ---------------------------------------------------------------------------------------------------

    @once
    def relation(self) -> str:
        """The name in the database of the verdicts as the rules give them, one row a question, numbered.

        Questions that all who answer them still do are taken from the comparison of all sources.
        """
        if self.tables.translates:
            return self._untranslated.relation
        store = self.tables.store
        name = f"{store.schema}.{engine.fresh_name('verdicts')}"
        made = [f"table {name}"]
        if self._whole and self.tables.amends is None:
            with store.cursor() as cursor:
                verdicts.compare(cursor, f"select {verdicts.ANSWER} from answers", store.count, name)
        else:
            if self._whole and self.tables.amends:
                before, changed = self.tables.amends[0].compare().relation, self.tables.amends[1]
            else:
                before, changed = self.tables.compare().relation, f"{name}_changed"
                with store.cursor() as cursor:
                    cursor.execute(
                        f"create table {changed} as select distinct question from answers where not {self.chosen}"
                    )
                made.append(f"table {changed}")
            answers = f"select {verdicts.ANSWER} from answers where {self.chosen}"
            again = f"{answers} and question in (select question from {changed})"
            # A copy of few is made sooner than each query looks through both; of many, it would take much memory.
            kind = "table" if store.count <= engine.SMALL else "view"
            with store.cursor() as cursor:
                verdicts.compare(cursor, again, store.count, f"{name}_again")
                cursor.execute(
                    f"create {kind} {name} as select * from {name}_again "
                    f"union all select * from {before} where question not in (select question from {changed})"
                )
            read = [f"table {name}_again", *made[1:]]
            if kind == "table":
                engine.drop(*read)
                read = []
            made = [f"{kind} {name}", *read]
        engine.drop_with(self, *made)
        return name

    @once_frame
    def questions(self) -> pd.DataFrame:
        """One row a question with its verdict: `COLUMNS`, then `gap_from` and `gap_to`; sorted by question.

        `low`, `high` and what all share are ISO days for dates, numbers for quantities, None for names and open ends;
        `gap` is in days or in the unit, and lies between `gap_from` and `gap_to` (days since 1970-01-01, or the unit);
        `gap_pct` is in percent; all are NaN where there is none.
        """
        with self.tables.store.cursor() as cursor:
            found = cursor.sql(
                f"select q.* exclude (question), v.* exclude (question) from {self.relation} v "
                "join questions q on v.question = q.question order by q.id"
            )
            return verdicts.written(engine.frame(found))

    def question(self, question: str) -> pd.Series:
        """Return the row of one question (see `questions`); raise `KeyError` where no chosen source answers it."""
        with self.tables.store.cursor() as cursor:
            found = cursor.sql(
                f"select q.* exclude (question), v.* exclude (question) from {self.relation} v "
                f"join questions q on v.question = q.question where q.id = {engine.listed([question])}"
            )
            rows = verdicts.written(engine.frame(found))
        if rows.empty:
            raise KeyError(question)
        return rows.iloc[0]

    def select(self, selection: Selection | None = None, **choice: Any) -> View:
        """Return what a reader's choice leaves: a `Selection`, or its parts by name, such as `topics=["trade"]`.

        Its sources and set are passed over: these are chosen by `Tables.compare` or `Tables.select`.
        """
        parts: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in choice.items()}
        return self.tables.views.get((self, selection or Selection(**parts)))

    def keep(self, query: str, what: str, incoming: Any = None, *, owner: object = None) -> str:
        """Put what a query gives into a table, and return its name in the database.

        The table goes with its `owner`, or with this comparison.
        """
        name = f"{self.tables.store.schema}.{engine.fresh_name(what)}"
        with self.tables.store.cursor() as cursor:
            if incoming is not None:
                cursor.register("incoming", incoming)
            cursor.execute(f"create table {name} as {query}")
        engine.drop_with(self if owner is None else owner, f"table {name}")
        return name

    @once
    def ranking(self) -> str:
        """The name in the database of the contested questions, by number, in the one order (see `findings`)."""
        return self.keep(self.rule("ranking", times=self.times), "ranking")

    @once
    def times(self) -> str:
        """The name in the database of the time of each question, by number (see `rules/question_times.sql`)."""
        return self.keep(engine.rule("question_times", chosen=self.chosen), "times")

    @once_frame
    def events(self) -> pd.DataFrame:
        """One row for each event of which the chosen sources speak; see `events.events`."""
        return events.events(self)

    @once_frame
    def contested(self) -> pd.DataFrame:
        """The contested questions in the one order that every view uses; see `findings.contested`."""
        return findings.contested(self)

    @once_frame
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

    @once_frame
    def relations(self) -> pd.DataFrame:
        """How the answers of each two sources to each question that both answer relate; see `agreement.relations`."""
        return agreement.relations(self)

    @once_frame
    def agreement(self) -> pd.DataFrame:
        """How often each two sources agree and part on what both answer; see `agreement.agreement`."""
        return agreement.agreement(self)

    @once_frame
    def standings(self) -> pd.DataFrame:
        """How each source stands beside the others on each of its questions; see `agreement.standings`."""
        return agreement.standings(self)

    @once_frame
    def profiles(self) -> pd.DataFrame:
        """One row a source: its claims, origins and dates, and how its answers stand; see `agreement.profiles`."""
        return agreement.profiles(self)

    def two_sources(self, one: str, other: str) -> pd.DataFrame:
        """Return each question that either of two sources answers, and how they relate; see `agreement.two_sources`."""
        return agreement.two_sources(self.tables.compare((one, other)), one, other)

    # --- Without some ----------------------------------------------------------------------------------------------

    def leave_out(self, sources: str | Iterable[str] = (), *, one_per_origin: bool = False) -> pd.DataFrame:
        """Return which verdicts change without some sources, or with each origin heard once; see `sensitivity`."""
        left_out = {sources} if isinstance(sources, str) else set(sources)
        return sensitivity.leave_out(self, left_out, one_per_origin=one_per_origin)

    @once_frame
    def read_coarser(self) -> pd.DataFrame:
        """Which verdicts change where dates of false precision are read as years; see `sensitivity.read_coarser`."""
        return sensitivity.read_coarser(self)

    @once_frame
    def pivotal(self) -> pd.DataFrame:
        """The sources each of which, left out alone, ends the contest over a question; see `sensitivity.pivotal`."""
        return sensitivity.pivotal(self)

    def pivotal_of(self, questions: Collection[str]) -> pd.DataFrame:
        """Return the same of some questions, without working out all."""
        return sensitivity.pivotal(self, questions)

    # --- Findings --------------------------------------------------------------------------------------------------

    @once_frame
    def silences(self) -> pd.DataFrame:
        """Why each source gives no answer to each question that it does not answer; see `findings.silences`."""
        return findings.silences(self)

    def silences_of(self, questions: Collection[str]) -> pd.DataFrame:
        """Return the same of some questions, without working out all."""
        return findings.silences(self, questions)

    @once_frame
    def same_words(self) -> pd.DataFrame:
        """The pairs of events in which different speakers used nearly the same words; see `findings.same_words`."""
        return findings.same_words(self)

    @once_frame
    def revisions(self) -> pd.DataFrame:
        """What the later of each two editions revised; see `findings.revisions`."""
        return findings.revisions(self)

    @once_frame
    def revised(self) -> pd.DataFrame:
        """What later editions say differently, question by question; see `findings.revised`."""
        return findings.revised(self)

    @once_frame
    def false_precision(self) -> pd.DataFrame:
        """The sources whose days seem to be years or months; see `findings.false_precision`."""
        return findings.false_precision(self)

    @once
    def superseded(self) -> frozenset[str]:
        """The ids of the claims that count nowhere, since a chosen later edition answers the same question."""
        return frozenset(self.ask("superseded_claims", claim=self.tables.store.cell("claim"))["claim"])

    def series(self, event: str, attribute: str, unit: str | None = None) -> pd.DataFrame:
        """Return one row a year of a quantity: its ends, who gives them, how far apart; see `series.series`."""
        return series(self, event, attribute, unit)

    def over_time(self, questions: Collection[str] | None = None) -> pd.DataFrame:
        """Return the answers to some questions, or all, in the order of their publication; see `findings.over_time`."""
        return findings.over_time(self, questions)
