"""What is asked, in words."""

import pytest

import data
from components.words.questions import question_text, strongest_first
from tests.components.words.examples import row


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("embassy/date", "When did it happen: Reopening of the embassy?"),
        ("trade/amount/2008/USD", "How much: Trade in goods? (2008)"),
        ("visit/date/planned", "When did it happen: The visit? (as planned)"),
        ("wagner/status", "Presence of Wagner: State"),
    ],
)
def test_a_question_in_words(tables: data.Tables, question: str, asked: str) -> None:
    assert question_text(tables, row(tables, question)) == asked


def test_the_strongest_disagreement_comes_first(tables: data.Tables) -> None:
    questions = tables.select(data.Selection()).questions
    contested = questions[questions["verdict"].isin(data.CONTESTED)]
    # what is between the two countries comes before its context, though more sources contest that
    assert list(strongest_first(contested)["question"]) == ["embassy/date", "wagner/status", "coup/date"]
