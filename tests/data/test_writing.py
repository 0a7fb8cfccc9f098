"""What is written for other programs: no formula for a spreadsheet, numbers as numbers, files that are whole."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from data.writing import with_formula, without_formula, write_csv, write_whole


def written(cell: str) -> str:
    """The cell as a program that reads our CSV finds it."""
    return next(csv.DictReader(io.StringIO(write_csv(pd.DataFrame({"text": [cell], "n": [1]})))))["text"]


@pytest.mark.parametrize(
    "cell",
    [
        "-0.9 | -1.2",
        "-1.25..-1.15 | -0.95..-0.85",
        "-5..",
        "-1.2%",
        "-1,2 %",
        "-5 to -3%",
        "-5 à -3 %",
        "-1 234 567 USD",
        "-2e6",
        "2 | -3",
        "a; b",
        "a; -5",
        "",
    ],
)
def test_negative_numbers_have_no_apostrophe(cell: str) -> None:
    assert written(cell) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(1)", "+1+1", "-cmd|'/c calc'!A0", "-1+cmd|'/c calc'!A0", "-A1", "-1-1", "-1*A1", "＝1+1"]
)
def test_a_formula_has_an_apostrophe(cell: str) -> None:
    assert written(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "disarmed"), [("x;=1+1", "x;'=1+1"), ("x; @SUM(1)", "x; '@SUM(1)"), ("x\n=1+1", "x\n'=1+1")]
)
def test_a_formula_after_a_sign_that_begins_a_cell_elsewhere_has_one_too(cell: str, disarmed: str) -> None:
    assert written(cell) == disarmed


def test_a_name_of_a_column_is_no_formula() -> None:
    assert write_csv(pd.DataFrame({"=cmd|'/c calc'!A0": ["x"], "own": ["y"]})) == "'=cmd|'/c calc'!A0,own\nx,y\n"


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")
    file.chmod(0o640)

    def half(path: Path) -> None:
        path.write_text("ha")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match=r"No space left on device.*out\.csv"):
        write_whole(file, half)
    assert file.read_text() == "old"
    write_whole(file, lambda path: path.write_text("new"))
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link_and_what_is_no_file_is_written_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_whole(tmp_path / "link", lambda path: path.write_text("text"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "text"
    write_whole(Path("/dev/null"), lambda path: path.write_text("text"))
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+226", "'+226"),
        ("@here", "'@here"),
        ("-1+1", "'-1+1"),
        ("'=1", "''=1"),
        ("-3", "-3"),
        ("-3.5e6", "-3.5e6"),
        ("-2..-1", "-2..-1"),
        ("'-3", "'-3"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_formula_has_an_apostrophe_before_it_that_can_be_taken_off(text: str, written: str) -> None:
    assert without_formula(text) == written
    assert with_formula(written) == text
