"""Trade, education, votes, arms and other quantities: each figure with its sources, its data and its doubts."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import figures, filters, plan, tables
from components.wording import _

read, view = tables.shown(), filters.view()

rows, sections = plan.of(read, filters.selection())
votes = plan.votes(read, view)

st.title(_("Trade, education and other figures"))
st.markdown(
    _(
        "Each number that a source gives, with its unit, its time and its vagueness. Hollow is what was worked out; "
        "what one source alone says is unchecked. No line leads over a year without a value."
    ),
    width=760,
)
st.caption(filters.sentence())
if rows.empty and votes.empty:
    st.markdown(_("No claim among those shown is a quantity."))
    filters.nothing_left()

log = True
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
    st.markdown(" · ".join(f"[{section.title}](#{section.key})" for section in sections), width="content")
    if figures.has_money(sections):
        log = st.toggle(_("Log axis for money"), value=True, key="figures_log", bind="query-params")

for section in sections:
    st.header(section.title, anchor=section.key)
    figures.draw(read, view, rows, section, log=log)
    if section.key == "voting" and not votes.empty:
        st.subheader(_("Single votes"))
        st.table(votes, hide_index=True, border="horizontal")
        st.markdown(plan.votes_told(votes))
    if len(section.rest):
        figures.rest(read, view, section)
