"""The disagreements that stand first."""

import data
from components.compare.most_contested import Disagreement, most_contested


def test_the_first_contested_question_of_each_event_is_told_with_its_answers(
    small_view: tuple[data.Tables, data.View],
) -> None:
    _tables, view = small_view
    first, *others = most_contested(view, 9)
    assert first == Disagreement(
        question="coup/date",
        verdict="conflict",
        asked="When did it happen: The coup?",
        told="The first report: 2022; The second report: July 2022; Encyclopedia: September 2022; 32 days apart.",
    )
    assert len({each.question.partition("/")[0] for each in others}) == len(others)
    assert most_contested(view, 1) == [first]


def test_they_are_worked_out_once_a_choice(small_view: tuple[data.Tables, data.View]) -> None:
    _tables, view = small_view
    assert most_contested(view, 9) is most_contested(view, 9)
