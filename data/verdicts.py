"""The verdicts: which there are, how the rules are run, and the rows that readers and other programs see."""

from typing import Any

import numpy as np
import pandas as pd

from data import engine, progress, values

VERDICTS = ("self-contradiction", "conflict", "disputed", "sole source", "agree", "compatible")
CONTESTED = VERDICTS[:3]

COLUMNS = (
    "question", "event", "attribute", "period", "unit", "planned", "member", "kind", "verdict",
    "n_claims", "n_sources", "n_origins", "superseded", "values", "low", "high", "common_low", "common_high",
    "gap", "gap_pct", "between_origins", "within_expected_gap", "one_origin", "variants", "derived",
    "support_value", "support_origins", "against_origins",
)  # fmt: skip
"""The columns of a comparison, in order (see `Comparison.questions`)."""

ANSWER = "question, source, root, voice, value, is_name, own, denies, is_derived, spelling, low, high"
"""What the rules read of an answer (see `rules/verdicts.sql`)."""


MOST_AT_ONCE = 1_000_000
"""Answers that are compared at once; more take as long in parts, and no more memory."""


def compare(cursor: Any, answers: str, count: int, name: str) -> None:
    """Put the verdicts on the answers that a query gives, some `count` of them, into a new table, numbered by question.

    Questions hang on nothing but their own answers, so that parts of them are compared one after another.
    """
    parts = -(-count // MOST_AT_ONCE) or 1
    for part in range(parts):
        progress.step(f"comparing, part {part + 1} of {parts}")
        among = "" if parts == 1 else f" where hash(question) % {parts} = {part}"
        name_answers(cursor, f"select * from ({answers}) a{among}")
        begin = f"insert into {name}" if part else f"create table {name} as"
        cursor.execute(f"{begin} {engine.rule('verdicts')}")


def name_answers(cursor: Any, query: str) -> None:
    """Name the answers that a query gives `claims`, and what they stand on `lines`, for as long as the cursor lives.

    The query gives the columns of `ANSWER`; `editions` is looked up in the schema that the cursor uses.
    """
    cursor.execute(f"create or replace temp view chosen as {query}")
    for table, rule in (("claims", "editions"), ("lines", "lines")):
        cursor.execute(f"create or replace temp table {table} as {engine.rule(rule)}")


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
    noisy = numbers % 1 != 0  # a whole number has none
    rounded = numbers.copy()
    rounded[noisy] = numbers[noisy].map(lambda number: float(f"{number:.12g}"))
    return rounded


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
