"""One quantity by year: its lowest and highest value, and how far these are apart."""

from typing import Any

import numpy as np
import pandas as pd

from components.words import format

YEARLY = [
    *("year", "low", "high", "lowest", "highest", "low_words", "high_words", "sources"),
    *("expected", "ratio", "apart", "same", "passes"),
]


def round_factor(ratio: float) -> float:
    """Return a ratio as readers are told it: whole from ten on, else with one decimal, with two just above one."""
    return round(ratio, 0 if ratio >= 10 else 1 if ratio >= 1.1 else 2)


def extremes(points: pd.DataFrame, *, ratio: bool) -> pd.DataFrame:
    """Return the years that are furthest and, of a ratio, least apart: year, what is said of it, how it is set.

    The least is one of those with the most sources. The words of the earlier year end there, those of the later begin.
    """
    several = by_year(points)
    several = several[(several["sources"] > 1) & np.isfinite(several["ratio" if ratio else "apart"])]
    if several.empty:
        return pd.DataFrame(columns=["year", "at", "text", "align", "dx"])
    value = several["ratio" if ratio else "apart"]
    least = least_apart(several) if ratio else None
    wanted = sorted({int(value.idxmax())} | ({int(least)} if least is not None else set()))
    mark = "×" if ratio else ""
    lines = []
    for place, index in enumerate(wanted):
        year, apart = float(several.loc[index, "year"]), float(value[index])
        told = format.number(round_factor(apart) if ratio else round(apart, 1))
        last = place == len(wanted) - 1
        lines.append(
            {
                "year": year,
                "at": apart,
                "text": f"{year:.0f}: {told}{mark}",
                "align": "left" if last else "right",
                "dx": -4 if last else 4,
            }
        )
    return pd.DataFrame(lines)


def least_apart(several: pd.DataFrame) -> Any:
    """Return the index of the year that is least apart among those with three sources or more; None where all are far.

    Years in which all give zero are none: there is nothing to compare. Far is further than expected.
    """
    full = several[
        (several["sources"] >= min(3, several["sources"].max())) & (several["high"] > 0) & ~several["passes"]
    ]
    if full.empty:
        return None
    most = full[full["sources"] == full["sources"].max()]
    return most["ratio"].idxmin()


def furthest(answers: pd.DataFrame) -> tuple[Any, Any] | None:
    """Return the two answers that are furthest apart, the lower one first; None where all have a number in common."""
    told = answers[answers["stance"] != "denies"].sort_values(["least", "most", "name"], kind="stable")
    if told.empty or told["low"].max() <= told["high"].min():
        return None
    return told.iloc[told["high"].argmin()], told.iloc[told["low"].argmax()]


def gap_ends(lower: Any, upper: Any) -> tuple[float, float]:
    """Return the numbers between which two answers that do not meet lie apart.

    These are the numbers as written where both are; where one is bounds alone, the ends that face each other.
    """
    if np.isnan(lower["value"]) or np.isnan(upper["value"]):
        return float(lower["high"]), float(upper["low"])
    return float(lower["value"]), float(upper["value"])


def by_year(points: pd.DataFrame) -> pd.DataFrame:
    """Return one row a year of one quantity: lowest and highest value, who gives them, and how they compare.

    `ratio` is highest by lowest (infinite where the lowest alone is zero, NaN with one source), `apart` their
    difference. Answers that have a number in common are not apart: `ratio` is 1 then, and `same` tells whether they are
    one and the same. `passes` says that the highest is further above the lowest than the attribute leads to expect.
    """
    whole = points[points["year"].notna()]
    lines = []
    for year, group in whole.groupby("year"):
        several = len(set(group["source"])) > 1
        middle = (group["least"] + group["most"]) / 2
        pair = furthest(group) if several else None
        lower, upper = pair or (group.iloc[middle.argmin()], group.iloc[middle.argmax()])
        low, high = gap_ends(lower, upper) if pair else (float(middle.min()), float(middle.max()))
        ratio = 1.0 if pair is None else high / low if low else np.inf
        expected = group["expected"].iloc[0]
        lines.append(
            {
                "year": year,
                "low": low,
                "high": high,
                "lowest": lower["name"],
                "highest": upper["name"],
                "low_words": lower["words"],
                "high_words": upper["words"],
                "sources": int(group["source"].nunique()),
                "expected": expected,
                "ratio": ratio if several else np.nan,
                "apart": (high - low if pair else 0.0) if several else np.nan,
                "same": len(set(group["low"])) == 1 and len(set(group["high"])) == 1,
                "passes": pair is not None and ratio > 1 + (0 if np.isnan(expected) else expected) / 100,
            }
        )
    return pd.DataFrame(lines, columns=YEARLY)
