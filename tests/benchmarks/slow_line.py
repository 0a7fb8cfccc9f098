"""What pages weigh, how long they take on a slow line, and whether they jump while they are drawn: `make bench`.

A Chromium with an empty cache opens the dashboard, on a line of 750 kbit/s and 300 ms, and then
turns to each other page and view. Timed are the first words, and each further page until nothing of it is still to
come; its weight is what the server sent for it. Then each view is opened without that limit,
on a desk and on a phone, to see how far what stands there already is moved: the layout shift that browsers measure,
while the view is opened, and after a filter was pressed.
"""

import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from components.shell.page_hooks import PHONE
from tests.benchmarks.opening import EVERY_VIEW
from tests.browser.app import choice, go_back_to, settle, visit
from tests.browser.chromium import ARGS, find
from tests.browser.server import serve

VIEWS = (*EVERY_VIEW, "/figures?section=education", "/figures?section=voting", "/tables")
KBITS, LATENCY = 750, 300  # of the slow line: kbit/s both ways, and ms
WORDS, FURTHER = 20, 8  # seconds until the first words, and until a further page stands, at most
SHIFT = 0.1  # at most
SIZES: tuple[ViewportSize, ...] = ({"width": 1280, "height": 800}, {"width": 390, "height": 844})
PATIENCE = 120_000  # ms, after which a page is given up
REST = 1_500  # ms in which nothing may move any more
WATCH = """
window.shift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
}).observe({type: "layout-shift", buffered: true})
"""
"""Adds up how far things move that no press of the reader has just moved, from the first on."""


@dataclass(frozen=True)
class Fetched:
    """What a view took on the slow line, in seconds, and weighed, in kB."""

    view: str
    seconds: float
    weight: float
    limit: float

    @property
    def kept(self) -> bool:
        """Whether it came in time."""
        return self.seconds <= self.limit


@dataclass(frozen=True)
class Moved:
    """How far a view shifted at a width of the window, while it was opened and after a filter was pressed."""

    view: str
    width: int
    opening: float
    filtered: float

    @property
    def kept(self) -> bool:
        """Whether neither is above the limit."""
        return max(self.opening, self.filtered) <= SHIFT


@contextmanager
def browsers() -> Iterator[tuple[str, Browser]]:
    """Start the dashboard and a Chromium, and give the address and the browser."""
    expect.set_options(timeout=PATIENCE)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(serve(folder / "log"))
        chromium = stack.enter_context(sync_playwright()).chromium
        yield server, stack.enter_context(chromium.launch(executable_path=find(), args=ARGS))


def new_context(browser: Browser, size: ViewportSize, server: str) -> BrowserContext:
    """Return a window of this size with nothing in its cache."""
    return browser.new_context(base_url=server, viewport=size, locale="en-GB")


def fetched(server: str, browser: Browser, views: tuple[str, ...]) -> list[Fetched]:
    """Open the first view from an empty cache and turn to each other one, all on the slow line; return what each took."""
    with new_context(browser, SIZES[-1], server) as context:
        page, weights = context.new_page(), list[float]()
        line = context.new_cdp_session(page)
        rate = KBITS * 1000 / 8
        slow = {"offline": False, "latency": LATENCY, "downloadThroughput": rate, "uploadThroughput": rate}
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", slow)
        line.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
        line.on(
            "Network.webSocketFrameReceived",
            lambda event: weights.append(len(event["response"]["payloadData"]) * 3 / 4),
        )
        start = time.perf_counter()
        page.goto(views[0], wait_until="commit")
        page.get_by_role("main").get_by_role("heading", level=1).wait_for(timeout=PATIENCE)
        found = [Fetched(f"{views[0]}, first words", time.perf_counter() - start, sum(weights) / 1000, WORDS)]
        settle(page)
        for view in views[1:]:
            weights.clear()
            start = time.perf_counter()
            go_back_to(page, view)
            found.append(Fetched(view, time.perf_counter() - start, sum(weights) / 1000, FURTHER))
    return found


def moved(server: str, browser: Browser, view: str, size: ViewportSize) -> Moved:
    """Open a view in a window of this size, press a filter, and return how far what stood there shifted."""
    with new_context(browser, size, server) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        visit(page, view)
        opening = shift(page)
        if size["width"] < PHONE:
            page.get_by_test_id("stExpandSidebarButton").click()
        choice(page, "Topics", "Trade").click()
        expect(page).to_have_url(re.compile("topic=trade"))
        settle(page)
        return Moved(view, size["width"], opening, shift(page) - opening)


def shift(page: Page) -> float:
    """Wait until nothing moves, and return how far things have shifted so far."""
    page.wait_for_timeout(REST)
    return float(page.evaluate("shift"))


def report(views: tuple[str, ...] = VIEWS) -> tuple[str, bool]:
    """Return what each view takes, weighs and shifts as two tables, and whether all limits are kept."""
    with browsers() as (server, browser):
        taken = fetched(server, browser, views)
        shifts = [moved(server, browser, view, size) for view in views for size in SIZES]
    lines = [
        f"{KBITS} kbit/s and {LATENCY} ms, from an empty cache; limits: {WORDS} s until the first words, {FURTHER} s for any "
        "further page; kB as they go over the line, what is told of a run before it is compressed",
        "",
        "| view | kB | s | |",
        "| --- | --- | --- | --- |",
        *(f"| {one.view} | {one.weight:.0f} | {one.seconds:.1f} | {_said(one.kept)} |" for one in taken),
        "",
        f"layout shift; limit: {SHIFT}",
        "",
        "| view | width | in opening | after a filter | |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {one.view} | {one.width} | {one.opening:.2f} | {one.filtered:.2f} | {_said(one.kept)} |"
            for one in shifts
        ),
    ]
    return "\n".join(lines), all(one.kept for one in taken) and all(one.kept for one in shifts)


def _said(kept: bool) -> str:
    return "kept" if kept else "SHORT"


if __name__ == "__main__":
    print(report()[0])
