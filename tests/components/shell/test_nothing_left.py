"""What a page says where the filters leave nothing of it, and the ways back."""

import pytest

from tests.app import open_page, text_of


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["overview", "claims"])
def test_a_filter_that_leaves_nothing_says_so_and_leads_back(name: str) -> None:
    app = open_page(name, q="nosuchword")
    assert "Nothing in the tables fits all of these filters at once." in text_of(app)
    assert not app.main.dataframe
    app.button(key="nothing_left_reset").click().run()
    assert "All 12 claims of 3 sources." in text_of(app)


@pytest.mark.usefixtures("small")
def test_the_word_that_is_found_nowhere_is_named_and_left_out_by_a_click() -> None:
    app = open_page("claims", q="embassy nosuchword")
    assert "Nothing that is left by the other filters holds “nosuchword”." in text_of(app)
    offered = [button for button in app.main.button if button.key and button.key.startswith("nothing_left_without")]
    assert [button.label for button in offered] == ["Without “nosuchword”\\: 1 question"]
    offered[0].click().run()
    assert app.session_state["q"] == "embassy"
    assert "2 of 12 claims. Chosen" in text_of(app)


@pytest.mark.usefixtures("small")
def test_words_that_are_found_but_not_together_are_left_out_one_by_one() -> None:
    app = open_page("claims", q="embassy coup")
    assert "holds" not in text_of(app)
    labels = [button.label for button in app.main.button if button.key and "without" in button.key]
    assert labels == ["Without “embassy”\\: 1 question", "Without “coup”\\: 1 question"]


@pytest.mark.usefixtures("small")
def test_of_several_words_that_are_found_nowhere_the_others_are_offered() -> None:
    app = open_page("claims", q="embassy nosuchword norsuch")
    assert "holds “nosuchword” or “norsuch”." in text_of(app)
    app.button(key="nothing_left_only").click().run()
    assert app.session_state["q"] == "embassy"
