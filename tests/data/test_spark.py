"""Spark gives what DuckDB gives, in every column of every row, and what `brute_force.py` says.

Spark starts once, and compares the random tables as one. Skipped, with a line that says why, where it cannot run.
"""

import os
import subprocess
import sys
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import data
from data import spark
from data.__main__ import main
from tests.data import brute_force
from tests.data.brute_force import COLUMNS, Tables
from tests.data.inline import write
from tests.data.random_tables import ATTRIBUTES, NAMES, bank
from tests.data.test_judged import hold

ROOT = Path(__file__).parents[2]
lacking = spark.missing()
on_spark = pytest.mark.skipif(lacking is not None, reason=f"Spark is not tried: {lacking}")
pytestmark = pytest.mark.filterwarnings("ignore:The copy keyword is deprecated")  # which Spark passes to pandas


def compared(where: Path | None, out: Path, *options: str) -> pd.DataFrame:
    """What `compare` writes, as Parquet."""
    tables = [] if where is None else [str(where)]
    assert main(["compare", *tables, "--format", "parquet", "--out", str(out), *options]) in (0, 1)
    return pd.read_parquet(out)


def equal_on_both(where: Path | None, folder: Path, *options: str) -> pd.DataFrame:
    """What `compare` writes on Spark, which is what it writes in the process."""
    expected = compared(where, folder / "duckdb.parquet", *options)
    found = compared(where, folder / "spark", "--engine", "spark", *options)
    assert list(found.columns) == COLUMNS
    pd.testing.assert_frame_equal(found, expected.reset_index(drop=True), check_exact=True)
    return found


# ---------------------------------------------------------------------------------------------------------------- tables
@on_spark
def test_the_shipped_set_is_equal_in_every_column_of_every_row(tmp_path: Path) -> None:
    assert len(equal_on_both(None, tmp_path)) > 500


@on_spark
def test_the_core_set_and_one_verdict_are_equal_too(tmp_path: Path) -> None:
    assert set(equal_on_both(None, tmp_path, "--set", "core", "--verdict", "conflict")["verdict"]) == {"conflict"}


def as_one(sets: tuple[Tables, ...]) -> Tables:
    """The random table sets as one, kept apart: what one of them calls by an id of its own carries its number."""
    one: Tables = {"claims": [], "sources": [], "attributes": ATTRIBUTES, "names": NAMES}
    for number, tables in enumerate(sets):
        for table, ids in (("claims", "claim event source origin"), ("sources", "source origin replaces")):
            for row in tables[table]:
                own = {column: f"{number} {row[column]}" for column in ids.split() if row.get(column)}
                one[table].append(row | own)
    return one


def question_of(row: Mapping[Hashable, Any]) -> tuple[Any, ...]:
    event, attribute, period, *others = (row[column] for column in COLUMNS[1:7])
    return event, attribute, brute_force.interval_of_date(period), *others


@on_spark
def test_random_tables_are_equal_and_as_the_plain_definitions_say(tmp_path: Path) -> None:
    tables = as_one(bank())
    found = equal_on_both(write(tmp_path / "tables", tables), tmp_path)
    columns = COLUMNS[7:]  # the ones before are the question itself
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    plain = brute_force.compare(tables)
    hold(
        {question_of(row): tuple(row[column] for column in columns) for row in rows},
        {row["question"]: tuple(row[column] for column in columns) for row in plain},
    )


AWKWARD = """\
claim,event,source,attribute,value,unit,period,stated,voice,stance,origin
a,x,A,date,2022-09,,,,,,
a,x,B,date,2022-07,,,,,,
b,x,B,date,2022-07,,,,,,
,x,C,date,2022-07-14T10:00,,,,,,
,x,C,date,never,,,,,,
,,C,date,2022,,,,,,
too,few,cells
claim,event,source,attribute,value,unit,period,stated,voice,stance,origin

,trade,A,turnover,100,USD,2022,,,,
,trade,B,turnover,~120,USD,2022-01/2022-12,"about
120",,,agency
,trade,C,turnover,many,USD,2022,,,,
,trade,D,turnover,150,USD,2022-13,,,,
,trade,old,turnover,170,USD,2022,,,,
,trade a,A,turnover,5,USD,,,,,
,trade?a,A,turnover,6,USD,,,,,
,talks,A,place,Upper Volta,,,,,,
,talks,B,place,Ouagadougou,,,,,,
,talks,C,place,Genève,,,,Ouaga,denies,
,talks,D,place,Gene\u0300ve,,,,,,
,talks,D,place,Ouagadougou,,,,Ouaga,perhaps,
"""
EXPLAINED: dict[str, str | brute_force.Table] = {
    "events": "event\nx\ntrade\ntrade a\ntrade?a",
    "sources": "source, origin, replaces\nA, wire,\nB, , \nC, D,\nD, C,\nE, , old\nC, ,",
    "names": "name, part_of, aliases\nBurkina Faso, , Upper Volta\nOuagadougou, Burkina Faso, Ouaga",
}


@on_spark
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_what_is_wrong_is_set_aside_and_counted_by_what_it_is(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = write(tmp_path / "tables", EXPLAINED)
    (where / "claims.csv").write_text(AWKWARD, encoding="utf-8")
    if form == "parquet":  # in parts, as a cluster writes it, and no row too short
        lines = [line for line in AWKWARD.splitlines(keepends=True) if not line.startswith("too,")]
        (where / "claims.csv").write_text("".join(lines), encoding="utf-8")
        claims = pd.read_csv(where / "claims.csv", dtype="str", keep_default_na=False)
        (where / "claims.csv").unlink()
        (where / "claims.parquet").mkdir()
        for part, rows in (("part-0", claims[:2]), ("part-1", claims[2:])):
            rows.to_parquet(where / "claims.parquet" / f"{part}.parquet", index=False)
    equal_on_both(where, tmp_path)
    read = data.load(where)
    told = capsys.readouterr()
    set_aside = len(AWKWARD.splitlines()) - 3 - (form == "parquet") - len(read.claims)  # a header, a blank, two for one
    assert f"claims set aside: {set_aside}\nkind worked out: date: " in told.out
    for line in (
        "claims, column claim: stood before; row set aside; in 1 rows",
        "claims, column event: is not in events.csv; kept, titled by the id; in 4 rows",
        "claims, column value: does not read as a date; row set aside; in 1 rows",
        "claims, column value: has a time of day; read as its day; in 1 rows",
        "claims, column stance: is unknown; row set aside; in 1 rows",
        "claims, column period: does not read as a date; row set aside; in 1 rows",
        "claims, the header stands here again; row set aside; in 1 rows",
        'sources.csv, row 7, column source: "C" stood before; expected a unique id; row set aside',
        'sources.csv, column origin: D → C → D is a circle; expected an origin at its end; "C" is taken',
    ):
        assert line in told.err.splitlines()
    assert ("claims, too few cells, 3; row set aside; in 1 rows" in told.err.splitlines()) is (form == "csv")


@on_spark
def test_a_cluster_that_spark_remote_names_gives_the_same(tmp_path: Path) -> None:
    """Spark Connect: a server and its client, which share no session and no Java; so not within this process."""
    pytest.importorskip("grpc", reason="Spark Connect is not tried: pip install -r requirements-spark.txt")
    where = write(tmp_path / "tables", as_one(bank()[:3]))
    expected = compared(where, tmp_path / "duckdb.parquet")
    (tmp_path / "spark-defaults.conf").write_text("spark.sql.shuffle.partitions 2\nspark.ui.enabled false\n")
    environment = os.environ | {"SPARK_REMOTE": "local[2]", "SPARK_CONF_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "data", "compare", "--engine", "spark", str(where), "--out", str(tmp_path / "out")]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert ran.returncode == 1, ran.stderr  # some rows are set aside
    found = pd.read_parquet(tmp_path / "out")
    pd.testing.assert_frame_equal(found, expected.reset_index(drop=True), check_exact=True)


# ---------------------------------------------------------------------------------------------------------- what is lacking
def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line that says why the command could not run."""
    assert main(["compare", "--engine", "spark", *map(str, arguments)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_without_pyspark_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda _: None)
    line = "pyspark is not installed; expected: python -m pip install -r requirements-spark.txt"
    assert refused(capsys, "--out", tmp_path / "out") == line


def test_without_java_it_says_what_to_install_unless_a_cluster_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda _: object())
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.delenv("SPARK_REMOTE", raising=False)
    assert refused(capsys, "--out", tmp_path / "out").startswith(
        f"{tmp_path / 'bin' / 'java'} is not found; expected Java"
    )
    monkeypatch.setenv("SPARK_REMOTE", "sc://cluster")
    assert spark.missing() is None


@pytest.mark.parametrize("arguments", [[], ["--out", "out", "--format", "csv"]])
def test_it_writes_parquet_into_a_folder_and_nothing_else(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    line = "--engine spark: writes Parquet into a folder; expected --out with it, no other --format"
    assert refused(capsys, *arguments) == line


@on_spark
def test_what_cannot_be_read_or_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert refused(capsys, tmp_path, "--out", tmp_path) == f"{tmp_path}: stands there already; expected a new folder"
    assert refused(capsys, tmp_path / "none", "--out", out).startswith(
        f"{tmp_path / 'none'}: Spark finds no claims there"
    )
    where = write(tmp_path / "tables", {"claims": "event, source, value\nx, A, 1"})
    assert refused(capsys, where, "--out", out).startswith("claims.csv, row 1: no column attribute; expected event")
    (where / "claims.csv").rename(where / "claims.parquet")
    assert refused(capsys, where, "--out", out).startswith("Spark stopped: ")
    assert not out.exists()
