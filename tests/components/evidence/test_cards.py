"""The cards of claims."""

import pytest

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
