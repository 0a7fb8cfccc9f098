"""Questions in order, with labels, and the choice of which to show."""

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.words import format, labels
from components.words.i18n import N_, _, translate

SUBSETS = {"contested": N_("Contested"), "several": N_("By several"), "all": N_("All")}
"""Which questions the matrix can show."""


def in_order(view: data.View) -> pd.DataFrame:
    """Return a view's questions with a column `section`: the contested first, ranked, the rest by topic and title."""
    questions = view.questions
    first = view.contested[questions.columns].assign(section=_("Contested"))
    rest = questions[~questions["verdict"].isin(data.CONTESTED)]
    rest = rest.sort_values(["topic", "title", "attribute", "question"], kind="stable")
    return pd.concat([first, rest.assign(section=rest["topic"].map(labels.term))], ignore_index=True)


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


def choose_subset(questions: pd.DataFrame) -> str:
    """Draw the choice of which questions to show, each with its number, and return it, one of `SHOWN`."""
    counts = {which: len(subset(questions, which)) for which in SUBSETS}
    picked = st.segmented_control(
        _("Questions"),
        [which for which, count in counts.items() if count],
        format_func=lambda which: f"{translate(SUBSETS[which])} ({format.number(counts[which])})",
        default="several" if counts["several"] else "all",
        required=True,
        wrap=True,
        key="compare_which",
        persist_state="page",
    )
    return str(picked)


def subset(questions: pd.DataFrame, which: str) -> pd.DataFrame:
    """Return the questions of one of `SHOWN`: the contested, these and all that several sources answer, or all."""
    if which == "contested":
        return questions[questions["verdict"].isin(data.CONTESTED)]
    several = (questions["n_sources"] > 1) | questions["verdict"].isin(data.CONTESTED)
    return questions[several] if which == "several" else questions
