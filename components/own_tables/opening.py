"""Showing a table set that the reader gives for the visit, what could not be read in it, and a table to fill in."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

import data
from components.shell import downloads, filters
from components.shell.loading import OWN
from components.words import markdown
from components.words.i18n import _
from data.templates import template_csv, template_xlsx
from data.uploads import MOST_MEGABYTES, MOST_ROWS
from data.view_exports import FORMATS

UPLOADER, REFUSED = "own_tables_upload", "own_tables_refused"
TYPES = ["csv", "tsv", "xlsx", "json", "parquet", "zip", "md"]


def draw() -> None:
    """Draw the place to give tables, what became of those that were given, and the templates."""
    st.markdown(
        _(
            "One file of claims (CSV, TSV, Excel, JSON or Parquet), the files of a folder of tables, or a zip of one: "
            "{megabytes} MB and {rows} rows at most. They are held for this visit alone, never stored, and seen by "
            "nobody else.",
            megabytes=MOST_MEGABYTES,
            rows=MOST_ROWS,
        ),
        width=760,
    )
    uploader(_("Tables"), UPLOADER, _open)
    if refused := st.session_state.get(REFUSED):
        st.error(markdown.escape(refused), title=_("These tables cannot be shown"))
    if tables := st.session_state.get(OWN):
        _shown(tables)
    _templates()


def uploader(label: str, key: str, on_change: Callable[[], None]) -> None:
    """Draw the place to give a table set, as one file or several."""
    st.file_uploader(
        label, type=TYPES, accept_multiple_files=True, key=key, max_upload_size=MOST_MEGABYTES, on_change=on_change
    )


def uploaded(key: str) -> dict[str, bytes]:
    """Return the contents of the files that such a place holds, by their names."""
    return {file.name: file.getvalue() for file in st.session_state[key]}


def _open() -> None:
    """Show what the uploader holds, on every page; where it holds nothing, the dashboard's own tables."""
    given = uploaded(UPLOADER)
    st.session_state.pop(REFUSED, None)
    if not given:
        _close()
        return
    try:
        st.session_state[OWN] = data.open_tables(given)
    except data.TablesError as error:
        st.session_state[REFUSED] = str(error)
    else:
        filters.reset()


def _close() -> None:
    st.session_state.pop(OWN, None)
    filters.reset()


def _shown(tables: data.Tables) -> None:
    told = _("Your tables are shown on every page: {claims} claims.", claims=tables.store.count)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(told, width="content")
        st.button(_("Show the tables of this dashboard again"), on_click=_close, key="own_tables_close")
    if tables.problems:
        _problems(tables)


def _problems(tables: data.Tables) -> None:
    st.subheader(_("What could not be read"))
    told = _(
        "{n} row was set aside; all others count.", "{n} rows were set aside; all others count.", n=tables.set_aside
    )
    st.caption(told)
    problems = problems_table(tables.problems)
    st.dataframe(problems, hide_index=True, alt=told)
    downloads.buttons(problems, "problems")


def problems_table(problems: tuple[data.Problem, ...]) -> pd.DataFrame:
    """Return problems as a table for readers: file, row, column and what is wrong."""
    return pd.DataFrame(
        {
            _("File"): [problem.file for problem in problems],
            _("Row"): pd.array([problem.row for problem in problems], dtype=pd.Int64Dtype()),
            _("Column"): [problem.column for problem in problems],
            _("What is wrong"): [problem.text for problem in problems],
        }
    )


def _templates() -> None:
    st.caption(_("A table to fill in, with an example; the one for Excel has lists and explains the forms of values."))
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            _("Template for Excel"),
            template_xlsx,
            "claims.xlsx",
            FORMATS["xlsx"],
            key="template_xlsx",
            on_click="ignore",
        )
        st.download_button(
            _("Template as CSV"), template_csv, "claims.csv", "text/csv", key="template_csv", on_click="ignore"
        )
