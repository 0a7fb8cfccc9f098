"""When things happened, as the claims tell it."""

import pandas as pd
import pytest

import data
from data.events import dated_questions, within
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS, day, iso
from tests.data.inline import load, loaded_well


@pytest.fixture(scope="module")
def view() -> data.View:
    return load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES).select(data.Selection())


@pytest.fixture(scope="module")
def dates(view: data.View) -> pd.DataFrame:
    return view.event_dates().set_index("event", drop=False)


def test_an_event_is_as_wide_as_all_that_is_said_of_it(dates: pd.DataFrame) -> None:
    assert dates["event"].tolist() == ["closure", "coup", "embassy", "talks", "visit", "plant"]
    coup = dates.loc["coup"]
    assert (iso(coup["low"]), iso(coup["high"]), coup["n_sources"]) == ("2022-01-01", "2022-12-31", 3)
    assert (coup["verdict"], coup["gap"], coup["question"]) == ("conflict", 32, "coup/date")
    talks = dates.loc["talks"]
    assert (iso(talks["low"]), iso(talks["high"]), talks["gap"]) == ("2024-03-01", "2024-03-09", 0)


def test_it_stands_where_all_answers_meet_else_in_the_gap(dates: pd.DataFrame) -> None:
    assert dates.loc["visit", "at"] == day("2024-06-05") + 0.5
    assert dates.loc["embassy", "at"] == (day("2023-07-31") + day("2023-12-28") + 1) / 2
    assert iso(dates.loc["closure", "at"]) == "1996-01-01"


def test_a_plan_counts_only_where_nothing_is_said_of_its_outcome(dates: pd.DataFrame) -> None:
    assert dates.loc["visit", "day"]
    assert not dates.loc["visit", "planned"]
    assert dates.loc["visit", "derived"]
    assert dates.loc["plant", "planned"]


def test_by_source_each_has_its_own_dates_and_the_verdict_of_all(view: data.View) -> None:
    found = view.event_dates(by_source=True)
    coup = found[found["event"] == "coup"].set_index("source")
    assert [iso(low) for low in coup.loc[["a", "b", "c"], "low"]] == ["2022-09-01", "2022-01-01", "2022-07-01"]
    assert set(coup["verdict"]) == {"conflict"}
    assert set(coup["gap"]) == {0}
    assert found.loc[found["event"] == "embassy", "gap"].tolist() == [150]


def test_of_several_questions_the_gravest_is_that_of_the_event() -> None:
    view = loaded_well(
        claims="""event, source, attribute, value
                  talks, a,      start,     2024-03-01
                  talks, b,      start,     2024-03-01
                  talks, a,      end,       2024-03-09
                  talks, b,      end,       2024-03-10""",
        attributes="attribute, kind\nstart, date\nend, date",
    ).select(data.Selection())
    (talks,) = view.event_dates().to_dict("records")
    assert (talks["question"], talks["verdict"], talks["gap"]) == ("talks/end", "conflict", 1)


def test_what_is_open_at_both_ends_has_no_place_and_an_open_end_reaches_no_further_than_is_named() -> None:
    claims = "event, source, attribute, value\n" + "e, a, date, 1996/..\nf, a, date, ../1996\n"
    dates = loaded_well(claims=claims).select(data.Selection()).event_dates()
    for first, last, expected in (
        ("1990-01-01", "1995-12-31", []),
        ("1996-01-01", "1996-01-01", ["e"]),
        ("1996-12-31", "1997-01-01", ["f"]),
    ):
        assert within(dates, day(first), day(last))["event"].tolist() == expected


def test_the_dates_of_a_view_are_those_of_its_questions_and_sources() -> None:
    tables = load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES)
    coup = tables.select(data.Selection(words="coup", sources=("b", "c"))).event_dates()
    assert coup[["event", "n_sources", "verdict"]].to_numpy().tolist() == [["coup", 2, "compatible"]]


def test_dated_questions_are_no_plans_and_have_the_year_of_their_first_day() -> None:
    view = loaded_well(
        claims="""event,  source, attribute, value,       stance
                  caesar, a,      date,      -0043-03-15,
                  coup,   a,      date,      2022-09,
                  coup,   b,      date,      2022-07,
                  visit,  a,      date,      2022,
                  plant,  a,      date,      2030,        announces
                  road,   a,      date,      ../1990,""",
    ).select(data.Selection())
    found = dated_questions(view.questions)
    assert found[["question", "year"]].to_numpy().tolist() == [
        ["coup/date", 2022],
        ["caesar/date", -43],
        ["visit/date", 2022],
    ]
