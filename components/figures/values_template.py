"""What the picture of `values_chart` looks like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.charts.layers import at_height, captions, layered, text_colour, verdict_points
from components.charts.word_rows import LINE
from components.figures.series_axes import number_label
from components.figures.values_chart import WIDE
from components.words.i18n import _


def values(log: bool) -> dict[str, Any]:
    """Return the template of rows of values above their axis, which is logarithmic or not."""
    least_to_most = [alt.ExprRef("least"), alt.ExprRef("most")]
    scale = alt.Scale(type="log" if log else "linear", domain=least_to_most, nice=not log)
    axis = alt.Axis(
        labelExpr=number_label(),
        tickCount={"expr": "max(3, floor(width / 110))"},
        domain=False,
        gridOpacity=0.5,
        labelFlush=True,
    )
    low, high, value = (alt.X(f"{end}:Q", title=None, scale=scale, axis=axis) for end in ("low", "high", "value"))
    colour = alt.Color("colour:N", scale=None)
    hint = [alt.Tooltip("caption:N", title=_("Who and when"))]
    strip, line = at_height("rows", "mark", "grown"), at_height("rows", "top", "shift")
    in_rows = strip.transform_filter("datum.kind == 'row'")
    brackets, arrows = strip.transform_filter("datum.bracket"), strip.transform_filter("datum.open")
    closed = brackets.transform_filter("!datum.open").mark_tick(thickness=2, size=12, orient="vertical")
    heads = line.transform_filter("datum.kind == 'head'").mark_text(
        align="left",
        baseline="top",
        dy=8,
        fontWeight=700,
        fontSize=theme.FONT_SIZES["label"],
        lineBreak="\n",
        lineHeight=LINE,
        color=text_colour(),
    )
    layers: list[Any] = [
        in_rows.mark_rule(strokeWidth=1, color=theme.NEUTRAL, opacity=0.25).encode(
            x=alt.value(0), x2=alt.value("width")
        ),
        brackets.mark_rule(strokeWidth=5, opacity=0.35).encode(x=low, x2="high:Q", color=colour),
        *(closed.encode(x=end, color=colour) for end in (low, high)),
        verdict_points(strip.transform_filter("isValid(datum.value)").encode(x=value, tooltip=hint), 90).add_params(
            alt.selection_point(name="row", fields=["question"], on="click", clear=False)
        ),
        arrows.mark_point(
            shape="triangle", angle={"expr": "datum.open == 'up' ? 90 : 270"}, filled=True, opacity=1, size=90
        ).encode(x=low, color=colour, tooltip=hint),
        heads.transform_calculate(shown="narrow ? datum.broken : datum.caption").encode(x=alt.value(0), text="shown:N"),
        *captions(line.transform_filter("datum.kind == 'row'"), 0),
    ]
    return layered(layers, WIDE)
