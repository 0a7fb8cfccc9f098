"""The points of figures: each claim of a quantity with its bounds, its years and its words, without any chart."""

import math
import re
from collections.abc import Iterable

import pandas as pd

import data
from components.figures.source_marks import root_marks
from components.words import format
from components.words.i18n import _
from components.words.names import source_names
from data.series import numbers
from data.unit_kinds import measured

SMALL = 10  # of a count, below which a share of it jumps


def quantity_points(view: data.View, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each of some claims of a view that is a quantity, with all that a figure says of it.

    Its numbers are those of `data.series.numbers`, and so are its years. `words` tell the value, `when` its period;
    `origin` is the root by its name, and `measures` what its unit measures. `colour` and `shape` are those of
    `root_marks`. `counted` is the largest count of the same event and year, NaN where it is not below `SMALL`. Drawn
    hollow is what is `derived`, and a share of `few`.
    """
    tables = view.found.tables
    found = numbers(view.found, claims)
    events = tables.events.set_index("event")
    names = source_names(tables)
    measures = found["unit"].map({unit: measured(unit, tables.units) for unit in found["unit"].unique()})
    told = zip(
        found["text"], found["unit"], measures, found["stated"], (found["least"] + found["most"]) / 2, strict=True
    )
    columns = [
        *("event", "attribute", "unit", "source", "root", "value", "low", "high", "least", "most", "open", "period"),
        *(
            "year",
            "start",
            "end",
            "voice",
            "stance",
            "stated",
            "question",
            "expected_gap",
            "planned",
            "superseded",
            "claim",
        ),
    ]
    points = (
        found[columns]
        .assign(
            title=found["event"].map(events["title"]),
            topic=found["event"].map(events["topic"]),
            scope=found["event"].map(events["scope"]),
            label=found["attribute"].map(tables.attributes.set_index("attribute")["label"]),
            measures=measures,
            name=found["source"].map(names),
            url=found["source"].map(tables.sources.set_index("source")["url"]),
            origin=found["root"].map(lambda root: names.get(root, root)),
            words=[value_text(*row) for row in told],
            when=found["period"].map(_period_text),
            derived=found["is_derived"],
            verdict=found["question"].map(
                view.questions_of(claims["question"].unique()).set_index("question")["verdict"]
            ),
        )
        .reset_index(drop=True)
    )
    counts = small_counts(points)
    counted = [counts.get(key, math.nan) for key in zip(points["event"], points["year"], strict=True)]
    points = points.assign(**root_marks(points), counted=counted)
    return points.assign(few=(points["unit"] == "percent") & points["counted"].notna())


def small_counts(points: pd.DataFrame) -> dict[tuple[str, float], float]:
    """Return the largest count that some event has for a year, where it is below `SMALL`, by event and year."""
    counts = points[(points["measures"] == "count") & points["year"].notna() & ~points["superseded"]]
    largest = counts.groupby(["event", "year"])["high"].max()
    small = largest[largest < SMALL].reset_index()
    return dict(zip(zip(small["event"], small["year"], strict=True), small["high"], strict=True))


def _period_text(period: str) -> str:
    """Return a period as words, an academic year as 2008/09."""
    academic = re.fullmatch(r"(\d{4})-09/\d{2}(\d{2})-08", period)
    if academic and (int(academic[1]) + 1) % 100 == int(academic[2]):
        return f"{academic[1]}/{academic[2]}"
    return format.date(period, short=True) if period else ""


def value_text(value: str, unit: str, measures: str, stated: str, number: float) -> str:
    """Return a value as figures tell it: long numbers to three digits, a change as the source words it.

    The table under a figure has every digit.
    """
    if unit == "x" and stated:
        return format.quoted(stated)
    if measures == "rank":
        return _("rank {n}", n=format.quantity(value))
    if re.fullmatch(r"[\d.]+(e\d+)?", value) and len(value.partition("e")[0].replace(".", "").strip("0")) > 3:
        if number >= 1e6:
            return format.amount(number, unit)
        if number >= 10_000 or (number >= 1000 and "." in value):
            return format.quantity(f"{number:.3g}" if number < 1000 else str(round(number)), unit)
    return format.quantity(value, unit)


def year_range(values: Iterable[float]) -> str:
    """Return the first and last of some years as words."""
    numbers = [int(value) for value in values]
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}–{last}"
