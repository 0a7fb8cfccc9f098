"""The dashboard as a browser that is set to French shows it: nothing of ours in English, dates and numbers as French."""

import re

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

import data
from components.words.i18n import po_file
from tests.browser.app import COMPARED, PAGES, settle, show

pytestmark = pytest.mark.browser_context_args(locale="fr-FR")

EVENT = "/timeline?event=russian-embassy-reopening"
NAMES = """() => ["aria-label", "placeholder", "title"].flatMap(
    name => [...document.querySelectorAll(`[${name}]`)].map(each => each.getAttribute(name)))"""
"""What is heard, or seen as a hint."""


def english_texts() -> set[str]:
    """Return the parts of two words and more, between values, of each message that is said otherwise in French."""
    with po_file("fr").open("rb") as file:
        pairs = [(message.id, message.string) for message in read_po(file, locale="fr") if message.id]
    forms = {
        form
        for english, french in pairs
        if english != french
        for form in ([english] if isinstance(english, str) else english)
    }
    parts = {part.strip(" .:;,*()") for form in forms for part in re.split(r"\{\w+\}", form)}
    return {part for part in parts if " " in part and len(part) > 8}


def test_no_message_is_in_english(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    english, stated = english_texts(), set(tables.claims["stated"]) - {""}
    found = []
    for address in (*PAGES, EVENT, *COMPARED):
        show(page, address)
        shown = page.locator("body").inner_text() + "\n".join(page.evaluate(NAMES))
        for wording in stated:  # which stays in the language of its source
            shown = shown.replace(wording, "")
        assert len(shown) > 500, address
        texts = [text for text in english if text in shown]
        found += [f"{address}: {text}" for text in texts if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", shown)]
        charts = page.locator("[aria-roledescription]").evaluate_all("parts => parts.map(part => part.ariaLabel)")
        found += [f"{address}: {name}" for name in charts if re.match("[XY]-axis|Title|Legend", name or "")]
    assert not found, "\n".join(found)


def test_the_page_says_that_it_is_french(open_page: Page) -> None:
    page = open_page
    show(page, "/timeline")
    expect(page).to_have_title("Chronologie · Burkina Faso et Russie\xa0: ce que disent les sources")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_dates_and_numbers_are_written_as_french_writes_them(open_page: Page) -> None:
    page = open_page
    show(page, EVENT)
    expect(page.get_by_text("28 décembre 2023").first).to_be_visible()
    expect(page.get_by_text("juillet 2023").first).to_be_visible()
    show(page, "/figures")
    shown = page.locator("body").inner_text()
    assert re.search(r"\d,\d+ millions? USD", shown.replace("\xa0", " ").replace("\u202f", " "))


def test_the_switch_turns_everything_to_english_and_back(open_page: Page) -> None:
    page = open_page
    show(page, "/method")
    languages = page.get_by_role("radiogroup", name="Langue")
    languages.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", level=1, name="Method")).to_be_visible()
    settle(page)
    assert "lang=en" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("radiogroup", name="Language").get_by_role("radio", name="Français").click()
    expect(page.get_by_role("heading", level=1, name="Méthode")).to_be_visible()
    assert "lang=fr" in page.url
