"""Which figures a table makes."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import data
from components.figures.sections import Figure, figure_section, section_names
from data.tables import MOST_VIEWS
from tests.components.figures.examples import SERIES, arranged, rows_of


def test_money_over_years_is_a_series_and_other_units_stand_in_its_table(tmp_path: Path) -> None:
    points = rows_of(tmp_path, SERIES + "goods,a,amount,5000,XOF,2006,\n")
    section = arranged(points)
    (figure,) = section.figures
    assert (figure.kind, figure.unit, len(figure.points) - len(figure.drawn)) == ("series", "USD", 1)
    assert section.rest.empty


def test_every_quantity_stands_in_one_figure_or_in_the_rest() -> None:
    view = data.load().select(data.Selection())
    sections = [figure_section(view, key) for key in section_names(view)]
    shown = [claim for part in sections for figure in part.figures for claim in figure.points["claim"]]
    shown += [claim for part in sections for claim in part.rest["claim"]]
    claims = view.claims
    assert sorted(shown) == sorted(claims.loc[claims["kind"] == "quantity", "claim"])


def test_each_figure_has_a_key_of_its_own(tmp_path: Path) -> None:
    lines = "".join(
        f"{event},{source},amount,{value},{unit},,\n"
        for unit in ("USD", "XOF")
        for event in ("goods", "votes")
        for source, value in (("a", 5), ("b", 6))
    )
    lines += "goods,a,change,5,t,,\nvotes,b,change,6,t,,\n"
    keys = [figure.key for figure in arranged(rows_of(tmp_path, lines)).figures]
    assert len(keys) == len(set(keys)) >= 2


def test_what_is_told_as_a_factor_alone_makes_a_figure(tmp_path: Path) -> None:
    lines = "".join(f"goods,{source},amount,~{value},x,,\n" for source in "ab" for value in (2, 3))
    (figure,) = arranged(rows_of(tmp_path, lines)).figures
    assert (figure.unit, len(figure.drawn)) == ("x", 4)


def test_a_choice_that_leaves_a_figure_as_it_was_finds_the_same_one() -> None:
    tables = data.load()
    every = set(tables.sources["source"])

    def figures(sources: set[str]) -> dict[str, Figure]:
        section = figure_section(tables.select(data.Selection(sources=tuple(sorted(sources)))), "trade")
        return {figure.key: figure for figure in section.figures}

    whole = figures(every)
    figure = max(whole.values(), key=lambda each: len(each.points))
    within = set(figure.points["source"])
    without_another = figures(every - {next(iter(sorted(every - within)))})
    without_one = figures(every - {figure.points["source"].iloc[0]})
    assert without_another[figure.key] is figure
    assert without_one.get(figure.key) is not figure


def test_a_figure_goes_with_the_views_that_show_it() -> None:
    tables = replace(data.load())  # whose views nobody else asks for
    figure = weakref.ref(figure_section(tables.select(data.Selection()), "trade").figures[0])
    assert figure() is not None
    for year in range(2000, 2000 + MOST_VIEWS):
        tables.select(data.Selection(period=(str(year), "")))
    gc.collect()
    assert figure() is None
