"""The answers to questions as rows to draw, against tables whose right picture is known."""

import pandas as pd

import data
from components.charts import theme
from components.charts.answer_rows import DENIAL, answer_marks, answer_rows, gap_range, shared_range
from components.charts.axes import LabelledRange
from tests.components.charts.examples import asked, told
from tests.data.inline import small


def test_each_different_answer_of_a_source_is_one_row(tables: data.Tables) -> None:
    embassy = told(tables, "embassy/date")
    assert embassy["caption"].tolist() == ["Encyclopedia: July 2023", "Encyclopedia: 28 December 2023"]
    assert embassy["point"].tolist() == [False, True]
    coup = told(tables, "coup/date")
    assert coup["source"].tolist() == ["b", "c", "a"]
    assert coup["derived"].tolist() == [True, False, False]


def test_voices_and_denials_are_told_as_such_and_denials_last(tables: data.Tables) -> None:
    assert told(tables, "wagner/status")["caption"].tolist() == [
        "Ghana (as told by Encyclopedia), alleging: present",
        "The first report: present",
        "The president (as told by Encyclopedia), denying: present",
    ]


def test_the_gap_lies_where_the_verdict_sees_it(tables: data.Tables) -> None:
    gap = gap_range(asked(tables, "embassy/date"))
    assert gap
    assert data.write_date(gap.low, gap.high) == "2023-07-31/2023-12-28"
    assert gap.words == "150 days apart"
    assert gap_range(asked(tables, "visit/date")) is None


def test_the_gap_of_numbers_is_in_the_unit_and_in_percent(tables: data.Tables) -> None:
    gap = gap_range(asked(tables, "trade/amount/2008/USD"))
    assert gap == LabelledRange(3_250_000, 3_600_000, "350,000 USD (11%) apart")


def test_what_all_share_is_found_and_a_lone_answer_shares_nothing(tables: data.Tables) -> None:
    visit = asked(tables, "visit/date")
    shared = shared_range(visit, told(tables, "visit/date"))
    assert shared
    assert shared.words == "All answers meet: 5 June 2024"
    assert shared_range(visit, told(tables, "visit/date").head(1)) is None
    assert shared_range(asked(tables, "coup/date"), told(tables, "coup/date")) is None


def test_what_an_older_edition_says_is_no_part_of_what_all_share() -> None:
    view = small(
        "event, source, attribute, value, unit\nvote, old, amount, 60, votes\nvote, new, amount, 71, votes",
        sources="source, replaces\nold,\nnew, old",
    ).select(data.Selection())
    rows = answer_rows(view.found, view.questions, view.claims)
    assert rows["superseded"].tolist() == [False, True]
    assert shared_range(view.questions.iloc[0], rows) is None


def test_derived_is_an_outline_and_a_denial_is_crossed_out() -> None:
    relation = pd.Series(["sole source", "sole source", "disputed"])
    looks = answer_marks(relation, pd.Series([False, True, False]), pd.Series([False, False, True]))
    assert looks["solid"].tolist() == [1, 0, 1]
    assert looks["line"].gt(0).tolist() == [False, True, False]
    assert looks["shape"].iloc[0] == theme.LOOKS["sole source"].vega
    assert looks["shape"].iloc[2] == DENIAL
