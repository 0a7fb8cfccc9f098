"""Names within a chart stand on nothing."""

import pandas as pd

from components.figures.legend import sources_legend
from components.figures.name_places import place_names
from components.figures.series_chart import chart_points
from components.figures.source_marks import coloured_sources


def test_names_in_a_chart_stand_apart_and_a_name_without_room_is_in_the_key(goods: pd.DataFrame) -> None:
    notes = pd.DataFrame({"year": [2001.0], "value": [400.0]})
    named = place_names(goods, chart_points(goods, log=True), notes, log=True, height=300)
    assert len(set(zip(named["year"], named["value"], strict=True))) == len(named)
    key = sources_legend(goods, set(named["name"]))
    assert all(f"{name}</span>" in key for name in coloured_sources(goods))
