"""Every claim, one row each, to search, to sort and to take away."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import downloads, evidence, filters, tables
from components.wording import _

read, view = tables.shown(), filters.view()

st.title(_("Claims"))
st.markdown(
    _("One row is what one source says on one question, with the place in its text. Search by words in the filters."),
    width=760,
)
st.caption(filters.sentence())
if view.claims.empty:
    filters.nothing_left()

shown = evidence.table(read, view.claims, view.questions)
st.dataframe(shown, hide_index=True, height=560, alt=filters.sentence())
downloads.buttons(shown, "claims", filters.slug())
