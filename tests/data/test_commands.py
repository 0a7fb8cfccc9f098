"""Section 6: `check`, `compare` and `verify` as a person runs them, on good tables and on anything else."""

import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

import data
from data.__main__ import main
from tests.data.inline import as_csv, rows, write

ROOT = Path(__file__).parents[2]

CLAIMS = """
claim, event, source, attribute, value,   unit, stated
c1,    trade, A,      amount,    100,     USD,  a hundred dollars
c2,    trade, B,      amount,    120,     USD,
c3,    coup,  A,      date,      2022-09, ,     last September
c4,    coup,  B,      date,      2022,    ,
c5,    coup,  C,      date,      2022,    ,
c6,    visit, A,      date,      2023,    ,
"""
SOURCES = "source, set, file\n A, core, a.txt\n B, core,\n C, extended,"
ATTRIBUTES = "attribute, kind\n amount, quantity\n date, date"
GOOD_SET = {"claims": CLAIMS, "sources": SOURCES, "attributes": ATTRIBUTES}


class Ran:
    """What a command left behind: its exit status and its two streams."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err
        assert "Traceback" not in out + err, err

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out)))


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `python -m data` with these arguments, within this process."""

    def command(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:  # argparse leaves so
            status = left.code if isinstance(left.code, int) else 2
        return Ran(status, *capsys.readouterr())

    return command


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good table set, which no test changes."""
    return write(tmp_path_factory.mktemp("set"), GOOD_SET)


@pytest.fixture
def own_tables(tmp_path: Path) -> Path:
    return write(tmp_path / "set", GOOD_SET)


def shell(*arguments: object) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "data", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


# ------------------------------------------------------------------------------------------------------------- as a program
def test_the_package_runs_as_a_program_and_imports_no_streamlit(tables: Path) -> None:
    ran = shell("compare", tables, "--format", "csv")
    assert (ran.status, len(ran.rows), ran.err) == (0, 3, "")
    asked = "import sys, data, data.__main__; sys.exit(bool({'streamlit', 'pandera'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=False).returncode == 0


def test_it_speaks_utf_8_on_a_terminal_that_does_not(tmp_path: Path) -> None:
    folder = write(
        tmp_path, {"claims": "event, source, attribute, value\n e, A, who, Ibrahim Traoré →\n e, B, who, ‘x’"}
    )
    for form in ("table", "csv"):
        done = subprocess.run([sys.executable, "-m", "data", "compare", str(folder), "--format", form], cwd=ROOT, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"})  # fmt: skip
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert done.returncode == 0


def test_a_pipe_that_closes_early_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m data compare --format csv | head -1",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("question,event")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("check bad >&-", 1, r"claims.csv, row 2, column value: .*"),
        ("check bad 2>&-", 1, ""),
        ("check bad 2>/dev/full", 2, ""),
        ("check good >/dev/full", 2, r"standard output: cannot be written or read \(No space left on device\); .*"),
        ("check $'no\\xff\\e[2J.csv'", 2, r"no.*\.csv: no such file or folder; .*"),
        ("check fifo.csv", 2, r"fifo\.csv: a pipe or a device; .*"),
    ],
)
def test_streams_and_names_of_any_kind_end_in_one_line(tmp_path: Path, line: str, status: int, told: str) -> None:
    write(tmp_path / "good", GOOD_SET)
    write(tmp_path / "bad", {"claims": "event, source, attribute, value, unit\n e, A, n, much, USD"})
    os.mkfifo(tmp_path / "fifo.csv")
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m data {line}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    complaint = done.stderr.decode()
    assert done.returncode == status, complaint
    assert re.fullmatch(rf"{told}\n" if told else "", complaint), complaint
    assert b"\x1b" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["compare", "good", "--format", "csv", "--out", "/dev/full"], r"/dev/full: cannot be written .*No space left on device.*"),
        (["compare", "good", "--format", "parquet", "--out", "nowhere/x"], r"nowhere/x: cannot be written .*"),
        (["check", ""], r"TABLES: empty; expected a folder, .*"),
        (["check", "0" * 300], r"0+: cannot be opened \(File name too long\); .*"),
    ],
)  # fmt: skip
def test_files_of_any_kind_end_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], told: str
) -> None:
    write(tmp_path / "good", GOOD_SET)
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments)
    assert ran.status == 2
    assert re.fullmatch(rf"{told}\n", ran.err), ran.err
    assert "\x1b" not in ran.out + ran.err


def test_a_pipe_that_closes_early_hides_no_problem(tmp_path: Path) -> None:
    rows = "".join(f"\n e{number}, A, n, 1, USD" for number in range(3000))
    write(tmp_path, {"claims": "event, source, attribute, value, unit\n e, A, n, much, USD" + rows})
    line = f"{sys.executable} -m data compare {tmp_path} --format csv 2>/dev/null | head -1; exit ${{PIPESTATUS[0]}}"
    assert subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False).returncode == 1


def test_an_interrupt_ends_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> data.Tables:
        raise KeyboardInterrupt

    monkeypatch.setattr("data.__main__.load", interrupted)
    ran = run("check")
    assert (ran.status, ran.err) == (130, "stopped\n")


def test_control_characters_never_reach_a_terminal(run: Run, tmp_path: Path) -> None:
    clear = "\x1b[2J\x9b2Jproblems: 0\u202e"
    claims = f'"event","source","attribute","value","unit","{clear}"\n"{clear}","A","{clear}","much","{clear}","=1"\n'
    (tmp_path / "claims.csv").write_text(claims + claims.splitlines()[1].replace("much", "5") + "\n", encoding="utf-8")
    for command in (["check"], ["compare"], ["compare", "--verdict", "sole source"]):
        ran = run(*command, tmp_path)
        assert ran.status == 1
        assert all(letter.isprintable() or letter == "\n" for letter in ran.out + ran.err)


# ------------------------------------------------------------------------------------------------------- help and wrong use
@pytest.mark.parametrize(("command", "word"), [("check", "alidate"), ("compare", "ompare"), ("verify", "wording")])
def test_the_first_line_of_help_says_what_a_command_does(run: Run, command: str, word: str) -> None:
    ran = run(command, "--help")
    first = ran.out.splitlines()[0]
    assert ran.status == 0
    assert word in first
    assert not first.startswith("usage")
    assert first.endswith(".")


@pytest.mark.parametrize(
    ("arguments", "right"),
    [
        ([], ["check", "compare", "verify"]),
        (["chek"], ["check", "compare", "verify"]),
        (["compare", "--verdict", "conflic"], ["self-contradiction", "conflict", "disputed", "sole source", "agree", "compatible"]),
        (["compare", "--set", "five"], ["core", "all"]),
        (["compare", "--format", "xml"], ["table", "csv", "json", "parquet"]),
        (["compare", "--colour"], ["--format"]),
        (["verify"], ["--texts"]),
        (["check", "a", "b"], ["TABLES"]),
        (["check", "no-such-folder"], ["no-such-folder", "folder", ".zip", ".csv", ".parquet", ".xlsx"]),
        (["check", "README.md"], ["README.md", ".zip", ".csv"]),
        (["check", "components"], ["components", "claims.csv"]),
        (["compare", "--format", "parquet"], ["--out"]),
        (["verify", "--texts", "no-such-folder"], ["no-such-folder", "folder"]),
        (["compare", "--out", "no-such-folder/x.csv"], ["no-such-folder"]),
        (["compare", "--format", "parquet", "--out", "no-such-folder/x.parquet"], ["no-such-folder"]),
        (["compare", "--out", "."], ["."]),
    ],
)  # fmt: skip
def test_wrong_use_says_what_is_right_and_exits_with_2(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], right: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    for word in right:
        assert word in ran.err
    assert "None" not in ran.err


# ------------------------------------------------------------------------------------------------------------------- check
def test_check_of_a_good_table_counts_and_exits_with_0(run: Run, tables: Path) -> None:
    ran = run("check", tables)
    assert (ran.status, ran.err) == (0, "")
    for what, count in (
        ("claims", 6),
        ("questions", 3),
        ("events", 3),
        ("sources", 3),
        ("rows set aside", 0),
        ("problems", 0),
    ):
        assert re.search(rf"(?m)^{what}: {count}$", ran.out), ran.out


def test_check_counts_the_claims_of_which_readers_cannot_tell_where_they_stand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(
        "event,source,attribute,value,locator,stated\ne,a,date,2020,p1,in 2020\ne,b,date,2021,p2,\ne,c,date,2022,,\n"
    )
    told = run("check", tmp_path).out
    assert "claims without a locator: 1\n" in told
    assert "claims without a stated wording: 2\n" in told


def test_check_of_the_shipped_set_is_well(run: Run) -> None:
    ran = run("check")
    assert (ran.status, ran.err) == (0, "")
    assert int(re.findall(r"claims: (\d+)", ran.out)[0]) > 100


def test_check_prints_each_kind_that_it_worked_out_and_no_other(run: Run, own_tables: Path) -> None:
    assert "worked out" not in run("check", own_tables).out
    (own_tables / "attributes.csv").write_text("attribute,kind\namount,quantity\n")
    told = [line for line in run("check", own_tables).out.splitlines() if "worked out" in line]
    assert len(told) == 1
    assert "date" in told[0]


def test_a_warning_changes_no_status(run: Run, tmp_path: Path) -> None:
    ran = run(
        "check",
        write(tmp_path, {"claims": "event, source, attribute, value, unit\n e, A, n, 1, USD\n e, B, n, 2, XOF"}),
    )
    assert ran.status == 0
    assert "USD" in ran.out + ran.err


GOOD = b"claim,event,source,attribute,value,note\ng1,e,A,date,2022,\n"
BAD_INPUT: dict[str, tuple[bytes, int, int, list[str]]] = {
    # what is wrong: (the rest of the file, or all of it; the exit status; the claims that load; what the one line says)
    "a missing column": (b"event,source,attribute\ne,A,date\n", 2, 0, ["claims.csv", "value"]),
    "an unknown column": (GOOD.replace(b"note", b"mood"), 0, 1, []),
    "a value that does not parse": (GOOD + b"b,e,A,date,soon,\n", 1, 1, ["claims.csv", "row 3", "value", "soon", "2023-07"]),
    "a duplicate claim id": (GOOD + b"g1,e,B,date,2022,\n", 1, 1, ["claims.csv", "row 3", "claim", "g1"]),
    "an empty file": (b"", 2, 0, ["claims.csv", "empty"]),
    "a file that is no CSV": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", 2, 0, ["claims.csv", "CSV"]),
    "Latin-1 bytes": (GOOD + "b,e,B,date,2022,Traoré\n".encode("latin-1") + b"c,e,B,date,2022,\n", 1, 2, ["claims.csv", "row 3", "note", "UTF-8"]),
    "semicolons": (GOOD.replace(b",", b";"), 1, 1, ["claims.csv", "semicolon"]),
    "a 300-character cell": (GOOD + b"b,e,B," + b"x" * 300 + b",2022,\n", 1, 2, ["claims.csv", "row 3", "attribute", "200"]),
    "a day that does not exist": (GOOD + b"b,e,B,date,2023-02-30,\n", 1, 1, ["claims.csv", "row 3", "value", "2023-02-30"]),
    "a cell that begins with =": (GOOD + b"b,e,B,date,2022,=1+1\n", 1, 2, ["claims.csv", "row 3", "note", "=1+1"]),
    "a row too long": (GOOD + b"b,e,B,date,2022,,\n", 1, 1, ["claims.csv", "row 3", "7", "6"]),
    "a row too short": (GOOD + b"b,e,B,date,2022\n", 1, 1, ["claims.csv", "row 3", "5", "6"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_INPUT)
def test_bad_input_is_named_and_the_good_rows_still_load(run: Run, tmp_path: Path, name: str) -> None:
    content, status, count, words = BAD_INPUT[name]
    path = write(tmp_path, {"attributes": ATTRIBUTES} if "300" not in name else {})
    (path / "claims.csv").write_bytes(content)
    ran = run("check", path)
    assert ran.status == status
    assert len(ran.complaints) == bool(words), ran.err
    for word in words:
        assert word in ran.err
    if status < 2:
        assert f"\nclaims: {count}\n" in f"\n{ran.out}"
        compared = run("compare", path, "--format", "csv")
        assert compared.status == status
        assert compared.complaints == ran.complaints
        assert sum(int(row["n_claims"]) for row in compared.rows) == count


@pytest.mark.parametrize(("table", "column"), [("events", "event"), ("sources", "source")])
def test_an_unknown_event_or_source_id_is_named_and_its_row_counts(
    run: Run, own_tables: Path, table: str, column: str
) -> None:
    (own_tables / f"{table}.csv").write_text(f"{column}\n" + {"events": "trade\ncoup\n", "sources": "A\nB\n"}[table])
    ran = run("check", own_tables)
    assert ran.status == 1
    assert len(ran.complaints) == 1
    for word in ("claims.csv", f"column {column}", {"events": "visit", "sources": '"C"'}[table]):
        assert word in ran.err
    assert "claims: 6" in ran.out


def test_each_problem_is_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(
        b'event,source,attribute,value\ne,A,date,2022\ne,A,date,"so\non\r\nx"\n' + b'e,A,date,"' + b"y" * 5000 + b'"\n'
    )
    ran = run("check", path)
    assert ran.status == 1
    assert all(line.startswith("claims.csv, row ") for line in ran.complaints)
    assert max(map(len, ran.complaints)) < 400


# ----------------------------------------------------------------------------------------------------------------- compare
@cache
def expected_columns() -> list[str]:
    return list(data.COLUMNS)


def test_compare_writes_one_row_a_question_with_the_columns_in_order_sorted(run: Run, tables: Path) -> None:
    ran = run("compare", tables, "--format", "csv")
    assert ran.status == 0
    assert ran.out.splitlines()[0].split(",") == expected_columns()
    assert [row["question"] for row in ran.rows] == sorted(row["question"] for row in ran.rows)
    assert [(row["event"], row["verdict"], row["gap"], row["gap_pct"]) for row in ran.rows] == [("coup", "compatible", "0", ""), ("trade", "conflict", "20", "20"), ("visit", "sole source", "0", "")]  # fmt: skip


def test_csv_has_true_and_false_nothing_for_none_and_no_exponents(run: Run, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            "claims": "event, source, attribute, value\n a, A, n, 3.2e20\n b, A, n, 0.00000032\n c, A, n, >5\n d, A, n, 1e-9\n e, A, n, 60.2\n e, B, n, 60.4"
        },
    )
    ran = run("compare", folder, "--format", "csv")
    found = {row["event"]: row for row in ran.rows}
    assert not re.search(r"\d[eE][+-]?\d", ran.out.replace("3.2e20", "").replace("1e-9", ""))
    assert {row["planned"] for row in ran.rows} | {row["one_origin"] for row in ran.rows} == {"false"}
    assert (found["c"]["low"], found["c"]["high"]) == ("5", "")
    assert found["a"]["low"] == "315000000000000000000"
    assert found["b"]["low"] == "0.000000315"
    assert found["e"]["gap"] == "0.1"
    assert not {"None", "nan", "NaN", "True", "False", "inf"} & set(re.split(r"[,\n]", ran.out))


def test_json_is_a_list_of_objects_with_null_for_none(run: Run, tables: Path) -> None:
    found = json.loads(run("compare", tables, "--format", "json").out)
    assert [list(row) for row in found] == [expected_columns()] * 3
    coup, trade, _ = found
    assert (coup["period"], coup["member"], coup["gap_pct"], coup["planned"]) == (None, None, None, False)
    assert (trade["gap"], trade["gap_pct"], trade["n_claims"], trade["low"], trade["common_low"]) == (
        20,
        20,
        2,
        100,
        None,
    )


def test_csv_and_json_say_the_same(run: Run) -> None:
    from_csv = run("compare", "--format", "csv").rows
    from_json = json.loads(run("compare", "--format", "json").out)
    assert len(from_csv) == len(from_json) > 100
    words = {None: "", True: "true", False: "false"}
    for one, other in zip(from_csv, from_json, strict=True):
        for column, cell in other.items():
            text = words[cell] if cell is None or isinstance(cell, bool) else str(cell)
            assert one[column].removeprefix("'") == text or float(one[column]) == float(text)


def test_json_knows_no_not_a_number(run: Run, tmp_path: Path) -> None:
    folder = write(
        tmp_path, {"claims": "event, source, attribute, value\n a, A, n, >5\n b, A, n, <5\n c, A, date, 2013/.."}
    )

    def refuse(word: str) -> None:
        raise AssertionError(word)

    json.loads(run("compare", folder, "--format", "json").out, parse_constant=refuse)


def test_parquet_holds_the_same_rows(run: Run, tables: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    ran = run("compare", tables, "--format", "parquet", "--out", out)
    assert (ran.status, ran.out) == (0, "")
    found = pd.read_parquet(out)
    assert list(found.columns) == expected_columns()
    assert found["verdict"].tolist() == ["compatible", "conflict", "sole source"]
    assert found["planned"].dtype == bool
    assert found["gap"].tolist() == [0, 20, 0]


def test_the_table_for_the_eye_has_a_line_a_question(run: Run, tables: Path) -> None:
    ran = run("compare", tables)
    assert len(ran.out.splitlines()) == 1 + 3
    for word in ("compatible", "conflict", "sole source", "trade/amount/USD"):
        assert word in ran.out
    assert run("compare", tables, "--format", "table").out == ran.out


def test_out_writes_to_a_file_what_would_be_shown(run: Run, tables: Path, tmp_path: Path) -> None:
    for form in ("csv", "json", "table"):
        out = tmp_path / f"out.{form}"
        ran = run("compare", tables, "--format", form, "--out", out)
        assert (ran.status, ran.out) == (0, "")
        assert out.read_text(encoding="utf-8").rstrip("\n") == run("compare", tables, "--format", form).out.rstrip("\n")


@pytest.mark.parametrize("verdict", data.VERDICTS)
def test_verdict_leaves_the_questions_with_that_verdict(run: Run, tables: Path, verdict: str) -> None:
    ran = run("compare", tables, "--verdict", verdict, "--format", "csv")
    assert ran.status == 0
    assert {row["verdict"] for row in ran.rows} == {verdict} & {"compatible", "conflict", "sole source"}
    assert ran.out.splitlines()[0].split(",") == expected_columns()


def test_set_core_compares_the_core_sources_alone(run: Run, tables: Path) -> None:
    def counts(*options: str) -> dict[str, str]:
        return {row["event"]: row["n_sources"] for row in run("compare", tables, "--format", "csv", *options).rows}

    assert counts("--set", "core") == {"coup": "2", "trade": "2", "visit": "1"}
    assert counts("--set", "all") == counts() == {"coup": "3", "trade": "2", "visit": "1"}


def test_what_compare_finds_changes_no_status_and_problems_do(run: Run, own_tables: Path) -> None:
    assert run("compare", own_tables, "--verdict", "conflict").status == 0
    with (own_tables / "claims.csv").open("a") as file:
        file.write("c9,coup,A,date,soon,,\n")
    ran = run("compare", own_tables, "--format", "csv")
    assert ran.status == 1
    assert "row 8" in ran.err
    assert len(ran.rows) == 3, "the rows go to standard output, the problem to standard error"


# ------------------------------------------------------------------------------------------------------- forms of a table set
def test_a_folder_a_zip_parquet_and_excel_give_the_same_rows(run: Run, tables: Path, tmp_path: Path) -> None:
    frames = {
        path.stem: pd.DataFrame(rows_of)
        for path in tables.glob("*.csv")
        if (rows_of := list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())))
    }
    with (
        zipfile.ZipFile(tmp_path / "flat.zip", "w") as flat,
        zipfile.ZipFile(tmp_path / "nested.zip", "w", zipfile.ZIP_DEFLATED) as nested,
    ):
        for path in tables.glob("*.csv"):
            flat.write(path, path.name)
            nested.write(path, f"a/b/{path.name}")
        nested.writestr("__MACOSX/a/b/._claims.csv", b"\x00\x05\x16\x07")
    parquet = tmp_path / "parquet"
    parquet.mkdir()
    for name, frame in frames.items():
        frame.to_parquet(parquet / f"{name}.parquet")
    expected = run("compare", tables, "--format", "csv").out
    for path in (tmp_path / "flat.zip", tmp_path / "nested.zip", parquet):
        assert run("compare", path, "--format", "csv").out == expected, path
        assert run("check", path).status == 0

    frames["claims"].to_parquet(tmp_path / "claims.parquet")
    frames["claims"].to_excel(tmp_path / "claims.xlsx", index=False)
    frames["claims"].to_csv(tmp_path / "other name.csv", index=False)
    alone = run("compare", tmp_path / "other name.csv", "--format", "csv").out
    assert len(alone.splitlines()) == 4
    for name in ("claims.parquet", "claims.xlsx"):
        assert run("compare", tmp_path / name, "--format", "csv").out == alone, name


def test_typed_cells_of_parquet_and_excel_are_read_as_one_would_write_them(run: Run, tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "event": ["a", "b", "c", "d", "e", "f", "g"],
            "source": [1, 1, 1, 1, 1, 1, 1],
            "attribute": ["n", "n", "n", "date", "date", "date", "who"],
            "value": [100, 60.2, 2000000.0, 2022, pd.Timestamp("2022-09-30"), "2022-09", True],
            "note": ["NA", None, float("nan"), "None", "", "x", "y"],
        }
    )
    frame.to_excel(tmp_path / "claims.xlsx", index=False)
    ran = run("compare", tmp_path / "claims.xlsx", "--format", "csv")
    assert ran.status == 0, ran.err
    assert [row["values"] for row in ran.rows] == ["100", "60.2", "2000000", "2022", "2022-09-30", "2022-09", "true"]
    read = data.load(tmp_path / "claims.xlsx").claims
    assert read["note"].tolist() == ["NA", "", "", "None", "", "x", "y"]
    assert read["source"].tolist() == ["1"] * 7


def test_excel_is_read_from_its_sheet_claims_else_the_first(run: Run, tmp_path: Path) -> None:
    with pd.ExcelWriter(tmp_path / "book.xlsx") as book:
        pd.DataFrame({"x": [1]}).to_excel(book, sheet_name="first", index=False)
        pd.DataFrame(rows(CLAIMS)).to_excel(book, sheet_name="claims", index=False)
    assert "claims: 6" in run("check", tmp_path / "book.xlsx").out


# ------------------------------------------------------------------------------------------------------------ any input at all
def noises() -> list[tuple[str, bytes]]:
    """Files of every kind that is read, broken in ways that chance finds; the same at each run."""
    chance = random.Random(1967)
    good = as_csv(rows(CLAIMS)).encode()
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("claims.csv", good * 20)
    parquet, excel = io.BytesIO(), io.BytesIO()
    pd.DataFrame(rows(CLAIMS)).to_parquet(parquet)
    pd.DataFrame(rows(CLAIMS)).to_excel(excel, index=False)
    whole = {
        "claims.csv": good,
        "set.zip": box.getvalue(),
        "claims.parquet": parquet.getvalue(),
        "claims.xlsx": excel.getvalue(),
    }
    found = [(name, chance.randbytes(size)) for name in whole for size in (1, 60, 3000)]
    for name, content in whole.items():
        for _ in range(6 if name != "claims.csv" else 16):
            broken = bytearray(content)
            for _ in range(chance.choice([1, 1, 3, 10])):
                at = chance.randrange(len(broken))
                if chance.random() < 0.3:
                    del broken[at : at + chance.choice([1, 1, 30])]
                else:
                    broken[at] = chance.choice([0, 10, 13, 34, 44, 59, 61, 195, 255, chance.randrange(256)])
            found.append((name, bytes(broken)))
    return found


@pytest.mark.parametrize("at", [40, 45, 60, 90])
def test_a_zip_whose_packed_bytes_are_broken_cannot_be_read(run: Run, tmp_path: Path, at: int) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("claims.csv", as_csv(rows(CLAIMS)) * 20)
    packed = bytearray(path.read_bytes())
    packed[at : at + 3] = b"\xff\x00\xff"
    path.write_bytes(packed)
    ran = run("check", path)
    assert ran.status == 2
    assert len(ran.complaints) == 1
    assert "set.zip" in ran.err


def test_a_header_that_holds_line_breaks_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(b'"event\nsource\rattribute",\x1b[31mvalue\x1e\n1,2\n')
    ran = run("check", path)
    assert ran.status == 2
    assert len(ran.complaints) == 1, ran.complaints
    assert "\x1b" not in ran.err, "a terminal obeys such signs"


def test_no_input_whatever_ends_in_a_traceback(run: Run, tmp_path: Path) -> None:
    seen = set()
    for number, (name, content) in enumerate(noises()):
        path = tmp_path / f"{number}" / name
        path.parent.mkdir()
        path.write_bytes(content)
        try:
            ran = run("check", path)
        except Exception as error:  # so that the message shows the bytes
            raise AssertionError(f"{name}: {content[:300]!r}: {error!r}") from error
        assert ran.status in (0, 1, 2)
        assert (ran.status == 0) == (ran.err == ""), "a status other than 0 says why"
        assert ran.status < 2 or len(ran.complaints) == 1, ran.err
        seen.add((path.suffix, ran.status))
    assert {(suffix, 2) for suffix in (".csv", ".zip", ".parquet", ".xlsx")} <= seen
    assert (".csv", 1) in seen


# ------------------------------------------------------------------------------------------------------------- verdicts that fail
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 0),
        (["--fail-on", "self-contradiction"], 0),
        (["--fail-on", "conflict"], 3),
        (["--fail-on", "self-contradiction", "--fail-on", "conflict"], 3),
        (["--fail-on", "conflict", "--set", "core", "--verdict", "conflict", "--format", "csv"], 3),
        (["--fail-on", "compatible", "--verdict", "conflict"], 3),
        (["--fail-on", "quarrel"], 2),
    ],
)
def test_a_verdict_that_must_not_be_ends_with_status_3(
    run: Run, tables: Path, arguments: list[str], status: int
) -> None:
    assert run("compare", tables, *arguments).status == status


def test_a_verdict_that_must_not_be_counts_more_than_a_bad_row(run: Run, own_tables: Path) -> None:
    with (own_tables / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("c9,coup,D,date,sometime,,\n")
    assert run("compare", own_tables).status == 1
    assert run("compare", own_tables, "--fail-on", "conflict").status == 3


# ------------------------------------------------------------------------------------------------------------- rehearse
NEW = "claim, event, source, attribute, value, unit\n n1, trade, N, amount, 100, USD\n n2, coup, N, date, 2023,"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    (tmp_path / "new.csv").write_text(as_csv(rows(NEW)), encoding="utf-8")
    return tmp_path / "new.csv"


def test_new_claims_are_set_beside_those_of_the_tables(run: Run, tables: Path, new: Path) -> None:
    before = (tables / "claims.csv").read_bytes()
    ran = run("rehearse", new, tables, "--format", "csv")
    assert ran.status == 0
    assert list(ran.rows[0]) == [
        "claim",
        "question",
        "value",
        "relation",
        "against_source",
        "against_claim",
        "against_value",
    ]
    assert [(row["claim"], row["relation"], row["against_claim"]) for row in ran.rows] == [
        ("n1", "confirms", "c1"),
        ("n1", "contradicts", "c2"),
        ("n2", "contradicts", "c3"),
        ("n2", "contradicts", "c4"),
        ("n2", "contradicts", "c5"),
    ]
    assert (tables / "claims.csv").read_bytes() == before


def test_the_table_of_a_rehearsal_tells_the_verdicts_that_change(run: Run, tables: Path, new: Path) -> None:
    out = run("rehearse", new, tables).out
    assert "verdict: coup/date: compatible → conflict" in out
    assert "trade/amount" not in "".join(line for line in out.splitlines() if line.startswith("verdict"))


def test_a_rehearsal_is_written_in_each_form(run: Run, tables: Path, new: Path, tmp_path: Path) -> None:
    out = tmp_path / "answers"
    read: Callable[[Path], pd.DataFrame]
    for form, read in (("json", pd.read_json), ("parquet", pd.read_parquet), ("csv", pd.read_csv)):
        assert run("rehearse", new, tables, "--format", form, "--out", out).out == ""
        assert len(read(out)) == 5
    assert run("rehearse", new, tables, "--format", "parquet").status == 2


def test_bad_new_claims_are_named(run: Run, tables: Path, new: Path) -> None:
    new.write_text("event,source,attribute,value\ncoup,N,date,sometime\ncoup,N,date,2022\n", encoding="utf-8")
    ran = run("rehearse", new, tables, "--format", "csv")
    assert ran.status == 1
    assert ran.complaints[0].startswith("new.csv, row 2, column value: ")
    assert len(ran.rows) == 3
    assert run("rehearse", "nowhere.csv", tables).status == 2
    assert run("rehearse").status == 2


# ------------------------------------------------------------------------------------------------------------- diff
def test_what_changed_between_two_sets(run: Run, tables: Path, own_tables: Path) -> None:
    file = own_tables / "claims.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2023", "2024").replace("120", "100"), encoding="utf-8")
    ran = run("diff", tables, own_tables, "--format", "csv")
    assert ran.status == 0
    assert [(row["change"], row["question"], row["before"], row["after"]) for row in ran.rows] == [
        ("changed", "trade/amount/USD", "120", "100"),
        ("changed", "visit/date", "2023", "2024"),
        ("verdict", "trade/amount/USD", "conflict", "agree"),
    ]
    assert run("diff", tables, tables).out.splitlines() == ["change  claim  question  column  before  after"]
    assert run("diff", tables).status == 2


def test_what_is_wrong_in_either_set_is_told(run: Run, tables: Path, own_tables: Path) -> None:
    with (own_tables / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("c9,coup,D,date,sometime,,\n")
    assert run("diff", tables, own_tables).status == 1
    ran = run("diff", own_tables, tables)
    assert ran.status == 1
    assert ran.complaints[0].startswith(f"{own_tables}: claims.csv, row ")


# ------------------------------------------------------------------------------------------------------------- export
def test_a_set_is_written_as_a_package_that_is_a_set(run: Run, tables: Path, tmp_path: Path) -> None:
    assert run("export", tables, "--out", tmp_path / "set.zip").status == 0
    before, after = (run("compare", path, "--format", "csv") for path in (tables, tmp_path / "set.zip"))
    assert (after.status, after.out) == (0, before.out)
    assert run("export", tables).status == 2
    assert run("export", tables, "--out", tmp_path / "none" / "set.zip").status == 2


# ------------------------------------------------------------------------------------------------------------- import
def test_a_table_of_another_program_becomes_a_set(run: Run, tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("item,A,B\ne,1,2\n,3,4\n", encoding="utf-8")
    ran = run("import", "wide", tmp_path / "n.csv", "--out", tmp_path / "set")
    assert (ran.status, ran.complaints) == (1, [f"{tmp_path / 'n.csv'}: row 3: no item in the column item"])
    assert ran.out.splitlines() == ["claims: 2", "not carried over: 1"]
    assert run("compare", tmp_path / "set", "--fail-on", "conflict").status == 3
    assert run("import", "wide", tmp_path / "n.csv", "--out", tmp_path / "set").status == 2
    assert run("import", "odd", tmp_path / "n.csv", "--out", tmp_path / "other").status == 2


# ------------------------------------------------------------------------------------------------------------- site
def test_a_set_is_written_as_pages(run: Run, tables: Path, tmp_path: Path) -> None:
    assert run("site", tables, "--out", tmp_path / "site").status == 0
    assert "conflict" in (tmp_path / "site" / "discrepancies.html").read_text(encoding="utf-8").lower()
    assert run("site", tables, "--out", tmp_path / "site").status == 2


def test_pages_are_written_in_a_language_of_the_program(run: Run, tables: Path, tmp_path: Path) -> None:
    assert run("site", tables, "--out", tmp_path / "site", "--lang", "fr").status == 0
    assert '<html lang="fr">' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    ran = run("site", tables, "--out", tmp_path / "other", "--lang", "xx")
    assert (ran.status, ran.complaints) == (2, ["--lang: xx is no language of the program; expected en, fr"])
    assert not (tmp_path / "other").exists()


def test_pages_are_written_without_streamlit_and_without_what_draws_in_a_browser(tables: Path, tmp_path: Path) -> None:
    asked = "import sys, data.__main__ as m; m.main(sys.argv[1:]); sys.exit(bool({'streamlit', 'altair'} & set(sys.modules)))"
    command = [sys.executable, "-c", asked, "site", str(tables), "--out", str(tmp_path / "site")]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert (tmp_path / "site" / "index.html").is_file()


def test_where_the_package_stands_alone_all_commands_work_but_the_one_that_needs_words(
    tables: Path, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__"))
    for arguments, status, told in (
        (["compare", str(tables)], 0, ""),
        (
            ["site", str(tables), "--out", "site"],
            2,
            "site: components is not there; expected the whole program, and what its requirements.txt names\n",
        ),
    ):
        command = [sys.executable, "-m", "data", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (status, told)
