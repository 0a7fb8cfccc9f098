"""How often two sources agree: the map, its words and its table."""

import pandas as pd

import data
from components.compare.source_map import agreement_pairs, map_cells, map_chart, map_sentence, pair_table, sources_shown
from tests.components.compare.examples import everything


def test_only_shared_questions_count(tables: data.Tables) -> None:
    paired = agreement_pairs(everything(tables)).set_index(["source", "other"])
    columns = ["shared", "agree", "finer", "coarser", "part", "reported", "one_origin"]
    assert list(paired.loc[("a", "b"), columns]) == [2, 0, 1, 0, 1, 1, 0]
    assert list(paired.loc[("a", "c"), columns]) == [1, 0, 0, 0, 1, 0, 0]
    assert list(paired.loc[("b", "c"), columns]) == [2, 1, 0, 1, 0, 0, 1]


def test_the_filters_narrow_what_is_shared(tables: data.Tables) -> None:
    paired = agreement_pairs(everything(tables, topics=("politics",))).set_index(["source", "other"])
    assert set(paired["shared"]) == {1}
    assert len(agreement_pairs(everything(tables, topics=("trade",)))) == 0


def both_sides(*counts: tuple[str, str, int]) -> pd.DataFrame:
    rows = [row for one, other, n in counts for row in ((one, other, n), (other, one, n))]
    return pd.DataFrame(rows, columns=["source", "other", "shared"])


def test_a_full_map_holds_those_that_share_enough() -> None:
    paired = both_sides(("a", "b", 5), ("c", "d", 3), ("e", "f", 1))
    order = ("f", "e", "d", "c", "b", "a", "alone")
    assert sources_shown(paired, order, 6) == (["f", "e", "d", "c", "b", "a"], 1)
    assert sources_shown(paired, order, 5) == (["d", "c", "b", "a"], 2)
    assert sources_shown(paired, order, 3) == (["b", "a"], 4)


def test_where_too_many_share_alike_those_that_meet_most_stay() -> None:
    paired = both_sides(("a", "b", 2), ("a", "c", 2), ("a", "d", 2), ("b", "c", 2))
    assert sources_shown(paired, ("d", "c", "b", "a"), 3) == (["c", "b", "a"], 2)


def test_the_map_in_a_sentence_and_as_a_table(tables: data.Tables) -> None:
    paired = agreement_pairs(everything(tables))
    told = map_sentence(tables, paired)
    assert told.startswith("3 pairs of sources share questions; ")
    shown = pair_table(tables, paired)
    assert len(shown) == 3
    assert sorted(shown["Shared questions"]) == [1, 2, 2]


def test_a_cell_says_how_many_are_shared_and_how_many_part(tables: data.Tables) -> None:
    paired = agreement_pairs(everything(tables))
    cells = map_cells(tables, paired, ["a", "b", "c"]).set_index(["source", "other"])
    assert cells.loc[("a", "b"), "number"] == "2"
    assert cells.loc[("a", "b"), "parting"] == "✕ 1"
    assert cells.loc[("b", "c"), "parting"] == ""
    assert cells.loc[("a", "c"), "told"] == "Encyclopedia and The second report: 1 shared, 1 of them part"
    assert list(cells.loc[("c", "a"), ["row_wide", "column_wide"]]) == [2, 0]


def test_the_map_is_a_valid_chart_that_is_clicked_by_pair(tables: data.Tables) -> None:
    paired = agreement_pairs(everything(tables))
    drawn = map_chart(tables, paired, ["a", "b", "c"]).to_dict()
    clicked = [param for param in drawn["params"] if param["name"] == "pair"]
    assert [param["select"]["fields"] for param in clicked] == [["source", "other"]]
