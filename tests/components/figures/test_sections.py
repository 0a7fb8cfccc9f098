"""Which figures a table makes."""

from pathlib import Path

import data
from components.figures.sections import arrange_sections, figure_sections
from tests.components.figures.examples import SERIES, rows_of


def test_money_over_years_is_a_series_and_other_units_stand_in_its_table(tmp_path: Path) -> None:
    points = rows_of(tmp_path, SERIES + "goods,a,amount,5000,XOF,2006,\n")
    (section,) = arrange_sections(points)
    (figure,) = section.figures
    assert (figure.kind, figure.unit, len(figure.points) - len(figure.drawn)) == ("series", "USD", 1)
    assert section.key == "trade"
    assert section.rest.empty


def test_every_quantity_stands_in_one_figure_or_in_the_rest() -> None:
    tables = data.load()
    rows, sections = figure_sections(tables.select(data.Selection()))
    shown = [claim for part in sections for figure in part.figures for claim in figure.points["claim"]]
    shown += [claim for part in sections for claim in part.rest["claim"]]
    assert sorted(shown) == sorted(rows["claim"])
