"""Picking one thing: from a list, by a click on a chart, or by a link."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import streamlit as st

from components.wording import _


def one(label: str, key: str, options: Mapping[str, str], listed: Sequence[str]) -> str:
    """Draw a list of ids by the words for them, and return the one picked; the first of the list where none is.

    A link may pick any of the `options`, which are in words; the list holds those that are `listed`. What is picked
    stands in the address under `key`, as its id; as with the filters, a widget out of sight holds it there. Where the
    address names what is not to be had, one line says so.
    """
    st.html(f"<style>.st-key-{key} {{display: none}}</style>")
    asked = st.text_input(label, key=key, bind="query-params")
    picked = asked if asked in options else listed[0]
    widget = f"{key}_in_words"
    if st.session_state.get(widget) != picked:
        st.session_state[widget] = picked
    ids = listed if picked in listed else [picked, *listed]
    st.selectbox(label, ids, key=widget, format_func=options.__getitem__, on_change=_take, args=(key,))
    if asked and asked not in options:
        st.info(_("The link asks for “{id}”, which is not among what is shown now; here is another.", id=asked))
    return picked


def _take(key: str) -> None:
    """Take over what was picked in words as the id that the address holds."""
    st.session_state[key] = st.session_state[f"{key}_in_words"]


def take_row(chart: str, key: str) -> None:
    """Take over a click on a row of an Altair chart, whose selection `row` names the `key`."""
    rows: list[Mapping[Hashable, Any]] = st.session_state[chart].get("selection", {}).get("row", [])
    if rows:
        st.session_state[key] = rows[0][key]
