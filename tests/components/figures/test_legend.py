"""The legend names what has no name within the chart."""

import pandas as pd

from components.figures.legend import measures_legend, sources_legend
from components.figures.series_axes import NARROW


def test_a_source_named_in_a_wide_chart_is_in_the_legend_of_small_screens_alone(goods: pd.DataFrame) -> None:
    legend = sources_legend(goods, {"a"})
    assert legend.count('<span class="narrow">') == 1
    assert legend.index('class="narrow"') < legend.index(" a</span>") < legend.index(" b</span>")


def test_a_chart_of_half_the_width_names_the_others_alone(goods: pd.DataFrame) -> None:
    assert " a</span>" not in sources_legend(goods, {"a"}, NARROW)
    assert sources_legend(goods, {"a", "b"}, NARROW) == ""


def test_names_are_text_and_a_measure_alone_needs_no_legend(goods: pd.DataFrame) -> None:
    assert "<i>b" not in sources_legend(goods.replace({"name": {"b": "<i>b"}}), ())
    assert measures_legend(goods) == ""
