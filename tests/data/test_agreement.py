"""How sources stand beside each other: of two, of all pairs, and of each beside all others."""

import pandas as pd
import pytest

import data
from data.agreement import most_connected, most_events_in_common, source_order
from tests.app import write_small
from tests.data.inline import SMALL, cells, loaded_well, small

# -------------------------------------------------------------------------------------------------------- two sources
PAIR = """
event,  source, attribute, value,        voice, stance
agree,  A,      n,         1,            ,
agree,  B,      n,         1,            ,
finer,  A,      date,      2022-09,      ,
finer,  B,      date,      2022,         ,
coarse, A,      place,     Burkina Faso, ,
coarse, B,      place,     Ouagadougou,  ,
over,   A,      n,         [1..3],       ,
over,   B,      n,         [2..4],       ,
part,   A,      n,         1,            ,
part,   B,      n,         2,            ,
told,   A,      n,         1,            ,
told,   B,      n,         2,            someone,
voice,  A,      n,         1,            someone,
voice,  B,      n,         2,            someone,
deny,   A,      status,    closed,       ,
deny,   B,      status,    closed,       ,      denies
nay,    A,      status,    closed,       ,      denies
nay,    B,      status,    closed,       ,      denies
twice,  A,      n,         1,            ,
twice,  A,      n,         2,            ,
twice,  B,      n,         2,            ,
mine,   A,      n,         1,            ,
yours,  B,      n,         1,            ,
none,   C,      n,         1,            ,
"""


def test_how_two_sources_relate() -> None:
    found = small(PAIR).compare().two_sources("A", "B")
    assert cells(found, "question relation reported values other_values") == [
        ("agree/n", "agree", False, "1", "1"),
        ("coarse/place", "coarser", False, "Burkina Faso", "Ouagadougou"),
        ("deny/status", "part", False, "closed", "closed"),
        ("finer/date", "finer", False, "2022-09", "2022"),
        ("mine/n", "only one", False, "1", ""),
        ("nay/status", "agree", False, "closed", "closed"),
        ("over/n", "overlap", False, "[1..3]", "[2..4]"),
        ("part/n", "part", False, "1", "2"),
        ("told/n", "part", True, "1", "2"),
        ("twice/n", "part", False, "1 | 2", "2"),
        ("voice/n", "part", False, "1", "2"),
        ("yours/n", "only other", False, "", "1"),
    ]
    assert not found["one_origin"].any()
    other_way = small(PAIR).compare().two_sources("B", "A").set_index("question")["relation"]
    assert other_way["finer/date"] == "coarser"
    assert other_way["coarse/place"] == "finer"
    assert other_way["mine/n"] == "only other"


def test_all_pairs_count_shared_questions_only() -> None:
    found = small(PAIR).compare().agreement
    columns = "source other shared agree finer coarser overlap part reported one_origin"
    assert cells(found, columns) == [("A", "B", 10, 2, 1, 1, 1, 5, 1, 0), ("B", "A", 10, 2, 1, 1, 1, 5, 1, 0)]
    assert list(found["agreement"]) == [0.5, 0.5]


def test_pairs_tell_copies_of_one_report() -> None:
    found = (
        small("event, source, attribute, value, origin\ne, A, n, 1, wire\ne, B, n, 1, wire\ne, C, n, 1,")
        .compare()
        .agreement
    )
    assert cells(found, "source other agree one_origin") == [
        ("A", "B", 1, 1), ("A", "C", 1, 0), ("B", "A", 1, 1), ("B", "C", 1, 0), ("C", "A", 1, 0), ("C", "B", 1, 0),
    ]  # fmt: skip


def test_sources_that_part_least_stand_together() -> None:
    # A and C always agree, B and D too, and the two groups part; E shares a question with nobody.
    said = {"A": 1, "B": 2, "C": 1, "D": 2}
    claims = [
        {"event": f"e{number}", "source": source, "attribute": "n", "value": f"{value}"}
        for number in range(3)
        for source, value in said.items()
    ]
    claims.insert(0, {"event": "alone", "source": "E", "attribute": "n", "value": "1"})
    tables = loaded_well(claims=claims, attributes=SMALL["attributes"])
    for sources, order in ((None, ("A", "C", "B", "D", "E")), (["E", "D"], ("D", "E")), ([], ())):
        found = tables.compare(sources)
        assert source_order(found.sources, found.agreement) == order


# --------------------------------------------------------------------------------------------------------- one source
def test_how_a_source_stands() -> None:
    tables = small(
        """event,     source, attribute, value,   voice,   origin
           itself,    A,      n,         1,       ,
           itself,    A,      n,         2,       ,
           against,   A,      n,         1,       ,
           against,   B,      n,         2,       ,
           against,   C,      n,         1,       ,
           disputed,  A,      n,         1,       ,
           disputed,  B,      n,         2,       someone,
           quarrel,   A,      n,         1,       someone,
           quarrel,   A,      n,         2,       another,
           well,      A,      n,         1,       ,        wire
           well,      B,      n,         1,       ,        wire
           well,      C,      n,         1,       ,        office
           well,      D,      n,         1,       ,        office
           copied,    A,      n,         1,       ,        wire
           copied,    B,      n,         1,       ,        wire
           copied,    C,      n,         [0..3],  ,
           coarser,   A,      n,         [0..3],  ,
           coarser,   B,      n,         1,       ,
           coarser,   C,      n,         2,       ,
           alone,     A,      n,         1,       ,
           alone,     A,      n,         [0..3],  ,
           elsewhere, B,      n,         1,       ,       """
    )
    found = tables.compare().standings
    mine = found[found["source"] == "A"]
    columns = "question standing contradicting disputing confirming repeating compatible confirming_origins"
    assert cells(mine, columns) == [
        ("against/n", "contradicted", 1, 0, 1, 0, 0, 1),
        ("alone/n", "alone", 0, 0, 0, 0, 0, 0),
        ("coarser/n", "compatible", 0, 0, 0, 0, 2, 0),
        ("copied/n", "same origin", 0, 0, 0, 1, 1, 0),
        ("disputed/n", "disputed", 0, 1, 0, 0, 0, 0),
        ("itself/n", "contradicts itself", 0, 0, 0, 0, 0, 0),
        ("quarrel/n", "disputed", 0, 0, 0, 0, 0, 0),
        ("well/n", "confirmed", 0, 0, 2, 1, 0, 1),
    ]
    assert list(found["source"]) == sorted(found["source"])
    profile = tables.compare().profiles.set_index("source")
    counts = profile.loc[["A"]]
    assert cells(counts, "n_claims n_questions n_origins origins") == [(11, 8, 2, "A | wire")]
    assert counts[list(data.STANDINGS)].to_numpy().tolist()[0] == [1, 1, 2, 1, 1, 1, 1]


def test_a_profile_counts_dates_stated_and_derived_and_sources_that_say_nothing() -> None:
    tables = small(
        """event, source, attribute, value, basis
           e,     A,      date,      2020,
           f,     A,      date,      2021,  derived
           g,     A,      date,      2022,  derived
           g,     A,      n,         5,     derived""",
        sources="source\nA\nB",
    )
    found = tables.compare().profiles
    assert cells(found, "source n_claims dates_stated dates_derived origins") == [
        ("A", 4, 1, 2, "A"),
        ("B", 0, 0, 0, ""),
    ]


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


def test_where_too_many_share_alike_none_stands_without_another_that_it_shares_questions_with() -> None:
    paired = both_sides(*((f"a{number}", f"b{number}", 2) for number in range(5)))
    order = [f"{name}{number}" for name in "ab" for number in range(5)]
    assert most_connected(paired, order, 4) == (["a0", "a1", "b0", "b1"], 2)


def test_those_that_tell_of_most_events_in_common_come_first(tables: data.Tables) -> None:
    view = everything(tables)
    assert most_events_in_common(view) == ("a", "b")
    assert most_events_in_common(view, "c") == ("c", "b")


def test_without_anything_in_common_the_first_two_are_taken(tables: data.Tables) -> None:
    view = everything(tables, topics=("trade",))
    assert most_events_in_common(view) == ("a", "b")
