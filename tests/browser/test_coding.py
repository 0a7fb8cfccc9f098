"""A text is coded with the keyboard alone, and what is found in it is there for everyone."""

from playwright.sync_api import Page, expect

from tests.browser.app import THEMES, inaccessible, settle, turn_to_theme, visit

TEXT = "Lavrov arrived in <b>Burkina Faso</b> late Tuesday.\n\nIn July 2023, the embassy of Russia re-opened."


def test_a_text_is_pasted_read_and_accepted_without_a_mouse(page: Page) -> None:
    visit(page, "/tables")
    main, keys = page.get_by_role("main"), page.keyboard
    main.get_by_role("textbox", name="Text", exact=True).focus()
    keys.insert_text(TEXT)
    keys.press("Tab")
    expect(main.get_by_text("Without its date")).to_be_visible()
    settle(page)
    keys.type("2024-06-06")
    keys.press("Tab")
    expect(main.get_by_text("Without its date")).to_be_hidden()
    settle(page)
    keys.type("article")
    keys.press("Tab")
    settle(page)
    expect(main.locator("mark", has_text="late Tuesday")).to_have_count(0)
    for words in ("Tuesday", "July 2023"):
        expect(main.locator("mark.date", has_text=words)).to_be_visible()
    expect(main.locator("p.coded", has_text="<b>Burkina Faso</b>")).to_be_visible()
    for _button in ("Search", "Fullscreen", "the first cell"):
        keys.press("Tab")
    keys.press("Space")
    expect(main.get_by_role("heading", name="Claim by claim")).to_be_visible()
    keys.press("Space")
    expect(main.get_by_role("heading", name="Claim by claim")).to_be_hidden()


def test_everyone_can_read_what_is_marked(page: Page) -> None:
    visit(page, "/tables")
    page.get_by_role("main").get_by_role("textbox", name="Text", exact=True).focus()
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Tab")
    expect(page.locator("mark.name").nth(1)).to_be_visible()
    settle(page)
    for theme in THEMES:
        turn_to_theme(page, theme)
        expect(page.locator("mark.name").nth(1)).to_be_visible()
        faults = inaccessible(page)
        assert not faults, f"{theme}: {faults[0]}"
