"""What the pictures of `series_chart` look like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.figures import gap_strip_template
from components.figures.series_axes import TEXT, number_label
from components.figures.series_chart import FRAMES
from components.words.i18n import _

ARROW = "M-.5,0L.5,0M0,0L0,-1.6M-.45,-1.1L0,-1.6L.45,-1.1"
"""A foot at the bound, and an arrow from there to where the value may be."""


def points(log: bool) -> dict[str, Any]:
    """Return the template of a chart over years, whose axis of numbers is logarithmic or not."""
    return theme.with_altair_theme(alt.layer(*_layers(log)))


def points_and_strip(log: bool, ratio: bool, log_strip: bool) -> dict[str, Any]:
    """Return the same with the strip of `gap_strip` beneath, which shows ratios or differences."""
    above = points(log)
    beneath = theme.with_altair_theme(gap_strip_template.layers(_years(), ratio=ratio, log=log_strip))
    both = [{"layer": part["layer"]} for part in (above, beneath)]
    return {**above, "layer": both, "resolve": {"scale": {"y": "independent"}}}


def _years() -> Any:
    """Return the axis of years."""
    span = alt.Scale(domain=[alt.ExprRef("first"), alt.ExprRef("last")], nice=False)
    year = alt.Axis(format="d", grid=False, values=alt.ExprRef("years"), domainOpacity=0.4)
    return alt.X("year:Q", title=None, scale=span, axis=year)


def _layers(log: bool) -> list[Any]:
    """Return what is drawn over the years."""
    axis = alt.Axis(
        labelExpr=number_label("least" if log else ""),
        values=alt.ExprRef("ticks"),
        minExtent=alt.ExprRef("room"),
        maxExtent=alt.ExprRef("room"),
        domain=False,
        gridOpacity=0.5,
    )
    domain = [alt.ExprRef("low"), alt.ExprRef("high")]
    scale = alt.Scale(type="log" if log else "linear", domain=domain, nice=False)
    place: dict[str, Any] = {
        "x": _years(),
        "y": alt.Y("value:Q", title=None, scale=scale, axis=axis),
    }
    others, spans, points, parts, bounds, arrows, notes, names = (
        alt.Chart(alt.NamedData(name)).encode(**place) for name in FRAMES
    )
    colour, said = alt.Color("colour:N", scale=None), [alt.Tooltip("words:N", title=_("Value"))]
    source = alt.Tooltip("name:N", title=_("Source"))
    for_year = [source, alt.Tooltip("year:Q", format="d", title=_("For")), *said]
    for_time = [source, alt.Tooltip("when:N", title=_("For")), *said]
    note = theme.FONT_SIZES["note"]
    beside = alt.value(alt.ExprRef("width >= wide ? 1 : 0"))
    return [
        others.mark_point(filled=True, size=7, color=theme.NEUTRAL, opacity=0.35, tooltip=None),
        spans.mark_bar(width={"expr": "max(2, width / (last - first) * 0.72)"}, opacity=0.2).encode(
            y2="high:Q", color=colour
        ),
        points.mark_line(strokeWidth=1.6).encode(color=colour, detail="run:N"),
        points.mark_point(opacity=1, size=alt.ExprRef("size"), strokeWidth=1.4, cursor="pointer")
        .add_params(alt.selection_point(name="row", fields=["question"], on="click", clear=False))
        .encode(
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            tooltip=for_year,
        ),
        parts.mark_rule(strokeWidth=4, strokeCap="butt").encode(x2="end:Q", color=colour, tooltip=for_time),
        bounds.mark_rule(strokeWidth=4).encode(y2="most:Q", color=colour, tooltip=for_time),
        arrows.mark_point(
            shape=ARROW,
            angle={"expr": "datum.open == 'up' ? 0 : 180"},
            size=110,
            strokeWidth=2,
            opacity=1,
            filled=False,
        ).encode(color=colour, tooltip=for_time),
        notes.mark_text(
            align="right",
            dx=-9,
            dy=alt.ExprRef("datum.dy"),
            baseline="middle",
            fontSize=note,
            fontWeight=700,
            color=TEXT,
        ).encode(text="text:N"),
        names.mark_text(fontSize=note, align="right", dx=-4, baseline="middle", text="●").encode(
            color=colour, opacity=beside
        ),
        names.mark_text(fontSize=note, align="left", baseline="middle", color=TEXT).encode(
            text="name:N", opacity=beside
        ),
    ]
