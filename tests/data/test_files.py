"""Section 3, files: every cell as text, every row accounted for, whatever the table set comes in."""

import io
import os
import time
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.files import About, Problem, TablesError, TextTable, quoted, read_files
from data.files import _read_carefully as read_carefully
from data.files import _read_plain as read_plain

HEADER = "event,source,attribute,value"


def read_one(tmp_path: Path, content: bytes | str, name: str = "claims.csv") -> TextTable:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_files(path).tables["claims"]


def cells(table: TextTable) -> dict[int, list[str]]:
    """The cells of each row, by its number."""
    return dict(zip(table.frame.index.tolist(), table.frame.to_numpy().tolist(), strict=True))


def lines(table: TextTable) -> list[str]:
    return [str(problem) for problem in table.problems]


def refusal(path: Path) -> str:
    """The one line with which a table set is refused."""
    with pytest.raises(TablesError) as error:
        read_files(path)
    assert "\n" not in str(error.value)
    return str(error.value)


# ------------------------------------------------------------------------------------------------------------------- CSV
def test_every_cell_is_text_without_the_white_space_round_it(tmp_path: Path) -> None:
    table = read_one(tmp_path, f"{HEADER}, note \n NA,None,\t007,1.50,\u00a0x \u2003\ne,A,date,,nan\n")
    assert table.frame.columns.tolist() == [*HEADER.split(","), "note"]
    assert cells(table) == {2: ["NA", "None", "007", "1.50", "x"], 3: ["e", "A", "date", "", "nan"]}
    assert set(map(str, table.frame.dtypes)) == {"str"}
    assert (lines(table), table.set_aside, table.file) == ([], 0, "claims.csv")


def test_letters_that_look_alike_are_alike(tmp_path: Path) -> None:
    soft, joined, composed = "Répu\u00adbli\u200bcain", "\ufeffRe\u0301publicain\u2060", "Républicain"
    table = read_one(tmp_path, f"{HEADER},no\u200bte\ne,{soft},who,{joined},{composed}\n")
    assert cells(table) == {2: ["e", composed, "who", composed, composed]}
    assert table.frame.columns[-1] == "note"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\ufeff\ufeff"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n"])
def test_line_ends_and_byte_order_marks_are_no_part_of_the_table(
    tmp_path: Path, end: str, mark: str, last: str
) -> None:
    text = f'{mark}{HEADER}\n"e, f",A,"he said ""no""\nand left",2022\ne,B,who,2023{last}'.replace("\n", end)
    assert cells(read_one(tmp_path, text)) == {
        2: ["e, f", "A", f'he said "no"{end}and left', "2022"],
        3: ["e", "B", "who", "2023"],
    }


def test_rows_without_a_cell_are_blank_lines_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    table = read_one(
        tmp_path, f'{HEADER}\n,,,\ne,A,date,2022\n\n , ,\u200b,\n  \n,\n"","","",""\ne,B,date,2023\n,,,,,\n'
    )
    assert cells(table) == {3: ["e", "A", "date", "2022"], 9: ["e", "B", "date", "2023"]}
    assert (lines(table), table.set_aside) == ([], 0)


def test_a_row_that_repeats_the_header_is_named_and_set_aside(tmp_path: Path) -> None:
    table = read_one(tmp_path, f"{HEADER}\ne,A,date,2022\n{HEADER}\nevent,source,attribute,2023\n")
    assert list(cells(table)) == [2, 4]
    assert lines(table) == ["claims.csv, row 3: the header stands here again; expected it once; row set aside"]
    assert table.set_aside == 1


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("e,A,date", "row 3: too few cells, 3; expected 4; row set aside"),
        ("e,A,date,2022,x", "row 3: too many cells, 5; expected 4; row set aside"),
        ('e,A,date,"2022" x', "row 3: a quotation mark is not closed, or stands within a cell; expected it doubled; row set aside"),
        ('e,A,date,"2022', "row 3: a quotation mark is not closed, or stands within a cell; expected it doubled; row set aside"),
        ("e,A,date,ao\udcfbt", 'row 3, column value: "août" is not UTF-8; save the file as CSV UTF-8; row set aside'),
    ],
)  # fmt: skip
def test_a_row_that_is_no_row_is_named_and_set_aside_and_shifts_nothing(tmp_path: Path, row: str, line: str) -> None:
    text = f"{HEADER}\ne,A,date,2022\n{row}\ne,B,date,2023\n".encode("utf-8", "surrogateescape")
    table = read_one(tmp_path, text)
    assert cells(table) == {2: ["e", "A", "date", "2022"], 4: ["e", "B", "date", "2023"]}
    assert lines(table) == [f"claims.csv, {line}"]
    assert table.set_aside == 1


@pytest.mark.parametrize(
    ("name", "sign", "told"),
    [
        ("claims.csv", ";", ["claims.csv, row 1: cells are split by semicolons, and were read so; expected commas"]),
        ("claims.csv", "\t", ["claims.csv, row 1: cells are split by tabs, and were read so; expected commas"]),
        ("claims.csv", ",", []),
        ("claims.tsv", "\t", []),
        ("claims.tsv", ",", ["claims.tsv, row 1: cells are split by commas, and were read so; expected tabs"]),
    ],
)
def test_cells_split_by_another_sign_are_read_and_told(tmp_path: Path, name: str, sign: str, told: list[str]) -> None:
    table = read_one(tmp_path, sign.join([*HEADER.split(","), "note\ne", "A", "date", "2022", '"x, y; z\tw"\n']), name)
    assert cells(table) == {2: ["e", "A", "date", "2022", "x, y; z\tw"]}
    assert lines(table) == told


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n', "\ufeffsep=;\n", "\ufeff\ufeffsep=;\n"])
def test_a_line_that_tells_excel_what_splits_cells_is_no_row(tmp_path: Path, first: str) -> None:
    table = read_one(tmp_path, (first + HEADER.replace(",", ";") + "\ne;A;n;1,5\nshort\n").encode())
    assert cells(table) == {2: ["e", "A", "n", "1,5"]}
    assert lines(table) == ["claims.csv, row 3: too few cells, 1; expected 4; row set aside"]


def test_two_byte_order_marks_are_no_part_of_the_table(tmp_path: Path) -> None:
    table = read_one(tmp_path, f"\ufeff\ufeff{HEADER}\ne,A,date,2022\n".encode())
    assert (cells(table), lines(table)) == ({2: ["e", "A", "date", "2022"]}, [])


def test_a_folder_without_claims_tells_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "Claim.csv").write_text(f"{HEADER}\n")
    assert 'holds no claims.csv, claims.tsv or claims.parquet; found "Claim.csv"' in refusal(tmp_path)


def test_a_name_that_is_empty_or_stands_twice_is_told_and_its_column_kept(tmp_path: Path) -> None:
    table = read_one(tmp_path, f"{HEADER},value,, event \ne,A,date,1,2,3,4\n")
    assert table.frame.iloc[0].to_dict() == {
        "event": "e", "source": "A", "attribute": "date", "value": "1", "value (5)": "2", "column (6)": "3", "event (7)": "4",
    }  # fmt: skip
    wrong = "a name that is empty or stands twice; expected another name"
    assert lines(table) == [f"claims.csv, row 1, column {name}: {wrong}" for name in ("value", "6", "event")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty; expected a header with the columns event, source, attribute, value"),
        (b"\n \n", "empty; expected a header"),
        (b"event,source,value\na,b,c\n", 'no column attribute; expected event, source, attribute, value; found "event", "source", "value"'),
        (HEADER.encode("utf-16"), "not a CSV file in UTF-8 (it holds zero bytes); save it as CSV UTF-8"),
        (b'"event,source,attribute,value\ne,A,date,2022\n', "no column event, source, attribute, value"),
    ],
)  # fmt: skip
def test_a_file_without_a_table_is_refused_in_one_line(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "claims.csv").write_bytes(content)
    assert words in refusal(tmp_path / "claims.csv")
    assert words in refusal(tmp_path)


# Pieces that CSV is made of, so that what is drawn is often nearly right
pieces = st.sampled_from(
    [
        "e",
        "x y",
        "é",
        '"a,b"',
        '"a ""b"""',
        '"\n"',
        '""',
        '"',
        '""x',
        'a"b',
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "",
    ]
)


@given(st.lists(pieces, max_size=30).map("".join), st.integers(1, 3), st.booleans())
def test_the_fast_reader_gives_what_the_careful_one_does_or_gives_way(text: str, width: int, fits: bool) -> None:
    header = [f"h{number}" for number in range(width)]
    if fits:  # rows of the right length, of any pieces
        fields = text.split(",")
        text = "\n".join(",".join(fields[start : start + width]) for start in range(0, len(fields), width))
    content = (",".join(header) + "\n" + text).encode()
    fast = read_plain(content, ",", width)
    problems: list[Problem] = []
    careful, rows = read_carefully(content, ",", header, "x.csv", problems)
    if fast is None:
        return
    kept = zip(*(column.to_pylist() for column in fast), strict=True)
    numbered = {row: cells for row, cells in enumerate(kept, start=2) if any(cell.strip() for cell in cells)}
    assert problems == []
    assert numbered == dict(zip(rows, zip(*(column.to_pylist() for column in careful), strict=True), strict=True))


@pytest.mark.parametrize(
    "text",
    ["h\na\n", 'h,i\n"a","b, ""c"""\n', 'h,i\r\n"a\r\nb",\r\n', 'h\n""\n', "h,i\né,\u2003\n", 'h,i\na,"' + "x" * 10_000 + '"'],
)  # fmt: skip
def test_the_fast_reader_reads_what_is_in_order(text: str) -> None:
    header = text.split()[0].split(",")
    assert read_plain(text.encode(), ",", len(header)) is not None


def test_damaged_rows_take_time_in_proportion_to_their_number(tmp_path: Path) -> None:
    for row in ('e,A,date,"2022" x\n', "e,A,date\n", 'e,A,date,"he said\n', "e,A,date,ao\udcfbt\n"):
        text = (f"{HEADER}\n" + row * 50_000).encode("utf-8", "surrogateescape")
        start = time.process_time()
        table = read_one(tmp_path, text)
        assert time.process_time() - start < 6, row  # seconds of work, whatever else the machine does
        assert table.set_aside == len(table.problems) == 50_000, row


# ----------------------------------------------------------------------------------------------------- Parquet and DuckDB
TYPED = {
    "event": ["e", "f", None],
    "source": [1, 2, None],
    "attribute": [True, False, None],
    "value": [2022.0, 2022.5, float("nan")],
    "day": [date(2022, 9, 5), date(1, 1, 1), None],
    "time": [datetime(2022, 9, 5), datetime(2022, 9, 5, 10, 30), None],  # noqa: DTZ001
    "exact": [Decimal("1.50"), Decimal("-0.10"), None],
    "raw": [b"fair", "août".encode("latin-1"), None],
    "list": [["a"], [], None],
}
AS_TEXT = {
    2: ["e", "1", "true", "2022", "2022-09-05", "2022-09-05", "1.50", "fair", "['a']"],
    3: ["f", "2", "false", "2022.5", "0001-01-01", "2022-09-05T10:30:00", "-0.10", r"ao\xfbt", "[]"],
}


def typed(**types: Any) -> pa.Table:
    return pa.table({name: pa.array(column, types.get(name)) for name, column in TYPED.items()})


@pytest.mark.parametrize(
    "types",
    [{}, {"event": pa.dictionary(pa.int8(), pa.string())}, {"event": pa.large_string(), "time": pa.timestamp("ns")}],
)
def test_a_typed_cell_is_read_as_one_would_write_it(tmp_path: Path, types: dict[str, Any]) -> None:
    pq.write_table(typed(**types), tmp_path / "claims.parquet")
    for path in (tmp_path, tmp_path / "claims.parquet"):
        table = read_files(path).tables["claims"]
        assert cells(table) == AS_TEXT, "the third row is empty, and so a blank line"
        assert table.frame.columns.tolist() == list(TYPED)
        assert lines(table) == []


def test_a_named_index_of_pandas_is_a_column_and_its_row_numbers_are_none(tmp_path: Path) -> None:
    frame = pd.DataFrame({name: ["x"] for name in HEADER.split(",")}, index=pd.Index(["c1"], name="claim"))
    for index, names in ((frame.index, {*HEADER.split(","), "claim"}), (pd.Index(["r"]), set(HEADER.split(",")))):
        frame.set_axis(index).to_parquet(tmp_path / "claims.parquet")
        assert set(read_files(tmp_path).tables["claims"].frame.columns) == names


def test_columns_that_differ_by_a_blank_are_both_kept_and_told(tmp_path: Path) -> None:
    pq.write_table(pa.table({name: ["x"] for name in [*HEADER.split(","), "event "]}), tmp_path / "claims.parquet")
    table = read_files(tmp_path).tables["claims"]
    assert table.frame.columns.tolist() == [*HEADER.split(","), "event (5)"]
    assert len(lines(table)) == 1


@pytest.mark.parametrize("folder", ["claims", "claims.parquet", "."])
def test_a_table_may_be_a_folder_of_parts(tmp_path: Path, folder: str) -> None:
    parts = tmp_path / folder
    parts.mkdir(exist_ok=True)
    for number, rows in enumerate(([0], [1, 2])):
        pq.write_table(typed().take(rows), parts / f"part-{number}.parquet")
    (parts / "_SUCCESS").write_text("")
    found = read_files(tmp_path).tables
    assert list(found) == ["claims"]
    assert cells(found["claims"]) == AS_TEXT
    assert found["claims"].file in (f"{folder}/", "claims/")
    assert cells(read_files(parts).tables["claims"]) == AS_TEXT


def test_a_folder_of_other_tables_is_no_folder_of_parts(tmp_path: Path) -> None:
    pq.write_table(typed(), tmp_path / "events.parquet")
    pq.write_table(typed(), tmp_path / "old.parquet")
    assert "holds no claims.csv, claims.tsv or claims.parquet; found" in refusal(tmp_path)


def test_parts_with_different_columns_are_refused(tmp_path: Path) -> None:
    pq.write_table(typed(), tmp_path / "part-0.parquet")
    pq.write_table(typed().drop_columns("raw"), tmp_path / "part-1.parquet")
    assert "its parts have different columns" in refusal(tmp_path)


def test_a_duckdb_file_holds_tables_of_these_names(tmp_path: Path) -> None:
    path = tmp_path / "set.duckdb"
    with duckdb.connect(str(path)) as database:
        rows = typed()
        database.register("rows", rows)
        database.sql("CREATE TABLE claims AS SELECT * FROM rows")
        database.sql("CREATE VIEW events AS SELECT 'e' AS event, ' A  title ' AS title")
        database.sql("CREATE TABLE other AS SELECT 1 AS one")
    found = read_files(path).tables
    assert list(found) == ["claims", "events"]
    assert cells(found["claims"]) == AS_TEXT
    assert cells(found["events"]) == {2: ["e", "A  title"]}
    assert found["claims"].file == "set.duckdb, table claims"


def test_a_duckdb_file_that_cannot_be_opened_or_holds_no_claims_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.duckdb").write_bytes(b"not a database" * 1000)
    assert "broken.duckdb: not a DuckDB file that can be opened (" in refusal(tmp_path / "broken.duckdb")
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    assert refusal(tmp_path / "empty.duckdb").endswith("holds no table claims")
    with duckdb.connect(str(tmp_path / "poor.duckdb")) as database:
        database.sql("CREATE TABLE claims AS SELECT 1 AS event")
    assert "table claims, row 1: no column source, attribute, value" in refusal(tmp_path / "poor.duckdb")
    with duckdb.connect(str(tmp_path / "held.duckdb")):
        assert "held.duckdb: not a DuckDB file that can be opened (" in refusal(tmp_path / "held.duckdb")


# ------------------------------------------------------------------------------------------------------- folders and zips
def test_a_folder_holds_the_tables_by_name_and_what_is_said_of_them(tmp_path: Path) -> None:
    (tmp_path / "claims.tsv").write_text(HEADER.replace(",", "\t") + "\ne\tA\tdate\t2022\n")
    (tmp_path / "units.csv").write_text("unit,singular\npersons,person\n")
    (tmp_path / "other.csv").write_text("x\n1\n")
    (tmp_path / "about.md").write_text(
        "\ufeff\n# Burkina Faso – Russia \n\nWhat sources say.\nKept by nobody.\n", "utf-8"
    )
    found = read_files(tmp_path)
    assert list(found.tables) == ["claims", "units"]
    assert cells(found.tables["units"]) == {2: ["persons", "person"]}
    assert found.about == About("Burkina Faso – Russia", "What sources say.\nKept by nobody.")


def test_about_may_lack_a_heading_or_be_absent(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(f"{HEADER}\n")
    assert read_files(tmp_path).about is None
    (tmp_path / "about.md").write_text("What sources say.\n## Not a title\n")
    assert read_files(tmp_path).about == About("", "What sources say.\n## Not a title")


def test_another_table_that_cannot_be_read_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(f"{HEADER}\n")
    (tmp_path / "events.csv").write_text("title\nx\n")
    (tmp_path / "names.parquet").write_bytes(b"no parquet")
    (tmp_path / "sources.csv").symlink_to(
        "/proc/self/mem"
    )  # as a file that another program has locked: opening it fails
    found = read_files(tmp_path).tables
    assert list(found) == ["claims"]
    told = lines(found["claims"])
    assert 'events.csv, row 1: no column event; expected event; found "title"; the table is left out' in told
    assert any(line.startswith("names.parquet: cannot be read (") for line in told)
    assert any(line.startswith("sources.csv: cannot be opened (") for line in told)


def test_what_cannot_be_opened_is_said_in_one_line(tmp_path: Path) -> None:
    assert "no such file or folder; expected a folder, a .zip" in refusal(tmp_path / "nowhere")
    (tmp_path / "claims.csv").symlink_to("/proc/self/mem")
    assert "cannot be opened (" in refusal(tmp_path / "claims.csv")
    assert "cannot be opened (" in refusal(tmp_path)
    (tmp_path / "claims.txt").write_text("x")
    assert "files of this kind are not read" in refusal(tmp_path / "claims.txt")


def archive(path: Path, files: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as out:
        for name, text in files.items():
            out.writestr(name, text)
    return path


def test_a_zip_is_read_at_any_depth_also_one_of_windows(tmp_path: Path) -> None:
    claims = f"{HEADER}\ne,A,date,2022\n"
    for name in ("claims.csv", "set/claims.csv", "set\\claims.csv"):
        found = read_files(archive(tmp_path / "set.zip", {name: claims, "set/about.md": "# T"}))
        assert cells(found.tables["claims"]) == {2: ["e", "A", "date", "2022"]}
        assert found.about == About("T", "")


def test_of_two_files_of_one_name_in_a_zip_the_upper_one_is_read_and_the_other_told(tmp_path: Path) -> None:
    files = {"my/claims.csv": f"{HEADER}\nright,A,date,2022\n", "my/a/claims.csv": f"{HEADER}\nold,A,date,2022\n"}
    table = read_files(archive(tmp_path / "set.zip", files)).tables["claims"]
    assert table.frame["event"].tolist() == ["right"]
    assert lines(table) == ["my/a/claims.csv: another file of this name is read; expected one; left out"]


def test_parts_may_stand_in_a_zip(tmp_path: Path) -> None:
    out = io.BytesIO()
    pq.write_table(typed(), out)
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as made:
        made.writestr("set/claims.parquet/part-0.parquet", out.getvalue())
    assert cells(read_files(tmp_path / "set.zip").tables["claims"]) == AS_TEXT


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_is_damaged_is_refused_in_one_line(tmp_path: Path, method: int) -> None:
    path = archive(tmp_path / "set.zip", {"claims.csv": HEADER + "\n" + os.urandom(3000).hex()}, method)
    content = bytearray(path.read_bytes())
    content[60:1500] = b"\xff" * 1440
    path.write_bytes(content)
    assert refusal(path).startswith(f"{path}: ")
    path.write_bytes(content[:1000])
    assert "not a zip that can be read" in refusal(path)


# ---------------------------------------------------------------------------------------------------------------- messages
def test_a_cell_is_shown_on_one_line_and_cut() -> None:
    assert quoted("a\nb\t\x1b[0m c") == '"a b [0m c"'
    assert quoted("x" * 61) == '"' + "x" * 60 + '…"'


def test_a_problem_is_one_line_with_its_place() -> None:
    assert str(Problem("claims.csv", 3, "value", "bad")) == "claims.csv, row 3, column value: bad"
    assert str(Problem("", None, "", "bad")) == "bad"
