"""The table set that the dashboard shows, and what was wrong with it."""

import os

import streamlit as st

import data
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
