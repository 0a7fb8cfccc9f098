"""On a line whose answers take their time a reader presses again before the first answer is there; both count."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.app import choice, expect_query, settle, sidebar, visit

SENT = 400  # milliseconds, in which the server has what was pressed


class Line:
    """The line between a page and the server, on which answers can be held back."""

    def __init__(self, page: Page) -> None:
        self.page, self.held, self.holds = page, list[str | bytes](), False
        page.route_web_socket(re.compile("/_stcore/stream"), self._connect)

    def _connect(self, browser: WebSocketRoute) -> None:
        self.browser = browser
        browser.connect_to_server().on_message(self._answer)

    def _answer(self, answer: str | bytes) -> None:
        if self.holds:
            self.held.append(answer)
        else:
            self.browser.send(answer)

    def press(self, *presses: Callable[[], object]) -> None:
        """Press one thing after another before any answer comes, then let all answers through, and wait for the end."""
        self.holds = True
        for press in presses:
            press()
            self.page.wait_for_timeout(SENT)
        self.holds = False
        for answer in self.held:
            self.browser.send(answer)
        self.held.clear()
        settle(self.page)


@pytest.fixture
def line(page: Page) -> Line:
    return Line(page)


def test_of_two_presses_before_an_answer_both_count(page: Page, line: Line) -> None:
    verdict = choice(page, "Verdicts among these sources", "◆ Self-contradiction")
    topic = choice(page, "Topics", "Diplomacy")
    alone = page.get_by_role("switch", name="Independent origins only")
    words = sidebar(page).get_by_role("textbox", name="Search words")

    visit(page, "/claims")
    line.press(verdict.click, topic.click)
    expect_query(page, "verdict=self-contradiction&topic=diplomacy")
    line.press(sidebar(page).get_by_role("button", name="Reset").click, lambda: alone.press("Space"))
    expect_query(page, "independent=true")
    expect(verdict).to_have_attribute("aria-pressed", "false")
    expect(alone).to_be_checked()
    line.press(lambda: alone.press("Space"), verdict.click)
    expect_query(page, "verdict=self-contradiction")
    line.press(lambda: words.fill("embassy"), verdict.click)
    expect_query(page, "q=embassy")


def test_what_was_closed_stays_closed(page: Page, line: Line) -> None:
    visit(page, "/timeline?event=russian-embassy-reopening")
    line.press(
        page.get_by_role("dialog").get_by_role("button", name="Close").click,
        lambda: page.get_by_role("radio", name="Even").press("Space"),
    )
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect_query(page, "timeline_axis=even")
