"""Every page can be used by everyone: WCAG 2.2 AA as far as a program can tell, in both themes, and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.app import COMPARED, PAGES, visit

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIEWS = [
    *PAGES,
    *COMPARED,
    "/timeline?event=coup-traore",
    "/claims?q=nosuchword",
]
PHONE = {"width": 390, "height": 844}

phone = pytest.mark.browser_context_args(viewport=PHONE, is_mobile=True, has_touch=True)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "theme",
    [pytest.param(theme, marks=pytest.mark.browser_context_args(color_scheme=theme)) for theme in ("light", "dark")],
)
def test_axe_finds_nothing_in_either_theme(page: Page, theme: str, view: str) -> None:
    visit(page, view)
    page.wait_for_load_state("networkidle")  # charts are drawn late
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is (theme == "dark")
    results = Axe().run(page, options={"runOnly": LEVELS})
    if results.violations_count:
        pytest.fail(results.generate_report(), pytrace=False)


@pytest.mark.parametrize("view", VIEWS)
@phone
def test_a_phone_scrolls_down_only(page: Page, view: str) -> None:
    visit(page, view)
    page.wait_for_load_state("networkidle")
    for box in (page.locator("html"), page.get_by_test_id("stMain")):
        hidden = box.evaluate("box => box.scrollWidth - box.clientWidth")
        assert hidden <= 0, f"{hidden} px of {view} lie to the right of a phone"
