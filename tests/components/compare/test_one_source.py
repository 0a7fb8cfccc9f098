"""One source: what it is, and how each of its answers stands beside those of others."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import data
from components.compare import one_source
from tests.app import SMALL, open_page, text_of, write_small


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)


def everything(tables: data.Tables) -> data.View:
    return tables.select(data.Selection())


def opened(**address: str) -> AppTest:
    return open_page("compare", view="source", **address)


def test_each_answer_with_its_standing_and_the_others(tables: data.Tables) -> None:
    found = one_source.answers_of(tables, everything(tables), "a")
    columns = ["question", "standing", "says", "others"]
    assert list(found[columns].itertuples(index=False, name=None)) == [
        ("coup/date", "contradicted", "September 2022", "The second report: July 2022"),
        ("embassy/date", "contradicts itself", "July 2023; 28 December 2023", ""),
        ("trade/amount/2008/USD", "alone", "3.2 million USD", ""),
        ("wagner/status", "disputed", "not present, quoting The president", "The first report: present"),
    ]


def test_the_same_from_one_origin_is_no_confirmation(tables: data.Tables) -> None:
    found = one_source.answers_of(tables, everything(tables), "b").set_index("question")
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
    found = one_source.answers_of(tables, everything(tables), "a")
    assert list(found["standing"]) == ["confirmed"]
    assert list(found["others"]) == ["The first report"]


def test_every_standing_is_counted_and_named(tables: data.Tables) -> None:
    found = one_source.answers_of(tables, everything(tables), "a")
    assert one_source.count_standings(found) == {
        "contradicts itself": 1,
        "contradicted": 1,
        "disputed": 1,
        "confirmed": 0,
        "same origin": 0,
        "compatible": 0,
        "alone": 1,
    }
    assert one_source.sentence("Ann", found) == (
        "4 questions answered in Ann: 1 contradicting itself, 1 contradicted by others, 1 disputed and 1 alone."
    )


def test_what_is_not_known_of_a_source_is_said(tables: data.Tables) -> None:
    assert one_source.facts(tables, "c") == [
        "**Publisher**: not named",
        "**Published**: not known",
        "**Kind**: not named",
        "**Address**: none given",
    ]
    known = one_source.facts(tables, "b")
    assert known[:2] == ["**Publisher**: The Agency", "**Published**: 5 June 2024"]
    assert one_source.facts(tables, "a")[-1] == "**Address**: [example.org](https://example.org/wiki_%28a%29)"


def test_to_which_origins_its_claims_go_back(tables: data.Tables) -> None:
    assert one_source.origins_sentence(tables, tables.claims, "a") == "It names no other origin for what it says."
    told = "Its 4 claims go back to their origins: 3 to itself and 1 to wire."
    assert one_source.origins_sentence(tables, tables.claims, "b") == told


def test_dates_stated_and_worked_out(tables: data.Tables) -> None:
    view = everything(tables)
    derived = one_source.derived_dates(tables, view, view.claims[view.claims["is_derived"]].head(1))
    assert derived.to_dict("records") == [
        {
            "question": "visit/date",
            "asked": "When did it happen: The visit?",
            "Date": "5 June 2024",
            "As stated": "on Wednesday",
            "How it was worked out": "The Wednesday before publication",
        }
    ]


@pytest.mark.usefixtures("small")
def test_a_link_opens_the_source_and_all_else_is_the_first() -> None:
    assert opened(of="b").header[0].value == "The first report"
    assert opened().header[0].value == "The encyclopedia article"
    app = opened(of="nosuch")
    assert "nosuch" in app.info[0].value
    assert app.header[0].value == "The encyclopedia article"


@pytest.mark.usefixtures("small")
def test_only_groups_that_have_answers_are_shown() -> None:
    text = text_of(opened(of="a"))
    assert "✕] Contradicted by others (1)" in text
    assert "Confirmed by others (" not in text
    assert "3 stated as such; 0 worked out from other words." in text


def test_an_address_that_is_none_is_told_as_it_stands(tmp_path: Path) -> None:
    sources = SMALL["sources.csv"].replace("https://example.org/wiki_(a)", "http://[")
    tables = data.load(write_small(tmp_path, sources=sources))
    assert one_source.facts(tables, "a")[-1].startswith(r"**Address**: [http")
