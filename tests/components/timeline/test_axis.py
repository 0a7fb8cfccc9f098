"""The axis of time, even and broken."""

import pandas as pd
import pytest

from components.timeline.axis import broken_axis, even_axis
from tests.data.dated_events import day


def years(counts: dict[int, int]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "start": [day(f"{year}-01-01") for year in counts],
            "end": [day(f"{year}-12-31") for year in counts],
            "events": list(counts.values()),
        }
    )


LOW, HIGH = day("1967-02-18"), day("2026-12-31")


def test_where_most_dates_lie_in_few_years_these_take_most_of_the_width() -> None:
    axis = broken_axis(years({1967: 1, 1992: 1, 2022: 5, 2023: 5, 2024: 5, 2026: 1}), LOW, HIGH)
    assert axis.crowd == (day("2022-01-01"), day("2024-12-31"))
    before, crowd = axis.place([day("2022-01-01"), day("2024-12-31") + 1])
    assert crowd - before > 0.6
    assert list(axis.breaks) == pytest.approx([before, crowd])
    assert axis.factor > 10


def test_places_grow_with_the_days_and_stay_within_the_picture() -> None:
    axis = broken_axis(years({1967: 1, 2022: 9, 2023: 9}), LOW, HIGH)
    places = axis.place(range(int(LOW), int(HIGH) + 2))
    assert (places[1:] > places[:-1]).all()
    assert 0 <= places[0] < places[-1] <= 1


def test_dates_that_are_spread_have_an_even_axis() -> None:
    spread = years(dict.fromkeys(range(1967, 2027), 1))
    assert broken_axis(spread, LOW, HIGH) == even_axis(LOW, HIGH)
    assert even_axis(LOW, HIGH).breaks == ()


def test_a_table_without_a_year_has_an_even_axis() -> None:
    assert broken_axis(years({}), LOW, HIGH) == even_axis(LOW, HIGH)


def test_words_at_ticks_have_room() -> None:
    axis = broken_axis(years({1967: 1, 2022: 9, 2023: 9, 2024: 9}), LOW, day("2030-12-31"))
    places = axis.place(list(axis.ticks))
    assert (places[1:] - places[:-1] > 0.05).all()
