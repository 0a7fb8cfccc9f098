"""The periods of history belong to the places of the tables."""

import data
from components.timeline.periods import history_periods
from components.timeline.time_range import presets
from tests.components.timeline.examples import EVERY
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS
from tests.data.inline import load


def test_presets_and_periods_are_those_of_the_places(tables: data.Tables) -> None:
    assert list(presets(tables, EVERY)) == ["", "since-1992", "since-2022-01", "last-12-months"]
    assert history_periods(tables)[0].name == "Soviet years"
    other = load(claims=CLAIMS, events=EVENTS.replace("RUS", "FRA"), attributes=ATTRIBUTES)
    assert history_periods(other) == ()
    assert list(presets(other, EVERY)) == ["", "last-12-months"]
