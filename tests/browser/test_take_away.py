"""What readers take away: files that hold what they saw, and a brief of two pages that needs no network."""

import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page, expect

import data
from components.shell.brief import Subject, brief
from tests.browser.app import settle, show, sidebar
from tests.data.inline import load

PAPERS = ("A4", "Letter")


@pytest.fixture(scope="module")
def offline(browser: Browser) -> Iterator[Page]:
    """A browser without a network, of the size of a small phone."""
    context = browser.new_context(offline=True, viewport={"width": 320, "height": 568})
    yield context.new_page()
    context.close()


def assert_two_pages_without_a_request(page: Page, file: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert file.stat().st_size <= 300_000
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 568})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for paper in PAPERS:
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) <= 2, paper


@pytest.mark.parametrize("address", ["/?lang=fr", "/compare?question=coup-traore/date", "/figures?section=trade"])
def test_one_press_makes_a_brief_of_the_page(open_page: Page, offline: Page, tmp_path: Path, address: str) -> None:
    page = open_page
    show(page, address)
    with page.expect_download() as download:
        sidebar(page).locator(".st-key-brief_view").get_by_role("button").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert_two_pages_without_a_request(offline, file)
    expect(offline.locator("svg")).to_have_count(1)
    assert page.url.partition("?")[0].rstrip("/") in offline.locator("main").inner_text()


def test_a_brief_of_long_texts_fits_too(offline: Page, tmp_path: Path) -> None:
    long = {"latin": "A rather long text of words ", "wide": "漢字", "capitals": "WMQ "}
    for name, text in long.items():
        claims = [
            {
                "event": f"{n} {text * 80}"[:190],
                "source": f"{m} {text * 80}"[:190],
                "attribute": "n",
                "value": str(n + m),
            }
            for n in range(30)
            for m in range(15)
        ]
        tables = load(claims=claims)
        for where, one in (("true", False), ("q.id = (select min(id) from questions)", True)):
            subject = Subject(
                text * 80, text * 80, f"https://example.org/{'x' * 2_000}", "https://example.org/?q=", where, one
            )
            file = tmp_path / f"{name}-{one}.html"
            html = brief(tables.select(data.Selection()), subject, datetime.date(2026, 2, 3))
            file.write_text(html, encoding="utf-8")
            assert_two_pages_without_a_request(offline, file)


def test_claims_are_taken_away_in_the_format_that_is_chosen(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    shown = tables.select(data.Selection(topics=("energy",))).claims
    show(page, "/timeline?topic=energy")
    sidebar(page).get_by_role("button", name="Download", exact=True).click()
    page.get_by_role("radio", name="Excel").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=f"{len(shown)} claims as Excel").click()
    assert download.value.suggested_filename == "claims-energy.xlsx"
    content = download.value.path().read_bytes()
    assert data.open_claims({"claims.xlsx": content})["claim"].tolist() == shown["claim"].tolist()
    said = pd.read_excel(io.BytesIO(content), sheet_name="provenance", engine="calamine", header=None)
    assert said.set_index(0)[1]["address"] == page.url
