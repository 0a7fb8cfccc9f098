"""How each answer of one source stands beside those of others."""

from pathlib import Path

import pytest

import data
from components.words.standings import answers_of, count_standings, standings_sentence
from tests.app import write_small
from tests.components.compare.examples import everything


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)


def test_each_answer_with_its_standing_and_the_others(tables: data.Tables) -> None:
    found = answers_of(tables, everything(tables), "a")
    columns = ["question", "standing", "says", "others"]
    assert list(found[columns].itertuples(index=False, name=None)) == [
        ("coup/date", "contradicted", "September 2022", "The second report: July 2022"),
        ("embassy/date", "contradicts itself", "July 2023; 28 December 2023", ""),
        ("trade/amount/2008/USD", "alone", "3.2 million USD", ""),
        ("wagner/status", "disputed", "not present, quoting The president", "The first report: present"),
    ]


def test_the_same_from_one_origin_is_no_confirmation(tables: data.Tables) -> None:
    found = answers_of(tables, everything(tables), "b").set_index("question")
    assert list(found.loc["visit/date", ["standing", "says", "others"]]) == [
        "same origin",
        "5 June 2024",
        "The second report",
    ]
    assert found.loc["coup/date", "standing"] == "compatible"
    assert found.loc["coup/date", "others"] == "Encyclopedia: September 2022; The second report: July 2022"


def test_the_same_from_another_origin_confirms(tmp_path: Path) -> None:
    claims = "event,source,attribute,value\ncoup,a,date,2022-09\ncoup,b,date,2022-09\n"
    tables = data.load(write_small(tmp_path, claims=claims))
    found = answers_of(tables, everything(tables), "a")
    assert list(found["standing"]) == ["confirmed"]
    assert list(found["others"]) == ["The first report"]


def test_every_standing_is_counted_and_named(tables: data.Tables) -> None:
    found = answers_of(tables, everything(tables), "a")
    assert count_standings(found) == {
        "contradicts itself": 1,
        "contradicted": 1,
        "disputed": 1,
        "confirmed": 0,
        "same origin": 0,
        "compatible": 0,
        "alone": 1,
    }
    assert standings_sentence("Ann", found) == (
        "4 questions answered in Ann: 1 contradicting itself, 1 contradicted by others, 1 disputed and 1 alone."
    )
