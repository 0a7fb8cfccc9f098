"""How the answers of one source stand beside those of others, in words and as counts, never as a score."""

from collections.abc import Mapping

import pandas as pd

import data
from components.words import format, labels
from components.words.answers import answers_by_source
from components.words.i18n import _
from components.words.names import shorten_list, source_names
from components.words.questions import question_texts


def answers_of(tables: data.Tables, view: data.View, source: str, standing: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the answers of a source to the questions of a view, all or those of some `standing`, in words.

    Columns: question, asked, standing, says (its answers in words), others (who else says what, as the standing asks).
    """
    if standing is None:
        standing = view.standings_of(source)
    ids = standing["question"].reset_index(drop=True)
    questions, claims = view.questions_of(ids), view.claims_of(ids)
    said = answers_by_source(questions, claims)
    beside = others_say(tables, standing, view.relations_of(source, ids), said)
    return pd.DataFrame(
        {
            "question": ids,
            "asked": ids.map(question_texts(tables, questions)),
            "standing": standing["standing"].to_numpy(),
            "says": [said[question, source] for question in ids],
            "others": [beside.get(question, "") for question in ids],
        }
    )


def others_say(tables: data.Tables, standing: pd.DataFrame, related: pd.DataFrame, said: pd.Series) -> dict[str, str]:
    """Return, by question, the sources that make a `standing` what it is, and what they say where that differs.

    `related` are the relations of the answers of its source to those of others, and `said` is what all say, in words,
    by question and source.
    """
    names = source_names(tables)
    related = related.astype({"question": "str", "other": "str", "relation": "str"})
    parts, reported = related["relation"] == "part", related["reported"]
    rules = {
        "contradicted": parts & ~reported,
        "disputed": parts & reported,
        "confirmed": ~parts & related["confirmed"],
        "same origin": ~parts & related["same"] & ~related["confirmed"],
        "compatible": ~parts & ~related["same"],
    }
    found: dict[str, str] = {}
    stands = related["question"].map(standing.set_index("question")["standing"])
    for name, rule in rules.items():
        for question, rows in related[rule & (stands == name)].groupby("question"):
            who = list(rows["other"])
            alike = name in ("confirmed", "same origin")
            listed = [names[other] for other in who] if alike else _group_by_text(who, str(question), names, said)
            found[str(question)] = shorten_list(listed) if alike else format.clauses(listed)
    return found


def _group_by_text(who: list[str], question: str, names: Mapping[str, str], said: pd.Series) -> list[str]:
    """Return what others say, those that say the same together."""
    together: dict[str, list[str]] = {}
    for other in who:
        together.setdefault(said[question, other], []).append(names[other])
    return [_("{who}: {what}", who=shorten_list(others), what=what) for what, others in together.items()]


def count_standings(found: pd.DataFrame) -> dict[str, int]:
    """Return how many answers stand so, by each standing."""
    by = found["standing"].value_counts()
    return {standing: int(by.get(standing, 0)) for standing in data.STANDINGS}


def standings_sentence(name: str, found: pd.DataFrame) -> str:
    """Return how the answers of a source stand, as a sentence."""
    parts = [
        _("{n} {standing}", n=n, standing=labels.standing(standing).lower())
        for standing, n in count_standings(found).items()
        if n
    ]
    return _(
        "{n} question answered in {name}: {parts}.",
        "{n} questions answered in {name}: {parts}.",
        n=len(found),
        name=name,
        parts=format.join(parts),
    )
