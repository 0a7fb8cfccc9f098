"""Setting widgets so that it holds: also where the reader presses again before the browser knows of it.

With each press a browser sends the values of all its widgets. What was set by the press before is not among them until
its answer has come, so that Streamlit takes the old value for a new choice, and the first of two presses is lost. Here
the values that the browser may still have are held until it has sent back the number that each answer ends with.
"""

from typing import Any

import streamlit as st

from components.shell import page_hooks

SET = "state_set"  # in the state of a visit: key → what the browser may have, and last what it was set to
COUNT = "state_count"  # in the state of a visit: how often anything was set
CONFIRMED = "state_confirmed"  # the field in which the browser sends the last such number back


def put(key: str, value: Any) -> None:
    """Set the widget of a key, before it is drawn."""
    _held().setdefault(key, []).extend([st.session_state.get(key), value])
    _set(key, value)


def renew() -> None:
    """Set anew what the browser sent as it was before it was set; what it sent otherwise is the reader's own choice.

    This stands before the first widget of a run, and first in what is called back when a widget was changed.
    """
    for key, values in _held().items():
        if key in st.session_state:
            if st.session_state[key] not in values:
                values.append(st.session_state[key])
            _set(key, values[-1])


def _held() -> dict[str, list[Any]]:
    held: dict[str, list[Any]] = st.session_state.setdefault(SET, {})
    if st.session_state.get(CONFIRMED, "") == str(st.session_state.get(COUNT, "")):
        held.clear()
    return held


def _set(key: str, value: Any) -> None:
    st.session_state[COUNT] = st.session_state.get(COUNT, 0) + 1
    st.session_state[key] = value


def confirm() -> None:
    """Draw, out of sight, the number with which an answer ends: once it comes back, the browser has all before it."""
    st.session_state[CONFIRMED] = str(st.session_state.get(COUNT, ""))
    with page_hooks.unseen():
        st.text_input(CONFIRMED, key=CONFIRMED)
