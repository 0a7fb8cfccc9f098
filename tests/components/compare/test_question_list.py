"""The order of questions, their labels, and which are shown."""

import data
from components.compare.question_list import count_subsets, in_order, question_labels, question_options


def test_the_contested_come_first_and_the_rest_by_topic(view: data.View) -> None:
    found = in_order(view)
    assert found["verdict"].tolist() == ["conflict", "disputed", "disputed", "agree"]
    assert found["section"].tolist() == ["Contested", "Contested", "Contested", "Diplomacy"]


def test_which_questions_are_shown(view: data.View) -> None:
    assert count_subsets(view) == {"contested": 3, "several": 4, "all": 4}
    alone = data.load().select(data.Selection(sources=("000",)))
    lone = in_order(alone, "several")
    assert set(lone["verdict"]) <= set(data.CONTESTED), "one source alone can still be contested"
    assert len(lone) == count_subsets(alone)["several"]


def test_a_page_of_them_is_that_page_of_all(view: data.View) -> None:
    every = in_order(view)["question"].tolist()
    assert [in_order(view, "all", first, 3)["question"].tolist() for first in (0, 3)] == [every[:3], every[3:]]


def test_what_is_asked_names_the_member_the_period_and_that_it_is_a_plan(listed: data.Tables, view: data.View) -> None:
    asked = question_labels(listed, view.questions)
    assert sorted(asked) == ["Date", "Hired by: the crowd", "State", "What was offered: grain, 2024 (as planned)"]
    options = question_options(listed, view.questions)
    assert options["coup/date"] == "✕ The coup: Date"
