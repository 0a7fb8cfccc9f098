"""Workbooks: which sheet is read, what its cells say, and that stray cells cost nothing."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.files import read_files
from tests.data.test_files import HEADER, cells, lines, refusal


def workbook(path: Path, rows: list[list[Any]], sheet: str = "Sheet") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def test_a_workbook_is_read_as_its_cells_are_written(tmp_path: Path) -> None:
    row = ["e", 2.0, True, date(2022, 9, 5), 1.5, " NA ", datetime(2022, 9, 5, 10)]  # noqa: DTZ001
    path = tmp_path / "book.xlsx"
    workbook(
        path,
        [
            [*HEADER.split(","), "number", "word", "time"],
            [],
            row,
            [None],
            [*HEADER.split(","), "number", "word", "time"],
        ],
    )
    table = read_files(path).tables["claims"]
    assert cells(table) == {3: ["e", "2", "true", "2022-09-05", "1.5", "NA", "2022-09-05T10:00:00"]}
    assert lines(table) == [
        "book.xlsx, sheet Sheet, row 5: the header stands here again; expected it once; row set aside"
    ]


def test_the_sheet_claims_is_read_however_it_is_spelt_else_the_first(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, event in (("Read me", "first"), (" Claims", "right")):
        sheet = book.create_sheet(title)
        sheet.append(HEADER.split(","))
        sheet.append([event, "A", "date", "2022"])
    del book["Sheet"]
    book.save(tmp_path / "two.xlsx")
    assert read_files(tmp_path / "two.xlsx").tables["claims"].frame["event"].tolist() == ["right"]
    del book[" Claims"]
    book.save(tmp_path / "one.xlsx")
    assert read_files(tmp_path / "one.xlsx").tables["claims"].frame["event"].tolist() == ["first"]


def test_cells_that_stray_cost_nothing_or_are_refused(tmp_path: Path) -> None:
    rows: list[list[Any]] = [HEADER.split(","), ["e", "A", "date", "2022"]]
    path = tmp_path / "book.xlsx"
    book = workbook(path, rows)
    book.active.cell(20_000, 9).value = " "
    book.save(path)
    table = read_files(path).tables["claims"]
    assert (cells(table), lines(table)) == ({2: ["e", "A", "date", "2022"]}, [])
    book.active.cell(1_048_576, 16_384).value = "x"
    book.save(path)
    assert "a sheet of 1048576 rows and 16384 columns; delete the cells that stray" in refusal(path)


SHOWN = [
    (date(2022, 9, 1), "mmm-yy", "2022-09"),
    (date(2022, 9, 1), "mmmm\\ yyyy", "2022-09"),
    (date(2022, 9, 1), "[$-40C]mmmm yyyy;@", "2022-09"),
    (date(2022, 9, 5), "mmm-yy", "2022-09-05"),
    (date(2022, 1, 1), "yyyy", "2022"),
    (date(2022, 1, 1), "mm/yyyy", "2022-01"),
    (date(2022, 9, 1), "yyyy", "2022-09-01"),
    (date(2022, 9, 1), "dd/mm/yyyy", "2022-09-01"),
    (datetime(2022, 9, 1, 10), "mmm-yy", "2022-09-01T10:00:00"),  # noqa: DTZ001
    (0.125, "0.0%", "12.5"),
    (0.125, "0%", "12.5"),
    (0.07, "0%", "7"),
    (-0.5, "0.0%", "-50.0"),
    (60, "0.0", "60.0"),
    (60.04, "0.0", "60.04"),
    (1500, "#,##0.00", "1500.00"),
    (1500, "#,##0.00 [$€-40C]", "1500.00"),
    (1500, "#,##0", "1500"),
    (1e21, "0.0", "1000000000000000000000.0"),
    (2022, "General", "2022"),
    (True, "0.0", "true"),
    ("text", "0.0", "text"),
]


@pytest.mark.parametrize(("cell", "format", "text"), SHOWN)
def test_a_cell_is_as_exact_as_it_is_shown(tmp_path: Path, cell: object, format: str, text: str) -> None:
    path = tmp_path / "book.xlsx"
    book = workbook(path, [HEADER.split(","), [], ["e", "A", "x", cell]], "Claims")
    book.active.cell(3, 4).number_format = format
    book.save(path)
    assert cells(read_files(path).tables["claims"]) == {3: ["e", "A", "x", text]}


def test_the_sheet_that_was_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    workbook(path, [["Read me"]], "Read me")
    assert "book.xlsx, sheet Read me, row 1: no column event, source, attribute, value" in refusal(path)


@pytest.mark.parametrize(
    "cell", ['<c t="n" r="XFD1048576"><v>1</v></c>', "<c r='XFD1048576'><v>1</v></c>", '<x:c r="XFD1048576"/>']
)
def test_a_stray_cell_is_seen_however_it_is_written(tmp_path: Path, cell: str) -> None:
    workbook(tmp_path / "good.xlsx", [HEADER.split(",")])
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(tmp_path / "good.xlsx") as good, zipfile.ZipFile(path, "w") as book:
        for name in good.namelist():
            content = good.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace("</sheetData>", f'<row r="1048576">{cell}</row></sheetData>')
            book.writestr(name, content)
    assert "a sheet of 1048576 rows and 16384 columns" in refusal(path)


def open_document(path: Path, rows: str) -> None:
    """A sheet of an OpenDocument: the head, and rows as XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    head = "".join(open_cell(name) for name in HEADER.split(","))
    sheet = f'<table:table table:name="claims"><table:table-row>{head}</table:table-row>{rows}</table:table>'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", "<manifest/>")
        book.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>{sheet}</office:spreadsheet>"
            "</office:body></office:document-content>",
        )


def open_cell(text: str, times: int = 1) -> str:
    kind = f'table:number-columns-repeated="{times}" office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"


BLANK = '<table:table-cell table:number-columns-repeated="16380"/>'
ROWS = 'table:table-row table:number-rows-repeated="1048570"'


def test_blank_cells_that_are_repeated_to_the_end_of_a_sheet_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.ods"
    row = "".join(open_cell(text) for text in ("e", "A", "date", "2022"))
    open_document(path, f"<table:table-row>{row}{BLANK}</table:table-row><{ROWS}>{BLANK}</table:table-row>")
    table = read_files(path).tables["claims"]
    assert (cells(table), lines(table)) == ({2: ["e", "A", "date", "2022"]}, [])


@pytest.mark.parametrize(
    "rows",
    [
        f"<{ROWS}>{open_cell('x', 16384)}</table:table-row>",
        f"<{ROWS}>{BLANK}</table:table-row><table:table-row>{BLANK}{open_cell('x', 4)}</table:table-row>",
        f'<{ROWS}>{BLANK}<table:table-cell office:value="5" table:number-columns-repeated="4"/></table:table-row>',
    ],
)
def test_a_cell_that_is_repeated_over_a_whole_sheet_is_refused(tmp_path: Path, rows: str) -> None:
    open_document(tmp_path / "book.ods", rows)
    assert "rows and 16384 columns; delete the cells that stray" in refusal(tmp_path / "book.ods")
