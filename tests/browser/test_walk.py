"""The way from what is contested to who says so, and back again: by mouse, and by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import data
from tests.browser.app import WITHIN, expect_page, expect_query, move_to, settle, visit

EVENT = "coup-traore"
QUESTION = f"{EVENT}/date"
SOURCE = "004"


def by_mouse(target: Locator) -> None:
    target.click()


def by_keyboard(target: Locator) -> None:
    """Go on with the Tab key, from wherever the focus is, until the target has it; then press Enter."""
    move_to(target, "Tab")
    target.page.keyboard.press("Enter")


def back_by_mouse(page: Page, _view: str) -> None:
    page.go_back()


def back_by_keyboard(page: Page, view: str) -> None:
    """Turn to a view by the switch above; the browser's own keys are out of a test's reach."""
    switch = page.get_by_role("main").get_by_role("radiogroup", name="View")
    move_to(switch, "Shift+Tab", WITHIN)
    for _view in switch.get_by_role("radio").all():  # it is entered at the one that had the focus last
        page.keyboard.press("ArrowLeft")
    move_to(switch.get_by_role("radio", name=view, exact=True), "ArrowRight")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("press", "back"),
    [pytest.param(by_mouse, back_by_mouse, id="mouse"), pytest.param(by_keyboard, back_by_keyboard, id="keyboard")],
)
def test_from_the_overview_to_a_discrepancy_its_question_its_evidence_a_source_and_back(
    page: Page,
    tables: data.Tables,
    press: Callable[[Locator], None],
    back: Callable[[Page, str], None],
) -> None:
    main = page.get_by_role("main")
    title = str(tables.events.set_index("event").loc[EVENT, "title"])
    sources = tables.sources.set_index("source")
    asked = main.get_by_role("heading", name=title)
    portrait = main.get_by_role("heading", name=str(sources.loc[SOURCE, "title"]))
    label = str(sources.loc[SOURCE, "label"])
    discrepancy = main.get_by_role("button", name=f"{title}: July 2022 or")

    visit(page, "/")
    press(main.get_by_role("link", name="contested questions →"))
    expect_page(page, "Compare sources")
    expect_query(page, "view=discrepancies")
    settle(page)

    press(discrepancy)
    expect(asked).to_be_focused()
    expect_query(page, f"view=discrepancies&question={QUESTION}")
    settle(page)
    expect(main.get_by_text("“coup d’état in July 2022”").first).to_be_visible()

    press(main.get_by_role("button", name=f"{label} →", exact=True).first)
    expect(portrait).to_be_focused()
    expect_query(page, f"view=discrepancies&question={QUESTION}&of={SOURCE}")
    settle(page)

    back(page, "One question")
    expect(asked).to_be_visible()
    settle(page)
    back(page, "Discrepancies")
    expect(discrepancy).to_be_visible()
    settle(page)


def test_a_row_of_the_matrix_opens_its_question_by_a_click_on_a_cell(page: Page) -> None:
    visit(page, "/compare?set=core")
    row = page.get_by_role("main").get_by_role("row").filter(has_text="Coup that brought Traoré")
    row.get_by_role("cell").first.click()
    expect(page.get_by_role("main").get_by_role("heading", name="Coup that brought Traoré")).to_be_focused()
    expect_query(page, "set=core&question=coup-traore/date")


def test_a_row_of_the_matrix_opens_its_question_by_keyboard(page: Page) -> None:
    visit(page, "/compare?set=core")
    link = page.get_by_role("main").get_by_role("link", name="Coup that brought Traoré").first
    assert "question=coup-traore%2Fdate" in (link.get_attribute("href") or "")
    link.press("Enter")
    expect(page.get_by_role("main").get_by_role("heading", name="Coup that brought Traoré")).to_be_focused()


def test_the_heads_of_the_matrix_stay_while_its_rows_are_scrolled(page: Page) -> None:
    visit(page, "/compare?set=core")
    rows = page.get_by_role("main").get_by_role("row")
    expect(rows.nth(8)).to_be_visible()
    rows.nth(8).scroll_into_view_if_needed()
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 700)
    page.wait_for_function("row => row.getBoundingClientRect().bottom < 0", arg=rows.nth(2).element_handle())
    expect(page.get_by_role("main").get_by_role("columnheader").nth(1)).to_be_in_viewport()
