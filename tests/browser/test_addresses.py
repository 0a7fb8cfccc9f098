"""Any view is a link: it opens as it was, on a server that was never asked before, and is kept on the way."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

import data
from tests.browser.app import PAGES, choice, expect_page, expect_query, menu, settle, show, sidebar, turn_to, visit

QUERY = "source=000&source=004&topic=diplomacy&period=1990&period=2023&q=embassy"


def expect_filters(page: Page, tables: data.Tables) -> None:
    """Expect what QUERY says in the sidebar and, still, in the address."""
    labels = tables.sources.set_index("source")["label"]
    chosen = sidebar(page).get_by_role("toolbar", name="Sources, chosen").get_by_role("button")
    expect(chosen).to_have_text([str(labels[source]) for source in ("000", "004")])
    expect(choice(page, "Topics", "Diplomacy")).to_have_attribute("aria-pressed", "true")
    expect(choice(page, "Topics", "Trade")).to_have_attribute("aria-pressed", "false")
    period = sidebar(page).get_by_role("group", name="Period")
    expect(period.get_by_text("1990")).to_be_visible()
    expect(period.get_by_text("2023")).to_be_visible()
    expect(sidebar(page).get_by_role("textbox", name="Search words")).to_have_value("embassy")
    expect_query(page, QUERY)


def test_a_link_to_any_page_opens_it_as_the_first_request_of_a_server_and_later(
    page: Page, cold_server: str, tables: data.Tables
) -> None:
    """Which page a server is first asked for makes no difference: each begins with one guard, as test_layers holds."""
    for address in ("/compare", *(address for address in PAGES if address not in ("/", "/compare"))):
        visit(page, f"{cold_server}{address}?{QUERY}")
        expect_page(page, PAGES[address])
        assert urlsplit(page.url).path == address
        expect_filters(page, tables)
        expect(menu(page)).to_have_count(1)
        expect(menu(page).get_by_role("link")).to_have_text(list(PAGES.values()))
        expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_filters_are_kept_from_page_to_page_on_reload_and_on_back(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    show(page, f"/claims?{QUERY}")
    expect_filters(page, tables)
    for name in ("Timeline", "Method"):
        turn_to(page, name)
        expect_filters(page, tables)
    page.reload()
    settle(page)
    expect_page(page, "Method")
    expect_filters(page, tables)
    page.go_back()
    expect_page(page, "Timeline")
    settle(page)
    expect_filters(page, tables)


def test_what_is_chosen_by_hand_stands_in_the_address_until_reset(open_page: Page, tables: data.Tables) -> None:
    page = open_page
    show(page, "/claims")
    every = len(tables.claims)
    trade = len(tables.select(data.Selection(topics=("trade",))).claims)

    choice(page, "Topics", "Trade").click()
    expect(sidebar(page).get_by_text(f"{trade:,} of {every:,} claims")).to_be_visible()
    expect_query(page, "topic=trade")

    turn_to(page, "Overview")
    expect(choice(page, "Topics", "Trade")).to_have_attribute("aria-pressed", "true")

    sidebar(page).get_by_role("button", name="Reset").click()
    expect(sidebar(page).get_by_text(f"{every:,} of {every:,} claims")).to_be_visible()
    expect(choice(page, "Topics", "Trade")).to_have_attribute("aria-pressed", "false")
    expect_query(page, "")


def test_a_choice_that_leaves_nothing_says_so_and_leads_back(open_page: Page) -> None:
    page = open_page
    line = page.get_by_role("main").get_by_text("Nothing in the tables fits all of these filters at once.")
    filtered = [address for address in PAGES if address not in ("/method", "/tables")]
    for address in filtered:
        show(page, f"{address}?q=nosuchword")
        expect_page(page, PAGES[address])
        expect(line).to_be_visible()
        expect(page.get_by_role("main").locator("canvas, svg.main-svg, [data-testid=stDataFrame]")).to_have_count(0)
        page.get_by_role("button", name="Show everything again").click()
        expect(line).to_have_count(0)
        settle(page)
        expect_query(page, "")


def test_a_language_that_is_not_here_yet_stays_in_the_address_and_is_english(open_page: Page) -> None:
    page = open_page
    show(page, "/claims?lang=pt")
    expect_page(page, "Claims")
    expect_query(page, "lang=pt")
    turn_to(page, "Method")
    expect_query(page, "lang=pt")
    expect(page.get_by_role("textbox", name="lang")).to_have_count(0)


def test_the_tab_of_a_page_is_named_by_what_it_shows(open_page: Page) -> None:
    page = open_page
    of_set = "Burkina Faso and Russia: what the sources say"
    for address, name in (
        ("/", "Overview"),
        ("/compare", "Matrix"),
        ("/compare?question=coup-traore/date", "When did it happen: Coup that brought Traoré to power?"),
        ("/compare?view=source&of=000", "English Wikipedia (as given)"),
    ):
        show(page, address)
        expect(page).to_have_title(f"{name} · {of_set}")
