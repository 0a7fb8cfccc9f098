"""The answers to one question on one axis, against tables whose right picture is known."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import data
from components.charts import answers, theme
from components.charts.axes import MOST_TICKS, LabelledRange, number_axis, time_ticks
from components.charts.layers import DENIAL, LINE, answer_marks, stack_rows
from components.words.questions import verdict_remarks
from tests.app import write_small

MORE = """claim,event,source,attribute,value,unit,period,stated,locator,voice,stance,basis
d1,embassy,a,date,2023-07,,,,p1,,,
d2,embassy,a,date,2023-07,,,,p4,,,
d3,embassy,a,date,2023-12-28,,,,p6,,,
d4,coup,a,date,2022-09,,,,p1,,,
d5,coup,b,date,2022,,,,p1,,,derived
d6,coup,c,date,2022-07,,,,p1,,,
d7,closure,a,date,1996/..,,,,p1,,,
d8,visit,b,date,2024-06-05,,,,p1,,,derived
d9,visit,c,date,2024-06,,,,p1,,,
w1,wagner,b,status,present,,,,p1,,,
w2,wagner,a,status,present,,,,p1,The president,denies,
w3,wagner,a,status,present,,,,p1,Ghana,alleges,
t1,trade,a,amount,3.2e6,USD,2008,,p1,,,
t2,trade,b,amount,~4000000,USD,2008,,p1,,,
t3,trade,a,amount,<25,percent,2009,,p1,,,
t4,trade,a,amount,[200..999],persons,2009,,p1,,,
t5,trade,a,amount,0,persons,2010,,p1,,,
p1,place,a,status,Burkina Faso,,,,p1,,,
p2,place,b,status,Ouagadougou,,,,p1,,,
"""
NAMES = "name,part_of,aliases\nCentre,Burkina Faso,\nOuagadougou,Centre,\nBurkina Faso,,\n"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> data.Tables:
    tables = data.load(write_small(tmp_path_factory.mktemp("answers"), claims=MORE, names=NAMES))
    assert not tables.set_aside
    return tables


def asked(tables: data.Tables, question: str) -> pd.Series:
    questions = data.compare(tables)
    return questions[questions["question"] == question].iloc[0]


def told(tables: data.Tables, question: str) -> pd.DataFrame:
    return answers.answer_rows(tables, asked(tables, question).to_frame().T, tables.claims)


def drawn(chart: Any) -> list[dict[str, Any]]:
    """Return every row of data that a chart draws."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def test_only_answers_that_another_excludes_bear_a_contested_verdict(tables: data.Tables) -> None:
    found = tables.claims.assign(relation=answers.claim_verdicts(data.compare(tables), tables.claims)).set_index(
        "claim"
    )["relation"]
    assert found[["d1", "d2", "d3"]].unique().tolist() == ["self-contradiction"]
    assert found[["d4", "d5", "d6"]].tolist() == ["conflict", "compatible", "conflict"]
    assert found[["w1", "w2", "w3"]].unique().tolist() == ["disputed"]
    assert found[["d7", "d8", "p1"]].tolist() == ["sole source", "compatible", "compatible"]


def test_each_different_answer_of_a_source_is_one_row(tables: data.Tables) -> None:
    embassy = told(tables, "embassy/date")
    assert embassy["caption"].tolist() == ["Encyclopedia: July 2023", "Encyclopedia: 28 December 2023"]
    assert embassy["point"].tolist() == [False, True]
    coup = told(tables, "coup/date")
    assert coup["source"].tolist() == ["b", "c", "a"]
    assert coup["derived"].tolist() == [True, False, False]


def test_voices_and_denials_are_told_as_such_and_denials_last(tables: data.Tables) -> None:
    assert told(tables, "wagner/status")["caption"].tolist() == [
        "Ghana (as told by Encyclopedia) alleges present",
        "The first report: present",
        "The president (as told by Encyclopedia) denies present",
    ]


def test_the_gap_lies_where_the_verdict_sees_it(tables: data.Tables) -> None:
    gap = answers.gap_range(asked(tables, "embassy/date"), tables.claims)
    assert gap
    assert data.write_date(gap.low, gap.high) == "2023-07-31/2023-12-28"
    assert gap.words == "150 days apart"
    assert answers.gap_range(asked(tables, "visit/date"), tables.claims) is None


def test_the_gap_of_numbers_is_in_the_unit_and_in_percent(tables: data.Tables) -> None:
    gap = answers.gap_range(asked(tables, "trade/amount/2008/USD"), tables.claims)
    assert gap == LabelledRange(3_250_000, 3_600_000, "350,000 USD (11%) apart")


def test_what_all_share_is_found_and_a_lone_answer_shares_nothing(tables: data.Tables) -> None:
    visit = asked(tables, "visit/date")
    shared = answers.shared_range(visit, told(tables, "visit/date"))
    assert shared
    assert shared.words == "All answers meet: 5 June 2024"
    assert answers.shared_range(visit, told(tables, "visit/date").head(1)) is None
    assert answers.shared_range(asked(tables, "coup/date"), told(tables, "coup/date")) is None


def test_a_day_is_a_dot_a_month_a_bar_and_an_open_end_an_arrow(tables: data.Tables) -> None:
    rows = {
        row["caption"]: row
        for row in drawn(answers.chart(tables, asked(tables, "embassy/date"), tables.claims))
        if "dot" in row
    }
    assert rows["Encyclopedia: July 2023"]["dot"] is None
    month = rows["Encyclopedia: July 2023"]
    assert month["x2"] - month["x"] == 31
    day = rows["Encyclopedia: 28 December 2023"]
    assert day["x"] < day["dot"] < day["x2"] == day["x"] + 1
    closure = next(
        row for row in drawn(answers.chart(tables, asked(tables, "closure/date"), tables.claims)) if "dot" in row
    )
    assert closure["after"]
    assert not closure["before"]


def test_derived_is_an_outline_and_a_denial_is_crossed_out() -> None:
    relation = pd.Series(["sole source", "sole source", "disputed"])
    looks = answer_marks(relation, pd.Series([False, True, False]), pd.Series([False, False, True]))
    assert looks["solid"].tolist() == [1, 0, 1]
    assert looks["line"].gt(0).tolist() == [False, True, False]
    assert looks["shape"].iloc[0] == theme.LOOKS["sole source"].vega
    assert looks["shape"].iloc[2] == DENIAL


def test_a_range_has_a_bracket_but_no_dot(tables: data.Tables) -> None:
    rows = [
        row
        for row in drawn(answers.chart(tables, asked(tables, "trade/amount/2009/persons"), tables.claims))
        if "dot" in row
    ]
    assert [(row["x"], row["x2"], row["dot"]) for row in rows] == [(200, 999, None)]
    below = told(tables, "trade/amount/2009/percent")
    assert not below["point"].any()


def test_numbers_stand_on_an_axis_from_zero(tables: data.Tables) -> None:
    axis = number_axis(told(tables, "trade/amount/2008/USD"), "USD")
    assert axis.low == 0
    assert axis.high >= 4_400_000
    assert axis.title == "US dollars"
    assert list(axis.ticks.values())[:2] == ["0", "2 million"]
    share = number_axis(told(tables, "trade/amount/2009/percent"), "percent")
    assert (share.low, share.high) == (0, 100)
    nothing = number_axis(told(tables, "trade/amount/2010/persons"), "persons")
    assert (nothing.low, nothing.high) == (0, 1)


def test_names_stand_in_groups_and_a_part_names_its_whole(tables: data.Tables) -> None:
    rows = told(tables, "place/status")
    assert answers.containing_names(tables, rows) == {"Ouagadougou": "Burkina Faso"}
    headings = [
        row["heading"]
        for row in drawn(answers.name_chart(rows, answers.containing_names(tables, rows)))
        if "heading" in row
    ]
    assert headings == ["Burkina Faso", "Ouagadougou, part of Burkina Faso"]


def test_rows_grow_on_a_narrow_screen_only_where_words_break() -> None:
    place = stack_rows(pd.Series(["short", "so long that it breaks in two", "short"]), 20, 40, 10)
    assert place["top"].tolist() == [10, 50, 90]
    assert place["shift"].tolist() == [0, 0, LINE]
    assert place["grown"].tolist() == [0, LINE, LINE]


def test_what_else_is_to_be_known_of_a_verdict(tables: data.Tables) -> None:
    assert any("percent of the lower" in line for line in verdict_remarks(asked(tables, "trade/amount/2008/USD")))
    assert any("outline" in line for line in verdict_remarks(asked(tables, "visit/date")))
    assert verdict_remarks(asked(tables, "embassy/date")) == []


@pytest.mark.parametrize("shipped", [False, True])
def test_every_question_has_a_picture(tables: data.Tables, shipped: bool) -> None:
    whole = data.load() if shipped else tables
    questions = data.compare(whole)
    several = questions.sort_values("n_claims", ascending=False).groupby(["kind", "verdict"]).head(1)
    for _place, question in several.iterrows():
        assert drawn(answers.chart(whole, question, whole.claims))


@given(low=st.integers(-700_000, 2_900_000), days=st.integers(20, 900_000))
def test_ticks_are_few_in_order_and_within_the_axis(low: int, days: int) -> None:
    high = min(low + days, 2_932_000)
    ticks = list(time_ticks(low, high))
    assert len(ticks) <= MOST_TICKS
    assert ticks == sorted(ticks)
    assert all(low <= tick <= high for tick in ticks)


def test_ticks_are_where_calendars_begin() -> None:
    days = {
        name: pd.Timestamp(name).timestamp() / 86400
        for name in ("1967-01-01", "2024-12-31", "2023-06-20", "2024-01-08")
    }
    assert list(time_ticks(days["1967-01-01"], days["2024-12-31"]).values()) == ["1980", "2000", "2020"]
    assert list(time_ticks(days["2023-06-20"], days["2024-01-08"]).values()) == [
        "Jul 2023",
        "Sept 2023",
        "Nov 2023",
        "Jan 2024",
    ]
