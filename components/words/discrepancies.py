"""A discrepancy in the fewest words, and what else is to be known of it."""

import pandas as pd

import data
from components.words import format
from components.words.answers import position_text
from components.words.i18n import _
from components.words.names import source_names
from components.words.questions import origins_text, short_question

MOST_POSITIONS = 3  # of a question, in the fewest words; of more numbers the ends are told


def short_sentence(tables: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return a discrepancy in the fewest words: what it is about, its `held` sides, and what kind of contest it is."""
    sides = held.to_dict("records")
    words = [position_text(row, question, claims) for row in sides]
    if len(words) > MOST_POSITIONS and question["kind"] == "quantity":
        what = _("from {least} to {most}", least=words[0], most=words[-1])
    elif len(words) > MOST_POSITIONS:
        more = len(words) - MOST_POSITIONS + 1
        what = format.join([*words[: MOST_POSITIONS - 1], _("{n} other answer", "{n} other answers", n=more)], "or")
    else:
        what = format.join(words, "or")
    about = short_question(tables, question)
    if question["member"]:
        return _(
            "{about}: said, and denied. {contest}",
            about=about,
            contest=_kind_of_contest(tables, question, held, claims),
        )
    return _(
        "{about}: {what}. {contest}", about=about, what=what, contest=_kind_of_contest(tables, question, held, claims)
    )


def _kind_of_contest(tables: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return who parts from whom: a source from itself, origins from origins, or the parties that are quoted."""
    if question["verdict"] == "disputed":
        return _("The parties disagree, as reported.")
    if question["verdict"] == "self-contradiction":
        own = claims[claims["own"]].groupby("source")[["low", "high"]].agg(["min", "max"])
        parted = own.index[own[("low", "max")] > own[("high", "min")]]
        names = [source_names(tables)[source] for source in parted]
        if names:
            return _("Both from {who}.", "More than one each from {who}.", n=len(names), who=format.join(names))
        return _("One source says both.")
    if question["n_origins"] == 1:
        return _("These sources have one origin.")
    every = int((held["n_origins"] + held["n_against"]).max())
    if len(held) == 2:
        first, second = held["n_origins"]
        return _(
            "Of {every} independent origins, {n} fits the one and {second} the other.",
            "Of {every} independent origins, {n} fit the one and {second} the other.",
            every=every,
            n=int(first),
            second=second,
        )
    return _("{n} independent origin speaks of it.", "{n} independent origins speak of it.", n=every)


def flags(question: pd.Series, *, echoed: bool) -> list[str]:
    """Return what else is to be known of a discrepancy, in a few words each."""
    every = {
        origins_text(question): bool(origins_text(question)),
        _("one origin: one report, not corroboration"): question["one_origin"],
        _("within the gap that is usual between such figures"): question["within_expected_gap"],
        _("some answers worked out, not stated"): question["derived"],
        _("one name, spelled in several ways"): question["variants"],
        _("another speaker is quoted with nearly the same words"): echoed,
    }
    return [words for words, holds in every.items() if holds]
