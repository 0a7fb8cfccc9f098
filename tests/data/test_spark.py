"""Spark gives what DuckDB gives, in every column of every row, and what `brute_force.py` says.

Spark starts once, and compares all random tables as one. Skipped, with a line that says why, where it cannot run.
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import spark
from data.__main__ import main
from tests.data import brute_force
from tests.data.brute_force import COLUMNS, Row, Table, Tables
from tests.data.inline import rows, write
from tests.data.random_tables import ATTRIBUTES, NAMES, bank
from tests.data.test_judged import hold

ROOT = Path(__file__).parents[2]
lacking = spark.missing()
needs_spark = [
    pytest.mark.skipif(lacking is not None, reason=f"Spark is not tried: {lacking}"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]


def compared(where: Path | None, out: Path, *options: str) -> pd.DataFrame:
    """What `compare` writes, as Parquet."""
    tables = [] if where is None else [str(where)]
    assert main(["compare", *tables, "--format", "parquet", "--out", str(out), *options]) in (0, 1)
    return pd.read_parquet(out).reset_index(drop=True)


def assert_equal_on_both(where: Path | None, folder: Path, *options: str) -> pd.DataFrame:
    on_duckdb = compared(where, folder / "duckdb.parquet", *options)
    on_spark = compared(where, folder / "spark", "--engine", "spark", *options)
    assert list(on_spark.columns) == COLUMNS
    pd.testing.assert_frame_equal(on_spark, on_duckdb, check_exact=True)
    return on_spark


def as_one(bank: tuple[Tables, ...]) -> Tables:
    """The random tables as one, each apart from the others: all that one calls by a name carries its number."""
    one: Tables = {"claims": [], "sources": [], "attributes": ATTRIBUTES, "names": NAMES}
    for number, tables in enumerate(bank):

        def told_apart(row: dict[str, str], *columns: str, number: int = number) -> dict[str, str]:
            return row | {column: f"{number}-{row[column]}" for column in columns if row.get(column)}

        one["claims"] += [told_apart(row, "claim", "event", "source", "origin") for row in tables["claims"]]
        one["sources"] += [told_apart(row, "source", "origin", "replaces") for row in tables["sources"]]
    return one


class TestSpark:
    pytestmark = needs_spark

    @pytest.mark.parametrize("options", [[], ["--set", "core"], ["--verdict", "conflict"]], ids=str)
    def test_the_shipped_set_is_equal_in_every_column_of_every_row(self, options: list[str], tmp_path: Path) -> None:
        assert len(assert_equal_on_both(None, tmp_path, *options)) > 50

    def test_random_tables_are_equal_and_as_the_plain_definitions_say(self, tmp_path: Path) -> None:
        tables = as_one(bank())
        found = assert_equal_on_both(write(tmp_path / "tables", tables), tmp_path)
        asked = found.astype(object).where(found.notna(), None).to_dict("records")
        key = COLUMNS[1:7]
        by_key = {self.question(row, key): tuple(row[column] for column in COLUMNS[7:]) for row in asked}
        plain = {row["question"]: row for row in brute_force.compare(tables)}
        hold(by_key, {question: tuple(row[column] for column in COLUMNS[7:]) for question, row in plain.items()})

    @staticmethod
    def question(row: Row, key: list[str]) -> tuple[Any, ...]:
        event, attribute, period, *others = (row[column] for column in key)
        return event, attribute, brute_force.interval_of_date(period), *others
