"""The positions on a question: the parts of the line that its answers come down to, and who holds each."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import pandas as pd

from data import engine, values

if TYPE_CHECKING:
    from data.comparison import Comparison


def positions(found: "Comparison", questions: Collection[str] | None = None) -> pd.DataFrame:
    """Return what the answers to some questions, or all, come down to: the parts of the line that exclude each other.

    Columns: question; `position`, from 1 in the order of the line, names by alphabet; `value` as it is written; `low`
    and `high`; `denied` (the position of those who deny a label that others assert); `n_origins` and `n_sources` that
    hold it, and `n_against`, the other origins; `origins` and `sources`, sorted and joined by ` | `; `most` (no
    position has more origins); `own` (only own-voice answers are counted).

    A part is one as `support_value` has it, and a question without a contest has one. Counted are the own-voice
    answers, or all where there are none or where it takes the reported ones to make the contest. Who gives two
    answers can hold two positions.
    """
    with found.answers(found.tables.store.of_questions(questions)) as cursor:
        rows = engine.frame(
            cursor.sql(
                f"select q.id as question, q.kind, p.* exclude (question) from ({engine.rule('positions')}) p "
                "join questions q on p.question = q.question "
                "order by q.id, case when q.kind = 'name' then p.name end, p.low, p.denied"
            )
        )
    value = rows["name"].fillna("").astype("str")
    for kind in (values.DATE, values.QUANTITY):
        of_kind = rows[rows["kind"] == kind.name]
        value.loc[of_kind.index] = kind.write(of_kind["low"], of_kind["high"])
    by = rows.groupby("question")
    rows = rows.assign(
        value=value, position=by.cumcount() + 1, most=rows["n_origins"] == by["n_origins"].transform("max")
    )
    columns = ["question", "position", "value", "low", "high", "denied", "n_origins", "n_sources", "n_against"]
    return rows[[*columns, "origins", "sources", "most", "own"]]
