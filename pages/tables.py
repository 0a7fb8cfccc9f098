"""Tables of the reader's own, shown for the visit; and how new claims stand to those that are shown."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

import streamlit as st

from components.own_tables import opening, rehearsing
from components.shell.tables import load_tables
from components.words.i18n import _

st.title(_("Your tables"))
st.header(_("Show tables of your own"))
opening.draw()
st.header(_("Rehearse a source"))
rehearsing.draw(load_tables())
