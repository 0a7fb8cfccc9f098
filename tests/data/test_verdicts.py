"""Section 5: how the answers to one question relate, rule by rule."""

import math
import re
from functools import cache

import pandas as pd
import pytest

import data
from tests.data import brute_force
from tests.data.brute_force import Table
from tests.data.inline import loaded_well, rows

NAMES = """
name,                part_of,       aliases
Burkina Faso,        West Africa,   Upper Volta
Ouagadougou,         Burkina Faso,
Bobo-Dioulasso,      Burkina Faso,
West Africa,         ,
Mali,                West Africa,
Sergei Shoigu,       ,              Sergey Shoigu | Shoygu
Ibrahim Traoré,      ,              Ibrahim Traore | Captain Traoré
"""

# An answer is written `source value`, with `:voice` behind the source and the stance before the value where there is one.
# Each line is one question: what the sources say, the verdict, and the gap (of dates in days, of names none).
DATES = """
A 2023-07; A 2023-12-28                                       | self-contradiction | 150
A 2022; A 2023; B 2022; C 2022                                | self-contradiction | 1
A 2022-01; A 2022-03; B 2020; B 2024                          | self-contradiction | 1096
A 2022-01; A 2022-03; B 2030                                  | self-contradiction | 29
A 2022; A 2023; B:V 2030; C:V 2040                            | self-contradiction | 1

A 2022-09; B 2022-09; C 2022-09; D 2022; E 2022-07            | conflict | 32
A 2022-09-30; B 2022-10-01                                    | conflict | 1
A 2022; B 2023                                                | conflict | 1
A ../2013; B 2014                                             | conflict | 1
A 2022; B 2024/..                                             | conflict | 366
A:V 2022; B:V 2023                                            | conflict | 1
A:V alleges 2022; B:V 2023                                    | conflict | 1
A:V 2020; A:V 2021; B:V 2022                                  | conflict | 366
A 2020; A:V 2021; B:V 2022; C:W 2030                          | conflict | 1
A:V 2020; B:V 2022; C:W 2020; D:W 2023                        | conflict | 731
A 2022; B 2024; A:V 2010; B:V 2030                            | conflict | 366

A 2022; B:V 2023                                              | disputed | 1
A 2022; A:V 2023                                              | disputed | 1
A 2022; A alleges 2023                                        | disputed | 1
A 2022; B alleges 2023                                        | disputed | 1
A alleges 2022; B alleges 2023                                | disputed | 1
A:V 2022; A:V 2023                                            | disputed | 1
A:V 2022; B:W 2023                                            | disputed | 1
A:V 2022; A:V 2023; B:V 2022/2023                             | disputed | 1
A:V 2022; A:V 2024; B:W 2020; B:X 2026                        | disputed | 1827
A 2022; B 2022; C:V 2010; D:W 2030                            | disputed | 6941

A 2022                                                        | sole source | 0
A 2022; A 2022; A 2022                                        | sole source | 0
A 2022; A 2022-09                                             | sole source | 0
A 2022; A:V 2022-09                                           | sole source | 0
A:V alleges 2022                                              | sole source | 0

A 2022; B 2022                                                | agree | 0
A 2022; A 2022; B 2022; C 2022                                | agree | 0
A 2022; B 2022-01/2022-12                                     | agree | 0
A 2022~; B 2021/2023; C 2022?                                 | agree | 0
A 2022-21; B 2022-03-01/2022-05-31                            | agree | 0
A 2022; B:V 2022; C alleges 2022                              | agree | 0
A [2022-09,2022-07]; B 2022-07/2022-09                        | agree | 0
A 2013/..; B 2013-01-01/..                                    | agree | 0

A 2022; B 2022-09                                             | compatible | 0
A 2022; A 2022-09; B 2022-09                                  | compatible | 0
A 2022; B 2022-09; C 2022-09-30; D 202X                       | compatible | 0
A 2022-01/2022-06-15; B 2022-06-15/2022-12                    | compatible | 0
A 2013/..; B 2022                                             | compatible | 0
A 2013/..; B ../2013                                          | compatible | 0
A 2022~; B 2021                                               | compatible | 0
A 2022; B:V 2022-09                                           | compatible | 0
"""

QUANTITIES = """
A 100; A 120; B 100                                           | self-contradiction | 20
A 100; A 120; B 10; B 90                                      | self-contradiction | 80
A 100; B 120                                                  | conflict | 20
A 60.2; B 60.4                                                | conflict | 0.1
A <25; B 26                                                   | conflict | 1
A >2000000; B 1900000                                         | conflict | 100000
A 3500; B ~3000                                               | conflict | 200
A -100; B -120                                                | conflict | 20
A:V 100; B:V 120                                              | conflict | 20
A 100; B:V 120                                                | disputed | 20
A 5; B alleges [200..999]                                     | disputed | 195
A [80..120]                                                   | sole source | 0
A [80..120]; A 100                                            | sole source | 0
A 3500; B 3500                                                | agree | 0
A ~100; B [90..110]                                           | agree | 0
A >25; B >=25                                                 | agree | 0
A 60.20; B 60.20                                              | agree | 0
A 60.2; B 60.20                                               | compatible | 0
A 60.2; B 60.3                                                | compatible | 0
A <25; B 25                                                   | compatible | 0
A <25; B >25                                                  | compatible | 0
A 3.2e6; B 3200000                                            | compatible | 0
A 3500; B ~3500; C >2000; D [2000..9999]                      | compatible | 0
A 100; B 100.0                                                | compatible | 0
"""

LABELS = """
A Wagner; A Africa Corps                                      | self-contradiction |
A Wagner; A denies Wagner                                     | self-contradiction |
A Ouagadougou; A Bobo-Dioulasso; B Burkina Faso               | self-contradiction |

A Wagner; B Africa Corps                                      | conflict |
A Wagner; B Wagner; C Africa Corps                            | conflict |
A Ouagadougou; B Bobo-Dioulasso                               | conflict |
A Ouagadougou; B Burkina Faso; C Mali                         | conflict |
A Wagner; B denies Wagner                                     | conflict |
A:V Wagner; B:V denies Wagner                                 | conflict |
A:V Wagner; B:V Africa Corps                                  | conflict |

A Wagner; B:V denies Wagner                                   | disputed |
A Wagner; A:V denies Wagner                                   | disputed |
A:V Wagner; A:V denies Wagner                                 | disputed |
A:V Wagner; B:W denies Wagner                                 | disputed |
A:Ghana alleges Wagner; B:Traoré denies Wagner; C Wagner      | disputed |
A Wagner; B:V Africa Corps                                    | disputed |

A denies Wagner                                               | sole source |
A Wagner; A denies Africa Corps                               | sole source |
A Ouagadougou; A Burkina Faso                                 | sole source |

A Wagner; B Wagner; C:V Wagner                                | agree |
A denies Wagner; B denies Wagner                              | agree |
A Burkina Faso; B Upper Volta                                 | agree |
A Sergei Shoigu; B Sergey Shoigu; C Shoygu                    | agree |

A Ouagadougou; B Burkina Faso                                 | compatible |
A Ouagadougou; B Burkina Faso; C West Africa                  | compatible |
A Wagner; B denies Africa Corps                               | compatible |
A denies Wagner; B denies Africa Corps                        | compatible |
A Ouagadougou; B denies Burkina Faso                          | compatible |
A denies Ouagadougou; B Burkina Faso                          | compatible |
A NA; B NA; C None                                            | conflict |
A NA; B NA                                                    | agree |
"""

KINDS = {"date": DATES, "quantity": QUANTITIES, "name": LABELS}
CASES = [
    (kind, *(part.strip() for part in line.split("|")))
    for kind, text in KINDS.items()
    for line in text.splitlines()
    if line.strip()
]
ATTRIBUTES = "attribute, kind\n date, date\n quantity, quantity\n name, name"


def answers(event: str, attribute: str, said: str) -> Table:
    """The claims of one question, from `A 2022; B:Traoré denies 2023`."""
    claims = []
    for one in said.split(";"):
        m = re.fullmatch(r"(\w+)(?::(\w+))?(?: (denies|alleges|announces))? (.+)", one.strip())
        assert m, one
        claims.append(
            {
                "event": event,
                "attribute": attribute,
                "source": m[1],
                "voice": m[2] or "",
                "stance": m[3] or "",
                "value": m[4],
            }
        )
    return claims


def compared(*said: tuple[str, str], **tables: str | Table) -> pd.DataFrame:
    """The comparison of several questions, given as (attribute, answers), by the order in which they are given."""
    claims = [claim for number, (attribute, one) in enumerate(said) for claim in answers(str(number), attribute, one)]
    read = loaded_well(claims=claims, attributes=ATTRIBUTES, names=NAMES, **tables)
    found = read.compare().questions.set_index("event")
    assert len(found) == len(said), "one question each"
    return found.reindex([str(number) for number in range(len(said))])


def questions(claims: str, **tables: str | Table) -> pd.DataFrame:
    return loaded_well(claims=claims, **tables).compare().questions


@cache
def cases_compared() -> pd.DataFrame:
    return compared(*((kind, said) for kind, said, _, _ in CASES))


@pytest.mark.parametrize("number", range(len(CASES)), ids=[said for _, said, _, _ in CASES])
def test_the_first_rule_that_holds_is_the_verdict_and_the_gap_is_of_its_answers(number: int) -> None:
    _, _, verdict, gap = CASES[number]
    found = cases_compared().loc[str(number)]
    assert found["verdict"] == verdict
    assert str(found["gap"]) == (str(float(gap)) if gap else "nan")


@pytest.mark.parametrize("number", range(len(CASES)), ids=[said for _, said, _, _ in CASES])
def test_the_plain_definition_gives_the_verdicts_that_these_examples_state(number: int) -> None:
    """The brute force that random tables are held against is itself held against the examples."""
    kind, said, verdict, gap = CASES[number]
    [found] = brute_force.compare(
        {"claims": answers("e", kind, said), "sources": [], "attributes": rows(ATTRIBUTES), "names": rows(NAMES)}
    )
    assert found["verdict"] == verdict
    assert found["gap"] is None if gap == "" else found["gap"] == pytest.approx(float(gap))


def test_the_order_of_claims_changes_nothing() -> None:
    turned = compared(*((kind, "; ".join(reversed(said.split("; ")))) for kind, said, _, _ in CASES))
    pd.testing.assert_frame_equal(turned, cases_compared())


def test_the_columns_stand_in_the_order_of_the_contract() -> None:
    found = questions("event, source, attribute, value\n e, A, date, 2022")
    assert list(data.COLUMNS) == brute_force.COLUMNS
    assert list(found.columns) == [*data.COLUMNS, "gap_from", "gap_to"]
    assert data.VERDICTS == ("self-contradiction", "conflict", "disputed", "sole source", "agree", "compatible")
    assert data.VERDICTS[:3] == data.CONTESTED


# ----------------------------------------------------------------------------------------------------- what a question is
def test_a_plan_never_conflicts_with_what_came_of_it() -> None:
    found = questions("""
        event,   source, attribute, value,   stance
        embassy, A,      date,      2023-07, announces
        embassy, A,      date,      2023-12-28,
        embassy, B,      date,      2023-08, announces""")
    assert dict(zip(found["planned"], found["verdict"], strict=True)) == {True: "conflict", False: "sole source"}
    assert found["question"].is_unique


def test_another_period_is_another_question() -> None:
    found = questions("""
        event,  source, attribute, value,    period
        office, A,      holder,    Shoigu,   2023-07
        office, B,      holder,    Belousov, 2024-06
        office, C,      holder,    Belousov, """)
    assert list(found["verdict"]) == ["sole source"] * 3
    assert sorted(found["period"]) == ["", "2023-07", "2024-06"]


def test_another_unit_is_another_question() -> None:
    found = questions("""
        event, source, attribute, value, unit
        trade, A,      amount,    100,   USD
        trade, B,      amount,    60000, XOF
        trade, C,      amount,    7,     """)
    assert list(found["verdict"]) == ["sole source"] * 3
    assert sorted(found["unit"]) == ["", "USD", "XOF"]


def test_the_members_of_a_list_do_not_exclude_each_other() -> None:
    claims = """
        event, source, attribute, value,        stance, voice
        tour,  A,      stop,      Guinea,       ,
        tour,  A,      stop,      Chad,         ,
        tour,  B,      stop,      Guinea,       ,
        tour,  B,      stop,      Burkina Faso, denies,
        tour,  C,      stop,      Burkina Faso, ,"""
    found = questions(claims, attributes="attribute, kind, multiple\n stop, name, true").set_index("member")
    assert dict(found["verdict"]) == {"Burkina Faso": "conflict", "Chad": "sole source", "Guinea": "agree"}
    alone = questions(claims.replace("denies", ""), attributes="attribute, kind, multiple\n stop, name, false")
    assert list(alone["verdict"]) == ["self-contradiction"]
    assert list(alone["member"]) == [""]


def test_a_member_told_under_an_alias_is_the_same_member() -> None:
    found = questions(
        """event, source, attribute, value
           talks, A,      delegate,  Sergei Shoigu
           talks, B,      delegate,  Sergey Shoigu""",
        attributes="attribute, kind, multiple\n delegate, name, true",
        names=NAMES,
    )
    assert list(found["member"]) == ["Sergei Shoigu"]
    assert list(found["verdict"]) == ["agree"]


def test_a_voice_told_under_an_alias_is_the_same_voice() -> None:
    claims = """
        event, source, attribute, value, voice
        coup,  A,      date,      2022,  Ibrahim Traoré
        coup,  B,      date,      2023,  Captain Traoré"""
    assert list(questions(claims, names=NAMES)["verdict"]) == ["conflict"]
    assert list(questions(claims)["verdict"]) == ["disputed"]


def test_the_verdict_is_among_the_chosen_sources_alone() -> None:
    read = loaded_well(claims=answers("coup", "date", "A 2022-09; B 2022-09; C 2022; D 2022-07"))
    assert {
        tuple(chosen): read.compare(chosen).questions["verdict"].tolist()
        for chosen in (["A", "B"], ["A", "C"], ["A"], ["C", "D"], ["A", "D"], [])
    } == {
        ("A", "B"): ["agree"],
        ("A", "C"): ["compatible"],
        ("A",): ["sole source"],
        ("C", "D"): ["compatible"],
        ("A", "D"): ["conflict"],
        (): [],
    }


# ---------------------------------------------------------------------------------------------------------------- numbers
def test_hull_and_common_part_of_dates_are_iso_days_and_an_open_end_is_empty() -> None:
    found = compared(
        ("date", "A 2022; B 2022-09"),
        ("date", "A 2022; B 2024"),
        ("date", "A 2013/..; B ../2022-02"),
        ("date", "A 2023-07~"),
    )
    shown = found[["low", "high", "common_low", "common_high"]].astype(object).where(lambda frame: frame.notna(), None)
    assert shown.to_numpy().tolist() == [
        ["2022-01-01", "2022-12-31", "2022-09-01", "2022-09-30"],
        ["2022-01-01", "2024-12-31", None, None],
        [None, None, "2013-01-01", "2022-02-28"],
        ["2023-06-01", "2023-08-31", "2023-06-01", "2023-08-31"],
    ]


def test_hull_and_common_part_of_quantities_are_numbers_and_an_open_end_is_empty() -> None:
    found = compared(
        ("quantity", "A ~100; B 105"),
        ("quantity", "A 100; B 120"),
        ("quantity", "A <25; B >10"),
        ("quantity", "A 60.2; B 60.3"),
    )
    shown = found[["low", "high", "common_low", "common_high"]].astype(object).where(lambda frame: frame.notna(), None)
    assert shown.to_numpy().tolist() == [
        [90.0, 110.0, 105.0, 105.0],
        [100.0, 120.0, None, None],
        [None, None, 10.0, 25.0],
        [60.15, 60.35, 60.25, 60.25],
    ]


def test_names_have_no_hull_no_common_part_and_no_gap() -> None:
    found = compared(("name", "A Wagner; B Africa Corps"), ("name", "A Ouagadougou; B Burkina Faso"))
    assert found[["low", "high", "common_low", "common_high", "gap", "gap_pct"]].isna().all(axis=None)


PERCENT: list[tuple[str, float | None]] = [
    ("A 100; B 120", 20),
    ("A 100; B 120; C 150", 50),
    ("A 100; A 120; B 10; B 90", 800),
    ("A 100; B 120; C:V 10; D:W 1000", 20),
    ("A:V 100; B:V 120; C:W 5", 20),
    ("A 100; B:V 120", 20),
    ("A ~100; B 100", 0),
    ("A 100", 0),
    ("A -100; B 5", None),
    ("A 0; B 5", None),
    ("A <0; B <5", None),
    ("A >5", 0),
]


def test_the_gap_in_percent_is_of_the_lowest_high_where_that_is_above_zero() -> None:
    found = compared(*(("quantity", said) for said, _ in PERCENT))["gap_pct"]
    told = {
        said: None if math.isnan(percent) else round(percent, 9)
        for (said, _), percent in zip(PERCENT, found, strict=True)
    }
    assert told == dict(PERCENT)


def test_dates_have_a_gap_in_days_and_none_in_percent() -> None:
    found = compared(("date", "A 2022; B 2024"), ("date", "A 2022; B 2022"))
    assert found["gap"].tolist() == [366, 0]
    assert found["gap_pct"].isna().all()


def test_claims_sources_and_origins_are_counted_each_once() -> None:
    found = questions(
        """event, source, attribute, value, origin
           e,     A,      amount,    5,
           e,     A,      amount,    5,     wire
           e,     A,      amount,    6,     B
           e,     B,      amount,    5,
           e,     C,      amount,    5,     wire""",
        sources="source, origin\n A,\n B, office\n C,",
    )
    assert found[["n_claims", "n_sources", "n_origins"]].to_numpy().tolist() == [[5, 3, 3]]


def test_values_are_distinct_as_written_and_sorted() -> None:
    found = compared(
        ("quantity", "A 5; B ~5; C 5; D >2; E 10"),
        ("name", "A b; B B; C é; D a; E denies z"),
        ("date", "A 2022; B 2022-01/2022-12"),
    )
    assert found["values"].tolist() == ["10 | 5 | >2 | ~5", "B | a | b | z | é", "2022 | 2022-01/2022-12"]


# ------------------------------------------------------------------------------------------------------------------ flags
def test_a_conflict_is_within_the_expected_gap_up_to_that_percent() -> None:
    cases = """
        here, there,      expected, within
        100,  120,        20,       true
        100,  121,        20,       false
        100,  120,        ,         false
        100,  120,        19.99,    false
        100,  100,        20,       false
        100,  [90..130],  20,       false
        0,    5,          20,       false
        0.3,  0.5,        100,      true
        60.2, 60.4,       0.2,      true
        3e6,  4000000,    100,      true
        3e6,  4000000,    14,       false"""
    table = list(enumerate(rows(cases)))
    claims = [
        {"event": "e", "source": side, "attribute": f"{number}", "value": case[side]}
        for number, case in table
        for side in ("here", "there")
    ]
    attributes = [
        {"attribute": f"{number}", "kind": "quantity", "expected_gap": case["expected"]} for number, case in table
    ]
    found = (
        loaded_well(claims=claims, attributes=attributes)
        .compare()
        .questions.set_index("attribute")["within_expected_gap"]
    )
    assert {number: found[f"{number}"] for number, _ in table} == {
        number: case["within"] == "true" for number, case in table
    }


def test_only_a_conflict_is_within_an_expected_gap() -> None:
    said = {
        "self-contradiction": ("quantity", "A 100; A 120"),
        "disputed": ("quantity", "A 100; B:V 120"),
        "conflict": ("quantity", "A:V 100; B:V 120"),
        "conflict of dates": ("date", "A 2022; B 2023"),
    }
    claims = [claim for event, (attribute, one) in said.items() for claim in answers(event, attribute, one)]
    attributes = [row | {"expected_gap": "20"} for row in rows(ATTRIBUTES)]
    found = loaded_well(claims=claims, attributes=attributes).compare().questions.set_index("event")
    assert {event: found["verdict"][event] for event in said} == {event: event.split(" ")[0] for event in said}
    assert dict(found["within_expected_gap"]) == {event: event == "conflict" for event in said}


def test_one_origin_is_two_sources_with_one_root() -> None:
    claims = """
        event, source, attribute, value, origin
        one,   A,      n,         5,     wire
        one,   B,      n,         5,     wire
        two,   A,      n,         5,     wire
        two,   B,      n,         5,
        own,   A,      n,         5,
        own,   A,      n,         5,
        copy,  A,      n,         5,
        copy,  C,      n,         5,
        chain, D,      n,         5,
        chain, A,      n,         5,     C"""
    found = questions(claims, sources="source, origin\n A,\n B,\n C, A\n D, C").set_index("event")
    assert dict(found["one_origin"]) == {"one": True, "two": False, "own": False, "copy": True, "chain": True}
    assert dict(found["n_origins"]) == {"one": 1, "two": 2, "own": 1, "copy": 1, "chain": 1}


def test_variants_are_one_label_whose_wordings_hold_different_spellings() -> None:
    claims = """
        event,    source, attribute, value,         stated
        differ,   A,      minister,  Sergei Shoigu, Sergei Shoigu
        differ,   B,      minister,  Sergey Shoigu, defence minister Sergey Shoigu
        alike,    A,      minister,  Sergei Shoigu, Sergey Shoigu
        alike,    B,      minister,  Sergei Shoigu, Minister Sergey Shoigu
        silent,   A,      minister,  Sergei Shoigu, Sergey Shoigu
        silent,   B,      minister,  Sergei Shoigu,
        other,    A,      minister,  Sergei Shoigu, Sergey Shoigu
        other,    B,      minister,  Ibrahim Traoré, Ibrahim Traore
        itself,   A,      minister,  Ibrahim Traoré, Captain Traoré
        itself,   A,      minister,  Ibrahim Traoré, Ibrahim Traore
        unlisted, A,      minister,  Ivan,          Ivan
        unlisted, B,      minister,  Ivan,          Jean"""
    found = questions(claims, names=NAMES).set_index("event")
    assert dict(found["variants"]) == {
        "differ": True,
        "alike": False,
        "silent": False,
        "other": False,
        "itself": True,
        "unlisted": False,
    }
    assert found.loc["differ", "verdict"] == "agree", "a spelling is never a conflict"


def test_derived_where_some_value_was_derived() -> None:
    claims = """
        event, source, attribute, value, basis
        some,  A,      date,      2022,  derived
        some,  B,      date,      2022,  stated
        none,  A,      date,      2022,
        none,  B,      date,      2022,  stated"""
    assert dict(questions(claims).set_index("event")["derived"]) == {"some": True, "none": False}


# --------------------------------------------------------------------------------------------------------------- origins
BETWEEN = [
    # (answers as `source@root value`, verdict, whether two roots clash)
    ("A@wire 1; B@wire 2", "conflict", False),
    ("A@wire 1; B@desk 2", "conflict", True),
    ("A 1; B 2", "conflict", True),
    ("A@wire 1; B@wire 2; C [0..5]", "conflict", False),
    ("A@wire 1; B@wire 2; C 2", "conflict", True),
    ("A@wire 1; B@wire 9; C 5", "conflict", True),
    ("A@wire 1; A@wire 2", "self-contradiction", False),
    ("A@wire 1; A@desk 2", "self-contradiction", True),
    ("A@wire 1; A@wire 2; B 9", "self-contradiction", False),
    ("A@wire 1; B:V@wire 2", "disputed", False),
    ("A@wire 1; B:V@desk 2", "disputed", True),
    ("A:V@wire 1; B:V@wire 2", "conflict", False),
    ("A:V@wire 1; B:V@desk 2", "conflict", True),
    ("A:V@wire 1; A:V@desk 9; B:V@wire 9", "conflict", False),
    ("A@wire 1; B@wire 2; C:V@desk 9", "conflict", False),
    ("A@wire 1; B@desk 1", "agree", False),
    ("A@wire 1; B@desk [0..5]", "compatible", False),
]


def test_two_roots_that_clash_are_told_from_one_that_was_copied_differently() -> None:
    claims = []
    for number, (said, _, _) in enumerate(BETWEEN):
        for one in said.split("; "):
            who, value = one.split(" ")
            who, _, root = who.partition("@")
            claims += [claim | {"origin": root} for claim in answers(str(number), "quantity", f"{who} {value}")]
    found = loaded_well(claims=claims, attributes=ATTRIBUTES).compare().questions.set_index("event")
    assert {
        said: tuple(found.loc[str(number), ["verdict", "between_origins"]])
        for number, (said, _, _) in enumerate(BETWEEN)
    } == {said: (verdict, between) for said, verdict, between in BETWEEN}


def test_labels_that_are_asserted_and_denied_clash_between_their_roots() -> None:
    claims = """
        event, source, attribute, value,  stance, origin
        one,   A,      name,      Wagner, ,       wire
        one,   B,      name,      Wagner, denies, wire
        two,   A,      name,      Wagner, ,       wire
        two,   B,      name,      Wagner, denies, desk
        not,   A,      name,      Wagner, ,       wire
        not,   B,      name,      Mali,   denies, desk"""
    found = questions(claims, attributes=ATTRIBUTES).set_index("event")
    assert dict(found["between_origins"]) == {"one": False, "two": True, "not": False}


# -------------------------------------------------------------------------------------------------------------- editions
EDITIONS = "source, origin, replaces\n old, votes,\n new, votes, old\n newest, votes, new\n A, ,"


def test_an_older_edition_is_shown_and_counted_nowhere_where_a_later_one_answers_the_same_question() -> None:
    found = questions(
        """event,   source, attribute, value
           both,    old,    n,         1
           both,    old,    n,         2
           both,    new,    n,         3
           both,    A,      n,         3
           skipped, old,    n,         1
           skipped, newest, n,         3
           alone,   old,    n,         1
           alone,   A,      n,         3
           all,     old,    n,         1
           all,     new,    n,         2
           all,     newest, n,         3""",
        sources=EDITIONS,
    ).set_index("event")
    columns = ["verdict", "n_claims", "n_sources", "superseded", "values", "low", "support_value"]
    assert {event: found.loc[event, columns].tolist() for event in found.index} == {
        "both": ["agree", 2, 2, 2, "3", 3, "3"],
        "skipped": ["sole source", 1, 1, 1, "3", 3, "3"],
        "alone": ["conflict", 2, 2, 0, "1 | 3", 1, "1 | 3"],
        "all": ["sole source", 1, 1, 2, "3", 3, "3"],
    }


def test_an_edition_falls_silent_only_beside_a_later_one_that_is_chosen_and_answers_the_same() -> None:
    read = loaded_well(
        claims="""
            event, source, attribute, value, period
            e,     old,    n,         1,     2001
            e,     new,    n,         2,     2001-01/2001-12
            e,     old,    n,         1,     2002
            e,     new,    n,         2,     2003""",
        sources=EDITIONS,
    )

    def superseded(sources: list[str] | None) -> list[int]:
        return read.compare(sources).questions["superseded"].tolist()

    assert superseded(None) == [1, 0, 0]
    assert superseded(["old"]) == [0, 0]
    assert superseded(["old", "new", "A"]) == [1, 0, 0]
    assert read.compare(["old", "A"]).questions["verdict"].tolist() == ["sole source"] * 2


# --------------------------------------------------------------------------------------------------------------- the gap
def test_the_widest_gap_lies_between_two_ends_and_dates_before_the_year_1_are_days_too() -> None:
    found = compared(
        ("date", "A -0043-03-15; B -0043-03-14; C -0044"),
        ("quantity", "A 1; B 9; C [3..5]"),
        ("date", "A 2022"),
        ("name", "A Wagner; B Africa Corps"),
        ("date", "A 0000; B 0001"),
    )
    shown = found[["gap", "gap_from", "gap_to", "low", "high"]].astype(object).where(lambda frame: frame.notna(), None)
    assert shown.to_numpy().tolist() == [
        [74, brute_force.day(-44, 12, 31), brute_force.day(-43, 3, 15), "-0044-01-01", "-0043-03-15"],
        [8, 1, 9, 1, 9],
        [0, None, None, "2022-01-01", "2022-12-31"],
        [None, None, None, None, None],
        [1, brute_force.day(0, 12, 31), brute_force.day(1, 1, 1), "0000-01-01", "0001-12-31"],
    ]


# ---------------------------------------------------------------------------------------------------------------- support
SUPPORT = """
date     | A 2022                                         | 2022                                | 1 | 0
date     | A 2022-09; B 2022-09; C 2022; D 2022-07        | 2022-09                             | 3 | 1
date     | A 2022; B 2023                                 | 2022 | 2023                         | 1 | 1
date     | A 2024; B 2022; C 2023                         | 2022 | 2023 | 2024                  | 1 | 2
date     | A 2022-01/2022-06; B 2022-04/2022-09           | 2022-04-01/2022-06-30               | 2 | 0
date     | A 2022-01/2022-06; B 2022-06/2022-09           | 2022-06                             | 2 | 0
date     | A 2022-01/2022-06-15; B 2022-06-15/2022-09     | 2022-06-15                          | 2 | 0
date     | A 2013/..                                      | 2013-01-01/..                       | 1 | 0
date     | A 2013/..; B ../2022                           | 2013-01-01/2022-12-31               | 2 | 0
date     | A ../2013; B 2022/..                           | ../2013-12-31 | 2022-01-01/..       | 1 | 1
date     | A 2022; B 2022-03; C 2022-09                   | 2022-03 | 2022-09                   | 2 | 1
date     | A 2022; A 2023; B 2023; C 2022; D 2030         | 2022 | 2023                         | 2 | 2
date     | A 2022; A 2022-09; A 2022-09-30                | 2022-09-30                          | 1 | 0
date     | A 2022-21; B 2022                              | 2022-03-01/2022-05-31               | 2 | 0
date     | A 2022; B:V 2023; C:W 2023                     | 2022                                | 1 | 0
date     | A:V 2022; B:V 2023; C:W 2023                   | 2023                                | 2 | 1
date     | A alleges 2022; B alleges 2023                 | 2022 | 2023                         | 1 | 1
quantity | A 100; B ~105; C 120                           | 100                                 | 2 | 1
quantity | A 3.2e6; B [3200000..3300000]                  | 3200000..3250000                    | 2 | 0
quantity | A 60.2; B 60.3                                 | 60.25                               | 2 | 0
quantity | A 0.2; B [0..1]                                | 0.15..0.25                          | 2 | 0
quantity | A 3.2e-7                                       | 0.000000315..0.000000325            | 1 | 0
quantity | A 3.2e20                                       | 315000000000000000000..325000000000000000000 | 1 | 0
quantity | A 10; B 9                                      | 9 | 10                              | 1 | 1
quantity | A -5; B 3                                      | -5 | 3                              | 1 | 1
name     | A Ouagadougou; B Burkina Faso                  | Ouagadougou                         | 2 | 0
name     | A Ouagadougou; B Burkina Faso; C Bobo-Dioulasso | Bobo-Dioulasso | Ouagadougou       | 2 | 1
name     | A Wagner; B Africa Corps                       | Africa Corps | Wagner               | 1 | 1
name     | A West Africa; B Ouagadougou; C Mali; D Burkina Faso | Ouagadougou                   | 3 | 1
name     | A Wagner; B denies Wagner                      | Wagner                              | 1 | 1
name     | A Wagner; B Wagner; C:V denies Wagner          | Wagner                              | 2 | 0
name     | A denies Wagner; B denies Wagner               |                                     | 0 | 2
name     | A:V Wagner; B:W denies Wagner                  | Wagner                              | 1 | 1
name     | A:V Wagner; B denies Wagner                    |                                     | 0 | 1
name     | A Wagner; A denies Wagner                      | Wagner                              | 1 | 0
"""
SUPPORTS = [
    (kind.strip(), said.strip(), " | ".join(part.strip() for part in value), int(support), int(against))
    for kind, said, *value, support, against in (line.split("|") for line in SUPPORT.strip().splitlines())
]


@cache
def supports_compared() -> pd.DataFrame:
    return compared(*((kind, said) for kind, said, *_ in SUPPORTS))


@pytest.mark.parametrize("number", range(len(SUPPORTS)), ids=[said for _, said, *_ in SUPPORTS])
def test_support_is_the_finest_part_that_most_origins_hold_ties_shown_as_ties(number: int) -> None:
    _, _, *expected = SUPPORTS[number]
    found = supports_compared().loc[str(number)]
    assert [found[column] for column in ("support_value", "support_origins", "against_origins")] == expected


def test_three_copies_of_one_wire_report_count_once() -> None:
    found = questions(
        """event, source, attribute, value, origin
           e,     A,      n,         100,   wire
           e,     B,      n,         100,   wire
           e,     C,      n,         100,   wire
           e,     D,      n,         120,
           e,     E,      n,         120,   """
    )
    assert found[["support_value", "support_origins", "against_origins"]].to_numpy().tolist() == [["120", 2, 1]]


def test_an_origin_counts_once_for_each_part_that_any_of_its_answers_holds() -> None:
    found = questions(
        """event, source, attribute, value, origin
           e,     A,      n,         100,   wire
           e,     B,      n,         120,   wire
           e,     C,      n,         120,
           e,     D,      n,         100,   """
    )
    assert found[["support_value", "support_origins", "against_origins"]].to_numpy().tolist() == [["100 | 120", 2, 1]]
