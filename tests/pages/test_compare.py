"""The comparison of sources: the matrix, one question with its evidence, and what a link asks for."""

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import picking
from tests.app import open_page, text_of


def picked(app: AppTest) -> str:
    return str(app.selectbox(key="question_in_words").value)


def as_table(app: AppTest) -> pd.DataFrame:
    """Return the matrix as the table that opens below it."""
    app.session_state["compare_table"] = True
    app.run()
    return app.dataframe[0].value


@pytest.mark.usefixtures("small")
def test_the_strongest_disagreement_is_open_at_first() -> None:
    app = open_page("compare")
    assert picked(app) == "embassy/date"
    assert app.subheader[0].value == "When did it happen: Reopening of the embassy?"
    text = text_of(app)
    assert "Encyclopedia says July 2023 and 28 December 2023; 150 days apart." in text
    assert "“July 2023” · paragraph 1" in text


@pytest.mark.usefixtures("small")
def test_a_link_opens_its_question() -> None:
    app = open_page("compare", question="visit/date")
    assert picked(app) == "visit/date"
    assert "All of these claims go back to one origin: this is one report, not corroboration." in text_of(app)
    assert not app.info


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("asked", [{"question": "no/such"}, {"question": "visit/date", "topic": ["trade"]}])
def test_a_question_that_is_not_shown_gives_one_kind_line_and_the_page_goes_on(asked: dict[str, str]) -> None:
    app = open_page("compare", **asked)
    assert len(app.info) == 1
    assert asked["question"] in app.info[0].value
    assert app.subheader[0].value
    assert as_table(app)["Question"].tolist()


@pytest.mark.usefixtures("small")
def test_a_question_is_picked_from_the_list() -> None:
    app = open_page("compare")
    app.selectbox(key="question_in_words").set_value("wagner/status").run()
    assert app.subheader[0].value == "Presence of Wagner: State"
    assert app.session_state["question"] == "wagner/status"
    assert "denies present" in text_of(app)


@pytest.mark.usefixtures("small")
def test_a_click_on_a_row_picks_its_question(monkeypatch: pytest.MonkeyPatch) -> None:
    state = {"matrix": {"selection": {"row": [{"question": "coup/date"}]}}, "question": "embassy/date"}
    monkeypatch.setattr(st, "session_state", state)
    picking.take_row("matrix", "question")
    assert state["question"] == "coup/date"
    state["matrix"] = {"selection": {"row": []}}
    picking.take_row("matrix", "question")
    assert state["question"] == "coup/date", "a click beside all rows changes nothing"


@pytest.mark.usefixtures("small")
def test_the_choice_of_rows_tells_how_many_there_are() -> None:
    app = open_page("compare")
    which = app.segmented_control(key="compare_which")
    assert list(which.options) == ["Contested (3)", "Answered by several (4)", "All (7)"]
    assert len(as_table(app)) == 4
    which.set_value("all").run()
    assert len(as_table(app)) == 7


@pytest.mark.usefixtures("small")
def test_one_source_alone_can_be_read() -> None:
    app = open_page("compare", source=["b"])
    assert app.segmented_control(key="compare_which").value == "all"
    assert as_table(app).columns.tolist() == ["Question", "Verdict", "The first report"]


@pytest.mark.usefixtures("small")
def test_filters_that_leave_nothing_say_so() -> None:
    app = open_page("compare", q="nowhere in these tables")
    assert "Nothing in the tables fits all of these filters at once." in text_of(app)
    assert not app.dataframe


@pytest.mark.usefixtures("small")
def test_a_choice_that_the_filters_empty_falls_back() -> None:
    app = open_page("compare")
    app.segmented_control(key="compare_which").set_value("contested").run()
    app.multiselect(key="topic").set_value(["trade"]).run()
    assert not app.exception
    assert as_table(app)["Question"].tolist()


def test_the_shipped_tables_show_what_they_are_known_for() -> None:
    app = open_page("compare")
    assert picked(app) == "russian-embassy-reopening/date"
    text = text_of(app)
    assert "150 days apart" in text
    assert "The same words, another speaker" in text
