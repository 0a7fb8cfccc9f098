"""Charts as SVG for a file without a script, on paper: dates by year, and the answers to one question."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count

import numpy as np
import pandas as pd

from components.charts import theme
from components.charts.answer_rows import answer_marks
from components.charts.axes import Axis, LabelledRange

WIDTH = 680
HIGHEST = 190  # of the piles of dates
STEP = 11  # from one mark of a pile to the one above it, where there is room
ROW = 36  # from one answer to the next
LETTERS = 100  # of a line of words; more are cut
TEXT, LINES = "#222", "#888"
_FOOT = 20  # for the words of the axis
_PATHS = {
    "circle": "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z",
    "square": "M-.88,-.88H.88V.88H-.88Z",
    "diamond": "M0,-1.15L.85,0L0,1.15L-.85,0Z",
    "triangle-up": "M0,-1L1.1,.9H-1.1Z",
}
"""The shapes that Vega knows by name, as paths round the origin."""


def years(marks: pd.DataFrame, alt: str) -> str:
    """Return a mark for each dated question, piled up by year; `marks` has year and verdict, in the order of piles."""
    place = marks.groupby("year").cumcount().to_numpy()
    first, last = int(marks["year"].min()) - 1, int(marks["year"].max()) + 1
    across = (WIDTH - 20) / (last - first)
    step = min(STEP, across, HIGHEST / (place.max() + 1))
    foot = step * (place.max() + 1) + 4
    drawn = [
        _mark(theme.LOOKS[verdict].vega, 10 + (year - first) * across, foot - step * (at + 0.5), step * 0.42,
              f'fill="{theme.LOOKS[verdict].colour}"')
        for year, verdict, at in zip(marks["year"], marks["verdict"], place, strict=True)
    ]  # fmt: skip
    every = next(size for size in _round_numbers() if (last - first) / size <= 8)
    ticks = {10 + (year - first) * across: str(year) for year in range(first, last + 1) if year % every == 0}
    return _svg([*drawn, *_axis(ticks, foot)], foot + _FOOT, alt)


def answers(
    rows: pd.DataFrame,
    axis: Axis,
    alt: str,
    *,
    dates: bool,
    shared: LabelledRange | None = None,
    gap: LabelledRange | None = None,
) -> str:
    """Return the answers to a question, each with its words above its mark, on one axis.

    `rows` are those of `answer_rows.answer_rows`; what all share is shaded, and a line at the foot spans the gap.
    """
    day = 1.0 if dates else 0.0  # the last day ends where the next begins

    def x(value: float) -> float:
        return float(np.clip(10 + (value - axis.low) / (axis.high - axis.low) * (WIDTH - 20), 10, WIDTH - 10))

    foot = ROW * len(rows) + (24 if gap else 4)
    drawn = []
    if shared:
        left, right = x(shared.low), x(shared.high + day)
        drawn.append(f'<rect x="{left:.1f}" y="0" width="{max(right - left, 1):.1f}" height="{foot}" fill="#8883"/>')
    looks = answer_marks(rows["relation"], rows["derived"], rows["denies"])
    for place, (row, look) in enumerate(zip(rows.to_dict("records"), looks.to_dict("records"), strict=True)):
        top = ROW * place
        drawn += [
            f'<text x="10" y="{top + 13}">{escape(_cut(row["caption"]))}</text>',
            f'<path d="M10,{top + 25}H{WIDTH - 10}" stroke="{LINES}" stroke-opacity=".35"/>',
        ]
        ends = x(row["low"]), x(row["high"] + day)
        fill = look["colour"] if look["solid"] else "none"
        if not row["point"] or ends[1] - ends[0] > 16:
            height = 8 if dates else 2
            drawn.append(
                f'<rect x="{ends[0]:.1f}" y="{top + 25 - height / 2}" width="{max(ends[1] - ends[0], 2):.1f}" '
                f'height="{height}" fill="{fill}" fill-opacity=".4" stroke="{look["colour"]}"/>'
            )
            drawn += [
                f'<path d="M{end},{top + 19}l{7 * way},6l{-7 * way},6z" fill="{look["colour"]}"/>'
                for end, way, value in ((10, -1, row["low"]), (WIDTH - 10, 1, row["high"]))
                if not np.isfinite(value)
            ]
        if row["point"] or row["denies"]:
            style = f'fill="{fill}" stroke="{look["colour"]}" stroke-width=".2"'
            drawn.append(_mark(look["shape"], (ends[0] + ends[1]) / 2, top + 25, 5.5, style))
    if gap:
        left, right = x(gap.low + day / 2), x(gap.high + day / 2)
        anchor, at = ("start", left) if left < WIDTH / 2 else ("end", right)
        drawn += [
            f'<path d="M{left:.1f},{foot - 20}v8m0,-4H{right:.1f}m0,-4v8" stroke="{TEXT}" fill="none"/>',
            f'<text x="{at:.1f}" y="{foot}" text-anchor="{anchor}" font-weight="bold">{escape(gap.words)}</text>',
        ]
        foot += 4
    drawn += _axis({x(value): words for value, words in axis.ticks.items()}, foot)
    if axis.title:
        drawn.append(f'<text x="10" y="{foot + _FOOT + 14}">{escape(axis.title)}</text>')
    return _svg(drawn, foot + _FOOT + (18 if axis.title else 0), alt)


def _round_numbers() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50, …"""
    return (factor * 10**power for power in count() for factor in (1, 2, 5))


def _cut(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…"


def _mark(shape: str, x: float, y: float, size: float, style: str) -> str:
    path = _PATHS.get(shape, shape)
    return f'<path d="{path}" transform="translate({x:.1f} {y:.1f}) scale({size:.2f})" {style}/>'


def _axis(ticks: dict[float, str], at: float) -> list[str]:
    words = [
        f'<text x="{x:.1f}" y="{at + 15:.1f}" text-anchor="{_anchor(x)}">{escape(word)}</text>'
        for x, word in ticks.items()
    ]
    return [f'<path d="M10,{at:.1f}H{WIDTH - 10}" stroke="{LINES}"/>', *words]


def _anchor(x: float) -> str:
    return "start" if x < 40 else "end" if x > WIDTH - 40 else "middle"


def _svg(drawn: Iterable[str], height: float, alt: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" '
        f'aria-label="{escape(alt)}" font-family="system-ui, sans-serif" font-size="12" fill="{TEXT}">'
        f"{''.join(drawn)}</svg>"
    )
