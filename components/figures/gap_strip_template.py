"""What the strip of `gap_strip` looks like, beneath the chart of `series_template`."""

from collections.abc import Mapping
from typing import Any, Literal

import altair as alt

from components.charts import theme
from components.figures.gap_strip import GAP_HEIGHT, HEIGHT
from components.figures.series_axes import AXIS_WIDTH, TEXT
from components.words import format
from components.words.i18n import _

FAR, NEAR, ALONE = (theme.LOOKS[name].colour for name in ("conflict", "agree", "sole source"))
ALIGNMENTS: Mapping[Literal["left", "right"], int] = {"left": -4, "right": 4}
"""How the words of a year can stand to its place, and moved by how many pixels; see `extremes`."""


def layers(x: Any, *, ratio: bool, log: bool) -> Any:
    """Return the strip as a chart that is laid over another one, whose axis of years is `x`."""
    axis = alt.Axis(
        orient="left",  # whose numbers stand below those of the other axis
        values=alt.ExprRef("gap_ticks"),
        format="~g",
        labelExpr=f"replace(datum.label, '.', '{format.decimal_sign()}') + '{'×' if ratio else ''}'",
        minExtent=AXIS_WIDTH,
        maxExtent=AXIS_WIDTH,
        domain=False,
        gridOpacity=0.5,
    )
    domain = [alt.ExprRef("foot"), alt.ExprRef("beyond")]
    y = alt.Y(
        "value:Q", title=None, scale=alt.Scale(type="log" if log else "linear", domain=domain, nice=False), axis=axis
    )
    colour = alt.condition("datum.beyond_expected", alt.value(FAR), alt.value(NEAR))
    hint = [
        alt.Tooltip("year:Q", format="d", title=_("Year")),
        alt.Tooltip("told:N", title=_("Highest and lowest")),
    ]
    several, usual, single, told, title = (
        alt.Chart(alt.NamedData(name)) for name in ("several", "usual", "single", "extremes", "title")
    )
    note = theme.FONT_SIZES["note"]
    roomy: Any = alt.ExprRef("width < 420 ? 0 : 1")  # on a phone, the caption says the same
    alone = [
        alt.Tooltip("year:Q", format="d", title=_("Year")),
        alt.Tooltip("lowest:N", title=_("One source alone")),
    ]
    drawn = [
        several.mark_rule(strokeWidth={"expr": "max(1.5, width / (last - first) * 0.36)"}).encode(
            x=x, y=y, y2="base:Q", color=colour, tooltip=hint
        ),
        several.mark_point(filled=True, opacity=1, size=30).encode(
            x=x,
            y=y,
            color=colour,
            tooltip=hint,
            shape=alt.condition("datum.endless", alt.value("triangle-up"), alt.value("circle")),
        ),
        usual.mark_rule(strokeDash=[4, 3], color=theme.NEUTRAL).encode(y=y),
        single.mark_point(shape=theme.LOOKS["sole source"].vega, size=26, color=ALONE, filled=True, opacity=1).encode(
            x=x, y=y, tooltip=alone
        ),
        told.mark_rule(strokeWidth=0.8, opacity=0.6, color=TEXT).encode(x=x, y=y, y2="at:Q"),
        title.mark_text(align="left", baseline="bottom", dy=-12, fontSize=note, color=TEXT, opacity=roomy).encode(
            x=alt.value(0), y=alt.value(alt.ExprRef(f"height * {1 - GAP_HEIGHT / HEIGHT}")), text="text:N"
        ),
    ]
    drawn += [
        told.transform_filter(f"datum.align == '{align}'")
        .mark_text(align=align, dx=dx, baseline="bottom", fontSize=note, fontWeight=600, color=TEXT)
        .encode(x=x, y=y, text="text:N")
        for align, dx in ALIGNMENTS.items()
    ]
    return alt.layer(*drawn)
