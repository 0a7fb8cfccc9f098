"""What every browser test says: where to go, what the filters are, and when the app has come to rest."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from streamlit import get_option

from components.shell.page_hooks import PRINTED

PAGES = {
    "/": "Overview",
    "/timeline": "Timeline",
    "/figures": "Figures",
    "/compare": "Compare sources",
    "/claims": "Claims",
    "/method": "Method",
    "/tables": "Your tables",
}
"""Address → what the menu calls it."""
COMPARED = (
    "/compare?question=russian-embassy-reopening/date",
    "/compare?columns=kinds",
    "/compare?columns=sources",
    "/compare?view=discrepancies",
    "/compare?view=pair",
    "/compare?view=source&of=000",
    "/compare?view=without&out=004",
)
"""The views of the comparison, besides the one that is open at first."""
THEMES = ("light", "dark")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
STRUCTURE = ("region", "heading-order", "page-has-heading-one", "landmark-one-main", "empty-heading")
"""Rules of axe beyond the standard's own: landmarks and headings by which those who listen find their way."""
GO_BACK_TO = "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate')) }"
MOST_STEPS = 150  # of the Tab key, to anything on a page
FOCUSED = "element => element === element.getRootNode().activeElement"
WITHIN = "element => element.contains(document.activeElement)"


def visit(page: Page, url: str) -> None:
    """Go to an address and wait until the app stands."""
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    """Wait until no script runs and nothing that is drawn late is still a placeholder; no error may then show."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible(timeout=60_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def show(page: Page, address: str) -> None:
    """Turn to an address on a page that is open; open it on one that is new."""
    (visit if page.url == "about:blank" else go_back_to)(page, address)


def go_back_to(page: Page, address: str) -> None:
    """Turn to an address as the button Back does, from another one, and wait until the app stands.

    This runs a view with its address and loads nothing again, which takes a third of the time of a link.
    """
    printed = page.locator(f".st-key-{PRINTED}")  # the first that a run draws: its address
    before = printed.text_content() or ""
    page.evaluate(GO_BACK_TO, address)
    expect(printed).not_to_have_text(before)
    settle(page)


def turn_to_theme(page: Page, theme: str) -> None:
    """Turn to a theme as the reader's system does at night; the page that is open has to follow."""
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    colour = ", ".join(map(str, bytes.fromhex(get_option(f"theme.{theme}.backgroundColor").removeprefix("#"))))
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb({colour})")
    settle(page)


def inaccessible(page: Page) -> list[str]:
    """What keeps someone from using the page as it stands: WCAG 2.2 AA as far as a program can tell, as one report."""
    rules = {rule: {"enabled": True} for rule in STRUCTURE}
    results = Axe().run(page, options={"runOnly": LEVELS, "rules": rules, "resultTypes": ["violations"]})
    return [results.generate_report()] if results.violations_count else []


def expect_query(page: Page, query: str) -> None:
    """Expect that the address comes to hold these keys and no more: it follows some time after what a reader does."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == parse_qs(query), wait_until="commit", timeout=20_000)


def menu(page: Page) -> Locator:
    return page.get_by_role("navigation", name=re.compile("^(App pages|Pages)$"))


def sidebar(page: Page) -> Locator:
    return page.get_by_role("region", name=re.compile("^(Sidebar|Barre latérale)$"))


def choice(page: Page, label: str, option: str) -> Locator:
    """One option of a filter, such as a source, as the button that readers press."""
    named = re.compile(rf"^{re.escape(option)}( [\d,]+)?$")  # how many questions it leaves stands behind it
    return sidebar(page).get_by_role("toolbar", name=label).get_by_role("button", name=named)


def turn_to(page: Page, name: str) -> None:
    """Go to another page by the menu."""
    menu(page).get_by_role("link", name=name, exact=True).click()
    expect_page(page, name)
    settle(page)


def move_to(target: Locator, key: str = "Tab", reached: str = FOCUSED) -> None:
    """Press a key, from wherever the focus is, until the target has it, or holds what has it."""
    expect(target).to_be_visible()
    for _step in range(MOST_STEPS):
        if target.evaluate(reached):
            return
        target.page.keyboard.press(key)
    pytest.fail(f"{MOST_STEPS} times the key {key} does not lead to {target}")


def expect_page(page: Page, name: str) -> None:
    """Expect the page that the menu calls `name`: marked there, and with one heading of its own."""
    expect(menu(page).get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_have_count(1)
