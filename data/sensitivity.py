"""What the verdicts would be without some sources, or with each origin heard once: the same rules over fewer answers."""

from typing import TYPE_CHECKING

import pandas as pd

from data import engine
from data.verdicts import CONTESTED, name_answers

if TYPE_CHECKING:
    from data.comparison import Comparison

GONE = "gone"
"""What becomes of a question whose every answer is left out."""


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
            cursor.execute(f"create temp table heard as {_FIRST_OF_EACH_ROOT}")
            name_answers(cursor, "select * exclude (superseded, first) from heard where source = first")
            after = f"({engine.rule('verdicts')})"
        return engine.frame(
            cursor.sql(
                f"select q.id as question, b.verdict as before, coalesce(a.verdict, '{GONE}') as after "
                f"from {found.relation} b left join {after} a on b.question = a.question "
                "join questions q on b.question = q.question "
                "where b.verdict is distinct from a.verdict order by q.id"
            )
        )


_FIRST_OF_EACH_ROOT = """
select c.*, first_value(c.source) over (
  partition by c.question, c.root order by s.published nulls last, s.id) as first
from (select * from claims where not superseded) c join sources s on c.source = s.number"""


def pivotal(found: "Comparison") -> pd.DataFrame:
    """Return the sources each of which, left out alone, ends the contest over a question.

    Columns: question, source, `after` (the verdict then; `gone` where nobody else answers), sorted by the first two.
    Only who alone holds one end of a clash can end it: the rules are run again once for each of these.
    """
    count = len(found.tables.sources)
    with found.answers() as cursor:
        cursor.execute(f"create temp table candidates as {_CANDIDATES}")
        name_answers(
            cursor,
            f"select a.* replace (a.question * {count} + c.source as question) "
            f"from answers a join candidates c on a.question = c.question and a.source <> c.source where a.{found.chosen}",
        )
        return engine.frame(
            cursor.sql(
                f"select q.id as question, s.id as source, coalesce(v.verdict, '{GONE}') as after "
                "from candidates c join questions q on c.question = q.question join sources s on c.source = s.number "
                f"left join ({engine.rule('verdicts')}) v on v.question = c.question * {count} + c.source "
                f"where v.verdict is null or v.verdict not in {CONTESTED} order by q.id, s.id"
            )
        )


_CANDIDATES = """
with ends as (
  select question, line, max(low) as low, min(high) as high
  from lines group by question, line having max(low) > min(high))
select l.question, min(l.source) as source from lines l
join ends e on l.question = e.question and l.line = e.line and l.low = e.low
group by l.question, l.line having count(distinct l.source) = 1
union
select l.question, min(l.source) from lines l
join ends e on l.question = e.question and l.line = e.line and l.high = e.high
group by l.question, l.line having count(distinct l.source) = 1"""


def change_counts(changes: pd.DataFrame) -> pd.DataFrame:
    """Return how many questions change alike: before, after, questions; the most frequent change first.

    `changes` is what `leave_out` returns, whole or in part.
    """
    counts = changes.groupby(["before", "after"]).size().rename("questions").reset_index()
    return counts.sort_values(["questions", "before", "after"], ascending=[False, True, True], ignore_index=True)
