"""How often two sources agree: the map, its words and its table."""

import data
from components.compare.pair_grid import map_cells, map_picture, map_sentence, pair_table
from tests.components.compare.examples import everything


def test_the_map_in_a_sentence_and_as_a_table(tables: data.Tables) -> None:
    paired = everything(tables).agreement
    told = map_sentence(tables, paired)
    assert told.startswith("3 pairs of sources share questions; ")
    shown = pair_table(tables, paired)
    assert len(shown) == 3
    assert sorted(shown["Shared questions"]) == [1, 2, 2]


def test_a_cell_says_how_many_are_shared_and_how_many_part(tables: data.Tables) -> None:
    paired = everything(tables).agreement
    cells = map_cells(tables, paired, ["a", "b", "c"]).set_index(["source", "other"])
    assert cells.loc[("a", "b"), "number"] == "2"
    assert cells.loc[("a", "b"), "parting"] == "✕ 1"
    assert cells.loc[("b", "c"), "parting"] == ""
    assert cells.loc[("a", "c"), "told"] == "Encyclopedia and The second report: 1 shared, 1 of them part"
    assert list(cells.loc[("c", "a"), ["row_wide", "column_wide"]]) == [2, 0]


def test_the_map_is_a_valid_chart_that_is_clicked_by_pair(tables: data.Tables) -> None:
    paired = everything(tables).agreement
    drawn = map_picture(tables, paired, ["a", "b", "c"], "a", "b").spec()
    params = [*drawn["params"], *(param for layer in drawn["layer"] for param in layer.get("params", ()))]
    clicked = [param for param in params if param["name"] == "pair"]
    assert [param["select"]["fields"] for param in clicked] == [["source", "other"]]
