"""What stands behind a question, as cards and as a table."""

from pathlib import Path

import pandas as pd
import pytest

import data
from components.evidence.table import claims_table, unknown_columns
from tests.app import open_page


def shown(question: str) -> list[list[str]]:
    """The sources and the texts of the cards of a question."""
    app = open_page("compare", question=question)
    sources = [button.label for button in app.button if str(button.key).startswith("source_of_")]
    return [sources, [markdown.value for markdown in app.main.markdown]]


@pytest.mark.usefixtures("small")
def test_a_card_tells_who_what_in_which_words_where_and_how() -> None:
    sources, texts = shown("embassy/date")
    assert sources == ["Encyclopedia →", "Encyclopedia →"]
    first = texts.index("**July 2023**")
    assert texts[first : first + 4] == [
        "**July 2023**",
        ":small[“July 2023” · paragraph 1]",
        ":small[in its own words]",
        ":small[published 28 September 2024 · [open the source](https://example.org/wiki_%28a%29)]",
    ]


@pytest.mark.usefixtures("small")
def test_a_card_tells_of_voices_derivation_origin_and_note() -> None:
    _sources, texts = shown("visit/date")
    assert ":small[in its own words · worked out from these words · goes back to wire]" in texts
    assert ":small[The Wednesday before publication]" in texts
    _sources, texts = shown("wagner/status")
    assert r"**denies\: present**" in texts
    assert ":small[quoting The president]" in texts


@pytest.mark.usefixtures("small")
def test_text_of_the_table_is_no_markdown() -> None:
    _sources, texts = shown("trade/amount/2009/t")
    assert r":small[“about \[3500\] tonnes” · table 3]" in texts


def test_the_table_is_in_words_and_ends_with_what_the_program_does_not_know(small: Path) -> None:
    view = data.select(data.load(small), data.Selection())
    table = claims_table(data.load(small), view.claims, view.questions)
    assert list(table.columns) == [
        "Event", "What", "Value", "As stated", "Source", "Where", "Voice", "Verdict", "Period", "Basis", "Note",
        "Coded value", "Unit", "Claim", "checked",
    ]  # fmt: skip
    assert table.set_index("Claim").loc["c6"].to_dict() == {
        "Event": "Trade in goods",
        "What": "Amount",
        "Value": "3.2 million USD",
        "As stated": "3.2 million dollars",
        "Source": "Encyclopedia",
        "Where": "paragraph 10",
        "Voice": "own words",
        "Verdict": "◉ Sole source",
        "Period": "2008",
        "Basis": "stated",
        "Note": "",
        "Coded value": "3.2e6",
        "Unit": "USD",
        "checked": "",
    }


def test_what_the_program_does_not_know_is_told_apart(small: Path) -> None:
    claims = data.load(small).claims
    assert unknown_columns(claims) == ["checked"]
    assert unknown_columns(pd.DataFrame(columns=["claim", "low", "colour"])) == ["colour"]
