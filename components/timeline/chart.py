"""The timeline as a Plotly figure: lanes of events, each as wide as what is said of its time.

A day is the verdict's mark alone, a month or a year a bar as well, an open end an arrow; an outline is a date that was
derived. Where answers do not touch, a bracket joins them. The axis counts days since 1970, its words are our own.
"""

import html
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

import data
from components.charts import theme
from components.charts.axes import time_ticks
from components.timeline import sentences
from components.timeline.layout import (
    NARROW,
    NARROWEST_BIN,
    OPEN_END,
    WIDE,
    Bin,
    Lane,
    Layout,
    Placed,
    arrange,
    extent,
    layout_for,
)
from components.timeline.marks import event_marks
from components.timeline.text_width import shorten, text_width
from components.timeline.time_range import TimeRange
from components.words import format
from components.words.i18n import translate
from data.events import periods, within

TICKS = {WIDE: 10, NARROW: 5}
ROW_HEIGHT, LANE_HEAD, LANE_GAP = 22, 26, 8  # pixels of a row, of a lane's name, and between lanes
WORDS_HEIGHT = 19  # pixels of a line of words for the periods
AXIS_HEIGHT = 26  # pixels of the axis' words above the lanes
BAR_HEIGHT = 7  # pixels of a bar's height
TRANSPARENT = "rgba(0,0,0,0)"
SHORTEST = 8  # pixels of a bar that shows behind its mark
GAP = "\u00a0\u00a0"  # between a mark and its title


@lru_cache(maxsize=32)
def cached_figures(
    view: data.View, shown: TimeRange, opened: str, by_source: bool, _language: str
) -> dict[str, go.Figure]:
    """Return the figure for wide and for narrow windows; see `timeline_figure`. They are never to be changed."""
    found = within(event_marks(view, by_source=by_source), shown.low, shown.high)
    return {
        name: timeline_figure(
            view.found.tables, view, found, layout_for(width, shown), opened=opened, by_source=by_source
        )
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }


def timeline_figure(
    tables: data.Tables,
    view: data.View,
    found: pd.DataFrame,
    room: Layout,
    *,
    opened: str = "",
    by_source: bool = False,
) -> go.Figure:
    """Return the figure of the marks within a layout; `opened` is the event that is ringed and always has its title."""
    placed = arrange(found, room, opened)
    background, words, top = _periods(tables, room)
    tops = _tops(placed, top)
    height = tops[-1]
    drawn = _Background(room, height)
    for lane, y in zip(placed, tops, strict=False):
        drawn.lane(lane, y)
    every = [
        (each, y + LANE_HEAD + (each.row + 0.5) * ROW_HEIGHT)
        for lane, y in zip(placed, tops, strict=False)
        for each in lane.placed
    ]
    bins = [(each, y) for each, y in every if isinstance(each.item, Bin)]
    events = [(each, y) for each, y in every if not isinstance(each.item, Bin)]
    said = sentences.date_texts(tables, view, {each.item.event for each, _y in events})
    traces = [
        *_bin_bars(bins, room),
        _ring(events, opened),
        *_bars(events, room, view, by_source=by_source),
        *_open_ends(events, room),
        _verdict_marks(events, said),
        *_titles(events, room, opened),
    ]
    ticks = time_ticks(room.low, room.high, TICKS[room.width])
    chart = theme.with_plotly_theme(go.Figure([trace for trace in traces if trace is not None]))
    chart.update_layout(
        height=height + AXIS_HEIGHT,
        margin={"l": 0, "r": 0, "t": AXIS_HEIGHT, "b": 0},
        barmode="overlay",
        dragmode=False,  # with "select", Streamlit takes a click on a mark for no selection
        hovermode="closest",
        shapes=[*background, *drawn.shapes],
        annotations=[*words, *drawn.annotations],
    )
    chart.update_xaxes(
        range=[room.low, room.high + 1],
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
        tickfont={"size": theme.FONT_SIZES["tick"]},
        ticklabelposition="outside right",
        side="top",
        showgrid=True,
        gridcolor=theme.SHADE,
        zeroline=False,
        showline=False,
        fixedrange=True,
    )
    chart.update_yaxes(range=[height, 0], visible=False, fixedrange=True)
    return chart


def _tops(placed: Sequence[Lane], top: float) -> list[float]:
    """Return where each lane begins, and where the last one ends."""
    tops = [top]
    for lane in placed:
        tops.append(tops[-1] + LANE_HEAD + lane.rows * ROW_HEIGHT + LANE_GAP)
    return tops


class _Background:
    """What stands behind the marks: a line and a name for each lane."""

    def __init__(self, room: Layout, height: float) -> None:
        self.room, self.height = room, height
        self.shapes: list[dict[str, Any]] = []
        self.annotations: list[dict[str, Any]] = []

    def lane(self, lane: Lane, y: float) -> None:
        """Add a lane's line and name."""
        self.shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": y,
                "y1": y,
                "line": {"color": theme.NEUTRAL, "width": 1},
                "opacity": 0.4,
                "layer": "below",
            }
        )
        name = shorten(translate(lane.name), self.room.width * 0.7)
        text = f"<b>{html.escape(name, quote=False)}</b>  {format.number(lane.events)}"
        self.annotations.append(_words(text, y + 3, x=0.0, anchor="left"))


def _words(
    text: str, y: float, *, x: float, anchor: str, ref: str = "paper", size: int = theme.FONT_SIZES["label"]
) -> dict[str, Any]:
    return {
        "text": text,
        "xref": ref,
        "x": x,
        "xanchor": anchor,
        "y": y,
        "yanchor": "top",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": size},
    }


def _periods(tables: data.Tables, room: Layout) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """Return the shades and the words of the periods that are seen, and the room in pixels that the words take.

    A name stands at its period's beginning; where it would leave the picture it ends with it, a line lower.
    """
    low, high = room.low + room.air, room.high - room.air
    seen = [period for period in periods(tables).to_dict("records") if period["low"] <= high and period["high"] >= low]
    shades, words, reached = [], [], [-math.inf] * len(seen)
    for place, period in enumerate(seen):
        first, after = max(period["low"], room.low), min(period["high"], room.high) + 1
        if place % 2 == 0 and len(seen) > 1:
            shades.append(_shade(first, after))
        name, wide = period["name"], text_width(period["name"]) + 8
        left = room.x(first) + wide <= room.width
        begins = room.x(first) if left else room.width - wide
        line = next((line for line, end in enumerate(reached) if begins >= end), len(reached) - 1)
        reached[line] = begins + wide
        words.append(
            _words(
                f"<i>{html.escape(name, quote=False)}</i>",
                2 + line * WORDS_HEIGHT,
                x=first if left else room.high + 1,
                anchor="left" if left else "right",
                ref="x",
                size=theme.FONT_SIZES["note"],
            )
            | {"xshift": 4 if left else -4}
        )
    lines = sum(end > -math.inf for end in reached)
    return shades, words, lines * WORDS_HEIGHT + (6 if lines else 0)


def _shade(low: float, high: float) -> dict[str, Any]:
    area = {"x0": low, "x1": high, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "rect", **area, "fillcolor": theme.SHADE, "line": {"width": 0}, "layer": "below"}


# --- The traces -----------------------------------------------------------------------------------------------------
def _bars(
    events: Sequence[tuple[Placed, float]], room: Layout, view: data.View, *, by_source: bool
) -> list[go.Bar | go.Scatter]:
    """Return the bars of what is said of each event, and the brackets between answers that do not touch."""
    parts = {} if by_source else _excluded_times(events, view)
    pixels = room.width / (room.high + 1 - room.low)
    bars: list[tuple[float, float, float, str, str, str]] = []
    holes: list[tuple[float, float, float]] = []
    for each, y in events:
        mark, colour = each.item, theme.LOOKS[each.item.verdict].colour
        before = None
        whole = (mark.low, mark.high, mark.derived)
        for low, high, derived in (whole, *parts.get(mark.event, ())):
            first = max(mark.at if math.isinf(low) else low, room.low)
            after = min(mark.at if math.isinf(high) else high + 1, room.high + 1)
            if (low, high, derived) is not whole:
                if before is not None and first > before:
                    holes.append((before, first, y))
                before = after
            if (after - first) * pixels < SHORTEST:
                continue
            fill = TRANSPARENT if derived else _tint(colour, 0.42)
            bars.append((first, after - first, y, fill, colour if derived else TRANSPARENT, f"event:{mark.event}"))
    base, length, ys, fills, lines, ids = (list(part) for part in zip(*bars, strict=True)) if bars else ([],) * 6
    return [
        go.Bar(
            name="bars",
            base=base,
            x=length,
            y=ys,
            width=BAR_HEIGHT,
            orientation="h",
            marker={"color": fills, "line": {"color": lines, "width": 1.4}},
            customdata=ids,
            hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
        ),
        *_brackets(holes),
    ]


def _tint(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _excluded_times(
    events: Sequence[tuple[Placed, float]], view: data.View
) -> dict[str, list[tuple[float, float, bool]]]:
    """Return, for events whose answers do not all meet, the times of those answers that others exclude."""
    wide = view.questions_about({each.item.event for each, _y in events if each.item.gap > 0})
    wide = wide[(wide["kind"] == "date") & (wide["gap"] > 0)]
    wide = wide.sort_values("gap", ascending=False, kind="stable").drop_duplicates("event")
    claims = view.claims_of(wide["question"])
    said = claims.groupby("question")
    excluded = (claims["low"] > said["high"].transform("min")) | (claims["high"] < said["low"].transform("max"))
    found: dict[str, list[tuple[float, float, bool]]] = {}
    for row in claims[excluded].sort_values(["low", "high"])[["event", "low", "high", "is_derived"]].to_dict("records"):
        parts = found.setdefault(row["event"], [])
        low, high, derived = row["low"], row["high"], row["is_derived"]
        if parts and low <= parts[-1][1] + 1:
            last = parts.pop()
            low, high, derived = last[0], max(last[1], high), last[2] and derived
        parts.append((low, high, derived))
    return found


def _brackets(holes: Iterable[tuple[float, float, float]]) -> list[go.Scatter]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    ends: list[tuple[float, float]] = []
    for low, high, y in holes:
        xs += [low, high, None]
        ys += [y, y, None]
        ends += [(low, y), (high, y)]
    line = go.Scatter(
        x=xs, y=ys, mode="lines", line={"color": theme.NEUTRAL, "width": 1.5, "dash": "dot"}, hoverinfo="skip"
    )
    caps = go.Scatter(
        name="brackets",
        x=[x for x, _y in ends],
        y=[y for _x, y in ends],
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 12, "color": theme.NEUTRAL, "line": {"width": 1.5}},
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )
    return [line, caps] if xs else []


def _open_ends(events: Sequence[tuple[Placed, float]], room: Layout) -> list[go.Scatter]:
    """Return an arrow for each open end, of one length: how far it reaches nobody says."""
    day = (room.high + 1 - room.low) / room.width
    traces = []
    for symbol, way, end in (("triangle-left", -1, "low"), ("triangle-right", 1, "high")):
        found = [(each.item, y) for each, y in events if math.isinf(getattr(each.item, end))]
        if not found:
            continue
        colours = [theme.LOOKS[mark.verdict].colour for mark, _y in found]
        tips = [mark.at + way * (OPEN_END - 5) * day for mark, _y in found]
        for (mark, y), tip, colour in zip(found, tips, colours, strict=True):
            traces.append(
                go.Scatter(
                    x=[mark.at, tip], y=[y, y], mode="lines", line={"color": colour, "width": 2}, hoverinfo="skip"
                )
            )
        traces.append(
            go.Scatter(
                name="arrows",
                x=tips,
                y=[y for _mark, y in found],
                mode="markers",
                marker={"symbol": symbol, "size": 9, "color": colours},
                hoverinfo="skip",
                unselected={"marker": {"opacity": 1}},
            )
        )
    return traces


def _verdict_marks(events: Sequence[tuple[Placed, float]], said: dict[str, str]) -> go.Scatter:
    """Return the verdicts' marks, which tell all on hover and open the event on a click."""
    looks = [theme.LOOKS[each.item.verdict] for each, _y in events]
    return go.Scatter(
        name="events",
        x=[each.item.at for each, _y in events],
        y=[y for _each, y in events],
        mode="markers",
        marker={
            "symbol": [
                look.plotly_hollow if each.item.derived else look.plotly
                for (each, _y), look in zip(events, looks, strict=True)
            ],
            "size": 11,
            "color": [look.colour for look in looks],
            "line": {"width": 1.6, "color": [look.colour for look in looks]},
            "opacity": 1,
        },
        customdata=[f"event:{each.item.event}" for each, _y in events],
        hovertext=[sentences.hover_text(each.item, said) for each, _y in events],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )


def _ring(events: Sequence[tuple[Placed, float]], opened: str) -> go.Scatter | None:
    found = [(each.item.at, y) for each, y in events if each.item.event == opened]
    if not found:
        return None
    return go.Scatter(
        x=[x for x, _y in found],
        y=[y for _x, y in found],
        mode="markers",
        marker={"symbol": "circle-open", "size": 21, "color": theme.NEUTRAL, "line": {"width": 2}},
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )


def _titles(events: Sequence[tuple[Placed, float]], room: Layout, opened: str) -> list[go.Scatter]:
    """Return the titles that have room, beside their marks."""
    traces = []
    day = (room.high + 1 - room.low) / room.width
    for side, place in (("right", 1), ("left", 0)):
        found = [(each, y) for each, y in events if each.side == side]
        text = [html.escape(each.title, quote=False) for each, _y in found]
        text = [GAP + words if side == "right" else words + GAP for words in text]
        traces.append(
            go.Scatter(
                name="titles",
                x=[room.low + extent(each.item, room)[place] * day for each, _y in found],
                y=[y for _each, y in found],
                mode="text",
                text=[
                    f"<b>{words}</b>" if each.item.event == opened else words
                    for (each, _y), words in zip(found, text, strict=True)
                ],
                textposition=f"middle {side}",
                textfont={"size": theme.FONT_SIZES["label"]},
                hoverinfo="skip",
                customdata=[f"event:{each.item.event}" for each, _y in found],
                unselected={"textfont": {}},
            )
        )
    return [trace for trace in traces if trace.x]


def _bin_bars(bins: Sequence[tuple[Placed, float]], room: Layout) -> list[go.Bar | go.Scatter]:
    """Return the counts of crowded times, each a bar with its number that a click opens."""
    if not bins:
        return []
    least = NARROWEST_BIN * (room.high + 1 - room.low) / room.width
    low = [max(each.item.low, room.low) for each, _y in bins]
    length = [
        max(min(each.item.high, room.high) + 1 - first, least) for (each, _y), first in zip(bins, low, strict=True)
    ]
    ys = [y for _each, y in bins]
    ids = [f"bin:{each.item.low:.0f}/{each.item.high:.0f}" for each, _y in bins]
    bars = go.Bar(
        name="bins",
        base=low,
        x=length,
        y=ys,
        width=ROW_HEIGHT - 5,
        orientation="h",
        marker={"color": "rgba(128,134,140,0.28)", "line": {"color": theme.NEUTRAL, "width": 1}},
        customdata=ids,
        hovertext=[sentences.bin_text(each.item) for each, _y in bins],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}},
    )
    numbers = go.Scatter(
        name="counts",
        x=[first + long / 2 for first, long in zip(low, length, strict=True)],
        y=ys,
        mode="text",
        text=[f"<b>{_short(each.item.count)}</b>" for each, _y in bins],
        textfont={"size": theme.FONT_SIZES["tick"]},
        customdata=ids,
        hoverinfo="skip",
    )
    return [bars, numbers]


def _short(count: int) -> str:
    return format.number(count) if count < 10_000 else f"{round(count / 1000)}k"
