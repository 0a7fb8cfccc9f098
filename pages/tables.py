"""Tables of the reader's own, shown for the visit; texts coded with help; how new claims stand; what changes."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

import streamlit as st

from components.own_tables import changes, coding, opening, rehearsing
from components.shell.loading import load_tables
from components.words.i18n import _

st.title(_("Your tables"), anchor=False)
st.header(_("Show tables of your own"))
opening.draw()
tables = load_tables()
st.header(_("Code a text with help"))
coded = coding.draw(tables)
st.header(_("Rehearse a source"))
rehearsing.draw(tables, coded)
st.header(_("What changes between two versions"))
changes.draw(tables)
