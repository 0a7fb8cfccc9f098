"""The positions on a question: the parts of the line that its answers come down to, and who holds each."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data import engine, values
from data.verdicts import CONTESTED

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


def claim_verdicts(found: "Comparison", claims: pd.DataFrame) -> pd.Series:
    """Return, by claim, how it stands to the other answers to its question, as one of the verdicts.

    `claims` holds all answers to the questions that it speaks of. In a contested question the verdict is that of the
    answers which some other answer excludes; the rest, such as a year beside its months, are compatible. So are those
    that a later edition replaces, which exclude nothing.
    """
    told = found.query(
        f"select q.id, v.verdict from {found.relation} v join questions q on v.question = q.question "
        f"where q.id in ({engine.listed(claims['question'].unique())})"
    )
    verdicts = claims["question"].map(told.set_index("id")["verdict"])
    counts, denies = ~claims["claim"].isin(found.superseded), claims["denies"].astype(bool)
    said = claims[counts & ~denies].groupby("question")
    first, last = (claims["question"].map(ends).astype(float) for ends in (said["high"].min(), said["low"].max()))
    excluded = ~denies & ((claims["low"] > first) | (claims["high"] < last))
    label = claims["question"] + "\n" + claims["value"]
    opposed = label.isin(label[counts & denies]) & label.isin(label[counts & ~denies])
    clashes = counts & (excluded | opposed)
    return verdicts.where(clashes | ~verdicts.isin(CONTESTED), "compatible")


def shared_part(question: pd.Series) -> tuple[float, float] | None:
    """Return the part, in days or numbers, that lies in all answers to a question; None where they clash, or of names.

    `question` is a row of `Comparison.questions`.
    """
    if question["kind"] == "name" or question["verdict"] in CONTESTED:
        return None
    low, high = question["common_low"], question["common_high"]
    if question["kind"] == "date":
        days = values.DATE.parse(pd.Series([end for end in (low, high) if not pd.isna(end)], dtype="str"))["low"]
        low, high = (None if pd.isna(end) else days.iloc[place] for end, place in ((low, 0), (high, -1)))
    return -np.inf if pd.isna(low) else float(low), np.inf if pd.isna(high) else float(high)
