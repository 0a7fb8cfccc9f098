"""What a reader takes away is what they saw."""

import csv
import json

from playwright.sync_api import Page, expect

import data
from tests.browser.app import settle, show


def test_a_download_holds_the_claims_that_are_shown(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    shown = tables.select(data.Selection(sources=("000",), topics=("diplomacy",), words="embassy")).claims
    show(page, "/claims?source=000&topic=diplomacy&q=embassy")
    for form in ("CSV", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download {form}", exact=True).click()
        assert download.value.suggested_filename == f"claims-000-diplomacy-embassy.{form.lower()}"
        with download.value.path().open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file)) if form == "CSV" else json.load(file)
        assert sorted(row["Claim"] for row in rows) == sorted(shown["claim"])
        assert {row["Source"] for row in rows} == {"English Wikipedia (as given)"}
        settle(page)


def test_a_table_has_no_download_of_its_own_which_would_hand_formulas_on(open_page: Page) -> None:
    page = open_page
    show(page, "/timeline")
    page.get_by_test_id("stDataFrame").first.hover()
    tools = page.get_by_test_id("stElementToolbarButton").locator("button")
    expect(page.get_by_role("button", name="Fullscreen").first).to_be_visible()
    assert "Download as CSV" in " ".join(tool.get_attribute("aria-label") or "" for tool in tools.all())
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)  # none that a reader can see
