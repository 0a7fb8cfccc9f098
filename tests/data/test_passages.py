"""Claims held against texts: a locator names the n-th non-blank line, and folding forgives print, not words."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import data
from data.__main__ import main
from data.passages import MOST_WORDS, differing_words, folded, verify, wording_places
from tests.data.inline import load, write

TEXT = "\ufeff= A heading =\r\n\r\n   \r\n\tIn July  2023, the embassy “re-opened”.\u00a0\r\n\u2003\r\nL’été – l'hiver, said «Traoré»; \u2014 STRASSE\r\n\r\nLast line"
SHIPPED = Path(__file__).parents[3] / "shared" / "sources"
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
    at_hand = data.texts_in(read, texts)
    found = [data.passage(read, at_hand, f"c{number}") for number in range(5)]
    assert found == ["In July  2023, the embassy “re-opened”.", None, None, None, None]
    assert data.passage(read, at_hand, "unknown") is None


def test_no_text_outside_the_folder_is_read(texts: Path) -> None:
    (texts.parent.parent / "a.txt").write_text("secret")
    read = claims(("D", "p1", ""))
    assert data.passage(read, data.texts_in(read, texts), "c0") == "= A heading ="


def test_verify_as_a_command(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = "claim, event, source, attribute, value, locator, stated\n good, e, A, who, x, p1, A heading"
    for table, status in ((good, 0), (good + "\n bad, e, A, who, x, p1, nowhere", 1)):
        folder = write(tmp_path / "set", {"claims": table, "sources": SOURCES})
        assert main(["verify", "--texts", str(texts), str(folder)]) == status
        out, err = capsys.readouterr()
        assert err.splitlines() == [line for line in err.splitlines() if "nowhere" in line]
        assert len(err.splitlines()) == status
        assert "found: 1" in out


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32"])
def test_a_text_that_is_not_utf_8_is_named_as_that(texts: Path, encoding: str) -> None:
    (texts / "gone.txt").write_bytes("Traoré est là".encode(encoding))
    assert verify(claims(("B", "p1", "Traoré est"), ("B", "p7", "là")), texts).exceptions == tuple(
        f"claim {claim}: gone.txt is not UTF-8; expected it saved as plain text in UTF-8" for claim in ("c0", "c1")
    )


@pytest.mark.parametrize(
    ("passage", "stated", "marked"),
    [
        ("vers He\u0301le\u0300ne Kone\u0301 hier", "Hélène Koné", "He\u0301le\u0300ne Kone\u0301"),
        ("vers Hélène hier", "He\u0301le\u0300ne", "Hélène"),
        ("the ambas\u00adsador said", "ambassador", "ambas\u00adsador"),
        ("the am\u200bbassa\u2060dor", "ambassador", "am\u200bbassa\u2060dor"),
        ("an e\ufb03cient e\ufb00ort", "efficient effort", "e\ufb03cient e\ufb00ort"),
        ("son Œuvre", "oeuvre", "Œuvre"),
        ("le boeuf", "bœuf", "boeuf"),
        ("d\u02bcIvoire", "d'Ivoire", "d\u02bcIvoire"),
        ("rendez\u2011vous", "rendez-vous", "rendez\u2011vous"),
        ("a\u00a0b\u202fc", "a b c", "a\u00a0b\u202fc"),
    ],
)
def test_what_no_reader_can_tell_apart_is_found_and_marked_whole(passage: str, stated: str, marked: str) -> None:
    assert [passage[start:end] for start, end in wording_places(passage, stated)] == [marked]
    assert folded(stated) in folded(passage)


def test_an_accent_that_differs_is_another_letter() -> None:
    assert wording_places("Kone\u0300", "Koné") == ()
    assert wording_places("Kone", "Koné") == ()


def test_two_texts_of_one_name_in_two_folders_are_two(texts: Path) -> None:
    for year in ("2022", "2023"):
        (texts / year).mkdir()
        (texts / year / "report.txt").write_text(f"in {year}")
    (texts / "report.txt").write_text("another")
    table = [
        {"claim": year, "event": "e", "source": year, "attribute": "who", "value": "x", "locator": "p1", "stated": f"in {year}"}
        for year in ("2022", "2023")
    ]  # fmt: skip
    read = load(claims=table, sources="source, file\n 2022, 2022/report.txt\n 2023, 2023\\report.txt")
    assert verify(read, texts).exceptions == ()
    assert data.texts_in(read, texts) == {"2022/report.txt": ("in 2022",), "2023/report.txt": ("in 2023",)}


def test_a_name_that_no_file_can_have_hides_no_other_text(texts: Path) -> None:
    read = load(
        claims="event, source, attribute, value\n e, A, who, x", sources=f"source, file\n A, a.txt\n B, {'n' * 300}"
    )
    assert set(data.texts_in(read, texts)) == {"a.txt"}


def test_lines_end_where_files_end_them_and_nowhere_else() -> None:
    assert data.paragraphs("one\u2028still\x0bone\x85\r\n\r two\rthree\n\n\tfour \n".encode()) == (
        "one\u2028still\x0bone",
        "two",
        "three",
        "four",
    )


def test_a_byte_order_mark_is_no_part_of_a_text_and_bad_bytes_are_replaced() -> None:
    assert data.paragraphs("\ufeffTraoré".encode()) == ("Traoré",)
    assert data.paragraphs("Traoré".encode("latin-1")) == ("Traor\ufffd",)
    assert data.paragraphs(b"") == ()


def test_the_texts_of_a_folder_are_those_that_sources_name_and_are_read_anew_when_one_changes(texts: Path) -> None:
    (texts / "private.txt").write_text("no source names it")
    read = claims(("A", "p1", ""))
    assert set(data.texts_in(read, texts)) == {"a.txt"}
    (texts / "gone.txt").write_text("come back")
    assert data.texts_in(read, texts)["gone.txt"] == ("come back",)


def test_a_folder_that_is_not_there_is_one_line_that_says_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(data.TextsError, match=r"nowhere: no such folder; expected the folder [^\n]*$"):
        data.texts_in(claims(("A", "p1", "")), tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        ("The bridge opened in May  2011.", "In may 2011", ["in May  2011"]),
        ("She said: “it’s — so far — open”…", "it's - so far - OPEN", ["it’s — so far — open"]),
        ("Große Straße, große STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("  İstanbul ﬁnal  ", "FINAL", ["ﬁnal"]),
        ("Closed in 1992; in 1992 again.", "1992", ["1992", "1992"]),
        ("Such businesses bus us", "us", ["us"]),
        ("In 2011–12 it was open", "2011-1", ["2011–1"]),
        ("ha-ha-ha", "ha-ha", ["ha-ha-ha"]),
        ("Open (as of 5.6%) [so]", "(as of 5.6%) [so]", ["(as of 5.6%) [so]"]),
        ("Open", "closed", []),
        ("Open", "", []),
        ("", "open", []),
    ],
)
def test_a_wording_is_found_where_it_stands_in_the_text_as_it_is(text: str, stated: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in wording_places(text, stated)] == found


ODD = st.text(alphabet="aAsS ßﬁİ\u00a0\u2028\t“”'’–-…\u0307", max_size=12)

WHOLE = st.lists(
    st.sampled_from([*"aAsS ßﬁİ\u00a0\u2028\t“”'’–-…\u200b\u00ad", "a\u0307", "I\u0307"]), max_size=12
).map("".join)


@given(WHOLE, WHOLE, WHOLE)
def test_what_verify_finds_has_a_place_that_reads_the_same(before: str, stated: str, after: str) -> None:
    text = before + stated + after
    for start, end in wording_places(text, stated):
        assert folded(stated) in folded(text[start:end])
    assert bool(wording_places(text, stated)) == bool(folded(stated))


@given(ODD)
def test_folding_is_that_of_the_whole_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    assert folded(text) == composed.translate(str.maketrans("“”’–", '""\'-')).casefold()


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        ("“We will come,” he said.", '"We will come" — HE said', ([], [])),
        ("They work here.", "They are working here.", (["work"], ["are working"])),
        ("The year was 2011–12, a dry one", "The year was 2011-12", (["a dry one"], [])),
        ("It cost $3, or 25%", "It cost €3, or 25", (["$3", "25%"], ["€3", "25"])),
        ("one", "", (["one"], [])),
        ("", "", ([], [])),
    ],
)
def test_the_words_that_differ_are_found_in_each_of_two_passages(
    one: str, other: str, differing: tuple[list[str], list[str]]
) -> None:
    spans = differing_words(one, other)
    for text, places, words in zip((one, other), spans, differing, strict=True):
        assert [text[start:end] for start, end in places] == words


TELLS = "The minister said that the bridge opens in May and that all are welcome."
TELLS_TOO = "The minister said the bridge will open in May and all are welcome there."


def told(*rows: tuple[str, str, str], **texts: str) -> list[data.Passage]:
    """The passages of claims of (source, locator, origin), beside one another."""
    table = [
        {
            "claim": f"c{number}",
            "event": "e",
            "source": source,
            "attribute": "who",
            "value": "x",
            "stated": "the bridge",
        }
        | {"locator": locator, "origin": origin}
        for number, (source, locator, origin) in enumerate(rows)
    ]
    read = load(
        claims=table,
        sources="source, file\n A, a.txt\n B, b.txt\n C, c.txt\n D,",
        attributes="attribute, kind\n who, name",
    )
    at_hand = {f"{name}.txt": data.paragraphs(text.encode()) for name, text in texts.items()}
    return data.side_by_side(read, at_hand, read.claims)


def test_a_passage_is_there_once_though_several_claims_stand_in_it() -> None:
    [one] = told(
        ("A", "p1", ""),
        ("A", "p1", ""),
        ("A", "p2", ""),
        ("A", "page 1", ""),
        ("B", "p1", ""),
        ("D", "p1", ""),
        a=TELLS,
    )
    assert (one.source, one.locator, one.text, one.claims, one.unfound) == ("A", "p1", TELLS, ("c0", "c1"), ())
    assert [TELLS[start:end] for start, end in one.stated] == ["the bridge"]


def test_a_wording_that_is_not_in_its_passage_is_told() -> None:
    [one] = told(("A", "p1", ""), a="Another text.")
    assert (one.stated, one.unfound) == ((), ("the bridge",))


def test_two_passages_of_one_origin_that_tell_the_same_are_compared_and_come_first() -> None:
    other = "Nothing of the kind was to be heard of any crossing."
    rows = [("A", "p1", "talk"), ("A", "p2", "talk"), ("B", "p1", "talk"), ("C", "p1", "")]
    found = told(*rows, a=f"{other}\n{TELLS}", b=TELLS_TOO, c=TELLS)
    assert [(each.source, each.locator, each.beside) for each in found] == [
        ("A", "p2", ("B", "p1", "talk")),
        ("B", "p1", ("A", "p2", "talk")),
        ("A", "p1", None),
        ("C", "p1", None),
    ]
    assert [each.differing for each in found] == [*differing_words(TELLS, TELLS_TOO), (), ()]


def test_passages_of_one_source_of_other_origins_or_too_long_are_not_compared() -> None:
    for rows in ([("A", "p1", "talk"), ("A", "p2", "talk")], [("A", "p1", "talk"), ("B", "p1", "")]):
        assert not any(each.beside for each in told(*rows, a=f"{TELLS}\n{TELLS_TOO}", b=TELLS))
    long = " ".join(["bridge"] * (MOST_WORDS + 1))
    assert not any(each.beside for each in told(("A", "p1", "talk"), ("B", "p1", "talk"), a=long, b=long))


def test_no_passage_is_compared_twice() -> None:
    rows = [("A", "p1", "talk"), ("B", "p1", "talk"), ("C", "p1", "talk")]
    found = told(*rows, a=TELLS, b=TELLS_TOO, c=TELLS)
    assert [(each.source, each.beside and each.beside[0]) for each in found] == [("A", "C"), ("C", "A"), ("B", None)]
    assert not found[0].differing


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="the sources' own texts are not here")
def test_every_wording_of_the_five_texts_has_its_place_and_one_press_conference_is_compared() -> None:
    read = data.load()
    claims = read.claims[read.claims["source"].isin(data.text_files(read))]
    found = data.side_by_side(read, data.texts_in(read, SHIPPED), claims)
    assert sum(len(each.claims) for each in found) == len(claims)
    assert not [each.unfound for each in found if each.unfound]
    assert {(each.source, each.locator) for each in found if each.beside} == {
        ("003", "p5"),
        ("004", "p1"),
        ("003", "p6"),
        ("004", "p2"),
    }
