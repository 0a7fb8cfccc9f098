"""What the timeline places where."""

import pandas as pd

import data
from components.timeline.marks import event_marks
from tests.components.timeline.examples import day, iso


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


def test_lanes_by_source_show_what_each_says(view: data.View) -> None:
    found = event_marks(view, by_source=True)
    assert set(found["lane"]) == {"a", "b", "c"}
    coup = found[found["event"] == "coup"].set_index("source")
    assert [iso(low) for low in coup.loc[["a", "b", "c"], "low"]] == ["2022-09-01", "2022-01-01", "2022-07-01"]
    assert set(coup["verdict"]) == {"conflict"}
