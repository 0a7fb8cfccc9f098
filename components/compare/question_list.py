"""Questions in order, with labels, and the choice of which to show."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.words import format, labels
from components.words.i18n import N_, _, translate
from data.selection import BY_TOPIC, SUBSETS

MOST_LISTED = 2000  # questions that a list to pick from holds
WORDS = {"contested": N_("Contested"), "several": N_("By several"), "all": N_("All")}
"""Which questions can be shown: `SUBSETS` in words."""


def in_order(view: data.View, which: str = "all", first: int = 0, rows: int | None = None) -> pd.DataFrame:
    """Return some of a view's questions in order, one of `SUBSETS`, with a column `section` for their heading."""
    questions = view.page(first, rows, BY_TOPIC, SUBSETS[which])
    contested = questions["verdict"].isin(data.CONTESTED)
    return questions.assign(section=questions["topic"].map(labels.term).mask(contested, _("Contested")))


def question_labels(tables: data.Tables, questions: pd.DataFrame) -> pd.Series:
    """Return, by question, what is asked of its event: the attribute, the member of a list, the period, if planned."""
    what = questions["attribute"].map(tables.attributes.set_index("attribute")["label"]).map(translate)
    what = what.where(questions["member"] == "", what + ": " + questions["member"])
    said = {period: f", {format.date(period)}" if period else "" for period in questions["period"].unique()}
    what += questions["period"].map(said)
    planned = questions["planned"].astype(bool)
    what = what.where(~planned, what + " (" + _("as planned") + ")")
    return pd.Series(what.to_numpy(), index=questions["question"])


def question_options(tables: data.Tables, questions: pd.DataFrame) -> dict[str, str]:
    """Return each question in words, with its verdict's shape, by its id."""
    glyphs = questions["verdict"].map({verdict: look.glyph for verdict, look in theme.LOOKS.items()})
    words = glyphs.to_numpy() + " " + questions["title"].to_numpy() + ": " + question_labels(tables, questions)
    return {str(question): str(text) for question, text in words.items()}


def choose_subset(counts: Mapping[str, int]) -> str:
    """Draw the choice of which questions to show, of so many each, and return it, one of `SUBSETS`."""
    picked = st.segmented_control(
        _("Questions"),
        [which for which, count in counts.items() if count],
        format_func=lambda which: f"{translate(WORDS[which])} ({format.number(counts[which])})",
        default="several" if counts["several"] else "all",
        required=True,
        wrap=True,
        key="compare_which",
        persist_state="page",
    )
    return str(picked)


def count_subsets(view: data.View) -> dict[str, int]:
    """Return how many of a view's questions are in each of `SUBSETS`."""
    return {which: view.count_where(condition) for which, condition in SUBSETS.items()}
