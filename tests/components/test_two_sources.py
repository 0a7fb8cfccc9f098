"""Two sources: how often they agree, on what they part, and what each alone tells."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import data
from components.compare import two_sources
from components.compare.source_map import agreement_pairs, map_cells, map_chart, map_sentence, pair_table, sources_shown
from tests.app import open_page, text_of


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)


def everything(tables: data.Tables, topics: tuple[str, ...] = ()) -> data.View:
    return data.select(tables, data.Selection(topics=topics))


def opened(**address: str) -> AppTest:
    return open_page("compare", view="pair", **address)


def test_only_shared_questions_count(tables: data.Tables) -> None:
    paired = agreement_pairs(tables, everything(tables)).set_index(["source", "other"])
    columns = ["shared", "agree", "finer", "coarser", "part", "reported", "one_origin"]
    assert list(paired.loc[("a", "b"), columns]) == [2, 0, 1, 0, 1, 1, 0]
    assert list(paired.loc[("a", "c"), columns]) == [1, 0, 0, 0, 1, 0, 0]
    assert list(paired.loc[("b", "c"), columns]) == [2, 1, 0, 1, 0, 0, 1]


def test_the_filters_narrow_what_is_shared(tables: data.Tables) -> None:
    paired = agreement_pairs(tables, everything(tables, topics=("politics",))).set_index(["source", "other"])
    assert set(paired["shared"]) == {1}
    assert len(agreement_pairs(tables, everything(tables, topics=("trade",)))) == 0


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


def test_those_that_tell_of_most_events_in_common_come_first(tables: data.Tables) -> None:
    view = everything(tables)
    assert two_sources.first_pair(tables, view) == ("a", "b")
    assert two_sources.first_pair(tables, view, "c") == ("c", "b")


def test_without_anything_in_common_the_first_two_are_shown(tables: data.Tables) -> None:
    assert two_sources.first_pair(tables, everything(tables, topics=("trade",))) == ("a", "b")


def test_each_question_of_two_sources_those_that_part_first(tables: data.Tables) -> None:
    rows = two_sources.answers_beside(tables, everything(tables), "a", "b")
    assert list(zip(rows["question"], rows["how"], rows["one"], rows["other"], strict=True)) == [
        ("wagner/status", "reported", "not present, quoting The president", "present"),
        ("coup/date", "finer", "September 2022", "2022"),
        ("embassy/date", "only one", "July 2023; 28 December 2023", ""),
        ("trade/amount/2008/USD", "only one", "3.2 million USD", ""),
        ("trade/amount/2009/t", "only other", "", "about 3,500 t"),
        ("visit/date", "only other", "", "5 June 2024"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "a",
            "b",
            "Ann and Bob both answer 2 questions: Ann is finer on 1"
            " and they part on 1 only in what they report of others.",
        ),
        ("a", "c", "Ann and Bob both answer 1 question: they part on 1."),
        (
            "b",
            "c",
            "Ann and Bob both answer 2 questions: they agree on 1 and Bob is finer on 1."
            " Of these, 1 goes back to one origin for both: one report, not corroboration.",
        ),
    ],
)
def test_two_sources_in_a_sentence(tables: data.Tables, one: str, other: str, told: str) -> None:
    rows = two_sources.answers_beside(tables, everything(tables), one, other)
    assert two_sources.pair_sentence(rows, "Ann", "Bob") == told


def test_two_sources_that_share_nothing(tables: data.Tables) -> None:
    rows = two_sources.answers_beside(tables, everything(tables, topics=("trade",)), "a", "b")
    assert two_sources.pair_sentence(rows, "Ann", "Bob") == "Ann and Bob answer no question in common."


def test_the_map_in_a_sentence_and_as_a_table(tables: data.Tables) -> None:
    paired = agreement_pairs(tables, everything(tables))
    told = map_sentence(tables, paired)
    assert told.startswith("3 pairs of sources share questions; ")
    shown = pair_table(tables, paired)
    assert len(shown) == 3
    assert sorted(shown["Shared questions"]) == [1, 2, 2]


def test_a_cell_says_how_many_are_shared_and_how_many_part(tables: data.Tables) -> None:
    paired = agreement_pairs(tables, everything(tables))
    cells = map_cells(tables, paired, ["a", "b", "c"]).set_index(["source", "other"])
    assert cells.loc[("a", "b"), "number"] == "2"
    assert cells.loc[("a", "b"), "parting"] == "✕ 1"
    assert cells.loc[("b", "c"), "parting"] == ""
    assert cells.loc[("a", "c"), "told"] == "Encyclopedia and The second report: 1 shared, 1 of them part"
    assert list(cells.loc[("c", "a"), ["row_wide", "column_wide"]]) == [2, 0]


def test_the_map_is_a_valid_chart_that_is_clicked_by_pair(tables: data.Tables) -> None:
    paired = agreement_pairs(tables, everything(tables))
    drawn = map_chart(tables, paired, ["a", "b", "c"]).to_dict()
    clicked = [param for param in drawn["params"] if param["name"] == "pair"]
    assert [param["select"]["fields"] for param in clicked] == [["source", "other"]]


@pytest.mark.usefixtures("small")
def test_a_link_opens_the_pair() -> None:
    app = opened(one="b", other="c")
    assert "The first report and The second report" in [head.value for head in app.header]
    assert "they agree on 1" in text_of(app)
    assert "Nothing is picked yet" not in text_of(app)


@pytest.mark.usefixtures("small")
def test_nothing_picked_shows_a_pair_and_says_so() -> None:
    app = opened()
    assert "Nothing is picked yet" in text_of(app)
    assert "Encyclopedia and The first report" in [head.value for head in app.header]


@pytest.mark.usefixtures("small")
def test_an_unknown_id_is_told_kindly() -> None:
    app = opened(one="nosuch", other="c")
    assert "nosuch" in app.info[0].value
    assert "The second report" in app.header[0].value


@pytest.mark.usefixtures("small")
def test_picking_another_source_changes_the_address() -> None:
    app = opened(one="b", other="c")
    app.selectbox(key="other_in_words").select("a").run()
    assert app.query_params["other"] in ("a", ["a"])
    assert "Encyclopedia" in app.header[0].value


@pytest.mark.usefixtures("small")
def test_where_they_part_links_to_the_question() -> None:
    text = text_of(opened(one="a", other="c"))
    assert "?question=coup%2Fdate" in text
    assert "32 days apart" in text
