"""Trade, education, votes, arms and other quantities: each figure with its sources, its data and its doubts."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import figures, filters, quantities, tables, told
from components.wording import _

read, view = tables.shown(), filters.view()
rows = quantities.rows(read, view.claims, view.questions)
votes = figures.votes(read, view)

st.title(_("Figures"))
st.markdown(
    _(
        "Every number that a source gives, with its unit, its time and its vagueness. No line leads over a year without "
        "a value or from one source to another; what was worked out is hollow; what one source alone says is unchecked."
    ),
    width=760,
)
st.caption(filters.sentence())
if rows.empty and votes.empty:
    st.markdown(_("No claim among those shown is a quantity."))
    filters.nothing_left()

sections = figures.sections(rows)
log = True
if any(figure.kind == "series" and told.is_money(figure.unit) for section in sections for figure in section.figures):
    log = st.toggle(_("Log axis for money"), value=True, key="figures_log", bind="query-params")

for section in sections:
    st.header(section.title, anchor=section.key)
    for figure in section.figures:
        figures.draw(read, view, figure, log=log)
    if section.key == "voting" and not votes.empty:
        st.subheader(_("Single votes"))
        st.table(votes, hide_index=True, border="horizontal")
        st.markdown(figures.votes_told(votes))
    if len(section.rest):
        figures.rest(read, view, section)
