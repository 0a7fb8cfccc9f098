"""Everything that is done with a mouse is done without one: by Tab, Enter, the space bar and the arrow keys alone."""

from playwright.sync_api import Locator, Page, expect

import data
from tests.browser.app import WITHIN, expect_page, expect_query, move_to, settle, sidebar, visit

EVENT = "russian-embassy-reopening"


def press(target: Locator, key: str = "Tab") -> None:
    """Move to what is pressed, press it, and wait for what comes of it."""
    move_to(target, key)
    target.page.keyboard.press("Enter")


def test_a_question_is_found_filtered_opened_and_taken_away(page: Page, tables: data.Tables) -> None:
    main = page.get_by_role("main")
    visit(page, "/")
    move_to(page.get_by_role("textbox", name="Search words"))
    page.keyboard.type("embassy")
    page.keyboard.press("Enter")
    expect(main.get_by_role("heading", name="The questions found")).to_be_visible()
    topics = sidebar(page).get_by_role("toolbar", name="Topics")
    move_to(topics, "Tab", WITHIN)
    press(topics.get_by_role("button", name="Diplomacy"), "ArrowRight")
    expect_query(page, "q=embassy&topic=diplomacy")
    settle(page)
    found = tables.select(data.Selection(topics=("diplomacy",), words="embassy"))
    press(main.locator(f'a[href*="question={EVENT}"]').last)
    expect_page(page, "Compare sources")
    settle(page)
    place = main.get_by_text(f" of {found.n_questions}", exact=False).first
    expect(place).to_be_visible()
    before = place.inner_text()
    press(main.get_by_role("button", name="← Previous"))
    expect(main.get_by_text(before, exact=True)).to_have_count(0)
    settle(page)
    press(main.get_by_role("button", name="Next →"), "Shift+Tab")
    expect(main.get_by_text(before, exact=True)).to_be_visible()
    settle(page)
    press(main.locator("summary", has_text="These answers as a table"))
    expect(main.get_by_test_id("stDataFrame")).to_be_visible()
    with page.expect_download() as download:
        press(main.get_by_role("button", name="Download CSV"))
    assert download.value.suggested_filename.startswith(f"answers-{EVENT}")


def test_a_row_of_the_matrix_and_an_event_of_the_timeline_are_opened_in_french(page: Page, tables: data.Tables) -> None:
    main, event = page.get_by_role("main"), tables.events.set_index("event").loc[EVENT]
    visit(page, "/compare?set=core")
    languages = page.get_by_role("radiogroup", name="Language")
    move_to(languages, "Tab", WITHIN)
    move_to(languages.get_by_role("radio", name="Français"), "ArrowRight")
    page.keyboard.press("Enter")
    expect_page(page, "Comparer les sources")
    settle(page)
    press(main.get_by_role("row").get_by_role("link", name=str(event["title_fr"])).first)
    expect(main.get_by_role("heading", name=str(event["title_fr"]))).to_be_focused()
    settle(page)
    press(page.get_by_role("link", name="Chronologie"), "Shift+Tab")
    expect(main.get_by_role("heading", level=1, name="Chronologie")).to_be_visible()
    settle(page)
    press(main.get_by_role("link", name=str(event["title_fr"]), exact=True))
    over = page.get_by_role("dialog")
    expect(over.get_by_text(str(event["title_fr"])).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(over).to_have_count(0)
