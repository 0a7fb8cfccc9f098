"""The matrix as Altair charts.

Each is a template on the frames that `lay_out` gives.
"""

import json
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import theme
from components.charts.draw import Picture
from components.charts.layers import heights, layered, text_colour, verdict_points
from components.compare.matrix_layout import BESIDE, GLYPH, LINE, Layout
from components.words.i18n import _, language

WIDE = 680  # pixels of width from which a question stands beside its cells
IN_COLUMNS = ("heads", "full", "silent", "untold", "said")
"""The frames whose marks stand in columns."""


def matrix_pictures(laid: Layout) -> tuple[Picture, Picture]:
    """Return the heads of the columns and the matrix, which stand one above the other."""
    head, body = _templates(laid.columns, language())
    frames = {name: frame for name, frame in laid.frames.items() if name != "heads"}
    return (
        Picture(head, {"heads": laid.frames["heads"]}, heights(*laid.head), laid.head[0]),
        Picture(body, frames, heights(*laid.body), laid.body[0]),
    )


@lru_cache(maxsize=64)
def _templates(columns: tuple[int, int], _language: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the templates of the heads of so many columns, wide and narrow, and of the matrix beneath them.

    A click on a row selects its `question` under the name `row`.
    """
    wide, narrow = columns
    stacked = narrow < wide  # on a narrow screen the cells of a row are one
    plain: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": LINE}
    plain |= {"color": text_colour(), "fontSize": alt.ExprRef("narrow ? 11 : 12")}
    bold = {**plain, "fontWeight": "bold"}
    start, across = {"x": alt.value(0)}, {"x": alt.value(0), "x2": alt.value("width")}
    cell: dict[str, Any] = {"x": _column("(narrow ? 1 : 3)"), "x2": _column("(narrow ? -1 : -3)", 1)}
    hints = {"event": _("Event"), "what": _("What"), "verdict": _("Verdict")}
    layers = [
        _placed("rows", y="top").mark_rule(color=theme.NEUTRAL, opacity=0.35).encode(**across),
        _placed("sections", y="heading").mark_text(**bold).encode(text="section:N", **start),
        _placed("rows", y="title_y", text="title_words").mark_text(dx=5, **bold).encode(**start),
        _placed("rows", y="what_y", text="what_words").mark_text(dx=5, **plain).encode(**start),
        _placed("full", y="cell", y2="end")
        .transform_filter(f"!narrow || {json.dumps(not stacked)}")
        .mark_rect(fillOpacity=0.14, cornerRadius=3)
        .encode(fill=alt.Fill("colour:N", scale=None), **cell),
        _placed("whole", y="cell", y2="end")
        .transform_filter(f"narrow && {json.dumps(stacked)}")
        .mark_rect(fillOpacity=0.14, cornerRadius=3)
        .encode(fill=alt.Fill("colour:N", scale=None), **across),
        _placed("silent", y="silence").mark_rule(color=theme.NEUTRAL, opacity=0.7).encode(x=_column(8), x2=_column(18)),
        _placed("untold", y="untold")
        .transform_calculate(shown="datum.sign == '' || cell > 88 ? datum.sign + ' ' + datum.reason : datum.sign")
        .transform_filter(f"!narrow || {json.dumps(not stacked)}")
        .mark_text(opacity=0.9, **plain)
        .encode(x=_column(8), text="shown:N"),
        verdict_points(_placed("said", y="shape").encode(x=_column("(beside ? 14 : 10)")), 75),
        _placed("said", y="words_y", text="said").mark_text(**plain).encode(x=_column(f"(beside ? {GLYPH + 7} : 4)")),
        _placed("rows", y="top", y2="bottom")
        .mark_rect(fillOpacity=0, cursor="pointer")
        .encode(tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in hints.items()], **across)
        .add_params(alt.selection_point(name="row", fields=["question"], on="click", clear=False)),
    ]
    params = {
        "side": f"narrow ? 0 : {BESIDE} * width",
        "cell": f"(width - side) / (narrow ? {narrow} : {wide})",
        "beside": f"!narrow || {narrow} == 1",
    }
    head = _placed("heads", y="head", text="head_words").mark_text(**bold).encode(x=_column("(narrow ? 1 : 5)"))
    return layered([head], WIDE, **params), layered(layers, WIDE, **params)


def _placed(name: str, *, text: str = "", **heights: str) -> alt.Chart:
    """Return a chart of a frame whose heights, text and column stand twice: for a wide and for a narrow screen."""
    fields = {"words": text, **heights} if text else heights
    if name in IN_COLUMNS:
        fields = {"column": "column", **fields}
    chosen = {field: f"narrow ? datum.{twice}_narrow : datum.{twice}_wide" for field, twice in fields.items()}
    placed = alt.Chart(alt.NamedData(name)).transform_calculate(**chosen)
    placed = placed.encode(y=alt.Y("y:Q", scale=None, axis=None))
    placed = placed.encode(y2="y2:Q") if "y2" in heights else placed
    return placed.encode(text="words:N") if text else placed


def _column(inset: int | str, after: int = 0) -> Any:
    """Return the place of a cell's left edge, or with `after` its right one, moved by some pixels."""
    return alt.value(alt.ExprRef(f"side + (datum.column + {after}) * cell + {inset}"))
