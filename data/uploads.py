"""A table set that a reader gives for a visit: read in memory, within bounds, never written anywhere."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pandas as pd

from data.files import FORMS_GIVEN, TableFiles, TablesError, read_contents
from data.tables import Tables, tables_of, version_of

MOST_MEGABYTES = 50
MOST_ROWS = 200_000
MOST_SECONDS = 20
Found = TypeVar("Found")


def open_tables(contents: Mapping[str, bytes]) -> Tables:
    """Return the table set in files given by name; raise `TablesError` where it cannot be read, or is too large.

    Taken are `MOST_MEGABYTES`, unpacked, and `MOST_ROWS` rows in all; reading may take `MOST_SECONDS`.
    """
    return _in_time(lambda: tables_of(_bounded(contents), _called(contents), _version(contents)))


def open_claims(contents: Mapping[str, bytes]) -> pd.DataFrame:
    """Return the rows of claims in files given by name, as text, within the same bounds."""
    return _in_time(lambda: _bounded(contents).tables["claims"].frame.reset_index(drop=True))


def _version(contents: Mapping[str, bytes]) -> str:
    return version_of({name: hashlib.sha256(content).digest() for name, content in contents.items()})


def _called(contents: Mapping[str, bytes]) -> str:
    return next(iter(contents)) if len(contents) == 1 else "the files"


def _bounded(contents: Mapping[str, bytes]) -> TableFiles:
    """Return what is in some files, none of which is unpacked before it is known to be small enough."""
    if not contents:
        raise TablesError(f"no file; expected {FORMS_GIVEN}")
    size = sum(max(len(content), _unpacked(content)) for content in contents.values())
    if size > MOST_MEGABYTES * 1_000_000:
        raise TablesError(
            f"{_called(contents)}: {size / 1_000_000:.0f} MB, unpacked; expected {MOST_MEGABYTES} MB at most"
        )
    files = read_contents(contents)
    rows = sum(len(table.frame) for table in files.tables.values())
    if rows > MOST_ROWS:
        raise TablesError(f"{_called(contents)}: {rows:,} rows; expected {MOST_ROWS:,} at most")
    return files


def _unpacked(content: bytes) -> int:
    """Return how large what is in a zip, or in a workbook, which is one, or in a Parquet file, says that it is."""
    if content.startswith(b"PAR1"):
        from pyarrow import ArrowException, parquet

        try:
            about = parquet.ParquetFile(io.BytesIO(content)).metadata
        except (ArrowException, OSError):
            return 0
        return sum(about.row_group(place).total_byte_size for place in range(about.num_row_groups))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError):
        return 0


def _in_time(read: Callable[[], Found]) -> Found:
    """Return what reading gives; raise `TablesError` where it takes too long. What was begun ends unheard."""
    reader = ThreadPoolExecutor(max_workers=1)
    try:
        return reader.submit(read).result(timeout=MOST_SECONDS)
    except TimeoutError:
        raise TablesError(f"reading takes over {MOST_SECONDS} seconds; expected fewer rows, or Parquet") from None
    finally:
        reader.shutdown(wait=False)
