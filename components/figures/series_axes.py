"""The axes of charts over years: the same for charts that stand one above another."""

import numpy as np
import pandas as pd

from components.charts.axes import round_up
from components.words import format
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


def value_domain(points: pd.DataFrame, *, log: bool) -> tuple[float, float]:
    """Return the ends of the axis of values; one that is not logarithmic begins at zero, or at the least below it."""
    top = float(points["most"].max())
    if log:
        return log_floor(points), top * 2.5
    if (points["unit"] == "percent").all():
        return min(0.0, float(points["least"].min())), max(100.0, top)
    return min(0.0, float(points["least"].min())), top * 1.04 or 1.0


def log_ticks(points: pd.DataFrame, count: int) -> list[float]:
    """Return the numbers at a log axis: powers of ten, about so many, and its foot where zeros stand there."""
    low, high = np.log10(lowest_power(points)), np.log10(float(points["most"].max()))
    powers = range(int(low), int(high) + 1)
    ticks = [float(10**power) for power in powers[:: -(-len(powers) // count)]]
    return [log_floor(points), *ticks] if log_floor(points) < lowest_power(points) / 2 else ticks


def number_ticks(low: float, high: float, count: int) -> list[float]:
    """Return round numbers from the one end of an axis to the other, about so many."""
    step = round_up((high - low) / count)
    return [float(tick * step) for tick in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


def year_span(points: pd.DataFrame) -> tuple[float, float]:
    """Return the first and the last year."""
    return float(points["start"].min()), float(points["end"].max()) - 1


def year_ticks(points: pd.DataFrame) -> list[float]:
    """Return the years at an axis: round ones, nine at most."""
    first, last = year_span(points)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000) if (last - first) / step <= 8)
    return [float(year) for year in range(int(np.ceil(first / step)) * step, int(last) + 1, step)]


def number_text(value: float) -> str:
    """Return a number at an axis as it is written where no Vega draws it; see `number_label`."""
    for size, words in ((1e9, _("bn")), (1e6, _("m")), (1e3, _("k"))):
        if abs(value) >= size:
            return f"{format.number(value / size)}{words}"
    return format.number(value)


def number_label(least: str = "") -> str:
    """Return how numbers at an axis are written, as an expression of Vega: 2.5k, 10m, 1bn.

    Numbers below half of `least`, an expression too, are 0.
    """
    text = "format(datum.value, abs(datum.value) >= 1000 ? '~s' : ',.3~f')"
    for sign, words in ((".", format.decimal_sign()), ("k", _("k")), ("M", _("m")), ("G", _("bn"))):
        text = f"replace({text}, '{sign}', '{words}')"
    return f"datum.value < {least} / 2 ? '0' : {text}" if least else text
