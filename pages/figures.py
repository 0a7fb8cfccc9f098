"""Each figure that a source gives, with its sources, its data and its doubts: a section at a time, page by page."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

from functools import partial

import streamlit as st

from components.figures import brief, draw
from components.figures.names_table import same_sentence
from components.figures.sections import MOST_EVENTS, figure_section, section_names
from components.shell import address, filters, nothing_left, take_away
from components.shell.loading import load_tables
from components.words import markdown
from components.words.i18n import _

view = filters.view(load_tables())

names = section_names(view)
if st.context.is_embedded and names:
    asked = st.query_params.get("section", "")
    section = figure_section(view, asked if asked in names else next(iter(names)))
    if section.figures:
        draw.draw_alone(section, st.query_params.get("figure", ""), log=True)
        st.stop()

st.title(_("Figures"), anchor=False)
st.markdown(
    _(
        "Each number that a source gives, with its unit, its time and its vagueness. Hollow is what was worked out; "
        "what one source alone says is unchecked. No line leads over a year without a value."
    ),
    width=760,
)
filters.caption(view)
if not names:
    nothing_left.stop(view, _("No claim among those shown is a quantity.") if view.n_claims else "")

left, right = st.columns([3, 1], vertical_alignment="bottom")
with left:
    key = address.switch(_("Figures on"), "section", {name: title for name, (title, _events) in names.items()})
title, n_events = names[key]
place = st.container()
first = address.choose_page(n_events, MOST_EVENTS)
section = figure_section(view, key, first)
log = True
if draw.has_money(section):
    with right:
        log = st.toggle(_("Log axis for money"), value=True, key="figures_log", bind="query-params")
events = view.within(events=section.events)
take_away.opens(title, f"figures-{key}", events, pictures=partial(brief.over_years, key=key, first=first, log=log))

with place:
    st.header(markdown.escape(title), anchor=key)
    if n_events > MOST_EVENTS:
        last = min(first + MOST_EVENTS, n_events)
        st.caption(
            _(
                "Events {first} to {last} of {every}, those with the most claims first; the pages are at the foot.",
                first=first + 1,
                last=last,
                every=n_events,
            )
        )
    draw.draw_section(view, section, first=first, log=log)
    if not section.names.empty:
        st.subheader(_("Event by event"))
        st.table(section.names, hide_index=True, border="horizontal")
        st.markdown(same_sentence(section.names))
    if len(section.rest):
        draw.draw_rest(view, section)
