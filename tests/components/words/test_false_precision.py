"""Days that may be years are told of the source and of each question, with the verdict that they would make."""

import pytest

import data
from components.words.false_precision import question_precision, source_precision
from tests.data.inline import small


@pytest.fixture
def view() -> data.View:
    days = "\n".join(f"e{n}, coarse, date, {2000 + n}-01-01" for n in range(9))
    claims = f"event, source, attribute, value\n{days}\ne9, coarse, date, 2009-05-07\ne3, exact, date, 2003-06-02\n"
    return small(f"{claims}e4, exact, date, 2004-01-01", attributes="attribute, kind\ndate, date").select(
        data.Selection()
    )


def told(view: data.View, question: str) -> str:
    return question_precision(view.found, view.questions_of([question]).iloc[0], view.claims_of([question]))


def test_a_source_whose_days_are_mostly_the_first_of_january_is_told_so(view: data.View) -> None:
    assert source_precision(view.found, "coarse") == (
        "Of 10 dates that it gives to the day, 9 fall on the first of January: they may be years, written as days. "
        "Nothing is changed by this; Without shows what the verdicts would be."
    )
    assert source_precision(view.found, "exact") == ""


def test_a_question_tells_of_such_a_day_and_of_the_verdict_that_a_year_would_make(view: data.View) -> None:
    assert told(view, "e3/date") == (
        "The day in coarse may be no more than a year or a month, as so many of its dates seem to be. "
        "Read so, the verdict would be: Compatible."
    )
    assert told(view, "e9/date") == ""
    assert told(view, "e2/date").endswith("as so many of its dates seem to be.")
