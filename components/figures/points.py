"""The points of figures: each claim of a quantity with its bounds, its years and its words, without any chart."""

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

import data
from components.words import format
from components.words.i18n import _, translate
from components.words.names import source_names

YEAR = 365.2425  # days


def quantity_points(tables: data.Tables, claims: pd.DataFrame, questions: pd.DataFrame) -> pd.DataFrame:
    """Return one row a claim of a quantity, with all that a figure says of it.

    `value` is the number as written, NaN where a source gives bounds alone; `low` and `high` are what it may be, an
    open end being infinite; `least` and `most` are the same where they are drawn, an open end at the end that is known;
    `open` is the way it is open to, "up" or "down". `start` and `end` are years with decimals, `year` is NaN where
    the period is no single year. `derived` claims are drawn hollow.
    """
    found = claims[claims["kind"] == "quantity"]
    events = tables.events.set_index("event")
    attributes = tables.attributes.set_index("attribute")
    sources = tables.sources.set_index("source")
    names = source_names(tables)
    verdicts = questions.set_index("question")["verdict"]
    bounded = found["value"].str.contains(r"[\[<>]")
    low = found["low"].where(np.isfinite(found["low"]), found["high"])
    high = found["high"].where(np.isfinite(found["high"]), found["low"])
    opened = np.select([found["value"].str.startswith(">"), found["value"].str.startswith("<")], ["up", "down"], "")
    start, end = decimal_years(found["period_low"]), decimal_years(found["period_high"] + 1)
    whole = found["period"].str.fullmatch(r"\d{4}")
    units = found["unit"]
    return pd.DataFrame(
        {
            "event": found["event"],
            "title": found["event"].map(events["title"]),
            "topic": found["event"].map(events["topic"]),
            "scope": found["event"].map(events["scope"]),
            "attribute": found["attribute"],
            "label": found["attribute"].map(attributes["label"]).map(translate),
            "unit": units,
            "source": found["source"],
            "name": found["source"].map(names),
            "url": found["source"].map(sources["url"]),
            "origin": found["root"].map(lambda root: names.get(root, root)),
            "value": ((low + high) / 2).mask(bounded),
            "low": found["low"],
            "high": found["high"],
            "least": low,
            "most": high,
            "open": opened,
            "words": [value_text(*row) for row in zip(found["value"], units, found["stated"], low, strict=True)],
            "text": found["value"],
            "period": found["period"],
            "when": found["period"].map(_period_text),
            "year": found["period"].where(whole).astype(float),
            "start": start,
            "end": end,
            "voice": found["voice"],
            "stance": found["stance"],
            "stated": found["stated"],
            "derived": found["is_derived"],
            "basis": found["basis"].map(translate),
            "note": found["note"],
            "question": found["question"],
            "verdict": found["question"].map(verdicts),
            "expected": found["attribute"].map(attributes["expected_gap"]),
            "claim": found["claim"],
        }
    ).reset_index(drop=True)


def _period_text(period: str) -> str:
    """Return a period as words, an academic year as 2008/09."""
    academic = re.fullmatch(r"(\d{4})-09/\d{2}(\d{2})-08", period)
    if academic and (int(academic[1]) + 1) % 100 == int(academic[2]):
        return f"{academic[1]}/{academic[2]}"
    return format.date(period, short=True) if period else ""


def value_text(value: str, unit: str, stated: str, number: float) -> str:
    """Return a value as figures tell it: long numbers to three digits, a change as the source words it.

    The table under a figure has every digit.
    """
    if unit == "x" and stated:
        return f"“{stated}”"
    if unit == "rank":
        return _("rank {n}", n=format.quantity(value))
    if re.fullmatch(r"[\d.]+(e\d+)?", value) and len(value.partition("e")[0].replace(".", "").strip("0")) > 3:
        if number >= 1e6:
            return format.amount(number, unit)
        if number >= 10_000 or (number >= 1000 and "." in value):
            return format.quantity(f"{number:.3g}" if number < 1000 else str(round(number)), unit)
    return format.quantity(value, unit)


def decimal_years(days: pd.Series) -> pd.Series:
    """Return days since 1970 as years with decimals."""
    return 1970 + days / YEAR


def runs(points: pd.DataFrame) -> pd.DataFrame:
    """Return the points of whole years with a column `run`: a source's points of years in a row share one.

    A line joins points of one run only, so that no year without a value is crossed. Where a source gives several
    values for a year, all of that year stand alone.
    """
    whole = points[points["year"].notna() & points["value"].notna()].sort_values(["source", "attribute", "year"])
    keys = ["source", "attribute"]
    alone = whole.duplicated([*keys, "year"], keep=False)
    breaks = (whole.groupby(keys)["year"].diff() != 1) | alone | alone.shift(fill_value=False)
    return whole.assign(run=breaks.cumsum())


def main_unit(points: pd.DataFrame) -> str:
    """Return the unit that most claims of one quantity are given in; the others stand in its table."""
    return str(points["unit"].value_counts(sort=True).sort_index(kind="stable").idxmax()) if len(points) else ""


def common_range(points: pd.DataFrame) -> tuple[float, float] | None:
    """Return what lies within every answer, whatever its period; None where the answers have nothing in common."""
    low, high = float(points["low"].max()), float(points["high"].min())
    return (low, high) if len(points) and low <= high else None


def shared_origins(points: pd.DataFrame) -> list[tuple[str, int, int]]:
    """Return the origins that several sources share: the name, how many sources, and of how many in all."""
    counts = points.drop_duplicates("source")["origin"].value_counts()
    every = int(points["source"].nunique())
    return [(str(origin), int(n), every) for origin, n in counts.items() if n > 1]


def year_range(values: Iterable[float]) -> str:
    """Return the first and last of some years as words."""
    numbers = [int(value) for value in values]
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}–{last}"
