"""What the map of `pair_grid` looks like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.charts.layers import layered, text_colour
from components.compare.pair_grid import CELL, TOP
from components.words.i18n import _

SIDE = {"wide": 210, "narrow": 130}  # pixels for the names beside
BEYOND = 140  # pixels by which slanted names reach beyond the last cell
LINE = 12  # pixels of height of a line of a name on a narrow screen


def pair_grid() -> dict[str, Any]:
    """Return the template of the map of all pairs."""

    def left(field: str, inset: float, after: float = 0) -> Any:
        return alt.value(alt.ExprRef(f"side + ({field} + {after}) * cell + {inset}"))

    def placed(name: str, *fields: str) -> alt.Chart:
        chosen = {field: f"narrow ? datum.{field}_narrow : datum.{field}_wide" for field in fields}
        chart = alt.Chart(alt.NamedData(name)).transform_calculate(**chosen)
        for field in fields:
            chart = chart.transform_filter(f"isValid(datum.{field})")
        chart = chart.transform_calculate(shown="narrow ? datum.broken : datum.name")
        return chart.transform_calculate(end=f"datum.top + {CELL - 2}").encode(y=alt.Y("top:Q", scale=None, axis=None))

    name_look: dict[str, Any] = {"color": text_colour(), "fontSize": alt.ExprRef("narrow ? 11 : 12")}
    text: dict[str, Any] = {"color": text_colour(), "align": "center", "baseline": "middle"}
    name_look |= {
        "lineBreak": "\n",
        "lineHeight": LINE,
        "dy": alt.ExprRef(f"narrow ? {-LINE / 2} * (length(split(datum.broken, '\\n')) - 1) : 0"),
    }
    slant: dict[str, Any] = {"angle": alt.ExprRef("narrow ? 270 : 315"), "align": "left", "baseline": "middle"}
    slant["limit"] = alt.ExprRef(f"narrow ? {TOP['narrow'] - 8} : 200")
    beside: dict[str, Any] = {"align": "right", "baseline": "middle", "yOffset": CELL // 2}
    cell = placed("cells", "top", "column")
    box: dict[str, Any] = {"x": left("datum.column", 0), "x2": left("datum.column", -2, 1), "y2": "end:Q"}
    picked = "(datum.source == one && datum.other == other) || (datum.source == other && datum.other == one)"
    edge = alt.ExprRef("side - 8")
    head = placed("heads", "top", "place")
    layers = [
        head.mark_text(limit=edge, **beside, **name_look).encode(x=alt.value(edge), text="shown:N"),
        head.mark_text(**slant, **name_look).encode(
            x=left("datum.place", 0, 0.5),
            y=alt.value(alt.ExprRef(f"narrow ? {TOP['narrow'] - 8} : {TOP['wide'] - 8}")),
            text="shown:N",
        ),
        head.mark_rect(fill=theme.SHADE).encode(x=left("datum.place", 0), x2=left("datum.place", -2, 1), y2="end:Q"),
        cell.mark_rect(cornerRadius=2, cursor="pointer")
        .encode(
            fill=alt.Fill("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("fill:Q", scale=None),
            tooltip=alt.Tooltip("told:N", title=_("Pair")),
            **box,
        )
        .add_params(alt.selection_point(name="pair", fields=["source", "other"], on="click", clear=False)),
        cell.transform_filter(picked).mark_rect(fillOpacity=0, stroke=text_colour(), strokeWidth=2).encode(**box),
        cell.mark_text(
            fontSize=12, yOffset=alt.ExprRef(f"datum.part > 0 ? {CELL // 2 - 6} : {CELL // 2 - 1}"), **text
        ).encode(x=left("datum.column", -1, 0.5), text="number:N"),
        cell.mark_text(fontSize=10, yOffset=CELL // 2 + 7, **text).encode(
            x=left("datum.column", -1, 0.5), text="parting:N"
        ),
    ]
    params = {
        "side": f"narrow ? {SIDE['narrow']} : {SIDE['wide']}",
        "cell": "min(64, (width - side - (narrow ? 0 : " + str(BEYOND) + ")) / (narrow ? n_narrow : n_wide))",
    }
    return layered(layers, 560, **params)
