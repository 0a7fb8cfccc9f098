"""What a reader's choice leaves: the verdicts among the chosen sources, and the questions that the filters keep."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from data import engine, values, verdicts
from data.agreement import agreement
from data.events import event_dates
from data.once import once, once_frame

if TYPE_CHECKING:
    from data.comparison import Comparison


@dataclass(frozen=True)
class Selection:
    """A reader's choice; an empty part chooses all. `period` is the first and the last time, in EDTF."""

    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    scope: str = ""
    period: tuple[str, str] = ("", "")
    words: str = ""
    set: str = ""

    def sources_of(self, sources: pd.DataFrame) -> tuple[str, ...] | None:
        """Return the ids that it names of a table of sources, or None for all."""
        if not self.set and not self.sources:
            return None
        if self.set:
            sources = sources[sources["set"] == self.set]
        if self.sources:
            sources = sources[sources["source"].isin(self.sources)]
        return tuple(sources["source"])


class View:
    """What a selection leaves of a comparison. A view of many questions is asked for counts and pages, not for all.

    `found` is the comparison of the chosen sources.
    """

    def __init__(self, found: "Comparison", selection: Selection) -> None:
        self.found, self.selection = found, selection
        self.sources = found.sources

    @once
    def _numbers(self) -> str:
        """The name in the database of the numbers of the questions that are left."""
        return self.found.keep(f"select question from ({_query(self.found, self.selection)})", "left")

    @once_frame
    def questions(self) -> pd.DataFrame:
        """The columns of `Comparison.questions` with title, topic and scope of the event; sorted by question."""
        return self.page()

    @once_frame
    def contested(self) -> pd.DataFrame:
        """The contested questions in the one order that every view uses.

        Beside the columns of `questions`: `since` and `until` (the question's time in days), `independent`, `gap_rank`
        and `place` (among all that is contested in the comparison); see `Comparison.contested`.
        """
        ranked = self.found.contested.rename(columns={"low": "since", "high": "until"})
        columns = ["question", "since", "until", "independent", "gap_rank", "place"]
        return self.questions.merge(ranked[columns], on="question").sort_values("place", ignore_index=True)

    @once_frame
    def ranked(self) -> pd.DataFrame:
        """The questions, the contested first in their order, then what most origins answer."""
        questions = self.questions
        rest = questions[~questions["verdict"].isin(verdicts.CONTESTED)]
        rest = rest.sort_values(["n_origins", "question"], ascending=[False, True])
        return pd.concat([self.contested[questions.columns], rest], ignore_index=True)

    @once_frame
    def agreement(self) -> pd.DataFrame:
        """How often each two sources agree and part on these questions; see `agreement.agreement`."""
        related = self.found.relations
        return agreement(related[related["question"].isin(self.questions["question"])])

    def event_dates(self, *, by_source: bool = False) -> pd.DataFrame:
        """Return when the events happened of which these questions ask; see `events.event_dates`."""
        return event_dates(self.found, self._numbers, by_source=by_source)

    @once_frame
    def claims(self) -> pd.DataFrame:
        """The claims of the chosen sources that answer these questions (see `Tables.claims`)."""
        return self.found.tables.store.frame(
            f"a.{self.found.chosen} and a.question in (select question from {self._numbers})"
        )

    def page(self, first: int = 0, rows: int | None = None, order: str = "id") -> pd.DataFrame:
        """Return some of the questions, in the order of an SQL expression on the columns of questions and verdicts."""
        limit = "" if rows is None else f"limit {int(rows)} offset {int(first)}"
        with self.found.tables.store.cursor() as cursor:
            found = engine.frame(
                cursor.sql(
                    f"select q.* exclude (question), v.* exclude (question) from {self.found.relation} v "
                    f"join questions q on v.question = q.question "
                    f"where q.question in (select question from {self._numbers}) order by {order}, q.id {limit}"
                )
            )
        events = self.found.tables.events[["event", "title", "topic", "scope"]]
        return verdicts.written(found).merge(events, how="left", on="event")

    def claims_page(self, first: int = 0, rows: int = 50) -> pd.DataFrame:
        """Return some of the claims that answer these questions, as the table has them."""
        where = f"a.{self.found.chosen} and a.question in (select question from {self._numbers})"
        return self.found.tables.store.frame(where, first=first, rows=rows)

    def count(self, by: Sequence[str] = ("verdict",)) -> pd.DataFrame:
        """Return how many questions and claims are left, by some columns of questions and verdicts.

        Columns: those of `by`, questions, claims; the most questions first.
        """
        return self.found.ask("counts", keys=", ".join(f'"{name}"' for name in by), left=self._numbers)

    def bins(self, unit: str = "year") -> pd.DataFrame:
        """Return how many questions have their time in each day, month, year or decade, by verdict.

        Columns: `start` (days since 1970-01-01, of the bin in which the middle of a question's time lies), verdict,
        questions; questions without a known time, or with an open one, are in none.
        """
        times = engine.rule("times", chosen=self.found.chosen)
        return self.found.ask("bins", times=times, unit=unit, left=self._numbers)


def _query(found: "Comparison", selection: Selection) -> str:
    """Return SQL for the numbers of the questions that a selection leaves of a comparison."""
    tables = found.tables
    wanted = []
    events = tables.events
    if selection.topics or selection.scope:
        kept = events["topic"].isin(selection.topics) if selection.topics else pd.Series(True, index=events.index)
        if selection.scope:
            kept &= events["scope"] == selection.scope
        wanted.append(f"q.event in ({engine.listed(events.loc[kept, 'event'])})")
    if selection.verdicts:
        wanted.append(f"v.verdict in ({engine.listed(selection.verdicts)})")
    if any(selection.period):
        first, last = _ends(selection.period)
        wanted.append(
            f"q.question in (select question from ({engine.rule('times', chosen=found.chosen)}) "
            f"where low is null or (low <= '{last}'::double and high >= '{first}'::double))"
        )
    wanted += [
        f"q.question in (select question from {found.searchable} where contains(text, {engine.listed([word])}))"
        for word in folded(selection.words).split()
    ]
    conditions = " and ".join(wanted) or "true"
    return f"select q.question from {found.relation} v join questions q on v.question = q.question where {conditions}"


def _ends(period: tuple[str, str]) -> tuple[float, float]:
    """Return the first and last day of a period; an end that is empty or does not parse is open."""
    days = values.DATE.parse(pd.Series(period, dtype="str"))
    low, high = float(days["low"].min()), float(days["high"].max())
    open_start, open_end = days["low"].isna()
    return (float("-inf") if open_start else low), (float("inf") if open_end else high)


SEARCHED = ("event", "value", "unit", "period", "stated", "voice", "note", "claim")
"""The columns of claims through which a search looks, beside titles, labels and what their tables say of them."""


def searchable_text(found: "Comparison") -> pd.DataFrame:
    """Return all that a search looks through, `text` by `question` (its number), folded.

    Titles, labels, values, wordings, voices and notes, of the answers of the chosen sources.
    """
    tables = found.tables
    looked_up: Sequence[tuple[str, pd.DataFrame, Sequence[str]]] = (
        ("event", tables.events, ("title", "topic", "summary", "aliases")),
        ("attribute", tables.attributes, ("label",)),
        ("source", tables.sources, ("title", "publisher")),
        ("value", tables.names.rename(columns={"name": "value"}), ("aliases",)),
    )
    claims = tables.store.frame(f"a.{found.chosen}")
    parts = [claims[name] for name in SEARCHED]
    for column, table, names in looked_up:
        described = table.drop_duplicates(column).set_index(column)
        parts += [claims[column].map(described[name]).astype("str").fillna("") for name in names]
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + " " + part
    by = joined.groupby(claims["question"]).agg(" ".join)
    return pd.DataFrame({"id": by.index, "text": [folded(text) for text in by]})


def folded(text: str) -> str:
    """Return a text without case and accents, as searches compare it."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
