"""Tables that readers give: each sees their own alone, whatever else is given, broken off, or too large."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import data
from tests.browser.app import settle, sidebar, turn_to, visit

HEADER = "event,source,attribute,value\n"


@pytest.fixture
def visitor(browser: Browser, browser_context_args: dict) -> Iterator[Callable[[], Page]]:
    """Opens the page of one's own tables as one more visitor."""
    contexts = []

    def opened() -> Page:
        contexts.append(browser.new_context(**browser_context_args))
        page = contexts[-1].new_page()
        visit(page, "/tables")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def shipped(tables: data.Tables) -> str:
    """How many claims the sidebar tells where the dashboard's own tables are shown."""
    return f"{tables.store.count:,} of {tables.store.count:,} claims"


def uploader(page: Page) -> Locator:
    return page.locator(".st-key-own_tables_upload input[type=file]")


def give(page: Page, content: bytes | str, name: str = "mine.csv") -> None:
    buffer = content if isinstance(content, bytes) else content.encode()
    uploader(page).set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": buffer})


def test_two_who_give_tables_at_once_see_their_own_alone(visitor: Callable[[], Page], shipped: str) -> None:
    one, other, third = visitor(), visitor(), visitor()
    give(one, f"{HEADER}cake,X,eggs,3\ncake,Y,eggs,4\n")
    give(other, f"{HEADER}tart,X,apples,5\ntart,Y,apples,5\ntart,Z,apples,6\n")
    for page, left, event, never in ((one, "2 of 2 claims", "cake", "tart"), (other, "3 of 3 claims", "tart", "cake")):
        expect(page.get_by_text("Your tables are shown on every page")).to_be_visible()
        expect(sidebar(page).get_by_text(left)).to_be_visible()
        turn_to(page, "Overview")
        expect(page.get_by_role("main").get_by_text(event, exact=False).first).to_be_visible()
        expect(page.get_by_role("main").get_by_text(never, exact=False)).to_have_count(0)
    third.reload()
    settle(third)
    expect(sidebar(third).get_by_text(shipped)).to_be_visible()


def test_an_upload_that_is_broken_off_changes_nothing_and_can_be_made_again(
    visitor: Callable[[], Page], shipped: str
) -> None:
    page = visitor()
    page.route("**/_stcore/upload_file/**", lambda route: route.abort("connectionreset"))
    give(page, f"{HEADER}cake,X,eggs,3\n")
    expect(page.locator(".st-key-own_tables_upload").get_by_text("Network Error")).to_be_visible()
    settle(page)
    expect(page.get_by_text("Your tables are shown on every page")).to_have_count(0)
    expect(sidebar(page).get_by_text(shipped)).to_be_visible()
    page.unroute("**/_stcore/upload_file/**")
    give(page, f"{HEADER}cake,X,eggs,3\n", "again.csv")
    expect(sidebar(page).get_by_text("1 of 1 claims")).to_be_visible()


def test_what_is_too_large_is_told_in_one_line(visitor: Callable[[], Page], shipped: str, tmp_path: Path) -> None:
    page = visitor()
    give(page, HEADER + "e,A,n,1\n" * 200_001)
    expect(page.get_by_role("alert").get_by_text("mine.csv: 200,001 rows; expected 200,000 at most")).to_be_visible()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("claims.csv", HEADER + "\n" * 60_000_000)
    page.reload()
    settle(page)
    give(page, packed.getvalue(), "mine.zip")
    expect(page.get_by_role("alert").get_by_text("mine.zip: 60 MB, unpacked; expected 50 MB at most")).to_be_visible()
    (tmp_path / "large.csv").write_bytes(b"\n" * 53_000_000)
    page.reload()
    settle(page)
    uploader(page).set_input_files(tmp_path / "large.csv")
    expect(page.locator(".st-key-own_tables_upload").get_by_text("50.0MB or smaller")).to_be_visible()
    expect(sidebar(page).get_by_text(shipped)).to_be_visible()
