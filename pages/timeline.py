"""When it happened, as the sources say it: every answer a block on one axis, contested events first."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

from dataclasses import replace
from functools import partial

import streamlit as st

from components.shell import address, downloads, filters, nothing_left
from components.shell.loading import load_tables
from components.timeline import compose, controls, event, sentences, table, year_list
from components.timeline import zoomable_chart as zoomable
from components.timeline.marks import CONTESTED_ROWS, TimeRange
from components.words import markdown
from components.words.i18n import _, language

tables = load_tables()
view = filters.view(tables)

# 1. What is chosen
st.title(_("Timeline"), anchor=False)
filters.caption(view)
dates = view.event_dates
whole = dates.summary()
if not whole["events"]:
    nothing_left.stop(view)
opened = controls.opened(tables)
every = TimeRange(whole["first"], whole["last"])
shown = controls.choose_range(every, whole["latest"])
by_source, even, zoom = controls.switches()

# 2. The picture
found = dates.summary(shown.low, shown.high)
said = sentences.sentence(found)
choice = compose.Choice(shown, by_source=by_source, even=even)
if found["events"]:
    controls.legend(dates.verdicts(shown.low, shown.high))
    first = address.choose_page(int(found["contested"]), CONTESTED_ROWS, "timeline_contested")
    choice = replace(choice, first=first)
    if zoom:
        lanes, marks = compose.lane_marks(view, choice)
        zoomable.draw(marks, lanes, said)
    else:
        controls.draw_picture(compose.picture_of(view, choice, sentences.headline(found), opened), said)
    st.caption(_("Choose a row or a mark to open it; a count opens the time that it counts."))
if undated := dates.undated():
    more = _("{n} more event has no date of its own.", "{n} more events have no date of their own.", n=undated)
    said = f"{said} {more}"
st.caption(markdown.escape(said))
controls.choose_event(view, shown, opened)
if opened:
    event.draw(tables, view, opened, dates.around(opened, shown.low, shown.high))

# 3. The list and the table
if found["events"]:
    st.header(_("By year"))
    row = address.choose_page(int(found["events"]), compose.ROWS, "timeline_page")
    listed = compose.listed(view, shown, row, language(), even=even)
    year_list.draw(listed.lines)
    st.header(_("The same as a table"))
    st.dataframe(listed.table, hide_index=True, alt=said)
    file = partial(table.file_table, low=shown.low, high=shown.high)
    downloads.buttons(view.deferred(file), "timeline", filters.slug(view))
