"""The server is killed under open pages, which come back by themselves, with their filters; or it is stopped."""

import signal
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks import soak
from tests.browser.app import visit
from tests.browser.server import free_port, running


def test_open_pages_come_back_as_they_were(browser: Browser, tmp_path: Path) -> None:
    assert soak.recovered(browser, tmp_path / "log", 2) == 2


def test_a_server_that_is_stopped_ends_without_a_complaint(page: Page, tmp_path: Path) -> None:
    log, port = tmp_path / "log", free_port()
    with running(port, log) as process:
        visit(page, f"http://localhost:{port}/claims")
        process.send_signal(signal.SIGINT)
        process.wait(20)
    said = [
        line for line in log.read_text(encoding="utf-8").partition("URL:")[2].splitlines()[1:] if "URL:" not in line
    ]
    assert len([line for line in said if line.strip()]) <= 1, said  # that it stops, and no more
