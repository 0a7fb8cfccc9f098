"""What the timeline's chart holds."""

from typing import Any

import pytest

import data
from components.charts import theme
from components.timeline import chart
from components.timeline.layout import NARROW, WIDE
from components.timeline.marks import event_marks
from tests.components.timeline.examples import made, room
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS, day, iso
from tests.data.inline import load


def figure(tables: data.Tables, view: data.View, **more: Any) -> Any:
    found = event_marks(view)
    return chart.timeline_figure(tables, view, found, room(found), **more)


def trace(chart: Any, name: str) -> Any:
    return next(each for each in chart.data if each.name == name)


def test_a_mark_has_the_shape_and_colour_of_the_verdict_and_an_outline_where_derived(
    tables: data.Tables, view: data.View
) -> None:
    glyphs = trace(figure(tables, view), "events")
    drawn = {
        event: (symbol, colour)
        for event, symbol, colour in zip(glyphs.customdata, glyphs.marker.symbol, glyphs.marker.color, strict=True)
    }
    assert drawn["event:coup"] == (theme.LOOKS["conflict"].plotly, theme.LOOKS["conflict"].colour)
    assert drawn["event:embassy"][0] == theme.LOOKS["self-contradiction"].plotly
    assert drawn["event:visit"][0] == theme.LOOKS["sole source"].plotly_hollow


def test_hovering_tells_all(tables: data.Tables, view: data.View) -> None:
    glyphs = trace(figure(tables, view), "events")
    told = dict(zip(glyphs.customdata, glyphs.hovertext, strict=True))
    assert told["event:embassy"] == (
        "<b>Reopening of the embassy</b><br>July 2023 or 28 December 2023<br>◆ Self-contradiction · 1 source"
        "<br>150 days apart"
    )
    assert "Beginning: 1 March 2024; End: 9 March 2024" in told["event:talks"]


def test_a_bracket_joins_answers_that_do_not_touch(tables: data.Tables, view: data.View) -> None:
    caps = trace(figure(tables, view), "brackets")
    ends = sorted(map(iso, caps.x))
    assert ends == ["2022-08-01", "2022-09-01", "2023-08-01", "2023-12-28"]


def test_an_open_end_is_an_arrow(tables: data.Tables, view: data.View) -> None:
    arrows = trace(figure(tables, view), "arrows")
    assert arrows.marker.symbol == "triangle-right"
    assert len(arrows.x) == 1
    assert arrows.x[0] > day("1996-01-01")


def test_ticks_are_in_our_words_and_titles_hold_no_markup() -> None:
    tables = load(claims=CLAIMS, events=EVENTS.replace("The coup", "<b>Coup</b>"), attributes=ATTRIBUTES)
    chart = figure(tables, tables.select(data.Selection()))
    assert "2000" in chart.layout.xaxis.ticktext
    titles = [text for each in chart.data if each.name == "titles" for text in each.text]
    assert any("&lt;b&gt;Coup" in text for text in titles)


def test_the_periods_of_the_tables_are_shaded_and_named(tables: data.Tables, view: data.View) -> None:
    words = [each.text for each in figure(tables, view).layout.annotations]
    assert "<i>Since the coups of 2022</i>" in words
    other = load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES)
    chart = figure(other, other.select(data.Selection()))
    assert all("<i>" not in each.text for each in chart.layout.annotations)
    assert all(shape.type == "line" for shape in chart.layout.shapes)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_hundred_thousand_events_are_a_small_picture(tables: data.Tables, view: data.View, width: float) -> None:
    found = made(100_000)
    picture = chart.timeline_figure(tables, view, found, room(found, width))
    assert len(picture.to_json()) < 100_000
    assert picture.layout.height < 2500


def test_what_is_open_is_drawn_from_the_day_that_is_named() -> None:
    claims = "event, source, attribute, value\n e, a, date, 1996/..\n e, b, date, 2013\n f, a, date, 2020"
    tables = load(claims=claims)
    bars = trace(figure(tables, tables.select(data.Selection())), "bars")
    drawn = {
        event: (iso(low), iso(low + long)) for event, low, long in zip(bars.customdata, bars.base, bars.x, strict=True)
    }
    assert drawn["event:e"] == ("1996-01-01", "2013-07-02")
