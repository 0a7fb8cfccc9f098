"""What the templates of charts share: layers in pixels, on a wide and on a narrow screen, and the colour of text."""

from typing import Any

import altair as alt
import streamlit as st

from components.charts import theme
from components.charts.word_rows import LINE, NARROW


def text_colour() -> alt.ExprRef:
    """Return the theme's colour of text, chosen in the browser by the background that is there."""
    light, dark = (st.get_option(f"theme.{base}.textColor") for base in ("light", "dark"))
    return alt.ExprRef(f"luminance(background) > 0.4 ? '{light or '#111111'}' : '{dark or '#fafafa'}'")


def at_height(name: str, field: str, shift: str) -> alt.Chart:
    """Return a chart of a frame by its name: `field` is the height in pixels, `shift` what a narrow chart adds."""
    placed = alt.Chart(alt.NamedData(name)).transform_calculate(y=f"datum.{field} + narrow * datum.{shift}")
    return placed.encode(y=alt.Y("y:Q", scale=None, axis=None))


def layered(layers: list[Any], narrow_below: int = NARROW, **params: str) -> dict[str, Any]:
    """Return layers as a template; the parameters of `word_rows.heights` say how high it is.

    `params` are further Vega expressions by name.
    """
    expressions = {
        "narrow": "width < wide_from ? 1 : 0",
        "height": "narrow ? narrow_height : wide_height",
        **params,
    }
    fitted = alt.AutoSizeParams(type="fit-x", contains="padding")
    chart = alt.layer(*layers).properties(autosize=fitted)
    named = (alt.param(name=name, expr=expr) for name, expr in expressions.items())
    wide_from = alt.param(name="wide_from", value=narrow_below)
    return theme.with_altair_theme(chart.add_params(wide_from, *named))


def captions(line: alt.Chart, indent: int = 18) -> list[Any]:
    """Return the words of rows, from `caption`, or from `broken` where the chart is narrow; lines end beneath them."""
    lines = line.transform_calculate(shown="narrow ? datum.broken : datum.caption")
    lines = lines.encode(x=alt.value(0), text="shown:N", size=alt.value(theme.FONT_SIZES["label"]))
    look: dict[str, Any] = {"align": "left", "baseline": "top", "dx": indent, "dy": 2}
    look |= {"lineBreak": "\n", "lineHeight": LINE}
    edge = lines.mark_text(stroke=alt.ExprRef("background"), strokeWidth=4, **look)
    return [edge, lines.mark_text(color=text_colour(), **look)]


def verdict_points(rows: alt.Chart, size: int, dy: int = 0) -> Any:
    """Return the verdicts' shapes as `answer_marks` has them: full for what is stated, hollow for what was derived."""
    return rows.mark_point(opacity=1, yOffset=dy).encode(
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        shape=alt.Shape("shape:N", scale=None),
        fillOpacity=alt.FillOpacity("solid:Q", scale=None),
        strokeWidth=alt.StrokeWidth("line:Q", scale=None),
        size=alt.value(size),
    )
