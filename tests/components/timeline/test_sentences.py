"""The timeline in words."""

import data
from components.timeline import sentences
from tests.data.dated_events import day


def test_the_sentence_counts_and_names_the_widest_gap(view: data.View) -> None:
    assert sentences.sentence(view.event_dates.summary()) == (
        "6 events from 1996 to 2030; 2 contested, 2 between independent origins. "
        "Answers lie farthest apart on “Reopening of the embassy”: 150 days."
    )
    assert sentences.sentence(view.event_dates.summary(day("1900-01-01"), day("1901-01-01"))) == (
        "No event is dated within this time."
    )


def test_the_headline_tells_what_is_contested_and_what_one_source_alone_says(view: data.View) -> None:
    assert sentences.headline(view.event_dates.summary()) == (
        "Independent origins contest the dates of 2 events; 4 more rest on one source alone"
    )


def test_dates_in_words_name_beginning_and_end(view: data.View) -> None:
    said = sentences.date_texts(view.found.tables, view, ["talks", "embassy"])
    assert said == {
        "talks": "Beginning: 1 March 2024; End: 9 March 2024",
        "embassy": "July 2023 or 28 December 2023",
    }
