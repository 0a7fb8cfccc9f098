"""Every view can be used by everyone: WCAG 2.2 AA as far as a program can tell, on a slow line, and on a phone."""

import pytest
from playwright.sync_api import Page, ViewportSize, WebSocket
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.app import COMPARED, PAGES, THEMES, inaccessible, show, turn_to_theme

VIEWS = [
    *PAGES,
    *COMPARED,
    "/timeline?event=coup-traore",
    "/claims?q=nosuchword",
]
MOST = 300_000  # bytes of data that one page may send
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def sent(standing: Page) -> list[int]:
    """How many bytes the server has sent with each message."""
    sizes: list[int] = []

    def count(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: sizes.append(len(frame)))

    standing.on("websocket", count)
    return sizes


@pytest.mark.parametrize("view", VIEWS)
def test_everyone_can_use_a_view(open_page: Page, sent: list[int], view: str) -> None:
    """One visit for all of it, and every fault is told: a visit takes longer than what is looked at there."""
    page = open_page
    sent.clear()
    show(page, view)
    page.wait_for_load_state("networkidle")  # charts are drawn late
    size = sum(sent)
    assert size > 0

    faults = [f"it sends {size:,} bytes, not {MOST:,} at most"] if size > MOST else []
    for theme in THEMES:
        turn_to_theme(page, theme)
        faults += [f"{theme}: {fault}" for fault in inaccessible(page)]
    page.set_viewport_size(PHONE)
    for theme in THEMES:
        turn_to_theme(page, theme)
        faults += [f"{theme}: {fault}" for fault in _hidden_on_a_phone(page)]
    if faults:
        pytest.fail(f"{view}:\n" + "\n".join(faults), pytrace=False)


def _hidden_on_a_phone(page: Page) -> list[str]:
    """What lies to the right of a phone, which should scroll down only, once the charts have taken up its width."""
    for name, box in {"the page": "html", "its main part": "[data-testid=stMain]"}.items():
        try:
            page.wait_for_function(
                "([box, width]) => (box = document.querySelector(box), box.scrollWidth <= width)",
                arg=[box, PHONE["width"]],
                timeout=10_000,
            )
        except PlaywrightTimeout:
            return [f"{page.locator(box).evaluate('box => box.scrollWidth')} px of {name} on a phone"]
    return []
