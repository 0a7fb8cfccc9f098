"""All is sent compressed, as slow lines need it; the benchmark of such a line measures what is known to be right."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.benchmarks import slow_line
from tests.benchmarks.slow_line import SIZES, WATCH
from tests.browser.app import expect_page, visit
from tests.browser.server import serve

VIEWS = ("/method", "/claims")
PUSHED = """
<body style="margin: 0"><h1 style="margin: 0; height: 400px; background: teal">A heading</h1></body>
<script>setTimeout(() => document.body.style.paddingTop = "200px", 500)</script>
"""


def test_scripts_are_sent_compressed(page: Page, tmp_path: Path) -> None:
    sent = {}
    page.on("response", lambda response: sent.update({response.url: response.headers}))
    with serve(tmp_path / "log") as server:
        visit(page, f"{server}/claims?topic=trade")  # as the first visitor's link
        expect_page(page, "Claims")
        page.close()
    scripts = {url: headers for url, headers in sent.items() if url.endswith(".js")}
    compressed = [url for url, headers in scripts.items() if headers.get("content-encoding") == "gzip"]
    small = [url for url, headers in scripts.items() if int(headers.get("content-length", 0)) < 500]
    assert len(compressed) > 20
    assert scripts.keys() == {*compressed, *small}


def test_a_page_takes_as_long_as_its_bytes(base_url: str, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_line, "KBITS", 8_000)  # 1,000 kB a second
    words, further = slow_line.fetched(base_url, browser, VIEWS)
    assert words.weight > 1_000  # Streamlit's own scripts, which are there when the next page is opened
    assert words.seconds > words.weight / 1_000
    assert 0 < further.weight < words.weight / 2
    assert further.seconds > 0


def test_a_push_is_measured_as_browsers_do(browser: Browser) -> None:
    with slow_line.new_context(browser, SIZES[0], "") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto("data:text/html," + PUSHED)
        # It and where it stood take up 600 of 800 px; it went 200 of the longer side's 1,280.
        assert slow_line.shift(page) == pytest.approx(600 / 800 * 200 / 1280, abs=0.001)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size["width"])
def test_a_view_is_opened_and_filtered(base_url: str, browser: Browser, size: ViewportSize) -> None:
    measured = slow_line.moved(base_url, browser, "/method", size)
    assert measured.width == size["width"]
    assert min(measured.opening, measured.filtered) >= 0
