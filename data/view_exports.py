"""What a view leaves as one file to take away: its claims or its verdicts, as CSV, Excel, JSON or Parquet.

The claims are written with the columns of their table and their cells as they are, so that each file is a table of
claims that `load` reads again without a cell that differs. Beside the value of a quantity stands its `number`.
"""

import io
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data import writing
from data.selection import View
from data.tables import Tables
from data.verdicts import COLUMNS

FORMATS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
"""Each format, which is also how its file's name ends, and its media type."""
NAMES = {"csv": "CSV", "xlsx": "Excel", "json": "JSON", "parquet": "Parquet"}
"""What each format is called."""
MOST_EXCEL_ROWS = 50_000
"""More than this takes minutes to write, and longer to open."""
MOST_EXCEL_LETTERS = 32_767
"""Of a cell; Excel opens no file with a longer one."""
NUMBER = "number"
_OF_SOURCES = ["source", "title", "publisher", "published", "url"]


@dataclass(frozen=True)
class Origin:
    """Where a file is from: what it shows in words, the address of that, and the day."""

    shown: str
    address: str
    day: date


def claims_file(view: View, form: str, origin: Origin, where: str = "true") -> bytes:
    """Return the claims of a view, or those whose questions (`q`) meet an SQL condition, in one of `FORMATS`.

    Excel has the provenance on a second sheet, JSON before the claims, and Parquet in its metadata, as JSON under
    `provenance`. A table that has a column `number` of its own keeps it.
    """
    claims = view.claims_where(where)
    frame = claims[list(view.found.tables.store.columns)]
    numbers = plain_numbers(claims)
    if form == "csv":
        return writing.write_restorable_csv(_with_numbers(frame, numbers.map(writing.plain_text))).encode("utf-8-sig")
    provenance = _provenance(view.found.tables, view.sources_where(where), origin)
    return _written("claims", _with_numbers(frame, numbers), form, provenance)


def verdicts_file(view: View, form: str, origin: Origin, where: str = "true") -> bytes:
    """Return the questions of a view with their verdicts, or those that meet an SQL condition on them (`q`).

    Columns: those of `compare`, with the title, topic and scope of the event. The formats are those of `claims_file`.
    """
    questions = view.page(where=where)[[*COLUMNS, "title", "topic", "scope"]]
    if form == "csv":
        return writing.write_csv(questions).encode("utf-8-sig")
    return _written("verdicts", questions, form, _provenance(view.found.tables, view.sources_where(where), origin))


def plain_numbers(claims: pd.DataFrame) -> pd.Series:
    """Return the number that each claim of a quantity gives, in its unit; NaN for bounds, dates and names."""
    plain = (claims["kind"] == "quantity") & ~claims["value"].str.contains(r"[\[<>]")
    return ((claims["low"] + claims["high"]) / 2).where(plain).astype("float64")


def _with_numbers(frame: pd.DataFrame, numbers: pd.Series) -> pd.DataFrame:
    if NUMBER not in frame:
        frame = frame.copy()
        frame.insert(list(frame).index("value") + 1, NUMBER, numbers)
    return frame


def _provenance(tables: Tables, answering: Collection[str], origin: Origin) -> dict[str, Any]:
    """Return what a file says of itself, and of each of its sources."""
    tables = tables.as_read
    facts = tables.about.facts if tables.about else {}
    sources = tables.sources[tables.sources["source"].isin(list(answering))]
    return {
        "title": tables.about.title if tables.about else "",
        "publisher": facts.get("Keepers", ""),
        "licence": facts.get("Licence", ""),
        "version": tables.version,
        "shown": origin.shown,
        "address": origin.address,
        "date": origin.day.isoformat(),
        "sources": sources[_OF_SOURCES].to_dict("records"),
    }


def _written(name: str, frame: pd.DataFrame, form: str, provenance: Mapping[str, Any]) -> bytes:
    if form == "xlsx":
        return _workbook(name, frame, provenance)
    if form == "json":
        rows = json.loads(writing.write_json(frame))
        return json.dumps({"provenance": provenance, name: rows}, ensure_ascii=False, indent=1).encode()
    return _parquet(writing.bounds_as_text(frame), provenance)


def _parquet(frame: pd.DataFrame, provenance: Mapping[str, Any]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.Table.from_pandas(frame, preserve_index=False)
    said = {b"provenance": json.dumps(provenance, ensure_ascii=False).encode()}
    out = io.BytesIO()
    parquet.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **said}), out)
    return out.getvalue()


# --- Excel ----------------------------------------------------------------------------------------------------------


def _workbook(name: str, frame: pd.DataFrame, provenance: Mapping[str, Any]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, str(column)) for column in frame])
    for row in frame.astype(object).itertuples(index=False, name=None):
        sheet.append([_cell(sheet, cell) for cell in row])
    said = book.create_sheet("provenance")
    said.column_dimensions["A"].width, said.column_dimensions["B"].width = 18, 60
    sources = provenance["sources"]
    rows: list[list[object]] = [[label, text] for label, text in provenance.items() if label != "sources"]
    rows += [[], list(_OF_SOURCES), *([source[column] for column in _OF_SOURCES] for source in sources)]
    for cells in rows:
        said.append([_cell(said, cell) for cell in cells])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, cell: object) -> Any:
    """Return a cell of Excel: a number as one, and any text as text, which is never run, nor taken for a date."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(cell, str):
        there = cell is not None and cell == cell and cell not in (float("inf"), float("-inf"))
        return cell if there else None
    written = WriteOnlyCell(sheet, _escaped(cell)[:MOST_EXCEL_LETTERS])
    written.data_type, written.number_format, written.quotePrefix = "s", "@", True
    return written


def _escaped(text: str) -> str:
    """Return a text as Excel writes it, which has another way than XML to write what XML has no letter for."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    text = re.sub("[\ufffe\uffff]", "\ufffd", text)  # no characters, and in no form of XML
    return re.sub("[\x00-\x08\x0b-\x1f]", lambda letter: f"_x{ord(letter[0]):04X}_", text)
