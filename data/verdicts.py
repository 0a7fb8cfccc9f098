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

INDEPENDENT = (
    f"case when v.verdict in ({engine.listed(CONTESTED)}) "
    f"then v.between_origins or v.verdict = '{CONTESTED[0]}' else v.n_origins > 1 end"
)
"""SQL for whether independent origins meet in a verdict `v`: they clash, or a source with itself, or two answer."""
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
    cursor.execute(f"create or replace temp table chosen as {query}")  # which is looked through three times
    for table, rule in (("claims", "editions"), ("lines", "lines")):
        cursor.execute(f"create or replace temp table {table} as {engine.rule(rule)}")
    cursor.execute("drop table chosen")


def written(found: pd.DataFrame) -> pd.DataFrame:
    """Return what the rules give, joined with what each question is, as the columns of `Comparison.questions`."""
    kind = found["kind"]
    is_name = kind == "name"
    clashing = found["common_low"] > found["common_high"]
    clash = found["gap_from"].notna() & ~is_name
    gap = _rounded(found["gap"]).mask(is_name)
    base = found["gap_from"].where(clash, found["common_high"])
    gap_pct = _rounded(100 * gap / base.where(base > 0)).where(kind == "quantity")
    shared = found[["common_low", "common_high"]].mask(clashing)
    frame = found.assign(
        question=found["id"],
        values=found["value_list"],
        **_bounds(pd.concat([found[["low", "high"]], shared], axis=1), kind),
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


def _bounds(bounds: pd.DataFrame, kind: pd.Series) -> pd.DataFrame:
    """Return bounds of dates as ISO days, of quantities as numbers; None for names, open ends and none."""
    numbers = bounds.to_numpy(dtype="float64", na_value=np.nan)
    is_date, is_quantity = (np.isfinite(numbers) & (kind == name).to_numpy()[:, None] for name in ("date", "quantity"))
    result = np.full(numbers.shape, None, dtype=object)
    days = pd.Series(numbers[is_date])
    result[is_date] = values.DATE.write(days, days).to_numpy(dtype=object)
    result[is_quantity] = numbers[is_quantity].astype(object)
    return pd.DataFrame(result, index=bounds.index, columns=bounds.columns)


def _support(found: pd.DataFrame) -> pd.Series:
    """Return where most origins meet, as it is written; parts that tie joined by ` | `."""
    written = [found["support_names"][found["kind"] == "name"]]
    parts = found.loc[found["support_low"].notna(), ["kind", "support_low", "support_high"]]
    for kind in (values.DATE, values.QUANTITY):
        rows = parts[parts["kind"] == kind.name]
        if len(rows):
            low, high = (pd.Series(np.concatenate(rows[end].to_numpy())) for end in ("support_low", "support_high"))
            places = np.repeat(rows.index, rows["support_low"].map(len))
            written.append(values.joined(kind.write(low, high).set_axis(places)))
    support: pd.Series = pd.concat(written).reindex(found.index).fillna("").astype("str")
    return support
