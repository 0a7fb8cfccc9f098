"""Figures over years: each source's own points, the span of all, and how far they are apart beneath.

No line goes through two sources or over a year without a value; nothing is smoothed or filled in. Words in the charts
take the colour of the page's text, so that they can be read on either background.
"""

from typing import Any

import numpy as np
import pandas as pd

from components.charts import theme
from components.figures import gap_chart
from components.figures.name_places import place_names
from components.figures.series_axes import TEXT, WIDE, log_floor, value_axis, year_axis, year_width
from components.figures.source_marks import SHAPES, coloured_sources, measure_colours, source_colours, source_shapes
from components.figures.yearly import by_year, extremes
from components.words.i18n import _
from data.series import runs

HEIGHT, PANEL_HEIGHT, MEASURES_HEIGHT = 340, 150, 260
ARROW = "M-.5,0L.5,0M0,0L0,-1.6M-.45,-1.1L0,-1.6L.45,-1.1"
"""A foot at the bound, and an arrow from there to where the value may be."""


def chart_points(points: pd.DataFrame, *, log: bool) -> pd.DataFrame:
    """Return the columns that the charts draw; on a log axis a zero stands at its foot."""
    found = runs(points)[["year", "value", "name", "words", "derived", "run"]].copy()
    found["zero"] = found["value"] == 0
    if log:  # no line leads to a zero, which has no place on such an axis
        found.loc[found["zero"], "value"] = log_floor(points)
        found.loc[found["zero"], "run"] = -np.arange(1, int(found["zero"].sum()) + 1)
        cuts = found.groupby("name")["zero"].cumsum()
        found["run"] = found["run"].astype(str) + "/" + cuts.astype(str)
    return found


def _columns_drawn(drawn: pd.DataFrame) -> pd.DataFrame:
    """Return what a chart needs of the points, as short as it can be written: charts are sent as text."""
    short = drawn.assign(
        year=drawn["year"].astype(int),
        value=[float(f"{value:.6g}") for value in drawn["value"]],
        derived=drawn["derived"].astype(int),
        run=pd.factorize(drawn["run"])[0],
    )
    return short[["year", "value", "name", "words", "derived", "run"]]


def _tooltip(when: str = "year") -> list[Any]:
    import altair as alt

    return [
        alt.Tooltip("name", title=_("Source")),
        alt.Tooltip(when, title=_("For")),
        alt.Tooltip("words", title=_("Value")),
    ]


def _lines_and_points(
    drawn: pd.DataFrame, x: Any, y: Any, chosen: dict[str, str], size: int, shapes: dict[str, str] | None = None
) -> list[Any]:
    """Return the points of a chart, full where stated and hollow where worked out, and the line through each run."""
    import altair as alt

    base = alt.Chart(_columns_drawn(drawn))
    scale = alt.Scale(domain=list(chosen), range=list(chosen.values()))
    fill = alt.when("datum.derived").then(alt.value("transparent")).otherwise("name:N", scale=scale, legend=None)
    layers: list[Any] = []
    if drawn["run"].duplicated().any():
        colour = alt.Color("name:N", scale=scale, legend=None)
        layers.append(base.mark_line(strokeWidth=1.6).encode(x=x, y=y, color=colour, detail="run:N"))
    stroke = alt.Stroke("name:N", scale=scale, legend=None)
    points = base.mark_point(opacity=1, size=size, strokeWidth=1.4)
    encoded = points.encode(x=x, y=y, stroke=stroke, fill=fill, tooltip=_tooltip())
    if shapes:
        encoded = encoded.encode(
            shape=alt.Shape("name:N", scale=alt.Scale(domain=list(shapes), range=list(shapes.values())), legend=None)
        )
    return [*layers, encoded]


def series_chart(points: pd.DataFrame, *, log: bool, height: int = HEIGHT, wide: int = WIDE) -> Any:
    """Return the chart of all sources at once: the span of each year, and each source's points and lines."""
    import altair as alt

    drawn, spans = chart_points(points, log=log), by_year(points)
    chosen = source_colours(points)
    x, y = year_axis(points), value_axis(points, log=log)
    colour = alt.Color("name:N", scale=alt.Scale(domain=list(chosen), range=list(chosen.values())), legend=None)
    layers = []
    spans = spans[spans["gap"] > 0][["year", "low", "high", "beyond_expected"]]
    if len(spans):
        if log:
            spans = spans.assign(low=spans["low"].clip(lower=log_floor(points)))
        band = alt.condition("datum.beyond_expected", alt.value(gap_chart.FAR), alt.value(theme.NEUTRAL))
        layers.append(
            alt.Chart(spans)
            .mark_bar(width={"expr": f"max(2, {year_width(points)} * 0.72)"}, opacity=0.2)
            .encode(x=x, y=value_axis(points, log=log, field="low:Q"), y2="high:Q", color=band)
        )
    layers += _lines_and_points(drawn, x, y, chosen, 34, source_shapes(chosen))
    layers += [*_part_years(points, x, y, colour), *_bounds(points, x, y, colour, log=log)]
    ratios = extremes(points, ratio=True) if log else pd.DataFrame()
    for words in ratios.to_dict("records"):
        beside = drawn[(drawn["year"] - words["year"]).abs() <= 2]
        frame = pd.DataFrame(
            [{"year": words["year"], "value": beside["value"].max(), "text": words["text"].partition(": ")[2]}]
        )
        layers.append(
            alt.Chart(frame)
            .mark_text(dy=-14, fontSize=theme.FONT_SIZES["label"], fontWeight=700, color=TEXT)
            .encode(x=x, y=y, text="text:N", opacity=alt.value({"expr": "width >= 480 ? 1 : 0"}))
        )
    layers += _source_labels(points, drawn, x, y, colour, log=log, height=height, wide=wide)
    return theme.with_altair_theme(alt.layer(*layers).properties(height=height))


def has_parts(points: pd.DataFrame) -> bool:
    """Tell whether some values are for a time that is no calendar year."""
    return bool((points["year"].isna() & points["start"].notna()).any())


def _part_years(points: pd.DataFrame, x: Any, y: Any, colour: Any) -> list[Any]:
    """Return bars for values of a time that is no calendar year, as long as the time."""
    import altair as alt

    parts = points[points["year"].isna() & points["start"].notna()]
    if parts.empty:
        return []
    frame = parts.assign(value=(parts["least"] + parts["most"]) / 2, year=parts["start"] - 0.5, last=parts["end"] - 0.5)
    frame = frame[["year", "last", "value", "name", "when", "words"]]
    bars = (
        alt.Chart(frame)
        .mark_rule(strokeWidth=4, strokeCap="butt")
        .encode(x=x, x2="last:Q", y=y, color=colour, tooltip=_tooltip("when"))
    )
    return [bars]


def _bounds(points: pd.DataFrame, x: Any, y: Any, colour: Any, *, log: bool) -> list[Any]:
    """Return what is known of values that sources give as bounds: a bar from end to end, an arrow where one is open."""
    import altair as alt

    found = points[points["start"].notna() & points["value"].isna()]
    middle = (found["start"] + found["end"] - 1) / 2
    least = found["least"].clip(lower=log_floor(points)) if log else found["least"]
    found = found.assign(year=middle.round(2), value=least)
    layers: list[Any] = []
    between = found[(found["open"] == "") & found["period"].str.fullmatch(r"\d{4}")]
    if len(between):
        bars = alt.Chart(between[["year", "value", "most", "name", "words", "when"]]).mark_rule(strokeWidth=4)
        layers.append(bars.encode(x=x, y=y, y2="most:Q", color=colour, tooltip=_tooltip("when")))
    for way, turn in (("up", 0), ("down", 180)):
        part = found[found["open"] == way]
        if len(part):
            arrows = alt.Chart(part[["year", "value", "name", "words", "when"]])
            arrow = arrows.mark_point(shape=ARROW, angle=turn, size=110, strokeWidth=2, opacity=1, filled=False)
            layers.append(arrow.encode(x=x, y=y, color=colour, tooltip=_tooltip("when")))
    return layers


def has_open(points: pd.DataFrame) -> bool:
    """Tell whether some values are drawn as arrows."""
    return bool((points["start"].notna() & (points["open"] != "")).any())


def _source_labels(
    points: pd.DataFrame, drawn: pd.DataFrame, x: Any, y: Any, colour: Any, *, log: bool, height: int, wide: int = WIDE
) -> list[Any]:
    """Return the sources' names beside their lines, where there is room for them."""
    import altair as alt

    places = place_names(points, drawn, log=log, height=height, wide=wide)
    if places.empty:
        return []
    shown = alt.value({"expr": f"width >= {wide} ? 1 : 0"})
    shapes = source_shapes(source_colours(points))
    base = alt.Chart(places.assign(mark=[SHAPES[shapes.get(name, "circle")] for name in places["name"]]))
    return [
        base.mark_text(fontSize=theme.FONT_SIZES["note"], align="right", dx=-4, baseline="middle").encode(
            x=x, y=y, color=colour, opacity=shown, text="mark:N"
        ),
        base.mark_text(fontSize=theme.FONT_SIZES["note"], align="left", baseline="middle", color=TEXT).encode(
            x=x, y=y, text="name:N", opacity=shown
        ),
    ]


def source_charts(points: pd.DataFrame, *, log: bool) -> list[tuple[str, Any]]:
    """Return a small chart for each source with enough points, and one for all others: its name and the chart."""
    import altair as alt

    drawn, chosen = chart_points(points, log=log), source_colours(points)
    x, y = year_axis(points, ends=True), value_axis(points, log=log, count=3, room=34)
    shown = coloured_sources(points)
    rest = sorted(set(drawn["name"]) - set(shown))
    found = []
    for name in [*shown, *([""] if rest else [])]:
        own = drawn["name"].isin(rest) if not name else drawn["name"] == name
        others = alt.Chart(_columns_drawn(drawn[~own])[["year", "value"]]).mark_point(
            filled=True, size=7, color=theme.NEUTRAL, opacity=0.35, tooltip=None
        )
        layers = [others.encode(x=x, y=y)]
        layers += _lines_and_points(
            drawn[own], x, y, {each: chosen[each] for each in drawn.loc[own, "name"].unique()}, 22
        )
        chart = theme.with_altair_theme(alt.layer(*layers).properties(height=PANEL_HEIGHT))
        found.append((name, chart))
    return found


def measures_chart(points: pd.DataFrame) -> Any:
    """Return the chart of one source's measures over the years, each with a colour and a shape that the key names."""
    import altair as alt

    named = points.assign(name=points["label"])
    drawn, chosen = chart_points(named, log=False), measure_colours(points)
    x, y = year_axis(named), value_axis(named, log=False)
    layers = _lines_and_points(drawn, x, y, chosen, 24, source_shapes(chosen))
    height = MEASURES_HEIGHT if len(chosen) > 1 else MEASURES_HEIGHT * 0.7
    return theme.with_altair_theme(alt.layer(*layers).properties(height=height))
