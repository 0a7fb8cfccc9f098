"""Tables of other programs: what is carried over compares as it should, and what is not is listed."""

from pathlib import Path

import pytest

import data
from data import importers
from data.files import TablesError
from data.importers import gedcom, messydates

FILES = Path(__file__).parents[4] / "shared" / "files"
needs_files = pytest.mark.skipif(not FILES.exists(), reason="the files of others are not at hand")


def taken_in(form: str, path: Path, folder: Path) -> tuple[data.Tables, tuple[str, ...]]:
    found = importers.FORMATS[form](path)
    importers.write(found, folder)
    tables = data.load(folder)
    assert not tables.problems, tables.problems
    return tables, found.left_out


def file(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def verdicts(tables: data.Tables) -> dict[str, str]:
    return dict(tables.compare().questions[["question", "verdict"]].itertuples(index=False, name=None))


# ---------------------------------------------------------------------------------------------------------------- wide
def test_a_plain_table(tmp_path: Path) -> None:
    path = file(tmp_path, "founded.csv", "city;Times;Post;note\nOuagadougou;1441;14XX;old\nBobo;1895;;\n;1;2;\nx;y\n")
    tables, left_out = taken_in("wide", path, tmp_path / "set")
    claims = tables.claims[["event", "source", "attribute", "value", "note"]].to_numpy().tolist()
    assert (
        claims
        == [
            ["Ouagadougou", "Times", "founded", "1441", "old"],
            ["Ouagadougou", "Post", "founded", "14XX", "old"],
            ["Bobo", "Times", "founded", "1895", ""],
        ]
        or tables.set_aside
    )
    assert sorted(left_out) == ["row 4: no item in the column city", "row 5: 2 cells; expected 4"]


def test_a_plain_table_that_names_its_attributes_and_units(tmp_path: Path) -> None:
    path = file(tmp_path, "t.csv", "event,attribute,unit,A,B\ntrade,amount,USD,100,120\ntrade,weight,t,5,5\n")
    tables, left_out = taken_in("wide", path, tmp_path / "set")
    assert verdicts(tables) == {"trade/amount/USD": "conflict", "trade/weight/t": "agree"}
    assert not left_out


# ---------------------------------------------------------------------------------------------------------- mismatches
@needs_files
def test_the_sample_of_mismatch_finder(tmp_path: Path) -> None:
    tables, left_out = taken_in("mismatches", FILES / "wikidata-mismatch-example.csv", tmp_path / "set")
    assert verdicts(tables) == {"Q184746/P106": "sole source", "Q184746/P569": "agree"}
    assert [line.split(":")[0] for line in left_out] == [f"row {number}" for number in (3, 4, 5, 7, 8, 9)]


def test_mismatches_in_a_qualifier_a_decade_and_another_calendar(tmp_path: Path) -> None:
    header = "item_id,statement_guid,property_id,wikidata_value,meta_wikidata_value,external_value,external_url,type\n"
    rows = (
        "Q1,s1,P569,1930s,,April 1934,http://a.org,qualifier\n"
        "Q2,s2,P569,3 April 1700,Q1985786,1700-04-14,http://a.org,statement\n"
        "Q3,s3,P27,Q965,,Q159,,statement\nQ4,s4,P27,Q965,,,,statement\n"
    )
    tables, left_out = taken_in("mismatches", file(tmp_path, "m.csv", header + rows), tmp_path / "set")
    assert verdicts(tables) == {"Q1/P569-(qualifier)": "compatible", "Q3/P27": "conflict"}
    assert [line.split(":")[0] for line in left_out] == ["row 3", "row 5"]
    with pytest.raises(TablesError, match="no column item_id"):
        importers.FORMATS["mismatches"](file(tmp_path, "n.csv", "a,b\n1,2\n"))


# ---------------------------------------------------------------------------------------------------------- messydates
@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2010-01..2010-03", "2010-01/2010-03"),
        ("..2010", "../2010"),
        ("2010..", "2010/.."),
        ("{2010-01-01,2010-03-01}", "[2010-01-01,2010-03-01]"),
        ("{2010-01-01..2010-02-01,2011}", "[2010-01-01..2010-02-01,2011]"),
        ("~2010-01", "2010-01~"),
        ("2010-~01", "2010-01~"),
        ("2010?", "2010?"),
        ("2010-01?~", "2010-01%"),
        ("-0026-01-16", "-0026-01-16"),
    ],
)
def test_dates_of_messydates(written: str, edtf: str) -> None:
    assert messydates.edtf(written) == edtf


def test_a_table_of_manydata(tmp_path: Path) -> None:
    text = "stateID,dataset,Beg,End,Label\nA,ISD,~1816,1900..1902,Aland\nA,COW,1816,NA,Aland\nB,COW,soon,2000,Beland\n"
    tables, left_out = taken_in("messydates", file(tmp_path, "states.csv", text), tmp_path / "set")
    assert verdicts(tables) == {"A/Beg": "compatible", "A/End": "sole source", "B/End": "sole source"}
    assert left_out == ("column Label: holds no dates", 'row 4, column Beg: "soon" does not read as a date')


@needs_files
@pytest.mark.parametrize("name", ["emperors", "states"])
def test_the_tables_of_manydata_are_carried_over_whole(name: str, tmp_path: Path) -> None:
    whole = data.load(FILES / "manydata" / name)
    tables, left_out = taken_in("messydates", FILES / "manydata" / name / "claims.csv", tmp_path / "set")
    assert tables.store.count + len(left_out) >= whole.store.count
    assert len(left_out) <= whole.set_aside
    assert {row["verdict"] for _, row in tables.compare().questions.iterrows()} >= {"agree", "compatible", "conflict"}


# -------------------------------------------------------------------------------------------------------------- GEDCOM
GEDCOM = """0 HEAD
1 GEDC
2 VERS 7.0
0 @I1@ INDI
1 NAME Thomas /Sankara/
1 SEX M
1 BIRT
2 DATE 21 DEC 1949
2 PLAC Yako
2 SOUR @S1@
3 PAGE 12
2 SOUR @S2@
1 BIRT
2 DATE ABT 1950
2 SOUR @S3@
1 DEAT
2 DATE JULIAN 2 OCT 1987
2 PLAC Ouagadougou
0 @I2@ INDI
1 NAME Mariam /Sankara/
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I2@
1 MARR
2 DATE BET 1978 AND 1979
2 SOUR @S1@
0 @S1@ SOUR
1 TITL A life
1 PUBL A press
0 @S2@ SOUR
0 @S3@ SOUR
1 TITL Memories
0 TRLR
"""


def test_gedcom(tmp_path: Path) -> None:
    tables, left_out = taken_in("gedcom", file(tmp_path, "family.ged", GEDCOM), tmp_path / "set")
    assert verdicts(tables) == {
        "I1-BIRT/date": "compatible",
        "I1-BIRT/place": "agree",
        "I1-DEAT/place": "sole source",
        "F1-MARR/date": "sole source",
    }
    claim = tables.claims.iloc[0]
    assert (claim["source"], claim["locator"], claim["stated"]) == ("S1", "12", "21 DEC 1949")
    titles = dict(tables.events[["event", "title"]].itertuples(index=False, name=None))
    assert titles["I1 BIRT"] == "Birth of Thomas Sankara"
    assert titles["F1 MARR"] == "Marriage of Thomas Sankara and Mariam Sankara"
    assert dict(tables.sources[["source", "title"]].itertuples(index=False, name=None)) == {
        "S1": "A life", "S2": "S2", "S3": "Memories", "no source cited": "no source cited",
    }  # fmt: skip
    assert left_out[0] == 'I1 DEAT: the date "JULIAN 2 OCT 1987" cannot be written in EDTF'
    assert "INDI.SEX: 1 not carried over, since it is no event" in left_out


def test_what_gedcom_7_allows_beside(tmp_path: Path) -> None:
    """As in the test files of the standard: a mark of the byte order, times, phrases, pointers to nothing, and `NO`."""
    lines = (
        "0 HEAD", "1 NOTE one\u2028two", "0 @I1@ INDI", "1 BIRT", "2 DATE 1 JAN 2000", "3 TIME 16:02", "3 PHRASE Afternoon",
        "2 SOUR @VOID@", "3 PAGE Entire source", "1 DEAT Y", "1 NO NATU", "2 DATE FROM 1700 TO 1800", "2 SOUR @S1@",
        "1 BAPM", "2 DATE 9 JAN 2000", "2 SOUR @S1@", "3 PAGE 1", "2 SOUR @S1@", "3 PAGE 2", "0 @S1@ SOUR", "", "0 TRLR", "",
    )  # fmt: skip
    tables, left_out = taken_in("gedcom", file(tmp_path, "m.ged", "\ufeff" + "\r\n".join(lines)), tmp_path / "set")
    assert verdicts(tables) == {"I1-BIRT/date": "sole source", "I1-BAPM/date": "sole source"}
    assert tables.claims[["source", "locator"]].to_numpy().tolist() == [
        ["no source cited", ""], ["S1", "1"], ["S1", "2"],
    ]  # fmt: skip
    assert "INDI.NO: 1 not carried over, since it is no event" in left_out


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("1949", "1949"),
        ("GREGORIAN DEC 1949", "1949-12"),
        ("EST 1949", "1949~"),
        ("BEF 2 JAN 1949", "../1949-01-02"),
        ("AFT 1949", "1949/.."),
        ("FROM 1949 TO MAR 1950", "1949/1950-03"),
        ("FROM 1949", "1949/.."),
        ("TO 1949", "../1949"),
        ("44 BCE", "-0043"),
        ("1 BCE", "0000"),
        ("FRENCH_R 2 VEND 8", ""),
        ("in spring", ""),
        ("BET soon AND 1949", ""),
    ],
)
def test_dates_of_gedcom(written: str, edtf: str) -> None:
    assert gedcom.edtf(written) == edtf


# --------------------------------------------------------------------------------------------------------------- files
@pytest.mark.parametrize("form", importers.FORMATS)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n", b"0 HEAD\n2 X\n", b"one line"])
def test_a_file_of_another_kind_is_refused_in_one_line(form: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(content)
    for path in (tmp_path / "x", tmp_path / "none"):
        with pytest.raises(TablesError) as refused:
            importers.FORMATS[form](path)
        assert "\n" not in str(refused.value)
        assert str(path) in str(refused.value)


def test_what_is_in_a_folder_is_never_written_over(tmp_path: Path) -> None:
    path = file(tmp_path, "t.csv", "event,A\ne,1\n")
    with pytest.raises(TablesError, match="is not empty"):
        importers.write(importers.FORMATS["wide"](path), tmp_path)
