"""How many of what: one line a group, with its shape, its words, a bar and its number."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.answer_rows import answer_marks
from components.charts.draw import Picture
from components.charts.draw import draw as draw_chart
from components.charts.templates import template
from components.charts.word_rows import heights
from components.words import format
from components.words.i18n import _

ROW = {"wide": 28, "narrow": 46}  # pixels a line; on a narrow screen the bar stands below the words


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


@template
def _template() -> dict[str, Any]:
    from components.charts import bars_template

    return bars_template.bars()
