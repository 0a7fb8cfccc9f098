"""Picking one thing: from a list, by a click on a chart, or by a link."""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from components.wording import _


def one(label: str, key: str, options: Mapping[str, str], *, default: str = "", placeholder: str = "") -> str:
    """Draw a list of ids by the words for them, and return the one picked; `default`, or nothing, where none is.

    What is picked stands in the address under `key`, as its id. As with the filters, a widget out of sight holds it
    there. Where the address names what is not to be had, one line says so.
    """
    st.html(f"<style>.st-key-{key} {{display: none}}</style>")
    asked = st.text_input(label, key=key, bind="query-params")
    picked = asked if asked in options else default
    widget = f"{key}_in_words"
    if st.session_state.get(widget) != (picked or None):
        st.session_state[widget] = picked or None
    st.selectbox(
        label,
        list(options),
        key=widget,
        format_func=lambda id_: options.get(id_, id_),
        on_change=_take,
        args=(key,),
        placeholder=placeholder or _("Pick one"),
    )
    if asked and asked not in options:
        st.info(_("The link asks for “{id}”, which is not among what is shown now.", id=asked))
    return picked


def _take(key: str) -> None:
    """Take over what was picked in words as the id that the address holds."""
    st.session_state[key] = st.session_state[f"{key}_in_words"] or ""


def take_row(chart: str, key: str) -> None:
    """Take over a click on a row of an Altair chart, whose selection `row` names the `key`."""
    rows: list[Mapping[Hashable, Any]] = st.session_state[chart].get("selection", {}).get("row", [])
    if rows:
        st.session_state[key] = rows[0][key]
