"""What a comparison and a view of it give beside the verdicts."""

import pandas as pd
import pytest

import data
from data import engine
from tests.data.inline import loaded_well

CLAIMS = """
    event,   source, attribute, value
    coup,    a,      date,      2022-09
    coup,    b,      date,      2022-07
    coup,    c,      date,      2022-07
    embassy, a,      date,      2023-07
    embassy, a,      date,      2023-12
    visit,   a,      date,      2024-06-05
    visit,   b,      date,      2024-07
    grain,   a,      date,      2024
    grain,   b,      date,      2024
    school,  a,      date,      2024
"""
SOURCES = """
    source, origin
    a,      wire
    b,      wire
    c,
"""


def test_what_is_contested_between_independent_origins_stands_before_what_is_within_one() -> None:
    view = loaded_well(claims=CLAIMS, sources=SOURCES).select(data.Selection())
    assert view.contested[["question", "independent", "place"]].to_numpy().tolist() == [
        ["coup/date", True, 1],
        ["embassy/date", True, 2],
        ["visit/date", False, 3],
    ]
    assert view.ranked["question"].tolist() == ["coup/date", "embassy/date", "visit/date", "grain/date", "school/date"]
    assert list(view.ranked.columns) == list(view.questions.columns)


def test_filters_leave_the_places_as_they_are_among_all_that_is_contested() -> None:
    view = loaded_well(claims=CLAIMS, sources=SOURCES).select(data.Selection(words="visit"))
    assert view.contested[["question", "place"]].to_numpy().tolist() == [["visit/date", 3]]


def test_positions_and_silences_of_some_questions_are_those_of_all() -> None:
    found = loaded_well(claims=CLAIMS, sources=SOURCES).compare()
    asked = ["coup/date", "visit/date"]
    positions = found.positions[found.positions["question"].isin(asked)].reset_index(drop=True)
    assert found.positions_of(asked).equals(positions)
    assert positions["value"].tolist() == ["2022-07", "2022-09", "2024-06-05", "2024-07"]
    silences = found.silences_of(asked).astype("str")
    assert silences.to_numpy().tolist() == [["visit/date", "c", "silent"]]
    assert silences.equals(found.silences[found.silences["question"].isin(asked)].astype("str").reset_index(drop=True))


def test_the_verdicts_of_some_sources_are_the_same_whether_copied_or_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied = loaded_well(claims=CLAIMS, sources=SOURCES).compare(["a", "b"]).questions
    monkeypatch.setattr(engine, "SMALL", 0)
    looked_up = loaded_well(claims=CLAIMS, sources=SOURCES).compare(["a", "b"]).questions
    assert copied[["question", "verdict", "n_sources"]].to_numpy().tolist() == [
        ["coup/date", "conflict", 2],
        ["embassy/date", "self-contradiction", 1],
        ["grain/date", "agree", 2],
        ["school/date", "sole source", 1],
        ["visit/date", "conflict", 2],
    ]
    pd.testing.assert_frame_equal(copied, looked_up, check_dtype=False)


def test_the_verdicts_of_some_questions_come_with_their_origins() -> None:
    view = loaded_well(claims=CLAIMS, sources=SOURCES).select(data.Selection())
    assert view.verdicts_of(["visit/date", "nothing"]).to_numpy().tolist() == [["visit/date", "conflict", 1, False]]
