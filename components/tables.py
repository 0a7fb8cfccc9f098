"""The table set that the dashboard shows, what was wrong with it, and the sources' own texts where there are any."""

import os
from pathlib import Path

import streamlit as st

import data
from components import style
from components.wording import _


def shown() -> data.Tables:
    """Return the table set that the environment variable `TABLES` names, or the shipped one.

    Where it cannot be read, one line says why, and the page ends there.
    """
    try:
        return data.load(os.environ.get("TABLES") or None)
    except data.TablesError as error:
        st.error(str(error), title=_("These tables cannot be shown"))
        st.stop()


def texts(read: data.Tables) -> data.Texts:
    """Return the sources' texts that lie in the folder that the environment variable `TEXTS` names; none without it.

    Where the folder cannot be read, one line says why, and the page goes on without them.
    """
    try:
        return data.texts_in(read, Path(os.environ["TEXTS"])) if os.environ.get("TEXTS") else {}
    except data.TextsError as error:
        st.caption(_("The texts cannot be shown. {why}", why=style.plain(str(error))))
        return {}


def notice(tables: data.Tables) -> None:
    """Tell calmly what could not be read, line by line on demand; nothing where all is well."""
    if tables.problems:
        count = len(tables.problems)
        told = _("{n} line of the tables needs a look", "{n} lines of the tables need a look", n=count)
        with st.expander(told):
            if tables.set_aside:
                st.caption(
                    _(
                        "{n} row was set aside; all others count.",
                        "{n} rows were set aside; all others count.",
                        n=tables.set_aside,
                    )
                )
            st.code("\n".join(map(str, tables.problems)), language=None, wrap_lines=True)
