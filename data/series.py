"""One quantity over the years: its numbers, the ends of each year, and how far these are apart."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from data import engine

if TYPE_CHECKING:
    from data.comparison import Comparison

YEAR = 365.2425  # days


def series(found: "Comparison", event: str, attribute: str, unit: str | None = None) -> pd.DataFrame:
    """Return one row a year of one quantity (see `by_year`), in a unit, or in the one that most of its claims have.

    Left out are claims whose period is no calendar year, plans, and editions that a later one replaces.
    """
    of_quantity = f"q.event in ({engine.listed([event])}) and q.attribute in ({engine.listed([attribute])})"
    rows = numbers(found, found.tables.store.frame(f"a.{found.chosen} and {of_quantity}"))
    return by_year(rows[rows["unit"] == (main_unit(rows) if unit is None else unit)])


def numbers(found: "Comparison", rows: pd.DataFrame) -> pd.DataFrame:
    """Return those of some claims that are quantities, with what is drawn of each.

    `value` is the number, NaN where a source gives bounds alone. Added are `text` (the value as written), `least` and
    `most` (what it may be, an open end at the end that is known), `open` (the way it is open to, "up", "down" or ""),
    `start` and `end` (of its period, in years with decimals), `year` (NaN where its period is no calendar year),
    `expected_gap` (percent), and `superseded` (a later edition answers instead).
    """
    rows = rows[rows["kind"] == "quantity"]
    expected = found.tables.attributes.set_index("attribute")["expected_gap"]
    least = rows["low"].where(np.isfinite(rows["low"]), rows["high"])
    most = rows["high"].where(np.isfinite(rows["high"]), rows["low"])
    up, down = (rows["value"].str.startswith(sign) for sign in (">", "<"))
    return rows.assign(
        text=rows["value"],
        value=((least + most) / 2).mask(rows["value"].str.contains(r"[\[<>]")),
        least=least,
        most=most,
        open=np.select([up, down], ["up", "down"], ""),
        start=1970 + rows["period_low"] / YEAR,
        end=1970 + (rows["period_high"] + 1) / YEAR,
        year=rows["period"].where(rows["period"].str.fullmatch(r"\d{4}")).astype("float64"),
        expected_gap=rows["attribute"].map(expected).astype("float64"),
        superseded=rows["claim"].isin(found.superseded),
    )


def main_unit(rows: pd.DataFrame) -> str:
    """Return the unit that most claims of one quantity are given in, the first by the alphabet of equals."""
    return str(rows["unit"].value_counts(sort=True).sort_index(kind="stable").idxmax()) if len(rows) else ""


def by_year(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a year of one quantity: its ends, who gives them, and how they compare; `rows` are `numbers`.

    Columns: year; `low` and `high`, the numbers that are furthest apart (as written; where one is bounds alone, the
    ends that face each other), `lowest` and `highest` (sources), `lowest_claim` and `highest_claim`; n_sources,
    n_origins; expected_gap; `ratio`, high by low (infinite where low is zero or less) and `gap`, their difference,
    both NaN of one source; `same` (all give one and the same). Answers that have a number in common are not apart:
    their ratio is 1 and their gap 0. `beyond_expected`: high lies further above low than the attribute leads to expect.
    """
    whole = rows[rows["year"].notna() & ~rows["superseded"] & ~rows["planned"]]
    whole = whole.assign(middle=(whole["least"] + whole["most"]) / 2)
    whole = whole.sort_values(["year", "least", "most", "source"], ignore_index=True)
    by = whole.groupby("year")
    n_sources = by["source"].nunique()
    several = n_sources > 1
    apart = several & (by["low"].max() > by["high"].min())
    lower = whole.loc[by["high"].idxmin().where(apart, by["middle"].idxmin())].set_index("year")
    upper = whole.loc[by["low"].idxmax().where(apart, by["middle"].idxmax())].set_index("year")
    written = lower["value"].notna() & upper["value"].notna()
    low = lower["value"].where(written, lower["high"]).where(apart, lower["middle"])
    high = upper["value"].where(written, upper["low"]).where(apart, upper["middle"])
    ratio = (high / low).mask(low <= 0, np.inf).where(apart, 1.0)
    expected = by["expected_gap"].first()
    years = pd.DataFrame(
        {
            "low": low,
            "high": high,
            "lowest": lower["source"],
            "highest": upper["source"],
            "lowest_claim": lower["claim"],
            "highest_claim": upper["claim"],
            "n_sources": n_sources,
            "n_origins": by["root"].nunique(),
            "expected_gap": expected,
            "ratio": ratio.where(several),
            "gap": (high - low).where(apart, 0.0).where(several),
            "same": whole.drop_duplicates(["year", "low", "high"]).groupby("year").size() == 1,
            "beyond_expected": apart & (ratio > 1 + expected.fillna(0.0) / 100),
        }
    )
    return years.reset_index()


def furthest(rows: pd.DataFrame) -> tuple[Any, Any] | None:
    """Return the two answers that are furthest apart, the lower one first; None where all have a number in common."""
    if rows.empty or rows["low"].max() <= rows["high"].min():
        return None
    told = rows.sort_values(["least", "most", "source"], kind="stable")
    return told.iloc[told["high"].argmin()], told.iloc[told["low"].argmax()]


def nearest_year(years: pd.DataFrame) -> Any:
    """Return the index of the year that is least apart among those that most sources give; None where all are far.

    Three sources count as many. Years in which all give zero are none: there is nothing to compare. Far is further than
    expected.
    """
    many = years["n_sources"] >= min(3, years["n_sources"].max())
    near = years[many & (years["high"] > 0) & ~years["beyond_expected"]]
    if near.empty:
        return None
    return near.loc[near["n_sources"] == near["n_sources"].max(), "ratio"].idxmin()


def runs(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of calendar years with a column `run`: a source's numbers of years in a row share one.

    Where a source gives several numbers for a year, each of that year stands alone.
    """
    whole = rows[rows["year"].notna() & rows["value"].notna()].sort_values(["source", "attribute", "year"])
    keys = ["source", "attribute"]
    alone = whole.duplicated([*keys, "year"], keep=False)
    breaks = (whole.groupby(keys)["year"].diff() != 1) | alone | alone.shift(fill_value=False)
    return whole.assign(run=breaks.cumsum())


def common_range(rows: pd.DataFrame) -> tuple[float, float] | None:
    """Return what lies within every answer, whatever its period; None where the answers have nothing in common."""
    low, high = float(rows["low"].max()), float(rows["high"].min())
    return (low, high) if len(rows) and low <= high else None


def shared_roots(rows: pd.DataFrame) -> dict[str, int]:
    """Return the roots that several sources share, with how many sources do, the most first."""
    counts = rows.drop_duplicates("source")["root"].value_counts()
    return {str(root): int(n) for root, n in counts.items() if n > 1}
