"""Section 3, kinds: worked out from values and units where none is given, and what differs is counted and told."""

from collections import Counter

import pandas as pd
import pytest

from data.inferred_kinds import lines, work_out


def seen(**attributes: str) -> pd.DataFrame:
    """Values of attributes, split by `; `, a unit after each where it has one: `5 t`."""
    rows = [
        {"attribute": attribute, "value": value.partition(" in ")[0], "has_unit": " in " in value, "claims": count}
        for attribute, values in attributes.items()
        for value, count in Counter(values.split("; ")).items()
    ]
    return pd.DataFrame(rows).astype({"value": "str"})


@pytest.mark.parametrize(
    ("values", "kind", "others"),
    [
        ("2022; 2023-07", "date", 0),
        ("2022; 1992; 1000; 2100", "date", 0),
        ("199X; ../2013; 2022-21; -0043; 2022-09-05T10:00", "date", 0),
        ("2022; 2022-09; 2022-9", "date", 1),
        ("2022; soon", "date", 1),
        ("2022; 2022; 2022; 2022; soon", "date", 1),
        ("2022; 3500", "date", 1),
        ("2022; 2101", "date", 1),
        ("2022; 2023; 2022.0", "date", 1),
        ("2022; 2023; 44809; 20220905; 0745; 999", "quantity", 0),
        ("2022; 2023; 2024; 44809; 20220905; 0745", "date", 3),
        ("2022-07; 5", "date", 1),
        ("2022-07; 5; 6", "quantity", 1),
        ("60.2; 2022", "date", 1),
        ("5", "quantity", 0),
        ("999", "quantity", 0),
        ("02022", "quantity", 0),
        ("~3500", "quantity", 0),
        ("~3500; some", "quantity", 1),
        ("~3500; some; many", "name", 1),
        ("Ann; Ben; Cy; Dee; Eve; Flo; Gus; Hal; Ida; Jo; 47", "name", 1),
        ("soon; later; 2022", "name", 1),
        ("soon; later; 2022-07; 5", "name", 2),
        ("Wagner; Africa Corps; Wagner", "name", 0),
        ("NA", "name", 0),
        ("2022 in persons; 2023", "quantity", 0),
        ("Wagner; Africa Corps in t", "quantity", 2),
        ("2022-07; 2022-08; 5 in t", "quantity", 2),
    ],
)  # fmt: skip
def test_the_kind_is_what_half_of_the_claims_read_as_and_a_unit_decides(values: str, kind: str, others: int) -> None:
    found = work_out(seen(what=values)).loc["what"]
    assert (found["kind"], found["others"]) == (kind, others)
    assert found["claims"] == len(values.split("; "))
    assert found["has_unit"] == (" in " in values)


def test_claims_count_and_not_different_values() -> None:
    values = "soon; soon; soon; 2022; 2023"
    assert work_out(seen(what=values)).loc["what", "kind"] == "name"


def test_each_attribute_is_judged_by_its_own_values() -> None:
    found = work_out(seen(z="2022", a="5; 6", m="x; 5 in t"))
    assert found["kind"].to_dict() == {"a": "quantity", "m": "quantity", "z": "date"}
    assert found["others"].to_dict() == {"a": 0, "m": 1, "z": 0}


def test_no_attributes_have_no_kinds() -> None:
    found = work_out(seen(a="x").iloc[:0])
    assert list(found.columns) == ["kind", "claims", "others", "has_unit"]
    assert lines(found) == []


def test_what_was_found_is_told_with_the_line_that_settles_it() -> None:
    assert lines(work_out(seen(**{"start, early": "2022; 2022-9; 2023"}))) == [
        "start, early: no kind is given, and it is read as a date; 1 of 3 claims read as another kind; "
        'the line "start, early",date under attribute,kind in attributes.csv settles it'
    ]
