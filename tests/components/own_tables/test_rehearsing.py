"""What a rehearsal is told as."""

import pandas as pd

import data
from components.own_tables import rehearsing
from data.rehearsal import RELATIONS
from tests.data.inline import rows, small

TABLES = "claim, event, source, attribute, value\n k, visit, A, date, 2024\n l, visit, A, place, Ouagadougou"
NEW = """
event, source, attribute, value
visit, N,      date,      2024-05
visit, N,      date,      2025
visitt, N,     n,         3"""


def found() -> tuple[data.Tables, data.Rehearsal]:
    tables = small(TABLES, sources="source, label\n A, The first")
    return tables, data.rehearse(tables, pd.DataFrame(rows(NEW)))


def test_every_relation_has_words() -> None:
    assert tuple(rehearsing.RELATIONS) == RELATIONS


def test_claims_beside_the_answers_of_others() -> None:
    tables, rehearsed = found()
    shown = rehearsing.answers_table(tables, rehearsed.answers)
    assert shown["Relation"].tolist() == ["is finer", "contradicts", "a new event"]
    assert shown["Other source"].tolist() == ["The first", "The first", ""]
    assert rehearsing.counts_sentence(rehearsed.answers) == "is finer: 1; contradicts: 1; a new event: 1"


def test_verdicts_that_change_and_remarks() -> None:
    _tables, rehearsed = found()
    shown = rehearsing.changes_table(rehearsed.changes)
    assert shown["Verdict now"].tolist()[-1] == "not asked"
    assert "visit/date" in shown["Question"].tolist()
    assert rehearsing.remarks(rehearsed) == [
        "“visitt” is not in the tables; did you mean “visit”?",
        "visit/date, in N: 2024-05 | 2025. Two things, or two versions of one?",
    ]
