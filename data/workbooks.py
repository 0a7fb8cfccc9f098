"""Workbooks into texts: each cell as it is written, and as it is shown where that tells how exact it is."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import reduce
from html import unescape
from posixpath import join, normpath

import pyarrow as pa

from data.cell_text import cell_text

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
MOST_SHEET_CELLS = 50_000_000
MOST_SHEET_BYTES = 2**30
_BUILT_IN = {2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 17: "mmm-yy", 39: "#,##0.00", 40: "#,##0.00"}
"""The number formats that a workbook names by a number alone, as far as they tell how exact a cell is."""


def read_workbook(content: bytes) -> tuple[str, list[str], list[pa.ChunkedArray]]:
    """Return the name, the header and the columns of the sheet `claims` of a workbook, or of its first sheet.

    A day that is shown as its month or year, and is the first of it, is read so; a percentage is read as its number; a
    number has at least the decimals that are shown. Raises `ValueError` where the sheet cannot be read.
    """
    from python_calamine import CalamineWorkbook

    is_package = zipfile.is_zipfile(io.BytesIO(content))  # an .xls file is none, and has 65,536 rows at most
    if is_package:
        _refuse_stray_cells(content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    place = next((at for at, name in enumerate(book.sheet_names) if name.strip().lower() == "claims"), 0)
    name = book.sheet_names[place]
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    if not rows:
        raise ValueError(f"its sheet {name} is empty")
    columns = [list(map(cell_text, column)) for column in zip(*rows, strict=True)]
    for row, column, format in _formats(content, place) if is_package else ():
        if row < len(rows) and column < len(columns) and (shown := _as_shown(rows[row][column], format)):
            columns[column][row] = shown
    filled = [column for column in columns if any(column)]
    return (
        name,
        [column[0] for column in filled],
        [pa.chunked_array([column[1:]], pa.large_string()) for column in filled],
    )


def _refuse_stray_cells(content: bytes) -> None:
    """Raise `ValueError` where a sheet is so wide and long that the reader would take all memory for empty cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.infolist():
            if not part.filename.endswith(".xml"):
                continue
            if part.file_size > MOST_SHEET_BYTES:
                raise ValueError(f"{part.filename} in it takes {part.file_size} bytes; save the claims as CSV UTF-8")
            xml = archive.read(part)
            for length, width in _repeated_sizes(xml) if part.filename == "content.xml" else [_named_size(xml)]:
                if width * length > MOST_SHEET_CELLS:
                    raise ValueError(f"a sheet of {length} rows and {width} columns; delete the cells that stray")


def _named_size(xml: bytes) -> tuple[int, int]:
    """Return how many rows and columns a sheet of Excel has, whose cells have names such as `C3`."""
    cells = re.findall(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["']""", xml)
    width = max((_column_number(letters) for letters in {letters for letters, _ in cells}), default=0)
    return max((int(row) for row in {row for _, row in cells}), default=0), width


def _repeated_sizes(xml: bytes) -> Iterator[tuple[int, int]]:
    """Yield how many rows and columns each sheet of an OpenDocument has, up to its last cells that are not empty.

    Rows and cells say how often they are repeated, so that a few bytes may be billions of cells.
    """
    for sheet in re.split(rb"<(?:\w+:)?table\s", xml)[1:]:
        rows = length = width = 0
        for row in re.split(rb"<(?:\w+:)?table-row\b", sheet)[1:]:
            own, _end, rest = row.partition(b">")
            rows += _repeated(own, b"rows")
            column, filled = 0, 0
            for cell in re.finditer(rb"<(?:\w+:)?(?:covered-)?table-cell\b([^>]*)>", rest):
                column += _repeated(cell[1], b"columns")
                if b"value" in cell[1] or not cell[1].endswith(b"/"):
                    filled = column
            if filled:
                length, width = rows, max(width, filled)
        yield length, width


def _repeated(attributes: bytes, what: bytes) -> int:
    """Return how often rows or columns are repeated."""
    found = re.search(rb"""number-%b-repeated=["']([0-9]+)["']""" % what, attributes)
    return int(found[1]) if found else 1


def _column_number(letters: bytes) -> int:
    """Return the number of a column of a sheet: 1 for A, 27 for AA."""
    return reduce(lambda number, letter: 26 * number + letter - 64, letters, 0)


# --- As cells are shown ---------------------------------------------------------------------------------------------


def _formats(content: bytes, sheet: int) -> Iterator[tuple[int, int, str]]:
    """Yield row, column (both from 0) and number format of the cells of a sheet that have one of their own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "xl/workbook.xml" not in archive.namelist() or "xl/styles.xml" not in archive.namelist():
            return
        styles = archive.read("xl/styles.xml").decode("utf-8", "replace")
        own = {int(tag["numFmtId"]): tag["formatCode"] for tag in _tags(styles, "numFmt")}
        used = styles.partition("cellXfs")[2].partition("cellXfs")[0]
        formats = [(_BUILT_IN | own).get(int(tag.get("numFmtId", 0)), "") for tag in _tags(used, "xf")]
        telling = {str(style): format for style, format in enumerate(formats) if _exactness(format)}
        if not telling:
            return
        listed = list(_tags(archive.read("xl/workbook.xml").decode("utf-8", "replace"), "sheet"))
        relations = _tags(archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace"), "Relationship")
        target = {tag["Id"]: tag["Target"] for tag in relations}[listed[sheet]["id"]]
        for tag in _tags(archive.read(normpath(join("/xl", target))[1:]).decode("utf-8", "replace"), "c"):
            place = re.fullmatch(r"([A-Z]+)([0-9]+)", tag.get("r", ""))
            if place and (format := telling.get(tag.get("s", ""))):
                yield int(place[2]) - 1, _column_number(place[1].encode()) - 1, format


def _tags(xml: str, name: str) -> Iterator[dict[str, str]]:
    """Yield the attributes of each element of a name, by their names without a prefix."""
    for tag in re.finditer(rf"<(?:\w+:)?{name}\s([^>]*)>", xml):
        found = re.findall(r"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag[1])
        yield {key: unescape(double or single) for key, double, single in found}


def _exactness(format: str) -> str:
    """Return how exact a number format shows a cell: `month`, `year`, `%` or decimals as `.00`; nothing for others."""
    code = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", format.partition(";")[0]).lower()
    if re.search("[dhs]", code):
        return ""
    if "y" in code:
        return "month" if "m" in code else "year"
    number = re.fullmatch(r"[^0#?.]*[0#?, ]*0(\.0+)?([^0#?.e]*)", code)
    return (number[1] or "") + ("%" if "%" in number[2] else "") if number else ""


def _as_shown(cell: object, format: str) -> str:
    """Return a cell as a number format shows it, or nothing where that is no other than it is."""
    exactness = _exactness(format)
    if isinstance(cell, date):
        first = not isinstance(cell, datetime) or cell.time() == time()
        if exactness == "month" and first and cell.day == 1:
            return cell.strftime("%Y-%m")
        return cell.strftime("%Y") if exactness == "year" and first and (cell.month, cell.day) == (1, 1) else ""
    if not isinstance(cell, int | float) or isinstance(cell, bool) or exactness in ("month", "year"):
        return ""
    number = Decimal(repr(cell)) * (100 if exactness.endswith("%") else 1)
    decimals = len(exactness.rstrip("%").lstrip("."))
    whole, _point, fraction = f"{number:f}".partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole
