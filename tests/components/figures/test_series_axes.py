"""The axes of charts over years."""

import pandas as pd

from components.figures.series_axes import value_domain


def test_a_linear_axis_begins_at_zero(goods: pd.DataFrame) -> None:
    assert value_domain(goods, log=False)[0] == 0
