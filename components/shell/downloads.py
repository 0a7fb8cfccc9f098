"""Buttons that hand a frame over as a file, exactly as it is shown."""

import re
from collections.abc import Callable
from contextvars import copy_context
from functools import cache

import pandas as pd
import streamlit as st

import data
from components.words.i18n import _


def buttons(frame: pd.DataFrame | Callable[[], pd.DataFrame], *name: str) -> None:
    """Draw the buttons for a frame as CSV and as JSON; the parts of `name` that are not empty name the file.

    A frame that is long in the making is given as what makes it, which is asked when the file is.
    """

    reader = copy_context()  # the file is asked for outside this run, in the same language

    @cache
    def made() -> pd.DataFrame:
        return reader.copy().run(frame) if callable(frame) else frame

    stem = "-".join(filter(None, name))
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            _("Download CSV"),
            lambda: data.write_csv(made()).encode("utf-8-sig"),  # the mark tells Excel that accents are UTF-8
            f"{stem}.csv",
            "text/csv",
            key=f"{stem}_csv",
            on_click="ignore",
        )
        st.download_button(
            _("Download JSON"),
            lambda: data.write_json(made()),
            f"{stem}.json",
            "application/json",
            key=f"{stem}_json",
            on_click="ignore",
        )


def file_name(question: str) -> str:
    """Return a question's id such that it can stand in a file's name."""
    return re.sub(r"[^\w-]+", "-", question)
