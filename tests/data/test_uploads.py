"""Tables that a reader gives: read in memory, whole or not at all, and within bounds."""

import io
import threading
import zipfile

import pandas as pd
import pytest

import data
from data import uploads
from data.packaging import package
from data.templates import template_csv, template_xlsx
from data.uploads import open_claims, open_tables
from tests.data.inline import SMALL, as_csv, load, rows

CLAIMS = b"event,source,attribute,value\ne,A,n,1\ne,B,n,2\n"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return out.getvalue()


def parquet() -> bytes:
    out = io.BytesIO()
    pd.read_csv(io.BytesIO(CLAIMS), dtype="str").to_parquet(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "contents",
    [
        {"mine.csv": CLAIMS},
        {"mine.tsv": CLAIMS.replace(b",", b"\t")},
        {"mine.parquet": parquet()},
        {
            "mine.json": b'[{"event": "e", "source": "A", "attribute": "n", "value": 1}, '
            b'{"event": "e", "source": "B", "attribute": "n", "value": "2", "unit": null}]'
        },
        {"mine.zip": zipped(claims=CLAIMS, events=b"event,title\ne,The event\n")},
        {"claims.csv": CLAIMS, "events.csv": b"event,title\ne,The event\n"},
    ],
    ids=lambda contents: " ".join(contents),
)
def test_each_form_is_read_and_nothing_is_kept_of_it(contents: dict[str, bytes]) -> None:
    tables = open_tables(contents)
    assert tables.compare().questions["verdict"].tolist() == ["conflict"]
    assert not tables.problems
    if len(contents) > 1:
        assert tables.events["title"].tolist() == ["The event"]
    assert open_tables(contents) is not tables


def test_good_rows_are_loaded_and_the_others_named_by_row_and_column() -> None:
    tables = open_tables({"mine.csv": CLAIMS + b"e,C,date,sometime\ne,D,date,2024\n"})
    [problem] = tables.problems
    assert (problem.file, problem.row, problem.column) == ("mine.csv", 4, "value")
    assert tables.store.count == 3


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        ({}, "no file"),
        ({"mine.pdf": b"%PDF"}, "mine.pdf: files of this kind are not read"),
        ({"mine.csv": b""}, "mine.csv: empty"),
        ({"mine.zip": b"PK"}, "mine.zip: not a zip"),
        ({"a.csv": CLAIMS, "b.csv": CLAIMS}, "holds no claims.csv"),
        ({"mine.parquet": b"PAR1 no"}, "mine.parquet: cannot be read"),
        ({"mine.json": b"[{"}, "mine.json: cannot be read"),
        ({"mine.json": b'{"verdicts": []}'}, 'mine.json: cannot be read .no list of objects, alone or as "claims"'),
        ({"mine.json": b"[1, 2]"}, "mine.json: cannot be read .no list of objects"),
        ({"mine.json": b"[" * 100_000}, "mine.json: cannot be read"),
        ({"mine.json": str([{f"n{n}": 1} for n in range(8_000)]).replace("'", '"').encode()}, "8000 different names"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(contents: dict[str, bytes], why: str) -> None:
    with pytest.raises(data.TablesError, match=why) as refused:
        open_tables(contents)
    assert "\n" not in str(refused.value)
    assert "expected" in str(refused.value) or "holds no" in str(refused.value)


def test_a_file_is_bounded_by_what_is_in_it() -> None:
    blank = b"\n" * 60_000_000
    for contents in ({"mine.csv": CLAIMS + blank}, {"mine.zip": zipped(claims=CLAIMS + blank)}):
        with pytest.raises(data.TablesError, match="60 MB, unpacked; expected 50 MB at most"):
            open_tables(contents)


def test_rows_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_ROWS", 1)
    with pytest.raises(data.TablesError, match="2 rows; expected 1 at most"):
        open_tables({"mine.csv": CLAIMS})


def test_the_time_of_reading_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr(uploads, "MOST_SECONDS", 0.05)
    monkeypatch.setattr(uploads, "tables_of", lambda *_: done.wait(5))
    with pytest.raises(data.TablesError, match="reading takes over"):
        open_tables({"mine.csv": CLAIMS})
    done.set()


def test_a_package_is_read_as_it_was() -> None:
    tables = load(claims="claim, event, source, attribute, value, note\n c, e, A, n, 1, =1")
    assert open_tables({"set.zip": package(tables)}).claims["note"].tolist() == ["=1"]


def test_rows_of_claims_alone() -> None:
    assert open_claims({"mine.csv": CLAIMS})["source"].tolist() == ["A", "B"]
    both = {"claims.csv": CLAIMS, "attributes.csv": as_csv(rows(SMALL["attributes"])).encode()}
    assert len(open_claims(both)) == 2


def test_the_templates_are_read_as_tables_without_a_problem() -> None:
    for name, content in (("t.csv", template_csv().encode()), ("t.xlsx", template_xlsx())):
        tables = open_tables({name: content})
        assert not tables.problems
        assert tables.store.count == 1
