"""What the pictures of `answers` look like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.charts.layers import at_height, captions, layered, text_colour, verdict_points

LEAST_BRACKET = 0.015  # of the axis


def intervals(dates: bool) -> dict[str, Any]:
    """Return the template of answers as strips on one axis: bars of days, or brackets of numbers."""
    strip, line = at_height("answers", "mark", "grown"), at_height("answers", "top", "shift")
    return layered(
        [
            *_shade(),
            *_bracket(),
            strip.mark_rule(color=theme.NEUTRAL, opacity=0.35).encode(x=alt.value(0), x2=alt.value("width")),
            *(_bars(strip) if dates else _brackets(strip)),
            verdict_points(strip.transform_filter("isValid(datum.dot)").encode(x=_x("dot")), 130),
            verdict_points(line.encode(x=alt.value(6)), 80, dy=9),
            *captions(line),
            *([] if dates else [_title()]),
        ]
    )


def _title() -> Any:
    """Return the title of the axis, which no parameter can name on the axis itself."""
    first = alt.Chart(alt.NamedData("answers")).transform_window(number="row_number()")
    first = first.transform_filter("datum.number == 1").transform_calculate(y="height + 22")
    title = first.mark_text(
        align="left",
        baseline="top",
        text=alt.ExprRef("title"),
        fontSize=theme.FONT_SIZES["label"],
        color=text_colour(),
    )
    return title.encode(x=alt.value(0), y=alt.Y("y:Q", scale=None, axis=None))


def _x(field: str) -> alt.X:
    axis = alt.Axis(values=alt.ExprRef("ticks"), labelExpr="labels[indexof(ticks, datum.value)] || ''", title=None)
    scale = alt.Scale(domain=[alt.ExprRef("low"), alt.ExprRef("high")], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def _bars(strip: alt.Chart) -> list[alt.Chart]:
    """Return bars from the first to the last day that an answer may mean, an open end with an arrow."""
    bars = strip.transform_filter("!isValid(datum.dot)").transform_calculate(tint="datum.solid * 0.4")
    bars = bars.mark_bar(size=14, cornerRadius=2, strokeWidth=1.5).encode(
        x=_x("x"),
        x2="x2",
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        fillOpacity=alt.FillOpacity("tint:Q", scale=None),
    )
    return [bars, *_arrows(strip)]


def _brackets(strip: alt.Chart) -> list[alt.Chart]:
    """Return brackets round what a number may mean, an open end with an arrow.

    A bracket that would hide behind its dot is left out.
    """
    span = strip.transform_filter(
        f"datum.x2 - datum.x > {LEAST_BRACKET} * (high - low) || (datum.x < datum.x2 && !isValid(datum.dot))"
    )
    colour = alt.Stroke("colour:N", scale=None)
    caps = [
        span.transform_filter(f"!datum.{end}").mark_tick(size=16, thickness=2).encode(x=_x(field), stroke=colour)
        for field, end in (("x", "before"), ("x2", "after"))
    ]
    rule = span.mark_rule(strokeWidth=2).encode(x=_x("x"), x2="x2", stroke=colour)
    return [rule, *caps, *_arrows(strip)]


def _arrows(strip: alt.Chart) -> list[alt.Chart]:
    return [
        strip.transform_filter(f"datum.{end}")
        .mark_point(shape=shape, filled=True, opacity=1, size=90, xOffset=inwards)
        .encode(x=_x(field), color=alt.Color("colour:N", scale=None))
        for field, end, shape, inwards in (
            ("x", "before", "triangle-left", 4),
            ("x2", "after", "triangle-right", -4),
        )
    ]


def _shade() -> list[alt.Chart]:
    """Return the part that all answers share, shaded, with a key above the first answer."""
    shared = alt.Chart(alt.NamedData("shared"))
    look: dict[str, Any] = {"fill": theme.NEUTRAL, "fillOpacity": 0.22, "stroke": theme.NEUTRAL, "strokeOpacity": 0.5}
    return [
        shared.mark_rect(**look).encode(x=_x("x"), x2="x2", y=alt.value(0), y2=alt.value("height")),
        shared.mark_square(**look, size=120, opacity=1).encode(x=alt.value(6), y=alt.value(11)),
        *captions(shared.encode(y=alt.value(0))),
    ]


def _bracket() -> list[alt.Chart]:
    """Return a bracket below the answers over the gap between them, with its width in words."""
    ends, span = _at_foot("ends"), _at_foot("gap")
    colour = text_colour()
    words = span.mark_text(align=alt.ExprRef("datum.align"), baseline="top", dy=6, fontWeight="bold", color=colour)
    return [
        ends.mark_rule(strokeDash=[2, 3], color=theme.NEUTRAL).encode(x=_x("x"), y2=alt.value(0)),
        ends.mark_tick(size=10, thickness=2, color=colour).encode(x=_x("x")),
        span.mark_rule(strokeWidth=2, color=colour).encode(x=_x("x"), x2="x2"),
        words.encode(x=_x("at"), text="words:N", size=alt.value(theme.FONT_SIZES["label"])),
    ]


def _at_foot(name: str) -> alt.Chart:
    chart = alt.Chart(alt.NamedData(name)).transform_calculate(y="height - 24")
    return chart.encode(y=alt.Y("y:Q", scale=None, axis=None))


def names() -> dict[str, Any]:
    """Return the template of answers that are names, in bands."""
    band, line, apart = (at_height(name, "top", "shift") for name in ("bands", "answers", "denied"))
    size = alt.value(theme.FONT_SIZES["label"] + 1)
    layers = [
        band.transform_calculate(y2="datum.bottom + narrow * datum.grown + 4")
        .mark_rect(fill=theme.SHADE, cornerRadius=3)
        .encode(x=alt.value(0), x2=alt.value("width"), y2="y2:Q"),
        band.mark_text(align="left", baseline="top", dx=12, dy=10, fontWeight="bold", color=text_colour()).encode(
            x=alt.value(0), text="heading:N", size=size
        ),
        apart.mark_rule(strokeDash=[4, 3], color=theme.NEUTRAL, yOffset=-2).encode(
            x=alt.value(12), x2=alt.value(alt.ExprRef("width - 12"))
        ),
        verdict_points(line.encode(x=alt.value(19)), 110, dy=10),
        captions(line, 32)[-1],
    ]
    return layered(layers)
