"""What readers are told about the tables themselves: what could not be read, and what had to be worked out."""

import streamlit as st

import data
from components.shell import address
from components.words import markdown
from components.words.i18n import _, language, locale
from components.words.names import shorten_list

MOST_SHOWN = 200  # problems on the page
MOST_OF_KEY = 40  # letters of a key of the address that are shown


def left_out() -> None:
    """Say which keys were left out of an address that is too long; nothing where none were."""
    if keys := address.left_out():
        shown = shorten_list([key[:MOST_OF_KEY] for key in keys])
        told = _("The address is longer than {n} letters. Left out of it: {keys}.", n=address.MOST_LETTERS, keys=shown)
        st.info(markdown.escape(told))


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
            st.code("\n".join(map(str, tables.problems[:MOST_SHOWN])), language=None, wrap_lines=True)
            if count > MOST_SHOWN:
                st.download_button(
                    _("Download all {n} lines", n=count),
                    lambda: "\n".join(map(str, tables.problems)),
                    "problems.txt",
                    on_click="ignore",
                )


def kinds(tables: data.Tables) -> None:
    """Tell which attributes were taken for dates, quantities or names without being called so; nothing where none."""
    if tables.kinds_worked_out:
        count = len(tables.kinds_worked_out)
        told = _("The kind of {n} attribute was worked out", "The kinds of {n} attributes were worked out", n=count)
        with st.expander(told):
            st.caption(_("Whether an attribute is a date, a quantity or a name is judged by its values and units."))
            st.code("\n".join(tables.kinds_worked_out), language=None, wrap_lines=True)


def untranslated(tables: data.Tables) -> None:
    """Tell once that the tables are not in the reader's language; nothing where they are, or where it is English."""
    if language() not in ("en", *tables.languages):
        st.caption(
            _(
                "The tables have no texts in this language ({name}): they are shown as they are.",
                name=locale().language_name,
            )
        )
