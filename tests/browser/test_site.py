"""The static pages serve every reader: without a network, on a phone, in the dark, and read aloud."""

from contextvars import copy_context
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import data
from components.site.pages import pages
from data.new_folder import write_files
from tests.app import write_small
from tests.browser.app import THEMES, inaccessible

NAMES = (
    "index.html",
    "discrepancies.html",
    "questions.html",
    "sources.html",
    "questions/coup-date.html",
    "questions/trade-amount-2008-usd.html",
    "questions/wagner-status.html",
    "sources/a.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tables = data.load(write_small(tmp_path_factory.mktemp("tables")))
    folder = tmp_path_factory.mktemp("pages") / "site"
    copy_context().run(write_files, folder, pages(tables, "fr"))
    return folder


@pytest.mark.parametrize("theme", THEMES)
def test_pages_serve_every_reader_without_a_network(browser: Browser, site: Path, theme: str) -> None:
    context = browser.new_context(offline=True, color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in NAMES:
        asked.clear()
        page.goto((site / name).as_uri())
        assert asked == [(site / name).as_uri()]
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert page.evaluate("document.querySelector('main').scrollWidth") <= width, name
            assert page.locator("svg:visible").count() == page.locator("svg").count() // 2, name
            faults = inaccessible(page)
            assert not faults, f"{name}: {faults[0]}"
    context.close()


def test_words_in_a_picture_are_as_dark_as_those_around_it(browser: Browser, site: Path) -> None:
    for scheme in THEMES:
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        page.goto((site / "questions" / "coup-date.html").as_uri())
        colours = [
            page.locator(of).first.evaluate(f"each => getComputedStyle(each).{what}")
            for of, what in (("svg text", "fill"), ("main p", "color"))
        ]
        assert colours[0] == colours[1]
        page.close()
