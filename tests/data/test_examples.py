"""The questions and claims that serve as examples."""

import data
from data import examples
from tests.data.inline import small

CLAIMS = """
event,  source, attribute, value,   period, unit, stance,  stated,   basis
date,   A,      date,      2022-09, ,       ,     ,        ,
date,   B,      date,      2022,    ,       ,     ,        ,
size,   A,      n,         1,       2008,   t,    ,        ,
size,   A,      n,         2,       2009,   t,    ,        ,
day,    A,      date,      2022-03, ,       ,     ,        in March, derived
day,    B,      date,      2022,    ,       ,     ,        this year, derived
"""


def test_the_plainest_of_each_kind() -> None:
    view = small(CLAIMS).select(data.Selection())
    assert examples.of_verdict(view, "compatible")["question"].tolist() == ["date/date"]
    assert examples.of_verdict(view, "conflict").empty
    assert examples.of_precisions(view)["question"].tolist() == ["day/date"]
    assert examples.of_changes(view)["period"].tolist() == ["2008", "2009"]
    assert examples.worked_out(view)["value"].tolist() == ["2022-03"]
    assert examples.of_one_origin(view).empty
    assert examples.of_spellings(view).empty


def test_changes_are_plans_where_no_period_differs() -> None:
    claims = "event, source, attribute, value, stance\na, A, date, 2022, announces\nb, A, date, 2023,"
    assert examples.of_changes(small(claims).select(data.Selection()))["event"].tolist() == ["a"]
