"""The comparison of sources: the matrix, one question with its evidence, and what a link asks for."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.app import open_page, text_of, write_small


def picked(app: AppTest) -> str:
    return str(app.selectbox(key="question_in_words").value)


def heading(app: AppTest) -> str:
    return str(app.header[0].value).replace("\\", "")


def as_table(app: AppTest) -> pd.DataFrame:
    """Return the matrix as the table that opens below it."""
    app.segmented_control(key="view_in_words").set_value("matrix").run()
    app.session_state["compare_table"] = True
    app.run()
    return app.dataframe[0].value


@pytest.mark.usefixtures("small")
def test_the_matrix_is_open_at_first_and_leads_to_a_question() -> None:
    app = open_page("compare")
    assert app.segmented_control(key="view_in_words").value == "matrix"
    app.selectbox(key="compare_open").set_value("coup/date").run()
    assert not app.exception
    assert app.segmented_control(key="view_in_words").value == "question"
    assert heading(app) == "When did it happen: The coup?"
    app.segmented_control(key="view_in_words").set_value("matrix").run()
    assert not app.session_state["question"], "what was opened is closed where another view is chosen"


@pytest.mark.usefixtures("small")
def test_a_question_leads_to_the_one_after_it_in_the_list_and_back() -> None:
    app = open_page("compare", view="question")
    first, listed = picked(app), app.selectbox(key="question_in_words").options
    assert f"Question 1 of {len(listed)}" in text_of(app)
    assert app.button(key="compare_neighbour_-1").disabled
    app.button(key="compare_neighbour_1").click().run()
    assert picked(app) != first
    assert f"Question 2 of {len(listed)}" in text_of(app)
    app.button(key="compare_neighbour_-1").click().run()
    assert picked(app) == first


@pytest.mark.usefixtures("small")
def test_the_most_contested_question_is_asked_where_none_is_picked() -> None:
    app = open_page("compare", view="question")
    assert picked(app) == "coup/date"
    assert heading(app) == "When did it happen: The coup?"
    text = text_of(app)
    assert (
        "The first report\\: 2022; The second report\\: July 2022; Encyclopedia\\: September 2022; 32 days apart."
        in text
    )
    assert "“September 2022” · paragraph 4" in text


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
    assert heading(app)
    assert as_table(app)["Question"].tolist()


@pytest.mark.usefixtures("small")
def test_a_question_is_picked_from_the_list() -> None:
    app = open_page("compare", view="question")
    app.selectbox(key="question_in_words").set_value("wagner/status").run()
    assert heading(app) == "Presence of Wagner: State"
    assert app.session_state["question"] == "wagner/status"
    assert "denying\\: present" in text_of(app)


@pytest.mark.usefixtures("small")
def test_a_discrepancy_leads_to_its_question_and_its_evidence_to_a_source() -> None:
    app = open_page("compare", view="discrepancies")
    app.button(key="open_coup/date").click().run()
    assert heading(app) == "When did it happen: The coup?"
    app.button(key="source_of_c4").click().run()
    assert heading(app) == "The first report"
    assert app.segmented_control(key="view_in_words").value == "source"
    app.segmented_control(key="view_in_words").set_value("question").run()
    assert heading(app) == "When did it happen: The coup?", "the source is closed, the question beneath it not"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("view", ["matrix", "discrepancies", "question", "pair", "source", "without"])
@pytest.mark.parametrize("address", [{"question": "coup/date"}, {"of": "b"}, {"question": "coup/date", "of": "b"}])
def test_every_view_can_be_turned_to_whatever_is_open(view: str, address: dict[str, str]) -> None:
    app = open_page("compare", **address)
    switch = app.segmented_control(key="view_in_words")
    assert switch.value == ("source" if "of" in address else "question")
    if switch.value != view:
        switch.set_value(view).run()
    assert app.segmented_control(key="view_in_words").value == view
    assert not app.exception


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("view", ["matrix", "discrepancies", "question", "pair", "source", "without", "nosuch"])
def test_every_view_says_kindly_that_nothing_is_left(view: str) -> None:
    app = open_page("compare", view=view, q="nowhere in these tables")
    assert "Nothing in the tables fits all of these filters at once." in text_of(app)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("source", ["a", "c"])
@pytest.mark.parametrize("view", ["matrix", "discrepancies", "question", "pair", "source", "without", "nosuch"])
def test_every_view_stands_where_one_source_alone_is_chosen(view: str, source: str) -> None:
    assert open_page("compare", view=view, source=[source]).title[0].value == "Compare sources"


@pytest.mark.usefixtures("small")
def test_the_choice_of_rows_tells_how_many_there_are() -> None:
    app = open_page("compare")
    which = app.segmented_control(key="compare_which")
    assert list(which.options) == ["Contested (3)", "By several (4)", "All (7)"]
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


def test_the_five_texts_show_what_they_are_known_for() -> None:
    app = open_page("compare", set=["core"], view="discrepancies")
    text = text_of(app)
    assert "150 days apart" in text
    assert "The same words, another speaker" in text
    app.segmented_control(key="view_in_words").set_value("question").run()
    assert picked(app) == "coup-traore/date"


@pytest.mark.usefixtures("small")
def test_a_question_from_the_discrepancies_leads_to_the_next_of_these_as_they_are_sorted() -> None:
    app = open_page("compare", view="discrepancies", order="date", question="coup/date")
    assert "Question 2 of 3" in text_of(app)
    app.button(key="compare_neighbour_-1").click().run()
    assert app.session_state["question"] == "embassy/date"


def test_each_answer_among_the_discrepancies_leads_to_its_question() -> None:
    app = open_page("compare", view="discrepancies")
    chips = [button for button in app.button if str(button.key).startswith("open_") and "-badge[" in button.label]
    asked = str(chips[-1].key).removeprefix("open_").rsplit(" ", 1)[0]
    chips[-1].click().run()
    assert not app.exception
    assert app.session_state["question"] == asked


def test_a_series_opens_to_its_own_questions_whichever_line_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"trade": (100, 110), "visit": (100, 400), "wagner": (100, 200)}
    lines = ["claim,event,source,attribute,value,unit,period,stated,locator"]
    for event, answers in values.items():
        for year in range(2001, 2005 if event != "visit" else 2002):
            for source, value in zip("ab", answers, strict=True):
                lines.append(f"{event}-{source}-{year},{event},{source},amount,{value},USD,{year},{value},p1")
    monkeypatch.setenv("TABLES", str(write_small(tmp_path, claims="\n".join(lines))))
    app = open_page("compare", view="discrepancies")
    for event in ("trade", "wagner"):
        app.session_state["series_trade"], app.session_state["series_wagner"] = event == "trade", event == "wagner"
        app.run()
        (shown,) = (table.value for table in app.dataframe)
        assert len(shown) == 4
        assert all(f"{values[event][1]} USD" in told for told in shown["What the sources say"])
