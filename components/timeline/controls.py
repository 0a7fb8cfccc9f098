"""What readers set on the timeline: lanes, axis, view, the time of a count, the event opened; all in the address."""

import pandas as pd
import streamlit as st

import data
from components.charts import draw, theme
from components.shell import address, state
from components.timeline.marks import TimeRange
from components.timeline.time_range import month_span, parse_range
from components.words import format, markdown
from components.words.i18n import _, language
from data import values

MOST_PICKED = 400  # events that a list to pick from holds
LANES, AXIS, VIEW, RANGE, EVENT = "timeline_lanes", "timeline_axis", "timeline_view", "timeline_span", "event"
DRAWN, SEEN = "timeline_drawn", "timeline_seen"  # in the state of a visit: how often it was drawn anew, which was open


def switches() -> tuple[bool, bool, bool]:
    """Draw the switches; return whether lanes are by source, the axis even, and the zoomable view asked for."""
    with st.container(horizontal=True, gap="medium"):
        by_source = address.switch(_("Lanes by"), LANES, {"": _("Topic"), "source": _("Source")}) == "source"
        even = address.switch(_("Axis"), AXIS, {"": _("Wider where dates lie"), "even": _("Even")}) == "even"
        zoom = address.switch(_("View"), VIEW, {"": _("Picture"), "zoom": _("To zoom into")}) == "zoom"
    return by_source, even, zoom


def choose_range(every: TimeRange, latest: float) -> TimeRange:
    """Return the time that the address asks for, and draw its name by its months, with the ways to a wider one."""
    text = address.field(RANGE)
    shown = parse_range(text, every, latest)
    if shown is None:
        st.markdown(_("The address asks for a time that does not read as one, so all is shown."))
        return every
    if text and shown != every:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            named = text if text[0].isdigit() else month_span(shown)
            st.markdown(_("Shown: **{time}**", time=markdown.escape(format.date(named))), width="content")
            for words, span in _wider(shown, every):
                st.button(words, key=f"timeline_to_{span}", type="tertiary", on_click=_show, args=(span,))
    else:
        st.caption(_("Shown: {time}", time=format.date(month_span(shown))))
    return shown


def _wider(shown: TimeRange, every: TimeRange) -> list[tuple[str, str]]:
    """Return the month and the year that hold a time, and all, each in words and as the address has it."""
    first, last = values.write_date(shown.low, shown.low), values.write_date(shown.high, shown.high)
    spans = [first[: -len(rest)] for rest in ("-DD", "-MM-DD") if first[: -len(rest)] == last[: -len(rest)]]
    wider = [span for span in spans if parse_range(span, every, every.high) != shown]
    return [*((format.date(span), span) for span in wider), (_("All"), "")]


def _show(span: str) -> None:
    state.put(RANGE, span)


def opened(tables: data.Tables) -> str:
    """Return the event that the address names; one line where the tables have none of that name."""
    event = address.field(EVENT)
    # What was clicked stays selected in the browser: however it was closed, it could not be opened again.
    if st.session_state.get(SEEN) and not event:
        _draw_anew()
    st.session_state[SEEN] = event
    if event and event not in set(tables.events["event"]):
        st.markdown(
            _("These tables have no event “{event}”; here are those that they have.", event=markdown.escape(event))
        )
        return ""
    return event


@data.kept
def _events_to_open(view: data.View, shown: TimeRange, _language: str) -> dict[str, str]:
    """Return the first events that meet a time in words, by their ids."""
    listed = view.event_dates.titles(shown.low, shown.high, MOST_PICKED)
    years = values.write_dates(listed["first"], listed["first"]).str[:4].map(format.date)
    titles = zip(listed["event"], years, listed["title"], strict=True)
    return {event: f"{year} · {title}" for event, year, title in titles}


def choose_event(view: data.View, shown: TimeRange, event: str) -> None:
    """Draw the list from which an event of the time shown is opened, by keyboard too."""
    listed = words = _events_to_open(view, shown, language())
    if event and event not in words:
        words = {event: str(view.found.tables.events.set_index("event")["title"][event]), **words}
    st.selectbox(
        _("Open an event"),
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder=_("Choose one of {n} events", n=len(words)),
        key=address.widget_key(EVENT, event or None),
        on_change=address.take_over,
        args=(EVENT,),
    )
    if len(listed) == MOST_PICKED:
        st.caption(_("The list holds the first {n}; a shorter time or a search word gives the rest.", n=MOST_PICKED))


def draw_picture(picture: draw.Picture, alt: str) -> None:
    """Draw the picture; a click opens an event, or the time of a count."""
    key = f"timeline_chart_{st.session_state.get(DRAWN, 0)}"
    draw.draw(picture, alt=alt, key=key, on_select=lambda: take_click(key))


def take_click(key: str) -> None:
    """Open what was clicked in the picture of that key."""
    selected = st.session_state[key].get("selection", {})
    # A click anywhere on the picture is told for both; only one of them has what it names.
    for row in selected.get("mark", []):
        if row.get("event"):
            state.put(EVENT, str(row["event"]))
    for row in selected.get("count", []):
        if row.get("span"):
            state.put(RANGE, str(row["span"]))
            _draw_anew()


def _draw_anew() -> None:
    st.session_state[DRAWN] = st.session_state.get(DRAWN, 0) + 1


def close_event() -> None:
    """Close the event that is opened."""
    state.put(EVENT, "")


def legend(counts: pd.Series) -> None:
    """Draw the verdicts that are seen, each with its mark and number."""
    with st.container(horizontal=True, gap="small"):
        for verdict in data.VERDICTS:
            if counts.get(verdict):
                st.markdown(f"{theme.badge(verdict)} {format.number(int(counts[verdict]))}", width="content")
