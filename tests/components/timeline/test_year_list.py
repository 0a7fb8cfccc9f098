"""The list by year: under which year an event stands, and what its line holds."""

import pandas as pd

from components.timeline.axis import even_axis
from components.timeline.year_list import lines

EVENTS = pd.DataFrame(
    {
        "event": ["a", "b"],
        "title": ["The visit", "<b>"],
        "verdict": ["conflict", "agree"],
        "first": [0.0, 366.0],
    }
)
ANSWERS = pd.DataFrame(
    {
        "event": ["a", "a", "b"],
        "low": [0.0, 100.0, 366.0],
        "high": [0.0, 100.0, float("inf")],
        "verdict": ["conflict", "conflict", "agree"],
        "n_origins": [1, 9, 2],
    }
)


def test_each_event_stands_under_the_year_of_its_first_day_with_a_block_an_answer() -> None:
    visit, other = lines(EVENTS, ANSWERS, {"a": "1 January 1970"}, even_axis(0, 729))
    assert (visit.year, visit.event, visit.title) == ("1970", "a", "The visit")
    assert visit.words.endswith("Conflict · 1 January 1970")
    assert visit.blocks.count("<i ") == 2
    assert visit.blocks.count("opacity:1.00") == 1, "an answer of many origins is full"
    assert (other.year, other.title) == ("1971", "<b>"), "it is escaped where it is drawn"
    assert other.blocks.count("<i ") == 1, "an open end reaches no farther than the day that is named"
