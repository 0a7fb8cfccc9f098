"""How the answers to each question relate: the verdicts, as a few grouped aggregates.

Answers are intervals on a line, so those that meet two by two all meet; whether a group of answers clashes is
whether its largest `low` lies above its smallest `high`. Written over narwhals expressions: the same code runs on
pandas, and lazily on Polars, DuckDB and PySpark.
"""

from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pandas as pd

from data import values as grammar

VERDICTS = ("self-contradiction", "conflict", "disputed", "sole source", "agree", "compatible")
CONTESTED = VERDICTS[:3]

COLUMNS = (
    "question", "event", "attribute", "period", "unit", "planned", "member", "kind", "verdict",
    "n_claims", "n_sources", "n_origins", "values", "low", "high", "common_low", "common_high", "gap", "gap_pct",
    "within_expected_gap", "one_origin", "variants", "derived", "support_value", "support_origins", "against_origins",
)  # fmt: skip
"""The columns of a comparison, in order (see `compare_claims`)."""

Q = "question"
col, lit, when = nw.col, nw.lit, nw.when


@dataclass(frozen=True)
class _Found:
    """What was found of the answers, each a frame by question."""

    verdicts: pd.DataFrame
    written: pd.DataFrame
    support: pd.DataFrame


def compare_claims(claims: Any, expected_gap: pd.Series | None = None) -> pd.DataFrame:
    """Return one row a question with `COLUMNS`, sorted by question.

    `claims` is a frame of any kind that narwhals reads, with the columns of `Tables.claims`; `expected_gap` gives the
    percent that is usual for an attribute. `low`, `high` and what all share are ISO days for dates, numbers for
    quantities, None for names and open ends; `gap` is in days or in the unit, `gap_pct` in percent; both are NaN
    where there is none.
    """
    frame = nw.from_native(claims).lazy()
    found = _Found(
        verdicts=_collected(_verdicts(frame)),
        written=_collected(frame.select(Q, "value").unique()),
        support=_collected(_support(frame)),
    )
    labels = _collected(frame.filter(col("kind") == "name").select("low", "high", "value").unique())
    return _written(found, labels, expected_gap)


def _collected(frame: Any) -> pd.DataFrame:
    collected: pd.DataFrame = frame.collect(backend="pandas").to_native()
    return collected


# --- The verdicts ---------------------------------------------------------------------------------------------------


def _flag(condition: Any) -> Any:
    return when(condition).then(lit(1)).otherwise(lit(0))


def _itself_clash(own: Any) -> Any:
    """Return, for each question on which some source clashes with itself, the widest such gap and its lower end."""
    return _widest(own.group_by(Q, "source").agg(col("low").max(), col("high").min()))


def _widest(hulls: Any) -> Any:
    gaps = hulls.filter(col("low") > col("high")).with_columns(gap=col("low") - col("high"))
    ranked = gaps.with_columns(widest=col("gap").max().over(Q))
    return ranked.filter(col("gap") == col("widest")).group_by(Q).agg(col("gap").max(), col("high").min().alias("base"))


def _voice_clash(answers: Any) -> Any:
    """Return the widest gap between what two different sources report of one voice."""
    said = answers.filter(col("voice") != "").group_by(Q, "voice", "source").agg(col("low").max(), col("high").min())
    other = said.select(Q, "voice", col("source").alias("other"), col("high").alias("other_high"))
    pairs = said.join(other, on=[Q, "voice"], how="inner").filter(col("source") != col("other"))
    return _widest(pairs.select(Q, "low", high=col("other_high")))


def _denials(affirmed: Any, denied: Any) -> Any:
    """Return, for each question with a label both asserted and denied, by whom: flags 0 and 1."""
    denials = denied.select(Q, "value", other=col("source"), other_own=col("own"), other_voice=col("voice"))
    pairs = affirmed.join(denials, on=[Q, "value"], how="inner")
    both_own = col("own") & col("other_own")
    one_voice = (col("voice") != "") & (col("voice") == col("other_voice")) & (col("source") != col("other"))
    flags = pairs.with_columns(
        denied_by_itself=_flag(both_own & (col("source") == col("other"))),
        denied_by_sources=_flag(both_own | one_voice),
        denied=lit(1),
    )
    return flags.group_by(Q).agg(col("denied_by_itself").max(), col("denied_by_sources").max(), col("denied").max())


def _verdicts(claims: Any) -> Any:
    affirmed, denied = claims.filter(~col("denies")), claims.filter(col("denies"))
    own = affirmed.filter(col("own"))
    spelled = claims.filter(col("spelling") != "").group_by(Q, "value").agg(col("spelling").n_unique())
    spelled = spelled.group_by(Q).agg(col("spelling").max().alias("spellings"))
    says, speaks = ~col("denies"), ~col("denies") & col("own")
    counts = claims.with_columns(
        denies=_flag(col("denies")),
        derived=_flag(col("is_derived")),
        low_all=when(says).then(col("low")),
        high_all=when(says).then(col("high")),
        low_own=when(speaks).then(col("low")),
        high_own=when(speaks).then(col("high")),
    )
    counts = counts.group_by(Q, "event", "attribute", "period", "unit", "planned", "member", "kind").agg(
        nw.len().alias("n_claims"),
        col("source").n_unique().alias("n_sources"),
        col("root").n_unique().alias("n_origins"),
        col("low").min(),
        col("high").max(),
        col("low").max().alias("common_low"),
        col("high").min().alias("common_high"),
        col("denies").min().alias("least_denies"),
        col("denies").max().alias("most_denies"),
        col("derived").max(),
        *(col(f"low_{answers}").max() for answers in ("all", "own")),
        *(col(f"high_{answers}").min().alias(f"base_{answers}") for answers in ("all", "own")),
    )
    counts = counts.with_columns(
        when(col(f"low_{answers}") > col(f"base_{answers}"))
        .then(col(f"low_{answers}") - col(f"base_{answers}"))
        .alias(f"gap_{answers}")
        for answers in ("all", "own")
    )
    everything = counts.join(_denials(affirmed, denied), on=Q, how="left").join(spelled, on=Q, how="left")
    for rule, gaps in {"itself": _itself_clash(own), "voice": _voice_clash(affirmed)}.items():
        renamed = gaps.select(Q, col("gap").alias(f"gap_{rule}"), col("base").alias(f"base_{rule}"))
        everything = everything.join(renamed, on=Q, how="left")
    same = (
        (col("low") == col("common_low"))
        & (col("high") == col("common_high"))
        & (col("least_denies") == col("most_denies"))
    )
    verdict = (
        when((col("gap_itself") > 0) | (col("denied_by_itself") == 1)).then(lit("self-contradiction"))
        .when((col("gap_own") > 0) | (col("gap_voice") > 0) | (col("denied_by_sources") == 1)).then(lit("conflict"))
        .when((col("gap_all") > 0) | (col("denied") == 1)).then(lit("disputed"))
        .when(col("n_sources") == 1).then(lit("sole source"))
        .when(same).then(lit("agree"))
        .otherwise(lit("compatible"))
    )  # fmt: skip

    def of_rule(measure: str, elsewhere: Any) -> Any:
        """Return a measure over the answers that the verdict's rule speaks of."""
        return (
            when(col("verdict") == "self-contradiction").then(col(f"{measure}_itself"))
            .when((col("verdict") == "conflict") & (col("gap_own") > 0)).then(col(f"{measure}_own"))
            .when(col("verdict") == "conflict").then(col(f"{measure}_voice"))
            .when(col("verdict") == "disputed").then(col(f"{measure}_all"))
            .otherwise(elsewhere)
        )  # fmt: skip

    ruled = everything.with_columns(verdict=verdict)
    return ruled.with_columns(gap=of_rule("gap", lit(0.0)), base=of_rule("base", col("common_high")))


# --- Where most meet ------------------------------------------------------------------------------------------------


def _support(claims: Any) -> Any:
    """Return the parts of the line that lie in the answers of the largest number of origins, and both counts.

    Columns: question, low, high, origins, support_origins; a question whose counted answers are all denials has one
    row without `low`. A part runs from some answer's `low` to the nearest `high`, with no other `low` between.
    """
    speaks = claims.with_columns(speaks=_flag(col("own"))).with_columns(any_own=col("speaks").max().over(Q))
    counted = speaks.filter(col("own") | (col("any_own") == 0))
    origins = counted.group_by(Q).agg(col("root").n_unique().alias("origins"))
    answers = counted.filter(~col("denies")).select(Q, "root", "low", "high").unique()
    ends = nw.concat([answers.select(Q, at="low", side=lit(0)), answers.select(Q, at="high", side=lit(1))]).unique()
    following = ends.with_columns(
        next_at=col("at").shift(-1).over(Q, order_by=["at", "side"]),
        next_side=col("side").shift(-1).over(Q, order_by=["at", "side"]),
    )
    parts = following.filter((col("side") == 0) & (col("next_side") == 1)).select(Q, "at", "next_at")
    holding = parts.join(answers, on=Q, how="inner").filter((col("low") <= col("at")) & (col("high") >= col("next_at")))
    support = holding.group_by(Q, "at", "next_at").agg(col("root").n_unique().alias("support_origins"))
    most = support.with_columns(most=col("support_origins").max().over(Q))
    best = most.filter(col("support_origins") == col("most"))
    best = best.select(Q, "support_origins", low=col("at"), high=col("next_at"))
    return origins.join(best, on=Q, how="left")


# --- The output -----------------------------------------------------------------------------------------------------


def _written(found: _Found, labels: pd.DataFrame, expected_gap: pd.Series | None) -> pd.DataFrame:
    """Return what was found as the columns that readers and other programs see."""
    frame = found.verdicts.set_index(Q).sort_index()
    is_name = frame["kind"] == "name"
    clashing = frame["common_low"] > frame["common_high"]
    values = grammar.joined(found.written.sort_values([Q, "value"]).set_index(Q)["value"])
    support = _written_support(found.support, labels, frame["kind"])
    gap = _rounded(frame["gap"].astype("float64")).mask(is_name)
    base = frame["base"].astype("float64")
    gap_pct = _rounded(100 * gap / base.where(base > 0)).where(frame["kind"] == "quantity")
    usual = frame["attribute"].map(expected_gap if expected_gap is not None else {}).astype("float64")
    written = frame.assign(
        values=values,
        low=_written_bound(frame["low"], frame["kind"]),
        high=_written_bound(frame["high"], frame["kind"]),
        common_low=_written_bound(frame["common_low"].mask(clashing), frame["kind"]),
        common_high=_written_bound(frame["common_high"].mask(clashing), frame["kind"]),
        gap=gap,
        gap_pct=gap_pct,
        within_expected_gap=(frame["verdict"] == "conflict") & (gap_pct <= usual),
        one_origin=(frame["n_sources"] > 1) & (frame["n_origins"] == 1),
        variants=frame["spellings"].fillna(0).astype("int64") > 1,
        derived=frame["derived"].astype("int64") == 1,
        planned=frame["planned"].astype("bool"),
        support_value=support["value"],
        support_origins=support["support_origins"],
        against_origins=support["against_origins"],
    )
    counts = ["n_claims", "n_sources", "n_origins"]
    return written.astype(dict.fromkeys(counts, "int64")).reset_index()[list(COLUMNS)]


def _rounded(numbers: pd.Series) -> pd.Series:
    """Return numbers without the noise that subtracting floats leaves in the last digits."""
    return numbers.map(lambda number: float(f"{number:.12g}"))


def _written_bound(bound: pd.Series, kind: pd.Series) -> pd.Series:
    """Return a bound of dates as an ISO day, of quantities as a number; None for names, open ends and none."""
    written = pd.Series(None, index=bound.index, dtype="object")
    known = bound.abs() < float("inf")
    days = bound[known & (kind == "date")]
    written[days.index] = grammar.write_dates(days, days).astype("object")
    numbers = bound[known & (kind == "quantity")]
    written[numbers.index] = numbers.astype("float64").astype("object")
    return written


def _written_support(support: pd.DataFrame, labels: pd.DataFrame, kind: pd.Series) -> pd.DataFrame:
    """Return `value`, `support_origins` and `against_origins` by question; parts that tie are joined by ` | `."""
    ordered = support.sort_values([Q, "low", "high"], ignore_index=True)
    named = ordered.merge(labels, how="left", on=["low", "high"])["value"]
    kinds = ordered[Q].map(kind).where(ordered["low"].notna(), "")
    days, numbers = ordered[kinds == "date"], ordered[kinds == "quantity"]
    ordered["value"] = named.where(kinds == "name", "")
    ordered = ordered.assign(by_name=ordered["value"])
    ordered.loc[days.index, "value"] = grammar.write_dates(days["low"], days["high"])
    ordered.loc[numbers.index, "value"] = [
        grammar.write_quantity(*ends) for ends in zip(numbers["low"], numbers["high"], strict=True)
    ]
    ordered = ordered.sort_values([Q, "by_name", "low", "high"])
    by = ordered.groupby(Q)
    supporting = by["support_origins"].max().fillna(0).astype("int64")
    return pd.DataFrame(
        {
            "value": grammar.joined(ordered.set_index(Q)["value"]),
            "support_origins": supporting,
            "against_origins": by["origins"].max().astype("int64") - supporting,
        }
    )
