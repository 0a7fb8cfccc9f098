"""The axes of charts over years."""

import pandas as pd

from components.figures.series_axes import value_scale


def test_a_linear_axis_begins_at_zero(goods: pd.DataFrame) -> None:
    assert value_scale(goods, log=False).to_dict()["domain"][0] == 0
