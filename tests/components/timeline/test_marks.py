"""Where the blocks of the timeline lie, and what is counted together."""

import math

import pandas as pd

import data
from components.timeline.marks import (
    MOST_LANES,
    TimeRange,
    bin_unit,
    bin_words,
    blocks,
    contested_events,
    lane_names,
    named_days,
    strength,
)
from tests.data.dated_events import day, iso
from tests.data.inline import load

WHOLE = TimeRange(-math.inf, math.inf)


def drawn(view: data.View, *, by_source: bool = False, shared: bool = False) -> set[tuple[str, str, str]]:
    dates = view.event_dates_by_source if by_source else view.event_dates
    found = blocks(dates, dates.page(), shared=shared)
    low, high = named_days(found)
    return set(zip(found["event"], map(iso, low), map(iso, high), strict=True))


def test_each_answer_is_a_block_where_its_source_puts_it(view: data.View) -> None:
    assert drawn(view) == {
        ("embassy", "2023-07-01", "2023-07-31"),
        ("embassy", "2023-12-28", "2023-12-28"),
        ("closure", "1996-01-01", "1996-01-01"),
        ("coup", "2022-01-01", "2022-12-31"),
        ("coup", "2022-07-01", "2022-07-31"),
        ("coup", "2022-09-01", "2022-09-30"),
        ("visit", "2024-06-05", "2024-06-05"),
        ("plant", "2030-01-01", "2030-12-31"),
        ("talks", "2024-03-01", "2024-03-01"),
        ("talks", "2024-03-09", "2024-03-09"),
    }


def test_no_block_lies_where_no_answer_does(view: data.View) -> None:
    answers = view.claims[view.claims["kind"] == "date"]
    for by_source in (False, True):
        for shared in (False, True):
            dates = view.event_dates_by_source if by_source else view.event_dates
            for block in blocks(dates, dates.page(), shared=shared).itertuples():
                own = answers[answers["event"] == block.event]
                assert ((own["low"] <= block.low) & (own["high"] >= block.high)).any()


def test_what_all_answers_share_is_one_block() -> None:
    view = load(claims="event, source, attribute, value\n e, a, date, 2022\n e, b, date, 2022-09").select(
        data.Selection()
    )
    assert drawn(view, shared=True) == {("e", "2022-09-01", "2022-09-30")}


def test_more_independent_origins_make_a_fuller_block() -> None:
    assert strength(pd.Series([1, 2, 3, 4, 9])).is_monotonic_increasing
    assert strength(pd.Series([4, 9])).tolist() == [strength(pd.Series([4])).iloc[0]] * 2


def test_contested_between_independent_origins_stands_first() -> None:
    view = load(
        claims="event, source, attribute, value, origin\n"
        "copy, a, date, 2001, wire\n copy, b, date, 2002, wire\n late, a, date, 2010,\n late, b, date, 2012,",
    ).select(data.Selection())
    found = contested_events(view.event_dates, WHOLE, 0)
    assert found["event"].tolist() == ["late", "copy"]
    assert found["independent"].tolist() == [True, False]


def test_lanes_are_topics_or_sources(view: data.View) -> None:
    assert lane_names(view.event_dates, WHOLE, {}) == {
        "diplomacy": "Diplomacy",
        "energy": "Energy",
        "politics": "Politics",
    }
    named = lane_names(view.event_dates_by_source, WHOLE, {"a": "A", "b": "B", "c": "C"})
    assert named == {"a": "A", "b": "B", "c": "C"}


def test_of_many_sources_those_with_fewest_events_share_the_last_lane() -> None:
    rows = [
        f"e{event}, s{source:02}, date, 2020-01-{event + 1:02}" for source in range(20) for event in range(source + 1)
    ]
    view = load(claims="event, source, attribute, value\n" + "\n".join(rows)).select(data.Selection())
    names = lane_names(view.event_dates_by_source, WHOLE, {f"s{number:02}": f"S{number}" for number in range(20)})
    assert len(set(names.values())) == MOST_LANES + 1
    assert list(names.values())[-1] == names["s00"] == "Others"


def test_a_count_says_what_it_counts() -> None:
    june = day("2024-06-01"), day("2024-06-30")
    assert bin_words(*june, 12, 0) == "12 events, June 2024"
    assert bin_words(*june, 1200, 3) == "1,200 events, June 2024; 3 contested"


def test_counts_open_from_decades_down_to_days() -> None:
    spans = [
        ("1900-01-01", "2026-12-31"),
        ("2020-01-01", "2029-12-31"),
        ("2022-01-01", "2022-12-31"),
        ("2022-09-01", "2022-09-30"),
    ]
    assert [bin_unit(TimeRange(day(low), day(high))) for low, high in spans] == ["decade", "year", "month", "day"]
