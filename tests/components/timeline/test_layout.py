"""What is placed in the rows of lanes, and what is counted."""

import itertools
from collections.abc import Iterator

import pytest

import data
from components.timeline import sentences
from components.timeline.layout import NARROW, WIDE, Bin, Lane, Layout, arrange, bin_days, bin_keys, extent
from components.timeline.marks import MOST_LANES, OTHERS, event_marks
from components.timeline.text_width import text_width
from components.timeline.time_range import full_range
from data.events import within
from tests.components.timeline.examples import made, room
from tests.data.dated_events import iso
from tests.data.inline import load


def test_of_many_sources_those_with_fewest_events_share_the_last_lane() -> None:
    rows = [
        f"e{event}, s{source:02}, date, 2020-01-{event + 1:02}" for source in range(20) for event in range(source + 1)
    ]
    tables = load(claims="event, source, attribute, value\n" + "\n".join(rows))
    found = event_marks(tables.select(data.Selection()), by_source=True)
    assert found["lane"].nunique() == MOST_LANES + 1
    assert arrange(found, room(found))[-1].name == OTHERS


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
