"""Names within a chart stand on nothing."""

import pandas as pd

from components.charts import theme
from components.figures.name_places import place_names
from components.figures.series_chart import chart_points, named_values


def test_names_in_a_chart_stand_apart(goods: pd.DataFrame) -> None:
    drawn = chart_points(goods, log=True)
    drawn = drawn.assign(named=drawn["colour"] != theme.NEUTRAL)
    named = place_names(goods, drawn, named_values(goods), log=True, height=300)
    assert set(named["name"]) == {"a", "b"}
    assert len(set(zip(named["year"], named["value"], strict=True))) == len(named)
