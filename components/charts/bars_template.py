"""What the chart of `bars` looks like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.charts.bars import ROW
from components.charts.layers import layered, text_colour, verdict_points

SIDE = {"wide": 250, "narrow": 22}  # pixels from the left to the bar
WORDS = 14  # pixels from the top of a line to the middle of its words
NUMBER = 44  # pixels for the number beside a full bar


def bars() -> dict[str, Any]:
    """Return the template of bars."""
    end = "side + datum.share * (width - side - " + str(NUMBER) + ")"
    top = f"datum.place * (narrow ? {ROW['narrow']} : {ROW['wide']})"
    line = alt.Chart(alt.NamedData("groups")).transform_calculate(top=top, bar=f"{top} + (narrow ? 24 : 6)")
    line = line.encode(y=alt.Y("top:Q", scale=None, axis=None))
    text: dict[str, Any] = {"align": "left", "baseline": "middle", "color": text_colour()}
    text["fontSize"] = theme.FONT_SIZES["label"]
    layers = [
        verdict_points(line.encode(x=alt.value(8)), 80, dy=WORDS),
        line.mark_text(yOffset=WORDS, **text).encode(x=alt.value(22), text="words:N"),
        line.transform_filter("datum.n > 0")
        .transform_calculate(to="datum.bar + 16")
        .mark_rect(cornerRadius=2)
        .encode(
            x=alt.value(alt.ExprRef("side")),
            x2=alt.value(alt.ExprRef(end)),
            y=alt.Y("bar:Q", scale=None, axis=None),
            y2="to:Q",
            fill=alt.Fill("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("tint:Q", scale=None),
        ),
        line.mark_text(yOffset=8, fontWeight="bold", **text).encode(
            x=alt.value(alt.ExprRef(f"{end} + 6")), y=alt.Y("bar:Q", scale=None, axis=None), text="number:N"
        ),
    ]
    return layered(layers, side=f"narrow ? {SIDE['narrow']} : {SIDE['wide']}")
