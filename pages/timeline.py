"""When it happened, as the sources say it: every dated event on one axis, each as wide as its uncertainty."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import downloads, event, filters, kept, lanes, span, tables, timeline, wording
from components import timeline_controls as controls
from components.wording import _

MOST_ROWS = 200  # rows of the table on the page; the download has all

read, view = tables.shown(), filters.view()

controls.hide()
st.title(_("Timeline"))
st.markdown(
    _(
        "Each event is as wide as all that the sources say of its time: a mark alone is a day, a bar a month, a year "
        "or more, an arrow an open end; an outline was worked out from a source's words. Shape and colour are the "
        "verdict on its dates. Where answers clash, a bracket spans the gap between them."
    ),
    width=760,
)
st.caption(filters.sentence())
selection = filters.selection()
events = lanes.kept(read, selection)
if events.empty:
    filters.nothing_left()

every = span.whole(events)
opened = controls.opened(read)
times, switch = st.columns([4, 1], vertical_alignment="bottom")
with times:
    shown = controls.choose_span(read, every)
with switch:
    by_source = controls.by_source()
found = lanes.within(events, shown.low, shown.high)
said = timeline.sentence(found, shown)
if not found.empty:
    drawn = lanes.within(lanes.kept(read, selection, by_source=True), shown.low, shown.high) if by_source else found
    key = ("timeline", read, selection, shown, opened, by_source, wording.language())
    figures = kept.made(
        key,
        lambda: {
            name: timeline.figure(read, view, drawn, timeline.layout(width, shown), opened=opened, by_source=by_source)
            for name, width in controls.LAYOUTS.items()
        },
    )
    controls.legend(found)
    if opened:
        controls.jump(read, opened)
    controls.charts(figures, said, every)
if undated := view.claims["event"].nunique() - len(events):
    more = _("{n} more event has no date of its own.", "{n} more events have no date of their own.", n=undated)
    said = f"{said} {more}"
st.caption(said)
controls.slide_span(shown, every)
controls.pick(read, found, opened)
if opened:
    event.detail(read, view, opened, controls.ANCHOR)

if not found.empty:
    st.header(_("The same as a table"))
    st.dataframe(timeline.table(read, view, found.head(MOST_ROWS)), hide_index=True, alt=said)
    if len(found) > MOST_ROWS:
        st.caption(_("The first {n} of {every} events; the files have all.", n=MOST_ROWS, every=len(found)))
    downloads.buttons(timeline.record(found), "timeline", filters.slug())
