"""How many of what: one line a group, with its shape, its words, a bar and its number."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.charts import theme
from components.charts.answer_rows import answer_marks
from components.charts.draw import Picture
from components.charts.draw import draw as draw_chart
from components.charts.layers import heights, layered, text_colour, verdict_points
from components.words import format
from components.words.i18n import _

ROW = {"wide": 28, "narrow": 46}  # pixels a line; on a narrow screen the bar stands below the words
SIDE = {"wide": 250, "narrow": 22}  # pixels from the left to the bar
WORDS = 14  # pixels from the top of a line to the middle of its words
NUMBER = 44  # pixels for the number beside a full bar


def draw(
    groups: Mapping[str, int],
    looks: Mapping[str, str],
    told: str,
    key: str,
    credit: tuple[str, ...],
    pale: frozenset[str] = frozenset(),
) -> None:
    """Draw the number of questions by group as a chart, which `told` puts in a sentence, and as a table on demand.

    The lines of `credit` stand below the chart.
    """
    draw_chart(chart(groups, looks, pale).with_credit(credit), alt=told, key=key)
    with st.expander(_("These numbers as a table"), key=f"{key}_table", on_change="rerun") as table:
        if table.open:
            shown = pd.DataFrame({_("Group"): list(groups), _("Questions"): list(groups.values())})
            st.dataframe(shown, hide_index=True, alt=told)


def chart(groups: Mapping[str, int], looks: Mapping[str, str], pale: frozenset[str] = frozenset()) -> Picture:
    """Return a chart of the number by group, each drawn as the verdict that `looks` names.

    The `pale` have a fainter bar: they count less than they seem to.
    """
    most = max(*groups.values(), 1)
    rows = pd.DataFrame(
        {
            "words": list(groups),
            "n": list(groups.values()),
            "number": [format.number(count) for count in groups.values()],
            "share": [count / most for count in groups.values()],
            "place": range(len(groups)),
            "tint": [0.35 if group in pale else 0.85 for group in groups],
        }
    )
    none = pd.Series(False, index=rows.index)
    rows = rows.join(answer_marks(pd.Series([looks[group] for group in groups]), none, none))
    wide, narrow = (float(row * len(rows)) for row in ROW.values())
    return Picture.of(_template(), {"groups": rows}, heights(wide, narrow), wide)


@cache
def _template() -> dict[str, Any]:
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
