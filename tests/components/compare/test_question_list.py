"""The order of questions, their labels, and which are shown."""

import data
from components.compare.question_list import SUBSETS, in_order, question_labels, question_options, subset


def test_the_contested_come_first_and_the_rest_by_topic(view: data.View) -> None:
    found = in_order(view)
    assert found["verdict"].tolist() == ["conflict", "disputed", "disputed", "agree"]
    assert found["section"].tolist() == ["Contested", "Contested", "Contested", "Diplomacy"]


def test_which_questions_are_shown(view: data.View) -> None:
    questions = in_order(view)
    assert {which: len(subset(questions, which)) for which in SUBSETS} == {
        "contested": 3,
        "several": 4,
        "all": 4,
    }
    alone = data.load().select(data.Selection(sources=("000",))).questions
    lone = subset(alone, "several")
    assert set(lone["verdict"]) <= set(data.CONTESTED), "one source alone can still be contested"


def test_what_is_asked_names_the_member_the_period_and_that_it_is_a_plan(listed: data.Tables, view: data.View) -> None:
    asked = question_labels(listed, view.questions)
    assert sorted(asked) == ["Date", "Hired by: the crowd", "State", "What was offered: grain, 2024 (as planned)"]
    options = question_options(listed, view.questions)
    assert options["coup/date"] == "✕ The coup: Date"
