"""The chart of a quantity over years."""

import pandas as pd
from components.charts.compact import compact

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


def test_a_chart_is_sent_lean_and_whole(goods: pd.DataFrame) -> None:
    chart = series_chart(goods, log=True)
    spec = compact(chart)
    sent = [group["data"]["values"] for group in spec["layer"]]
    assert sum(text.count(",100 USD") for text in sent) == 3, "each point once"
    assert len(str(spec)) < len(str(chart.to_dict())) / 1.5


def test_a_name_that_many_rows_share_is_sent_once(goods: pd.DataFrame) -> None:
    long = goods.assign(name=goods["name"].map("a source with a long name, '{}'".format))
    (group,) = [g for g in compact(series_chart(long, log=True))["layer"] if "transform" in g]
    assert "a source" not in group["data"]["values"]
    assert group["transform"][0]["as"] == "name"
    assert all(name in group["transform"][0]["calculate"] for name in long["name"].unique())
