"""The verdicts: which there are, how the rules are run, and the rows that readers and other programs see."""

from collections.abc import Mapping
from itertools import islice
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
NAMED = {"claims": "editions", "lines": "lines"}
"""The tables that rules read of answers, each with the rule that gives it; the second reads the first."""
WORKED_OUT = {"clashes": "clashes", "support": "support"}
"""The same of what the verdicts read beside these."""
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
        begin = f"insert into {name}" if part else f"create table {name} as"
        cursor.execute(f"{begin} {query(cursor, f'select * from ({answers}) a{among}')}")


def query(cursor: Any, answers: str) -> str:
    """Return SQL for the verdicts on the answers that a query gives, for as long as the cursor lives.

    What it reads is worked out and named before: the database keeps all that a query works out until its end, so that
    three queries take half the memory of one.
    """
    name_answers(cursor, answers)
    _make(cursor, WORKED_OUT)
    return engine.rule("verdicts")


def name_answers(cursor: Any, answers: str) -> None:
    """Name the answers that a query gives `claims`, and what they stand on `lines`, for as long as the cursor lives.

    The query gives the columns of `ANSWER`; `editions` is looked up in the schema that the cursor uses.
    """
    cursor.execute(f"create or replace temp table chosen as {answers}")  # which is looked through three times
    _make(cursor, NAMED)
    cursor.execute("drop table chosen")


def _make(cursor: Any, tables: Mapping[str, str]) -> None:
    for table, rule in tables.items():
        cursor.execute(f"create or replace temp table {table} as {engine.rule(rule)}")


def written(found: pd.DataFrame) -> pd.DataFrame:
    """Return what the rules give, joined with what each question is, as the columns of `Comparison.questions`."""
    # Arrays, since pages ask for a few rows at a time, for which a step takes as long in pandas as for a thousand.
    kind = found["kind"].to_numpy(dtype=object)
    numbers = ["low", "high", "common_low", "common_high", "gap", "gap_from", "gap_to"]
    low, high, common_low, common_high, gap, gap_from, gap_to = found[numbers].to_numpy(dtype="float64").T
    is_name, shared = kind == "name", ~(common_low > common_high)
    clash = ~np.isnan(gap_from) & ~is_name
    gap = np.where(is_name, np.nan, _rounded(gap))
    base = np.where(clash, gap_from, common_high)
    with np.errstate(over="ignore"):  # answers may be endlessly far apart
        of_base = 100 * gap / np.where(base > 0, base, np.nan)
    gap_pct = np.where(kind == "quantity", _rounded(of_base), np.nan)
    common = (np.where(shared, bound, np.nan) for bound in (common_low, common_high))
    bounds = _bounds(np.column_stack([low, high, *common]), kind)
    worked_out = {
        "question": found["id"],
        "values": found["value_list"],
        **dict(zip(("low", "high", "common_low", "common_high"), bounds.T, strict=True)),
        "gap": gap,
        "gap_pct": gap_pct,
        "gap_from": np.where(clash, gap_from, np.nan),
        "gap_to": np.where(clash, gap_to, np.nan),
        "within_expected_gap": (found["verdict"] == "conflict").to_numpy() & (gap_pct <= found["expected_gap"]),
        "one_origin": (found["n_sources"] > 1) & (found["n_origins"] == 1),
        "support_value": pd.Series(_support(found, kind), index=found.index, dtype="str"),
    }
    columns = [*COLUMNS, "gap_from", "gap_to"]
    return pd.DataFrame({name: worked_out.get(name, found.get(name)) for name in columns}, index=found.index)


def _rounded(numbers: Any) -> Any:
    """Return numbers without the noise that subtracting floats leaves in the last digits."""
    rounded = numbers.copy()
    noisy = np.flatnonzero(numbers != np.round(numbers))  # a whole number has none
    rounded[noisy] = [float(f"{number:.12g}") for number in numbers[noisy]]
    return rounded


def _bounds(numbers: Any, kind: Any) -> Any:
    """Return bounds of dates as ISO days, of quantities as numbers; None for names, open ends and none."""
    is_date, is_quantity = (np.isfinite(numbers) & (kind == name)[:, None] for name in ("date", "quantity"))
    bounds = np.full(numbers.shape, None, dtype=object)
    days = pd.Series(numbers[is_date])
    bounds[is_date] = values.DATE.write(days, days).to_numpy(dtype=object)
    bounds[is_quantity] = numbers[is_quantity].astype(object)
    return bounds


def _support(found: pd.DataFrame, kind: Any) -> Any:
    """Return where most origins meet, as it is written; parts that tie joined by ` | `."""
    support = found["support_names"].fillna("").to_numpy(dtype=object)
    low, high = (found[f"support_{end}"].to_numpy(dtype=object) for end in ("low", "high"))
    for of_kind in (values.DATE, values.QUANTITY):
        places = [place for place in np.flatnonzero(kind == of_kind.name) if low[place] is not None]
        if places:
            parts = of_kind.write(*(pd.Series(np.concatenate(ends[places])) for ends in (low, high)))
            left = iter(parts)
            support[places] = [" | ".join(islice(left, len(low[place]))) for place in places]
    return support
