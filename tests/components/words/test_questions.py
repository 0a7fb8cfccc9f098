"""What is asked, in words."""

import pytest

import data
from components.words.questions import question_text
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
