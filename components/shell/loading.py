"""The table set that the dashboard shows, and the sources' own texts where there are any."""

import os
from pathlib import Path

import pyarrow as pa
import streamlit as st

import data
from components.shell import address
from components.words import format, i18n, markdown
from components.words.i18n import _
from components.words.names import in_words

pa.set_memory_pool(pa.system_memory_pool())  # which gives more of what pages no longer need back than Arrow's own

OWN = "own_tables"
"""Where the session holds the tables that its reader gave for the visit: no other session can see them."""


def load_tables() -> data.Tables:
    """Return the reader's own table set, or that of the environment variable `TABLES`, or the shipped one.

    Its texts are in the reader's language where the set has them in it. What runs without the page, as a dialog does,
    begins here.
    """
    i18n.begin(address.language())
    return in_words(st.session_state.get(OWN) or load_shared_tables())


def load_shared_tables() -> data.Tables:
    """Return the table set that all see who gave none, as its files have it.

    Where it cannot be read, one line says why, and the page ends there; one that could be read before is returned as it
    was, with that line among its problems.
    """
    try:
        return data.load(os.environ.get("TABLES") or None, or_last=True)
    except data.TablesError as error:
        st.error(markdown.escape(str(error)), title=_("These tables cannot be shown"))
        st.stop()


def load_texts(tables: data.Tables) -> data.Texts:
    """Return the sources' texts that lie in the folder that the environment variable `TEXTS` names; none without it.

    Where the folder cannot be read, one line says why, and the page goes on without them.
    """
    if not os.environ.get("TEXTS"):
        return {}
    try:
        texts = data.texts_in(tables, Path(os.environ["TEXTS"]))
    except data.TextsError as error:
        st.caption(_("The texts cannot be shown. {why}", why=markdown.escape(str(error))))
        return {}
    if wrong := [file for file, text in texts.items() if not data.is_utf_8(text)]:
        st.caption(
            _("Not saved as UTF-8, so that letters are missing: {names}", names=markdown.escape(format.join(wrong)))
        )
    return texts
