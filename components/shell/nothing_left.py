"""What a page says where the filters leave nothing of it, and the ways back."""

from dataclasses import replace
from typing import NoReturn

import streamlit as st

import data
from components.shell import filters, state
from components.words import format, markdown
from components.words.i18n import _
from data import search

MOST_OFFERED = 6  # words of a search that are looked for one by one


def _offer_fewer_words(view: data.View) -> None:
    """Say which words of the search are found nowhere, and offer the search without each that keeps it from finding."""
    chosen, tables = view.selection, view.found.tables
    typed = list(search.terms(chosen.words))[:MOST_OFFERED]

    def count(words: str) -> int:
        return tables.select(replace(chosen, words=words)).n_questions

    nowhere = [word for word in typed if not count(word)]
    if nowhere:
        quoted = format.join([format.quoted(word) for word in nowhere], "or")
        st.markdown(markdown.escape(_("Nothing that is left by the other filters holds {words}.", words=quoted)))
    for place, word in enumerate(typed if len(typed) > 1 else ()):
        rest = " ".join(other for other in typed if other != word)
        if n := count(rest):
            told = _("Without {word}: {n} question", "Without {word}: {n} questions", n=n, word=format.quoted(word))
            st.button(markdown.escape(told), on_click=_search, args=(rest,), key=f"nothing_left_without_{place}")
    if len(typed) > 1 and len(nowhere) > 1 and (rest := " ".join(word for word in typed if word not in nowhere)):
        told = _("Search only for {words}", words=format.quoted(rest))
        st.button(markdown.escape(told), on_click=_search, args=(rest,), key="nothing_left_only")


def _search(words: str) -> None:
    state.put("q", words)


def stop(view: data.View, why: str = "") -> NoReturn:
    """Say kindly that the filters leave nothing, or why nothing of it is shown, offer the ways back; end the page."""
    st.markdown(why or _("Nothing in the tables fits all of these filters at once."))
    if not why:
        _offer_fewer_words(view)
    st.button(_("Show everything again"), on_click=filters.reset, key="nothing_left_reset")
    state.confirm()
    st.stop()
