"""What the verdicts would be without some sources, or with each origin heard once."""

import pytest

import data
from tests.data.inline import cells, small


# ------------------------------------------------------------------------------------------------------------ pivotal
def test_the_sources_that_end_a_contest_when_they_are_left_out() -> None:
    tables = small(
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
    assert cells(tables.compare().pivotal, "question source after") == [
        ("e/n", "C", "agree"),
        ("f/n", "A", "sole source"),
        ("f/n", "B", "sole source"),
        ("h/date", "C", "compatible"),
        ("i/n", "A", "gone"),
    ]
    assert cells(tables.compare().pivotal_of(["f/n", "g/n", "i/n"]), "question source") == [
        ("f/n", "A"),
        ("f/n", "B"),
        ("i/n", "A"),
    ]


# ----------------------------------------------------------------------------------------------------------- left out
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
    tables = small(OFFICE)
    found = tables.compare().leave_out(["C"])
    assert cells(found, "question before after") == [("e/n", "conflict", "agree"), ("g/n", "sole source", "gone")]
    assert cells(data.change_counts(found), "before after questions") == [
        ("conflict", "agree", 1),
        ("sole source", "gone", 1),
    ]
    assert tables.compare().leave_out().empty


def test_without_counts_among_the_chosen_sources_alone() -> None:
    found = small(OFFICE).compare(["A", "C"]).leave_out(["C", "D", "nobody"])
    assert cells(found, "question before after") == [
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
    tables = small(OFFICE, sources="source, published\nB,\n" + published)
    found = tables.compare().leave_out(one_per_origin=True)
    assert cells(found, "question before after") == [("f/n", "conflict", after)]


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
        tables = small(claims, sources="source, published\n" + published)
        found = tables.compare().leave_out(one_per_origin=True)
        expected = [] if after == "conflict" else [("e/n", "conflict", after)]
        assert cells(found, "question before after") == expected
    found = small(claims).compare().leave_out(["A"], one_per_origin=True)  # who is left out is not the first
    assert found.empty
