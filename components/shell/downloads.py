"""Buttons that hand a frame over as a file, exactly as it is shown."""

import re
from collections.abc import Callable
from contextvars import copy_context
from functools import cache
from typing import TypeVar

import pandas as pd
import streamlit as st

import data
from components.words.i18n import _

Made = TypeVar("Made")


def buttons(frame: pd.DataFrame | Callable[[], pd.DataFrame], *name: str) -> None:
    """Draw the buttons for a frame as CSV and as JSON; the parts of `name` that are not empty name the file.

    A frame that is long in the making is given as what makes it, which is asked when the file is.
    """

    made: Callable[[], pd.DataFrame] = cache(later(frame)) if callable(frame) else lambda: frame

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


def later(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return what makes a file as this run would: it is asked for outside of it, by a reader of the same language."""
    reader = copy_context()
    return lambda: reader.copy().run(make)


def file_name(question: str) -> str:
    """Return a question's id such that it can stand in a file's name."""
    return re.sub(r"[^\w-]+", "-", question)
