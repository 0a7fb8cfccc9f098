"""A fault that the server or the browser shows fails the test in which it showed."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

import data
from tests.browser.chromium import ARGS, HELP, find
from tests.browser.server import serve

HERE = {"localhost", "127.0.0.1"}

expect.set_options(timeout=20_000)  # a small machine with other work takes its time; what stands is seen at once


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for all tests; `page.goto("/timeline")` goes there."""
    with serve(tmp_path_factory.mktemp("server") / "log") as url:
        yield url


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[str]:
    """A server that no one has visited yet."""
    with serve(tmp_path / "log") as url:
        yield url


@pytest.fixture(scope="session")
def tables() -> data.Tables:
    """The tables that the server shows, to expect what they hold."""
    return data.load()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    path = find()
    if not path:
        pytest.fail(HELP, pytrace=False)
    return {**browser_type_launch_args, "executable_path": path, "args": ARGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {
        **browser_context_args,
        "viewport": {"width": 1280, "height": 800},
        "locale": "en-GB",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def faults() -> list[str]:
    """Errors of a page, errors in its console, and requests that leave this machine, of the test that runs."""
    return []


@pytest.fixture(scope="session")
def context_of(browser: Browser, browser_context_args: dict, faults: list[str]) -> Callable[..., BrowserContext]:
    """Gives the browser as it is set by these arguments, the same one each time: it fetches Streamlit's scripts once."""

    @cache
    def context_of(**args: str) -> BrowserContext:
        context = browser.new_context(**{**browser_context_args, **args})
        _watch(context, faults)
        return context

    return context_of


@pytest.fixture
def context(
    context_of: Callable[..., BrowserContext], faults: list[str], request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A browser with no page open, in which nothing is kept of the tests before; faults fail the test."""
    asked = request.node.get_closest_marker("browser_context_args")
    context = context_of(**(asked.kwargs if asked else {}))
    faults.clear()
    yield context
    found = "\n".join(faults)  # before pages that are still open miss a server that was stopped
    for page in context.pages:
        page.evaluate("localStorage.clear()")
        page.close()
    context.clear_cookies()
    if found:
        pytest.fail(found, pytrace=False)


@pytest.fixture(scope="module")
def standing(
    browser: Browser, browser_context_args: dict, faults: list[str], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page that stays open for a module."""
    asked = request.node.get_closest_marker("browser_context_args")
    with browser.new_context(**{**browser_context_args, **(asked.kwargs if asked else {})}) as context:
        _watch(context, faults)
        yield context.new_page()


@pytest.fixture
def open_page(standing: Page, faults: list[str]) -> Iterator[Page]:
    """The page that stays open, in which `show` turns to a view in half the time of opening it; faults fail the test.

    What a reader did there without writing it in the address would still hold.
    """
    faults.clear()
    standing.set_viewport_size({"width": 1280, "height": 800})
    standing.emulate_media(media="screen", color_scheme="light", forced_colors="none", reduced_motion="reduce")
    yield standing
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


def _watch(context: BrowserContext, faults: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        url = message.location["url"]
        # On a deep link Streamlit asks for its own files under the page's address first (its issue 7074).
        if message.type == "error" and not ("404" in message.text and "/_stcore/" in url):
            faults.append(f"console: {message.text} ({url})")

    def on_address(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in HERE:
            faults.append(f"request that leaves: {url}")

    def on_request(request: Request) -> None:
        on_address(request.url)

    def on_page(page: Page) -> None:
        page.on("websocket", lambda socket: on_address(socket.url))

    context.on("weberror", lambda error: faults.append(f"page error: {error.error}"))
    context.on("console", on_console)
    context.on("request", on_request)
    context.on("page", on_page)
