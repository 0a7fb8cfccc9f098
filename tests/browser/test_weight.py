"""A slow line can carry each page: what the app sends of its data stays small."""

import pytest
from playwright.sync_api import Page, WebSocket

from tests.browser.app import COMPARED, PAGES, visit

MOST = 300_000  # bytes of data that one page may send


@pytest.mark.parametrize("view", [*PAGES, *COMPARED])
def test_a_page_sends_little(page: Page, view: str) -> None:
    sent: list[int] = []

    def count(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: sent.append(len(frame)))

    page.on("websocket", count)
    visit(page, view)
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sent) <= MOST, f"{view} sent {sum(sent):,} bytes"
