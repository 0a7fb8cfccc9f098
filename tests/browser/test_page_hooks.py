"""What reaches into Streamlit's page does there what it says: a new version of Streamlit may make it idle."""

import re

from playwright.sync_api import Locator, Page, expect

import data
from tests.browser.app import settle, show, sidebar, visit

COLOUR = "element => getComputedStyle(element).color"


def of_key(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key}")


def test_widgets_that_hold_the_address_are_out_of_sight(open_page: Page) -> None:
    page = open_page
    show(page, "/compare?view=source&of=000&topic=trade")
    for key in ("source", "topic", "verdict", "scope", "set", "view", "question", "of"):
        expect(of_key(page, key)).to_have_count(1)
        expect(of_key(page, key)).to_be_hidden()
    expect(of_key(page, "topic_in_words")).to_be_visible()


def test_what_stands_below_something_that_is_not_drawn_yet_waits_for_its_place(open_page: Page) -> None:
    page = open_page
    show(page, "/compare")
    table = of_key(page, "compare_matrix").get_by_test_id("stBidiComponentIsolated")
    below = page.get_by_role("main").get_by_text("An outline: worked out")
    expect(below).to_be_visible()
    table.evaluate("table => delete table.dataset.drawn")
    expect(below).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_words_of_the_timeline_to_zoom_into_have_the_colour_of_the_page(open_page: Page) -> None:
    page = open_page
    page.emulate_media(color_scheme="dark")
    show(page, "/timeline?timeline_view=zoom")
    shown = of_key(page, "timeline_zoom")
    words = shown.locator(".js-plotly-plot svg text").first
    expect(words).to_be_attached()
    assert words.evaluate("text => getComputedStyle(text).fill") == shown.evaluate(COLOUR)


def test_what_is_left_out_is_written_in_black_on_a_dark_page(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    page.emulate_media(color_scheme="dark")
    show(page, "/compare?view=without&out=004")
    label = str(tables.sources.set_index("source").loc["004", "label"])
    tag = of_key(page, "out_in_words").get_by_title(label)
    expect(tag).to_be_visible()
    assert tag.evaluate(COLOUR) == "rgb(0, 0, 0)"


def test_the_titles_of_discrepancies_begin_at_the_left(open_page: Page) -> None:
    page = open_page
    show(page, "/compare?view=discrepancies")
    button = page.locator("[class*='st-key-open_']").get_by_role("button").first
    expect(button).to_be_visible()
    style = button.evaluate("button => [getComputedStyle(button).justifyContent, getComputedStyle(button).textAlign]")
    assert style == ["start", "start"]


def test_the_uploader_tells_no_limit_but_that_of_a_text(open_page: Page) -> None:
    page = open_page
    show(page, "/compare?set=core&question=training-in-russia/place")
    page.get_by_text("Have the texts?").click()
    expect(page.get_by_text("Plain text of 2 MB at most")).to_be_visible()
    expect(of_key(page, "texts_upload")).to_be_visible()
    limit = of_key(page, "texts_upload").get_by_text("MB", exact=False)
    expect(limit).not_to_have_count(0)
    for each in limit.all():
        expect(each).to_be_hidden()


def test_a_heading_that_was_opened_has_the_focus_and_keeps_it(open_page: Page) -> None:
    page = open_page
    show(page, "/compare?view=discrepancies")
    page.locator("[class*='st-key-open_']").get_by_role("button").first.press("Enter")
    settle(page)
    heading = page.get_by_role("main").get_by_role("heading").and_(page.locator("[tabindex='-1']"))
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_the_page_names_its_language(open_page: Page) -> None:
    page = open_page
    for language in ("fr", "en"):
        show(page, f"/timeline?lang={language}")
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_what_streamlit_writes_is_in_french_and_then_in_english_again(open_page: Page) -> None:
    page, main = open_page, open_page.get_by_role("main")
    show(page, "/tables?lang=fr")
    expect(page.get_by_test_id("stSkipToContent")).to_have_text("Aller au contenu")
    expect(page.get_by_role("region", name="Barre latérale", exact=True)).to_be_visible()
    given = of_key(page, "own_tables_upload")
    expect(given.get_by_role("button", name="Parcourir")).to_be_visible()
    expect(given.get_by_text("50\xa0Mo par fichier")).to_be_visible()
    show(page, "/timeline?lang=fr&event=coup-traore")
    page.get_by_role("dialog").get_by_role("button", name="Fermer").click()
    expect(page).not_to_have_url(re.compile("event="))
    settle(page)
    page.get_by_role("textbox", name="Rechercher des mots").press_sequentially("a")
    expect(page.get_by_test_id("InputInstructions")).to_have_text("Entrée pour valider")
    page.get_by_role("textbox", name="Rechercher des mots").clear()
    sources = page.get_by_role("combobox", name="Sources", exact=True)
    sources.press_sequentially("no such source")
    expect(page.get_by_role("listbox").get_by_text("Aucun résultat")).to_be_visible()
    sources.press("Escape")
    main.get_by_test_id("stDataFrame").hover()
    main.get_by_role("button", name=re.compile("^Chercher : ")).click()
    expect(main.get_by_text("Tapez les mots à chercher")).to_be_visible()
    main.get_by_role("button", name="Fermer la recherche").click()

    expect(main.get_by_role("button", name="Page suivante")).to_be_visible()
    page.get_by_role("radiogroup", name="Langue").get_by_role("radio", name="English").click()
    expect(main.get_by_role("button", name="Next page")).to_be_visible()
    expect(page.get_by_test_id("stSkipToContent")).to_have_text("Skip to main content")
    expect(page.get_by_role("region", name="Sidebar", exact=True)).to_be_visible()


def test_on_paper_stand_the_address_and_the_day_and_nothing_that_is_pressed(open_page: Page) -> None:
    page = open_page
    show(page, "/figures?section=education")
    line = of_key(page, "printed")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    expect(line).to_contain_text("/figures?section=education · ")
    for hidden in (sidebar(page), page.get_by_role("radiogroup", name="Figures on")):
        expect(hidden).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_within_another_page_stands_one_picture_or_question_with_its_sources_and_the_way_back(page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 400})
    visit(page, "/figures?embed=true&section=trade")
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(1)
    back = page.get_by_role("link", name="All sources and answers →")
    expect(back).to_be_in_viewport(ratio=1)
    assert "embed" not in (back.get_attribute("href") or "")
    expect(page.get_by_role("heading")).to_have_count(0)
    expect(sidebar(page)).to_be_hidden()

    visit(page, "/compare?embed=true&question=coup-traore/date")
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(1)
    assert "question=coup-traore%2Fdate" in (back.get_attribute("href") or "")
    expect(sidebar(page)).to_be_hidden()


def test_the_menu_of_a_phone_has_a_name_that_is_seen_and_heard_and_closes_when_a_page_is_chosen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for address, name in (("/method?lang=fr", "Menu et filtres"), ("/method", "Menu and filters")):
        show(page, address)
        menu = page.get_by_role("button", name=name, exact=True)
        expect(menu).to_be_visible()
        seen = "button => getComputedStyle(button, '::after').content"
        assert menu.evaluate(seen) == f'"{name}"'
        menu.click()
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
        expect(menu).to_be_visible()
    for name in ("Claims", "Figures"):
        page.get_by_role("button", name="Menu and filters", exact=True).click()
        link = page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True)
        link.click()
        expect(page.get_by_role("main").get_by_role("heading", level=1)).to_have_text(name)
        expect(link).not_to_be_in_viewport()


def test_in_colours_of_the_readers_own_it_is_seen_what_is_chosen(open_page: Page) -> None:
    page = open_page
    show(page, "/figures?topic=trade")
    page.emulate_media(forced_colors="active")
    background = "element => getComputedStyle(element).backgroundColor"
    chosen, other = (of_key(page, "topic_in_words").get_by_role("button", name=name) for name in ("Trade", "Energy"))
    assert chosen.evaluate(background) != other.evaluate(background)
    on, off = (
        page.locator("label").filter(has_text=words).locator("div:has(> div:empty)")
        for words in ("Log axis for money", "Independent origins only")
    )
    assert on.evaluate(background) != off.evaluate(background)
    canvas = page.locator("body").evaluate(background)
    thumbs = sidebar(page).get_by_role("group", name="Period").locator("div:has(> div > input)")
    assert [thumb.evaluate(background) for thumb in thumbs.all()].count(canvas) == 0
    expect(thumbs).to_have_count(2)


def test_a_table_wider_than_a_phone_can_be_scrolled_by_keyboard(open_page: Page) -> None:
    page = open_page
    page.set_viewport_size({"width": 320, "height": 640})
    show(page, "/method")
    table = page.get_by_test_id("stTable").nth(1).locator("> div")
    expect(table).to_have_attribute("tabindex", "0")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("table => table.scrollLeft > 0", arg=table.element_handle())
