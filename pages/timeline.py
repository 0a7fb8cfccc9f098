"""When it happened, as the sources say it: every dated event on one axis, each as wide as its uncertainty."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

import streamlit as st

from components.shell import downloads, filters
from components.shell.tables import load_tables
from components.timeline import chart, controls, event, sentences, table
from components.timeline.marks import event_marks
from components.timeline.time_range import full_range
from components.words.i18n import _, language
from data.events import within

MOST_ROWS = 200  # rows of the table on the page; the download has all

tables, view = load_tables(), filters.view()

controls.style_charts()
st.title(_("Timeline"))
st.markdown(
    _(
        "Each event is as wide as all that the sources say of its time: a mark alone is a day, a bar a month, a year "
        "or more, an arrow an open end; an outline was worked out from a source's words. Shape and colour are the "
        "verdict on its dates. Where answers clash, a bracket spans the gap between them."
    ),
    width=760,
)
filters.caption()
events = event_marks(view)
if events.empty:
    filters.nothing_left()

every = full_range(events)
opened = controls.opened(tables)
times, switch = st.columns([4, 1], vertical_alignment="bottom")
with times:
    shown = controls.choose_range(tables, every)
with switch:
    by_source = controls.by_source()
found = within(events, shown.low, shown.high)
said = sentences.sentence(found, shown)
if not found.empty:
    figures = chart.cached_figures(view, shown, opened, by_source, language())
    controls.legend(found)
    if opened:
        controls.link_to_opened(tables, opened)
    controls.draw_charts(figures, said, every)
if undated := len(view.count(["event"])) - len(events):
    more = _("{n} more event has no date of its own.", "{n} more events have no date of their own.", n=undated)
    said = f"{said} {more}"
st.caption(said)
controls.slide_range(shown, every)
controls.choose_event(tables, found, opened)
if opened:
    event.draw(tables, view, opened, controls.ANCHOR)

if not found.empty:
    st.header(_("The same as a table"))
    st.dataframe(table.readers_table(tables, view, found.head(MOST_ROWS)), hide_index=True, alt=said)
    if len(found) > MOST_ROWS:
        st.caption(_("The first {n} of {every} events; the files have all.", n=MOST_ROWS, every=len(found)))
    downloads.buttons(table.file_table(found), "timeline", filters.slug())
