"""A table of questions, page by page, each a link to all its answers."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.shell import navigation
from components.words import markdown
from components.words.i18n import _

ROWS = 10  # of a table; the rest is turned to


def draw(
    count: int, part_of: Callable[[int, int], pd.DataFrame], key: str, alt: str, **looks: Callable[[str], str]
) -> None:
    """Draw so many rows as a table that is turned page by page; `part_of` gives the rows from the first to the last.

    They have the question's id as `question`, its words as `asked`, and columns of text by their headings. Columns
    named in `looks` are drawn as Markdown by that function.
    """
    pages = -(-count // ROWS)
    place = st.container()
    page = st.pagination(pages, key=f"{key}_page_{pages}") if pages > 1 else 1
    part = part_of((page - 1) * ROWS, page * ROWS)
    asked = [
        navigation.markdown_link(*linked)
        for linked in zip(part["asked"], navigation.question_addresses(part["question"]), strict=True)
    ]
    told = part.drop(columns=["question", "asked"])
    drawn = {name: told[name].map(looks.get(name, markdown.escape)) for name in told.columns}
    with place:
        st.table(pd.DataFrame({_("Question"): asked, **drawn}), hide_index=True, border="horizontal", alt=alt)


def draw_frame(rows: pd.DataFrame, key: str, alt: str, **looks: Callable[[str], str]) -> None:
    """Draw rows that are at hand in the same way."""
    draw(len(rows), lambda first, last: rows.iloc[first:last], key, alt, **looks)
