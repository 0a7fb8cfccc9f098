"""What changes a picture works by hand, stands in the address, and is there again when the link is opened."""

import re

from playwright.sync_api import Locator, Page, expect

import data
from tests.browser.app import show, sidebar


def one_of(page: Page, label: str, option: str) -> Locator:
    """One option of a control of which one is chosen."""
    return page.get_by_role("radiogroup", name=label).get_by_role("radio", name=option, exact=True)


def test_the_core_texts_are_one_press_away_with_their_own_counts(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    show(page, "/")
    core = len(tables.select(data.Selection(set="core")).claims)
    assert 0 < core < len(tables.claims)
    one_of(page, "Set of sources", "Core texts").click()
    expect(sidebar(page).get_by_text(f"{core:,} of {len(tables.claims):,} claims")).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]set=core\b"))
    one_of(page, "Set of sources", "Core texts").click()
    expect(sidebar(page).get_by_text(f"{len(tables.claims):,} of {len(tables.claims):,} claims")).to_be_visible()
    expect(page).not_to_have_url(re.compile("set="))


def test_the_log_axis_is_switched_and_stands_in_the_address(open_page: Page) -> None:
    page = open_page
    show(page, "/figures?topic=trade")
    note = page.get_by_role("main").get_by_text("log axis: equal steps are equal factors").first
    expect(note).to_be_visible()
    page.get_by_role("main").get_by_text("Log axis for money").click()
    expect(page).to_have_url(re.compile("figures_log=false"))
    expect(note).to_have_count(0)
