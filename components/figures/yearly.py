"""One quantity by year, in words: its lowest and highest value, and how far these are apart."""

import numpy as np
import pandas as pd

from components.words import format
from components.words.i18n import _
from data import series


def round_factor(ratio: float) -> float:
    """Return a ratio as readers are told it: whole from ten on, else with one decimal, with two just above one."""
    return round(ratio, 0 if ratio >= 10 else 1 if ratio >= 1.1 else 2)


def extremes(years: pd.DataFrame, *, ratio: bool, why: str = "") -> pd.DataFrame:
    """Return the years of `by_year` that are furthest and, of a ratio, least apart: year, its words, how they are set.

    `why` stands behind the furthest. The least is one of those with the most sources. The words of the earlier year end
    there, those of the later begin.
    """
    several = years[(years["n_sources"] > 1) & np.isfinite(years["ratio" if ratio else "gap"])]
    if several.empty:
        return pd.DataFrame(columns=["year", "at", "text", "align", "dx"])
    value = several["ratio" if ratio else "gap"]
    least = series.nearest_year(several) if ratio else None
    wanted = sorted({int(value.idxmax())} | ({int(least)} if least is not None else set()))
    mark = "×" if ratio else ""
    lines = []
    for place, index in enumerate(wanted):
        year, apart = float(several.loc[index, "year"]), float(value[index])
        told = format.number(round_factor(apart) if ratio else round(apart, 1))
        cause = f" ({why})" if why and index == value.idxmax() else ""
        last = place == len(wanted) - 1
        lines.append(
            {
                "year": year,
                "at": apart,
                "text": f"{year:.0f}{_(': ')}{told}{mark}{cause}",
                "align": "left" if last else "right",
                "dx": -4 if last else 4,
            }
        )
    return pd.DataFrame(lines)


def by_year(points: pd.DataFrame) -> pd.DataFrame:
    """Return one row a year (see `data.series.by_year`), the ends with their words and their sources by name."""
    told = points.set_index("claim")[["name", "words", "question"]]
    years = series.by_year(points)
    return years.assign(
        lowest=years["lowest_claim"].map(told["name"]),
        highest=years["highest_claim"].map(told["name"]),
        low_words=years["lowest_claim"].map(told["words"]),
        high_words=years["highest_claim"].map(told["words"]),
        question=years["highest_claim"].map(told["question"]),
    )
