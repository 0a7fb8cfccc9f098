"""Files into tables of text: a folder, a zip, or one CSV, Parquet or Excel file of claims."""

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from math import isnan
from pathlib import Path, PurePosixPath

import pandas as pd

from data.schema import SCHEMA

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
SET_ASIDE = "row set aside"
FORMS = "a folder, a .zip of one, or one .csv, .parquet or .xlsx file of claims"


class TablesError(Exception):
    """A table set that cannot be read at all; the message is one line that says why and what would be right."""


@dataclass(frozen=True)
class Problem:
    """Something wrong in a table: where it stands, what it is, and what was expected. `row` 1 is the header."""

    file: str
    row: int | None
    column: str
    text: str

    def __str__(self) -> str:
        where = [self.file, f"row {self.row}" if self.row else "", f"column {self.column}" if self.column else ""]
        return f"{', '.join(part for part in where if part)}: {self.text}"


@dataclass
class TextTable:
    """One file as read: `frame` holds every cell as text, indexed by row number; `set_aside` counts unreadable rows."""

    file: str
    frame: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)
    set_aside: int = 0


@dataclass
class TableFiles:
    tables: dict[str, TextTable]
    about: str = ""


def read_files(path: Path) -> TableFiles:
    return TableFiles(_old_read_files(path))


def _old_read_files(path: Path) -> dict[str, TextTable]:
    """Return the tables found at `path`, by name; raise `TablesError` where there are no claims to read."""
    if not path.exists():
        raise TablesError(f"{path}: no such file or folder; expected {FORMS}")
    if path.is_dir():
        return _read_set({p.name: p.read_bytes for p in sorted(path.iterdir()) if p.is_file()}, path)
    suffix = path.suffix.lower()
    if suffix == ".zip":
        try:
            with zipfile.ZipFile(path) as archive:
                return _read_set(
                    {PurePosixPath(name).name: _member(archive, name) for name in sorted(archive.namelist())}, path
                )
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
            raise TablesError(f"{path}: not a zip that can be read ({error}); expected {FORMS}") from None
    if suffix not in (".csv", ".parquet", *SPREADSHEETS):
        raise TablesError(f"{path}: files of this kind are not read; expected {FORMS}")
    return {"claims": _read_table("claims", path.name, path.read_bytes())}


def table_files(table: str) -> tuple[str, ...]:
    """Return the names that the file of a table may have in a folder or zip; the first that is there is read."""
    return f"{table}.csv", f"{table}.parquet"


def _member(archive: zipfile.ZipFile, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name)


def _read_set(files: dict[str, Callable[[], bytes]], path: Path) -> dict[str, TextTable]:
    tables: dict[str, TextTable] = {}
    broken: list[Problem] = []
    for name in SCHEMA:
        file = next((file for file in table_files(name) if file in files), None)
        if file is None:
            continue
        try:
            tables[name] = _read_table(name, file, files[file]())
        except TablesError as error:
            if name == "claims":
                raise
            broken.append(Problem("", None, "", f"{error}; the table is left out"))
    if "claims" not in tables:
        raise TablesError(f"{path}: holds no claims.csv or claims.parquet")
    tables["claims"].problems.extend(broken)
    return tables


def _read_table(name: str, file: str, content: bytes) -> TextTable:
    required = [column.name for column in SCHEMA[name] if column.required]
    if not content.strip():
        raise TablesError(f"{file}: empty; expected a header with the columns {', '.join(required)}")
    if file.lower().endswith(".csv"):
        table = _read_csv(file, content, required)
    else:
        table = TextTable(file, _read_typed(file, content))
    missing = [column for column in required if column not in table.frame.columns]
    if missing:
        found = ", ".join(quoted(str(column)) for column in table.frame.columns[:20])
        raise TablesError(
            f"{file}, row 1: no column {', '.join(missing)}; expected {', '.join(required)}; found {found}"
        )
    return table


def _read_csv(file: str, content: bytes, required: list[str]) -> TextTable:
    if b"\0" in content:
        raise TablesError(f"{file}: not a CSV file in UTF-8 (it holds zero bytes); save it as CSV UTF-8")
    problems: list[Problem] = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", errors="surrogateescape")
    header, delimiter = _first_record(text, ","), ","
    for other, shown in ((";", "semicolons"), ("\t", "tabs")):
        if not set(required) <= set(header) and set(required) <= set(_first_record(text, other)):
            delimiter = other
            problems.append(Problem(file, 1, "", f"cells are split by {shown}, and were read so; expected commas"))
    records = enumerate(_records(text, delimiter), start=1)
    header = _header(_first_record(text, delimiter), file, problems)
    rows: dict[int, list[str]] = {}
    for number, cells in records:
        if number == 1 or cells == []:
            continue  # the header, or a blank line
        if complaint := _complaint(cells, header):
            problems.append(Problem(file, number, *complaint))
        elif cells:
            rows[number] = cells
    set_aside = sum(problem.text.endswith(SET_ASIDE) for problem in problems)
    frame = pd.DataFrame(list(rows.values()), columns=header, index=list(rows), dtype="str")
    return TextTable(file, frame.apply(lambda column: column.str.strip()), problems, set_aside)


def _complaint(cells: list[str] | None, header: list[str]) -> tuple[str, str] | None:
    """Return the column and the text of what is wrong with a row as a whole, or None."""
    if cells is None:
        text = "a quotation mark is not closed, or stands within a cell; expected it doubled"
        return "", f"{text}; {SET_ASIDE}"
    if len(cells) != len(header):
        few = "few" if len(cells) < len(header) else "many"
        return "", f"too {few} cells, {len(cells)}; expected {len(header)}; {SET_ASIDE}"
    for name, cell in zip(header, cells, strict=True):
        if not _is_text(cell):
            shown = quoted(cell.encode("utf-8", "surrogateescape").decode("latin-1"))
            return name, f"{shown} is not UTF-8; save the file as CSV UTF-8; {SET_ASIDE}"
    return None


def _records(text: str, delimiter: str) -> Iterator[list[str] | None]:
    """Yield the cells of each record; None for one that is no CSV, after which reading goes on at the next line."""
    csv.field_size_limit(2**31 - 1)
    lines = list(io.StringIO(text, newline=""))
    start = 0
    while start < len(lines):
        reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
        read = 0
        try:
            for cells in reader:
                read = reader.line_num
                yield cells
        except csv.Error:
            start += read + 1
            yield None
        else:
            return


def _first_record(text: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(_records(text, delimiter), None) or []]


def _header(names: list[str], file: str, problems: list[Problem]) -> list[str]:
    """Return unique column names; a repeated or empty one is reported and numbered."""
    unique: list[str] = []
    for position, name in enumerate(names, start=1):
        if not _is_text(name):
            problems.append(Problem(file, 1, f"{position}", "the name is not UTF-8; save the file as CSV UTF-8"))
            name = name.encode("utf-8", "surrogateescape").decode("latin-1")
        if not name or name in unique:
            problems.append(
                Problem(file, 1, name or f"{position}", "a name that is empty or stands twice; expected another name")
            )
            name = f"{name or 'column'} ({position})"
        unique.append(name)
    return unique


def _is_text(cell: str) -> bool:
    try:
        cell.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _read_typed(file: str, content: bytes) -> pd.DataFrame:
    """Return the cells of a Parquet file or of a workbook's first sheet (or its sheet `claims`) as text."""
    try:
        if file.lower().endswith(".parquet"):
            frame = pd.read_parquet(io.BytesIO(content))
        else:
            with pd.ExcelFile(io.BytesIO(content), engine="calamine") as book:
                sheet = "claims" if "claims" in book.sheet_names else book.sheet_names[0]
                frame = pd.read_excel(book, sheet_name=sheet, dtype=object, keep_default_na=False, na_filter=False)
    except Exception as error:  # noqa: BLE001  the readers raise errors of many kinds of their own
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise TablesError(f"{file}: cannot be read ({reason}); expected {FORMS}") from None
    cells = {
        str(name).strip(): frame[name].astype(object).map(_cell_text).astype("str").to_numpy() for name in frame.columns
    }
    return pd.DataFrame(cells, index=pd.RangeIndex(2, len(frame) + 2), dtype="str")


def _cell_text(cell: object) -> str:
    """Return a typed cell as one would write it: whole numbers without a point, days without a time."""
    if cell is None or cell is pd.NaT or cell is pd.NA or (isinstance(cell, float) and isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()


def quoted(cell: str) -> str:
    """Return a cell as it is shown in a message: in quotation marks, on one line, cut after 60 characters."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in cell).split())
    return f'"{line[:60]}…"' if len(line) > 60 else f'"{line}"'
