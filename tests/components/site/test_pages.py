"""The comparison as plain HTML: whole, small, without a script or a request, and with every text as it stands."""

from contextvars import copy_context
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

import data
from components.site.html import MOST_BYTES
from components.site.pages import pages as pages_of
from data.new_folder import write_files
from tests.data.inline import small, write
from tests.fuzz.hostile_tables import table_set


class Page(HTMLParser):
    """What a page holds: its tags, its links and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text = ""
        self.titles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if tag == "a" and name == "href":
                self.links.append(value or "")
            elif name in ("src", "href", "srcset", "action", "data") or name.startswith("on"):
                self.loaded.append(f"{tag} {name}")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "title" and not self.titles:
            self.titles.append(data)
        self.text += data


def write_site(tables: data.Tables, folder: Path, language: str = "en") -> None:
    copy_context().run(write_files, folder, pages_of(tables, language))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "pages"
    write_site(data.load(), folder)
    return folder


@pytest.fixture(scope="module")
def pages(shipped: Path) -> dict[str, Page]:
    return {
        path.relative_to(shipped).as_posix(): Page(path.read_text(encoding="utf-8")) for path in shipped.rglob("*.html")
    }


def test_there_is_a_page_for_each_question_and_each_source(pages: dict[str, Page]) -> None:
    tables = data.load()
    for folder, count in (("questions", tables.store.count_questions()), ("sources", len(tables.sources))):
        assert len([name for name in pages if name.startswith(f"{folder}/") and "---" not in name]) == count
    assert {"index.html", "discrepancies.html", "questions.html", "sources.html"} <= set(pages)


def test_every_page_is_small_titled_cited_and_asks_nothing_of_others(shipped: Path, pages: dict[str, Page]) -> None:
    about = data.load().about
    assert about
    assert max(path.stat().st_size for path in shipped.rglob("*.html")) <= MOST_BYTES
    for name, page in pages.items():
        assert page.titles, name
        assert "Cite as: " in page.text, name
        assert about.title in page.text, name
        assert "script" not in page.tags, name
        assert not page.loaded, name
    titles = [page.titles[0] for page in pages.values()]
    assert len(set(titles)) > 0.9 * len(titles)


def test_every_link_leads_somewhere_and_every_page_is_reached(pages: dict[str, Page]) -> None:
    reached, left = set(), ["index.html"]
    while left:
        name = left.pop()
        if name in reached:
            continue
        reached.add(name)
        left += [urljoin(name, link) for link in pages[name].links if not link.startswith("http")]
    assert reached == set(pages)


def test_a_question_links_to_its_neighbours(shipped: Path) -> None:
    (name, *_rest) = sorted(path.name for path in (shipped / "questions").iterdir() if "---" not in path.name)
    assert "Next question" in (shipped / "questions" / name).read_text(encoding="utf-8")


def test_texts_are_shown_as_they_stand(tmp_path: Path) -> None:
    nasty = '<script>alert("1")</script> & \' "'
    tables = small(
        [
            {"event": nasty, "source": source, "attribute": "place", "value": value, "note": nasty, "stated": "<b>"}
            for source, value in (("A", nasty), (nasty, "x"))
        ],
        sources=[{"source": "A", "url": "javascript:alert(1)"}, {"source": nasty, "url": 'https://x.org/"><b>'}],
    )
    write_site(tables, tmp_path / "site")
    read = [Page(path.read_text(encoding="utf-8")) for path in (tmp_path / "site").rglob("*.html")]
    assert not {"script", "b"} & {tag for page in read for tag in page.tags}
    assert any(nasty in page.text for page in read)
    links = [link for page in read for link in page.links]
    assert 'https://x.org/"><b>' in links
    assert not [link for link in links if link.startswith("javascript")]


TAGS = set(
    "html head meta title style body nav main h1 h2 p a br ul ol li table thead tbody tr th td strong s small span div "
    "figure figcaption svg path rect text footer".split()
)


@pytest.mark.parametrize("seed", [23, 69, 77])
def test_no_table_set_breaks_a_page_or_brings_anything_into_it(seed: int, tmp_path: Path) -> None:
    write_site(data.load(write(tmp_path / "set", table_set(seed))), tmp_path / "site", "fr")
    texts = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.html")}
    for name, path in texts.items():
        page = Page(path.read_text(encoding="utf-8"))
        assert path.stat().st_size <= MOST_BYTES
        assert set(page.tags) <= TAGS
        assert not page.loaded
        assert all(link.startswith(("http://", "https://")) or urljoin(name, link) in texts for link in page.links)


def test_a_long_list_goes_on_on_another_page(tmp_path: Path) -> None:
    claims = [
        {"event": f"e{number}", "source": "A", "attribute": "n", "value": str(number), "note": "long " * 180}
        for number in range(400)
    ]
    write_site(small(claims), tmp_path / "site")
    parts = sorted((tmp_path / "site" / "sources").iterdir())
    assert len(parts) > 3
    assert max(part.stat().st_size for part in parts) <= MOST_BYTES
    assert sum(part.read_text(encoding="utf-8").count("<tr><td>") for part in parts) == 400


def test_ids_that_look_alike_have_pages_of_their_own(tmp_path: Path) -> None:
    claims = [{"event": "e", "source": source, "attribute": "n", "value": "1"} for source in ("a b", "A-B", "…", "é")]
    write_site(small(claims), tmp_path / "site")
    assert len(list((tmp_path / "site" / "sources").iterdir())) == 4


def test_a_question_has_its_verdict_its_picture_and_its_evidence(shipped: Path) -> None:
    page = Page((shipped / "questions" / "coup-traore-date.html").read_text(encoding="utf-8"))
    assert page.tags.count("svg") == 2, "for a wide screen, and for a phone"
    for words in (
        "When did it happen: Coup that brought Traoré to power?",
        "Conflict · between independent origins · Sources speaking for themselves",
        "61 days apart",
        "One source alone, left out, would end this: ",
        "“coup d’état in July 2022” · paragraph 5",
    ):
        assert words in page.text, words


def test_a_source_has_its_facts_and_its_answers_by_how_they_stand(small_folder: Path, tmp_path: Path) -> None:
    write_site(data.load(small_folder), tmp_path / "site")
    page = Page((tmp_path / "site" / "sources" / "a.html").read_text(encoding="utf-8"))
    assert "https://example.org/wiki_(a)" in page.links
    for words in (
        "Published: 28 September 2024",
        "4 questions answered in Encyclopedia: 1 contradicting itself, 1 contradicted by others, 1 disputed and 1 alone.",
        "◆ Contradicting itself (1)",
        "The second report: July 2022",
    ):
        assert words in page.text, words


def test_what_an_older_edition_says_stands_on_its_page_and_is_counted_nowhere(tmp_path: Path) -> None:
    tables = small(
        "event, source, attribute, value\n vote, old, n, 60\n vote, new, n, 71\n vote, other, n, 71",
        sources="source, replaces\nold,\nnew, old\nother,",
    )
    write_site(tables, tmp_path / "site")
    text = (tmp_path / "site" / "sources" / "old.html").read_text(encoding="utf-8")
    assert "1 claim of an older edition is shown, but counted nowhere" in text
    assert "<s>60 (older edition, not counted)</s>" in text
    assert "How its answers stand" not in text


def test_every_question_is_listed_below_its_topic_with_its_verdict(small_folder: Path, tmp_path: Path) -> None:
    write_site(data.load(small_folder), tmp_path / "site")
    page = Page((tmp_path / "site" / "questions.html").read_text(encoding="utf-8"))
    assert page.tags.count("li") == 7
    for words in ("Politics", "Trade", "When did it happen: The coup? ✕ Conflict", "(as planned) ◉ Sole source"):
        assert words in page.text, words


def test_names_stand_together_and_a_denial_is_crossed_out(small_folder: Path, tmp_path: Path) -> None:
    write_site(data.load(small_folder), tmp_path / "site")
    page = Page((tmp_path / "site" / "questions" / "wagner-status.html").read_text(encoding="utf-8"))
    assert "svg" not in page.tags
    assert "⊘ The president (as told by Encyclopedia), denying: present" in page.text


def test_the_pages_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    tables = small(
        [
            {"event": "e", "source": "A", "attribute": "n", "value": "1234.5"},
            {"event": "e", "source": "B", "attribute": "n", "value": "2000"},
        ],
        events=[{"event": "e", "title": "The visit", "title_fr": "La visite", "summary": "In two days",
                 "summary_fr": "En deux jours"}],
        attributes=[{"attribute": "n", "kind": "quantity", "question": "How many: {event}?",
                     "question_fr": "Combien\N{NARROW NO-BREAK SPACE}: {event}\N{NARROW NO-BREAK SPACE}?"}],
    )  # fmt: skip
    write_site(tables, tmp_path / "site", "fr")
    (question,) = (tmp_path / "site" / "questions").iterdir()
    html = question.read_text(encoding="utf-8")
    assert '<html lang="fr">' in html
    assert "Combien\N{NARROW NO-BREAK SPACE}: La visite\N{NARROW NO-BREAK SPACE}?" in html
    assert "En deux jours" in html
    assert "1\N{NARROW NO-BREAK SPACE}234,5" in html
    write_site(tables, tmp_path / "english")
    assert "The visit" in (tmp_path / "english" / "questions" / question.name).read_text(encoding="utf-8")
