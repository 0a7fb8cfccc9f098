"""The timeline in the browser: a click opens an event over the page, at both sizes, and nothing moves."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Position, expect

import data
from components.timeline.compose import Choice, picture_of
from components.timeline.marks import TimeRange
from tests.browser.app import expect_query, settle, show, visit

EVENT = "russian-embassy-reopening"
SIZES = [{"width": 1280, "height": 800}, {"width": 390, "height": 844}]


@pytest.fixture
def title(tables: data.Tables) -> str:
    return str(tables.events.set_index("event").loc[EVENT, "title"])


def picture(page: Page) -> Locator:
    chart = page.get_by_test_id("stVegaLiteChart").first
    expect(chart).to_be_visible()
    return chart


def place_of(page: Page, event: str, tables: data.Tables) -> Position:
    """Where the row of a contested event lies in the picture, from what is drawn there."""
    view = tables.select(data.Selection())
    whole = view.event_dates.summary()
    hits = picture_of(view, Choice(TimeRange(whole["first"], whole["last"])), "", "").frames["hits"]
    mode = "wide" if page.viewport_size and page.viewport_size["width"] > 800 else "narrow"
    heading = 40.0  # pixels of the title above
    return {"x": 60.0, "y": heading + float(hits.loc[hits["event"] == event, f"top_{mode}"].iloc[0]) + 12}


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_a_click_on_a_row_opens_its_event_over_the_page_and_the_address_holds_it(
    page: Page, tables: data.Tables, title: str, size: Any
) -> None:
    page.set_viewport_size(size)
    visit(page, "/timeline")
    chart = picture(page)
    chart.scroll_into_view_if_needed()
    before = chart.bounding_box()
    chart.click(position=place_of(page, EVENT, tables))
    over = page.get_by_role("dialog")
    expect(over.get_by_text(title).first).to_be_in_viewport()
    expect_query(page, f"event={EVENT}")
    after = chart.bounding_box()
    assert before
    assert after
    assert (before["x"], before["width"], before["height"]) == (after["x"], after["width"], after["height"])
    over.get_by_role("button", name="Close").click()
    expect(over).to_have_count(0)
    expect(page).not_to_have_url(re.compile("event="))
    chart.click(position=place_of(page, EVENT, tables))
    expect(over.get_by_text(title).first).to_be_visible()
    expect_query(page, f"event={EVENT}")
    page.go_back()
    expect(over).to_have_count(0)
    settle(page)
    chart.click(position=place_of(page, EVENT, tables))
    expect(over.get_by_text(title).first).to_be_visible()


def test_the_event_before_and_the_next_are_a_press_away(open_page: Page, tables: data.Tables, title: str) -> None:
    page, dates = open_page, tables.select(data.Selection()).event_dates
    _before, after = dates.around(EVENT, -1e9, 1e9)
    show(page, f"/timeline?event={EVENT}")
    over = page.get_by_role("dialog")
    expect(over.get_by_text(title).first).to_be_visible()
    over.get_by_role("button", name="Next →").click()
    expect_query(page, f"event={after}")
    settle(page)
    over.get_by_role("button", name="← Before").click()
    expect_query(page, f"event={EVENT}")
    expect(over.get_by_text(title).first).to_be_visible()


def test_the_switches_of_the_timeline_are_links(open_page: Page) -> None:
    page = open_page
    show(page, "/timeline")
    for label, option, address in (
        ("Lanes by", "Source", "timeline_lanes=source"),
        ("Axis", "Even", "timeline_axis=even"),
    ):
        page.get_by_role("radiogroup", name=label).get_by_role("radio", name=option, exact=True).click()
        expect(page).to_have_url(re.compile(address))
    page.reload()
    settle(page)
    expect(page.get_by_role("radiogroup", name="Axis").get_by_role("radio", name="Even", exact=True)).to_be_checked()


def test_plotly_is_fetched_only_by_who_asks_for_it(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    visit(page, "/timeline")
    assert not [url for url in fetched if "plotly" in url.lower()]
    page.get_by_role("radiogroup", name="View").get_by_role("radio", name="To zoom into").click()
    expect(page.locator(".js-plotly-plot")).to_be_visible()


def test_the_list_by_year_opens_an_event_and_keeps_the_filters(open_page: Page, title: str) -> None:
    page = open_page
    show(page, "/timeline?set=core")
    page.get_by_role("main").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("dialog").get_by_text(title).first).to_be_visible()
    expect_query(page, f"set=core&event={EVENT}")


def test_the_timeline_is_printed(open_page: Page) -> None:
    page = open_page
    show(page, "/timeline")
    expect(picture(page).locator("canvas, svg").first).to_be_visible()
    page.emulate_media(media="print")
    expect(picture(page).locator("canvas, svg").first).to_be_visible()
