"""What a comparison turns up besides verdicts: each finding on a small table whose right answer stands beside it."""

from functools import cache

import pandas as pd
import pytest

import data
from data.comparison import Comparison
from data.once import once_frame
from tests.data.inline import SMALL, cells, loaded_well, rows, small


# ----------------------------------------------------------------------------------------------------------- silences
def test_silence_is_told_from_not_yet_and_out_of_range() -> None:
    tables = small(
        """event,   source, attribute, value,      period, stance
           embassy, told,   date,      2023-07-04, ,
           embassy, vague,  date,      2023,       ,
           embassy, told,   place,     Ouagadougou, ,
           trade,   told,   amount,    100,        2010,
           talks,   told,   status,    held,       ,
           summit,  told,   date,      2025-03,    ,       announces""",
        sources="""source,  published,        covers
                   told,    2024-01-05,
                   vague,   2024,
                   before,  2022-12-31,
                   during,  2022-12/2023-01,
                   unknown, ,
                   series,  2021,             2011/2020
                   early,   2009-12-31,
                   planned, 2024-06-01,""",
    )
    found = tables.compare().silences.astype("str")
    reasons = {(one.question, one.source): one.reason for one in found.itertuples()}
    expected = rows(
        """question,             before,  during, unknown, series,       early,   planned, vague
           embassy/date,         not yet, silent, silent,  not yet,      not yet, silent,
           embassy/place,        not yet, silent, silent,  not yet,      not yet, silent,  silent
           trade/amount/2010,    silent,  silent, silent,  out of range, not yet, silent,  silent
           talks/status,         silent,  silent, silent,  silent,       silent,  silent,  silent
           summit/date/planned,  not yet, not yet, silent, not yet,      not yet, silent,  silent"""
    )
    wanted = {
        (row["question"], source): row[source]
        for row in expected
        for source in row
        if source != "question" and row[source]
    }
    assert reasons == wanted  # and so nothing of `told`, which answers everything, nor of `vague` on the date


def test_not_yet_does_not_hang_on_a_choice_of_sources() -> None:
    tables = small(
        """event, source, attribute, value
           e,     A,      date,      2023-07
           e,     B,      date,      2020
           f,     C,      date,      2020""",
        sources="source, published\nA, 2024\nB, 2024\nC, 2021",
    )
    found = tables.compare(["A", "C"]).silences.astype("str")
    assert cells(found, "question source reason") == [("e/date", "C", "silent"), ("f/date", "A", "silent")]


# ------------------------------------------------------------------------------------------------------------ ranking
def test_most_contested_first_by_origins_then_by_those_against_then_by_gap() -> None:
    tables = small(
        """event, source, attribute, value, origin
           a,     A,      n,         100,
           a,     B,      n,         110,
           b,     A,      n,         100,
           b,     B,      n,         200,
           c,     A,      n,         0,
           c,     B,      n,         1,
           copies, A,     n,         1,     wire
           copies, B,     n,         9,     wire
           days,  A,      date,      2020,
           days,  B,      date,      2022,
           fine,  A,      n,         5,
           many,  A,      n,         100,
           many,  B,      n,         100,
           many,  C,      n,         101,
           place, A,      place,     Moscow,
           place, B,      place,     Ouagadougou,
           split, A,      n,         100,
           split, B,      n,         101,
           split, C,      n,         102,""",
        events="event, topic\n"
        + "\n".join(f"{event}, t-{event}" for event in "a b c copies days fine many place split".split()),
    )
    found = tables.compare().contested
    # gaps by percent: split 2, many 1, a 10, b 100, copies 800, c without a base: the widest. days: the only one.
    assert cells(found, "question n_origins against_origins topic place") == [  # `copies` is within one origin
        ("split/n", 3, 2, "t-split", 1),
        ("many/n", 3, 1, "t-many", 2),
        ("c/n", 2, 1, "t-c", 3),
        ("days/date", 2, 1, "t-days", 4),
        ("b/n", 2, 1, "t-b", 5),
        ("a/n", 2, 1, "t-a", 6),
        ("place/place", 2, 1, "t-place", 7),
        ("copies/n", 1, 0, "t-copies", 8),
    ]
    rank = found.set_index("question")["gap_rank"]
    assert {name: round(value * 6) for name, value in rank.dropna().items() if name != "days/date"} == {
        "many/n": 1, "split/n": 2, "a/n": 3, "b/n": 4, "copies/n": 5, "c/n": 6,
    }  # fmt: skip
    assert rank["days/date"] == 1
    assert pd.isna(rank["place/place"])
    first, last = found.set_index("question").loc["days/date", ["low", "high"]]
    assert data.write_date(float(str(first)), float(str(last))) == "2020-01-01/2022-12-31"


# --------------------------------------------------------------------------------------------------------- same words
WORDINGS = """
event, source, attribute, value,   voice,    stance
first, A,      wording,   respect, Shoigu,
next,  B,      wording,   respect, Belousov,
"""
AS_WORDING = "attribute, kind\n wording, name\n speaker, name"


def pairs(claims: str, sources: list[str] | None = None, **tables: str) -> list[list[str]]:
    return [
        [" ".join(cell) if isinstance(cell, tuple) else cell for cell in row]
        for row in loaded_well(claims=claims, attributes=AS_WORDING, **tables)
        .compare(sources)
        .same_words.to_numpy()
        .tolist()
    ]


def test_nearly_the_same_words_of_two_speakers_are_one_pair() -> None:
    assert pairs(WORDINGS) == [["respect", "first", "Shoigu", "A", "next", "Belousov", "B"]]
    assert pairs(WORDINGS + "first, C, wording, respect, Shoigu,") == [
        ["respect", "first", "Shoigu", "A C", "next", "Belousov", "B"]
    ]


def test_the_speaker_may_stand_in_a_claim_of_his_own() -> None:
    claims = "event, source, attribute, value\n first, A, wording, respect\n first, A, speaker, Shoigu\n next, B, wording, respect\n next, B, speaker, Belousov"
    assert pairs(claims) == [["respect", "first", "Shoigu", "A", "next", "Belousov", "B"]]


@pytest.mark.parametrize(
    "change",
    [("Belousov", "Shoigu"), ("next", "first"), ("B,      wording,   respect", "B,      wording,   other words")],
)
def test_one_speaker_one_event_or_other_words_are_no_pair(change: tuple[str, str]) -> None:
    assert pairs(WORDINGS.replace(*change)) == []


def test_two_spellings_of_one_speaker_are_no_pair() -> None:
    assert pairs(WORDINGS.replace("Belousov", "Shoygu"), names="name, aliases\n Shoigu, Shoygu") == []


def test_same_words_are_sought_among_the_chosen_sources_and_are_no_verdict() -> None:
    assert pairs(WORDINGS, ["A"]) == []
    found = loaded_well(claims=WORDINGS, attributes=AS_WORDING).compare().questions
    assert set(found["verdict"]) == {"sole source"}


def test_who_denies_a_wording_has_not_used_it() -> None:
    assert pairs(WORDINGS + "third, C, wording, respect, Putin, denies") == [
        ["respect", "first", "Shoigu", "A", "next", "Belousov", "B"]
    ]


# ---------------------------------------------------------------------------------------------------------- over time
def test_answers_stand_in_the_order_of_publication_and_the_undated_last() -> None:
    tables = small(
        """claim, event, source, attribute, value
           1,     e,     A,      date,      2023-07
           2,     e,     B,      date,      2023
           3,     e,     C,      date,      2023-07
           4,     e,     D,      date,      2023-12-28
           5,     e,     B,      date,      2023-12-28""",
        sources="source, published\nA,\nB, 2024-02\nC, 2023-08-01\nD, 2024-02-03",
    )
    assert cells(tables.compare().over_time(), "claim source value published new") == [
        ("3", "C", "2023-07", "2023-08-01", True),
        ("2", "B", "2023", "2024-02", True),
        ("5", "B", "2023-12-28", "2024-02", True),
        ("4", "D", "2023-12-28", "2024-02-03", False),
        ("1", "A", "2023-07", "", False),
    ]


# ------------------------------------------------------------------------------------------------------------- editions
def test_what_a_later_edition_says_differently_stands_question_by_question() -> None:
    found = small(
        """event, source, attribute, value, period, stance
        vote,  old,    votes,     70,    2001,
        vote,  old,    votes,     60,    2000,
        vote,  old,    votes,     50,    2002,
        vote,  old,    votes,     55,    2002,
        vote,  new,    votes,     71,    2001,
        vote,  new,    votes,     60,    2000,
        vote,  new,    votes,     52,    2002,
        vote,  new,    votes,     99,    2003,
        vote,  other,  votes,     1,     2001,
        post,  old,    status,    open,  ,
        post,  new,    status,    open,  ,       denies""",
        attributes="attribute, kind\nvotes, quantity\nstatus, name",
        sources="source, replaces\nold,\nnew, old\nother,",
    ).compare()
    assert [
        *found.revised[["question", "older_value", "newer_value", "gap"]].fillna(-1).itertuples(index=False, name=None)
    ] == [
        ("post/status", "open", "open", -1),
        ("vote/votes/2001", "70", "71", 1),
        ("vote/votes/2002", "50 | 55", "52", 0),
    ]
    assert set(found.revised["older"]) == {"old"}
    assert found.revisions["differ"].tolist() == [3]
    assert found.tables.compare(["old", "other"]).revised.empty


# ---------------------------------------------------------------------------------------------------------- all of it
EVERYTHING = [
    *rows("""
        event,  source, attribute, value,       voice
        agree,  A,      n,         1,
        agree,  B,      n,         1,
        part,   A,      n,         1,
        part,   B,      n,         2,
        told,   A,      place,     Moscow,
        told,   B,      place,     Ouagadougou, someone
        talks,  A,      wording,   friends,     one
        visit,  B,      wording,   friends,     another
        e2000,  D,      date,      2000,
        e2001,  B,      date,      2001-06,"""),
    *(
        {"event": f"e{year}", "source": "C", "attribute": "date", "value": f"{year}-01-01"}
        for year in range(2000, 2010)
    ),
]


@cache
def everything() -> Comparison:
    """A comparison in which there is something of everything."""
    attributes = SMALL["attributes"] + "\nwording, name"
    return small(EVERYTHING, attributes=attributes, sources="source, replaces\nA,\nB,\nC,\nD, C").compare()


FRAMES = """
    questions events contested positions relations agreement standings profiles pivotal silences same_words revisions
    revised false_precision read_coarser
""".split()


@pytest.mark.parametrize("name", FRAMES)
def test_a_caller_may_change_its_frame_and_no_source_at_all_is_a_choice(name: str) -> None:
    found = everything()
    mine = getattr(found, name)
    before = mine.copy(deep=True)
    assert not before.empty
    mine["added"] = 1
    mine[mine.columns[0]] = "changed"
    del mine[mine.columns[1]]
    pd.testing.assert_frame_equal(getattr(found, name), before)
    none = getattr(found.tables.compare([]), name)
    assert none.empty
    assert list(none.columns) == list(before.columns)


def test_every_frame_of_a_comparison_is_in_this_list() -> None:
    assert set(FRAMES) == {name for name, part in vars(Comparison).items() if isinstance(part, once_frame)}
