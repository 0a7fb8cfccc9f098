"""What the comparison views are made of: each finding on a small table whose right answer stands beside it.

What is left out, and how two sources relate, is held against the plain definition on random tables as well.
"""

from collections.abc import Callable
from itertools import combinations, product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import data
from tests.data import brute_force
from tests.data.brute_force import Tables
from tests.data.inline import load, loaded_well, rows
from tests.data.test_verdicts import SOURCES, table_sets

ATTRIBUTES = """
attribute, kind
date,      date
amount,    quantity
n,         quantity
place,     name
status,    name
"""
NAMES = """
name,         part_of
Burkina Faso,
Ouagadougou,  Burkina Faso
"""


def read(claims: str, **others: str) -> data.Tables:
    return loaded_well(**{"attributes": ATTRIBUTES, "names": NAMES, "claims": claims} | others)


def table(frame: pd.DataFrame, columns: str) -> list[tuple[Any, ...]]:
    return list(frame[columns.split()].itertuples(index=False, name=None))


# --------------------------------------------------------------------------------------------------------------- silences
def test_silence_is_told_from_not_yet_and_out_of_range() -> None:
    tables = read(
        """event,   source, attribute, value,      period, stance
           embassy, told,   date,      2023-07-04, ,
           embassy, vague,  date,      2023,       ,
           embassy, told,   place,     Ouagadougou, ,
           trade,   told,   amount,    100,        2010,
           talks,   told,   status,    held,       ,
           summit,  told,   date,      2025-03,    ,       announces""",
        sources="""source,  published,        covers
                   told,    2024-01-05,
                   vague,   2024,
                   before,  2022-12-31,
                   during,  2022-12/2023-01,
                   unknown, ,
                   series,  2021,             2011/2020
                   early,   2009-12-31,
                   planned, 2024-06-01,""",
    )
    found = tables.compare().silences.astype("str")
    reasons = {(one.question, one.source): one.reason for one in found.itertuples()}
    expected = rows(
        """question,             before,  during, unknown, series,       early,   planned, vague
           embassy/date,         not yet, silent, silent,  not yet,      not yet, silent,
           embassy/place,        not yet, silent, silent,  not yet,      not yet, silent,  silent
           trade/amount/2010,    silent,  silent, silent,  out of range, not yet, silent,  silent
           talks/status,         silent,  silent, silent,  silent,       silent,  silent,  silent
           summit/date/planned,  not yet, not yet, silent, not yet,      not yet, silent,  silent"""
    )
    wanted = {
        (row["question"], source): row[source]
        for row in expected
        for source in row
        if source != "question" and row[source]
    }
    assert reasons == wanted  # and so nothing of `told`, which answers everything, nor of `vague` on the date


def test_not_yet_does_not_hang_on_a_choice_of_sources() -> None:
    tables = read(
        """event, source, attribute, value
           e,     A,      date,      2023-07
           e,     B,      date,      2020
           f,     C,      date,      2020""",
        sources="source, published\nA, 2024\nB, 2024\nC, 2021",
    )
    found = tables.compare(["A", "C"]).silences.astype("str")
    assert table(found, "question source reason") == [("e/date", "C", "silent"), ("f/date", "A", "silent")]


# ---------------------------------------------------------------------------------------------------------------- ranking
def test_most_contested_first_by_origins_then_by_those_against_then_by_gap() -> None:
    tables = read(
        """event, source, attribute, value, origin
           a,     A,      n,         100,
           a,     B,      n,         110,
           b,     A,      n,         100,
           b,     B,      n,         200,
           c,     A,      n,         0,
           c,     B,      n,         1,
           copies, A,     n,         1,     wire
           copies, B,     n,         9,     wire
           days,  A,      date,      2020,
           days,  B,      date,      2022,
           fine,  A,      n,         5,
           many,  A,      n,         100,
           many,  B,      n,         100,
           many,  C,      n,         101,
           place, A,      place,     Moscow,
           place, B,      place,     Ouagadougou,
           split, A,      n,         100,
           split, B,      n,         101,
           split, C,      n,         102,""",
        events="event, topic\n"
        + "\n".join(f"{event}, t-{event}" for event in "a b c copies days fine many place split".split()),
    )
    found = tables.compare().contested
    # gaps by percent: split 2, many 1, a 10, b 100, copies 800, c without a base: the widest. days: the only one.
    assert table(found, "question n_origins against_origins topic place") == [
        ("split/n", 3, 2, "t-split", 1),
        ("many/n", 3, 1, "t-many", 2),
        ("c/n", 2, 1, "t-c", 3),
        ("days/date", 2, 1, "t-days", 4),
        ("b/n", 2, 1, "t-b", 5),
        ("a/n", 2, 1, "t-a", 6),
        ("place/place", 2, 1, "t-place", 7),
        ("copies/n", 1, 0, "t-copies", 8),
    ]
    rank = found.set_index("question")["gap_rank"]
    assert {name: round(value * 6) for name, value in rank.dropna().items() if name != "days/date"} == {
        "many/n": 1, "split/n": 2, "a/n": 3, "b/n": 4, "copies/n": 5, "c/n": 6,
    }  # fmt: skip
    assert rank["days/date"] == 1
    assert pd.isna(rank["place/place"])
    first, last = found.set_index("question").loc["days/date", ["low", "high"]]
    assert data.write_date(float(str(first)), float(str(last))) == "2020-01-01/2022-12-31"


# ------------------------------------------------------------------------------------------------------------------ sides
def test_sides_are_the_parts_that_exclude_each_other_and_who_holds_them() -> None:
    tables = read(
        """event, source, attribute, value,      origin
           e,     A,      date,      2023-07,    wire
           e,     B,      date,      2023-07-04, wire
           e,     C,      date,      2023-12-28,
           e,     D,      date,      2023,
           e,     E,      date,      2022,       """
    )
    found = tables.compare().positions
    assert table(
        found, "side value n_origins n_sources n_against origins sources origins_against sources_against most"
    ) == [
        (1, "2022", 1, 1, 3, "E", "E", "C | D | wire", "A | B | C | D", False),
        (2, "2023-07-04", 2, 3, 2, "D | wire", "A | B | D", "C | E", "C | E", True),
        (3, "2023-12-28", 2, 2, 2, "C | D", "C | D", "E | wire", "A | B | E", True),
    ]
    assert found["own"].all()


def test_who_contradicts_itself_holds_two_sides() -> None:
    tables = read("event, source, attribute, value\ne, A, n, 1\ne, A, n, 2\ne, B, n, 2")
    found = tables.compare().positions
    assert table(found, "value sources sources_against") == [("1", "A", "B"), ("2", "A | B", "")]


def test_a_denial_is_a_side_against_the_label_that_others_assert() -> None:
    tables = read(
        """event, source, attribute, value,     stance
           e,     A,      status,    closed,
           e,     B,      status,    closed,    denies
           e,     C,      status,    merged,    denies"""
    )
    assert table(tables.compare().positions, "side value denied sources sources_against") == [
        (1, "closed", False, "A", "B | C"),
        (2, "closed", True, "B", "A | C"),
    ]


def test_reported_answers_count_where_it_takes_them_to_make_the_contest() -> None:
    tables = read(
        """event, source, attribute, value,       voice
           e,     A,      place,     Moscow,
           e,     B,      place,     Ouagadougou, the ministry
           f,     A,      n,         1,
           f,     B,      n,         2,
           f,     C,      n,         3,           the ministry"""
    )
    found = tables.compare().positions
    assert table(found, "question value sources own") == [
        ("e/place", "Moscow", "A", False),
        ("e/place", "Ouagadougou", "B", False),
        ("f/n", "1", "A", True),
        ("f/n", "2", "B", True),
    ]


def test_names_that_nest_are_one_side_and_a_question_without_contest_has_one() -> None:
    tables = read(
        """event, source, attribute, value
           e,     A,      place,     Burkina Faso
           e,     B,      place,     Ouagadougou
           e,     C,      place,     Moscow
           f,     A,      n,         [80..120]
           f,     B,      n,         >100"""
    )
    assert table(tables.compare().positions, "question side value sources") == [
        ("e/place", 1, "Moscow", "C"),
        ("e/place", 2, "Ouagadougou", "A | B"),
        ("f/n", 1, "100..120", "A | B"),
    ]


# ---------------------------------------------------------------------------------------------------------------- pivotal
def test_the_sources_that_end_a_contest_when_they_are_left_out() -> None:
    tables = read(
        """event, source, attribute, value
           e,     A,      n,         1
           e,     B,      n,         1
           e,     C,      n,         2
           f,     A,      n,         1
           f,     B,      n,         2
           g,     A,      n,         1
           g,     B,      n,         1
           g,     C,      n,         2
           g,     D,      n,         2
           h,     A,      date,      2022
           h,     B,      date,      2022-09
           h,     C,      date,      2023
           i,     A,      n,         1
           i,     A,      n,         2
           j,     A,      n,         1
           j,     B,      n,         1"""
    )
    assert table(tables.compare().pivotal, "question source after") == [
        ("e/n", "C", "agree"),
        ("f/n", "A", "sole source"),
        ("f/n", "B", "sole source"),
        ("h/date", "C", "compatible"),
        ("i/n", "A", "gone"),
    ]


# ---------------------------------------------------------------------------------------------------------------- without
OFFICE = """
event, source, attribute, value, origin
e,     A,      n,         1,
e,     B,      n,         1,
e,     C,      n,         2,
f,     A,      n,         5,     office
f,     C,      n,         5,     office
f,     D,      n,         6,     office
g,     C,      n,         7,
h,     A,      n,         8,
h,     B,      n,         8,
"""


def test_without_a_source() -> None:
    tables = read(OFFICE)
    found = tables.compare().leave_out(["C"])
    assert table(found, "question before after") == [("e/n", "conflict", "agree"), ("g/n", "sole source", "gone")]
    assert table(data.change_counts(found), "before after questions") == [
        ("conflict", "agree", 1),
        ("sole source", "gone", 1),
    ]
    assert tables.compare().leave_out().empty


def test_without_counts_among_the_chosen_sources_alone() -> None:
    found = read(OFFICE).compare(["A", "C"]).leave_out(["C", "D", "nobody"])
    assert table(found, "question before after") == [
        ("e/n", "conflict", "sole source"),
        ("f/n", "agree", "sole source"),
        ("g/n", "sole source", "gone"),
    ]


@pytest.mark.parametrize(
    ("published", "after"),
    [
        ("A, 2020\nC, 2021\nD, 2019", "sole source"),
        ("A,\nC,\nD,", "sole source"),
    ],
)
def test_one_source_for_each_origin(published: str, after: str) -> None:
    tables = read(OFFICE, sources="source, published\nB,\n" + published)
    found = tables.compare().leave_out(one_per_origin=True)
    assert table(found, "question before after") == [("f/n", "conflict", after)]


def test_of_one_origin_the_first_published_is_heard_then_the_undated_then_by_id() -> None:
    claims = """event, source, attribute, value, origin
                e,     A,      n,         1,     office
                e,     B,      n,         2,     office
                e,     C,      n,         1,     """
    for published, after in {
        "A, 2021\nB, 2020\nC,": "conflict",  # B is heard, and C says otherwise
        "A, 2020\nB, 2021\nC,": "agree",
        "A,\nB, 2021\nC,": "conflict",
        "A,\nB,\nC,": "agree",
    }.items():
        tables = read(claims, sources="source, published\n" + published)
        found = tables.compare().leave_out(one_per_origin=True)
        expected = [] if after == "conflict" else [("e/n", "conflict", after)]
        assert table(found, "question before after") == expected
    found = read(claims).compare().leave_out(["A"], one_per_origin=True)  # who is left out is not the first
    assert found.empty


# ------------------------------------------------------------------------------------------------------------ two sources
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
    found = read(PAIR).compare().two_sources("A", "B")
    assert table(found, "question relation reported values other_values") == [
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
    other_way = read(PAIR).compare().two_sources("B", "A").set_index("question")["relation"]
    assert other_way["finer/date"] == "coarser"
    assert other_way["coarse/place"] == "finer"
    assert other_way["mine/n"] == "only other"


def test_all_pairs_count_shared_questions_only() -> None:
    found = read(PAIR).compare().agreement
    columns = "source other shared agree finer coarser overlap part reported one_origin"
    assert table(found, columns) == [("A", "B", 10, 2, 1, 1, 1, 5, 1, 0), ("B", "A", 10, 2, 1, 1, 1, 5, 1, 0)]
    assert list(found["agreement"]) == [0.5, 0.5]


def test_pairs_tell_copies_of_one_report() -> None:
    found = (
        read("event, source, attribute, value, origin\ne, A, n, 1, wire\ne, B, n, 1, wire\ne, C, n, 1,")
        .compare()
        .agreement
    )
    assert table(found, "source other agree one_origin") == [
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
    tables = loaded_well(claims=claims, attributes=ATTRIBUTES)
    assert tables.compare().source_order == ("A", "C", "B", "D", "E")
    assert tables.compare(["E", "D"]).source_order == ("D", "E")
    assert tables.compare([]).source_order == ()


# ------------------------------------------------------------------------------------------------------------- one source
def test_how_a_source_stands() -> None:
    tables = read(
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
    assert table(mine, columns) == [
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
    assert table(counts, "n_claims n_questions n_origins origins") == [(11, 8, 2, "A | wire")]
    assert counts[list(data.STANDINGS)].to_numpy().tolist()[0] == [1, 1, 2, 1, 1, 1, 1]


def test_a_profile_counts_dates_stated_and_derived_and_sources_that_say_nothing() -> None:
    tables = read(
        """event, source, attribute, value, basis
           e,     A,      date,      2020,
           f,     A,      date,      2021,  derived
           g,     A,      date,      2022,  derived
           g,     A,      n,         5,     derived""",
        sources="source\nA\nB",
    )
    found = tables.compare().profiles
    assert table(found, "source n_claims dates_stated dates_derived origins") == [
        ("A", 4, 1, 2, "A"),
        ("B", 0, 0, 0, ""),
    ]


# -------------------------------------------------------------------------------------------------------------- over time
def test_answers_stand_in_the_order_of_publication_and_the_undated_last() -> None:
    tables = read(
        """claim, event, source, attribute, value
           1,     e,     A,      date,      2023-07
           2,     e,     B,      date,      2023
           3,     e,     C,      date,      2023-07
           4,     e,     D,      date,      2023-12-28
           5,     e,     B,      date,      2023-12-28""",
        sources="source, published\nA,\nB, 2024-02\nC, 2023-08-01\nD, 2024-02-03",
    )
    assert table(tables.compare().over_time(), "claim source value published new") == [
        ("3", "C", "2023-07", "2023-08-01", True),
        ("2", "B", "2023", "2024-02", True),
        ("5", "B", "2023-12-28", "2024-02", True),
        ("4", "D", "2023-12-28", "2024-02-03", False),
        ("1", "A", "2023-07", "", False),
    ]


# -------------------------------------------------------------------------------------------------------------- all of it
FINDINGS: list[Callable[..., Any]] = [
    data.silences, data.most_contested, data.over_time, data.sides, data.pivotal, data.without, data.relations,
    data.pairs, data.standings, data.profiles,
]  # fmt: skip


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.__name__)
def test_a_caller_may_change_its_frame_and_no_source_at_all_is_a_choice(finding: Callable[..., Any]) -> None:
    tables = read(PAIR)
    first = finding(tables)
    columns = list(first.columns)
    first["added"] = 1
    assert list(finding(tables).columns) == columns
    none = finding(tables, sources=[])
    assert none.empty
    assert list(none.columns) == columns


# ---------------------------------------------------------------------------------------------------- against brute force
Key = tuple[Any, ...]
Plain = dict[Key, list[brute_force.Answer]]
OFTEN = settings(max_examples=max(12, settings().max_examples // 8))


def plainly(tables: Tables, sources: set[str] | None = None) -> Plain:
    asked: Plain = {}
    for one in brute_force.rows_that_count(tables):
        if sources is None or one["source"] in sources:
            asked.setdefault(brute_force.question_of(one), []).append(one)
    return asked


def keys(read_tables: data.Tables) -> dict[str, Key]:
    """Which plain key each question's id stands for."""
    return {
        row["question"]: (
            row["event"], row["attribute"], brute_force.interval_of_date(row["period"]), row["unit"], row["planned"],
            row["member"],
        )
        for row in read_tables.compare().questions.to_dict(orient="records")
    }  # fmt: skip


@given(table_sets())
@OFTEN
def test_pivotal_sources_are_those_without_which_no_contest_is_found(tables: Tables) -> None:
    everything = load(**tables)
    key = keys(everything)
    expected = set()
    for question, answers in plainly(tables).items():
        if brute_force.verdict(answers)[0] in data.CONTESTED:
            for source in {one["source"] for one in answers}:
                others = [one for one in answers if one["source"] != source]
                after = brute_force.verdict(others)[0] if others else data.GONE
                if after not in data.CONTESTED:
                    expected.add((question, source, after))
    found = [(key[str(one.question)], one.source, one.after) for one in everything.compare().pivotal.itertuples()]
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(table_sets(), st.sets(st.sampled_from(SOURCES)), st.none() | st.sets(st.sampled_from(SOURCES)))
@OFTEN
def test_without_gives_the_verdicts_of_a_new_comparison(
    tables: Tables, left_out: set[str], chosen: set[str] | None
) -> None:
    everything = load(**tables)
    sources = set(everything.sources["source"]) if chosen is None else chosen
    before = everything.compare(sources).questions.set_index("question")["verdict"]
    after = everything.compare(sources - left_out).questions.set_index("question")["verdict"]
    wanted = [(question, was, after.get(question, data.GONE)) for question, was in before.items()]
    found = everything.compare().leave_out(left_out, chosen)
    assert table(found, "question before after") == [row for row in wanted if row[1] != row[2]]
    assert data.change_counts(found)["questions"].sum() == len(found)


@given(table_sets(), st.sets(st.sampled_from(SOURCES)))
@OFTEN
def test_one_for_each_origin_gives_the_verdicts_of_what_is_heard(tables: Tables, left_out: set[str]) -> None:
    everything = load(**tables)
    key = keys(everything)
    published = {row["source"]: brute_force.interval_of_date(row["published"]) for row in tables["sources"]}
    expected = {}
    for question, answers in plainly(tables).items():
        heard = []
        for one in answers:
            rivals = {
                other["source"] for other in answers if other["root"] == one["root"] and other["source"] not in left_out
            }
            order = sorted(rivals, key=lambda source: ((published[source] or (float("inf"),))[0], source))
            if order and one["source"] == order[0]:
                heard.append(one)
        after = brute_force.verdict(heard)[0] if heard else data.GONE
        if after != (before := brute_force.verdict(answers)[0]):
            expected[question] = (before, after)
    found = everything.compare().leave_out(left_out, one_per_origin=True)
    assert {key[str(one.question)]: (one.before, one.after) for one in found.itertuples()} == expected


def related(mine: list[brute_force.Answer], theirs: list[brute_force.Answer]) -> str:
    both = list(product(mine, theirs))
    if any(brute_force.apart(a, b) for a, b in both):
        return "part"
    if all(brute_force.same(a, b) for a, b in both):
        return "agree"
    if all(lies_in(a, b) for a, b in both):
        return "finer"
    if all(lies_in(b, a) for a, b in both):
        return "coarser"
    return "overlap"


def lies_in(a: brute_force.Answer, b: brute_force.Answer) -> bool:
    if a["denies"] or b["denies"]:
        return brute_force.same(a, b)
    if a["kind"] == "name":
        return b["value"] in a["part_of"]
    return bool(b["low"] <= a["low"] and a["high"] <= b["high"])


@given(table_sets(), st.sampled_from(list(combinations(SOURCES, 2))))
@OFTEN
def test_two_sources_relate_as_the_plain_definition_says(tables: Tables, pair: tuple[str, str]) -> None:
    everything = load(**tables)
    key = keys(everything)
    expected = {}
    for asked, answers in plainly(tables).items():
        of = {source: [one for one in answers if one["source"] == source] for source in SOURCES}
        for one, other in product(SOURCES, SOURCES):
            if one != other and of[one] and of[other]:
                expected[asked, one, other] = related(of[one], of[other])
    found = everything.compare().relations.astype("str")
    assert {(key[str(row.question)], row.source, row.other): row.relation for row in found.itertuples()} == expected
    # and with nobody else in the room, the verdict says the same
    verdicts = everything.compare(pair).questions.set_index("question")["verdict"]
    relation = everything.compare().two_sources(*pair).set_index("question")["relation"]
    assert list(relation.index) == list(verdicts.index)
    alone = {"only one", "only other"}
    allowed = {"sole source": alone, "agree": {"agree"}, "compatible": set(data.RELATIONS) - {"part"}}
    for question, verdict in verdicts.to_dict().items():
        assert relation[str(question)] in allowed.get(verdict, set(data.RELATIONS) | alone)


@given(table_sets())
@OFTEN
def test_sides_fit_the_comparison(tables: Tables) -> None:
    everything = load(**tables)
    verdicts = everything.compare().questions.set_index("question")
    for question, sides in everything.compare().positions.groupby("question"):
        verdict = verdicts.loc[str(question)]
        assert (len(sides) > 1) == (verdict["verdict"] in data.CONTESTED)
        if sides["own"].all():
            best = sides[~sides["denied"]]
            best = best[best["n_origins"] == best["n_origins"].max()]
            assert " | ".join(best["value"]) == verdict["support_value"]
            assert set(best["n_origins"]) == {verdict["support_origins"]}
            assert set(best["n_against"]) == {verdict["against_origins"]}


@given(table_sets())
@OFTEN
def test_standings_fit_the_comparison(tables: Tables) -> None:
    everything = load(**tables)
    verdicts = everything.compare().questions.set_index("question")["verdict"]
    found = everything.compare().standings
    held = {str(question): set(standing) for question, standing in found.groupby("question")["standing"]}
    allowed = {
        "sole source": {"alone"},
        "agree": {"confirmed", "same origin"},
        "compatible": {"confirmed", "same origin", "compatible"},
    }
    for question, verdict in zip(map(str, verdicts.index), verdicts, strict=True):
        if verdict in allowed:
            assert held[question] <= allowed[verdict]
        else:
            assert held[question] & {"contradicts itself", "contradicted", "disputed"}
        assert ("contradicts itself" in held[question]) == (verdict == "self-contradiction")
    profiles = everything.compare().profiles
    assert profiles["n_claims"].sum() == len(everything.claims)
    assert (profiles[list(data.STANDINGS)].sum(axis=1) == profiles["n_questions"]).all()
