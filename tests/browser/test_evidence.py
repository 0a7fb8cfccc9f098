"""From a mark or a link to who says so, where, and in which words."""

import pytest
from playwright.sync_api import Page, expect

import data
from tests.browser.app import expect_page, expect_query, settle, visit

EVENT = "russian-embassy-reopening"
QUESTION = f"{EVENT}/date"


@pytest.fixture
def stated(tables: data.Tables) -> list[str]:
    """The wordings that stand behind the question in the core texts."""
    claims = tables.select(data.Selection(set="core")).claims
    return list(claims.loc[claims["question"] == QUESTION, "stated"])


def expect_evidence(page: Page, stated: list[str]) -> None:
    assert len(stated) > 1
    for words in stated:
        expect(page.get_by_role("main").get_by_text(f"“{words}”").first).to_be_visible()


def test_the_overview_leads_to_the_evidence(page: Page, stated: list[str]) -> None:
    visit(page, "/?set=core")
    link = page.get_by_role("main").get_by_role("link", name="See the evidence")
    link.and_(page.locator(f'[href*="{QUESTION.partition("/")[0]}"]')).click()
    expect_page(page, "Compare sources")
    settle(page)
    expect_query(page, f"set=core&question={QUESTION}")
    expect_evidence(page, stated)
