"""What the verdicts would be without some sources, or with each origin heard once: the same rules, fewer answers."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import pandas as pd

from data import engine, verdicts
from data.findings import DAY
from data.verdicts import CONTESTED

if TYPE_CHECKING:
    from data.comparison import Comparison

GONE = "gone"
"""What becomes of a question whose every answer is left out."""
NEW = "new"
"""What a question was that nobody answered."""


def leave_out(found: "Comparison", left_out: set[str], *, one_per_origin: bool = False) -> pd.DataFrame:
    """Return the questions whose verdict changes without the sources `left_out`, and how.

    Columns: question, `before` and `after` (verdicts; `gone` where no answer is left), sorted by question. With
    `one_per_origin`, of the answers to a question that have one root only those of the source count that was published
    first, the undated last, then by id.
    """
    rest = found.tables.compare(set(found.sources) - left_out)
    with rest.answers() if one_per_origin else found.tables.store.cursor() as cursor:
        after = rest.relation
        if one_per_origin:
            cursor.execute(f"create temp table heard as {engine.rule('first_of_each_origin')}")
            after = f"({verdicts.query(cursor, 'select * exclude (first) from heard where source = first')})"
        return changes(cursor, found.relation, after)


def changes(cursor: Any, before: str, after: str) -> pd.DataFrame:
    """Return the questions of which two tables of verdicts give another: question, before, after."""
    return engine.frame(
        cursor.sql(
            f"select q.id as question, coalesce(b.verdict, '{NEW}') as before, coalesce(a.verdict, '{GONE}') as after "
            f"from {before} b full join {after} a on b.question = a.question "
            "join questions q on coalesce(b.question, a.question) = q.question "
            "where b.verdict is distinct from a.verdict order by q.id"
        )
    )


def read_coarser(found: "Comparison") -> pd.DataFrame:
    """Return the questions whose verdict changes where dates of false precision are read as years or months, and how.

    Read so are the firsts of a year or month that the sources of `Comparison.false_precision` give. Columns as those of
    `leave_out`.
    """
    with found.tables.store.cursor() as cursor:
        cursor.register("coarse", engine.table_of(found.false_precision))
        cursor.execute(
            f"create temp table reread as {engine.rule('answers_read_coarser', chosen=found.chosen, day=DAY)}"
        )
        return changes(cursor, found.relation, f"({verdicts.query(cursor, 'select * from reread')})")


def pivotal(found: "Comparison", questions: Collection[str] | None = None) -> pd.DataFrame:
    """Return the sources each of which, left out alone, ends the contest over a question, or over one of some.

    Columns: question, source, `after` (the verdict then; `gone` where nobody else answers), sorted by the first two.
    The rules are run again once for each whose silence might end it (see `rules/pivotal_candidates.sql`).
    """
    asked = found.tables.store.of_questions(questions)
    key = f"cast(c.question as bigint) * {len(found.tables.sources)} + c.source"
    with found.answers(asked) as cursor:
        cursor.execute(f"create temp table candidates as {engine.rule('pivotal_candidates')}")
        after = verdicts.query(
            cursor,
            f"select a.* replace ({key} as question) from answers a "
            f"join candidates c on a.question = c.question and a.source <> c.source where a.{found.chosen}",
        )
        return engine.frame(
            cursor.sql(
                f"select q.id as question, s.id as source, coalesce(v.verdict, '{GONE}') as after "
                "from candidates c join questions q on c.question = q.question join sources s on c.source = s.number "
                f"left join ({after}) v on v.question = {key} "
                f"where v.verdict is null or v.verdict not in ({engine.listed(CONTESTED)}) order by q.id, s.id"
            )
        )


def change_counts(changes: pd.DataFrame) -> pd.DataFrame:
    """Return how many questions change alike: before, after, questions; the most frequent change first.

    `changes` is what `leave_out` returns, whole or in part.
    """
    counts = changes.groupby(["before", "after"]).size().rename("questions").reset_index()
    return counts.sort_values(["questions", "before", "after"], ascending=[False, True, True], ignore_index=True)
