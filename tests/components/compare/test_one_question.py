"""One question, against tables whose answers are known by hand."""

import pandas as pd
import pytest

import data
from components.compare import one_question
from components.words.questions import cause_sentences
from tests.app import write_small


def of(view: data.View, question: str) -> pd.Series:
    return view.questions[view.questions["question"] == question].iloc[0]


def test_why_the_answers_to_a_contested_question_differ_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = write_small(tmp_path_factory.mktemp("causes"))
    (folder / "causes.csv").write_text(
        "event,attribute,period,unit,cause,note,by\n"
        "coup,date,,,date of report,One gives the day of the report.,keepers of the table\n"
        "embassy,,,,unknown,Nothing is known.,\n",
        encoding="utf-8",
    )
    tables = data.load(folder)
    assert not tables.problems
    view = tables.select(data.Selection())
    question = of(view, "coup/date")
    assert cause_sentences(tables, question) == [
        "Why they differ, as the keepers of the table say: date of report. One gives the day of the report."
    ]
    assert cause_sentences(tables, question.replace("conflict", "agree")) == []
    other = question.replace("coup", "embassy")
    assert cause_sentences(tables, other) == ["Why they differ is unknown. Nothing is known."]


def test_answers_stand_in_the_order_of_publication(small_view: tuple[data.Tables, data.View]) -> None:
    tables, view = small_view
    told = one_question.publication_order(tables, view, of(view, "coup/date"))
    assert told["Source"].tolist() == ["The first report", "Encyclopedia", "The second report"]
    assert told["Published"].tolist() == ["5 June 2024", "28 September 2024", "undated"]
    assert told["Not given before"].tolist() == ["new", "new", "new"]
