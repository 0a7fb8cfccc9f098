"""Table sets written inside the tests, so that a reader sees the case and its answer together."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

import data
from tests.data.brute_force import Table


def rows(text: str) -> Table:
    """A table drawn with `,` between its cells and any white space around them; a cell that holds a comma is quoted."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    header, *body = ([cell.strip() for cell in cells] for cells in csv.reader(lines, skipinitialspace=True))
    return [dict(zip(header, cells, strict=True)) for cells in body]


def as_csv(table: Iterable[Mapping[str, str]]) -> str:
    table = list(table)
    out = io.StringIO()
    writer = csv.DictWriter(
        out, list(dict.fromkeys(key for row in table for key in row)), restval="", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue()


def write(folder: Path, tables: Mapping[str, str | Table]) -> Path:
    """A folder of CSV files: each table drawn as text or given as rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        (folder / f"{name}.csv").write_text(as_csv(rows(table) if isinstance(table, str) else table), encoding="utf-8")
    return folder


def load(**tables: str | Table) -> data.Tables:
    """The table set as the package reads it."""
    with tempfile.TemporaryDirectory() as folder:
        return data.load(write(Path(folder), tables))


def loaded_well(**tables: str | Table) -> data.Tables:
    """The same, of tables in which nothing is wrong."""
    read = load(**tables)
    assert not read.problems, os.linesep.join(map(str, read.problems))
    return read


SMALL = {
    "attributes": """
        attribute, kind
        date,      date
        amount,    quantity
        n,         quantity
        place,     name
        status,    name""",
    "names": """
        name,         part_of
        Burkina Faso,
        Ouagadougou,  Burkina Faso""",
}


def small(claims: str | Table, **others: str | Table) -> data.Tables:
    """A table set of few attributes and names, in which nothing is wrong."""
    return loaded_well(**SMALL | {"claims": claims} | others)


def cells(frame: pd.DataFrame, columns: str) -> list[tuple[Any, ...]]:
    """Some columns of a frame, row by row."""
    return list(frame[columns.split()].itertuples(index=False, name=None))
