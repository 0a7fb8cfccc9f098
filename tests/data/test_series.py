"""One quantity over the years, against tables whose ends are known by hand."""

import math

import pandas as pd
import pytest

import data
from data.series import common_range, furthest, nearest_year, numbers, runs, shared_roots
from tests.data.inline import loaded_well

ATTRIBUTES = "attribute, kind, expected_gap\namount, quantity, 20\n"
VALUES = {
    "a": {2000: "100", 2001: "200", 2002: "300", 2005: "100", 2006: "50"},
    "b": {2000: "100", 2001: "400", 2002: "330", 2003: "70", 2006: "0"},
    "c": {2000: "105"},
}


def read(lines: str, **others: str) -> data.Comparison:
    """What is said of the amount of goods: each line is a source, a value, a unit and a period."""
    claims = "event, attribute, source, value, unit, period\n" + "".join(
        f"goods, amount, {line.strip()}\n" for line in lines.strip().splitlines()
    )
    return loaded_well(claims=claims, attributes=ATTRIBUTES, **others).compare()


def years_of(lines: str, **others: str) -> pd.DataFrame:
    return read(lines, **others).series("goods", "amount").set_index("year")


@pytest.fixture(scope="module")
def goods() -> data.Comparison:
    return read(
        "\n".join(f"{source}, {value}, USD, {year}" for source, of in VALUES.items() for year, value in of.items())
    )


def test_a_year_has_its_ends_who_gives_them_and_how_far_they_are_apart(goods: data.Comparison) -> None:
    years = goods.series("goods", "amount").set_index("year")
    ends = ["low", "high", "lowest", "highest", "n_sources", "ratio", "gap"]
    assert list(years.loc[2001, ends]) == [200, 400, "a", "b", 2, 2, 200]
    assert [int(year) for year in years.index[years["beyond_expected"]]] == [2001, 2006]
    assert years["ratio"].to_dict()[2006] == math.inf
    assert years["ratio"].isna().tolist() == [False, False, False, True, True, False], "one source has no ratio"


def test_the_nearest_year_is_one_of_those_that_most_sources_give(goods: data.Comparison) -> None:
    years = goods.series("goods", "amount")
    assert years.loc[nearest_year(years), "year"] == 2000
    assert nearest_year(years[years["year"] == 2001]) is None


def test_copies_of_one_root_are_one_origin() -> None:
    years = years_of("a, 1, t, 2018\nb, 1, t, 2018\nc, 2, t, 2018", sources="source, origin\na, wire\nb, wire\nc,")
    assert list(years.loc[2018, ["n_sources", "n_origins"]]) == [3, 2]


def test_what_a_later_edition_replaces_counts_no_more() -> None:
    lines = "old, 1, t, 2018\nnew, 2, t, 2018\nother, 2, t, 2018\nold, 7, t, 2019"
    found = read(lines, sources="source, replaces\nold,\nnew, old\nother,")
    assert found.superseded == {"row-2"}
    years = found.series("goods", "amount").set_index("year")
    assert years["n_sources"].to_dict() == {2018: 2, 2019: 1}
    assert years.loc[2018, "same"]
    assert found.tables.compare(["old", "other"]).series("goods", "amount")["gap"].iloc[0] == 1


def test_a_plan_is_not_held_against_what_came_of_it() -> None:
    claims = "event, attribute, source, value, unit, period, stance\n"
    claims += "goods, amount, a, 900, t, 2018, announces\ngoods, amount, b, 100, t, 2018,\n"
    (year,) = loaded_well(claims=claims, attributes=ATTRIBUTES).compare().series("goods", "amount").to_dict("records")
    assert (year["high"], year["n_sources"]) == (100, 1)


def test_answers_that_meet_are_not_apart() -> None:
    year = years_of("a, 220.5e6, USD, 2018\nb, >180e6, USD, 2018").loc[2018]
    assert list(year[["ratio", "gap", "beyond_expected", "same"]]) == [1, 0, False, False]
    assert years_of("a, 5, t, 2018\nb, 5, t, 2018").loc[2018, "same"]


def test_a_clash_with_bounds_lies_between_the_ends_that_face_each_other() -> None:
    year = years_of("a, 100, USD, 2018\nb, [200..400], USD, 2018\nc, 150, USD, 2018").loc[2018]
    assert list(year[["low", "high", "ratio", "beyond_expected"]]) == [100, 200, 2, True]


def test_the_unit_is_that_of_most_claims_or_the_one_asked_for() -> None:
    found = read("a, 100, USD, 2018\nb, 100, USD, 2018\nb, 9, t, 2018\nb, 8, t, 2017/2018")
    assert found.series("goods", "amount")["high"].tolist() == [100]
    assert found.series("goods", "amount", "t")["high"].tolist() == [9]
    assert found.series("goods", "price").empty


def test_a_number_is_as_written_and_bounds_alone_are_none() -> None:
    found = read("a, ~100, t, 2018\na, >180, t, 2018-07\na, <5, t, 2019\na, [1..3], t,")
    rows = numbers(found, found.tables.claims).fillna({"value": -1, "year": 0})
    assert rows["value"].tolist() == [100, -1, -1, -1]
    assert rows["open"].tolist() == ["", "up", "down", ""]
    assert rows[["least", "most"]].to_numpy().tolist() == [[90, 110], [180, 180], [5, 5], [1, 3]]
    assert rows["year"].tolist() == [2018, 0, 2019, 0]
    assert rows["start"].round(1).tolist()[:3] == [2018, 2018.5, 2019]


def test_no_run_leads_over_a_missing_year_or_to_another_source(goods: data.Comparison) -> None:
    joined = runs(numbers(goods, goods.tables.claims))
    found = {tuple(group["year"]) for _run, group in joined[joined["source"] == "a"].groupby("run")}
    assert found == {(2000, 2001, 2002), (2005, 2006)}
    assert joined.groupby("run")["source"].nunique().max() == 1


def test_two_numbers_of_one_source_for_a_year_are_not_joined() -> None:
    found = read("a, 1, USD, 2000\na, 2, USD, 2001\na, 3, USD, 2001")
    assert runs(numbers(found, found.tables.claims))["run"].nunique() == 3


def test_what_all_have_in_common_and_who_is_furthest_apart(goods: data.Comparison) -> None:
    rows = numbers(goods, goods.tables.claims)
    first = rows[rows["year"] == 2000]
    assert common_range(first) is None
    assert [answer["source"] for answer in furthest(first) or ()] == ["a", "c"]
    of_two = first[first["source"] != "c"]
    assert (common_range(of_two), furthest(of_two)) == ((100, 100), None)


def test_the_roots_that_sources_share() -> None:
    found = read(
        "a, 1, t, 2018\nb, 1, t, 2018\nb, 1, t, 2019\nc, 2, t, 2018", sources="source, origin\na, wire\nb, wire\nc,"
    )
    assert shared_roots(found.tables.claims) == {"wire": 2}


def test_the_shipped_deliveries_of_2018_are_compatible() -> None:
    years = data.load().compare().series("russian-deliveries", "amount", "USD").set_index("year")
    assert not years.loc[2018, "beyond_expected"]
    assert (int((years["n_sources"] > 1).sum()), int(years["beyond_expected"].sum())) == (20, 17)
