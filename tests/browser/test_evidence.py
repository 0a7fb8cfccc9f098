"""From a mark or a link to who says so, where, and in which words."""

import re

import pytest
from playwright.sync_api import Page, expect

import data
from tests.browser.app import expect_page, expect_query, settle, visit

EVENT = "russian-embassy-reopening"
QUESTION = f"{EVENT}/date"

# Where the mark of an event lies on the chart: Plotly's marks have neither roles nor names.
PLACE = """(chart, event) => {
    const {xaxis, yaxis, _size} = chart._fullLayout;
    for (const trace of chart._fullData) {
        const at = Array.from(trace.customdata ?? []).indexOf(`event:${event}`);
        if (trace.mode === "markers" && at >= 0)
            return {x: _size.l + xaxis.d2p(trace.x[at]), y: _size.t + yaxis.d2p(trace.y[at])};
    }
}"""


@pytest.fixture
def stated(tables: data.Tables) -> list[str]:
    """The wordings that stand behind the question in the core texts."""
    claims = tables.select(data.Selection(set="core")).claims
    return list(claims.loc[claims["question"] == QUESTION, "stated"])


def expect_evidence(page: Page, stated: list[str]) -> None:
    assert len(stated) > 1
    for words in stated:
        expect(page.get_by_role("main").get_by_text(f"“{words}”").first).to_be_visible()


def test_a_click_on_a_mark_of_the_timeline_shows_the_claims_of_its_event(
    page: Page, tables: data.Tables, stated: list[str]
) -> None:
    visit(page, "/timeline?set=core")
    chart = page.locator(".js-plotly-plot:visible")
    expect(chart).to_have_count(1)
    chart.click(position=chart.evaluate(PLACE, EVENT))

    title = str(tables.events.set_index("event").loc[EVENT, "title"])
    expect(page.get_by_role("main").get_by_role("heading", name=title)).to_be_visible()
    expect_evidence(page, stated)
    expect_query(page, f"set=core&event={EVENT}")

    page.reload()
    settle(page)
    expect(page.get_by_role("main").get_by_role("heading", name=title)).to_be_visible()


def test_the_overview_leads_to_the_evidence(page: Page, stated: list[str]) -> None:
    visit(page, "/?set=core")
    link = page.get_by_role("main").get_by_role("link", name="See the evidence")
    link.and_(page.locator(f'[href*="{QUESTION.partition("/")[0]}"]')).click()
    expect_page(page, "Compare sources")
    settle(page)
    expect_query(page, f"set=core&question={QUESTION}")
    expect_evidence(page, stated)


def test_the_time_of_the_timeline_is_set_by_keyboard_and_stands_in_the_address(page: Page) -> None:
    visit(page, "/timeline")
    slider = page.get_by_role("main").get_by_role("slider", name="start")
    before = slider.get_attribute("value")
    slider.focus()
    slider.press("PageUp")
    expect(slider).not_to_have_attribute("value", str(before))
    expect(page).to_have_url(re.compile(r"\?timeline_span=[^&]+$"))
    page.reload()
    settle(page)
    expect(page.get_by_role("main").get_by_role("slider", name="start")).not_to_have_attribute("value", str(before))
