"""What importers share: a file as rows of text, and what comes of it."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.files import TablesError


@dataclass(frozen=True, eq=False)
class Imported:
    """What was read of a file: the tables of a set by name, as text, and a line for all that was not carried over."""

    tables: dict[str, pd.DataFrame]
    left_out: tuple[str, ...]


def imported(rows: Mapping[str, Sequence[Mapping[str, str]]], left_out: Sequence[str], path: Path) -> Imported:
    """Return rows as tables, each without rows that repeat; raise `TablesError` where there are no claims."""
    if not rows["claims"]:
        raise TablesError(f"{path}: no claim was found in it; {left_out[0] if left_out else 'it has no rows'}")
    frames = {name: pd.DataFrame(list(some)).fillna("").drop_duplicates() for name, some in rows.items() if some}
    return Imported(frames, tuple(left_out))


def text_of(path: Path) -> str:
    """Return the text of a file; raise `TablesError` where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TablesError(f"{path}: not a text in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise TablesError(f"{path}: cannot be opened ({error.strerror}); expected a file") from None


def rows_of(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]], list[str]]:
    """Return the header of a CSV file, its rows with their numbers, and a line for each row of another length.

    Cells are split by what splits the header most: commas, semicolons or tabs.
    """
    text = text_of(path)
    first = text.partition("\n")[0]
    records = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    header = [name.strip() for name in next(records, [])]
    if len(header) < 2 or len(set(header)) < len(header):
        raise TablesError(f"{path}, row 1: expected a header of several names, all different")
    rows, left_out = [], []
    for number, cells in enumerate(records, start=2):
        if len(cells) == len(header):
            rows.append((number, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}))
        elif cells:
            left_out.append(f"row {number}: {len(cells)} cells; expected {len(header)}")
    return header, rows, left_out
