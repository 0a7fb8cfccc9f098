"""What new claims would do to a set, before anything is saved."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

import data
from data.rehearsal import COLUMNS, RELATIONS, Rehearsal, rehearse
from tests.data.inline import cells, rows, small

KNOWN = """
claim, event,   source, attribute, value,       stance
k1,    visit,   A,      date,      2024-06,
k2,    visit,   A,      place,     Ouagadougou,
k3,    visit,   A,      status,    open,        denies
k4,    grain,   B,      amount,    [80..120],
"""


def rehearsed(new: str, known: str = KNOWN, **others: str) -> Rehearsal:
    return rehearse(small(known, **others), pd.DataFrame(rows(new)))


NEW = [
    ("visit", "date", "2024-06", "", "confirms"),
    ("visit", "date", "2024-06-01/2024-06-30", "", "confirms"),
    ("visit", "date", "2024-06-04", "", "refines"),
    ("visit", "date", "2024", "", "coarser"),
    ("visit", "date", "2024-06-15/2024-07-15", "", "overlaps"),
    ("visit", "date", "2024-07", "", "contradicts"),
    ("visit", "place", "Ouagadougou", "", "confirms"),
    ("visit", "place", "Burkina Faso", "", "coarser"),
    ("visit", "place", "Bamako", "", "contradicts"),
    ("visit", "place", "Ouagadougou", "denies", "contradicts"),
    ("visit", "place", "Bamako", "denies", "overlaps"),
    ("visit", "status", "open", "", "contradicts"),
    ("visit", "status", "open", "denies", "confirms"),
    ("visit", "status", "shut", "denies", "overlaps"),
    ("visit", "status", "shut", "", "overlaps"),
    ("grain", "amount", "~100", "", "refines"),
    ("grain", "amount", ">100", "", "overlaps"),
    ("grain", "n", "3", "", "new question"),
    ("visit", "date", "2024-06", "announces", "new question"),
    ("coup", "date", "2022", "", "new event"),
]


@cache
def rehearsed_at_once() -> Rehearsal:
    """All of these claims, each by its number."""
    head = "claim, event, source, attribute, value, stance"
    claims = [f"{n}, {event}, N, {about}, {value}, {stance}" for n, (event, about, value, stance, _) in enumerate(NEW)]
    return rehearsed("\n".join([head, *claims]))


@pytest.mark.parametrize(("number", "relation"), list(enumerate(relation for *_, relation in NEW)))
def test_how_a_new_claim_stands_to_what_others_say(number: int, relation: str) -> None:
    found = rehearsed_at_once()
    answers = found.answers
    assert answers.loc[answers["claim"] == str(number), "relation"].tolist() == [relation]
    assert relation in RELATIONS
    assert not found.problems


def test_one_row_for_each_new_claim_and_each_answer_of_another_source() -> None:
    known = """
    claim, event, source, attribute, value
    k1,    visit, A,      date,      2024
    k2,    visit, B,      date,      2024-07
    k3,    visit, N,      date,      2024-08
    k4,    visit, N,      n,         4"""
    found = rehearsed("claim, event, source, attribute, value\n x, visit, N, date, 2024-07\n y, visit, N, n, 5", known)
    assert tuple(found.answers) == COLUMNS
    assert cells(found.answers, " ".join(COLUMNS)) == [
        ("x", "visit/date", "2024-07", "refines", "A", "k1", "2024"),
        ("x", "visit/date", "2024-07", "confirms", "B", "k2", "2024-07"),
        ("y", "visit/n", "5", "new question", "", "", ""),
    ]
    assert cells(found.repeated, "question source values") == [
        ("visit/date", "N", "2024-07 | 2024-08"),
        ("visit/n", "N", "4 | 5"),
    ]


def test_an_older_edition_that_a_later_one_replaces_is_not_compared_with() -> None:
    known = "claim, event, source, attribute, value\n k1, e, old, n, 1\n k2, e, new, n, 2"
    found = rehearsed(
        "event, source, attribute, value\n e, N, n, 1", known, sources="source, replaces\n old,\n new, old"
    )
    assert cells(found.answers, "relation against_source") == [("contradicts", "new")]


def test_the_verdicts_that_change_are_those_of_the_set_with_the_new_claims() -> None:
    new = "event, source, attribute, value\n visit, N, date, 2024-07\n coup, N, date, 2022\n visit, N, place, Mali"
    tables = small(KNOWN)
    before = tables.compare().questions
    found = rehearse(tables, pd.DataFrame(rows(new)))
    assert cells(found.changes, "question before after") == [
        ("coup/date", "new", "sole source"),
        ("visit/date", "sole source", "conflict"),
        ("visit/place", "sole source", "conflict"),
    ]
    after = found.tables.compare().questions.set_index("question")["verdict"]
    assert found.changes["after"].tolist() == after[found.changes["question"]].tolist()
    pd.testing.assert_frame_equal(tables.compare().questions, before)


def test_what_is_nearly_known_is_proposed_and_never_merged() -> None:
    known = """
    event,           source, attribute, value,          unit, voice
    russian-embassy, A,      status,    open,           ,     Sergei Shoigu
    grain,           A,      amount,    3,              tonnes,"""
    new = """
    event,           source, attribute, value,        unit,  voice
    russian-embasy,  N,      status,    Open,         ,      Shoigu Sergei
    grain,           N,      amounts,   3,            tonnes,
    grain,           N,      amount,    3,            tonne,
    elsewhere,       N,      status,    unheard,      ,"""
    found = rehearsed(new, known, events="event, title\n russian-embassy, Embassy of Russia\n grain,")
    assert {tuple(row) for row in cells(found.proposals, "column written known")} == {
        ("event", "russian-embasy", "russian-embassy"),
        ("voice", "Shoigu Sergei", "Sergei Shoigu"),
        ("attribute", "amounts", "amount"),
        ("unit", "tonne", "tonnes"),
        ("value", "Open", "open"),
    }
    assert found.proposals["likeness"].between(80, 100).all()
    assert found.answers["relation"].tolist() == ["new event", "new question", "new question", "new event"]


def test_an_event_is_known_by_its_title_too() -> None:
    found = rehearsed(
        "event, source, attribute, value\n Visit of the minister, N, date, 2024",
        events="event, title\n visit, The visit of the minister\n grain,",
    )
    assert cells(found.proposals, "column written known") == [("event", "Visit of the minister", "visit")]


def test_what_is_wrong_is_told_by_its_row_and_all_else_is_compared() -> None:
    new = """
    claim, event, source, attribute, value,    stance
    k1,    visit, N,      date,      2024,
    a,     visit, N,      date,      sometime,
    ,      ,      N,      date,      2024,
    ,      visit, N,      date,      2024,
    b,     visit, N,      date,      2024,     wonders"""
    found = rehearsed(new)
    assert [(problem.row, problem.column) for problem in found.problems] == [
        (4, "event"), (6, "stance"), (2, "claim"), (3, "value"),
    ]  # fmt: skip
    assert cells(found.answers, "claim relation") == [("new-5", "coarser")]


def test_no_claims_come_to_nothing() -> None:
    found = rehearse(small(KNOWN), pd.DataFrame({name: [] for name in ("event", "source", "attribute", "value")}))
    assert found.answers.empty
    assert found.changes.empty


def test_a_file_is_read_as_tables_are(tmp_path: Path) -> None:
    with pytest.raises(data.TablesError, match="no such file"):
        rehearse(small(KNOWN), tmp_path / "none.csv")
