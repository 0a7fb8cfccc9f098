"""The table of claims, drawn."""

from typing import Any, Literal

import pandas as pd
import streamlit as st

from components.shell import navigation
from components.words.i18n import _

WIDTHS = (150, 85, 118, 65, 71, 105, 152, 62)  # pixels of the first columns: all into 1280, three on a phone
ROW = 66  # pixels of height: Streamlit breaks words into lines in rows of more than 64


def draw(frame: pd.DataFrame, *, alt: str, height: int | Literal["content"] = "content") -> None:
    """Draw a table of `claims_table`, each row with a link to its question; columns that are empty are left out."""
    links = list(navigation.question_addresses(frame[_("Question id")], "compare"))
    shown = frame.drop(columns=_("Question id"))
    shown.insert(list(shown).index(_("Verdict")) + 1, _("Question"), links)
    empty = [name for name in shown if (shown[name].isna() | (shown[name] == "")).all()]
    widths = dict(zip(shown.columns, WIDTHS, strict=False))
    looks: dict[str, Any] = {name: st.column_config.Column(width=width) for name, width in widths.items()}
    looks |= {
        _("Number"): st.column_config.NumberColumn(format="localized", width=widths[_("Number")]),
        _("Question"): st.column_config.LinkColumn(display_text=_("Open"), width=widths[_("Question")]),
        _("Address"): st.column_config.LinkColumn(),
    }
    st.dataframe(
        shown.drop(columns=empty),
        hide_index=True,
        height=height,
        row_height=ROW,
        column_config=looks,
        alt=alt,
        placeholder="",
    )
