"""The disagreements that stand first, each of another event, with its answers in a sentence."""

from dataclasses import dataclass

import data
from components.words.answers import answers_sentence
from components.words.i18n import language
from components.words.questions import question_text


@dataclass(frozen=True)
class Disagreement:
    """A contested question, its verdict, what it asks, and who answers what."""

    question: str
    verdict: str
    asked: str
    told: str


def most_contested(view: data.View, most: int) -> list[Disagreement]:
    """Return the first contested question of each event in words, so many at most; worked out once a choice."""
    return _cached_disagreements(view, most, language())


@data.kept
def _cached_disagreements(view: data.View, most: int, _language: str) -> list[Disagreement]:
    tables, questions = view.found.tables, view.most_contested(most)
    answers = view.claims_of(questions["question"])
    return [
        Disagreement(
            question["question"],
            question["verdict"],
            question_text(tables, question),
            answers_sentence(tables, question, answers),
        )
        for _place, question in questions.iterrows()
    ]
