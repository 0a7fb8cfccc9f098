"""Files into tables of text: a folder, a zip, a DuckDB file, or one CSV, Parquet or Excel file of claims."""

import csv
import io
import json
import lzma
import re
import unicodedata
import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.cell_text import cell_text
from data.letters import NO_WIDTH
from data.schema import SCHEMA
from data.workbooks import MOST_SHEET_CELLS, SPREADSHEETS, read_workbook
from data.writing import APOSTROPHE, FORMULAS, with_formula

SET_ASIDE = "row set aside"
FORMS_GIVEN = (
    "one .csv, .tsv, .xlsx, .json or .parquet file of claims, the files of a folder of tables, or a .zip of one"
)
FORMS = "a folder, a .zip of one, a .duckdb file, or one .csv, .tsv, .parquet, .json or .xlsx file of claims"
_OF_CLAIMS = (".csv", ".tsv", ".json", ".parquet", *SPREADSHEETS)
"""How the name of one file of claims ends."""


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
        parts = [self.file, f"row {self.row}" if self.row else "", f"column {self.column}" if self.column else ""]
        where = ", ".join(part for part in parts if part)
        return one_line(f"{where}: {self.text}" if where else self.text)


@dataclass
class TextTable:
    """One file as read: `frame` holds every cell as text, indexed by row number; `set_aside` counts unreadable rows."""

    file: str
    frame: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)
    set_aside: int = 0


@dataclass(frozen=True)
class About:
    """What `about.md` says of a table set: its first heading, and the text without it.

    `in_languages` has what files such as `about.fr.md` say, by their BCP 47 codes.
    """

    title: str
    text: str
    in_languages: Mapping[str, "About"] = field(default_factory=dict)

    @property
    def facts(self) -> dict[str, str]:
        """What the list in it says of `Keepers`, `Licence`, `Date` and the like, each on one line."""
        found = re.findall(r"^- (\w[\w ]*?)[ \xa0\u202f]?: (.*(?:\n  .*)*)", self.text, re.MULTILINE)
        return {label: " ".join(said.split()) for label, said in found}


@dataclass(frozen=True)
class TableFiles:
    """What was found at one place: the tables by name, and what is said of the whole, if anything is."""

    tables: dict[str, TextTable]
    about: About | None = None


_Contents = Mapping[str, Callable[[], bytes]]  # what reads each file, by its name; `claims/part-0.parquet` for a part


def read_files(path: Path) -> TableFiles:
    """Return the tables found at `path`; raise `TablesError` where there are no claims to read."""
    suffix = path.suffix.lower()
    try:
        if not path.exists():
            raise TablesError(f"{path}: no such file or folder; expected {FORMS}")
        if path.is_dir():
            return _read_set(_in_folder(path), path, [])
        if not path.is_file():
            raise TablesError(f"{path}: a pipe or a device; expected {FORMS}")
        if suffix == ".zip":
            return _read_zip(path)
        if suffix == ".duckdb":
            return TableFiles(_read_database(path))
        if suffix not in _OF_CLAIMS:
            raise TablesError(f"{path}: files of this kind are not read; expected {FORMS}")
        return TableFiles({"claims": read_table("claims", path.name, path.read_bytes())})
    except OSError as error:
        raise TablesError(f"{path}: cannot be opened ({error.strerror or error}); expected {FORMS}") from None


def read_contents(contents: Mapping[str, bytes]) -> TableFiles:
    """Return the tables in files given by name and content: those of a folder, a zip, or one file of claims."""
    if len(contents) == 1:
        [(name, content)] = contents.items()
        suffix = Path(name).suffix.lower()
        if suffix == ".zip":
            return _read_zip(Path(name), content)
        if suffix not in _OF_CLAIMS:
            raise TablesError(f"{name}: files of this kind are not read; expected {FORMS_GIVEN}")
        return TableFiles({"claims": read_table("claims", name, content)})
    return _read_set({name: partial(bytes, content) for name, content in contents.items()}, Path("the files"), [])


def file_names(table: str) -> tuple[str, ...]:
    """Return the names that a table may have in a folder or zip, the last of a folder of parts; the first is read."""
    return f"{table}.csv", f"{table}.tsv", f"{table}.parquet", table


# --- Folders, archives, databases -----------------------------------------------------------------------------------


def _in_folder(path: Path) -> _Contents:
    entries = sorted(path.iterdir())
    found = {entry.name: entry.read_bytes for entry in entries if entry.is_file()}
    for folder in (entry for entry in entries if entry.is_dir() and entry.name in PART_FOLDERS):
        found |= {f"{folder.name}/{part.name}": part.read_bytes for part in sorted(folder.glob("*.parquet"))}
    if not any(_file_of(table, found) for table in SCHEMA):  # it may be a folder of parts itself
        found |= {f"claims/{name}": read for name, read in found.items() if name.endswith(".parquet")}
    return found


PART_FOLDERS = {name for table in SCHEMA for name in (table, f"{table}.parquet")}


def _read_zip(path: Path, content: bytes | None = None) -> TableFiles:
    try:
        with zipfile.ZipFile(path if content is None else io.BytesIO(content)) as archive:
            return _read_set(*_in_zip(archive, path))
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, MemoryError, ValueError, RuntimeError) as error:
        raise TablesError(f"{path}: not a zip that can be read ({error}); expected {FORMS}") from None


def _in_zip(archive: zipfile.ZipFile, path: Path) -> tuple[_Contents, Path, list[Problem]]:
    """Return the files of a zip, the least deep of each name; the others are told."""
    found: dict[str, Callable[[], bytes]] = {}
    problems = []
    places = {name: PurePosixPath(name.replace("\\", "/")) for name in archive.namelist()}
    for name, place in sorted(places.items(), key=lambda item: (len(item[1].parts), item[0])):
        is_part = place.suffix == ".parquet" and place.parent.name in PART_FOLDERS
        key = f"{place.parent.name}/{place.name}" if is_part else place.name
        if key not in found:
            found[key] = _member(archive, name)
        elif place.stem in SCHEMA:
            problems.append(Problem(name, None, "", "another file of this name is read; expected one; left out"))
    return found, path, problems


def _member(archive: zipfile.ZipFile, name: str) -> Callable[[], bytes]:
    return lambda: archive.read(name)


def _file_of(table: str, files: Iterable[str]) -> str | None:
    """Return the file of a table, or the folder of its parts; None where there is neither."""
    names = {name.partition("/")[0] for name in files}
    return next((name for name in file_names(table) if name in names), None)


def _read_set(files: _Contents, path: Path, problems: list[Problem]) -> TableFiles:
    tables: dict[str, TextTable] = {}
    for name in SCHEMA:
        file = _file_of(name, files)
        if file is None:
            continue
        try:
            if file in files:
                tables[name] = read_table(name, file, files[file]())
            else:
                parts = [read() for part, read in files.items() if part.startswith(f"{file}/")]
                tables[name] = read_table(name, f"{file}/", *parts)
        except (TablesError, OSError) as error:
            if name == "claims":
                raise
            reason = error if isinstance(error, TablesError) else f"{file}: cannot be opened ({error.strerror})"
            problems.append(Problem("", None, "", f"{reason}; the table is left out"))
    if "claims" not in tables:
        found = ", ".join(map(quoted, sorted({name.partition("/")[0] for name in files})[:20])) or "nothing"
        raise TablesError(f"{path}: holds no claims.csv, claims.tsv or claims.parquet; found {found}")
    tables["claims"].problems.extend(problems)
    if "datapackage.json" in files and _has_apostrophes(files["datapackage.json"]()):
        tables = {name: _with_formulas(table) for name, table in tables.items()}
    said = {
        named[1] or "": _about(read().decode("utf-8-sig", errors="replace"))
        for name, read in files.items()
        if (named := re.fullmatch(r"about(?:\.([A-Za-z-]+))?\.md", name))
    }
    about = said.pop("", None)
    return TableFiles(tables, about and replace(about, in_languages=said))


def _has_apostrophes(description: bytes) -> bool:
    """Return whether a Data Package says that each text that would be a formula has an apostrophe before it."""
    try:
        package = json.loads(description)
    except ValueError:
        return False
    return isinstance(package, dict) and package.get(FORMULAS) == APOSTROPHE


def _with_formulas(table: TextTable) -> TextTable:
    frame = table.frame.apply(lambda column: column.map(with_formula)).rename(columns=with_formula)
    return replace(table, frame=frame.astype("str"))


def _about(text: str) -> About:
    lines = text.strip().splitlines()
    heading = next((line for line in lines if line.startswith("# ")), "")
    if heading:
        lines.remove(heading)
    return About(heading.removeprefix("# ").strip(), "\n".join(lines).strip())


def _read_database(path: Path) -> dict[str, TextTable]:
    import duckdb

    tables = {}
    try:
        with duckdb.connect(str(path), read_only=True) as database:
            there = {name for (name,) in database.sql("SELECT table_name FROM information_schema.tables").fetchall()}
            for name in (name for name in SCHEMA if name in there):
                tables[name] = from_arrow(name, f"{path.name}, table {name}", database.table(name).to_arrow_table())
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise TablesError(f"{path}: not a DuckDB file that can be opened ({reason}); expected {FORMS}") from None
    if "claims" not in tables:
        raise TablesError(f"{path}: holds no table claims")
    return tables


# --- One table ------------------------------------------------------------------------------------------------------


def read_table(name: str, file: str, *contents: bytes) -> TextTable:
    """Return the table in a file, or in the parts of a Parquet file."""
    if not any(content.strip() for content in contents):
        raise TablesError(f"{file}: empty; expected a header with the columns {', '.join(_required(name))}")
    if file.lower().endswith((".csv", ".tsv")):
        return _read_csv(name, file, contents[0])
    try:
        if file.lower().endswith(SPREADSHEETS):
            sheet, header, columns = read_workbook(contents[0])
            file = f"{file}, sheet {sheet}"
        elif file.lower().endswith(".json"):
            header, columns = _read_json(name, contents[0])
        else:
            header, columns = _read_parquet(contents)
    except Exception as error:  # noqa: BLE001  the readers raise errors of many kinds of their own
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise TablesError(f"{file}: cannot be read ({reason}); expected {FORMS}") from None
    return _text_table(name, file, header, columns)


def from_arrow(name: str, file: str, rows: pa.Table) -> TextTable:
    """Return rows of any types as the text table `name`: those of a database, or one batch of a cluster's."""
    return _text_table(name, file, rows.column_names, _texts(rows))


def _required(table: str) -> list[str]:
    return [column.name for column in SCHEMA[table] if column.required]


def _text_table(
    table: str,
    file: str,
    header: list[str],
    columns: list[Any],
    problems: list[Problem] | None = None,
    rows: Any = None,
) -> TextTable:
    """Return columns of texts as a table: clean, without blank rows, its header checked; `rows` are their numbers."""
    problems = problems or []
    header = [_clean_text(name) for name in header]
    names = _header(header, file, problems)
    if missing := [name for name in _required(table) if name not in names]:
        found, expected = ", ".join(map(quoted, names[:20])), ", ".join(_required(table))
        raise TablesError(f"{file}, row 1: no column {', '.join(missing)}; expected {expected}; found {found}")
    columns = [_clean(column) for column in columns]
    numbers = pd.RangeIndex(2, len(columns[0]) + 2) if rows is None else pd.Index(rows, dtype="int64")
    repeated = _equal_to(columns, header)
    for row in numbers[repeated]:
        problems.append(Problem(file, int(row), "", f"the header stands here again; expected it once; {SET_ASIDE}"))
    left = ~repeated & ~_equal_to(columns, [""] * len(header))
    if not left.all():
        numbers, columns = numbers[left], [column.filter(pa.array(left)) for column in columns]
    set_aside = sum(problem.text.endswith(SET_ASIDE) for problem in problems)
    return TextTable(file, pa.Table.from_arrays(columns, names).to_pandas().set_axis(numbers), problems, set_aside)


def _equal_to(columns: list[Any], cells: list[str]) -> Any:
    """Return which rows hold exactly these cells."""
    found = np.full(len(columns[0]), True)
    for column, cell in zip(columns, cells, strict=True):
        if found.any():
            found &= pc.equal(column, cell).to_numpy()
    return found


def _header(names: list[str], file: str, problems: list[Problem]) -> list[str]:
    """Return unique column names; a repeated or empty one is reported and numbered."""
    unique: list[str] = []
    for position, name in enumerate(names, start=1):
        if not name or name in unique:
            text = "a name that is empty or stands twice; expected another name"
            problems.append(Problem(file, 1, name or f"{position}", text))
            name = f"{name or 'column'} ({position})"
        unique.append(name)
    return unique


def _clean_text(text: str) -> str:
    """Return a text in Unicode NFC, without characters of no width, soft hyphens, and white space at its ends."""
    return unicodedata.normalize("NFC", text.translate(NO_WIDTH)).strip()


def _clean(column: Any) -> Any:
    """Return a column of texts, each as `_clean_text` gives it, empty where none is."""
    column = pc.fill_null(column, "")
    if pc.all(pc.string_is_ascii(column)).as_py() is False:
        encoded = column.combine_chunks().dictionary_encode()
        texts = [text if text.isascii() else _clean_text(text) for text in encoded.dictionary.to_pylist()]
        column = pa.chunked_array([pa.array(texts, pa.large_string()).take(encoded.indices)])
    return pc.utf8_trim_whitespace(column)


# --- CSV ------------------------------------------------------------------------------------------------------------


def _read_csv(table: str, file: str, content: bytes) -> TextTable:
    if b"\0" in content:
        raise TablesError(f"{file}: not a CSV file in UTF-8 (it holds zero bytes); save it as CSV UTF-8")
    problems: list[Problem] = []
    required = set(_required(table))
    content = re.sub(rb"\A(?:\xef\xbb\xbf)+", b"", content)  # some programs put a byte order mark before another
    delimiter = "\t" if file.lower().endswith(".tsv") else ","
    if declared := re.match(rb'(?i)"?sep=([,;\t|])"?\r?\n', content):  # for Excel, which shows no such line
        delimiter, content = declared[1].decode(), content[declared.end() :]
    header = _first_record(content, delimiter)
    for other, shown in ((",", "commas"), (";", "semicolons"), ("\t", "tabs")):
        if not required <= set(header) and required <= set(names := _first_record(content, other)):
            usual = "tabs" if delimiter == "\t" else "commas"
            problems.append(Problem(file, 1, "", f"cells are split by {shown}, and were read so; expected {usual}"))
            delimiter, header = other, names
    for position, name in enumerate(header):
        if not _is_text(name):
            problems.append(Problem(file, 1, f"{position + 1}", "the name is not UTF-8; save the file as CSV UTF-8"))
            header[position] = _latin(name)
    columns, rows = _read_plain(content, delimiter, len(header)), None
    if columns is None:
        columns, rows = _read_carefully(content, delimiter, header, file, problems)
    read = _text_table(table, file, header, columns, problems, rows)
    if FORMULAS in read.frame and (read.frame[FORMULAS] == APOSTROPHE).all():
        read = _with_formulas(replace(read, frame=read.frame.drop(columns=FORMULAS)))
    return read


def _read_plain(content: bytes, delimiter: str, width: int) -> list[Any] | None:
    """Return the columns of a CSV file in which nothing is out of order, or None.

    In order is UTF-8 in which each row has `width` cells, lines end as on Unix or Windows, and a quotation mark stands
    only round a whole cell or doubled within one: there all readers of CSV agree.
    """
    from pyarrow import csv as arrow_csv

    body = content.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n")
    if body.count(b"\r") != body.count(b"\r\n") or not _quotes_are_plain(np.frombuffer(body, dtype="uint8"), delimiter):
        return None
    names = [str(number) for number in range(width)]
    try:
        read = arrow_csv.read_csv(
            pa.BufferReader(body),
            arrow_csv.ReadOptions(column_names=names, skip_rows_after_names=1, block_size=1 << 22),
            arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:  # bytes that are no UTF-8, a row of another length, a cell larger than a block
        return None
    return [read[name] for name in names]


def _quotes_are_plain(text: Any, delimiter: str) -> bool:
    """Return whether each quotation mark opens a cell, closes one, or is one of two that stand for one."""
    quotes = np.flatnonzero(text == ord('"'))
    if len(quotes) % 2:
        return False
    opening, closing = quotes[::2], quotes[1::2]
    ends_cell = np.zeros(256, dtype=bool)
    ends_cell[[ord(delimiter), ord("\r"), ord("\n")]] = True
    reopened = np.append(False, opening[1:] == closing[:-1] + 1)  # the second of two doubled ones
    opens = reopened | (opening == 0) | ends_cell[text[opening - 1]]
    closes = np.append(reopened[1:], False) | (closing == len(text) - 1) | ends_cell[text[(closing + 1) % len(text)]]
    return bool(opens.all() and closes.all())


def _read_carefully(
    content: bytes, delimiter: str, header: list[str], file: str, problems: list[Problem]
) -> tuple[list[Any], list[int]]:
    """Return the columns of a CSV file in which something is out of order, and the numbers of the rows that count."""
    rows: list[int] = []
    all_text = _is_text(content.decode("utf-8", errors="surrogateescape"))
    records = enumerate(_records(content, delimiter), start=1)

    def good() -> Iterator[list[str]]:
        for number, cells in records:
            if number == 1 or (cells is not None and not "".join(cells).strip()):
                continue  # the header, or a blank line
            if complaint := _complaint(cells, header, all_text):
                problems.append(Problem(file, number, *complaint))
            elif cells:
                rows.append(number)
                yield cells

    chunks: list[list[Any]] = [[] for _ in header]
    left = good()
    while some := list(islice(left, 5_000)):  # a million rows of Python's texts would take gigabytes
        for column, cells in zip(chunks, zip(*some, strict=True), strict=True):
            column.append(pa.array(cells, pa.large_string()))
    return [pa.chunked_array(column, pa.large_string()) for column in chunks], rows


def _complaint(cells: list[str] | None, header: list[str], all_text: bool) -> tuple[str, str] | None:
    """Return the column and the text of what is wrong with a row as a whole, or None."""
    if cells is None:
        text = "a quotation mark is not closed, or stands within a cell; expected it doubled"
        return "", f"{text}; {SET_ASIDE}"
    if len(cells) != len(header):
        few = "few" if len(cells) < len(header) else "many"
        return "", f"too {few} cells, {len(cells)}; expected {len(header)}; {SET_ASIDE}"
    for name, cell in [] if all_text else zip(header, cells, strict=True):
        if not _is_text(cell):
            return name, f"{quoted(_latin(cell))} is not UTF-8; save the file as CSV UTF-8; {SET_ASIDE}"
    return None


def _records(content: bytes, delimiter: str) -> Iterator[list[str] | None]:
    """Yield the cells of each record; None for one that is no CSV, after which reading goes on at the next line."""
    csv.field_size_limit(2**31 - 1)
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", errors="surrogateescape", newline="")
    again: deque[str] = deque()  # lines to be read once more
    record: list[str] = []  # the lines of the present record

    def lines() -> Iterator[str]:
        while line := again.popleft() if again else text.readline():
            record.append(line)
            yield line

    while True:
        try:
            for cells in csv.reader(lines(), delimiter=delimiter, strict=True):
                record.clear()
                yield cells
            return
        except csv.Error:
            again.extendleft(reversed(record[1:]))
            record.clear()
            yield None


def _first_record(content: bytes, delimiter: str) -> list[str]:
    return [_clean_text(name) for name in next(_records(content, delimiter), None) or []]


def _is_text(cell: str) -> bool:
    try:
        cell.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _latin(cell: str) -> str:
    """Return a text with the bytes that are no UTF-8 shown as Western European letters."""
    return cell.encode("utf-8", "surrogateescape").decode("latin-1")


# --- Typed files ----------------------------------------------------------------------------------------------------


def _read_parquet(parts: Iterable[bytes]) -> tuple[list[str], list[Any]]:
    """Return the header and the columns of Parquet files, one below the other; a named index of pandas is a column."""
    from pyarrow import parquet

    texts: list[Any] = []
    for content in parts:
        read = parquet.ParquetFile(pa.BufferReader(content)).read()
        names = [name for name in read.column_names if not name.startswith("__index_level_")]
        if texts and names != texts[0].column_names:
            raise ValueError(f"its parts have different columns: {', '.join(names)} in one of them")
        texts.append(pa.Table.from_arrays(_texts(read.select(names)), names))
    return texts[0].column_names, pa.concat_tables(texts).columns


def _read_json(name: str, content: bytes) -> tuple[list[str], list[Any]]:
    """Return the header and the columns of a list of records, or of that which an object has under the table's name.

    A number is the text that is written, with its last zeros, by which it tells how exact it is.
    """
    read = json.loads(content.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=str)
    rows = read.get(name) if isinstance(read, dict) else read
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f'no list of objects, alone or as "{name}" of one')
    header = list(dict.fromkeys(column for row in rows for column in row))
    if len(header) * len(rows) > MOST_SHEET_CELLS:
        raise ValueError(f"{len(rows)} objects with {len(header)} different names in them; expected the same in each")
    columns = ([cell_text(row.get(column)) for row in rows] for column in header)
    return header, [pa.chunked_array([column], pa.large_string()) for column in columns]


def _texts(table: Any) -> list[Any]:
    return [_typed_as_text(column) for column in table.columns]


def _typed_as_text(column: Any) -> Any:
    """Return a column of any type as texts, each as one would write it."""
    types = pa.types
    if types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if any(test(column.type) for test in (types.is_string, types.is_large_string, types.is_string_view)):
        return column.cast(pa.large_string())
    if any(test(column.type) for test in (types.is_boolean, types.is_integer, types.is_null)):
        return column.cast(pa.large_string())
    if types.is_nested(column.type):
        return pa.chunked_array([pa.array(map(cell_text, column.to_pylist()), pa.large_string())])
    encoded = column.combine_chunks().dictionary_encode()
    texts = pa.array(map(cell_text, encoded.dictionary.to_pylist()), pa.large_string())
    return pa.chunked_array([texts.take(encoded.indices)])


def one_line(text: str) -> str:
    """Return a text without line ends and control characters, which a terminal would obey."""
    if text.isprintable() and "  " not in text:
        return text
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def quoted(cell: str) -> str:
    """Return a cell as it is shown in a message: in quotation marks, on one line, cut after 60 characters."""
    line = one_line(cell[:1000]).strip()
    return f'"{line[:60]}…"' if len(line) > 60 else f'"{line}"'
