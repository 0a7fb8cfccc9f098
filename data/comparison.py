"""What the answers of chosen sources come to: the verdicts, and all that is worked out of them."""

import weakref
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from data import engine, values
from data.once import once

if TYPE_CHECKING:
    from data.tables import Tables

VERDICTS = ("self-contradiction", "conflict", "disputed", "sole source", "agree", "compatible")
CONTESTED = VERDICTS[:3]

COLUMNS = (
    "question", "event", "attribute", "period", "unit", "planned", "member", "kind", "verdict",
    "n_claims", "n_sources", "n_origins", "superseded", "values", "low", "high", "common_low", "common_high",
    "gap", "gap_pct", "between_origins", "within_expected_gap", "one_origin", "variants", "derived",
    "support_value", "support_origins", "against_origins",
)  # fmt: skip
"""The columns of a comparison, in order (see `Comparison.questions`)."""

VIEW = "question, source, root, voice, value, is_name, own, denies, is_derived, spelling, low, high"
"""What the rules read of an answer (see `rules/verdicts.sql`)."""


class Comparison:
    """What the answers of chosen sources come to.

    `sources` are the ids chosen, in the order of their table. Frames are shared: a caller that changes one changes a
    copy, since pandas copies on write.
    """

    def __init__(self, tables: "Tables", chosen: frozenset[str]) -> None:
        self.tables = tables
        self.sources = tuple(source for source in tables.sources["source"] if source in chosen)

    @once
    def relation(self) -> str:
        """The name in the database of the verdicts as the rules give them, one row a question.

        Only questions that some source left out answers are compared again; the others are taken from the comparison
        of all sources.
        """
        schema = self.tables.store.schema
        name = f"{schema}.{engine.fresh_name('verdicts')}"
        with engine.cursor() as cursor:
            cursor.execute(f"use {schema}")
            if len(self.sources) == len(self.tables.sources):
                run_rules(cursor, f"select {VIEW} from answers", name)
                made = [f"table {name}"]
            else:
                every = self.tables.compare().relation
                changed, again = f"{name}_changed", f"{name}_again"
                listed = ", ".join(str(number) for number in self._numbers()) or "-1"
                cursor.execute(
                    f"create table {changed} as select distinct question from answers where source not in ({listed})"
                )
                run_rules(
                    cursor,
                    f"select {VIEW} from answers where source in ({listed}) "
                    f"and question in (select question from {changed})",
                    again,
                )
                cursor.execute(
                    f"create view {name} as select * from {again} "
                    f"union all select * from {every} where question not in (select question from {changed})"
                )
                made = [f"view {name}", f"table {again}", f"table {changed}"]
        weakref.finalize(self, _drop, made)
        return name

    def _numbers(self) -> Sequence[int]:
        """Return the numbers of the chosen sources in the database."""
        found: Sequence[int] = np.flatnonzero(self.tables.sources["source"].isin(self.sources)).tolist()
        return found

    @once
    def _questions(self) -> pd.DataFrame:
        with engine.cursor() as cursor:
            cursor.execute(f"use {self.tables.store.schema}")
            return written(
                engine.frame(
                    cursor.sql(
                        f"select q.* exclude (question), v.* exclude (question) from {self.relation} v "
                        "join questions q using (question) order by q.id"
                    )
                )
            )

    @property
    def questions(self) -> pd.DataFrame:
        """One row a question with its verdict: `COLUMNS`, then `gap_from` and `gap_to`; sorted by question.

        `low`, `high` and what all share are ISO days for dates, numbers for quantities, None for names and open ends;
        `gap` is in days or in the unit, and lies between `gap_from` and `gap_to` (days since 1970-01-01, or the unit);
        `gap_pct` is in percent; all are NaN where there is none.
        """
        return self._questions.copy(deep=False)


def run_rules(cursor: Any, answers: str, name: str) -> None:
    """Put the verdicts over the answers that a query gives into a new table; `editions` is found by the cursor."""
    cursor.execute(f"create or replace temp view claims as {answers}")
    cursor.execute(f"create table {name} as {engine.rule('verdicts')}")


def _drop(made: Sequence[str]) -> None:
    with engine.cursor() as cursor:
        for what in made:  # the schema may be gone before it
            kind, name = what.split(" ")
            cursor.execute(f"drop {kind} if exists {name}")


# --- As readers and other programs see it ---------------------------------------------------------------------------


def written(found: pd.DataFrame) -> pd.DataFrame:
    """Return what the rules give, joined with what each question is, as the columns of `Comparison.questions`."""
    kind = found["kind"]
    is_name = kind == "name"
    clashing = found["common_low"] > found["common_high"]
    clash = found["gap_from"].notna() & ~is_name
    gap = _rounded(found["gap"]).mask(is_name)
    base = found["gap_from"].where(clash, found["common_high"])
    gap_pct = _rounded(100 * gap / base.where(base > 0)).where(kind == "quantity")
    frame = found.assign(
        question=found["id"],
        values=found["value_list"],
        low=_bound(found["low"], kind),
        high=_bound(found["high"], kind),
        common_low=_bound(found["common_low"].mask(clashing), kind),
        common_high=_bound(found["common_high"].mask(clashing), kind),
        gap=gap,
        gap_pct=gap_pct,
        gap_from=found["gap_from"].where(clash),
        gap_to=found["gap_to"].where(clash),
        within_expected_gap=(found["verdict"] == "conflict") & (gap_pct <= found["expected_gap"]),
        one_origin=(found["n_sources"] > 1) & (found["n_origins"] == 1),
        support_value=_support(found),
    )
    counts = ["n_claims", "n_sources", "n_origins", "superseded", "support_origins", "against_origins"]
    return frame.astype(dict.fromkeys(counts, "int64"))[[*COLUMNS, "gap_from", "gap_to"]]


def _rounded(numbers: pd.Series) -> pd.Series:
    """Return numbers without the noise that subtracting floats leaves in the last digits."""
    return numbers.map(lambda number: float(f"{number:.12g}"))


def _bound(bound: pd.Series, kind: pd.Series) -> pd.Series:
    """Return a bound of dates as an ISO day, of quantities as a number; None for names, open ends and none."""
    known = bound.abs() < np.inf
    days, numbers = known & (kind == "date"), known & (kind == "quantity")
    result = np.full(len(bound), None, dtype=object)
    result[days.to_numpy()] = values.DATE.write(bound[days], bound[days]).to_numpy(dtype=object)
    result[numbers.to_numpy()] = bound[numbers].astype("float64").astype(object).to_numpy()
    return pd.Series(result, index=bound.index, dtype="object")


def _support(found: pd.DataFrame) -> pd.Series:
    """Return where most origins meet, as it is written; parts that tie joined by ` | `."""
    result = found["support_names"].fillna("").astype("str").where(found["kind"] == "name", "")
    for kind in (values.DATE, values.QUANTITY):
        rows = found[(found["kind"] == kind.name) & found["support_low"].notna()]
        if rows.empty:
            continue
        low, high = (rows[end].explode().astype("float64") for end in ("support_low", "support_high"))
        parts = kind.write(low.reset_index(drop=True), high.reset_index(drop=True)).set_axis(low.index)
        joined = values.joined(parts)
        result.loc[joined.index] = joined
    return result
