"""Axes from zero, and ticks where calendars begin."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

import data
from components.charts.axes import MOST_TICKS, number_axis, time_ticks
from tests.components.charts.examples import told


def test_numbers_stand_on_an_axis_from_zero(tables: data.Tables) -> None:
    axis = number_axis(told(tables, "trade/amount/2008/USD"), "USD")
    assert axis.low == 0
    assert axis.high >= 4_400_000
    assert axis.title == "US dollars"
    assert list(axis.ticks.values())[:2] == ["0", "2 million"]
    share = number_axis(told(tables, "trade/amount/2009/percent"), "percent")
    assert (share.low, share.high) == (0, 100)
    nothing = number_axis(told(tables, "trade/amount/2010/persons"), "persons")
    assert (nothing.low, nothing.high) == (0, 1)


@given(low=st.integers(-700_000, 2_900_000), days=st.integers(20, 900_000))
def test_ticks_are_few_in_order_and_within_the_axis(low: int, days: int) -> None:
    high = min(low + days, 2_932_000)
    ticks = list(time_ticks(low, high))
    assert len(ticks) <= MOST_TICKS
    assert ticks == sorted(ticks)
    assert all(low <= tick <= high for tick in ticks)


def test_ticks_are_where_calendars_begin() -> None:
    days = {
        name: pd.Timestamp(name).timestamp() / 86400
        for name in ("1967-01-01", "2024-12-31", "2023-06-20", "2024-01-08")
    }
    assert list(time_ticks(days["1967-01-01"], days["2024-12-31"]).values()) == ["1980", "2000", "2020"]
    assert list(time_ticks(days["2023-06-20"], days["2024-01-08"]).values()) == [
        "Jul 2023",
        "Sept 2023",
        "Nov 2023",
        "Jan 2024",
    ]


def test_the_largest_numbers_have_an_axis() -> None:
    axis = number_axis(pd.DataFrame({"low": [1e308, -1e308], "high": [1e308, -1e308]}), "USD")
    assert -1e301 < axis.low < -1e299 < 1e299 < axis.high < 1e301
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
