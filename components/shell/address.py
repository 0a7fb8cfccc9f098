"""Picking one thing from a list, by hand or by a link.

What is picked stands in the address as its id. As with the filters, a field out of sight holds it there, and readers
use a widget in words.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components.shell import page_hooks, state
from components.words import markdown
from components.words.i18n import LOCALES, _

VISITED, LEFT_OUT = "address_visited", "address_left_out"  # in the state of a visit
MOST_LETTERS = 8_000  # of the keys and values of an address: many servers and proxies take no more of it


def bound(page: st.Page) -> None:
    """Open the page anew without what makes its address longer than links are; see `left_out`.

    It is done as a visit begins: later on, only what the reader chooses makes an address longer.
    """
    if VISITED in st.session_state:
        return
    st.session_state[VISITED] = True
    held = {key: st.query_params.get_all(key) for key in st.query_params}
    letters = {key: sum(len(key) + len(value) for value in values) for key, values in held.items()}
    left_out = []
    for key in sorted(held, key=letters.__getitem__, reverse=True):
        if sum(letters.values()) <= MOST_LETTERS:
            break
        del held[key], letters[key]
        left_out.append(key)
    if left_out:
        st.session_state[LEFT_OUT] = left_out
        st.switch_page(page, query_params=held)


def left_out() -> list[str]:
    """Return the keys that were left out of an address that was too long, once."""
    return list(st.session_state.pop(LEFT_OUT, []))


def field(key: str) -> str:
    """Draw the field, out of sight, that the address holds under `key`, and return what stands there."""
    with page_hooks.unseen():
        return str(st.text_input(key, key=key, bind="query-params") or "")


def language() -> str:
    """Return the language that the reader chose, else that of the browser; English where neither is here.

    The `field` of the key `lang` was drawn before.
    """
    of_browser = (st.context.locale or "").partition("-")[0]
    return next((code for code in (st.session_state.get("lang"), of_browser) if code in LOCALES), "en")


def choose_one(label: str, key: str, options: Mapping[str, str], listed: Sequence[str]) -> str:
    """Draw a list of ids by the words for them, and return the one picked; the first of the list where none is.

    The `field` of this key was drawn before. A link may pick any of the `options`, which are in words; the list holds
    those that are `listed`. Where the address names what is not to be had, one line says so.
    """
    asked = st.session_state[key]
    picked = asked if asked in options else listed[0]
    ids = listed if picked in listed else [picked, *listed]
    st.selectbox(
        label,
        ids,
        key=widget_key(key, picked),
        format_func=options.__getitem__,
        placeholder=_("Choose an option"),
        on_change=take_over,
        args=(key,),
    )
    if asked and asked not in options:
        told = _(
            "The link asks for “{id}”, which is not among what is shown now; here is another.",
            id=markdown.escape(asked),
        )
        st.info(told)
    return picked


def switch(label: str, key: str, options: Mapping[str, str]) -> str:
    """Draw a switch between a few slugs by the words for them, and return the one chosen; the first where none is."""
    return segmented(label, key, options, field(key), take_over)


def segmented(label: str, key: str, options: Mapping[str, str], asked: str, on_change: Callable[[str], None]) -> str:
    """Draw the switch alone, and return the slug that is asked for, or the first; a press calls back with the key."""
    chosen = asked if asked in options else next(iter(options))
    st.segmented_control(
        label,
        list(options),
        key=widget_key(key, chosen),
        format_func=lambda slug: markdown.escape(options[slug]),
        required=True,
        wrap=True,
        on_change=on_change,
        args=(key,),
    )
    return chosen


def choose_page(count: int, most: int, key: str = "page") -> int:
    """Draw the pages of so many rows, `most` on each; return the place of the first row on the page that is open."""
    pages = -(-count // most)
    if pages < 2:
        return 0
    if st.session_state.get(key, 1) > pages:  # the filters leave fewer now
        st.session_state[key] = 1
    return (int(st.pagination(pages, key=key, bind="query-params")) - 1) * most


def widget_key(key: str, value: Any) -> str:
    """Return the key of the widget that readers use for a field, set to what the field holds."""
    words = f"{key}_in_words"
    if st.session_state.get(words) != value:
        state.put(words, value)
    return words


def take_over(key: str) -> None:
    """Take over what was picked in words as the id that the address holds."""
    state.renew()
    state.put(key, st.session_state[f"{key}_in_words"] or "")
