"""The plain definitions, judged themselves: small tables whose right answers were written by hand.

The verdicts of single questions are held against the examples of `test_verdicts.py`; here stands all else.
"""

from typing import Any

import pytest

from tests.data import brute_force
from tests.data.brute_force import Question, Row, Table, Tables, day
from tests.data.inline import rows

ATTRIBUTES = """
attribute, kind,     multiple
date,      date,
n,         quantity,
place,     name,
status,    name,
speaker,   name,
wording,   name,
stop,      name,     true
"""
NAMES = """
name,         part_of,      aliases
West Africa,  ,
Burkina Faso, West Africa,  Upper Volta
Ouagadougou,  Upper Volta,
"""


def read(claims: str | Table, sources: str = "source") -> Tables:
    """A table set as the plain definitions take it, claims drawn as text or given as rows."""
    return {
        "claims": rows(claims) if isinstance(claims, str) else claims,
        "sources": rows(sources),
        "attributes": rows(ATTRIBUTES),
        "names": rows(NAMES),
    }


def by_event(found: dict[Question, Any]) -> dict[str, Any]:
    """What was found of each question, by its event, of which each has one question."""
    named = {key[0]: what for key, what in found.items()}
    assert len(named) == len(found), "one question each"
    return named


def compared(tables: Tables, sources: list[str] | None = None) -> dict[str, Row]:
    return by_event({row["question"]: row for row in brute_force.compare(tables, sources)})


# ----------------------------------------------------------------------------------------------------------------- values
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("-0044-02", "-0044-02-01", "-0044-02-29"),  # 45 BC, a leap year where the calendar runs on
        ("-0001/0001", "-0001-01-01", "0001-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0043-01~", "-0044-12-01", "-0043-02-28"),
        ("-9999~", "-9999-01-01", "-9998-12-31"),
        ("9999?", "9998-01-01", "9999-12-31"),
        ("../-0043", None, "-0043-12-31"),
        ("2022-24", "2022-12-01", "2023-02-28"),
    ],
)
def test_dates_before_and_after_the_year_1(text: str, first: str | None, last: str | None) -> None:
    bounds = brute_force.interval_of_date(text)
    assert bounds is not None
    assert (brute_force.iso(bounds[0]), brute_force.iso(bounds[1])) == (first, last)


def test_the_year_0_lies_between_1_bc_and_1_ad() -> None:
    assert day(1, 1, 1) - day(-1, 12, 31) == 366 + 1
    assert brute_force.calendar_day(day(-43, 3, 15)) == (-43, 3, 15)
    assert brute_force.written_date(day(-43, 1, 1), day(-43, 12, 31)) == "-0043"
    assert brute_force.written_date(day(-44, 2, 1), day(-44, 2, 29)) == "-0044-02"


# --------------------------------------------------------------------------------------------------------------- editions
EDITIONS = """
claim, event, source, attribute, value, stance
1,     all,   first,  n,         1,
2,     all,   second, n,         2,
3,     all,   third,  n,         3,
4,     ends,  first,  n,         1,
5,     ends,  third,  n,         2,
6,     alone, first,  n,         1,
7,     alone, other,  n,         2,
8,     plan,  first,  n,         1,
9,     plan,  second, n,         2,     announces
10,    wide,  first,  n,         1,
11,    wide,  first,  n,         5,
12,    wide,  second, n,         [1..5],
13,    wide,  other,  n,         4,
14,    none,  second, n,         7,
15,    none,  third,  n,         7,
"""
CHAIN = "source, replaces\n first,\n second, first\n third, second\n other,"


def test_an_older_edition_is_counted_nowhere_where_a_later_one_answers() -> None:
    found = {
        (row["event"], row["planned"]): (row["verdict"], row["n_claims"], row["superseded"], row["values"])
        for row in brute_force.compare(read(EDITIONS, CHAIN))
    }
    assert found == {
        ("all", False): ("sole source", 1, 2, "3"),
        ("ends", False): ("sole source", 1, 1, "2"),
        ("alone", False): ("conflict", 2, 0, "1 | 2"),
        ("plan", False): ("sole source", 1, 0, "1"),
        ("plan", True): ("sole source", 1, 0, "2"),
        ("wide", False): ("compatible", 2, 2, "4 | [1..5]"),
        ("none", False): ("sole source", 1, 1, "7"),
    }


def test_only_a_chosen_edition_supersedes_also_where_the_one_between_is_not_chosen() -> None:
    tables = read(EDITIONS, CHAIN)
    chain, apart = compared(tables, ["first", "third"])["all"], compared(tables, ["first", "other"])["all"]
    assert (chain["superseded"], chain["values"]) == (1, "3")
    assert (apart["superseded"], apart["values"]) == (0, "1")


def test_what_is_superseded_is_in_no_count_hull_gap_or_support() -> None:
    tables = read(
        """event, source, attribute, value, origin, basis,   stated
           e,     first,  n,         1,     old,    derived,
           e,     second, n,         6,     new,    ,
           e,     other,  n,         8,     ,       ,""",
        CHAIN,
    )
    row = compared(tables)["e"]
    assert {column: row[column] for column in ("n_claims", "n_sources", "n_origins", "superseded", "low", "gap")} == {
        "n_claims": 2, "n_sources": 2, "n_origins": 2, "superseded": 1, "low": 6, "gap": 2,
    }  # fmt: skip
    assert (row["support_value"], row["support_origins"], row["against_origins"]) == ("6 | 8", 1, 1)
    assert not row["derived"]


# -------------------------------------------------------------------------------------------------------- between origins
@pytest.mark.parametrize(
    ("claims", "verdict", "between"),
    [
        ("A, 1, , wire; B, 2, , wire", "conflict", False),
        ("A, 1, , wire; B, 2, , office", "conflict", True),
        ("A, 1, , wire; B, 2, , wire; C, [1..2], , ", "conflict", False),  # a third origin that meets both
        ("A, 1, , wire; B, 2, , wire; C, 2, , ", "conflict", True),
        ("A, 1, , wire; A, 2, , wire", "self-contradiction", False),
        ("A, 1, , wire; A, 2, , office", "self-contradiction", True),
        ("A, 1, , wire; A, 2, , wire; B, 9, , ", "self-contradiction", False),  # the rule speaks of A alone
        ("A, 1, , wire; B, 2, V, ", "disputed", True),
        ("A, 1, , wire; B, 2, V, wire", "disputed", False),
        ("A, 1, V, wire; B, 2, V, wire", "conflict", False),
        ("A, 1, V, ; B, 2, V, ", "conflict", True),
        ("A, 1, , wire; B, 2, , wire; C, 1, V, ; D, 9, V, ", "conflict", False),  # own voices clash: they are spoken of
        ("A, 1, , ; B, 1, , ", "agree", False),
        ("A, 1, , ", "sole source", False),
    ],
)
def test_a_clash_is_between_origins_where_two_roots_exclude_each_other_under_the_rule(
    claims: str, verdict: str, between: bool
) -> None:
    table = [
        dict(zip(("source", "value", "voice", "origin"), (cell.strip() for cell in claim.split(",")), strict=True))
        | {"event": "e", "attribute": "n"}
        for claim in claims.split(";")
    ]
    row = compared(read(table))["e"]
    assert (row["verdict"], row["between_origins"]) == (verdict, between)


def test_a_denial_is_between_origins_too_and_a_root_is_followed_through_sources() -> None:
    tables = read(
        """event, source, attribute, value, stance, origin
           one,   A,      status,    open,  ,
           one,   B,      status,    open,  denies,
           two,   A,      status,    open,  ,
           two,   C,      status,    open,  denies,
           three, C,      status,    open,  ,
           three, D,      status,    open,  denies, B""",
        "source, origin\n A, wire\n B, A\n C, office\n D,",
    )
    found = compared(tables)
    assert {event: row["between_origins"] for event, row in found.items()} == {"one": False, "two": True, "three": True}
    assert found["one"]["one_origin"]


# ---------------------------------------------------------------------------------------------------------------- the gap
@pytest.mark.parametrize(
    ("said", "gap", "ends"),
    [
        ("A 60.2; B 60.4", 0.1, {(60.25, 60.35)}),
        ("A 1; B 3; C 9", 8, {(1, 9)}),
        ("A 1; A 3; B 7; B 9", 2, {(1, 3), (7, 9)}),  # two sources, each as far from itself
        ("A <25; B >26", 1, {(25, 26)}),
        ("A -5; B 5", 10, {(-5, 5)}),
        ("A 1; B [0..2]", 0, {(None, None)}),
        ("A 5", 0, {(None, None)}),
    ],
)
def test_the_two_ends_of_the_widest_gap(said: str, gap: float, ends: set[tuple[float, float]]) -> None:
    claims = "event, source, attribute, value\n" + "\n".join(
        f"e, {one.split()[0]}, n, {one.split()[1]}" for one in said.split("; ")
    )
    row = compared(read(claims))["e"]
    assert (row["gap"], row["gap_ends"]) == (gap, ends)


def test_the_ends_of_a_gap_between_dates_are_days() -> None:
    row = compared(read("event, source, attribute, value\ne, A, date, 1969\ne, B, date, 1970-01-11"))["e"]
    assert (row["gap"], row["gap_ends"]) == (11, {(-1, 10)})


# ---------------------------------------------------------------------------------------------------------------- without
LEFT = """
event,  source, attribute, value, origin
end,    A,      n,         1,
end,    B,      n,         1,
end,    C,      n,         2,
two,    A,      n,         1,
two,    B,      n,         2,
stays,  A,      n,         1,
stays,  B,      n,         2,
stays,  C,      n,         3,
own,    C,      n,         1,
own,    C,      n,         2,
less,   A,      n,         1,
less,   B,      n,         2,
less,   C,      n,         1,
less,   C,      n,         2,
wider,  A,      date,      2022,
wider,  B,      date,      2022-09,
wider,  C,      date,      2023,
calm,   A,      n,         1,
calm,   C,      n,         1,
"""


def test_leaving_out_a_source() -> None:
    tables = read(LEFT)
    assert by_event(brute_force.leave_out(tables, ["C"])) == {
        "end": ("conflict", "agree"),
        "own": ("self-contradiction", "gone"),
        "less": ("self-contradiction", "conflict"),
        "wider": ("conflict", "compatible"),
        "calm": ("agree", "sole source"),
    }
    assert by_event(brute_force.leave_out(tables, ["A", "B"], ["A", "C"])) == {
        "end": ("conflict", "sole source"),
        "two": ("sole source", "gone"),
        "stays": ("conflict", "sole source"),
        "wider": ("conflict", "sole source"),
        "calm": ("agree", "sole source"),
    }
    assert brute_force.leave_out(tables, []) == {}


def test_the_single_sources_that_end_a_contest() -> None:
    found = {(key[0], source, after) for key, source, after in brute_force.pivotal(read(LEFT))}
    assert found == {
        ("end", "C", "agree"),
        ("two", "A", "sole source"),
        ("two", "B", "sole source"),
        ("own", "C", "gone"),
        ("wider", "C", "compatible"),
    }


def test_an_older_edition_answers_again_where_the_later_is_left_out() -> None:
    tables = read(
        """event, source, attribute, value
           e,     first,  n,         1
           e,     second, n,         2
           e,     other,  n,         1
           f,     first,  n,         2
           f,     second, n,         1
           f,     other,  n,         1
           g,     second, n,         1
           g,     other,  n,         2""",
        CHAIN,
    )
    assert by_event(brute_force.leave_out(tables, ["second"])) == {
        "e": ("conflict", "agree"),
        "f": ("agree", "conflict"),
        "g": ("conflict", "sole source"),
    }
    assert {(key[0], source, after) for key, source, after in brute_force.pivotal(tables)} == {
        ("e", "second", "agree"),
        ("e", "other", "sole source"),
        ("g", "second", "sole source"),
        ("g", "other", "sole source"),
    }
    assert brute_force.leave_out(tables, ["first"]) == {}


@pytest.mark.parametrize(
    ("published", "heard"),
    [
        ("A, 2021\n B, 2020\n C,", "B"),
        ("A, 2020\n B, 2021\n C,", "A"),
        ("A,\n B, 2021\n C,", "B"),
        ("A,\n B,\n C,", "A"),
        ("A, 2020-06\n B, ../2020\n C,", "B"),
        ("A, 2020-06\n B, 2020\n C,", "B"),  # the first day counts
    ],
)
def test_of_one_origin_the_first_published_is_heard_then_the_undated_then_by_id(published: str, heard: str) -> None:
    tables = read(
        """event, source, attribute, value, origin
           e,     A,      n,         1,     office
           e,     B,      n,         2,     office
           e,     B,      n,         [1..2],     office
           e,     C,      n,         1,     """,
        "source, published\n " + published,
    )
    changes = {"A": {"e": ("conflict", "agree")}, "B": {}}
    assert by_event(brute_force.leave_out(tables, [], one_per_origin=True)) == changes[heard]
    assert brute_force.leave_out(tables, ["A"], one_per_origin=True) == {}


def test_an_edition_that_is_superseded_is_not_the_first_of_its_origin() -> None:
    tables = read(
        """event, source, attribute, value, origin
           e,     first,  n,         1,     office
           e,     second, n,         2,     office
           e,     copy,   n,         3,     office
           e,     other,  n,         2,     """,
        "source, replaces, published\n first,, 2010\n second, first, 2012\n copy,, 2014\n other,,",
    )
    assert list(brute_force.leave_out(tables, [], one_per_origin=True).values()) == [("conflict", "agree")]


# -------------------------------------------------------------------------------------------------------------- positions
def held(tables: Tables, event: str, columns: str = "value denied sources n_against") -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns.split()) for row in by_event(brute_force.positions(tables))[event]]


def test_positions_are_the_parts_that_exclude_each_other_and_who_holds_them() -> None:
    tables = read(
        """event, source, attribute, value,      origin
           e,     A,      date,      2023-07,    wire
           e,     B,      date,      2023-07-04, wire
           e,     C,      date,      2023-12-28,
           e,     D,      date,      2023,
           e,     E,      date,      2022,
           f,     A,      n,         [80..120],
           f,     B,      n,         >100,       """
    )
    columns = "value n_origins n_sources n_against origins sources most own"
    assert held(tables, "e", columns) == [
        ("2022", 1, 1, 3, "E", "E", False, True),
        ("2023-07-04", 2, 3, 2, "D | wire", "A | B | D", True, True),
        ("2023-12-28", 2, 2, 2, "C | D", "C | D", True, True),
    ]
    assert held(tables, "f") == [("100..120", False, "A | B", 0)]


def test_positions_of_names_nest_and_a_denial_stands_against_its_label() -> None:
    tables = read(
        """event, source, attribute, value,        stance
           e,     A,      place,     Upper Volta,
           e,     B,      place,     Ouagadougou,
           e,     C,      place,     Moscow,
           f,     A,      status,    closed,
           f,     B,      status,    closed,       denies
           f,     C,      status,    merged,       denies
           g,     A,      place,     Burkina Faso,
           g,     B,      place,     Ouagadougou,
           g,     C,      place,     Burkina Faso, denies
           h,     A,      place,     Ouagadougou,  denies"""
    )
    assert held(tables, "e") == [("Moscow", False, "C", 2), ("Ouagadougou", False, "A | B", 1)]
    assert held(tables, "f") == [("closed", False, "A", 2), ("closed", True, "B", 2)]
    assert held(tables, "g") == [("Burkina Faso", True, "C", 2), ("Ouagadougou", False, "A | B", 1)]
    assert held(tables, "h") == []


def test_reported_answers_make_positions_where_it_takes_them_to_make_the_contest() -> None:
    tables = read(
        """event, source, attribute, value,  voice
           e,     A,      n,         1,
           e,     B,      n,         2,      ministry
           f,     A,      n,         1,
           f,     B,      n,         2,
           f,     C,      n,         3,      ministry
           g,     A,      n,         [1..3],
           g,     B,      n,         2,      ministry
           h,     A,      n,         1,      ministry
           h,     A,      n,         2,      ministry"""
    )
    assert held(tables, "e", "value sources own") == [("1", "A", False), ("2", "B", False)]
    assert held(tables, "f", "value sources own") == [("1", "A", True), ("2", "B", True)]
    assert held(tables, "g", "value sources own") == [("1..3", "A", True)]
    assert held(tables, "h", "value sources n_against own") == [("1", "A", 0, False), ("2", "A", 0, False)]


# ---------------------------------------------------------------------------------------------------------------- sources
PAIR = """
event,  source, attribute, value,        voice, stance, origin
agree,  A,      n,         1,            ,      ,       wire
agree,  B,      n,         1,            ,      ,       wire
finer,  A,      date,      2022-09,      ,      ,
finer,  B,      date,      2022,         ,      ,
coarse, A,      place,     Burkina Faso, ,      ,
coarse, B,      place,     Ouagadougou,  ,      ,
over,   A,      n,         [1..3],       ,      ,
over,   B,      n,         [2..4],       ,      ,
part,   A,      n,         1,            ,      ,
part,   B,      n,         2,            ,      ,
told,   A,      n,         1,            ,      ,
told,   B,      n,         2,            V,     ,
voice,  A,      n,         1,            V,     ,
voice,  B,      n,         2,            V,     ,
deny,   A,      status,    closed,       ,      ,
deny,   B,      status,    closed,       ,      denies,
nay,    A,      status,    closed,       ,      denies,
nay,    B,      status,    closed,       ,      denies,
other,  A,      status,    closed,       ,      ,
other,  B,      status,    merged,       ,      denies,
nest,   A,      place,     Ouagadougou,  ,      denies,
nest,   B,      place,     Burkina Faso, ,      ,
both,   A,      n,         1,            ,      ,
both,   B,      n,         2,            ,      ,
both,   B,      n,         3,            V,     ,
mixed,  A,      n,         1,            ,      ,       wire
mixed,  A,      n,         1,            ,      ,
mixed,  B,      n,         1,            ,      ,       wire
mine,   A,      n,         1,            ,      ,
yours,  B,      n,         1,            ,      ,
none,   C,      n,         1,            ,      ,
"""


def test_how_two_sources_relate_on_each_question() -> None:
    found = brute_force.relations(read(PAIR))
    mine = {key[0]: (row["relation"], row["reported"]) for (key, one, _), row in found.items() if one == "A"}
    assert mine == {
        "agree": ("agree", False),
        "finer": ("finer", False),
        "coarse": ("coarser", False),
        "over": ("overlap", False),
        "part": ("part", False),
        "told": ("part", True),
        "voice": ("part", False),
        "deny": ("part", False),
        "nay": ("agree", False),
        "other": ("overlap", False),
        "nest": ("overlap", False),
        "both": ("part", False),
        "mixed": ("agree", False),
    }
    theirs = {key[0]: row["relation"] for (key, one, _), row in found.items() if one == "B"}
    assert (theirs["finer"], theirs["coarse"], theirs["told"]) == ("coarser", "finer", "part")
    asked = {key[0]: key for key, _, _ in found}
    assert found[asked["agree"], "A", "B"] == {
        "relation": "agree", "reported": False, "one_origin": True, "same": True, "confirmed": False,
    }  # fmt: skip
    assert found[asked["nay"], "A", "B"]["confirmed"]
    assert not found[asked["mixed"], "A", "B"]["one_origin"]


def test_agreement_counts_shared_questions_alone() -> None:
    row = {
        "shared": 13, "agree": 3, "finer": 1, "coarser": 1, "overlap": 3, "part": 5, "reported": 1, "one_origin": 1,
        "agreement": 1 - 5 / 13,
    }  # fmt: skip
    assert brute_force.agreement(read(PAIR)) == {("A", "B"): row, ("B", "A"): row}


def test_two_sources_side_by_side() -> None:
    found = by_event(brute_force.two_sources(read(PAIR), "B", "A"))
    assert found["mine"] == ("only other", "", "1")
    assert found["yours"] == ("only one", "1", "")
    assert found["finer"] == ("coarser", "2022", "2022-09")
    assert "none" not in found


def test_a_superseded_answer_takes_no_part_among_sources() -> None:
    tables = read(
        """event, source, attribute, value
           e,     first,  n,         1
           e,     second, n,         2
           e,     other,  n,         1""",
        CHAIN,
    )
    assert {(one, other) for _, one, other in brute_force.relations(tables)} == {
        ("second", "other"), ("other", "second"),
    }  # fmt: skip
    assert {(source, row["standing"]) for (source, _), row in brute_force.standings(tables).items()} == {
        ("second", "contradicted"), ("other", "contradicted"),
    }  # fmt: skip
    assert brute_force.agreement(tables, ["first", "other"])["first", "other"]["agree"] == 1


def test_how_each_answer_stands_beside_the_others() -> None:
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
           twice,     A,      n,         1,       ,
           twice,     B,      n,         1,       ,
           twice,     B,      n,         2,       ,"""
    )
    columns = "contradicting disputing confirming repeating compatible confirming_origins"
    found = {
        key[0]: (row["standing"], *(row[column] for column in columns.split()))
        for (source, key), row in brute_force.standings(tables).items()
        if source == "A"
    }
    assert found == {
        "against": ("contradicted", 1, 0, 1, 0, 0, 1),
        "alone": ("alone", 0, 0, 0, 0, 0, 0),
        "coarser": ("compatible", 0, 0, 0, 0, 2, 0),
        "copied": ("same origin", 0, 0, 0, 1, 1, 0),
        "disputed": ("disputed", 0, 1, 0, 0, 0, 0),
        "itself": ("contradicts itself", 0, 0, 0, 0, 0, 0),
        "quarrel": ("disputed", 0, 0, 0, 0, 0, 0),
        "twice": ("contradicted", 1, 0, 0, 0, 0, 1),
        "well": ("confirmed", 0, 0, 2, 1, 0, 1),
    }


# --------------------------------------------------------------------------------------------------------------- contested
def test_contested_between_origins_stands_first_then_origins_those_against_and_the_gap() -> None:
    claims = """event, source, attribute, value, origin
           a,      A,     n,         100,
           a,      B,     n,         110,
           b,      A,     n,         100,
           b,      B,     n,         200,
           c,      A,     n,         0,
           c,      B,     n,         1,
           copies, A,     n,         1,     wire
           copies, B,     n,         9,     wire
           copies, C,     n,         [1..9],     one
           copies, D,     n,         [1..9],     two
           days,   A,     date,      2020,
           days,   B,     date,      2022,
           fine,   A,     n,         5,
           itself, A,     n,         100,
           itself, A,     n,         101,
           many,   A,     n,         100,
           many,   B,     n,         100,
           many,   C,     n,         101,
           place,  A,     place,     Moscow,
           place,  B,     place,     Ouagadougou,
           split,  A,     n,         100,
           split,  B,     n,         101,
           split,  C,     n,         102,"""
    found = brute_force.compare(read(claims))
    order = brute_force.contested(found, {row["question"]: row["event"] for row in found})
    # Of amounts by percent: itself and many 1, split 2, a 10, b 100, copies 800, c without a base: the widest.
    # copies has three origins, and none of them against another.
    assert order == ["split", "many", "c", "days", "b", "a", "place", "itself", "copies"]


def test_equal_gaps_share_the_mean_of_their_places_among_those_of_their_kind() -> None:
    claims = """event, source, attribute, value
           1 day,   A, date, 2020
           1 day,   B, date, 2021
           2 years, A, date, 2020
           2 years, B, date, 2022
           one,     A, n,    100
           one,     B, n,    105
           other,   A, n,    100
           other,   B, n,    105"""
    found = brute_force.compare(read(claims))
    order = brute_force.contested(found, {row["question"]: row["event"] for row in found})
    assert order == ["2 years", "one", "other", "1 day"]  # shares of 1, 0.75 twice, 0.5


# ---------------------------------------------------------------------------------------------------------------- findings
def test_revisions_are_one_row_a_pair_of_editions() -> None:
    tables = read(
        """event, source, attribute, value,   period,  stance
           a,     first,  n,         1,       2001,
           a,     second, n,         1.0,     2001,
           a,     third,  n,         5,       2001,
           b,     first,  n,         70,      2010,
           b,     third,  n,         100,     2010,
           c,     second, n,         4,       2004,
           c,     third,  n,         4,       2004,
           d,     second, date,      2015-02, ,
           d,     third,  date,      2015-04, ,
           e,     second, status,    open,    ,
           e,     third,  status,    open,    ,        denies
           g,     second, n,         1,       2003,
           g,     second, n,         1000,    2003,
           g,     third,  n,         500,     2003,
           f,     first,  n,         9,       2020,
           f,     other,  n,         8,       2020,    """,
        CHAIN,
    )
    found = brute_force.revisions(tables)
    columns = "questions differ gap first last".split()
    # From 1 to 1.0 is from exactly 1 to 0.95..1.05: another hull, and no gap; 500 lies between 1 and 1000.
    assert {pair: tuple(row[column] for column in columns) for pair, row in found.items()} == {
        ("first", "second"): (1, 1, 0, day(2001, 1, 1), day(2001, 12, 31)),
        ("first", "third"): (2, 2, 30, day(2001, 1, 1), day(2010, 12, 31)),
        ("second", "third"): (5, 4, 32, day(2001, 1, 1), day(2015, 4, 30)),
    }
    assert set(brute_force.revisions(tables, ["first", "third", "other"])) == {("first", "third")}
    unchanged = read("event, source, attribute, value\n e, first, n, 1\n e, second, n, 1", CHAIN)
    assert [tuple(row[column] for column in columns) for row in brute_force.revisions(unchanged).values()] == [
        (1, 0, None, None, None)
    ]


def days(source: str, *values: str) -> Table:
    return [
        {"event": f"{source}{number}", "source": source, "attribute": "date", "value": value}
        for number, value in enumerate(values)
    ]


def test_days_that_seem_to_be_years_or_months() -> None:
    some = ["2022-05-17", "2022-05-18", "2022-05-19", "2022-05-20"]
    tables = read(
        days("years", *["2022-01-01"] * 6, *some)
        + days("fewer", *["2022-01-01"] * 5, *some, "2022-05-21")
        + days("months", *["2022-01-01"] * 5, "2022-03-01", *some)
        + days("nine", *["2022-01-01"] * 9, "2022", "2022-01")
        + days("marked", *["2022-01-01"] * 9, "2022-01-01~")
        + days("cut", *["2022-01-01"] * 9)
        + rows("event, source, attribute, value, basis\n e, cut, date, 2022-01, derived"),
        "source, published\n cut, 2022-01-01",
    )
    assert brute_force.false_precision(tables) == {"years": ("year", 10, 6), "months": ("month", 10, 6)}
    assert brute_force.false_precision(tables, ["months", "nine"]) == {"months": ("month", 10, 6)}


def test_the_verdicts_if_such_days_were_read_as_years_or_months() -> None:
    told = rows("""
        event,   source, attribute, value,      basis
        years0,  other,  date,      2022-06,
        years1,  other,  date,      2023,
        years2,  other,  date,      2022,
        years9,  other,  date,      2022-06,
        years10, other,  date,      2022-05-20,
        months0, other,  date,      2022-03-31,
        months1, other,  date,      2022-04,
        cut off, years,  date,      2022-01-01, derived
        cut off, other,  date,      2022-11,""")
    told += days("years", *["2022-01-01"] * 9, "2022-05-17", "2022-05-01") + days("months", *["2022-03-01"] * 10)
    tables = read(told, "source, published\n years, 2022-10-15\n months,\n other,")
    assert by_event(brute_force.verdicts_in_years(tables)) == {
        "years0": ("conflict", "compatible"),
        "years2": ("compatible", "agree"),
        "months0": ("conflict", "compatible"),
    }


def test_one_wording_of_two_speakers() -> None:
    tables = read(
        """event, source, attribute, value,    voice, stance
           a,     A,      speaker,   Putin,    ,
           a,     A,      wording,   friends,  ,
           a,     B,      wording,   friends,  ,
           b,     C,      wording,   friends,  Traoré,
           c,     C,      speaker,   Putin,    ,
           c,     C,      wording,   friends,  ,
           d,     A,      wording,   partners, Lavrov,
           d,     B,      wording,   partners, Traoré,
           e,     A,      wording,   friends,  Lavrov, denies"""
    )
    assert brute_force.same_words(tables) == {
        ("friends", "a", "Putin", ("A", "B"), "b", "Traoré", ("C",)),
        ("friends", "b", "Traoré", ("C",), "c", "Putin", ("C",)),
    }
    assert brute_force.same_words(tables, ["A", "B"]) == set()


def test_silence_is_told_from_not_yet_and_out_of_range() -> None:
    tables = read(
        """event,   source, attribute, value,       period, stance
           embassy, told,   date,      2023-07-04,  ,
           embassy, told,   place,     Ouagadougou, ,
           trade,   told,   n,         100,         2010,
           talks,   told,   status,    held,        ,
           summit,  told,   date,      2025-03,     ,       announces
           office,  told,   date,      2023-07-04,  2010,
           vow,     unknown, date,     2030,        ,       announces""",
        """source,  published,       covers
           told,    2024-01-05,
           before,  2022-12-31,
           during,  2022-12/2023-07,
           unknown, ,
           series,  2021,            2011/2020
           planned, 2024-06-01,""",
    )
    found = {(key[0], key[1], source): why for (key, source), why in brute_force.silences(tables).items()}
    expected = rows(
        """event,   attribute, told,   before,  during,  unknown, series,       planned
           embassy, date,      ,       not yet, silent,  silent,  not yet,      silent
           embassy, place,     ,       not yet, silent,  silent,  not yet,      silent
           trade,   n,         ,       silent,  silent,  silent,  out of range, silent
           talks,   status,    ,       silent,  silent,  silent,  silent,       silent
           summit,  date,      ,       not yet, not yet, silent,  not yet,      silent
           office,  date,      ,       not yet, silent,  silent,  not yet,      silent
           vow,     date,      silent, silent,  silent,  ,        out of range, silent"""
    )
    assert found == {
        (row["event"], row["attribute"], source): why
        for row in expected
        for source, why in row.items()
        if source not in ("event", "attribute") and why
    }
    assert brute_force.silences(tables, ["before", "during"]) == {}


def test_answers_in_the_order_of_publication_the_undated_last() -> None:
    tables = read(
        """claim, event, source, attribute, value
           1,     e,     A,      date,      2023-07
           2,     e,     B,      date,      2023
           3,     e,     C,      date,      2023-07-01/2023-07-31
           4,     e,     D,      date,      2023-12-28
           5,     e,     B,      date,      2023-12-28""",
        "source, published\nA,\nB, 2024-02\nC, 2023-08-01\nD, 2024-02-03",
    )
    assert by_event(brute_force.over_time(tables)) == {
        "e": [("3", True), ("2", True), ("5", True), ("4", False), ("1", False)]
    }
