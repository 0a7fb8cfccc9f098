"""What readers are told about the tables themselves: what could not be read."""

import streamlit as st

import data
from components.words.i18n import _


def problems(tables: data.Tables) -> None:
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
