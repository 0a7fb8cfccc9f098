"""What is set on the timeline: a click opens what the mark stands for, and the address says so."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
import streamlit as st

from components.timeline import controls
from tests.app import open_page, text_of

KEY = "timeline_chart_0"


@pytest.fixture
def state() -> Iterator[dict[str, object]]:
    held: dict[str, object] = {}
    with patch.object(st, "session_state", held):
        yield held


def test_a_mark_opens_its_event_and_a_count_the_time_that_it_counts(state: dict[str, object]) -> None:
    state[KEY] = {"selection": {"mark": [{"event": "coup:1"}], "count": [{}]}}
    controls.take_click(KEY)
    assert state[controls.EVENT] == "coup:1"
    assert controls.RANGE not in state
    state[KEY] = {"selection": {"mark": [{}], "count": [{"span": "2022"}]}}
    controls.take_click(KEY)
    assert state[controls.RANGE] == "2022"


def test_a_click_beside_the_marks_opens_nothing(state: dict[str, object]) -> None:
    state[KEY] = {"selection": {"mark": [{}], "count": []}}
    controls.take_click(KEY)
    assert set(state) == {KEY}


def test_what_is_closed_is_no_longer_in_the_address(state: dict[str, object]) -> None:
    state[controls.EVENT] = "coup"
    controls.close_event()
    assert state[controls.EVENT] == ""


@pytest.mark.usefixtures("small")
def test_what_is_closed_in_any_way_can_be_opened_by_the_same_mark_again() -> None:
    app = open_page("timeline", event="coup")
    assert controls.DRAWN not in app.session_state
    app.text_input(key="event").set_value("visit").run()
    assert controls.DRAWN not in app.session_state, "the next one is another mark"
    app.text_input(key="event").set_value("").run()
    assert app.session_state[controls.DRAWN] == 1, "the picture is drawn anew, with nothing selected"


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
