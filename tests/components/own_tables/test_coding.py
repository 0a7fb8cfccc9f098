"""A text as it is shown with what is found in it, and what becomes of the proposals."""

import pandas as pd

import data
from components.own_tables import coding
from data.coding.proposals import REASONS
from tests.data.inline import small

CLAIMS = "claim, event, source, attribute, value\n k, visit, A, date, 2024-06-04\n l, visit, A, place, Accra"
TEXT = "The <b>visit</b> to Accra & Lomé\n\n This visit was on Tuesday, with 40 people."


def coded() -> pd.DataFrame:
    return data.code_text(small(CLAIMS, events="event, title\n visit, The great visit"), TEXT, "2024-06-06")


def test_every_kind_and_reason_has_words() -> None:
    assert tuple(coding.REASONS) == REASONS
    assert set(coded()["kind"]) <= set(coding.KINDS)
    assert coding.reason_words("same value | shared words", "Tuesday visit") == (
        "another source gives this answer; the sentence has words of the event: “Tuesday” and “visit”"
    )
    assert coding.reason_words("", "") == ""


def test_a_text_is_shown_as_it_stands_with_marks_and_the_numbers_of_its_paragraphs() -> None:
    first, second = coding.marked(TEXT, coded())
    assert "The &lt;b&gt;visit&lt;/b&gt; to" in first
    assert '<mark class="name">Accra</mark> &amp; Lomé' in first
    assert '<mark class="date">Tuesday</mark>, with <mark class="quantity">40 people</mark>.' in second
    assert "§ 1" in first or "paragraph 1" in first


def test_what_may_become_a_claim_is_proposed_and_nothing_is_accepted_yet() -> None:
    rows = coding.proposed(coded())
    assert tuple(rows.columns) == (*coding.SHOWN, "basis")
    assert not rows["accepted"].any()
    assert rows.loc[rows["wording"] == "Tuesday", ["value", "question"]].to_numpy().tolist() == [
        ["2024-06-04", "visit/date"]
    ]
    assert rows.loc[rows["wording"] == "40 people", "question"].isna().all()


def test_what_is_ticked_becomes_claims_of_the_source() -> None:
    rows = coding.proposed(coded())
    rows["accepted"] = rows["wording"].isin(["Tuesday", "40 people"])  # the second has no question
    claims = coding.accepted(rows, "N")
    assert tuple(claims.columns) == coding.ROWS
    assert claims.to_numpy().tolist() == [
        ["N", "visit", "date", "2024-06-04", "", "", "Tuesday", "p2", "asserts", "derived"],
    ]
    assert coding.accepted(rows.assign(accepted=False), "N").empty
