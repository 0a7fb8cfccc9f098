"""What every browser test says: where to go, and when the app has come to rest."""

from playwright.sync_api import Page, expect

PAGES = ("/", "/timeline", "/figures", "/compare", "/claims", "/method")


def visit(page: Page, url: str) -> None:
    """Go to an address and wait until the app stands."""
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    """Wait until no script runs and nothing that is drawn late is still a placeholder; no error may then show."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)
