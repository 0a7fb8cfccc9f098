"""What a reader takes away is what they saw."""

import csv
import json

import pytest
from playwright.sync_api import Page

import data
from tests.browser.app import visit


@pytest.mark.parametrize("form", ["CSV", "JSON"])
def test_a_download_holds_the_claims_that_are_shown(page: Page, tables: data.Tables, form: str) -> None:
    shown = tables.select(data.Selection(sources=("000",), topics=("diplomacy",), words="embassy")).claims
    visit(page, "/claims?source=000&topic=diplomacy&q=embassy")
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {form}", exact=True).click()
    assert download.value.suggested_filename == f"claims-000-diplomacy-embassy.{form.lower()}"
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file)) if form == "CSV" else json.load(file)
    assert sorted(row["Claim"] for row in rows) == sorted(shown["claim"])
    assert {row["Source"] for row in rows} == {"English Wikipedia (as given)"}
