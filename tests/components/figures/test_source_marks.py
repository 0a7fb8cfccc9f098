"""What has a colour has a shape too, and the legend names both."""

import pandas as pd

from components.figures.legend import measures_legend, sources_legend
from components.figures.series_chart import measures_chart, series_chart
from components.figures.source_marks import SHAPES, coloured_sources
from components.figures.yearly import by_year


def test_what_has_a_colour_has_a_shape_too_and_the_key_names_both(goods: pd.DataFrame) -> None:
    measures = goods.assign(label=goods["name"])
    for chart, key in (
        (measures_chart(measures), measures_legend(measures)),
        (series_chart(goods, by_year(goods), log=True), sources_legend(goods, ())),
    ):
        drawn = chart.frames["points"].drop_duplicates("name")
        shapes = {name: SHAPES[shape] for name, shape in zip(drawn["name"], drawn["shape"], strict=True)}
        assert len({shapes[name] for name in coloured_sources(goods)}) == len(coloured_sources(goods))
        assert all(f"{shapes[name]}</b> {name}<" in key for name in coloured_sources(goods))
