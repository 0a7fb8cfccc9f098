"""What the picture of `revisions` looks like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.charts.layers import layered, text_colour


def revisions() -> dict[str, Any]:
    """Return the template of revised numbers."""
    chart = alt.Chart(alt.NamedData("revised"))
    time = alt.Axis(values=alt.ExprRef("ticks"), labelExpr="labels[indexof(ticks, datum.value)] || ''", title=None)
    number = alt.Axis(values=alt.ExprRef("marks"), labelExpr="words[indexof(marks, datum.value)] || ''", title=None)
    x = alt.X("x:Q", axis=time, scale=alt.Scale(domain=[alt.ExprRef("first"), alt.ExprRef("last")], nice=False))
    within = alt.Scale(domain=[alt.ExprRef("low"), alt.ExprRef("high")], nice=False, zero=False)
    older, newer = (alt.Y(f"{name}:Q", axis=number, scale=within) for name in ("older", "newer"))
    colour = theme.LOOKS["agree"].colour
    return layered(
        [
            chart.mark_rule(color=theme.NEUTRAL, strokeWidth=2).encode(x=x, y=older, y2="newer"),
            chart.mark_point(size=70, stroke=colour, strokeWidth=2, fill=None, opacity=1).encode(x=x, y=older),
            chart.mark_point(size=70, filled=True, color=colour, opacity=1).encode(x=x, y=newer),
            alt.Chart(alt.NamedData("revised"))
            .transform_window(number="row_number()")
            .transform_filter("datum.number == 1")
            .mark_text(align="left", baseline="top", dx=4, color=text_colour(), fontSize=theme.FONT_SIZES["note"])
            .encode(x=alt.value(0), y=alt.value(0), text=alt.Text(value=alt.ExprRef("title"))),
        ]
    )
