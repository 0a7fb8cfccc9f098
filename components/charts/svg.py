"""Charts as SVG for a file without a script: dates by year, the answers to one question, and values over years.

Words and lines take the colour of the text around them, so that a chart can be read on any background.
"""

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import count
from typing import Any

import numpy as np
import pandas as pd

from components.charts import theme
from components.charts.axes import Axis, LabelledRange

WIDTH, NARROW = 680, 340  # on paper or a wide screen, and on a phone
HIGHEST = 190  # of the piles of dates
STEP = 11  # from one mark of a pile to the one above it, where there is room
ROW = 36  # from one answer to the next
LINE = 15  # from one line of words to the next
LETTER = 7  # of a word at an axis, at most on the average
LETTERS = 100  # of a line of words that is as wide as the chart
TEXT, LINES = "currentColor", theme.NEUTRAL
_FOOT = 20  # for the words of the axis
_PATHS = {
    "circle": "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z",
    "square": "M-.88,-.88H.88V.88H-.88Z",
    "diamond": "M0,-1.15L.85,0L0,1.15L-.85,0Z",
    "triangle-up": "M0,-1L1.1,.9H-1.1Z",
    "triangle-down": "M0,1L1.1,-.9H-1.1Z",
    "cross": "M-.35,-1H.35V-.35H1V.35H.35V1H-.35V.35H-1V-.35H-.35Z",
}
"""The shapes that Vega knows by name, as paths round the origin."""


def years(marks: pd.DataFrame, alt: str, width: int = WIDTH) -> str:
    """Return a mark for each dated question, piled up by year; `marks` has year and verdict, in the order of piles."""
    place = marks.groupby("year").cumcount().to_numpy()
    first, last = int(marks["year"].min()) - 1, int(marks["year"].max()) + 1
    across = (width - 20) / (last - first)
    step = min(STEP, across, HIGHEST / (place.max() + 1))
    foot = step * (place.max() + 1) + 4
    drawn = [
        _mark(theme.LOOKS[verdict].vega, 10 + (year - first) * across, foot - step * (at + 0.5), step * 0.42,
              f'fill="{theme.LOOKS[verdict].colour}"')
        for year, verdict, at in zip(marks["year"], marks["verdict"], place, strict=True)
    ]  # fmt: skip
    every = next(size for size in _round_numbers() if (last - first) / size <= width / 80)
    ticks = {10 + (year - first) * across: str(year) for year in range(first, last + 1) if year % every == 0}
    return _svg([*drawn, *_axis(ticks, foot, width)], foot + _FOOT, alt, width)


def answers(
    rows: pd.DataFrame,
    axis: Axis,
    alt: str,
    *,
    dates: bool,
    shared: LabelledRange | None = None,
    gap: LabelledRange | None = None,
    width: int = WIDTH,
    lines: int = 1,
) -> str:
    """Return the answers to a question, each with its words above its mark, on one axis.

    `rows` are those of `answer_rows.answer_rows`, with their `answer_marks`; what all share is shaded, and a line at
    the foot spans the gap. Words that do not fit on so many lines are cut.
    """
    day = 1.0 if dates else 0.0  # the last day ends where the next begins

    def x(value: float) -> float:
        return float(np.clip(10 + (value - axis.low) / (axis.high - axis.low) * (width - 20), 10, width - 10))

    words = [_broken(caption, LETTERS * width // WIDTH, lines) for caption in rows["caption"]]
    tops = np.cumsum([0, *(ROW + LINE * (len(broken) - 1) for broken in words)])
    foot = int(tops[-1]) + (24 if gap else 4)
    drawn = []
    if shared:
        left, right = x(shared.low), x(shared.high + day)
        drawn.append(f'<rect x="{left:.1f}" y="0" width="{max(right - left, 1):.1f}" height="{foot}" fill="#8883"/>')
    looks = rows[["low", "high", "point", "denies", "colour", "shape", "solid"]].to_dict("records")
    for row, broken, start in zip(looks, words, tops[:-1].tolist(), strict=True):
        drawn += [f'<text x="10" y="{start + 13 + LINE * n}">{escape(line)}</text>' for n, line in enumerate(broken)]
        top = start + LINE * (len(broken) - 1)
        drawn.append(f'<path d="M10,{top + 25}H{width - 10}" stroke="{LINES}" stroke-opacity=".35"/>')
        ends = x(row["low"]), x(row["high"] + day)
        fill = row["colour"] if row["solid"] else "none"
        if not row["point"] or ends[1] - ends[0] > 16:
            height = 8 if dates else 2
            drawn.append(
                f'<rect x="{ends[0]:.1f}" y="{top + 25 - height / 2}" width="{max(ends[1] - ends[0], 2):.1f}" '
                f'height="{height}" fill="{fill}" fill-opacity=".4" stroke="{row["colour"]}"/>'
            )
            drawn += [
                f'<path d="M{end},{top + 19}l{7 * way},6l{-7 * way},6z" fill="{row["colour"]}"/>'
                for end, way, value in ((10, -1, row["low"]), (width - 10, 1, row["high"]))
                if not np.isfinite(value)
            ]
        if row["point"] or row["denies"]:
            style = f'fill="{fill}" stroke="{row["colour"]}" stroke-width=".2"'
            drawn.append(_mark(row["shape"], (ends[0] + ends[1]) / 2, top + 25, 5.5, style))
    if gap:
        left, right = x(gap.low + day / 2), x(gap.high + day / 2)
        anchor, at = ("start", left) if left < width / 2 else ("end", right)
        drawn += [
            f'<path d="M{left:.1f},{foot - 20}v8m0,-4H{right:.1f}m0,-4v8" stroke="{TEXT}" fill="none"/>',
            f'<text x="{at:.1f}" y="{foot}" text-anchor="{anchor}" font-weight="bold">{escape(gap.words)}</text>',
        ]
        foot += 4
    drawn += _axis({x(value): tick for value, tick in axis.ticks.items()}, foot, width)
    if axis.title:
        drawn.append(f'<text x="10" y="{foot + _FOOT + 14}">{escape(axis.title)}</text>')
    return _svg(drawn, foot + _FOOT + (18 if axis.title else 0), alt, width)


def series(
    frames: Mapping[str, pd.DataFrame],
    params: Mapping[str, Any],
    numbers: Mapping[float, str],
    alt: str,
    *,
    log: bool,
    height: int,
) -> str:
    """Return values over years, each source's own points and the span of all.

    `frames` and `params` are those of a chart of `figures.series_chart`: what is drawn, and the ends and the `years` of
    its axes. `numbers` are the words at the axis of values, which is so many pixels high.
    """
    first, last, left = (float(params[name]) for name in ("first", "last", "room"))
    top = 10

    def x(year: float) -> float:
        return left + (year - first) / (last - first) * (WIDTH - 10 - left)

    def y(value: float) -> float:
        at, low, high = (math.log10(end) if log else float(end) for end in (value, params["low"], params["high"]))
        return top + min(max((high - at) / (high - low), 0.0), 1.0) * height

    drawn = []
    for value, words in numbers.items():
        drawn.append(f'<path d="M{left},{y(value):.1f}H{WIDTH - 10}" stroke="{LINES}" stroke-opacity=".3"/>')
        drawn.append(f'<text x="{left - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{escape(words)}</text>')
    half = max(1.0, (x(1) - x(0)) * 0.36)
    drawn += [
        f'<rect x="{x(year) - half:.1f}" y="{y(high):.1f}" width="{2 * half:.1f}" height="{y(low) - y(high):.1f}" '
        f'fill="{colour}" fill-opacity=".2"/>'
        for year, low, high, colour in _tuples(frames["spans"], "year", "value", "high", "colour")
    ]
    for _run, points in frames["points"].groupby("run", sort=False):
        if len(points) > 1:
            line = "L".join(f"{x(year):.1f},{y(value):.1f}" for year, value in _tuples(points, "year", "value"))
            drawn.append(f'<path d="M{line}" fill="none" stroke="{points["colour"].iloc[0]}" stroke-width="1.5"/>')
    drawn += [
        f'<path d="M{x(year):.1f},{y(value):.1f}H{x(end):.1f}" stroke="{colour}" stroke-width="4"/>'
        for year, end, value, colour in _tuples(frames["parts"], "year", "end", "value", "colour")
    ]
    drawn += [
        f'<path d="M{x(year):.1f},{y(low):.1f}V{y(high):.1f}" stroke="{colour}" stroke-width="4"/>'
        for year, low, high, colour in _tuples(frames["bounds"], "year", "value", "most", "colour")
    ]
    drawn += [
        f'<path d="M-4,0H4M0,0V-12m-3.5,4L0,-12l3.5,4" transform="translate({x(year):.1f} {y(value):.1f})'
        f'{"" if way == "up" else " rotate(180)"}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        for year, value, way, colour in _tuples(frames["arrows"], "year", "value", "open", "colour")
    ]
    for year, value, shape, colour, fill in _tuples(frames["points"], "year", "value", "shape", "colour", "fill"):
        hollow = f'fill="{"none" if fill == "transparent" else fill}" stroke="{colour}" stroke-width=".35"'
        drawn.append(_mark(shape, x(year), y(value), 3.2, hollow))
    drawn += [
        f'<text x="{x(year) - 9:.1f}" y="{y(value) + aside + 4:.1f}" text-anchor="end" font-weight="bold">'
        f"{escape(_broken(words, LETTERS // 2, 1)[0])}</text>"
        for year, value, words, aside in _tuples(frames["notes"], "year", "value", "text", "dy")
    ]
    years = {x(year): f"{year:.0f}" for year in params["years"]}
    return _svg([*drawn, *_axis(years, top + height, WIDTH, left)], top + height + _FOOT, alt, WIDTH)


def _tuples(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    return frame[list(columns)].itertuples(index=False, name=None)


def _round_numbers() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50, …"""
    return (factor * 10**power for power in count() for factor in (1, 2, 5))


def _broken(text: str, letters: int, most: int) -> list[str]:
    """Return a text in lines of so many letters, so many of them at most, and the last cut where there is more."""
    found = textwrap.wrap(text, letters) or [""]
    return found if len(found) <= most else [*found[: most - 1], f"{found[most - 1][: letters - 1]}…"]


def _mark(shape: str, x: float, y: float, size: float, style: str) -> str:
    path = _PATHS.get(shape, shape)
    return f'<path d="{path}" transform="translate({x:.1f} {y:.1f}) scale({size:.2f})" {style}/>'


def _axis(ticks: dict[float, str], at: float, width: int, left: float = 10) -> list[str]:
    """Return an axis with the words at all of its ticks, or at every second or third where these would touch."""
    every = next(step for step in count(1) if _apart(list(ticks.items())[::step], width))
    words = [
        f'<text x="{x:.1f}" y="{at + 15:.1f}" text-anchor="{_anchor(x, width)}">{escape(word)}</text>'
        for x, word in list(ticks.items())[::every]
    ]
    return [f'<path d="M{left},{at:.1f}H{width - 10}" stroke="{LINES}"/>', *words]


def _apart(ticks: Sequence[tuple[float, str]], width: int) -> bool:
    """Return whether no two words at an axis touch."""
    shifts = {"start": 0.0, "middle": 0.5, "end": 1.0}
    starts = [x - shifts[_anchor(x, width)] * LETTER * len(word) for x, word in ticks]
    ends = [start + LETTER * (len(word) + 1) for start, (_x, word) in zip(starts, ticks, strict=True)]
    return all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def _anchor(x: float, width: int) -> str:
    return "start" if x < 40 else "end" if x > width - 40 else "middle"


def _svg(drawn: Iterable[str], height: float, alt: str, width: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" role="img" '
        f'aria-label="{escape(alt)}" font-family="system-ui, sans-serif" font-size="12" fill="{TEXT}">'
        f"{''.join(drawn)}</svg>"
    )
