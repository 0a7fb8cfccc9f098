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
