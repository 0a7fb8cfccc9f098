"""How far the values of one year are apart."""

import math
from pathlib import Path

import pandas as pd

import data
from components.figures.sections import figure_sections
from components.figures.sentences import series_sentence
from components.figures.series_chart import ARROW, series_chart
from components.figures.yearly import by_year
from tests.components.figures.examples import rows_of


def test_a_year_has_its_lowest_and_highest_value_and_their_ratio(goods: pd.DataFrame) -> None:
    years = by_year(goods).set_index("year")
    assert years[["low", "high", "ratio"]].to_dict("index")[2001] == {"low": 200, "high": 400, "ratio": 2}
    assert [int(year) for year in years.index[years["passes"]]] == [2001, 2006]
    assert years["ratio"].to_dict()[2006] == math.inf
    assert years["ratio"].isna().tolist() == [False, False, False, True, True, False], "one source has no ratio"


def test_answers_that_meet_are_not_further_apart_than_expected(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,220.5e6,USD,2018,\ngoods,b,amount,>180e6,USD,2018,\n")
    (year,) = by_year(points).to_dict("records")
    assert (year["ratio"], year["apart"], year["passes"], year["same"]) == (1, 0, False, False)
    assert series_sentence(points, ratio=True) == (
        "Where several sources give a value, one number fits all of them. "
        "They are compared in 1 of 1 years, and further apart than expected in 0."
    )
    layers = series_chart(points, log=True).to_dict()["layer"]
    assert "bar" not in [layer["mark"]["type"] for layer in layers], "no band"
    assert ARROW in [layer["mark"].get("shape") for layer in layers], "the open end"


def test_a_clash_with_bounds_is_told_between_the_ends_that_face_each_other(tmp_path: Path) -> None:
    points = rows_of(
        tmp_path, "goods,a,amount,100,USD,2018,\ngoods,b,amount,[200..400],USD,2018,\ngoods,c,amount,150,USD,2018,\n"
    )
    (year,) = by_year(points).to_dict("records")
    assert (year["low"], year["high"], year["ratio"], year["passes"]) == (100, 200, 2, True)
    assert (year["low_words"], year["high_words"]) == ("100 USD", "200 to 400 USD")


def test_the_shipped_deliveries_of_2018_are_compatible() -> None:
    tables = data.load()
    rows, _sections = figure_sections(tables.select(data.Selection()))
    points = rows[(rows["event"] == "russian-deliveries") & (rows["unit"] == "USD")]
    years = by_year(points).set_index("year")
    assert not years.loc[2018, "passes"]
    assert (int((years["sources"] > 1).sum()), int(years["passes"].sum())) == (20, 17)
