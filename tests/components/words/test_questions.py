"""What is asked, in words."""

import pytest

import data
from components.words.questions import count_contested, question_text
from tests.components.words.examples import row
from tests.data.inline import loaded_well


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


def test_what_independent_origins_contest_is_told_before_what_one_origin_does() -> None:
    tables = loaded_well(
        claims="""
            claim, event, source, attribute, value
            a1,    coup,  A,      date,      2022-09
            a2,    coup,  B,      date,      2022-07
            b1,    visit, A,      date,      2024-06
            b2,    visit, A,      date,      2024-07
            c1,    tour,  C,      date,      2024-01
            c2,    tour,  D,      date,      2024-02
            d1,    talks, E,      date,      2023
            d2,    talks, F,      date,      2024
        """,
        sources="source, origin, replaces\nA,,\nB,,\nC,wire,\nD,wire,\nE,,\nF,,E\n",
    )
    assert count_contested(tables.select(data.Selection())) == (
        "1 contested between independent origins · 1 in which a source contradicts itself · "
        "1 contested within one origin only · 1 data set revised by a later edition"
    )
    assert count_contested(tables.select(data.Selection(topics=("none",)))) == "0 contested between independent origins"
