"""The chart of a quantity over years."""

import pandas as pd

from components.figures.series_chart import series_chart


def test_the_charts_have_no_line_for_a_lone_point_and_a_zero_at_the_foot_of_a_log_axis(goods: pd.DataFrame) -> None:
    layers = series_chart(goods, log=True).to_dict()["layer"]
    marks = [layer["mark"]["type"] for layer in layers]
    assert marks[0] == "bar"
    assert "line" in marks
    scale = next(layer["encoding"]["y"]["scale"] for layer in layers if layer["mark"]["type"] == "line")
    assert scale["type"] == "log"
    assert scale["domain"][0] > 0
    alone = goods[goods["source"] == "c"]
    assert "line" not in [layer["mark"]["type"] for layer in series_chart(alone, log=True).to_dict()["layer"]]
