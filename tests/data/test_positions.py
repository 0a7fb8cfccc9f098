"""The positions on a question: the parts that exclude each other, and who holds each."""

import math

import pytest

import data
from data.positions import claim_verdicts, shared_part
from tests.data.inline import cells, loaded_well, small


def test_positions_are_the_parts_that_exclude_each_other_and_who_holds_them() -> None:
    tables = small(
        """event, source, attribute, value,      origin
           e,     A,      date,      2023-07,    wire
           e,     B,      date,      2023-07-04, wire
           e,     C,      date,      2023-12-28,
           e,     D,      date,      2023,
           e,     E,      date,      2022,       """
    )
    found = tables.compare().positions
    assert cells(found, "position value n_origins n_sources n_against origins sources most") == [
        (1, "2022", 1, 1, 3, "E", "E", False),
        (2, "2023-07-04", 2, 3, 2, "D | wire", "A | B | D", True),
        (3, "2023-12-28", 2, 2, 2, "C | D", "C | D", True),
    ]
    assert found["own"].all()


def test_who_contradicts_itself_holds_two_positions() -> None:
    tables = small("event, source, attribute, value\ne, A, n, 1\ne, A, n, 2\ne, B, n, 2")
    found = tables.compare().positions
    assert cells(found, "value sources n_against") == [("1", "A", 1), ("2", "A | B", 0)]


def test_a_denial_is_a_position_against_the_label_that_others_assert() -> None:
    tables = small(
        """event, source, attribute, value,     stance
           e,     A,      status,    closed,
           e,     B,      status,    closed,    denies
           e,     C,      status,    merged,    denies"""
    )
    assert cells(tables.compare().positions, "position value denied sources n_against") == [
        (1, "closed", False, "A", 2),
        (2, "closed", True, "B", 2),
    ]


def test_reported_answers_count_where_it_takes_them_to_make_the_contest() -> None:
    tables = small(
        """event, source, attribute, value,       voice
           e,     A,      place,     Moscow,
           e,     B,      place,     Ouagadougou, the ministry
           f,     A,      n,         1,
           f,     B,      n,         2,
           f,     C,      n,         3,           the ministry"""
    )
    found = tables.compare().positions
    assert cells(found, "question value sources own") == [
        ("e/place", "Moscow", "A", False),
        ("e/place", "Ouagadougou", "B", False),
        ("f/n", "1", "A", True),
        ("f/n", "2", "B", True),
    ]


def test_names_that_nest_are_one_position_and_a_question_without_contest_has_one() -> None:
    tables = small(
        """event, source, attribute, value
           e,     A,      place,     Burkina Faso
           e,     B,      place,     Ouagadougou
           e,     C,      place,     Moscow
           f,     A,      n,         [80..120]
           f,     B,      n,         >100"""
    )
    assert cells(tables.compare().positions, "question position value sources") == [
        ("e/place", 1, "Moscow", "C"),
        ("e/place", 2, "Ouagadougou", "A | B"),
        ("f/n", 1, "100..120", "A | B"),
    ]


CLAIMS = """
    claim, event,   source, attribute, value,         unit, voice,         stance
    d1,    embassy, a,      date,      2023-07,       ,     ,
    d2,    embassy, a,      date,      2023-07,       ,     ,
    d3,    embassy, a,      date,      2023-12-28,    ,     ,
    d4,    coup,    a,      date,      2022-09,       ,     ,
    d5,    coup,    b,      date,      2022,          ,     ,
    d6,    coup,    c,      date,      2022-07,       ,     ,
    d7,    closure, a,      date,      1996/..,       ,     ,
    d8,    visit,   b,      date,      2024-06-05,    ,     ,
    d9,    visit,   c,      date,      2024-06,       ,     ,
    w1,    wagner,  b,      status,    present,       ,     ,
    w2,    wagner,  a,      status,    present,       ,     The president, denies
    w3,    wagner,  a,      status,    present,       ,     Ghana,         alleges
    t1,    trade,   a,      amount,    >100,          t,    ,
    t2,    trade,   b,      amount,    [120..200],    t,    ,
    t3,    trade,   c,      amount,    <150,          t,    ,
    o1,    force,   a,      amount,    >100,          men,  ,
    o2,    force,   b,      amount,    >=80,          men,  ,
    p1,    place,   a,      status,    Burkina Faso,  ,     ,
    p2,    place,   b,      status,    Ouagadougou,   ,     ,
"""
ATTRIBUTES = "attribute, kind\ndate, date\nstatus, name\namount, quantity\n"
NAMES = "name, part_of\nOuagadougou, Burkina Faso\n"


@pytest.fixture(scope="module")
def found() -> data.Comparison:
    return loaded_well(claims=CLAIMS, attributes=ATTRIBUTES, names=NAMES).compare()


def test_only_answers_that_another_excludes_bear_a_contested_verdict(found: data.Comparison) -> None:
    claims = found.tables.claims
    of = found.claim_verdicts(claims).set_axis(claims["claim"])
    assert of[["d1", "d2", "d3"]].unique().tolist() == ["self-contradiction"]
    assert of[["d4", "d5", "d6"]].tolist() == ["conflict", "compatible", "conflict"]
    assert of[["w1", "w2", "w3"]].unique().tolist() == ["disputed"]
    assert of[["d7", "d8", "p1"]].tolist() == ["sole source", "compatible", "compatible"]


def test_an_answer_that_a_later_edition_replaces_excludes_nothing() -> None:
    tables = loaded_well(
        claims="""claim, event, source, attribute, value
                  c1,    coup,  old,    date,      2022-01
                  c2,    coup,  new,    date,      2022-09
                  c3,    coup,  b,      date,      2022-07
                  c4,    coup,  c,      date,      2022""",
        sources="source, replaces\nold,\nnew, old\nb,\nc,",
    )
    every, claims = tables.compare(), tables.claims
    assert every.claim_verdicts(claims).tolist() == ["compatible", "conflict", "conflict", "compatible"]
    without = claims[claims["source"] != "new"]
    assert tables.compare(["old", "b", "c"]).claim_verdicts(without).tolist() == ["conflict", "conflict", "compatible"]


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("visit/date", "2024-06-05"),
        ("closure/date", "1996-01-01/.."),
        ("trade/amount/t", (120, 150)),
        ("force/amount/men", (100, math.inf)),
        ("coup/date", None),
        ("place/status", None),
    ],
)
def test_what_all_answers_share(found: data.Comparison, question: str, part: object) -> None:
    (row,) = (row for _place, row in found.questions.iterrows() if row["question"] == question)
    shared = shared_part(row)
    assert (data.write_date(*shared) if shared and isinstance(part, str) else shared) == part


def test_what_all_deny_excludes_nothing_and_no_claims_have_no_verdicts() -> None:
    tables = small("event, source, attribute, value, stance\ne, A, status, open, denies\ne, B, status, open, denies")
    assert set(claim_verdicts(tables.compare(), tables.claims)) == {"agree"}
    assert claim_verdicts(tables.compare(), tables.claims.head(0)).empty
