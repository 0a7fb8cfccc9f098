"""The server is killed under open pages: they come back by themselves, with their filters."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.benchmarks import soak


def test_open_pages_come_back_as_they_were(browser: Browser, tmp_path: Path) -> None:
    assert soak.recovered(browser, tmp_path / "log", 2) == 2
