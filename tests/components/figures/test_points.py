"""The points of figures, the lines through them, and their words."""

from pathlib import Path

import pandas as pd

from components.figures.points import runs, value_text
from tests.components.figures.examples import rows_of


def test_no_line_leads_over_a_missing_year_or_to_another_source(goods: pd.DataFrame) -> None:
    joined = runs(goods)
    found = {tuple(group["year"]) for _run, group in joined[joined["source"] == "a"].groupby("run")}
    assert found == {(2000, 2001, 2002), (2005, 2006)}
    assert joined.groupby("run")["source"].nunique().max() == 1


def test_two_values_of_one_source_for_a_year_are_not_joined(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,1,USD,2000,\ngoods,a,amount,2,USD,2001,\ngoods,a,amount,3,USD,2001,\n")
    assert runs(points)["run"].nunique() == 3


def test_long_numbers_are_cut_to_three_digits_and_short_ones_kept() -> None:
    assert value_text("1915.225e3", "USD", "", 1915225.0) == "1.92 million USD"
    assert value_text("3.2e6", "USD", "", 3.2e6) == "3.2 million USD"
    assert value_text("~3500", "persons", "", 3500.0) == "about 3,500"
