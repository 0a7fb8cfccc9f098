"""The timeline: what it places where, what it counts, the spans it reads, and what its figure holds."""

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest

import data
from components.charts import theme
from components.timeline import chart, sentences, table
from components.timeline.layout import NARROW, WIDE, Bin, Lane, Layout, arrange, bin_days, bin_keys, extent, layout_for
from components.timeline.marks import MOST_LANES, OTHERS, event_marks, within
from components.timeline.periods import history_periods
from components.timeline.text_width import shorten, text_width
from components.timeline.time_range import FullRange, TimeRange, full_range, parse_range, presets, write_range
from tests.data.inline import load

EVENTS = """
    event, title, topic, scope, place
    embassy, Reopening of the embassy, diplomacy, bilateral, BFA RUS
    closure, Closure of the embassy, diplomacy, bilateral, RUS BFA
    coup, The coup, politics, context, BFA
    visit, The visit, diplomacy, bilateral, BFA RUS
    plant, The power plant, energy, bilateral, BFA RUS
    talks, Talks, energy, bilateral, BFA RUS
"""
CLAIMS = """
    event, source, attribute, value, stance, basis
    embassy, a, date, 2023-07, ,
    embassy, a, date, 2023-12-28, ,
    closure, a, date, 1996/.., ,
    coup, a, date, 2022-09, ,
    coup, b, date, 2022, ,
    coup, c, date, 2022-07, ,
    visit, b, date, 2024-06-05, , derived
    visit, c, date, 2025-07, announces,
    plant, a, date, 2030, announces,
    talks, a, start, 2024-03-01, ,
    talks, a, end, 2024-03-09, ,
"""
ATTRIBUTES = """
    attribute, kind, label
    date, date, Date
    start, date, Beginning
    end, date, End
"""


@pytest.fixture(scope="module")
def tables() -> data.Tables:
    return load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES)


@pytest.fixture(scope="module")
def view(tables: data.Tables) -> data.View:
    return data.select(tables, data.Selection())


@pytest.fixture(scope="module")
def marks(tables: data.Tables, view: data.View) -> pd.DataFrame:
    return event_marks(tables, view).set_index("event", drop=False)


def day(text: str) -> float:
    return float(np.datetime64(text, "D").astype(int))


def iso(days: Any) -> str:
    return str(np.datetime64(int(days), "D"))


# --- Marks ----------------------------------------------------------------------------------------------------------


def test_an_event_is_as_wide_as_all_that_is_said_of_it(marks: pd.DataFrame) -> None:
    assert len(marks) == 6
    coup = marks.loc["coup"]
    assert (iso(coup["low"]), iso(coup["high"]), coup["sources"]) == ("2022-01-01", "2022-12-31", 3)
    assert (coup["verdict"], coup["gap"]) == ("conflict", 32)
    talks = marks.loc["talks"]
    assert (iso(talks["low"]), iso(talks["high"]), talks["gap"]) == ("2024-03-01", "2024-03-09", 0)


def test_its_mark_stands_where_all_answers_meet_else_in_the_gap(marks: pd.DataFrame) -> None:
    assert marks.loc["visit", "at"] == day("2024-06-05") + 0.5
    assert "2023-07-31" < iso(marks.loc["embassy", "at"]) < "2023-12-28"
    assert iso(marks.loc["closure", "at"]) == "1996-01-01"


def test_a_plan_counts_only_where_nothing_is_said_of_its_outcome(marks: pd.DataFrame) -> None:
    assert marks.loc["visit", "day"]
    assert not marks.loc["visit", "planned"]
    assert marks.loc["plant", "planned"]


def test_lanes_by_source_show_what_each_says(tables: data.Tables, view: data.View) -> None:
    found = event_marks(tables, view, by_source=True)
    assert set(found["lane"]) == {"a", "b", "c"}
    coup = found[found["event"] == "coup"].set_index("source")
    assert [iso(low) for low in coup.loc[["a", "b", "c"], "low"]] == ["2022-09-01", "2022-01-01", "2022-07-01"]
    assert set(coup["verdict"]) == {"conflict"}


def test_of_many_sources_those_with_fewest_events_share_the_last_lane() -> None:
    rows = [
        f"e{event}, s{source:02}, date, 2020-01-{event + 1:02}" for source in range(20) for event in range(source + 1)
    ]
    tables = load(claims="event, source, attribute, value\n" + "\n".join(rows))
    found = event_marks(tables, data.select(tables, data.Selection()), by_source=True)
    assert found["lane"].nunique() == MOST_LANES + 1
    assert arrange(found, room(found))[-1].name == OTHERS


# --- Spans ----------------------------------------------------------------------------------------------------------

EVERY = FullRange(day("1967-02-18"), day("2030-12-31"), day("2024-09-28"))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("", "1967-02-18", "2030-12-31"),
        ("since-1992", "1992-01-01", "2024-09-28"),
        ("since-2022-01", "2022-01-01", "2024-09-28"),
        ("last-12-months", "2023-10-01", "2024-09-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-06/2024-02", "2023-06-01", "2024-02-29"),
        ("2024-02/2023-06", "2023-06-01", "2024-02-29"),
        ("1900/1970", "1967-02-18", "1970-12-31"),
        ("1800/1810", "1967-02-18", "2030-12-31"),
        ("2024-06-03/2024-06-05", "2024-06-03", "2024-06-05"),
    ],
)
def test_the_address_gives_a_span(text: str, low: str, high: str) -> None:
    assert parse_range(text, EVERY) == (EVERY if not text or text == "1800/1810" else TimeRange(day(low), day(high)))


@pytest.mark.parametrize("text", ["nonsense", "since-", "since-x", "2023/", "2023/2024/2025", "/"])
def test_what_is_no_span_is_told_apart(text: str) -> None:
    assert parse_range(text, EVERY) is None


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("1967-02-18", "2030-12-31", ""),
        ("1990-03-01", "2010-01-01", "1990/2010"),
        ("2023-01-05", "2023-12-02", "2023-01/2023-12"),
        ("2024-06-03", "2024-06-09", "2024-06-03/2024-06-09"),
        ("2024-06-03", "2024-06-03", "2024-06-03"),
    ],
)
def test_a_span_is_written_so_that_it_reads_back(low: str, high: str, text: str) -> None:
    assert write_range(day(low), day(high), EVERY) == text
    back = parse_range(text, EVERY)
    assert back
    assert back.low <= day(low)
    assert back.high >= day(high)


def test_presets_and_periods_are_those_of_the_places(tables: data.Tables) -> None:
    assert list(presets(tables, EVERY)) == ["", "since-1992", "since-2022-01", "last-12-months"]
    assert history_periods(tables)[0].name == "Soviet years"
    other = load(claims=CLAIMS, events=EVENTS.replace("RUS", "FRA"), attributes=ATTRIBUTES)
    assert history_periods(other) == ()
    assert list(presets(other, EVERY)) == ["", "last-12-months"]


def test_the_end_of_what_happened_is_not_that_of_plans(marks: pd.DataFrame) -> None:
    every = full_range(marks)
    assert (iso(every.low), iso(every.high), iso(every.latest)) == ("1996-01-01", "2030-12-31", "2024-06-05")


# --- Packing and bins -----------------------------------------------------------------------------------------------


def made(number: int, seed: int = 1, years: float = 60) -> pd.DataFrame:
    """Marks by chance: more of them in late years, as in most tables."""
    chance = np.random.default_rng(seed)
    low = np.floor(day("2025-01-01") - chance.exponential(years / 5, number).clip(max=years) * 365.25)
    length = chance.choice([1, 1, 30, 365], number)
    verdicts = chance.choice(list(data.VERDICTS), number, p=[0.01, 0.03, 0.01, 0.75, 0.1, 0.1])
    return pd.DataFrame(
        {
            "event": [f"e{place}" for place in range(number)],
            "title": [f"Signing of agreement {place} on trade" for place in range(number)],
            "topic": "trade",
            "lane": chance.choice(["Trade", "Defence", "Diplomacy"], number),
            "low": low,
            "high": low + length - 1,
            "at": low + length / 2,
            "day": length == 1,
            "verdict": verdicts,
            "gap": np.where(np.isin(verdicts, data.CONTESTED), 12.0, 0.0),
            "derived": chance.random(number) < 0.2,
            "planned": False,
            "sources": 1,
        }
    ).sort_values("at", ignore_index=True)


def room(found: pd.DataFrame, width: float = WIDE) -> Layout:
    return layout_for(width, full_range(found))


def taken(lane: Lane, layout: Layout) -> Iterator[tuple[int, float, float]]:
    """The row and the pixels of each mark, bin and title."""
    for each in lane.placed:
        if isinstance(each.item, Bin):
            x0, x1 = layout.x(each.item.low), layout.x(each.item.high + 1)
        else:
            x0, x1 = extent(each.item, layout)
            wide = text_width(each.title)
            x0, x1 = x0 - wide * (each.side == "left"), x1 + wide * (each.side == "right")
        yield each.row, x0, x1


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("number", [1, 12, 90, 700, 20_000])
def test_titles_marks_and_bins_never_overlap_nor_leave_the_picture(number: int, width: float) -> None:
    found = made(number)
    layout = room(found, width)
    for lane in arrange(found, layout):
        places = list(taken(lane, layout))
        assert all(low >= -1 and high <= width + 1 for _row, low, high in places)
        for (row, low, high), (other, from_, to) in itertools.combinations(places, 2):
            assert row != other or high <= from_ + 1 or to <= low + 1


@pytest.mark.parametrize("number", [1, 90, 700, 20_000])
def test_every_event_is_drawn_or_counted_once(number: int) -> None:
    found = made(number)
    placed = [each.item for lane in arrange(found, room(found)) for each in lane.placed]
    counted = sum(item.count for item in placed if isinstance(item, Bin))
    drawn = [item.event for item in placed if not isinstance(item, Bin)]
    assert len(drawn) == len(set(drawn))
    assert counted + len(drawn) == number


def test_few_events_all_have_their_titles() -> None:
    found = made(12)
    assert all(each.title for lane in arrange(found, room(found)) for each in lane.placed)


def test_crowded_times_are_counted_and_open_on_zoom() -> None:
    found = made(5000)
    bins = [each.item for lane in arrange(found, room(found)) for each in lane.placed if isinstance(each.item, Bin)]
    fullest = max(bins, key=lambda each: each.count)
    assert fullest.count > 100
    inside = within(found, fullest.low, fullest.high)
    assert len(inside) < len(found)
    assert fullest.high - fullest.low < full_range(found).high - full_range(found).low


def test_a_contested_event_is_not_hidden_in_a_count() -> None:
    found = made(600)
    found["verdict"], found["gap"] = "sole source", 0.0
    found.loc[300, "verdict"] = "conflict"
    drawn = {each.item.event for lane in arrange(found, room(found)) for each in lane.placed if each.title}
    assert found.loc[300, "event"] in drawn


def test_the_event_that_is_opened_is_drawn_however_crowded_its_time() -> None:
    found = made(5000)
    opened = found["event"].iloc[-20]
    placed = [each for lane in arrange(found, room(found), opened) for each in lane.placed]
    assert [each.title != "" for each in placed if not isinstance(each.item, Bin) and each.item.event == opened] == [
        True
    ]


def test_bins_are_whole_days_months_and_years() -> None:
    found = made(400, years=2)
    for low, high in map(bin_days, bin_keys(found, room(found))):
        text = sentences.bin_text(Bin(low, high, 2, 0))
        assert not any(part.isdigit() and int(part) < 32 for part in text.split(", ", 1)[1].split())
        assert iso(low).endswith("-01")
        assert iso(high + 1).endswith("-01")


def test_a_bin_says_what_it_counts() -> None:
    june = day("2024-06-01"), day("2024-06-30")
    assert sentences.bin_text(Bin(*june, 12, 0)) == "12 events, June 2024"
    spring = day("2024-04-01"), day("2024-06-30")
    assert sentences.bin_text(Bin(*spring, 1, 0)).replace("\u2009", "") == "1 event, April–June 2024"
    assert sentences.bin_text(Bin(*june, 1200, 3)) == "1,200 events, June 2024<br>3 contested"


def test_a_title_that_is_cut_fits() -> None:
    cut = shorten("Closure of Russia's embassy in Burkina Faso", 120)
    assert cut.endswith("…")
    assert text_width(cut) <= 120
    assert shorten("Short", 120) == "Short"


# --- The figure -----------------------------------------------------------------------------------------------------


def figure(tables: data.Tables, view: data.View, **more: Any) -> Any:
    found = event_marks(tables, view)
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
    arrows = trace(figure(tables, view), "open ends")
    assert arrows.marker.symbol == "triangle-right"
    assert len(arrows.x) == 1
    assert arrows.x[0] > day("1996-01-01")


def test_ticks_are_in_our_words_and_titles_hold_no_markup() -> None:
    tables = load(claims=CLAIMS, events=EVENTS.replace("The coup", "<b>Coup</b>"), attributes=ATTRIBUTES)
    chart = figure(tables, data.select(tables, data.Selection()))
    assert "2000" in chart.layout.xaxis.ticktext
    titles = [text for each in chart.data if each.name == "titles" for text in each.text]
    assert any("&lt;b&gt;Coup" in text for text in titles)


def test_periods_are_shaded_and_named_for_their_places_alone(tables: data.Tables, view: data.View) -> None:
    words = [each.text for each in figure(tables, view).layout.annotations]
    assert "<i>Since the coups of 2022</i>" in words
    other = load(claims=CLAIMS, events=EVENTS.replace("RUS", "FRA"), attributes=ATTRIBUTES)
    chart = figure(other, data.select(other, data.Selection()))
    assert all("<i>" not in each.text for each in chart.layout.annotations)
    assert all(shape.type == "line" for shape in chart.layout.shapes)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_hundred_thousand_events_are_a_small_picture(tables: data.Tables, view: data.View, width: float) -> None:
    found = made(100_000)
    picture = chart.timeline_figure(tables, view, found, room(found, width))
    assert len(picture.to_json()) < 100_000
    assert picture.layout.height < 2500


def test_the_sentence_counts_and_names_the_widest_gap(marks: pd.DataFrame) -> None:
    assert sentences.sentence(marks, full_range(marks)) == (
        "6 events from 1996 to 2030: most in 2024 (2); 2 contested. "
        "Answers lie farthest apart on “Reopening of the embassy”: 150 days."
    )
    assert sentences.sentence(marks[:0], EVERY) == "No event is dated within this time."


def test_the_files_hold_days_and_gaps(marks: pd.DataFrame) -> None:
    record = table.file_table(marks).set_index("event")
    assert list(record.loc["closure", ["first_day", "last_day"]]) == ["1996-01-01", ""]
    assert list(record.loc["embassy", ["first_day", "last_day", "gap_days"]]) == ["2023-07-01", "2023-12-28", 150]


def test_what_is_open_is_drawn_from_the_day_that_is_named() -> None:
    claims = "event, source, attribute, value\n e, a, date, 1996/..\n e, b, date, 2013\n f, a, date, 2020"
    tables = load(claims=claims)
    bars = trace(figure(tables, data.select(tables, data.Selection())), "bars")
    drawn = {
        event: (iso(low), iso(low + long)) for event, low, long in zip(bars.customdata, bars.base, bars.x, strict=True)
    }
    assert drawn["event:e"] == ("1996-01-01", "2013-07-02")
