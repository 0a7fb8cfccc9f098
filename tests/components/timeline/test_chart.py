"""What the picture holds."""

import math

import pytest

import data
from components.charts import theme
from components.timeline import compose
from components.timeline.chart import LINE, MORE_LETTERS, ROW, TITLE_LETTERS, Rows
from components.timeline.compose import Choice, lane_marks, picture_of
from components.timeline.marks import MOST_MARKS, TimeRange
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS, day
from tests.data.inline import load

ALL = TimeRange(day("1996-01-01"), day("2030-12-31"))


def frames(view: data.View, shown: TimeRange = ALL, **more: bool) -> dict:
    return dict(picture_of(view, Choice(shown, even=True, **more), "", "").frames)


def place(text: str) -> float:
    """Where a day lies on the even axis, which has a hundredth of air at both ends."""
    return 0.01 + 0.98 * (day(text) - ALL.low) / (ALL.high + 1 - ALL.low)


def test_the_contested_have_rows_with_a_block_for_each_answer_and_a_line_for_the_gap(view: data.View) -> None:
    found = frames(view)
    rows = found["texts"][found["texts"]["kind"] == "event"]
    assert rows["title"].tolist() == ["✕ The coup", "◆ Reopening of the embassy"]
    assert rows["more"].tolist()[1] == "150 days apart · Jul 2023 or 28 Dec 2023"
    embassy = found["blocks"][found["blocks"]["event"] == "embassy"]
    assert embassy["x"].tolist() == pytest.approx([place("2023-07-01"), place("2023-12-28")])
    assert embassy["x2"].tolist() == pytest.approx([place("2023-08-01"), place("2023-12-29")])
    gaps = sorted(zip(found["gaps"]["x"], found["gaps"]["x2"], strict=True))
    assert [end for gap in gaps for end in gap] == pytest.approx(
        [place("2022-08-01"), place("2022-09-01"), place("2023-08-01"), place("2023-12-28")]
    )


def test_words_beside_the_blocks_are_broken_into_lines_for_which_there_is_room() -> None:
    rows = Rows()
    short = rows.add(ROW, "event", "A title", "some words", "short")
    long = rows.add(ROW, "event", "A title of an event " * 4, "1 January 2020 or earlier, " * 5, "long")
    after = rows.add(ROW, "event", "A title", "", "after")
    lines = rows.texts().set_index("event").loc["long", ["title", "more"]].str.split("\n")
    assert max(map(len, lines["title"])) <= TITLE_LETTERS
    assert max(map(len, lines["more"])) <= MORE_LETTERS
    assert (short["grown"], long["grown"]) == (0, LINE * (len(lines["title"]) + len(lines["more"]) - 2))
    for mode in ROW:
        assert after[f"top_{mode}"] - long[f"top_{mode}"] == ROW[mode] + long["grown"]


def test_a_mark_in_a_lane_tells_its_verdict_by_a_shape_too(view: data.View) -> None:
    blocks = frames(view)["blocks"]
    lanes = blocks[blocks["shape"].notna()]
    assert not lanes.empty
    assert lanes["shape"].tolist() == [theme.LOOKS[verdict].vega for verdict in lanes["verdict"]]


def test_a_beginning_and_an_end_are_no_gap(view: data.View) -> None:
    for by_source in (False, True):
        found = frames(view, by_source=by_source)
        talks = found["blocks"][found["blocks"]["event"] == "talks"]
        assert talks["x"].tolist() == pytest.approx([place("2024-03-01"), place("2024-03-09")])
        assert len(found["gaps"]) == 2, "of the coup and the embassy"


def test_an_open_end_is_an_arrow_at_the_day_that_is_named(view: data.View) -> None:
    blocks = frames(view)["blocks"].set_index("event")
    assert blocks.loc["closure", "arrow"] == "▸"
    assert blocks.loc["closure", "x"] == pytest.approx(place("1996-01-01"))
    assert blocks.loc["closure", "x2"] == pytest.approx(place("1996-01-02"))


def test_the_periods_of_the_tables_are_named(view: data.View) -> None:
    assert frames(view)["periods"]["title"].tolist() == ["1992–2021", "Since the coups of 2022"]
    other = load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES).select(data.Selection())
    assert frames(other)["periods"].empty


def test_every_mark_can_be_opened(view: data.View) -> None:
    found = frames(view)
    assert set(found["hits"]["event"]) == set(found["blocks"]["event"])


def test_many_events_are_counted_and_counts_open_down_to_the_day() -> None:
    many = MOST_MARKS + 50
    rows = "\n".join(f"e{number}, s, date, 2022-09-{1 + number % 30:02}" for number in range(many))
    view = load(claims=f"event, source, attribute, value\n{rows}").select(data.Selection())
    whole = frames(view, TimeRange(day("1900-01-01"), day("2022-12-31")))
    assert whole["bins"]["span"].tolist() == ["2020/2029"]
    assert whole["bins"]["events"].sum() == many
    assert whole["texts"]["more"].iloc[-1] == str(many), "beside the name of the lane"
    assert whole["blocks"].empty
    days = frames(view, TimeRange(day("2022-09-01"), day("2022-09-30")))
    assert days["bins"]["span"].tolist()[:2] == ["2022-09-01", "2022-09-02"]
    assert len(days["bins"]) == 30
    one = frames(view, TimeRange(day("2022-09-01"), day("2022-09-01")))
    assert len(one["blocks"]) == math.ceil(many / 30)
    assert one["bins"].empty


def test_the_picture_tells_its_title_and_its_source(view: data.View) -> None:
    picture = picture_of(view, Choice(ALL), "Two dates are contested", "coup")
    assert picture.params["headline"] == "Two dates are contested"
    assert picture.params["opened"] == "coup"
    assert "headline" in picture.spec()["title"]["text"]["expr"]


def test_the_view_to_zoom_into_has_the_contested_in_their_lanes_too(view: data.View) -> None:
    _names, marks = lane_marks(view, Choice(ALL))
    assert set(marks["event"]) == {"closure", "coup", "embassy", "plant", "talks", "visit"}
    assert (marks["event"] == "embassy").sum() == 2, "a block for each answer, none for the gap"


def test_by_source_every_answer_is_drawn_while_the_events_are_few(
    view: data.View, monkeypatch: pytest.MonkeyPatch
) -> None:
    _names, every = lane_marks(view, Choice(ALL, by_source=True))
    assert len(every) > every["event"].nunique()
    monkeypatch.setattr(compose, "MOST_MARKS", every["event"].nunique())
    _names, marks = lane_marks(view, Choice(ALL, by_source=True))
    assert len(marks) == len(every)
