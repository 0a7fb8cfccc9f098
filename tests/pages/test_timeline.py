"""The timeline page: what stands in its address, the event that is opened, and what it says where there is nothing."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import open_page, text_of

pytestmark = pytest.mark.usefixtures("small")


def all_text(app: AppTest) -> str:
    """What a page says, with what lies over it."""
    return "\n".join(part.value for part in app.markdown)


def test_it_tells_what_it_shows_and_repeats_it_as_a_table() -> None:
    app = open_page("timeline")
    assert [title.value for title in app.title] == ["Timeline"]
    text = text_of(app)
    assert "3 events from 2022 to 2024; 2 contested, 2 between independent origins." in text
    assert "2 more events have no date of their own." in text
    listed = app.dataframe[0].value
    assert listed["Event"].tolist() == ["The coup", "Reopening of the embassy", "The visit"]
    assert listed["When"].tolist()[:2] == ["2022, July 2022 or September 2022", "July 2023 or 28 December 2023"]
    assert listed["Apart"].tolist() == ["32 days apart", "150 days apart", ""]


def test_a_span_in_the_address_leaves_out_what_lies_beyond() -> None:
    app = open_page("timeline", timeline_span="2023-01/2024-01")
    assert app.dataframe[0].value["Event"].tolist() == ["Reopening of the embassy"]
    assert "1 event from 2023 to 2023" in text_of(app)


def test_an_address_that_names_no_span_shows_all_and_says_so() -> None:
    app = open_page("timeline", timeline_span="soon")
    assert "does not read as one, so all is shown" in text_of(app)
    assert len(app.dataframe[0].value) == 3


def test_a_link_opens_an_event_with_its_evidence() -> None:
    text = all_text(open_page("timeline", event="embassy"))
    assert "Encyclopedia\\: July 2023 and 28 December 2023; 150 days apart." in text
    assert "“July 2023” · paragraph 1" in text


def test_the_list_opens_an_event_without_a_mouse() -> None:
    app = open_page("timeline")
    picker = next(each for each in app.selectbox if each.label == "Open an event")
    picker.select("coup").run()
    assert not app.exception
    assert app.text_input(key="event").value == "coup"
    assert "The first report\\: 2022" in all_text(app)


def test_an_unknown_event_is_told_kindly_and_the_page_goes_on() -> None:
    app = open_page("timeline", event="nowhere")
    assert "These tables have no event “nowhere”" in text_of(app)
    assert len(app.dataframe[0].value) == 3


def test_an_event_without_a_date_opens_too() -> None:
    app = open_page("timeline", event="trade")
    assert any("2 more claims on this event" in each.label for each in app.expander)


def test_filters_that_leave_no_date_give_the_way_back() -> None:
    app = open_page("timeline", topic="trade")
    assert "Nothing in the tables fits all of these filters at once." in text_of(app)
    assert not app.dataframe


def test_lanes_by_source_stand_in_the_address() -> None:
    app = open_page("timeline", timeline_lanes="source")
    assert len(app.dataframe[0].value) == 3
    assert app.text_input(key="timeline_lanes").value == "source"


def test_the_switches_stand_in_the_address() -> None:
    app = open_page("timeline", timeline_axis="even", timeline_view="zoom")
    assert not app.exception
    assert app.text_input(key="timeline_axis").value == "even"
    assert len(app.get("plotly_chart")) == 1


def test_plotly_is_only_there_for_who_asks_for_it() -> None:
    app = open_page("timeline")
    assert not app.get("plotly_chart")


def test_a_time_that_is_opened_has_the_ways_to_wider_ones() -> None:
    app = open_page("timeline", timeline_span="2024-06-05")
    ways = {button.label: button for button in app.button if str(button.key).startswith("timeline_to_")}
    assert list(ways) == ["June 2024", "2024", "All"]
    ways["2024"].click().run()
    assert app.text_input(key="timeline_span").value == "2024"
    assert "Shown: **2024**" in text_of(app)
