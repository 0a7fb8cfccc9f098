"""The chart of a few values."""

from pathlib import Path

import pytest

from components.figures import values_chart
from tests.components.figures.examples import rows_of


@pytest.mark.parametrize("value", ["[59.9..60.1]", "[20..80]", ">33.33", "<70", "60", "0"])
def test_every_value_among_a_few_has_a_mark(tmp_path: Path, value: str) -> None:
    points = rows_of(tmp_path, f"goods,a,amount,{value},percent,2018,\ngoods,b,amount,99,percent,2019,\n")
    row = values_chart.chart(points, "percent").frames["rows"].iloc[0]
    assert row["bracket"] or row["open"] or row["value"] == float(value)


def test_a_zero_on_a_log_axis_of_a_few_stands_at_its_foot(tmp_path: Path) -> None:
    lines = "".join(f"goods,{s},amount,{v},persons,2018,\n" for s, v in {"a": 0, "b": 1, "c": 9000}.items())
    points = rows_of(tmp_path, lines)
    assert values_chart.needs_log(points)
    drawn = values_chart.chart(points, "persons")
    assert drawn.frames["rows"]["value"].min() == drawn.params["least"] > 0


def test_a_value_stands_first_and_what_it_is_before_who_says_so(tmp_path: Path) -> None:
    points = rows_of(
        tmp_path,
        "goods,a,amount,27,places,2025,\ngoods,b,agreement_x,27,places,2025,\nvotes,a,amount,-3,places,2025,\n",
    )
    picture = values_chart.chart(points, "places")
    rows = picture.frames["rows"]
    assert list(rows["caption"]) == [
        "Goods",
        "27 places, amount · 2025 · a",
        "27 places, agreement · 2025 · b",
        "Votes",
        "-3 places, amount · 2025 · a",
    ]
    assert (rows["top"].iloc[1:].to_numpy() == rows["bottom"].iloc[:-1].to_numpy()).all()
    assert picture.params["least"] <= -3


def test_a_template_is_the_same_for_other_data(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,5,persons,2018,\ngoods,b,amount,>7,persons,2018,\n")
    few = values_chart.chart(points, "persons")
    assert values_chart.chart(points.tail(1), "persons").template is few.template
