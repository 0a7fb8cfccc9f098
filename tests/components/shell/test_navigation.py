"""Links keep the filters, and what is opened on top of a view is closed by turning to a view below it."""

from collections.abc import Iterator
from unittest.mock import patch
from urllib.parse import parse_qs

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.shell import navigation, page_hooks


def _views() -> None:
    import streamlit as st

    from components.shell import navigation

    st.text(navigation.choose_view({"matrix": "Matrix", "question": "One question", "source": "One source"}))


def _asking() -> None:
    import streamlit as st

    from components.shell import navigation

    st.text(navigation.question_address("coup & co/date"))
    st.text("\n".join(navigation.question_addresses(["a/date", "b/date"])))
    st.markdown(navigation.question_link("A [coup]", "coup/date"))


@pytest.fixture
def state() -> Iterator[dict[str, object]]:
    held: dict[str, object] = {}
    with patch.object(st, "session_state", held):
        yield held


def asking(**address: str | list[str]) -> AppTest:
    app = AppTest.from_function(_asking)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def test_a_link_to_a_question_keeps_the_filters_and_nothing_else() -> None:
    app = asking(topic=["trade", "defence"], q="a b", view="pair", page="3")
    assert parse_qs(app.text[0].value.removeprefix("?")) == {
        "question": ["coup & co/date"],
        "topic": ["trade", "defence"],
        "q": ["a b"],
    }
    assert [parse_qs(line[1:])["question"] for line in app.text[1].value.split("\n")] == [["a/date"], ["b/date"]]


def test_a_link_in_words_of_a_table_holds_no_markdown_of_theirs() -> None:
    assert asking().markdown[0].value == r"[A \[coup\]](?question=coup%2Fdate)"


def test_a_mark_in_a_figure_leads_to_its_question_once(state: dict[str, object]) -> None:
    state["chart"] = {"selection": {"row": [{"question": "coup/date"}]}}
    with patch.object(st, "switch_page") as turned:
        navigation.leave_for_row("chart")
        navigation.leave_for_row("chart")
    turned.assert_called_once_with("pages/compare.py", query_params={"question": "coup/date"})
    assert state[navigation.NEW]


def test_turning_to_a_view_closes_what_was_opened_on_top_of_it_alone() -> None:
    app = AppTest.from_function(_views)
    for key, value in {"view": "matrix", "question": "coup/date", "of": "a"}.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    assert app.text[0].value == "source"
    for view, question in (("question", "coup/date"), ("matrix", "")):
        app.button_group[0].set_value(view).run()
        assert app.text[0].value == view
        assert (app.text_input(key="question").value, app.text_input(key="of").value) == (question, "")


def test_a_click_on_a_row_opens_its_question_and_one_beside_it_none(state: dict[str, object]) -> None:
    state["chart"] = {"selection": {"row": []}}
    navigation.open_row("chart")
    assert "question" not in state
    state["chart"] = {"selection": {"row": [{"question": "coup/date"}]}}
    navigation.open_row("chart")
    assert state["question"] == "coup/date"


def test_a_heading_has_the_focus_once_and_only_where_it_was_opened(state: dict[str, object]) -> None:
    with patch.object(page_hooks, "focus") as focus:
        navigation.focus("asked")
        focus.assert_not_called()
        state["chart"] = {"selection": {"row": [{"question": "coup/date"}]}}
        navigation.open_row("chart")
        navigation.focus("asked")
        navigation.focus("asked")
        focus.assert_called_once_with("asked")
