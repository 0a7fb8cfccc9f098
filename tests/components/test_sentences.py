"""Who is called what, what is asked, and who answers what."""

from pathlib import Path

import pandas as pd
import pytest

import data
from components.words.answers import answers_sentence, same_words_sentences
from components.words.names import source_names, subject
from components.words.questions import question_text, strongest_first
from tests.app import write_small


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)


def row(tables: data.Tables, question: str) -> pd.Series:
    questions = data.compare(tables)
    return questions[questions["question"] == question].iloc[0]


def test_a_source_is_called_by_its_label_else_by_its_title(tables: data.Tables) -> None:
    names = {"a": "Encyclopedia", "b": "The first report", "c": "The second report"}
    assert source_names(tables) == names


def test_without_a_column_of_labels_titles_serve(tmp_path: Path) -> None:
    tables = data.load(write_small(tmp_path, sources=""))
    assert source_names(tables) == {"a": "a", "b": "b", "c": "c"}


def test_the_subject_is_the_pair_that_most_bilateral_events_share(tables: data.Tables) -> None:
    assert subject(tables) == "Burkina Faso and Russia"


def test_without_places_there_is_no_subject(tmp_path: Path) -> None:
    assert subject(data.load(write_small(tmp_path, events=""))) == ""


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("embassy/date", "When did it happen: Reopening of the embassy?"),
        ("trade/amount/2008/USD", "How much: Trade in goods? (2008)"),
        ("visit/date/planned", "When did it happen: The visit? (as planned)"),
        ("wagner/status", "Presence of Wagner: State"),
    ],
)
def test_a_question_in_words(tables: data.Tables, question: str, asked: str) -> None:
    assert question_text(tables, row(tables, question)) == asked


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("embassy/date", "Encyclopedia says July 2023 and 28 December 2023; 150 days apart."),
        (
            "coup/date",
            "The first report says 2022; The second report says July 2022; Encyclopedia says September 2022; 32 days apart.",
        ),
        ("visit/date", "The first report and The second report say 5 June 2024."),
        ("visit/date/planned", "The minister (as told by The second report) announces July 2024."),
        ("wagner/status", "The president (as told by Encyclopedia) denies present; The first report says present."),
        ("trade/amount/2008/USD", "Encyclopedia says 3.2 million USD."),
    ],
)
def test_who_answers_what(tables: data.Tables, question: str, answers: str) -> None:
    assert answers_sentence(tables, row(tables, question), tables.claims) == answers


def test_a_member_of_a_list_is_asked_about_and_answered_yes_or_no(tmp_path: Path) -> None:
    attributes = "attribute,kind,multiple,label,question\nstatus,name,true,State,What is: {event}?\n"
    tables = data.load(write_small(tmp_path, attributes=attributes))
    question = row(tables, "wagner/status/present")
    assert question_text(tables, question) == "Presence of Wagner: State, present"
    told = "The president (as told by Encyclopedia) denies it; The first report says so."
    assert answers_sentence(tables, question, tables.claims) == told


def test_the_strongest_disagreement_comes_first(tables: data.Tables) -> None:
    questions = data.select(tables, data.Selection()).questions
    contested = questions[questions["verdict"].isin(data.CONTESTED)]
    # what is between the two countries comes before its context, though more sources contest that
    assert list(strongest_first(contested)["question"]) == ["embassy/date", "wagner/status", "coup/date"]


def test_the_same_words_by_another_speaker(tmp_path: Path) -> None:
    claims = "event,source,attribute,value,voice\ne1,a,wording,mutual respect,Ms A\ne2,b,wording,mutual respect,Mr B\n"
    tables = data.load(write_small(tmp_path, claims=claims))
    told = "“mutual respect”: Ms A (Encyclopedia) and Mr B (The first report)."
    assert same_words_sentences(tables) == [told]
    assert same_words_sentences(tables, ("a",)) == []
