"""Without some sources: which verdicts change, in a sentence and in a table."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import data
from components.compare import leave_out
from tests.app import open_page, text_of


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)


def everything(tables: data.Tables, topics: tuple[str, ...] = ()) -> data.View:
    return tables.select(data.Selection(topics=topics))


def opened(**address: str | list[str]) -> AppTest:
    return open_page("compare", view="without", **address)


def changed(*rows: tuple[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["before", "after"], dtype="str")
    return frame.assign(question=[f"q{n}" for n in range(len(rows))])


def test_what_changes_the_contested_first(tables: data.Tables) -> None:
    found = leave_out.changes(everything(tables), ["c"], once=False)
    assert list(found.itertuples(index=False, name=None)) == [
        ("coup/date", "conflict", "compatible"),
        ("visit/date/planned", "sole source", "gone"),
        ("visit/date", "agree", "sole source"),
    ]


def test_the_filters_narrow_what_changes(tables: data.Tables) -> None:
    found = leave_out.changes(everything(tables, topics=("politics",)), ["c"], once=False)
    assert list(found["question"]) == ["coup/date"]


def test_one_per_origin_hears_a_wire_report_once(tables: data.Tables) -> None:
    found = leave_out.changes(everything(tables), [], once=True)
    assert list(found.itertuples(index=False, name=None)) == [("visit/date", "agree", "sole source")]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("conflict", "agree")] * 4, "4 conflicts become agreement without Ann."),
        ([("conflict", "compatible")], "1 conflict becomes compatible without Ann."),
        ([("disputed", "gone"), ("agree", "gone")], "1 dispute falls away without Ann."),
        ([("agree", "sole source")], "No contest changes without Ann."),
        ([], "No contest changes without Ann."),
    ],
)
def test_how_contests_change_in_a_sentence(rows: list[tuple[str, str]], told: str) -> None:
    assert leave_out.sentence(changed(*rows), "without Ann") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("conflict", "agree")], ""),
        ([("sole source", "gone")] * 2, "Besides, 2 questions have no answer left."),
        ([("agree", "sole source")], "Besides, 1 agreement becomes the word of one source."),
    ],
)
def test_what_else_changes(rows: list[tuple[str, str]], told: str) -> None:
    assert leave_out.other_changes_sentence(changed(*rows)) == told


def test_what_is_left_out_in_words() -> None:
    assert leave_out.left_out_text(["Ann", "Bob"], once=False) == "without Ann and Bob"
    assert leave_out.left_out_text([], once=True) == "with one source per origin"
    assert leave_out.left_out_text(["Ann"], once=True) == "without Ann and with one source per origin"


def test_the_source_that_ends_most_contests(tables: data.Tables) -> None:
    found = leave_out.pivotal_sources(everything(tables))
    # a ends its own contradiction, the coup and Wagner; b ends Wagner, c ends the coup
    assert list(found.itertuples(index=False, name=None)) == [("a", 3), ("b", 1), ("c", 1)]


@pytest.mark.usefixtures("small")
def test_a_link_leaves_several_out() -> None:
    app = opened(out=["b", "c"])
    assert "without The first report and The second report" in text_of(app)
    assert list(app.multiselect(key="out_in_words").value) == ["b", "c"]


@pytest.mark.usefixtures("small")
def test_one_per_origin_from_a_link() -> None:
    assert "No contest changes with one source per origin" in text_of(opened(one_per_origin="true"))


@pytest.mark.usefixtures("small")
def test_nothing_left_out_yet_and_a_hint_taken_up() -> None:
    app = opened()
    assert "Nothing is left out yet" in text_of(app)
    app.button(key="compare_leave_out_a").click().run()
    assert not app.exception
    assert "without Encyclopedia" in text_of(app)
    assert app.query_params["out"] in ("a", ["a"])


@pytest.mark.usefixtures("small")
def test_an_unknown_id_is_told_kindly() -> None:
    app = opened(out=["nosuch", "c"])
    assert "nosuch" in app.info[0].value
    assert "without The second report" in text_of(app)
