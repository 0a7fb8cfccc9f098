"""The passages side by side: from a folder, or from files that the reader gives for the visit."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.evidence import passages
from tests.app import open_page, text_of, write_small

SOURCES = """source,title,label,language,set,file
a,The encyclopedia article,Encyclopedia,en,core,a.txt
b,The first report,,fr,core,b [1].txt
c,The second report,,,core,c.txt
"""


TEXTS = {
    "a.txt": "In July 2023 the lamps were lit <b>again</b> & again.\n\n" + "More.\n" * 4 + "The date was July 2024.",
    "b [1].txt": "The guests came on Wednesday, as they had always said.",
    "c.txt": "A title\r\nThe guests came ON  Wednesday, as they had often promised.",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dashboard shows the small table set with sources that name files, and no texts are at hand."""
    monkeypatch.setenv("TABLES", str(write_small(tmp_path, sources=SOURCES)))
    monkeypatch.delenv("TEXTS", raising=False)
    return tmp_path


@pytest.fixture
def texts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the texts, named by the setting."""
    texts = folder / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        texts.joinpath(name).write_bytes(text.encode())
    monkeypatch.setenv("TEXTS", str(texts))
    return texts


def drawn(question: str) -> AppTest:
    """The passages of a question's claims."""

    def script(question: str) -> None:
        from components.evidence import passages
        from components.shell.loading import load_tables

        tables = load_tables()
        passages.draw(tables, tables.claims[tables.claims["question"] == question])

    app = AppTest.from_function(script, default_timeout=30, kwargs={"question": question}).run()
    assert not app.exception
    return app


def shown(app: AppTest) -> list[str]:
    """The passages as HTML."""
    return [html.proto.body for html in app.get("html") if '<p class="passage"' in html.proto.body]


def told(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.caption)


def give(app: AppTest, *names: str, **files: bytes) -> AppTest:
    """Give the texts by these names, and other files."""
    given = [(name, TEXTS[name].encode(), "text/plain") for name in names]
    app.file_uploader[0].set_value([*given, *((name, content, "") for name, content in files.items())]).run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("texts")
def test_the_wording_is_marked_and_text_is_no_html() -> None:
    app = drawn("embassy/date")
    assert shown(app) == [
        '<p class="passage" lang="en" dir="auto">In <mark>July 2023</mark> the lamps were lit '
        "&lt;b&gt;again&lt;/b&gt; &amp; again.</p>",
        '<p class="passage" lang="en" dir="auto">The date was July 2024.</p>',
    ]
    assert told(app).splitlines() == [
        "Marked: the wording behind a claim.",
        "**Encyclopedia**, paragraph 1",
        "**Encyclopedia**, paragraph 6",
        "Not in this paragraph: “28 December 2023”",
    ]


@pytest.mark.usefixtures("texts")
def test_of_two_tellings_of_one_origin_the_differing_words_are_underlined_and_each_names_the_other() -> None:
    app = drawn("visit/date")
    assert shown(app) == [
        '<p class="passage" lang="fr" dir="auto">The guests came <mark>on Wednesday</mark>, as they had '
        "<u>always said</u>.</p>",
        '<p class="passage" lang="" dir="auto">The guests came <mark>ON  Wednesday</mark>, as they had '
        "<u>often promised</u>.</p>",
    ]
    assert told(app).splitlines() == [
        "Marked: the wording behind a claim. Underlined: words that differ between two passages of one origin; each "
        "names the other.",
        "**The first report**, paragraph 1",
        "Compared with The second report, paragraph 2: both go back to wire.",
        "**The second report**, paragraph 2",
        "Compared with The first report, paragraph 1: both go back to wire.",
    ]


def test_words_are_underlined_within_what_is_marked(texts: Path) -> None:
    texts.joinpath("b [1].txt").write_text("All the guests came on Wednesday.")
    texts.joinpath("c.txt").write_text("A title\nAll the guests came later on: on Wednesday.")
    assert [html.split(">", 1)[1] for html in shown(drawn("visit/date"))] == [
        "All the guests came <mark>on Wednesday</mark>.</p>",
        "All the guests came <u>later on</u>: <mark>on Wednesday</mark>.</p>",
    ]
    texts.joinpath("b [1].txt").write_text("All the guests came Wednesday.")
    assert "came <u>later on: </u><mark><u>on</u> Wednesday</mark>." in shown(drawn("visit/date"))[1]


def test_two_tellings_in_the_same_words_are_said_to_be_so(texts: Path) -> None:
    texts.joinpath("b [1].txt").write_text("The guests came on Wednesday")
    texts.joinpath("c.txt").write_text("A title\nThe guests came (on, Wednesday)!")
    assert "No other words than in The second report, paragraph 2: both go back to wire." in told(drawn("visit/date"))


def test_claims_without_a_passage_are_counted_with_the_reason(texts: Path) -> None:
    texts.joinpath("c.txt").unlink()
    texts.joinpath("a.txt").write_text("One line.")
    app = drawn("coup/date")
    assert shown(app) == []
    assert told(app) == (
        "No passage for 1 claim: no text of its source is here. "
        "No passage for 2 claims: their texts here have no such paragraph."
    )


def test_a_folder_that_is_not_there_is_one_calm_line(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTS", str(texts / "nowhere"))
    app = drawn("embassy/date")
    assert "no such folder; expected the folder that holds the sources' texts" in told(app)
    assert len(told(app).splitlines()) == 1
    assert shown(give(app, "a.txt"))


@pytest.mark.usefixtures("folder")
def test_without_texts_there_is_one_line() -> None:
    app = drawn("embassy/date")
    assert [expander.label for expander in app.expander] == ["Have the texts? See the passages side by side"]
    assert "by the names that the table has: a.txt." in app.markdown[0].value
    assert not app.caption
    assert not shown(app)


@pytest.mark.usefixtures("small")
def test_where_no_source_names_a_file_nothing_is_drawn() -> None:
    app = drawn("embassy/date")
    assert not app.expander
    assert not app.file_uploader


def test_given_texts_win_over_the_folder(texts: Path) -> None:
    texts.joinpath("a.txt").write_text("An older July 2023.")
    assert "An older" in shown(drawn("embassy/date"))[0]
    app = give(drawn("embassy/date"), "a.txt")
    assert "the lamps were lit" in shown(app)[0]
    assert "An older" in shown(drawn("embassy/date"))[0], "what one reader gives is not for others"


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_taken_is_told_in_one_line_and_the_others_are_taken() -> None:
    large = b"x" * (passages.LARGEST * 2**20 + 1)
    app = give(drawn("visit/date"), "b [1].txt", **{"other.txt": b"any", "c.txt": b"%PDF\0", "a.txt": large})
    assert len(shown(app)) == 1
    assert told(app).splitlines()[:3] == [
        r"“other.txt” is no source's file; expected b \[1\].txt or c.txt.",
        r"“c.txt” is not text; expected b \[1\].txt or c.txt as plain text in UTF-8.",
        r"“a.txt” is too large; expected b \[1\].txt or c.txt, of 2 MB at most.",
    ]


@pytest.mark.usefixtures("folder")
def test_given_texts_stay_for_the_visit_from_question_to_question_and_page_to_page() -> None:
    app = give(open_page("compare", question="visit/date"), "a.txt", "c.txt")
    assert len(shown(app)) == 1
    app.selectbox(key="question_in_words").set_value("embassy/date").run()
    assert len(shown(app)) == 2
    app.switch_page("pages/method.py").run()
    assert not shown(app)
    app.switch_page("pages/compare.py").run()
    assert len(shown(app)) == 2
    assert "At hand for this visit: a.txt and c.txt" in text_of(app)
    app.query_params["event"] = "embassy"
    app.switch_page("pages/timeline.py").run()
    assert len(shown(app)) == 2
    assert not app.exception

    app.button(key="texts_forget").click().run()
    assert not shown(app)
    assert "At hand" not in text_of(app)


@pytest.mark.usefixtures("folder")
def test_a_text_that_the_reader_takes_away_is_gone() -> None:
    app = give(drawn("visit/date"), "b [1].txt", "c.txt")
    assert len(shown(app)) == 2
    assert len(shown(give(app, "c.txt"))) == 1
    app.file_uploader[0].clear().run()
    assert not shown(app)
    assert not app.button


def test_a_text_that_is_not_utf_8_is_named(texts: Path) -> None:
    (texts / "c.txt").write_bytes("Un été".encode("latin-1"))
    told = [caption.value for caption in drawn("visit/date").caption]
    assert "Not saved as UTF-8, so that letters are missing: c.txt" in told


def test_a_text_is_given_by_its_name_whatever_folder_the_table_has_it_in() -> None:
    files = {"a.txt", "2022/b.txt", "2022/report.txt", "2023/report.txt"}
    assert [passages.file_of(name, files) for name in ("a.txt", "b.txt", "report.txt", "c.txt")] == [
        "a.txt",
        "2022/b.txt",
        "",
        "",
    ]
