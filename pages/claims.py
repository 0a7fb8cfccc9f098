"""Every claim, one row each, to search, to sort and to take away."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

from typing import Literal

import streamlit as st

from components.evidence.table import claims_table, unknown_columns
from components.shell import downloads, filters
from components.shell.tables import load_tables
from components.words.i18n import _

MOST_ROWS = 15  # of more, the table scrolls
MOST_SENT = 400  # rows that a slow line can wait for; the files have all
WIDTHS = (215, 105, 150, 185, 115, 105, 150)  # of the first columns, in pixels

tables, view = load_tables(), filters.view()

st.title(_("Claims"))
st.markdown(
    _("One row is what one source says on one question, with the place in its text. Search by words in the filters."),
    width=760,
)
st.caption(filters.sentence())
if view.claims.empty:
    filters.nothing_left()

shown = claims_table(tables, view.claims, view.questions)
room: int | Literal["content"] = 560 if len(shown) > MOST_ROWS else "content"
columns = [st.column_config.TextColumn(width=width) for width in WIDTHS]
st.dataframe(
    shown.head(MOST_SENT),
    hide_index=True,
    height=room,
    column_config=dict(zip(shown.columns, columns, strict=False)),
    alt=_("Table of claims. {shown}", shown=filters.sentence()),
)
if len(shown) > MOST_SENT:
    st.caption(_("The first {n} of {every} claims. The filters lead to the others.", n=MOST_SENT, every=len(shown)))
downloads.buttons(shown, "claims", filters.slug())
if more := unknown_columns(view.claims):
    st.caption(
        _("Columns of these tables that the program does not know are kept: {columns}.", columns=", ".join(more))
    )
