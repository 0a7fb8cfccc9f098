"""What the picture of `chart` looks like: the layers of the timeline."""

from typing import Any

import altair as alt

from components.charts import theme
from components.charts.layers import layered, text_colour
from components.timeline.chart import FOOT, FOOT_LINE, HEAD, LINE, TICK, TITLE
from components.words.i18n import _

SIDE = 336  # pixels of the column of titles, where there is room for one
NARROW = 620  # pixels of width below which titles stand above their blocks
LETTER = 6.5  # pixels of width of a small letter


def timeline() -> dict[str, Any]:
    """Return the template of the timeline."""

    def left(place: str, more: str = "0") -> Any:
        return alt.value(alt.ExprRef(f"side + {place} * (width - side) + {more}"))

    def frame(name: str, **calculated: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name)).transform_calculate(**calculated)

    def at(field: str) -> dict[str, Any]:
        return {"y": alt.Y(f"{field}:Q", scale=None, axis=None)}

    def fill(field: str) -> Any:
        return alt.FillOpacity(f"{field}:Q", scale=None)

    colour = text_colour()
    middle = {"y": "narrow ? datum.y_narrow : datum.y_wide"}
    box = {
        **middle,
        "upper": "(narrow ? datum.y_narrow : datum.y_wide) - datum.thick / 2",
        "lower": "(narrow ? datum.y_narrow : datum.y_wide) + datum.thick / 2",
    }
    under = "(narrow ? bottom_narrow : bottom_wide)"
    bottom = alt.value(alt.ExprRef(under))
    small: dict[str, Any] = {"fontSize": theme.FONT_SIZES["note"], "align": "left", "color": colour}
    lines: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE, "limit": alt.ExprRef("narrow ? width : side - 14")}
    texts = frame("texts", top="narrow ? datum.top_narrow : datum.top_wide")
    lane = texts.transform_filter("datum.kind == 'lane'")
    event = texts.transform_filter("datum.kind == 'event'")
    block, bins = frame("blocks", **box), frame("bins", **box)
    hit = frame(
        "hits",
        top="narrow ? datum.top_narrow : datum.top_wide",
        lower="narrow ? datum.top_narrow + datum.high_narrow : datum.top_wide + datum.high_wide",
    )
    tick = frame("ticks").transform_filter("!narrow || datum.few")
    fits = f"length(datum.title) * {LETTER} < (datum.x2 - datum.x) * (width - side)"
    period = frame("periods", y=f"{fits} ? 1 : {LINE - 3}")  # a name too long for its stretch stands lower
    pointed: dict[str, Any] = {
        "x": left("datum.x", "(datum.whole ? -side : -3)"),
        "x2": left("datum.x2", "(datum.whole ? 0 : 3)"),
    }
    wide: dict[str, Any] = {"x": left("datum.x"), "x2": left("datum.x2")}
    thick_enough: dict[str, Any] = {
        "x": left("datum.x"),
        "x2": alt.value(alt.ExprRef("side + max(datum.x2 * (width - side), datum.x * (width - side) + 3)")),
    }
    layers = [
        period.transform_filter("datum.shade").mark_rect(fill=theme.SHADE).encode(y=alt.value(0), y2=bottom, **wide),
        period.mark_text(
            baseline="top", fontStyle="italic", dx=4, limit=alt.ExprRef("(1 - datum.x) * (width - side) - 6"), **small
        ).encode(x=left("datum.x"), text="title:N", **at("y")),
        tick.mark_rule(color=theme.NEUTRAL, opacity=0.3).encode(x=left("datum.x"), y=alt.value(43), y2=bottom),
        tick.mark_text(baseline="middle", align="center", fontSize=theme.FONT_SIZES["tick"], color=colour).encode(
            x=left("datum.x"), y=alt.value(33), text="title:N"
        ),
        hit.transform_filter("datum.event == opened && datum.whole")
        .mark_rect(fill=theme.SHADE, stroke=colour, strokeWidth=1.5, cornerRadius=3)
        .encode(**at("top"), y2="lower:Q", **pointed),
        *(
            frame("breaks")
            .mark_rule(strokeDash=[2, 3], strokeWidth=1.5, color=theme.NEUTRAL)
            .encode(x=left("datum.x", f"{inset}"), y=alt.value(20), y2=bottom)
            for inset in (-3, 3)
        ),
        frame("breaks")
        .mark_text(baseline="bottom", dx=8, dy=-2, **small)
        .encode(x=left("datum.x"), y=alt.value(HEAD - 1 + 3), text="title:N"),
        texts.transform_filter("datum.kind == 'group'")
        .mark_text(align="left", baseline="bottom", dy=TITLE["wide"] - 8, fontSize=14, fontWeight="bold", color=colour)
        .encode(x=alt.value(0), text="title:N", **at("top")),
        event.mark_text(
            align="left",
            baseline="top",
            dy=2,
            fontSize=13,
            fontWeight="bold",
            color=colour,
            **lines,
        ).encode(x=alt.value(2), text="title:N", **at("top")),
        event.transform_calculate(below="datum.top + datum.more_at")
        .mark_text(baseline="top", opacity=0.85, **lines, **small)
        .encode(x=alt.value(2), text="more:N", **at("below")),
        lane.mark_text(
            align="left",
            baseline="middle",
            dy=TICK["wide"],
            fontSize=13,
            color=colour,
            limit=alt.ExprRef("narrow ? width - 60 : side - 70"),
        ).encode(x=alt.value(2), text="title:N", **at("top")),
        lane.mark_text(
            align="right", baseline="middle", dy=TICK["wide"], fontSize=12, color=colour, opacity=0.85
        ).encode(x=alt.value(alt.ExprRef("narrow ? width : side - 16")), text="more:N", **at("top")),
        frame("gaps", **middle).mark_rule(strokeWidth=1.5, color=theme.NEUTRAL).encode(**at("y"), **wide),
        bins.mark_rect(fill=theme.LOOKS["agree"].colour, cornerRadius=1, cursor="pointer")
        .encode(
            **at("upper"),
            y2="lower:Q",
            fillOpacity=fill("fill"),
            tooltip=alt.Tooltip("words:N", title=_("Events")),
            **wide,
        )
        .add_params(alt.selection_point(name="count", fields=["span"], on="click", clear=False)),
        block.mark_rect(cornerRadius=1, strokeWidth=1).encode(
            **at("upper"),
            y2="lower:Q",
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fillOpacity=fill("fill"),
            **thick_enough,
        ),
        block.transform_filter("datum.shape")
        .mark_point(filled=True, size=26, opacity=1, yOffset=-11)
        .encode(
            x=left("(datum.x + datum.x2) / 2"),
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("colour:N", scale=None),
            **at("y"),
        ),
        block.transform_filter("datum.arrow != ''")
        .mark_text(fontSize=14, baseline="middle", dx=alt.ExprRef("datum.arrow == '▸' ? 9 : -9"))
        .encode(x=left("datum.x"), text="arrow:N", color=alt.Color("colour:N", scale=None), **at("y")),
        block.transform_filter("datum.event == opened")
        .mark_rect(fillOpacity=0, strokeWidth=2, stroke=colour)
        .encode(**at("upper"), y2="lower:Q", **thick_enough),
        frame("foot")
        .mark_text(baseline="top", opacity=0.8, lineBreak="\n", lineHeight=FOOT_LINE, **small)
        .encode(x=alt.value(0), y=alt.value(alt.ExprRef(f"{under} + {FOOT}")), text="title:N"),
        hit.mark_rect(fill=theme.NEUTRAL, fillOpacity=0.001, cursor="pointer")
        .encode(
            **at("top"),
            y2="lower:Q",
            tooltip=[alt.Tooltip("title:N", title=_("Event")), alt.Tooltip("words:N", title=_("Date"))],
            **pointed,
        )
        .add_params(alt.selection_point(name="mark", fields=["event"], on="click", clear=False)),
    ]
    template = layered(layers, NARROW, side=f"narrow ? 0 : {SIDE}")
    title = {
        "text": {"expr": "narrow ? split(broken_headline, '\\n') : headline"},
        "anchor": "start",
        "fontSize": theme.FONT_SIZES["title"],
        "limit": {"expr": "width"},
        "offset": 8,
    }
    return {**template, "title": title}
