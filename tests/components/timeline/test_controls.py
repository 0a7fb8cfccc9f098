"""What is set on the timeline: a click opens what the mark stands for, and the address says so."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
import streamlit as st

from components.timeline import controls
from components.timeline.time_range import parse_range
from tests.app import open_page, text_of
from tests.components.timeline.examples import EVERY
from tests.data.dated_events import day


@pytest.fixture
def state() -> Iterator[dict[str, object]]:
    held: dict[str, object] = {}
    with patch.object(st, "session_state", held):
        yield held


def test_a_mark_opens_its_event_and_a_count_the_time_that_it_counts(state: dict[str, object]) -> None:
    controls.open_mark("event:coup:1", EVERY)
    assert state == {controls.EVENT: "coup:1"}
    controls.open_mark(f"bin:{day('2022-01-01')}/{day('2022-12-31')}", EVERY)
    asked = parse_range(str(state[controls.RANGE]), EVERY)
    assert asked is not None
    assert (asked.low, asked.high) == (day("2022-01-01"), day("2022-12-31"))


@pytest.mark.parametrize("what", ["", "None", "lane:Trade"])
def test_what_is_no_mark_opens_nothing(state: dict[str, object], what: str) -> None:
    controls.open_mark(what, EVERY)
    assert not state


@pytest.mark.usefixtures("small")
def test_an_event_and_a_time_that_are_not_to_be_had_give_one_line_each() -> None:
    said = text_of(open_page("timeline", event="no*such", timeline_span="yesterday"))
    assert r"These tables have no event “no\*such”; here are those that they have." in said
    assert "The address asks for a time that does not read as one, so all is shown." in said


@pytest.mark.usefixtures("small")
def test_the_list_names_each_event_with_its_year_and_opens_it() -> None:
    app = open_page("timeline")
    box = app.selectbox(key="event_in_words")
    assert "2023 · Reopening of the embassy" in box.options
    box.set_value("embassy").run()
    assert app.text_input(key="event").value == "embassy"
    assert "Opened: [Reopening of the embassy ↓](#opened)" in text_of(app)


@pytest.mark.usefixtures("small")
def test_the_ends_that_are_set_by_hand_stand_in_the_address_until_all_is_shown() -> None:
    app = open_page("timeline")
    ends = app.select_slider(key="timeline_span_ends")
    first, last = ends.value
    ends.set_value(("2022-09", last)).run()
    assert app.text_input(key="timeline_span").value == f"2022-09/{last}"
    app.select_slider(key="timeline_span_ends").set_value((first, last)).run()
    assert app.text_input(key="timeline_span").value == ""
