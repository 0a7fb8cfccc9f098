"""Trade, education, votes, arms and other quantities: each figure with its sources, its data and its doubts."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import figures, filters, picking, plan, tables
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
    filters.nothing_left("" if view.claims.empty else _("No claim among those shown is a quantity."))

left, right = st.columns([3, 1], vertical_alignment="bottom")
with left:
    names = {section.key: section.title for section in sections} or {"voting": _("Voting together at the UN")}
    key = picking.switch(_("Figures on"), "section", names)
section = next((section for section in sections if section.key == key), None)
log = True
if section and figures.has_money(section):
    with right:
        log = st.toggle(_("Log axis for money"), value=True, key="figures_log", bind="query-params")

st.header(names[key], anchor=key)
if section:
    figures.draw(read, view, rows, section, log=log)
if key == "voting" and not votes.empty:
    st.subheader(_("Single votes"))
    st.table(votes, hide_index=True, border="horizontal")
    st.markdown(plan.votes_told(votes))
if section and len(section.rest):
    figures.rest(read, view, section)
