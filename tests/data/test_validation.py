"""Section 3, cells: each bad one is named once with what would be right; good rows stay as they are."""

import time

import pandas as pd
import pytest

from data.files import Problem, TextTable
from data.schema import CAUSES, SCHEMA
from data.validation import (
    apply,
    check_table,
    failures,
    problems,
    read_values,
    repeated_ids,
    unknown_ids,
    with_columns,
)
from data.values import DATE, QUANTITY


def table(name: str, *rows: dict[str, str]) -> TextTable:
    """A table as it was read; its first row is row 2."""
    frame = pd.DataFrame([dict.fromkeys(rows[0], "") | row for row in rows], dtype="str")
    return TextTable(f"{name}.csv", frame.set_axis(range(2, len(rows) + 2)))


def claim(**cells: str) -> dict[str, str]:
    """One good claim, with the cells that a test is about."""
    columns = dict.fromkeys([column.name for column in SCHEMA["claims"]], "")
    return columns | {"event": "e", "source": "A", "attribute": "date", "value": "2022"} | cells


def told(checked: TextTable) -> list[str]:
    return [str(problem) for problem in checked.problems]


# -------------------------------------------------------------------------------------------------------------- one cell
@pytest.mark.parametrize(
    ("name", "row", "line"),
    [
        ("claims", claim(event=""), "row 2, column event: the cell is empty; expected what the claim is about: an id in events; row set aside"),
        ("claims", claim(period="2022-9"), 'row 2, column period: "2022-9" does not read as a date; expected 2022-09; row set aside'),
        ("claims", claim(period="2022-09-05 00:00:00"), 'row 2, column period: "2022-09-05 00:00:00" has a time of day; expected a day without one; read as its day'),
        ("claims", claim(stance="Denies"), 'row 2, column stance: "Denies" is unknown; expected one of asserts, denies, alleges, announces; row set aside'),
        ("claims", claim(stated="1 2 3 4 5 6 7 8 9"), 'row 2, column stated: "1 2 3 4 5 6 7 8 9" has over 8 words; expected at most 8; kept'),
        ("claims", claim(stated="1\N{NO-BREAK SPACE}2 3 4 5 6 7 8 9"), 'row 2, column stated: "1 2 3 4 5 6 7 8 9" has over 8 words; expected at most 8; kept'),
        ("claims", claim(unit="=1+1"), 'row 2, column unit: "=1+1" begins with a sign that makes a spreadsheet run it; expected text; kept'),
        ("claims", claim() | {"own column": "@x"}, 'row 2, column own column: "@x" begins with a sign that makes a spreadsheet run it; expected text; kept'),
        ("sources", {"source": "A", "published": "June"}, "row 2, column published: \"June\" does not read as a date; expected 2023, "),
        ("attributes", {"attribute": "n", "expected_gap": "20 %"}, 'row 2, column expected_gap: "20 %" does not read as a number; expected one such as 20; read as empty'),
        ("causes", {"cause": "freight"}, 'row 2, column cause: "freight" is unknown; expected one of valuation, coverage, '),
        ("causes", {"cause": ""}, "row 2, column cause: the cell is empty; expected why the answers differ: valuation, "),
        ("periods", {"name": "cold war", "start": "1947-3"}, 'row 2, column start: "1947-3" does not read as a date; expected 1947-03; read as empty'),
        ("units", {"unit": "", "label": "x"}, "row 2, column unit: the cell is empty; expected the unit as claims write it; row set aside"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_told_with_its_place_what_is_wrong_and_what_would_be_right(
    name: str, row: dict[str, str], line: str
) -> None:
    checked = check_table(name, table(name, row))
    [text] = told(checked)
    assert text.startswith(f"{name}.csv, {line}")
    assert len(checked.frame) == (0 if "set aside" in text else 1)
    assert checked.set_aside == 1 - len(checked.frame)


@pytest.mark.parametrize(
    ("name", "row", "column"),
    [
        ("sources", {"source": "A", "covers": "2023-13"}, "covers"),
        ("attributes", {"attribute": "n", "expected_gap": "-5"}, "expected_gap"),
        ("attributes", {"attribute": "n", "kind": "colour"}, "kind"),
        ("events", {"event": "e", "scope": "global"}, "scope"),
        ("periods", {"name": "p", "end": "then"}, "end"),
    ],
)
def test_outside_claims_a_bad_cell_is_read_as_empty(name: str, row: dict[str, str], column: str) -> None:
    checked = check_table(name, table(name, row))
    assert checked.frame[column].tolist() == [""]
    assert told(checked)[0].endswith("; read as empty")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("claims", claim(stance="alleges", basis="derived", period="2022/2023", unit="-5", note="x" * 300)),
        ("claims", claim(value="x" * 200, stated="1 2 3 4 5 6 7 8")),
        ("sources", {"source": "A", "published": "2022~", "label": "Le Faso", "replaces": "B", "set": "core"}),
        ("attributes", {"attribute": "n", "multiple": "TRUE", "expected_gap": "20.5", "question": "What of {event}?"}),
        *[("causes", {"cause": cause, "event": "", "unit": "USD"}) for cause in CAUSES],
        ("units", {"unit": "persons", "singular": "person", "label": "people", "figure": "count"}),
        ("periods", {"name": "now", "start": "2022", "end": "2023/..", "scope": "BFA"}),
    ],
)
def test_a_good_row_is_no_problem(name: str, row: dict[str, str]) -> None:
    checked = check_table(name, table(name, row))
    assert told(checked) == []
    written = {column: cell for column, cell in row.items() if column not in ("multiple", "claim")}
    assert checked.frame[list(written)].iloc[0].to_dict() == written


def test_a_table_that_is_not_there_is_one_without_rows() -> None:
    for name, columns in SCHEMA.items():
        checked = check_table(name, None)
        assert (checked.file, len(checked.frame), told(checked), checked.set_aside) == (f"{name}.csv", 0, [], 0)
        assert list(checked.frame.columns) == [column.name for column in columns]


# ------------------------------------------------------------------------------------------------------------- all rows
def test_every_column_is_there_in_one_order_and_unknown_ones_come_last_as_they_stood() -> None:
    frame = with_columns("names", pd.DataFrame({"z": ["1"], "name": ["x"], "a": ["2"]}, index=[7], dtype="str"))
    assert frame.loc[7].to_dict() == {"name": "x", "part_of": "", "aliases": "", "z": "1", "a": "2"}
    assert list(frame.columns) == ["name", "part_of", "aliases", "z", "a"]


def test_a_claim_without_an_id_gets_one_from_its_row_that_no_other_has() -> None:
    ids = ["", "row-2", "row-2-made", "", "x"]
    frame = check_table("claims", table("claims", *(claim(claim=one) for one in ids))).frame
    assert frame["claim"].tolist() == ["row-2-made-made", "row-2", "row-2-made", "row-5", "x"]


def test_the_table_that_was_read_is_left_as_it_was() -> None:
    read = table("attributes", {"attribute": "n", "multiple": "TRUE", "kind": "colour"}, {"attribute": "n"})
    before = read.frame.copy(deep=True)
    check_table("attributes", read)
    pd.testing.assert_frame_equal(read.frame, before)
    assert read.problems == []


def test_of_rows_with_one_id_the_first_counts_even_where_it_is_set_aside_itself() -> None:
    rows = [claim(claim="c"), claim(claim="c"), claim(claim="d", event=""), claim(claim="d"), claim(claim="f")]
    checked = check_table("claims", table("claims", *rows))
    assert checked.frame["claim"].tolist() == ["c", "f"]
    assert [(problem.row, problem.column) for problem in checked.problems] == [(3, "claim"), (4, "event"), (5, "claim")]
    assert told(checked)[0] == 'claims.csv, row 3, column claim: "c" stood before; expected a unique id; row set aside'
    assert checked.set_aside == 3


def test_a_row_with_several_faults_is_counted_once_and_each_is_told_in_the_order_of_the_rows() -> None:
    rows = [claim(), claim(event="", stance="x", period="z", unit="=1"), claim(source="")]
    read = table("claims", *rows)
    read.problems.append(Problem("claims.csv", 9, "", "told on reading"))
    read.set_aside = 1
    checked = check_table("claims", read)
    assert [(problem.row, problem.column) for problem in checked.problems] == [
        (9, ""), (3, "event"), (3, "period"), (3, "stance"), (3, "unit"), (4, "source"),
    ]  # fmt: skip
    assert checked.set_aside == 3
    assert list(checked.frame.index) == [2]


def test_rows_may_be_checked_in_parts_and_repeated_ids_apart() -> None:
    rows = [claim(claim=str(i % 7), stance="x" if i % 3 == 0 else "", unit="=" if i % 2 else "t") for i in range(20)]
    read = table("claims", *rows)
    parts = [failures("claims", read.frame.iloc[start : start + 6]) for start in range(0, 20, 6)]
    found = pd.concat([*parts, repeated_ids("claims", read.frame)], ignore_index=True)
    whole, piecewise = check_table("claims", read), apply(found, read)
    assert told(piecewise) == told(whole)
    assert piecewise.set_aside == whole.set_aside
    pd.testing.assert_frame_equal(piecewise.frame, whole.frame)


def test_no_rows_are_no_trouble() -> None:
    for name, columns in SCHEMA.items():
        empty = TextTable("x.csv", pd.DataFrame({columns[0].name: []}, dtype="str"))
        checked = check_table(name, empty)
        assert (len(checked.frame), told(checked)) == (0, [])


# --------------------------------------------------------------------------------------------------------- values and ids
def test_values_are_read_and_those_that_are_not_of_their_kind_are_told() -> None:
    values = pd.Series(["2022", "2022-9", "2022-09-05T10:00", "2022"], index=[5, 2, 9, 3], dtype="str", name="value")
    bounds, found = read_values(values, DATE)
    assert list(bounds.index) == [5, 2, 9, 3]
    assert bounds["low"].isna().tolist() == [False, True, False, False]
    assert bounds["high"].tolist()[::3] == [19357, 19357]
    assert [str(problem) for problem in problems(found, "claims.csv")] == [
        'claims.csv, row 2, column value: "2022-9" does not read as a date; expected 2022-09; row set aside',
        'claims.csv, row 9, column value: "2022-09-05T10:00" has a time of day; expected a day without one; read as its day',
    ]
    bounds, found = read_values(values, QUANTITY)
    assert bounds["low"].tolist()[::3] == [2022, 2022]
    assert found["row"].tolist() == [2, 9]
    assert "does not read as a quantity; expected 3500, 60.2" in found["text"].iloc[0]


def test_an_id_that_its_table_lacks_is_told_in_each_row() -> None:
    ids = pd.Series(["e", "f", "f"], index=[2, 3, 9], dtype="str")
    lines = [str(problem) for problem in unknown_ids(ids, "event", "claims.csv", table("events", {"event": "e"}))]
    expected = '"f" is not in events.csv; expected an id that stands there; the row counts, titled by the id'
    assert lines == [f"claims.csv, row {row}, column event: {expected}" for row in (3, 9)]


# ------------------------------------------------------------------------------------------------------------------ cost
def test_fifty_thousand_bad_rows_take_seconds() -> None:
    number = range(50_000)
    frame = pd.DataFrame([claim()] * len(number), dtype="str").assign(
        claim="c", period=[f"{i}-9" for i in number], unit=[f"={i}" for i in number], stance=[f"{i}" for i in number]
    )
    start = time.process_time()
    checked = check_table("claims", TextTable("claims.csv", frame))
    assert time.process_time() - start < 6  # seconds of work, whatever else the machine does
    assert checked.set_aside == 50_000
    assert len(checked.problems) == 4 * 50_000 - 1
