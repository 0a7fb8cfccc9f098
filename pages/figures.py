"""Trade, education, votes, arms and other quantities: each figure with its sources, its data and its doubts."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

import streamlit as st

from components.figures import draw
from components.figures.sections import figure_sections
from components.figures.votes import votes_sentence, votes_table
from components.shell import address, filters
from components.shell.tables import load_tables
from components.words.i18n import _

tables, view = load_tables(), filters.view()

rows, sections = figure_sections(view)
votes = votes_table(tables, view)

st.title(_("Trade, education and other figures"))
st.markdown(
    _(
        "Each number that a source gives, with its unit, its time and its vagueness. Hollow is what was worked out; "
        "what one source alone says is unchecked. No line leads over a year without a value."
    ),
    width=760,
)
filters.caption()
if rows.empty and votes.empty:
    filters.nothing_left("" if view.claims.empty else _("No claim among those shown is a quantity."))

left, right = st.columns([3, 1], vertical_alignment="bottom")
with left:
    names = {section.key: section.title for section in sections} or {"voting": _("Voting together at the UN")}
    key = address.switch(_("Figures on"), "section", names)
section = next((section for section in sections if section.key == key), None)
log = True
if section and draw.has_money(section):
    with right:
        log = st.toggle(_("Log axis for money"), value=True, key="figures_log", bind="query-params")

st.header(names[key], anchor=key)
if section:
    draw.draw_section(tables, view, section, log=log)
if key == "voting" and not votes.empty:
    st.subheader(_("Single votes"))
    st.table(votes, hide_index=True, border="horizontal")
    st.markdown(votes_sentence(votes))
if section and len(section.rest):
    draw.draw_rest(tables, view, section)
