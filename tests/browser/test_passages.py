"""Texts that a reader gives are shown side by side, and are gone with the visit."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

import data
from tests.browser.app import THEMES, inaccessible, settle, turn_to, turn_to_theme, visit

QUESTION = "training-in-russia/place"  # two reports of one press conference
OWN = {"003": "gladly", "004": "with joy"}


@pytest.fixture
def texts(tables: data.Tables) -> list[FilePayload]:
    """A text for each source, made up around the wording that the table holds, in the paragraph that it names."""
    claims, files = tables.claims[tables.claims["question"] == QUESTION], data.text_files(tables)
    made = []
    for source, stated, locator in zip(claims["source"], claims["stated"], claims["locator"], strict=True):
        if source not in OWN:
            continue
        line = f"On a fine morning {stated} all the people of the town sang {OWN[source]}."
        above = ["Some line."] * (int(locator.removeprefix("p")) - 1)
        made.append(
            FilePayload(name=files[source], mimeType="text/plain", buffer="\n".join([*above, line]).encode("utf-8"))
        )
    return made


def test_given_texts_stand_side_by_side_for_this_visit_only(
    page: Page, tables: data.Tables, texts: list[FilePayload]
) -> None:
    claims = tables.claims[(tables.claims["question"] == QUESTION) & tables.claims["source"].isin(OWN)]
    marked = page.locator(".passage mark")
    visit(page, f"/compare?set=core&question={QUESTION}")
    expect(marked).to_have_count(0)

    page.get_by_text("Have the texts?").click()
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(texts)
    expect(marked).to_have_text(list(claims["stated"]))
    for words in OWN.values():
        expect(page.locator(".passage u").get_by_text(words, exact=True)).to_be_visible()
    settle(page)
    for theme in THEMES:
        turn_to_theme(page, theme)
        first, second = (passage.bounding_box() for passage in page.locator(".passage").all())
        assert first
        assert second
        assert first["x"] + first["width"] < second["x"], "side by side"
        faults = inaccessible(page)
        assert not faults, f"{theme}: {faults[0]}"

    turn_to(page, "Method")
    expect(marked).to_have_count(0)
    turn_to(page, "Compare sources")  # where another question is open now
    page.get_by_text("Have the texts?").click()
    names = [text["name"] for text in texts]
    expect(page.get_by_text(f"At hand for this visit: {' and '.join(names)}")).to_be_visible()

    visit(page, f"/compare?set=core&question={QUESTION}")
    page.get_by_text("Have the texts?").click()
    expect(page.get_by_test_id("stFileUploader")).to_be_visible()
    expect(page.get_by_text("At hand for this visit")).to_have_count(0)
    expect(marked).to_have_count(0)
