"""Who answers what, in words."""

from pathlib import Path

import pytest

import data
from components.words.answers import (
    answers_by_source,
    answers_sentence,
    cell_text,
    interval_text,
    same_words_sentences,
    value_with_stance,
)
from components.words.questions import question_text
from tests.app import write_small
from tests.components.words.examples import row
from tests.data import inline


@pytest.mark.parametrize(
    ("written", "said"), [("90..110", "90 to 110 USD"), ("..25", "at most 25 USD"), ("25..", "at least 25 USD")]
)
def test_a_part_of_the_line_in_words(written: str, said: str) -> None:
    assert interval_text(written, "quantity", "USD") == said


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("embassy/date", "Encyclopedia: July 2023 and 28 December 2023; 150 days apart."),
        (
            "coup/date",
            "The first report: 2022; The second report: July 2022; Encyclopedia: September 2022; 32 days apart.",
        ),
        ("visit/date", "The first report and The second report: 5 June 2024."),
        ("visit/date/planned", "The minister (as told by The second report), announcing: July 2024."),
        ("wagner/status", "The president (as told by Encyclopedia), denying: present; The first report: present."),
        ("trade/amount/2008/USD", "Encyclopedia: 3.2 million USD."),
    ],
)
def test_who_answers_what(tables: data.Tables, question: str, answers: str) -> None:
    assert answers_sentence(tables, row(tables, question), tables.select(data.Selection()).claims) == answers


def test_a_member_of_a_list_is_asked_about_and_answered_yes_or_no(tmp_path: Path) -> None:
    attributes = "attribute,kind,multiple,label,question\nstatus,name,true,State,What is: {event}?\n"
    tables = data.load(write_small(tmp_path, attributes=attributes))
    question = row(tables, "wagner/status/present")
    assert question_text(tables, question) == "Presence of Wagner: State, present"
    told = "The president (as told by Encyclopedia), denying it; The first report, stating it."
    assert answers_sentence(tables, question, tables.select(data.Selection()).claims) == told


def test_the_same_words_by_another_speaker(tmp_path: Path) -> None:
    claims = "event,source,attribute,value,voice\ne1,a,wording,mutual respect,Ms A\ne2,b,wording,mutual respect,Mr B\n"
    tables = data.load(write_small(tmp_path, claims=claims))
    told = "“mutual respect”: Ms A (Encyclopedia) and Mr B (The first report)."
    assert same_words_sentences(tables.compare()) == [told]
    assert same_words_sentences(tables.compare(["a"])) == []


def test_the_same_words_in_sources_whose_ids_have_spaces(tmp_path: Path) -> None:
    claims = "event,source,attribute,value,voice\ne1,Le Monde,wording,respect,Ms A\ne2,b | c,wording,respect,Mr B\n"
    tables = data.load(write_small(tmp_path, claims=claims, sources=""))
    assert same_words_sentences(tables.compare()) == ["“respect”: Ms A (Le Monde) and Mr B (b | c)."]


def test_an_older_edition_stands_last_and_is_called_so() -> None:
    view = inline.small(
        """event, source, attribute, value, unit
        vote,  old,    amount,    60,    votes
        vote,  new,    amount,    71,    votes
        vote,  other,  amount,    71,    votes""",
        sources="source, replaces\nold,\nnew, old\nother,",
    ).select(data.Selection())
    question = view.questions.iloc[0]
    told = answers_sentence(view.found.tables, question, view.claims)
    assert told == "new and other: 71 votes; old: 60 votes (older edition, not counted)."
    [older] = view.claims[view.claims["superseded"]].to_dict("records")
    assert cell_text(older, listed=False) == "60 votes (older edition)"
    assert value_with_stance(older) == "60 votes (older edition, not counted)"
    assert answers_by_source(view.questions, view.claims)[question["question"], "old"] == "60 votes (older edition)"
    alone = view.found.tables.select(data.Selection(sources=("old", "other")))
    assert "older edition" not in answers_sentence(alone.found.tables, question, alone.claims)
