"""What changed between two versions of a table set."""

import data
from data.version_changes import COLUMNS, difference
from tests.data.inline import cells, load, small

OLD = """
claim, event, source, attribute, value,   note
a,     visit, A,      date,      2024-06, first
b,     visit, B,      date,      2024,
c,     grain, A,      amount,    100,
"""


def told(old: data.Tables, new: data.Tables) -> list[tuple[str, ...]]:
    return cells(difference(old, new), " ".join(COLUMNS))


def test_claims_that_were_added_changed_and_removed_and_the_verdicts_that_changed_with_them() -> None:
    new = """
    claim, event, source, attribute, value,   note
    d,     grain, B,      place,     Kyiv,
    b,     visit, B,      date,      2024-07,
    a,     visit, A,      date,      2024-06, second"""
    assert told(small(OLD), small(new)) == [
        ("added", "d", "grain/place", "value", "", "Kyiv"),
        ("changed", "b", "visit/date", "value", "2024", "2024-07"),
        ("changed", "a", "visit/date", "note", "first", "second"),
        ("removed", "c", "grain/amount", "value", "100", ""),
        ("verdict", "", "grain/amount", "verdict", "sole source", "gone"),
        ("verdict", "", "grain/place", "verdict", "new", "sole source"),
        ("verdict", "", "visit/date", "verdict", "compatible", "conflict"),
    ]


def test_nothing_changed_in_another_order_of_rows_and_columns() -> None:
    lines = [line.split(",") for line in OLD.strip().splitlines()]
    turned = "\n".join(",".join(reversed(line)) for line in [lines[0], *reversed(lines[1:])])
    found = difference(small(OLD), small(turned))
    assert found.empty
    assert tuple(found) == COLUMNS


def test_claims_without_ids_are_known_by_their_cells() -> None:
    old = "event, source, attribute, value\n e, A, n, 1\n e, A, n, 1\n e, B, n, 2\n e, C, n, 3"
    new = "event, source, attribute, value\n e, C, n, 3\n e, A, n, 1\n e, B, n, 4"
    assert [(row[0], *row[2:]) for row in told(small(old), small(new))] == [
        ("added", "e/n", "value", "", "4"),
        ("removed", "e/n", "value", "1", ""),
        ("removed", "e/n", "value", "2", ""),
    ]


def test_a_column_of_ones_own_that_came_or_went_is_a_change_of_its_cells() -> None:
    new = "claim, event, source, attribute, value, checked\n a, e, A, n, 1, yes\n b, e, A, place, x,"
    old = "claim, event, source, attribute, value\n a, e, A, n, 1\n b, e, A, place, x"
    assert told(small(old), small(new)) == [("changed", "a", "e/n", "checked", "", "yes")]
    assert told(small(new), small(old)) == [("changed", "a", "e/n", "checked", "yes", "")]


def test_a_verdict_that_changes_by_another_table_is_told_too() -> None:
    claims = "claim, event, source, attribute, value\n a, e, A, place, Ouagadougou\n b, e, B, place, Burkina Faso"
    assert told(small(claims), small(claims, names="name, part_of\n Burkina Faso,")) == [
        ("verdict", "", "e/place", "verdict", "compatible", "conflict")
    ]


def test_claims_alone_are_read_with_the_tables_of_the_other_set() -> None:
    claims = "claim, event, source, attribute, value\n a, e, A, place, 2008\n b, e, B, place, Ouagadougou"
    whole = small(claims, events="event, title\n e, The event", attributes="attribute, kind\n place, name")
    alone = load(claims=claims.replace("Ouagadougou", "2008"))
    assert [kind for kind in alone.attributes["kind"] if kind != "name"]
    expected = [
        ("changed", "b", "e/place", "value", "2008", "Ouagadougou"),
        ("verdict", "", "e/place", "verdict", "agree", "conflict"),
    ]
    assert told(alone, whole) == expected
    assert [row[4:] for row in told(whole, alone)] == [row[:3:-1] for row in expected]
