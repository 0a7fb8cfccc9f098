"""What readers set on the timeline: the lanes, the span, the event that is opened. All of it stands in the address.

The address holds ids and EDTF, in fields out of sight; what readers use shows words, and writes there.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.shell import address, page_hooks
from components.timeline.time_range import FullRange, TimeRange, parse_range, presets, step_of, steps, write_range
from components.words import format, markdown
from components.words.i18n import _, language

BREAK = 1180  # pixels of a window from which the wide layout is shown
MOST_PICKED = 400  # events that a list to pick from holds
LANES, RANGE, EVENT = "timeline_lanes", "timeline_span", "event"
ANCHOR = "opened"


def style_charts() -> None:
    """Put the picture that is made for another window out of sight, and let the presets run on to a second line."""
    wide, narrow = "timeline_wide", "timeline_narrow"
    page_hooks.show_by_width(wide, narrow, BREAK)
    page_hooks.colour_plotly_text(wide, narrow)
    page_hooks.wrap(f"{RANGE}_in_words")


def by_source() -> bool:
    """Draw the switch between lanes by topic and by source; return whether it stands at the latter."""
    return address.switch(_("Lanes by"), LANES, {"": _("Topic"), "source": _("Source")}) == "source"


def choose_range(tables: data.Tables, every: FullRange) -> TimeRange:
    """Draw the presets and the control of the first and last month; return the span that is chosen."""
    text = address.field(RANGE)
    chosen = parse_range(text, every)
    if chosen is None:
        st.markdown(_("The address asks for a time that does not read as one, so all is shown."))
        text, chosen = "", every
    options = presets(tables, every)
    st.pills(
        _("Time"),
        list(options),
        format_func=options.__getitem__,
        key=address.widget_key(RANGE, text if text in options else None),
        on_change=address.take_over,
        args=(RANGE,),
    )
    return chosen


def slide_range(shown: TimeRange, every: FullRange) -> None:
    """Draw the control of the first and the last month, or year, that are shown."""
    options = steps(every)
    if len(options) < 2:
        return
    key = f"{RANGE}_ends"
    ends = (step_of(shown.low, options), step_of(shown.high, options))
    if st.session_state.get(key) != ends:
        st.session_state[key] = ends
    st.select_slider(
        _("From and to"),
        options,
        value=(options[0], options[-1]),  # tells Streamlit that there are two ends
        key=key,
        format_func=lambda step: _step_in_words(step, language()),
        on_change=_take_ends,
        args=(every,),
    )


@lru_cache(maxsize=16384)
def _step_in_words(step: str, _language: str) -> str:
    """Return a month or year in words: there are more than a thousand of them, and all are sent each time."""
    return format.date(step, short=True)


def _take_ends(every: FullRange) -> None:
    first, last = st.session_state[f"{RANGE}_ends"]
    found = parse_range(f"{first}/{last}", every)
    whole = found is None or (found.low, found.high) == (every.low, every.high)
    st.session_state[RANGE] = "" if whole else first if first == last else f"{first}/{last}"


def opened(tables: data.Tables) -> str:
    """Return the event that the address names; one line where the tables have none of that name."""
    event = address.field(EVENT)
    if event and event not in set(tables.events["event"]):
        st.markdown(
            _("These tables have no event “{event}”; here are those that they have.", event=markdown.escape(event))
        )
        return ""
    return event


def choose_event(tables: data.Tables, found: pd.DataFrame, event: str) -> None:
    """Draw the list from which an event is opened, by keyboard too."""
    listed = list(found["event"].head(MOST_PICKED))
    titles = dict(zip(tables.events["event"], tables.events["title"], strict=True))
    if event and event not in listed:
        listed = [event, *listed]
    days = np.floor(found["at"]).astype("int64").to_numpy().astype("datetime64[D]")
    years = dict(zip(found["event"], days.astype("datetime64[Y]").astype("str"), strict=True))

    def words(each: str) -> str:
        if each not in years:
            return str(titles[each])
        return f"{format.date(years[each])} · {titles[each]}"

    hint = _("Choose one of {n} events", n=len(listed))
    st.selectbox(
        _("Open an event"),
        listed,
        index=None,
        format_func=words,
        placeholder=hint,
        key=address.widget_key(EVENT, event or None),
        on_change=address.take_over,
        args=(EVENT,),
    )
    if len(found) > MOST_PICKED:
        st.caption(_("The list holds the first {n}; a shorter time or a search word gives the rest.", n=MOST_PICKED))


def draw_charts(figures: Mapping[str, Any], alt: str, every: FullRange) -> None:
    """Draw the picture for wide and for narrow windows; a click opens an event or a bin."""
    for name, figure in figures.items():
        with st.container(key=f"timeline_{name}"):
            st.plotly_chart(
                figure,
                key=f"timeline_{name}_chart",
                on_select=lambda name=name: _clicked(name, every),
                selection_mode="points",
                config=theme.PLOTLY_CONFIG,
                alt=alt,
            )
    st.caption(_("Choose a mark to open it; a count opens the time that it counts."))


def _clicked(name: str, every: FullRange) -> None:
    for point in st.session_state[f"timeline_{name}_chart"].selection.get("points", []):
        open_mark(str(point.get("customdata", "")), every)


def open_mark(what: str, every: FullRange) -> None:
    """Open what a mark stands for: `event:<id>`, or `bin:<first>/<last>` in days."""
    kind, _colon, value = what.partition(":")
    if kind == "event":
        st.session_state[EVENT] = value
    elif kind == "bin":
        low, high = (float(day) for day in value.split("/"))
        st.session_state[RANGE] = write_range(low, high, every)


def link_to_opened(tables: data.Tables, event: str) -> None:
    """Draw the way from the top of the page to the event that is opened, which stands below the picture."""
    title = tables.events.set_index("event")["title"][event]
    st.markdown(_("Opened: [{title} ↓](#{anchor})", title=markdown.escape(str(title)), anchor=ANCHOR))


def legend(found: pd.DataFrame) -> None:
    """Draw the verdicts that are seen, each with its mark and number."""
    counts = found["verdict"].value_counts()
    with st.container(horizontal=True, gap="small"):
        for verdict in data.VERDICTS:
            if counts.get(verdict):
                st.markdown(f"{theme.badge(verdict)} {format.number(int(counts[verdict]))}", width="content")
