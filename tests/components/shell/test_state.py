"""Setting widgets so that it holds, in a browser that presses again before it knows of the last answer."""

import pytest
from streamlit.testing.v1 import AppTest

from components.shell.state import CONFIRMED


def _page() -> None:
    import streamlit as st

    from components.shell import state

    state.renew()
    st.text_input("Chosen", key="chosen")
    for value in ("a", "b"):
        st.button(value, on_click=state.put, args=("chosen", value))
    st.button("else")
    state.confirm()


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(_page).run()


def press_unknowing(app: AppTest, name: str, has: str, confirmed: str) -> None:
    """Press a button in a browser that still has what stood there before the last answers."""
    app.text_input(key="chosen").set_value(has)
    app.text_input(key=CONFIRMED).set_value(confirmed)
    next(button for button in app.button if button.label == name).click().run()


def test_what_was_set_holds_where_the_next_press_comes_before_the_answer(app: AppTest) -> None:
    press_unknowing(app, "a", "", "")
    assert app.text_input(key="chosen").value == "a"
    press_unknowing(app, "else", "", "")
    assert app.text_input(key="chosen").value == "a"
    press_unknowing(app, "b", "", "")
    assert app.text_input(key="chosen").value == "b"
    press_unknowing(app, "else", "a", "1")  # the first answer has come, the second has not
    assert app.text_input(key="chosen").value == "b"


def test_what_the_reader_chooses_meanwhile_is_taken(app: AppTest) -> None:
    press_unknowing(app, "a", "", "")
    press_unknowing(app, "else", "typed", "")
    assert app.text_input(key="chosen").value == "typed"


def test_what_was_there_before_can_be_chosen_again_once_the_answer_has_come(app: AppTest) -> None:
    press_unknowing(app, "a", "", "")
    app.text_input(key="chosen").set_value("").run()  # as the button Back does
    assert app.text_input(key="chosen").value == ""
