"""The charts of quantities over years."""

from pathlib import Path

import pandas as pd

from components.figures.series_axes import log_floor
from components.figures.series_chart import measures_chart, series_chart, source_charts
from components.figures.yearly import by_year
from tests.components.figures.examples import rows_of


def test_no_line_leads_to_a_lone_point_and_a_zero_stands_at_the_foot_of_a_log_axis(goods: pd.DataFrame) -> None:
    picture = series_chart(goods, by_year(goods), log=True)
    points = picture.frames["points"]
    zero = points[points["words"] == "0 USD"].iloc[0]
    assert zero["value"] == log_floor(goods) > picture.params["low"] > 0
    assert not (points.drop(zero.name)["run"] == zero["run"]).any()
    assert points["run"].duplicated().any()
    assert (
        not series_chart(goods[goods["source"] == "c"], by_year(goods[goods["source"] == "c"]), log=True)
        .frames["points"]["run"]
        .duplicated()
        .any()
    )


def test_a_template_is_the_same_for_other_data(goods: pd.DataFrame, tmp_path: Path) -> None:
    other = rows_of(tmp_path, "".join(f"goods,z,amount,>{year},USD,{year},\n" for year in range(1990, 1997)))
    more = goods[goods["year"] < 2003]
    for log in (True, False):
        alone = series_chart(other, by_year(other), log=log).template
        assert all(picture.template is alone for _name, picture in source_charts(goods, log=log))
        compared = series_chart(goods, by_year(goods), log=log).template
        assert series_chart(more, by_year(more), log=log).template is compared is not alone
    assert measures_chart(goods).template is series_chart(other, by_year(other), log=False).template


def test_a_source_alone_has_its_own_points_and_all_others_stand_behind(goods: pd.DataFrame) -> None:
    drawn = len(series_chart(goods, by_year(goods), log=True).frames["points"])
    charts = dict(source_charts(goods, log=True))
    assert list(charts) == ["a", "b", ""]
    for name, picture in charts.items():
        assert set(picture.frames["points"]["name"]) == {name or "c"}
        assert len(picture.frames["points"]) + len(picture.frames["others"]) == drawn
