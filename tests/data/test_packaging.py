"""A table set as a Data Package: what the validator of others says of it, and that it is read again as it was."""

import hashlib
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest
from hypothesis import given, settings

import data
from data.packaging import as_tables, write_package
from data.verdicts import COLUMNS
from tests.data.hostile_cells import hostile_tables
from tests.data.inline import load, small

CLAIMS = """
claim, event, source, attribute, value,       note,          =mine
a,     e,     A,      n,         -3,          =1+1,          @here
b,     e,     B,      n,         4,           '=1+1,         -
c,     e,     C,      place,     Ouagadougou, "two, parts",  +226
"""
EVENTS = "event, title, topic, kept\n e, The event, trade, yes"
SOURCES = "source, title, published, origin, pages\n A, The first, 2024, office, 3\n B, , 2023-05?, , \n C, , , ,"


@pytest.fixture(scope="module")
def tables() -> data.Tables:
    return load(
        claims=CLAIMS,
        events=EVENTS,
        sources=SOURCES,
        attributes="attribute, kind, expected_gap\n n, quantity, 12.5\n place, name,",
        names="name, part_of, aliases\n Burkina Faso, ,\n Ouagadougou, Burkina Faso, Wagadugu | Ouaga",
    )


@pytest.fixture(scope="module")
def package(tables: data.Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "set.zip"
    write_package(tables, path)
    return path


def unpacked(package: Path, folder: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder


def described(package: Path) -> dict:
    with zipfile.ZipFile(package) as archive:
        found: dict = json.loads(archive.read("datapackage.json"))
        return found


def test_the_validator_of_data_packages_accepts_it(package: Path, tmp_path: Path) -> None:
    report = frictionless.validate(str(unpacked(package, tmp_path) / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == 6


def test_the_validator_finds_what_is_wrong(package: Path, tmp_path: Path) -> None:
    folder = unpacked(package, tmp_path)
    file = folder / "claims.csv"
    file.write_text(file.read_text(encoding="utf-8").replace('"A"', '"nobody"'), encoding="utf-8")
    assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_the_shipped_set_is_accepted_too(tmp_path: Path) -> None:
    shipped = data.load()
    write_package(shipped, tmp_path / "set.zip")
    report = frictionless.validate(str(unpacked(tmp_path / "set.zip", tmp_path) / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert shipped.about
    package = described(tmp_path / "set.zip")
    assert package["title"] == shipped.about.title
    assert package["version"] in shipped.about.text
    assert [licence["path"] for licence in package["licenses"]] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert package["contributors"]
    again = data.load(tmp_path / "set.zip")
    assert_same(again, shipped)


def test_each_file_has_its_dictionary_and_its_hash(package: Path) -> None:
    found = described(package)
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["version"]
    with zipfile.ZipFile(package) as archive:
        for resource in found["resources"]:
            content = archive.read(resource["path"])
            assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert resource["bytes"] == len(content)
    fields = {resource["name"]: resource["schema"]["fields"] for resource in found["resources"]}
    assert all(field["description"] for name in fields if name != "verdicts" for field in fields[name])
    assert [field["name"] for field in fields["verdicts"]] == list(COLUMNS)


def test_the_same_tables_give_the_same_bytes(tables: data.Tables, package: Path, tmp_path: Path) -> None:
    write_package(tables, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == package.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.zip"]


def test_no_cell_begins_as_a_formula(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        lines = archive.read("claims.csv").decode().splitlines()
    assert lines[0].endswith('"\'=mine"')
    assert '"-3"' in lines[1]
    assert [cell for line in lines for cell in line.strip('"').split('","') if cell[:1] in "=+@" and cell] == []


def assert_same(again: data.Tables, tables: data.Tables) -> None:
    assert not again.problems
    before, after = as_tables(tables), as_tables(again)
    assert list(before) == list(after)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(after[name].reset_index(drop=True), frame.reset_index(drop=True))
    pd.testing.assert_frame_equal(again.compare().questions, tables.compare().questions)
    assert again.about == tables.about


def test_it_is_read_again_as_it_was(package: Path) -> None:
    again = data.load(package)
    assert again.claims["note"].tolist() == ["=1+1", "'=1+1", "two, parts"]
    assert again.claims["=mine"].tolist() == ["@here", "-", "+226"]


@settings(max_examples=15)
@given(hostile_tables(least=6, most=12))
def test_no_cell_differs_whatever_is_in_it(given_tables: dict[str, Any]) -> None:
    tables = load(**given_tables)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.zip"
        write_package(tables, path)
        again = data.load(path)
    pd.testing.assert_frame_equal(again.claims, tables.claims)
    pd.testing.assert_frame_equal(again.compare().questions, tables.compare().questions)


def test_a_folder_without_the_word_of_a_package_keeps_its_apostrophes() -> None:
    tables = small("event, source, attribute, value, note\n e, A, n, 3, '=1")
    assert tables.claims["note"].tolist() == ["'=1"]


def test_tables_in_a_language_are_written_as_their_files_have_them(tmp_path: Path) -> None:
    read = data.load()
    for name, tables in (("read", read), ("french", read.in_language("fr"))):
        write_package(tables, tmp_path / f"{name}.zip")
    assert (tmp_path / "french.zip").read_bytes() == (tmp_path / "read.zip").read_bytes()
