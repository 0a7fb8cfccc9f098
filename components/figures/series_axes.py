"""The axes of charts over years: the same for charts that stand one above another."""

from typing import Any

import numpy as np
import pandas as pd

from components.words.i18n import _

WIDE = 640  # pixels of a chart from which names stand beside the lines
NARROW = 300  # the same for a chart that is half as wide, and names few sources
AXIS_WIDTH = 46  # pixels for the numbers at the left, the same in charts that stand one above another
TEXT = "currentColor"


def lowest_power(points: pd.DataFrame) -> float:
    """Return where a log axis begins: the power of ten at or below the smallest value above zero."""
    middle = (points["least"] + points["most"]) / 2
    positive = middle[middle > 0]
    return float(10 ** np.floor(np.log10(positive.min()))) if len(positive) else 1.0


def log_floor(points: pd.DataFrame) -> float:
    """Return where a log axis ends below: at its first number, or a step beneath it, where a zero is drawn."""
    zero = ((points["least"] + points["most"]) == 0).any()
    return lowest_power(points) / (4 if zero else 1.3)


def value_scale(points: pd.DataFrame, *, log: bool) -> Any:
    """Return the axis of values: logarithmic, or linear from zero (from the least, where values are negative)."""
    import altair as alt

    top = float(points["most"].max())
    if log:
        return alt.Scale(type="log", domain=[log_floor(points), top * 1.8], nice=False)
    if (points["unit"] == "percent").all():
        return alt.Scale(domain=[0, 100])
    return alt.Scale(domain=[min(0.0, float(points["least"].min())), top * 1.04 or 1.0], nice=True)


def year_span(points: pd.DataFrame) -> tuple[float, float]:
    """Return the first and the last year."""
    return float(points["start"].min()), float(points["end"].max()) - 1


def year_ticks(points: pd.DataFrame) -> list[float]:
    """Return the years at an axis: round ones, nine at most."""
    first, last = year_span(points)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500) if (last - first) / step <= 8)
    return [float(year) for year in range(int(np.ceil(first / step)) * step, int(last) + 1, step)]


def year_axis(points: pd.DataFrame, *, ends: bool = False) -> Any:
    """Return the axis of years, the same for charts that stand one above another."""
    import altair as alt

    first, last = year_span(points)
    ticks = [float(np.floor(first + 0.5)), float(np.floor(last + 0.5))] if ends else year_ticks(points)
    axis = alt.Axis(format="d", grid=False, values=ticks, domainOpacity=0.4)
    return alt.X("year:Q", title=None, scale=alt.Scale(domain=[first - 0.8, last + 0.8], nice=False), axis=axis)


def year_width(points: pd.DataFrame) -> str:
    """Return how wide a year is in a chart, as an expression of Vega."""
    return f"(width / {float(points['end'].max() - points['start'].min()) + 0.6:.2f})"


def value_axis(
    points: pd.DataFrame, *, log: bool, field: str = "value:Q", count: int = 5, room: int = AXIS_WIDTH
) -> Any:
    """Return the axis of values, with `count` ticks or about so many, and `room` pixels for their numbers."""
    import altair as alt

    ticks: Any = alt.Undefined
    if log:
        low, high = np.log10(lowest_power(points)), np.log10(float(points["most"].max()))
        powers = range(int(low), int(high) + 1)
        ticks = [float(10**power) for power in powers[:: -(-len(powers) // count)]]
        if log_floor(points) < lowest_power(points) / 2:
            ticks = [log_floor(points), *ticks]
    axis = alt.Axis(
        labelExpr=number_label(lowest_power(points) if log else 0),
        values=ticks,
        tickCount=count,
        minExtent=room,
        maxExtent=room,
        domain=False,
        gridOpacity=0.5,
    )
    return alt.Y(field, title=None, scale=value_scale(points, log=log), axis=axis)


def number_label(least: float) -> str:
    """Return how numbers at an axis are written, as an expression of Vega: 2k, 10m, 1bn, and 0 below the `least`."""
    text = "format(datum.value, abs(datum.value) >= 1000 ? '~s' : ',.3~f')"
    for sign, words in (("G", _("bn")), ("M", _("m"))):
        text = f"replace({text}, '{sign}', '{words}')"
    return f"datum.value < {least / 2} ? '0' : {text}" if least else text
