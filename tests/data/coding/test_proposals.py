"""What a text says, as proposals for claims."""

import time

import pandas as pd
import pytest

import data
from data.coding.proposals import COLUMNS, MOST_PROPOSALS, REASONS, code_text
from tests.data.inline import small

CLAIMS = """
claim, event,   source, attribute, value,       unit,    period, stated
k1,    embassy, A,      date,      2023-12-28,  ,        ,       the embassy reopened
k2,    embassy, A,      place,     Ouagadougou, ,        ,
k3,    coup,    A,      date,      2022-09,     ,        ,       a coup removed Damiba
k4,    trade,   A,      amount,    3.2e6,       USD,     2008,
"""
EVENTS = """
event,   title,                      aliases
embassy, Reopening of the embassy,
coup,    Coup of September 2022,     Traoré's coup
trade,   Trade turnover,
"""
ARTICLE = """Embassy opens

The embassy was reopened in Ouagadougou on Thursday. It was closed before 1992.
In September 2022, a coup removed Damiba. The trade turnover was 9 million dollars in 2009.
A new embassy will be opened on 3 July 2024."""


@pytest.fixture(scope="module")
def tables() -> data.Tables:
    return small(CLAIMS, events=EVENTS, sources="source\nA")


@pytest.fixture(scope="module")
def coded(tables: data.Tables) -> pd.DataFrame:
    return code_text(tables, ARTICLE, "2023-12-29")


def row(coded: pd.DataFrame, wording: str) -> pd.Series:
    return coded[coded["wording"] == wording].iloc[0]


def test_each_mention_has_its_place_paragraph_and_words(coded: pd.DataFrame) -> None:
    assert tuple(coded.columns) == COLUMNS
    assert [ARTICLE[start:end] for start, end in zip(coded["start"], coded["end"], strict=True)] == list(
        coded["wording"]
    )
    assert row(coded, "Thursday")["paragraph"] == "p2"
    assert row(coded, "September 2022")["paragraph"] == "p3"
    assert coded["start"].is_monotonic_increasing


def test_a_date_is_proposed_for_the_event_of_its_sentence(coded: pd.DataFrame) -> None:
    reopened = row(coded, "Thursday")
    assert (reopened["value"], reopened["basis"]) == ("2023-12-28", "derived")
    assert (reopened["event"], reopened["attribute"]) == ("embassy", "date")
    assert reopened["reason"] == "same value | shared words"
    assert "embassy" in reopened["words"]
    coup = row(coded, "September 2022")
    assert (coup["event"], coup["attribute"], coup["basis"]) == ("coup", "date", "")


def test_a_quantity_is_proposed_where_its_unit_is_asked_with_the_period_of_its_sentence(coded: pd.DataFrame) -> None:
    turnover = row(coded, "9 million dollars")
    assert (turnover["event"], turnover["attribute"], turnover["unit"]) == ("trade", "amount", "USD")
    assert (turnover["value"], turnover["period"]) == ("9e6", "2009")
    assert turnover["reason"] == "same unit | shared words"


def test_a_name_is_proposed_for_a_question_that_such_names_answer(coded: pd.DataFrame) -> None:
    assert row(coded, "Ouagadougou")[["event", "attribute"]].tolist() == ["embassy", "place"]


def test_a_bound_stands_in_the_value_and_what_is_to_come_is_announced(coded: pd.DataFrame) -> None:
    assert row(coded, "1992")["value"] == "../1992"
    assert row(coded, "3 July 2024")["stance"] == "announces"
    assert row(coded, "Thursday")["stance"] == ""


def test_no_mention_has_more_than_a_handful_of_questions_and_each_says_why(coded: pd.DataFrame) -> None:
    assert coded.value_counts(["start", "end"]).max() <= MOST_PROPOSALS
    proposed = coded[(coded["event"] != "") & (coded["kind"] != "event")]
    assert {reason for text in proposed["reason"] for reason in text.split(" | ")} <= set(REASONS)
    assert (proposed["score"] > 0).all()


def test_the_title_of_an_event_is_marked(tables: data.Tables) -> None:
    coded = code_text(tables, "Since Traore’s coup much has changed.")
    assert coded[["kind", "event", "wording"]].to_numpy().tolist() == [["event", "coup", "Traore’s coup"]]


@pytest.mark.parametrize("date", ["", "soon", "../2013", "9999-12-31", "-0400"])
def test_without_a_day_of_the_text_that_reads_only_what_hangs_on_none_is_read(date: str, tables: data.Tables) -> None:
    assert "2022-09" in code_text(tables, ARTICLE, date)["value"].tolist()


def test_the_language_is_that_of_the_words_or_the_one_that_is_said(tables: data.Tables) -> None:
    text = "Le coup d'État a eu lieu en septembre 2022 à Ouagadougou."
    assert "2022-09" in code_text(tables, text)["value"].tolist()
    assert "2022-09" not in code_text(tables, text, language="en")["value"].tolist()


def test_a_language_that_is_not_read_is_refused_in_one_line(tables: data.Tables) -> None:
    with pytest.raises(ValueError, match='language "de" is not read; expected one of en, fr'):
        code_text(tables, ARTICLE, language="de")


def test_what_the_calendar_does_not_have_is_left_out(tables: data.Tables) -> None:
    coded = code_text(tables, "On 31 February 2023; on 30 June 2023; in Q1 autumn.", "2023-07-01", "en")
    assert coded.loc[coded["kind"] == "date", "value"].tolist() == ["2023-06-30"]
    assert code_text(tables, "It was in the winter.", "9999-12-31", "en").empty


def test_no_text_says_nothing(tables: data.Tables) -> None:
    coded = code_text(tables, " \n ")
    assert tuple(coded.columns) == COLUMNS
    assert coded.empty


@pytest.mark.parametrize(
    "sentence", [ARTICLE + "\n", "The embassy of Ouagadougou had 40 men in June 2023. ", "coup, 1 a "]
)
def test_a_text_of_100_kilobytes_is_read_in_time(sentence: str, tables: data.Tables) -> None:
    start = time.process_time()
    code_text(tables, sentence * (100_000 // len(sentence)), "2024-06-06")
    assert time.process_time() - start < 10


def test_the_claims_that_are_proposed_can_be_rehearsed(coded: pd.DataFrame, tables: data.Tables) -> None:
    rows = coded.loc[coded["attribute"] != "", ["event", "attribute", "value", "unit", "period", "stance"]]
    rehearsed = data.rehearse(tables, rows.assign(source="N"))
    assert not rehearsed.problems
    assert {"confirms", "contradicts"} & set(rehearsed.answers["relation"])
