"""When things happened, as the claims tell it: events, their dates on a timeline, and the time of a question."""

import math

import pandas as pd
import pytest

import data
from data import engine
from data.events import dated_questions, periods
from data.values import parse_dates
from tests.data.dated_events import PERIODS, day
from tests.data.inline import cells, loaded_well, small

READ = loaded_well(
    claims="""
        event,   source, attribute, value,      voice, stance,    period, origin
        coup,    A,      date,      2022-09-30, ,      ,          ,
        coup,    B,      date,      2022-09,    ,      ,          ,
        coup,    C,      date,      2022-07,    ,      ,          ,
        coup,    A,      place,     Ouagadougou, ,     ,          ,
        visit,   A,      date,      2024-06-04, ,      ,          ,       wire
        visit,   B,      date,      2024-06-05, ,      ,          ,       wire
        plant,   A,      date,      2030,       ,      announces, ,
        bridge,  A,      date,      2025,       ,      announces, ,
        bridge,  B,      date,      2026-02,    ,      ,          ,
        embassy, A,      end,       1992,       ,      ,          ,
        embassy, A,      start,     1967-02-18, ,      ,          ,
        embassy, A,      start,     1967-02-20, ,      ,          ,
        war,     C,      start,     2015/..,    ,      ,          ,
        ever,    C,      start,     ../2015,    ,      ,          ,
        ever,    A,      start,     2010/..,    ,      ,          ,
        trade,   A,      amount,    5,          ,      ,          2008,
        trade,   B,      amount,    6,          ,      ,          2008,
        gold,    A,      amount,    5,          ,      ,          ,       """,
    events="""
        event,   title,       topic,     scope,     place
        coup,    The coup,    politics,  context,   BFA
        visit,   A visit,     diplomacy, bilateral, BFA RUS
        plant,   A plant,     energy,    bilateral,
        bridge,  A bridge,    trade,     bilateral,
        embassy, The embassy, diplomacy, bilateral,
        war,     A war,       defence,   context,
        ever,    Ever,        culture,   context,
        trade,   Trade,       trade,     bilateral,
        gold,    Gold,        trade,     bilateral, """,
    attributes="""
        attribute, kind
        date,      date
        start,     date
        end,       date
        place,     name
        amount,    quantity""",
)


def days(written: str) -> tuple[float, float]:
    low, high = parse_dates(pd.Series([written], dtype="str")).iloc[0]
    return float(low), float(high)


# -------------------------------------------------------------------------------------------------------------- events
def test_an_event_has_its_first_and_last_day_and_how_much_of_it_is_contested() -> None:
    found = READ.compare().events
    assert cells(found, "event n_claims n_questions n_contested n_independent") == [
        ("ever", 2, 1, 0, 0),
        ("embassy", 3, 2, 1, 1),
        ("war", 1, 1, 0, 0),
        ("coup", 4, 2, 1, 1),
        ("visit", 2, 1, 1, 0),
        ("bridge", 2, 2, 0, 0),
        ("plant", 1, 1, 0, 0),
        ("gold", 1, 1, 0, 0),
        ("trade", 2, 1, 1, 1),
    ]
    rows = found.set_index("event")
    assert tuple(rows.loc["coup", ["low", "high"]]) == (days("2022-07-01")[0], days("2022-09-30")[1])
    assert tuple(rows.loc["embassy", ["low", "high"]]) == (days("1967-02-18")[0], days("1992")[1])
    assert rows.loc["war", "high"] == float("inf")
    assert rows.loc[["gold", "trade"], ["low", "high"]].isna().all(axis=None), "undated, and so last"
    assert tuple(rows.loc["visit", ["title", "topic", "scope", "place"]]) == (
        "A visit",
        "diplomacy",
        "bilateral",
        "BFA RUS",
    )


def test_events_are_those_of_which_the_chosen_sources_speak() -> None:
    found = READ.compare(["C"]).events
    assert cells(found, "event n_claims n_contested") == [("ever", 1, 0), ("war", 1, 0), ("coup", 1, 0)]
    assert found["high"].tolist() == [days("2015")[1], float("inf"), days("2022-07")[1]]


def test_claims_of_an_older_edition_are_claims_of_the_event_too() -> None:
    read = small(
        "event, source, attribute, value\n e, old, n, 1\n e, new, n, 2",
        sources="source, replaces\nold,\nnew, old",
    )
    assert cells(read.compare().events, "n_claims n_questions n_contested") == [(2, 1, 0)]


# ------------------------------------------------------------------------------------------------------ on a timeline
def test_dated_events_stand_in_the_order_of_time_with_the_gravest_of_their_questions() -> None:
    dates = READ.select(data.Selection()).event_dates.page()
    assert dates["event"].tolist() == ["embassy", "ever", "war", "coup", "visit", "bridge", "plant"]
    rows = dates.set_index("event")
    assert tuple(rows.loc["coup", ["verdict", "question", "gap", "n_sources", "planned", "independent"]]) == (
        "conflict", "coup/date", days("2022-09-30")[0] - days("2022-07-31")[0], 3, False, True,
    )  # fmt: skip
    assert tuple(rows.loc["ever", ["first", "last"]]) == (days("2010-01-01")[0], days("2015-12-31")[0]), "both named"
    assert tuple(rows.loc["war", ["first", "last"]]) == (days("2015-01-01")[0],) * 2, "the one end that is known"
    assert rows.loc["embassy", "verdict"] == "self-contradiction", "the gravest of its questions"
    assert rows.loc["embassy", "question"] == "embassy/start"


def test_a_plan_counts_only_where_nothing_is_said_of_what_came_of_it() -> None:
    rows = READ.select(data.Selection()).event_dates.page().set_index("event")
    assert bool(rows.loc["plant", "planned"])
    assert not rows.loc["bridge", "planned"]
    assert tuple(rows.loc["bridge", ["low", "high"]]) == days("2026-02")


def test_dates_of_each_source_alone() -> None:
    dates = READ.select(data.Selection()).event_dates_by_source.page()
    of = {(row.event, row.source): (row.low, row.high, row.gap) for row in dates.itertuples()}
    assert of["coup", "A"] == (*days("2022-09-30"), 0)
    assert of["coup", "C"] == (*days("2022-07"), 0)
    assert ("bridge", "A") not in of
    assert of["bridge", "B"] == (*days("2026-02"), 0)
    assert of["embassy", "A"][2] == 2, "from 18 to 20 February, not from the beginning to the end"


def test_only_the_questions_that_are_left_tell_when() -> None:
    assert READ.select(data.Selection(topics=("politics",))).event_dates.page()["event"].tolist() == ["coup"]
    assert READ.select(data.Selection(words="nowhere")).event_dates.page().empty


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2022-08", ["coup"]),
        ("2022-10", []),
        ("2015", ["ever", "war"]),
        ("2016", []),
        ("1967/1992", ["embassy"]),
        ("2012", ["ever"]),
    ],
)  # fmt: skip
def test_an_open_end_reaches_no_farther_than_the_day_that_is_named(time: str, expected: list[str]) -> None:
    dates = READ.select(data.Selection()).event_dates
    assert dates.page(*days(time))["event"].tolist() == expected


def test_a_gap_is_one_questions_never_from_a_beginning_to_an_end() -> None:
    read = small("event, source, attribute, value\n talks, a, start, 2024-06-04\n talks, a, end, 2024-06-05",
        attributes="attribute, kind\n start, date\n end, date")  # fmt: skip
    view = read.select(data.Selection())
    assert view.event_dates.page()["gap"].tolist() == [0]
    assert view.event_dates_by_source.page()["gap"].tolist() == [0]


def test_answers_are_grouped_by_interval_with_the_origins_that_hold_each() -> None:
    dates = READ.select(data.Selection()).event_dates
    assert [(row.low, row.high, row.n_origins, row.n_sources) for row in dates.answers(["coup"]).itertuples()] == [
        (*days("2022-07"), 1, 1),
        (*days("2022-09"), 1, 1),
        (*days("2022-09-30"), 1, 1),
    ]
    assert dates.answers(["bridge"])["planned"].tolist() == [False], "of a plan that came about only what came of it"


def test_events_are_counted_in_the_shortest_bin_that_holds_all_that_is_said_of_them() -> None:
    read = small("event, source, attribute, value\n a, s, date, 2022-03-05\n b, s, date, 2022-03\n c, s, date, 2022\n"
        "d, s, date, 2022-03-05\n e, s, date, 2021/2022")  # fmt: skip
    dates = read.select(data.Selection()).event_dates
    whole = (-math.inf, math.inf)
    assert cells(dates.bins(*whole, "day"), "unit start end events") == [
        ("decade", *days("202X"), 1),
        ("year", *days("2022"), 1),
        ("month", *days("2022-03"), 1),
        ("day", *days("2022-03-05"), 2),
    ]
    assert cells(dates.bins(*whole, "year"), "unit events") == [("decade", 1), ("year", 4)]
    assert dates.bins(*days("2021"), "year")["events"].tolist() == [1]


def test_the_events_before_and_after_one_in_the_order_of_time() -> None:
    dates = READ.select(data.Selection()).event_dates
    assert dates.around("embassy", -math.inf, math.inf) == ("", "ever")
    assert dates.around("coup", -math.inf, math.inf) == ("war", "visit")
    assert dates.around("gold", -math.inf, math.inf) == ("", ""), "it has no date"


def test_what_the_dated_events_of_a_time_come_to() -> None:
    dates = READ.select(data.Selection()).event_dates
    found = dates.summary()
    assert (found["events"], found["contested"], found["independent"]) == (7, 3, 2)
    assert dates.summary(*days("2022-08"))["events"] == 1
    assert dates.contested(-math.inf, math.inf)["event"].tolist()[-1] == "visit", "within one origin, and so last"
    assert dates.lanes(*days("2022-08")).to_dict() == {"politics": 1}


def test_questions_on_dates_by_the_year_of_their_first_day_and_the_gravest_first() -> None:
    found = dated_questions(READ.compare().questions)
    assert cells(found, "question year") == [
        ("embassy/start", 1967),
        ("coup/date", 2022),
        ("visit/date", 2024),
        ("bridge/date", 2026),
        ("embassy/end", 1992),
        ("war/start", 2015),
    ]


def test_a_year_before_the_first_is_a_year_too() -> None:
    read = small("event, source, attribute, value\ncity, A, date, -0043-03-15\nhall, A, date, 0000")
    assert cells(dated_questions(read.compare().questions), "event year") == [("city", -43), ("hall", 0)]


# -------------------------------------------------------------------------------------------------- the time of a question
def test_the_time_of_a_question_is_of_its_answers_else_its_period_else_of_its_events_dates() -> None:
    with READ.store.cursor() as cursor:
        times = engine.frame(
            cursor.sql(f"select q.id, t.low, t.high from ({engine.rule('question_times', chosen='true')}) t join questions q on t.question = q.question")
        ).set_index("id")  # fmt: skip
    assert tuple(times.loc["coup/date"]) == (days("2022-07-01")[0], days("2022-09-30")[1])
    assert tuple(times.loc["coup/place"]) == tuple(times.loc["coup/date"])
    assert tuple(times.loc["trade/amount/2008"]) == days("2008")
    assert times.loc["gold/amount"].isna().all()


def test_periods_stand_in_the_order_of_time_open_where_nothing_is_named() -> None:
    tables = loaded_well(claims="event, source, attribute, value\ne, a, date, 2022", periods=PERIODS)
    assert periods(tables)[["name", "low", "high"]].to_numpy().tolist() == [
        ["Soviet years", -math.inf, day("1991-12-31")],
        ["1992–2021", day("1992-01-01"), day("2021-12-31")],
        ["Since the coups of 2022", day("2022-01-01"), math.inf],
    ]
