"""The ends of a year in words, and what is said of years whose answers meet."""

from pathlib import Path

import pandas as pd

import data
from components.figures.points import quantity_points
from components.figures.sentences import series_sentence
from components.figures.series_chart import series_chart
from components.figures.yearly import by_year
from tests.components.figures.examples import rows_of


def test_the_ends_of_a_year_have_their_sources_and_words(goods: pd.DataFrame) -> None:
    years = by_year(goods.assign(name=goods["source"].str.upper())).set_index("year")
    ends = ["lowest", "low_words", "highest", "high_words"]
    assert list(years.loc[2001, ends]) == ["A", "200 USD", "B", "400 USD"]


def test_answers_that_meet_are_told_as_one_number(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,220.5e6,USD,2018,\ngoods,b,amount,>180e6,USD,2018,\n")
    assert series_sentence(by_year(points), ratio=True) == (
        "Where several sources give a value, one number fits all of them. "
        "They are compared in 1 of 1 years, and further apart than expected in 0."
    )
    frames = series_chart(points, by_year(points), log=True).frames
    assert frames["spans"].empty
    assert list(frames["arrows"]["open"]) == ["up"]


def test_the_shipped_deliveries_are_those_of_the_comparison() -> None:
    tables = data.load()
    view = tables.select(data.Selection())
    rows = quantity_points(view, view.claims)
    points = rows[(rows["event"] == "russian-deliveries") & (rows["unit"] == "USD")]
    years = tables.compare().series("russian-deliveries", "amount", "USD")
    columns = ["year", "low", "high", "n_sources", "ratio", "gap", "beyond_expected"]
    assert by_year(points[points["attribute"] == "amount"])[columns].equals(years[columns])
