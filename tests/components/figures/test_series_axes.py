"""The axes of charts over years."""

from pathlib import Path

import pandas as pd

from components.figures.series_axes import number_text, number_ticks, value_domain
from tests.components.figures.examples import rows_of


def test_a_linear_axis_begins_at_zero(goods: pd.DataFrame) -> None:
    assert value_domain(goods, log=False)[0] == 0


def test_an_axis_of_percent_runs_to_100_and_beyond_where_values_do(tmp_path: Path) -> None:
    inside = rows_of(tmp_path, "goods,a,amount,40,percent,2018,\n")
    beyond = rows_of(tmp_path, "goods,a,amount,-20,percent,2018,\ngoods,a,amount,130,percent,2019,\n")
    assert value_domain(inside, log=False) == (0, 100)
    low, high = value_domain(beyond, log=False)
    assert low <= -20
    assert high >= 130
    assert number_ticks(low, high, 3) == [0, 50, 100]


def test_numbers_at_an_axis_without_vega_are_as_short() -> None:
    assert [number_text(value) for value in (0, 2.5, 2500, 1e7, 3e9, -2000)] == [
        "0",
        "2.5",
        "2.5k",
        "10m",
        "3bn",
        "-2k",
    ]
