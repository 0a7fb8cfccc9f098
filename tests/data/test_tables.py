"""Section 3: how rows are read. Good rows load, every bad one is named, nothing is guessed and nothing silently lost."""

import csv
import io
import math
import os
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

import data
from data import tables as tables_module
from data.schema import SCHEMA
from tests.data.inline import load, loaded_well, rows, write

CLAIMS = """
claim, event, source, attribute, value
c1,    coup,  A,      date,      2022-09
c2,    coup,  B,      date,      2022
"""


def lines(read: data.Tables) -> list[str]:
    return [str(problem) for problem in read.problems]


def claim(**cells: str) -> dict[str, str]:
    """One good claim, with the cells that a test is about."""
    return {"claim": "c", "event": "e", "source": "A", "attribute": "date", "value": "2022"} | cells


def read_bytes(tmp_path: Path, content: bytes, name: str = "claims.csv") -> data.Tables:
    path = tmp_path / name
    path.write_bytes(content)
    return data.load(path)


# ------------------------------------------------------------------------------------------------------------- good rows
def test_claims_alone_are_enough_and_titles_are_the_ids() -> None:
    read = loaded_well(claims=CLAIMS)
    assert read.claims["claim"].tolist() == ["c1", "c2"]
    assert read.events[["event", "title"]].to_numpy().tolist() == [["coup", "coup"]]
    assert read.sources[["source", "title"]].to_numpy().tolist() == [["A", "A"], ["B", "B"]]
    assert read.attributes[["attribute", "kind", "label"]].to_numpy().tolist() == [["date", "date", "date"]]
    assert read.set_aside == 0


def test_a_claim_without_an_id_gets_a_unique_one() -> None:
    text = "claim, event, source, attribute, value\n , e, A, n, 1\n row-2, e, A, n, 1\n row-3, e, A, n, 1\n row-5, e, A, n, 1\n , e, A, n, 1"
    read = load(claims=text)
    assert len(read.claims) == 5, lines(read)
    assert read.claims["claim"].is_unique
    assert {"row-2", "row-3", "row-5"} <= set(read.claims["claim"]), "an id that was written is kept"


def test_every_cell_is_text_and_no_word_is_read_as_missing() -> None:
    words = ["NA", "None", "null", "nan", "NaN", "N/A", "true", "1e5", "007", "1.50", "-", "#N/A", "<NA>", "NaT", "inf"]
    read = loaded_well(
        claims=[claim(claim=word, attribute="who", value=word, note=word, event=word, source=word) for word in words],
        attributes="attribute, kind\n who, name",
    )
    for column in ("claim", "value", "note", "event", "source"):
        assert read.claims[column].tolist() == words
    assert read.sources["title"].tolist() == read.events["title"].tolist() == sorted(words)
    assert read.compare().questions["values"].tolist() == read.compare().questions["event"].tolist()


def test_unknown_columns_are_kept_in_every_table() -> None:
    read = loaded_well(
        claims="event, source, attribute, value, mood, low, kind\n e, A, date, 2022, glad, ebb, sort",
        events="event, weather\n e, rain",
        sources="source, shelf, published_low\n A, 7, x",
        attributes="attribute, kind, colour\n date, date, red",
        names="name, rank\n A, 1",
    )
    assert read.claims["mood"].tolist() == ["glad"]
    assert "ebb" in read.claims.iloc[0].tolist(), "a column that is called like one of ours is kept too"
    assert "sort" in read.claims.iloc[0].tolist()
    assert read.claims["kind"].tolist() == ["date"]
    assert read.events["weather"].tolist() == ["rain"]
    assert read.sources["shelf"].tolist() == ["7"]
    assert read.attributes["colour"].tolist() == ["red"]
    assert read.names["rank"].tolist() == ["1"]


OUR_WORDS = """multiple _note Note LOCATOR number Low spelling question planned member low high own denies is_derived root spelling kind period_low title index level_0 0
    verdict n_claims topic scope set label gap support_value other base side published_high kind_worked_out part_of name locator_x""".split()


@pytest.mark.parametrize("some", [OUR_WORDS[:1], OUR_WORDS[1:2], OUR_WORDS])
def test_an_unknown_column_of_claims_may_have_any_name(some: list[str]) -> None:
    read = loaded_well(claims=[claim(), claim(claim="d", source="B") | {name: f"kept {name}" for name in some}])
    assert {f"kept {name}" for name in some} <= set(read.claims.iloc[1])
    assert read.compare().questions["verdict"].tolist() == ["agree"]
    assert len(read.select(data.Selection(words="nowhere")).questions) == 0


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("events", {"event": "e"}),
        ("sources", {"source": "A"}),
        ("attributes", {"attribute": "date", "kind": "date"}),
        ("names", {"name": "x"}),
    ],
)
def test_an_unknown_column_of_any_other_table_may_have_any_name(table: str, row: dict[str, str]) -> None:
    ours = [column.name for column in SCHEMA[table]]
    others = {
        name: f"kept {name}" for name in [*OUR_WORDS, "event", "source", "attribute", "value"] if name not in ours
    }
    read = load(claims=[claim(), claim(claim="d", source="A", value="2022-09")], **{table: [row | others]})
    lost = set(others.values()) - set(getattr(read, table).iloc[0])
    assert lost <= {"kept published_high", "kept kind_worked_out"}, "these two the package works out itself"
    assert read.compare().questions["verdict"].tolist() == ["sole source"]
    assert len(read.select(data.Selection(words="x y")).questions) == 0


def test_columns_may_stand_in_any_order_and_white_space_round_a_cell_is_no_part_of_it() -> None:
    read = loaded_well(claims=[{"value": " 2022 ", "attribute": "date ", "source": " A", "event": "e"}])
    assert read.claims[["event", "source", "attribute", "value"]].to_numpy().tolist() == [["e", "A", "date", "2022"]]


def test_stance_and_basis_are_asserts_and_stated_where_empty() -> None:
    read = loaded_well(claims=[claim()])
    assert read.claims[["stance", "basis"]].to_numpy().tolist() == [["asserts", "stated"]]
    assert read.claims[["own", "denies", "planned", "is_derived"]].to_numpy().tolist() == [[True, False, False, False]]


def test_own_voice_is_no_voice_and_no_allegation() -> None:
    stances = ["", "asserts", "denies", "alleges", "announces"]
    claims = [
        claim(claim=f"{stance}{voice}", attribute="who", stance=stance, voice=voice)
        for stance in stances
        for voice in ("", "V")
    ]
    read = loaded_well(claims=claims, attributes="attribute, kind\n who, name")
    own = read.claims[read.claims["own"]]
    assert set(own["voice"]) == {""}
    assert sorted(own["stance"]) == ["announces", "asserts", "asserts", "denies"]


def test_quoted_cells_may_hold_commas_quotes_and_line_breaks(tmp_path: Path) -> None:
    read = read_bytes(
        tmp_path, b'event,source,attribute,value,note\r\ne,A,date,2022,"one, ""two""\nthree"\r\ne,B,date,2023,\r\n'
    )
    assert not read.problems
    assert read.claims["note"].tolist() == ['one, "two"\nthree', ""]


def test_a_byte_order_mark_and_blank_lines_are_no_part_of_the_table(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, b"\xef\xbb\xbfevent,source,attribute,value\n\ne,A,date,2022\n\n\ne,B,date,2022\n\n")
    assert not read.problems
    assert read.claims["event"].tolist() == ["e", "e"]


# ------------------------------------------------------------------------------------------------------- rows set aside
BAD_ROWS: list[tuple[dict[str, str], list[str]]] = [
    ({"event": ""}, ["event"]),
    ({"source": ""}, ["source"]),
    ({"attribute": ""}, ["attribute"]),
    ({"value": ""}, ["value"]),
    ({"value": " "}, ["value"]),
    ({"value": "2023-02-30"}, ["value", "2023-02-30", "2023-07"]),
    ({"value": "July 2023"}, ["value", "July 2023", "2023-07"]),
    ({"value": "about 3500", "attribute": "amount"}, ["value", "about 3500", "~3500"]),
    ({"value": "2023-07", "attribute": "amount"}, ["value", "2023-07", "~3500"]),
    ({"value": "3,500", "attribute": "amount"}, ["value", "3,500", "3500"]),
    ({"value": "~3500"}, ["value", "~3500", "expected 3500~"]),
    ({"period": "last year"}, ["period", "last year", "2023"]),
    ({"period": "2023-02-30"}, ["period", "2023-02-30"]),
    ({"stance": "believes"}, ["stance", "believes", "asserts", "denies", "alleges", "announces"]),
    ({"stance": "Denies"}, ["stance", "Denies"]),
    ({"basis": "guessed"}, ["basis", "guessed", "stated", "derived"]),
    ({"stance": "denies"}, ["denie"]),
    ({"stance": "denies", "attribute": "amount", "value": "5"}, ["denie"]),
    ({"claim": "c1"}, ["claim", "c1"]),
]


@cache
def bad_rows_read() -> data.Tables:
    bad = [claim(claim=f"bad {number}") | cells for number, (cells, _) in enumerate(BAD_ROWS)]
    return load(
        claims=[claim(claim="c1"), *bad, claim(claim="c2")],
        attributes="attribute, kind\n date, date\n amount, quantity",
    )


def test_the_good_rows_round_bad_ones_count_and_the_bad_ones_are_counted() -> None:
    assert bad_rows_read().claims["claim"].tolist() == ["c1", "c2"]
    assert bad_rows_read().set_aside == len(BAD_ROWS)


@pytest.mark.parametrize("number", range(len(BAD_ROWS)), ids=[str(cells) for cells, _ in BAD_ROWS])
def test_a_bad_row_is_named_with_its_file_row_column_value_and_what_was_expected(number: int) -> None:
    [line] = [line for line in lines(bad_rows_read()) if f"row {number + 3}," in line]
    for word in ["claims.csv", "set aside", *BAD_ROWS[number][1]]:
        assert word in line, line
    assert "\n" not in line


def test_a_row_that_is_too_long_or_too_short_is_set_aside_and_shifts_nothing(tmp_path: Path) -> None:
    read = read_bytes(
        tmp_path,
        b"event,source,attribute,value,note\ne,A,date,2022,a\ne,A,date,2022,b,c\ne,A,date,2022\ne,B,date,2022,d\n",
    )
    assert read.claims[["source", "value", "note"]].to_numpy().tolist() == [["A", "2022", "a"], ["B", "2022", "d"]]
    assert read.set_aside == 2
    assert [("row 3" in line, "row 4" in line) for line in lines(read)] == [(True, False), (False, True)]
    assert "6" in lines(read)[0]
    assert "4" in lines(read)[1]


def test_of_claims_with_one_id_the_first_counts_even_where_it_does_not_parse() -> None:
    read = load(
        claims=[
            claim(claim="x"),
            claim(claim="x", value="2023"),
            claim(claim="y", value="soon"),
            claim(claim="y", value="2023"),
            claim(claim="z"),
        ],
        attributes="attribute, kind\n date, date",
    )
    assert read.claims[["claim", "value"]].to_numpy().tolist() == [["x", "2022"], ["z", "2022"]]
    assert read.set_aside == 3


def test_a_row_with_several_faults_is_counted_once_and_each_fault_is_named() -> None:
    read = load(claims=[claim(), claim(claim="d", event="", stance="x", basis="y", period="z")])
    assert read.set_aside == 1
    told = " ".join(lines(read))
    for column in ("event", "stance", "basis", "period"):
        assert f"column {column}" in told


def test_all_problems_of_all_tables_are_found_at_once() -> None:
    read = load(
        claims=[
            claim(),
            claim(claim="d", source=""),
            claim(claim="f", value="soon"),
            claim(claim="g", event="unknown"),
        ],
        events="event\n e\n e",
        sources="source, published\n A, sometime",
        attributes="attribute, kind, expected_gap\n date, date, lots\n other, colour,",
        names="name, part_of\n x, y\n y, x",
    )
    told = "\n".join(lines(read))
    for file in ("claims.csv", "events.csv", "sources.csv", "attributes.csv", "names.csv"):
        assert file in told
    assert read.claims["claim"].tolist() == ["c", "g"]


def test_no_row_is_lost_in_silence_by_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    read = read_bytes(
        tmp_path, b'event,source,attribute,value,note\ne,A,date,2022,"he said\ne,B,date,2023,\ne,C,date,2024,\n'
    )
    assert len(read.claims) == 3 or lines(read), "two rows were swallowed by the note of the first"


def test_nothing_is_set_aside_in_a_good_table() -> None:
    assert load(claims=CLAIMS).set_aside == 0


# ---------------------------------------------------------------------------------------- problems of rows that still count
def test_an_unknown_id_is_a_problem_only_where_its_table_is_there_and_the_row_counts() -> None:
    claims = "event, source, attribute, value\n e, A, date, 2022\n f, B, start, 2022"
    assert not load(claims=claims).problems
    for table, column, known, unknown in (
        ("events", "event", "e", "f"),
        ("sources", "source", "A", "B"),
        ("attributes", "attribute", "date", "start"),
    ):
        read = load(claims=claims, **{table: [{column: known}]})
        [line] = lines(read)
        for word in ("claims.csv", "row 3", f"column {column}", unknown):
            assert word in line, line
        assert len(read.claims) == 2
        assert read.set_aside == 0
        assert unknown in getattr(read, table)[column].tolist(), "titled by its id"


@pytest.mark.parametrize(("table", "row"), [("sources", {"source": "A", "published": "June"}), ("sources", {"source": "A", "covers": "2023-13"}), ("attributes", {"attribute": "date", "kind": "date", "expected_gap": "20 %"}), ("attributes", {"attribute": "date", "kind": "date", "expected_gap": "nan"}), ("attributes", {"attribute": "date", "kind": "date", "expected_gap": "-5"})])  # fmt: skip
def test_a_published_covers_or_expected_gap_that_does_not_parse_is_a_problem_and_read_as_empty(
    table: str, row: dict[str, str]
) -> None:
    read = load(claims=[claim()], **{table: [row]})
    [line] = lines(read)
    bad = list(row)[-1]
    for word in (f"{table}.csv", "row 2", f"column {bad}", row[bad]):
        assert word in line, line
    frame = getattr(read, table)
    assert len(frame) == 1
    assert frame[bad].iloc[0] == "" or math.isnan(frame[bad].iloc[0])
    assert len(read.claims) == 1


def test_a_cell_over_200_characters_is_a_problem_outside_notes_and_the_row_counts() -> None:
    cells = [
        (column, size)
        for column in ("event", "value", "stated", "unit", "voice", "locator", "note")
        for size in (200, 201, 300)
    ]
    claims = [claim(claim=f"{column} {size}", attribute="who") | {column: "x" * size} for column, size in cells]
    read = load(claims=claims, attributes="attribute, kind\n who, name")
    told = [
        f"row {row}, column {column}"
        for row, (column, size) in enumerate(cells, start=2)
        if size > 200 and column != "note"
    ]
    assert [line.split(", ", 1)[1][: len(start)] for line, start in zip(lines(read), told, strict=True)] == told
    assert read.claims["claim"].tolist() == [row["claim"] for row in claims]
    assert read.claims["note"].str.len().max() == 300


def test_a_summary_may_be_long_and_a_title_not() -> None:
    read = load(claims=[claim()], events=[{"event": "e", "title": "x" * 300, "summary": "x" * 3000}])
    [line] = lines(read)
    assert "column title" in line
    assert len(line) < 300, "a message shows the beginning of a long cell"


def test_a_cell_that_begins_like_a_formula_is_a_problem_the_row_counts_and_our_csv_disarms_it() -> None:
    cells = ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1 2", "=", "@"]
    columns = ["value", "stated", "note", "event", "mood"]
    claims = [
        claim(claim=f"{cell} in {column}"[::-1], attribute="who") | {column: cell}
        for cell in cells
        for column in columns
    ]
    read = load(claims=claims, attributes="attribute, kind\n who, name")
    assert len(read.claims) == len(claims)
    told = [(f"row {number}, column {column}: ") for number, column in enumerate(columns * len(cells), start=2)]
    assert [
        line.partition("claims.csv, ")[2][: len(start)] for line, start in zip(lines(read), told, strict=True)
    ] == told
    for frame in (read.claims, read.compare().questions):
        written = list(csv.reader(io.StringIO(data.write_csv(frame))))
        assert not [cell for row in written for cell in row if cell.startswith(("=", "@", "+"))]
        assert {f"'{cell}" for cell in cells} <= {cell for row in written for cell in row}


def test_a_csv_of_ours_disarms_each_sign_that_a_spreadsheet_runs_but_leaves_numbers() -> None:
    frame = pd.DataFrame(
        {"text": ["=1", "+a", "-a", "@a", "\ta", "\ra", "a=", "-5", "+5"], "number": [-1.5, 0, 1, 2, 3, 4, 5, 6, 7]}
    )
    written = data.write_csv(frame)
    read = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [row["text"] for row in read][:8] == ["'=1", "'+a", "'-a", "'@a", "'\ta", "'\na", "a=", "-5"]
    assert read[0]["number"] == "-1.5"


def test_a_wording_of_over_eight_words_is_a_problem_and_the_row_counts() -> None:
    read = load(
        claims=[claim(stated="one two three four five six seven eight"), claim(claim="d", stated="1 2 3 4 5 6 7 8 9")]
    )
    [line] = lines(read)
    assert "row 3, column stated" in line
    assert read.claims["claim"].tolist() == ["c", "d"]


@pytest.mark.parametrize(
    ("table", "column"), [("events", "event"), ("sources", "source"), ("attributes", "attribute"), ("names", "name")]
)
def test_a_repeated_id_in_any_table_is_a_problem_and_the_first_row_counts(table: str, column: str) -> None:
    rows = [
        {column: "A", "title": "first", "label": "first", "aliases": "first"},
        {column: "A", "title": "second", "label": "second", "aliases": "second"},
    ]
    read = load(claims=[claim(event="A", attribute="A", value="x")], **{table: rows})
    assert any(f"{table}.csv" in line and "row 3" in line and "A" in line for line in lines(read)), lines(read)
    frame = getattr(read, table)
    assert frame[column].tolist().count("A") == 1
    assert "first" in frame[frame[column] == "A"].iloc[0].tolist()


# -------------------------------------------------------------------------------------------------------- names and voices
def test_a_value_or_voice_equal_to_an_alias_is_read_as_its_name() -> None:
    read = loaded_well(
        claims=[
            claim(attribute="who", value="Sergey Shoigu", voice="Captain Traoré"),
            claim(claim="d", attribute="who", value="Sergey  Shoigu", voice="sergey shoigu"),
        ],
        attributes="attribute, kind\n who, name",
        names="name, aliases\n Sergei Shoigu, Sergey Shoigu | Shoygu\n Ibrahim Traoré, Captain Traoré",
    )
    assert read.claims[["value", "voice"]].to_numpy().tolist() == [
        ["Sergei Shoigu", "Ibrahim Traoré"],
        ["Sergey  Shoigu", "sergey shoigu"],
    ]


def test_an_alias_changes_no_date_and_no_quantity() -> None:
    read = loaded_well(
        claims=[claim(value="2022"), claim(claim="d", attribute="n", value="5")],
        attributes="attribute, kind\n date, date\n n, quantity",
        names="name, aliases\n Year, 2022\n Five, 5",
    )
    assert read.claims["value"].tolist() == ["2022", "5"]


def test_an_alias_of_two_names_is_a_problem() -> None:
    read = load(claims=[claim()], names="name, aliases\n Sergei Shoigu, Shoigu\n Larisa Shoigu, Shoigu")
    assert any("names.csv" in line and "Shoigu" in line for line in lines(read)), lines(read)


def test_a_part_lies_inside_its_whole_at_any_depth_and_siblings_miss_each_other() -> None:
    labels = ["Africa", "West Africa", "Burkina Faso", "Ouagadougou", "Bobo-Dioulasso", "Mali", "Moscow"]
    read = loaded_well(
        claims=[claim(claim=label, attribute="place", value=label) for label in labels],
        attributes="attribute, kind\n place, name",
        names="name, part_of\n Ouagadougou, Burkina Faso\n Burkina Faso, West Africa\n Bobo-Dioulasso, Burkina Faso\n Mali, West Africa\n West Africa, Africa",
    )
    at = dict(zip(read.claims["value"], zip(read.claims["low"], read.claims["high"], strict=True), strict=True))
    chains: dict[str, list[str]] = {
        "Africa": [],
        "West Africa": ["Africa"],
        "Burkina Faso": ["West Africa", "Africa"],
        "Mali": ["West Africa", "Africa"],
        "Moscow": [],
    }
    chains |= {city: ["Burkina Faso", "West Africa", "Africa"] for city in ("Ouagadougou", "Bobo-Dioulasso")}
    for one, (low, high) in at.items():
        for other, (least, most) in at.items():
            inside, apart = least <= low <= high <= most, high < least or low > most
            assert inside == (other in [one, *chains[one]]), (one, other)
            assert apart == (not inside and one not in [other, *chains[other]]), (one, other)


def test_an_unknown_whole_is_a_name_of_its_own_that_holds_its_parts() -> None:
    claims = "event, source, attribute, value\n e, A, place, Ouagadougou\n e, B, place, Burkina Faso"
    read = loaded_well(
        claims=claims, attributes="attribute, kind\n place, name", names="name, part_of\n Ouagadougou, Burkina Faso"
    )
    assert read.compare().questions["verdict"].tolist() == ["compatible"]


def test_a_whole_told_by_its_alias_is_that_whole() -> None:
    claims = "event, source, attribute, value\n e, A, place, Ouagadougou\n e, B, place, Burkina Faso"
    read = loaded_well(
        claims=claims,
        attributes="attribute, kind\n place, name",
        names="name, part_of, aliases\n Ouagadougou, Upper Volta,\n Burkina Faso, , Upper Volta",
    )
    assert read.compare().questions["verdict"].tolist() == ["compatible"]


@pytest.mark.parametrize("circle", ["x, x", "x, y\n y, x", "x, y\n y, z\n z, x\n w, x"])
def test_a_circle_of_parts_is_reported_and_all_rows_count(circle: str) -> None:
    names = [cells.split(",")[0].strip() for cells in circle.split("\n")]
    read = load(
        claims=[claim(claim=name, attribute="place", value=name) for name in [*names, "other"]],
        attributes="attribute, kind\n place, name",
        names="name, part_of\n " + circle,
    )
    assert any("names.csv" in line and "circle" in line for line in lines(read)), lines(read)
    assert len(read.claims) == len(names) + 1
    assert len(read.compare().questions) == 1


# ------------------------------------------------------------------------------------------------------------------- kinds
KINDS = [
    ("2022; 2023-07", "", "date"),
    ("2022; 1992; 1000; 2100", "", "date"),
    ("2022; 2023", "persons", "quantity"),
    ("2022; 3500", "", "date"),
    ("2022; 2101", "", "date"),
    ("999", "", "quantity"),
    ("02022", "", "quantity"),
    ("5", "", "quantity"),
    ("~3500", "", "quantity"),
    ("60.2; 2022", "", "date"),
    ("2022-07; 5", "", "date"),
    ("2022-07; 2022-08; 5", "", "date"),
    ("2022-07; 5; 6", "", "quantity"),
    ("2022; 2022; 2022; 2022; 2022; 2022; 2022; 2022; 2022; soon", "", "date"),
    ("2022; 2022; 2022; 2022; 2022; 2022; 2022; 2022; soon", "", "date"),
    ("2022; soon", "", "date"),
    ("2022; soon; later", "", "name"),
    ("~3500; some", "", "quantity"),
    ("2022-07; 5; soon; later", "", "name"),
    ("Wagner; Africa Corps", "", "name"),
    ("NA", "", "name"),
    ("Wagner; Africa Corps", "t", "quantity"),
    ("199X; ../2013; 2022-21", "", "date"),
]


@cache
def kinds_read(table: str | None) -> data.Tables:
    claims = [
        claim(claim=f"{number} {place}", attribute=f"what {number}", value=value, unit=unit if place == 0 else "")
        for number, (values, unit, _) in enumerate(KINDS)
        for place, value in enumerate(values.split("; "))
    ]
    return load(claims=claims, **({"attributes": table} if table else {}))


@pytest.mark.parametrize("number", range(len(KINDS)), ids=[f"{values} {unit}" for values, unit, _ in KINDS])
@pytest.mark.parametrize(
    "table",
    [None, "attribute, label\n what 1, What", "attribute, kind\n other, date"],
    ids=["no table", "no kind", "no row"],
)
def test_a_kind_that_is_not_given_is_worked_out_from_values_and_units(number: int, table: str | None) -> None:
    what = kinds_read(table).attributes.set_index("attribute").loc[f"what {number}"]
    assert what["kind"] == KINDS[number][2]
    assert what["kind_worked_out"]


def test_a_kind_that_is_given_decides_which_grammar_reads_a_value() -> None:
    read = load(
        claims="event, source, attribute, value\n e, A, year, 2022\n e, A, count, 2022\n e, A, label, 2022\n e, A, year, ~3500\n e, A, count, ~3500",
        attributes="attribute, kind\n year, date\n count, quantity\n label, name",
    )
    assert dict(zip(read.claims["attribute"], read.claims["kind"], strict=True)) == {
        "year": "date",
        "count": "quantity",
        "label": "name",
    }
    assert read.claims[["low", "high"]].to_numpy().tolist()[-1] == [3150, 3850]
    assert read.claims["value"].tolist() == ["2022", "2022", "2022", "~3500"], "~3500 is never the year 3500"
    assert not read.attributes["kind_worked_out"].any()


# ------------------------------------------------------------------------------------------------------------------- files
def test_a_missing_required_column_cannot_be_read_and_the_line_names_it(tmp_path: Path) -> None:
    for column in ("event", "source", "attribute", "value"):
        header = [name for name in ("event", "source", "attribute", "value", "note") if name != column]
        with pytest.raises(data.TablesError) as error:
            read_bytes(tmp_path, f"{','.join(header)}\n{','.join('abcd')}\n".encode())
        assert column in str(error.value)
        assert "\n" not in str(error.value)


def test_a_missing_required_column_of_another_table_leaves_that_table_out_and_says_so() -> None:
    read = load(claims=CLAIMS, events="title\n Coup")
    assert any("events.csv" in line and "event" in line for line in lines(read))
    assert len(read.claims) == 2


@pytest.mark.parametrize("content", [b"", b"\n\n", b"   ", b"\xef\xbb\xbf"])
def test_an_empty_file_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(data.TablesError):
        read_bytes(tmp_path, content)


def test_a_header_without_rows_is_a_table_without_claims(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, b"event,source,attribute,value\n")
    assert len(read.claims) == 0
    assert list(read.compare().questions.columns) == [*data.COLUMNS, "gap_from", "gap_to"]
    assert len(read.compare().questions) == 0
    assert len(read.select(data.Selection()).questions) == 0
    assert len(read.compare().same_words) == 0


def test_a_table_whose_every_row_is_set_aside_compares_to_nothing() -> None:
    read = load(claims=[claim(value="soon")], attributes="attribute, kind\n date, date")
    assert read.set_aside == 1
    assert len(read.compare().questions) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00",
        b"<html><body>404</body></html>",
        b'{"event": 1}',
        "event,source".encode("utf-16"),
        b"\x00" * 50,
    ],
)
def test_a_file_that_is_no_csv_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(data.TablesError) as error:
        read_bytes(tmp_path, content)
    assert "\n" not in str(error.value)
    assert "claims.csv" in str(error.value)


def test_rows_in_latin_1_are_named_and_set_aside_and_the_others_load(tmp_path: Path) -> None:
    read = read_bytes(
        tmp_path, "event,source,attribute,value\ne,A,who,Ibrahim Traoré\ne,B,who,Shoigu\n".encode("latin-1")
    )
    assert read.claims["value"].tolist() == ["Shoigu"]
    assert read.set_aside == 1
    [line] = lines(read)
    for word in ("row 2", "column value", "UTF-8"):
        assert word in line


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_file_split_by_semicolons_or_tabs_is_read_and_a_problem_says_so(tmp_path: Path, sign: str) -> None:
    read = read_bytes(
        tmp_path,
        sign.join(
            [
                "event",
                "source",
                "attribute",
                "value",
                "note\ne",
                "A",
                "date",
                "2022",
                "one, two\ne",
                "B",
                "date",
                "2022",
                "\n",
            ]
        ).encode(),
    )
    assert read.claims[["source", "note"]].to_numpy().tolist() == [["A", "one, two"], ["B", ""]]
    assert len(read.problems) == 1
    assert read.set_aside == 0


def test_a_column_that_stands_twice_is_a_problem_and_nothing_is_overwritten(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, b"event,source,attribute,value,value\ne,A,date,2022,2023\n")
    assert read.problems
    assert read.claims["value"].tolist() == ["2022"]
    assert "2023" in read.claims.iloc[0].tolist()


def test_a_folder_without_claims_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(data.TablesError, match="claims"):
        data.load(write(tmp_path, {"events": "event\n e"}))


def test_a_file_that_changed_is_read_anew_and_one_that_did_not_is_not(tmp_path: Path) -> None:
    first = data.load(write(tmp_path, {"claims": CLAIMS}))
    assert data.load(tmp_path) is first
    assert data.load(str(tmp_path)) is first
    changed = data.load(write(tmp_path, {"claims": CLAIMS + "c3, coup, C, date, 2022"}))
    assert (len(first.claims), len(changed.claims)) == (2, 3)


@pytest.mark.parametrize("name", ["about.md", "about.fr.md"])
def test_what_is_said_of_a_set_is_read_anew_in_each_language(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"claims": CLAIMS})
    (tmp_path / "about.md").write_text("# One set\n")
    first = data.load(tmp_path)
    (tmp_path / name).write_text("# Another set, or the same in French\n")
    assert data.load(tmp_path).about != first.about


@pytest.mark.parametrize("name", ["one.csv", "set.zip", "folder", "parts", "folder-of-parts"])
def test_any_form_of_a_set_is_read_anew_where_a_file_has_changed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name

    def put(*sources: str) -> None:
        rows = [{"event": "e", "source": source, "attribute": "n", "value": "1"} for source in sources]
        frame = pd.DataFrame(rows)
        if name == "one.csv":
            frame.to_csv(path, index=False)
        elif name == "set.zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("claims.csv", frame.to_csv(index=False))
        else:
            folder = path / "claims" if name == "parts" else path
            folder.mkdir(parents=True, exist_ok=True)
            if name == "folder":
                frame.to_csv(folder / "claims.csv", index=False)
            else:
                (folder / "part-0.parquet").write_bytes(frame.to_parquet())  # in place: the folder itself stays

    put("A")
    first = data.load(path)
    assert data.load(path) is first
    put("A", "B")
    changed = data.load(path)
    assert (first.store.count, changed.store.count) == (1, 2)
    assert data.load(path) is changed


def test_a_file_of_the_same_size_and_time_is_another_file(tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    for value in ("1", "2"):
        file.write_text(f"event,source,attribute,value\ne,A,n,{value}\n")
        os.utime(file, ns=(10**18, 10**18))
        assert data.load(file).claims["value"].tolist() == [value]


@pytest.mark.parametrize("broken", ["missing", "empty", "not open"])
def test_the_last_good_tables_stay_where_they_cannot_be_read_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr("data.tables.RETRY_SECONDS", 0.0)
    file = write(tmp_path, {"claims": CLAIMS}) / "claims.csv"
    content = file.read_bytes()
    good = data.load(file)
    file.unlink()
    if broken == "empty":
        file.touch()
    if broken == "not open":
        file.symlink_to("/proc/self/mem")
    with pytest.raises(data.TablesError, match=r"claims\.csv: "):
        data.load(file)
    last = data.load(file, or_last=True)
    assert last.store is good.store
    assert [str(problem) for problem in last.problems if "shown as they were" in str(problem)] == lines(last)
    file.unlink(missing_ok=True)
    file.write_bytes(content)
    assert lines(data.load(file, or_last=True)) == []


def test_a_set_that_was_never_read_well_is_refused_also_where_the_last_would_do(tmp_path: Path) -> None:
    with pytest.raises(data.TablesError):
        data.load(tmp_path / "nowhere", or_last=True)


def test_a_broken_set_is_not_read_again_at_every_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def refuse(path: Path) -> data.Tables:
        asked.append(path)
        raise data.TablesError("no")

    monkeypatch.setattr("data.tables.read_tables", refuse)
    for _click in range(5):
        with pytest.raises(data.TablesError, match=r"^no$"):
            data.load(tmp_path)
    assert len(asked) == 1
    monkeypatch.setattr("data.tables.RETRY_SECONDS", 0.0)
    with pytest.raises(data.TablesError):
        data.load(tmp_path)
    assert len(asked) == 2


def test_files_that_change_while_they_are_read_are_read_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "claims.csv"
    rows = ["event,source,attribute,value", "e,A,n,1"]
    file.write_text("\n".join(rows))
    read, left = tables_module.read_tables, [2]

    def read_while_written(path: Path) -> data.Tables:
        found = read(path)
        if left[0]:
            left[0] -= 1
            rows.append("e,B,n,2")
            file.write_text("\n".join(rows))
        return found

    monkeypatch.setattr(tables_module, "read_tables", read_while_written)
    assert data.load(file).store.count == 3
    left[0] = 99
    os.utime(file)
    with pytest.raises(data.TablesError, match=r"claims\.csv: changes while it is read"):
        data.load(file)
    left[0] = 0
    monkeypatch.setattr("data.tables.RETRY_SECONDS", 0.0)
    assert data.load(file).store.count == len(rows) - 1


def test_what_a_caller_does_to_a_frame_changes_no_other_callers() -> None:
    read = loaded_well(claims=CLAIMS)
    mine = read.compare().questions
    mine["verdict"] = "mine"
    mine.loc[0, "n_claims"] = 99
    assert read.compare().questions[["verdict", "n_claims"]].to_numpy().tolist() == [["compatible", 2]]


def test_the_claims_that_a_caller_changed_are_as_they_were_for_the_next() -> None:
    read = loaded_well(claims=CLAIMS)
    before = read.claims.copy(deep=True)
    mine = read.claims
    mine["value"] = "mine"
    mine.loc[0, "source"] = "me"
    mine["own column"] = 1
    del mine["low"]
    pd.testing.assert_frame_equal(read.claims, before)
    view = read.select(data.Selection(words="coup"))
    for name in ("questions", "claims"):
        mine = getattr(view, name)
        whole = mine.copy(deep=True)
        mine.loc[:, "question"] = "mine"
        pd.testing.assert_frame_equal(getattr(view, name), whole)


def test_the_same_choice_gives_the_same_object_to_eight_threads_at_once() -> None:
    read = loaded_well(claims=CLAIMS + "c3, coup, C, date, 2022")
    choices = [["A", "B"], ["B", "A"], ["A", "B", "C"], None, ["C"]]
    meet = threading.Barrier(8, timeout=20)

    def ask(_: int) -> list[tuple[int, int, int]]:
        meet.wait()
        found = [read.compare(choice) for choice in choices]
        views = [one.select(data.Selection(words="coup")) for one in found]
        return [(id(one), id(view), len(view.questions)) for one, view in zip(found, views, strict=True)]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(ask, range(8)))
    assert all(answer == answers[0] for answer in answers)
    pair, turned, every, none, _ = answers[0]
    assert pair == turned
    assert every == none
    assert len(set(answers[0])) == 3


def test_a_choice_of_sources_is_a_set_whatever_its_order_or_form() -> None:
    read = loaded_well(claims=CLAIMS)
    forms = [["A", "B"], ("B", "A"), {"A", "B"}, iter(["A", "B"]), ["A", "B", "A", "unknown"], None]
    assert [read.compare(form).questions["verdict"].tolist() for form in forms] == [["compatible"]] * len(forms)


def test_rows_drawn_in_the_tests_are_read_as_they_look() -> None:
    assert rows('a, b\n 1, "x, y"\n , z') == [{"a": "1", "b": "x, y"}, {"a": "", "b": "z"}]


# ---------------------------------------------------------------------------------------------------- some claims more or less
MORE = """
claim, event,   source, attribute, value,       unit, voice, stance,  period
n1,    visit,   D,      date,      2024-06-04,  ,     ,      ,
n2,    visit,   A,      host,      Bamako,      ,     ,      ,
n3,    visit,   A,      host,      Mali,        ,     ,      denies,
n4,    aid,     D,      amount,    ~90,         t,    PAM,   ,        2024
n5,    aid,     B,      amount,    100,         t,    ,      ,        2024-01/2024-12
n6,    parade,  D,      watched,   500,         persons, ,   ,
"""
FEW = """
claim, event,   source, attribute, value,       unit, voice, stance,  period
c1,    visit,   A,      date,      2024-06,     ,     ,      ,
c2,    visit,   B,      date,      2024-07,     ,     ,      ,
c3,    visit,   C,      host,      Mali,        ,     ,      ,
c4,    aid,     A,      amount,    100,         t,    PAM,   ,        2024
c5,    aid,     C,      amount,    120,         t,    ,      ,        2024
"""
PARTS = "name, part_of\nBamako, Mali\nMali,"


def verdicts_of(tables: data.Tables) -> pd.DataFrame:
    return tables.compare().questions


def test_some_claims_more_or_less_are_as_a_table_read_with_them() -> None:
    few, more = rows(FEW), rows(MORE)
    read = loaded_well(claims=few, names=PARTS)
    before = verdicts_of(read)
    amended = read.amend(pd.DataFrame(more), removed=["c2", "c5"])
    kept = [row for row in few if row["claim"] not in ("c2", "c5")]
    whole = loaded_well(claims=[*kept, *more], names=PARTS)
    pd.testing.assert_frame_equal(verdicts_of(amended), verdicts_of(whole))
    assert list(amended.claims["claim"]) == [row["claim"] for row in [*kept, *more]]
    pd.testing.assert_frame_equal(verdicts_of(read), before)


def test_what_was_amended_can_be_amended_again_and_chosen_from() -> None:
    few, more = rows(FEW), rows(MORE)
    read = loaded_well(claims=few, names=PARTS)
    amended = read
    for row in more:
        amended = amended.amend(pd.DataFrame([row]))
    amended = amended.amend(removed=["n1", "c1"])
    left = [row for row in [*few, *more] if row["claim"] not in ("n1", "c1")]
    whole = loaded_well(claims=left, names=PARTS)
    pd.testing.assert_frame_equal(verdicts_of(amended), verdicts_of(whole))
    for chosen in (["A", "C"], ["D"], []):
        pd.testing.assert_frame_equal(amended.compare(chosen).questions, whole.compare(chosen).questions)


def test_what_is_wrong_with_claims_that_are_added_is_told() -> None:
    read = loaded_well(claims=FEW, names=PARTS)
    wrong = rows("claim, event, source, attribute, value\nx1, visit, D, date, sometime\nx2, visit, D, date, 2024")
    amended = read.amend(pd.DataFrame(wrong))
    [problem] = amended.problems
    assert (problem.file, problem.row, problem.column) == ("added claims", 2, "value")
    assert list(amended.claims["claim"]) == ["c1", "c2", "c3", "c4", "c5", "x2"]
