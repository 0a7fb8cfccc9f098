"""What a view leaves as a file: it is read again without a cell that differs, and says where it is from."""

import datetime
import io
import json
import zipfile
from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from openpyxl import load_workbook
from pyarrow import parquet

import data
from data.verdicts import COLUMNS
from data.view_exports import FORMATS, MOST_EXCEL_LETTERS, Origin, claims_file, plain_numbers, verdicts_file
from tests.data.hostile_cells import hostile_tables
from tests.data.inline import SMALL, load, small

ORIGIN = Origin("All claims", "https://example.org/claims", datetime.date(2026, 2, 3))
CLAIMS = """
claim, event, source, attribute, value, unit, note,   checked
a,     trade, A,      amount,    ~3500, t,    =1+1,   yes
b,     trade, B,      amount,    -3,    t,    '=1+1,
c,     visit, A,      date,      2024,  ,     @here,
d,     trade, C,      amount,    >10,   t,    "two, parts",
"""
SOURCES = "source, title, publisher, published, url\n A, The first, Agency, 2024, https://example.org/a\n B, , , , \n C, , , ,"


@pytest.fixture(scope="module")
def tables() -> data.Tables:
    return load(**SMALL | {"claims": CLAIMS, "sources": SOURCES})


def cells_of(tables: data.Tables) -> pd.DataFrame:
    return tables.claims[list(tables.store.columns)].astype(object)


def whole(tables: data.Tables) -> data.View:
    return tables.select(data.Selection())


@pytest.mark.parametrize("form", FORMATS)
def test_claims_are_read_again_as_they_were(tables: data.Tables, form: str) -> None:
    read = data.open_tables({f"claims.{form}": claims_file(whole(tables), form, ORIGIN)})
    assert [problem.column for problem in read.problems] == [problem.column for problem in tables.problems]
    pd.testing.assert_frame_equal(cells_of(read).drop(columns="number"), cells_of(tables))
    assert read.claims["number"].tolist() == ["3500", "-3", "", ""]


@pytest.mark.parametrize("form", FORMATS)
def test_the_shipped_claims_give_the_same_verdicts_again(form: str) -> None:
    shipped = data.load()
    read = data.open_claims({f"claims.{form}": claims_file(whole(shipped), form, ORIGIN)})
    pd.testing.assert_frame_equal(
        read.drop(columns="number").astype(object), cells_of(shipped), check_column_type=False
    )


@settings(max_examples=12)
@given(hostile_tables(least=1, most=8))
def test_no_cell_differs_whatever_is_in_it(given_tables: dict[str, Any]) -> None:
    tables = load(**given_tables)
    assume(tables.store.count)  # a lone return breaks a row of the file that the tables are read from
    for form in FORMATS:
        read = data.open_claims({f"claims.{form}": claims_file(whole(tables), form, ORIGIN)})
        expected = cells_of(tables)
        pd.testing.assert_frame_equal(
            read.reindex(columns=list(expected), fill_value="").astype(object), expected, check_column_type=False
        )


def test_an_apostrophe_is_only_taken_off_where_the_file_says_that_it_was_put_there(tables: data.Tables) -> None:
    text = claims_file(whole(tables), "csv", ORIGIN).decode("utf-8-sig")
    assert '"\'=1+1"' in text
    assert text.splitlines()[0].endswith('"formulas"')
    assert text.splitlines()[2].endswith('"an apostrophe before"')
    calm = claims_file(whole(small("event, source, attribute, value\n e, A, n, -3")), "csv", ORIGIN).decode()
    assert "formulas" not in calm
    written = b"event,source,attribute,value,note\ne,A,n,1,'=1\n"
    assert data.open_claims({"mine.csv": written})["note"].tolist() == ["'=1"]
    partly = b"event,source,attribute,value,note,formulas\ne,A,n,1,'=1,an apostrophe before\ne,B,n,1,'=1,\n"
    assert data.open_claims({"mine.csv": partly})["note"].tolist() == ["'=1", "'=1"]


def test_excel_runs_no_text_and_takes_none_for_a_date(tables: data.Tables) -> None:
    book = load_workbook(io.BytesIO(claims_file(whole(tables), "xlsx", ORIGIN)))
    assert book.sheetnames == ["claims", "provenance"]
    head, *rows = book["claims"].rows
    names = [cell.value for cell in head]
    note, value, number = (names.index(name) for name in ("note", "value", "number"))
    assert [row[note].value for row in rows] == ["=1+1", "'=1+1", "@here", "two, parts"]
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s", "n"}
    assert all(row[note].quotePrefix for row in rows)
    assert rows[2][value].number_format == "@"
    assert [row[number].value for row in rows] == [3500, -3, None, None]


def test_a_text_that_excel_has_no_room_for_is_cut() -> None:
    long = small([{"event": "e", "source": "A", "attribute": "n", "value": "1", "note": "x" * 40_000}])
    book = load_workbook(io.BytesIO(claims_file(whole(long), "xlsx", ORIGIN)))
    assert max(len(str(cell.value)) for cell in list(book["claims"].rows)[1]) == MOST_EXCEL_LETTERS


def test_a_file_says_where_it_is_from(tables: data.Tables) -> None:
    view = whole(tables)
    head = json.loads(claims_file(view, "json", ORIGIN))["provenance"]
    assert (head["shown"], head["address"], head["date"]) == ("All claims", "https://example.org/claims", "2026-02-03")
    assert head["version"] == tables.version
    assert head["sources"][0] == {
        "source": "A", "title": "The first", "publisher": "Agency", "published": "2024",
        "url": "https://example.org/a",
    }  # fmt: skip
    stored = parquet.read_schema(io.BytesIO(claims_file(view, "parquet", ORIGIN))).metadata[b"provenance"]
    assert json.loads(stored) == head
    book = load_workbook(io.BytesIO(claims_file(view, "xlsx", ORIGIN)))
    said = [[cell for cell in row if cell is not None] for row in book["provenance"].iter_rows(values_only=True)]
    assert ["address", "https://example.org/claims"] in said
    assert ["version", tables.version] in said
    assert ["A", "The first", "Agency", "2024", "https://example.org/a"] in said


def test_the_shipped_set_says_who_keeps_it() -> None:
    for tables in (data.load(), data.load().in_language("fr")):
        head = json.loads(verdicts_file(whole(tables), "json", ORIGIN, "q.attribute = 'amount'"))["provenance"]
        assert (head["publisher"], head["licence"][:3]) == ("the contributors to this repository", "our")


def test_a_part_of_a_view_names_only_its_own_sources(tables: data.Tables) -> None:
    found = json.loads(claims_file(whole(tables), "json", ORIGIN, "q.event = 'visit'"))
    assert [claim["claim"] for claim in found["claims"]] == ["c"]
    assert [source["source"] for source in found["provenance"]["sources"]] == ["A"]


def test_verdicts_are_the_same_in_each_format(tables: data.Tables) -> None:
    view = whole(tables)
    expected = tables.compare().questions
    questions = [*COLUMNS, "title", "topic", "scope"]
    read = {
        "csv": pd.read_csv(io.BytesIO(verdicts_file(view, "csv", ORIGIN))),
        "xlsx": pd.read_excel(io.BytesIO(verdicts_file(view, "xlsx", ORIGIN)), engine="calamine"),
        "json": pd.DataFrame(json.loads(verdicts_file(view, "json", ORIGIN))["verdicts"]),
        "parquet": pd.read_parquet(io.BytesIO(verdicts_file(view, "parquet", ORIGIN))),
    }
    for frame in read.values():
        assert list(frame) == questions
        for name in ("question", "verdict", "n_sources", "one_origin"):
            assert frame[name].tolist() == expected[name].tolist()
        assert frame["gap"].fillna(-1).tolist() == expected["gap"].fillna(-1).tolist()
    assert json.loads(verdicts_file(view, "json", ORIGIN, "q.event = 'visit'"))["verdicts"][0]["low"] == "2024-01-01"


def test_a_table_with_a_column_of_numbers_keeps_it() -> None:
    own = small("event, source, attribute, value, number\n e, A, n, 3, seven")
    for form in FORMATS:
        read = data.open_claims({f"claims.{form}": claims_file(whole(own), form, ORIGIN)})
        assert read["number"].tolist() == ["seven"]


def test_only_a_plain_quantity_is_a_number(tables: data.Tables) -> None:
    assert plain_numbers(tables.claims).fillna(0).tolist() == [3500, -3, 0, 0]


def test_a_workbook_is_one_that_others_open_too(tables: data.Tables) -> None:
    with zipfile.ZipFile(io.BytesIO(claims_file(whole(tables), "xlsx", ORIGIN))) as archive:
        assert "xl/worksheets/sheet2.xml" in archive.namelist()
