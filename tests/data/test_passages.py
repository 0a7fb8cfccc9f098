"""`verify` and the passage beside a claim: a locator names the n-th non-blank line, and folding forgives print, not words."""

from pathlib import Path

import pytest

import data
from data.__main__ import main
from data.passages import verify
from tests.data.inline import load, write

TEXT = "\ufeff= A heading =\r\n\r\n   \r\n\tIn July  2023, the embassy “re-opened”.\u00a0\r\n\u2003\r\nL’été – l'hiver, said «Traoré»; \u2014 STRASSE\r\n\r\nLast line"
SOURCES = "source, file\n A, a.txt\n B, gone.txt\n C,\n D, ../../a.txt"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(TEXT.encode())
    return folder


def claims(*rows: tuple[str, str, str]) -> data.Tables:
    """Claims of (source, locator, stated)."""
    table = [
        {
            "claim": f"c{number}",
            "event": "e",
            "source": source,
            "attribute": "who",
            "value": "x",
            "locator": locator,
            "stated": stated,
        }
        for number, (source, locator, stated) in enumerate(rows)
    ]
    return load(claims=table, sources=SOURCES, attributes="attribute, kind\n who, name")


STANDS = [
    ("p1", "A heading"),
    ("p2", "In July 2023"),
    ("p2", "in july   2023"),
    ("p2", 'the embassy "re-opened"'),
    ("p2", "the embassy «re‑opened»"),
    ("p3", "l'été — l’hiver"),
    ("p3", '"TRAORÉ"'),
]
MISSING = [
    ("A", "p2", "In June 2023", ["In June 2023", "a.txt", "p2"]),
    ("A", "p2", "reopened", ["reopened"]),
    ("A", "p3", "Traore", ["Traore"]),
    ("A", "p1", "In July 2023", ["p1", "p2"]),
    ("A", "p9", "In July 2023", ["p9"]),
    ("A", "p0", "In July 2023", ["p0"]),
    ("A", "", "In July 2023", ["p4"]),
    ("B", "p1", "In July 2023", ["gone.txt"]),
]


def test_white_space_quotation_marks_dashes_and_case_are_folded(texts: Path) -> None:
    read = claims(*(("A", locator, stated) for locator, stated in STANDS))
    assert verify(read, texts).exceptions == ()


def test_a_wording_that_does_not_stand_there_is_an_exception_that_says_so_in_one_line(texts: Path) -> None:
    found = verify(claims(*((source, locator, stated) for source, locator, stated, _ in MISSING)), texts).exceptions
    for number, (line, (*_, words)) in enumerate(zip(found, MISSING, strict=True)):
        assert "\n" not in line
        for word in [f"c{number}", *words]:
            assert word in line, line


def test_what_cannot_be_checked_is_counted_and_no_exception(texts: Path) -> None:
    result = verify(claims(("A", "p1", ""), ("C", "p1", "any"), ("A", "p1", "heading")), texts)
    assert (result.exceptions, result.found, result.unworded, result.without_text) == ((), 1, 1, 1)


def test_a_passage_is_the_paragraph_that_the_locator_names_or_nothing(texts: Path) -> None:
    read = claims(("A", "p2", ""), ("A", "p9", ""), ("A", "page 2", ""), ("B", "p1", ""), ("C", "p1", ""))
    found = [data.passage(read, texts, f"c{number}") for number in range(5)]
    assert found == ["In July  2023, the embassy “re-opened”.", None, None, None, None]
    assert data.passage(read, texts, "unknown") is None


def test_no_text_outside_the_folder_is_read(texts: Path) -> None:
    (texts.parent.parent / "a.txt").write_text("secret")
    assert data.passage(claims(("D", "p1", "")), texts, "c0") != "secret"


def test_verify_as_a_command(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = "claim, event, source, attribute, value, locator, stated\n good, e, A, who, x, p1, A heading"
    for table, status in ((good, 0), (good + "\n bad, e, A, who, x, p1, nowhere", 1)):
        folder = write(tmp_path / "set", {"claims": table, "sources": SOURCES})
        assert main(["verify", "--texts", str(texts), str(folder)]) == status
        out, err = capsys.readouterr()
        assert err.splitlines() == [line for line in err.splitlines() if "nowhere" in line]
        assert len(err.splitlines()) == status
        assert "found: 1" in out


def test_a_text_that_is_not_utf_8_is_no_traceback(texts: Path) -> None:
    (texts / "gone.txt").write_bytes("Traoré est là".encode("latin-1"))
    assert len(verify(claims(("B", "p1", "est"), ("B", "p1", "nowhere")), texts).exceptions) == 1
