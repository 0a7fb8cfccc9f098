"""How often two sources agree, and which two are worth a look first."""

import pandas as pd
import pytest

import data
from data.agreement import most_connected, most_events_in_common
from tests.app import write_small


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> data.Tables:
    return data.load(write_small(tmp_path_factory.mktemp("small")))


def everything(tables: data.Tables, topics: tuple[str, ...] = ()) -> data.View:
    return tables.select(data.Selection(topics=topics))


def test_only_shared_questions_count(tables: data.Tables) -> None:
    paired = everything(tables).agreement.set_index(["source", "other"])
    columns = ["shared", "agree", "finer", "coarser", "part", "reported", "one_origin"]
    assert list(paired.loc[("a", "b"), columns]) == [2, 0, 1, 0, 1, 1, 0]
    assert list(paired.loc[("a", "c"), columns]) == [1, 0, 0, 0, 1, 0, 0]
    assert list(paired.loc[("b", "c"), columns]) == [2, 1, 0, 1, 0, 0, 1]


def test_the_filters_narrow_what_is_shared(tables: data.Tables) -> None:
    paired = everything(tables, topics=("politics",)).agreement.set_index(["source", "other"])
    assert set(paired["shared"]) == {1}
    assert len(everything(tables, topics=("trade",)).agreement) == 0


def both_sides(*counts: tuple[str, str, int]) -> pd.DataFrame:
    rows = [row for one, other, n in counts for row in ((one, other, n), (other, one, n))]
    return pd.DataFrame(rows, columns=["source", "other", "shared"])


def test_a_full_map_holds_those_that_share_enough() -> None:
    paired = both_sides(("a", "b", 5), ("c", "d", 3), ("e", "f", 1))
    order = ("f", "e", "d", "c", "b", "a", "alone")
    assert most_connected(paired, order, 6) == (["f", "e", "d", "c", "b", "a"], 1)
    assert most_connected(paired, order, 5) == (["d", "c", "b", "a"], 2)
    assert most_connected(paired, order, 3) == (["b", "a"], 4)


def test_where_too_many_share_alike_those_that_meet_most_stay() -> None:
    paired = both_sides(("a", "b", 2), ("a", "c", 2), ("a", "d", 2), ("b", "c", 2))
    assert most_connected(paired, ("d", "c", "b", "a"), 3) == (["c", "b", "a"], 2)


def test_those_that_tell_of_most_events_in_common_come_first(tables: data.Tables) -> None:
    view = everything(tables)
    assert most_events_in_common(view) == ("a", "b")
    assert most_events_in_common(view, "c") == ("c", "b")


def test_without_anything_in_common_the_first_two_are_taken(tables: data.Tables) -> None:
    assert most_events_in_common(everything(tables, topics=("trade",))) == ("a", "b")
