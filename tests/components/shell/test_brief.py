"""A view on two pages: what stands in it, in the reader's language, as text, and cut where it is long."""

import datetime
import re
from pathlib import Path
from unittest.mock import patch

import pytest

import data
from components.shell.brief import LINES, MOST_SOURCES, Drawn, Subject, brief
from components.words import i18n
from tests.app import write_small
from tests.data.inline import load

DAY = datetime.date(2026, 2, 3)
ADDRESS = "https://example.org/compare?topic=trade&q=<b>"


def made(tables: data.Tables, where: str = "true", *, one: bool = False, title: str = "Compare") -> str:
    subject = Subject(title, "All claims.", ADDRESS, "https://example.org/compare?question=", where, one)
    return brief(tables.select(data.Selection()), subject, DAY)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("</head>")[2]))


def test_it_says_what_is_shown_and_how_it_is_cited(small: Path) -> None:
    html = made(data.load(small))
    text = words(html)
    for part in (
        "Compare",
        "All claims.",
        "7 questions: ",
        "1 self-contradiction",
        "Where they disagree most",
        "The Agency",
    ):
        assert part in text
    assert text.count("read on 2026-02-03") == 1
    assert "topic=trade&amp;q=&lt;b&gt;" in html
    assert html.count("<svg") == 1
    assert len(re.findall(r"<ol>.*</ol>", html)[0].split("<li>")) == 6


def test_it_asks_nothing_of_any_server(small: Path) -> None:
    html = made(data.load(small))
    assert not re.findall(r"<script|<link|<img|@import|url\(|src=", html)
    assert len(html.encode()) < 300_000


def test_one_question_has_its_picture_and_every_answer_with_its_place(small: Path) -> None:
    tables = data.load(small)
    html = made(tables, "q.id = 'coup/date'", one=True)
    text = words(html)
    assert html.count("<svg") == 1
    assert "Encyclopedia: September 2022; “September 2022”; paragraph 4" in text
    assert "Trade in goods" not in text
    assert "The answers" in text


def test_a_name_has_no_axis_and_its_answers_stand_in_words(small: Path) -> None:
    html = made(data.load(small), "q.id = 'wagner/status/present' or q.event = 'wagner'", one=True)
    assert "<svg" not in html
    assert "The president" in words(html)


def test_a_question_leads_to_its_page(small: Path) -> None:
    assert 'href="https://example.org/compare?question=coup%2Fdate"' in made(data.load(small))


def test_texts_of_tables_are_text(tmp_path: Path) -> None:
    html = made(data.load(write_small(tmp_path, events="event,title\ncoup,<script>alert(1)</script> & more\n")))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html


def test_where_nothing_is_contested_the_questions_stand_in_its_place() -> None:
    html = made(load(claims="event, source, attribute, value\n e, A, n, 3\n e, B, n, 3"))
    assert "The questions" in words(html)
    assert "<svg" not in html


def test_what_is_long_is_cut_and_says_how_much_more_there_is() -> None:
    claims = [
        {"event": f"event-{n}", "source": f"source {m} {'x' * 300}", "attribute": "n", "value": str(n + m), "unit": "t"}
        for n in range(80)
        for m in range(20)
    ]
    html = made(load(claims=claims), title="W" * 900)
    more = [int(n) for n in re.findall(r"(\d+) more: https", html)]
    assert more[-1] == 20 - MOST_SOURCES
    assert more[0] + html.count('class="verdict"') == 80
    assert html.count("<li>") < LINES


def test_a_page_has_its_own_pictures_as_many_as_fit(small: Path) -> None:
    def pictures(_view: data.View) -> list[Drawn]:
        return [
            Drawn(f"Figure {n} <", "by year", "<svg></svg>", 190, [("#123456", "●", "A & B")], "Told.")
            for n in range(9)
        ]

    subject = Subject("Figures", "All", ADDRESS, ADDRESS, "q.event = 'coup'", pictures=pictures)
    html = brief(data.load(small).select(data.Selection()), subject, DAY)
    assert 1 < html.count("<svg") < 9
    assert "<strong>Figure 0 &lt;</strong><br><small>by year</small>" in html
    assert '<span style="color:#123456">●</span> A &amp; B' in html
    none = Subject("Figures", "All", ADDRESS, ADDRESS, "q.event = 'coup'", pictures=lambda _view: [])
    assert brief(data.load(small).select(data.Selection()), none, DAY).count("<svg") == 1, "that of an answer instead"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_in_the_reader_s_language(small: Path, language: str) -> None:
    with (
        patch.object(i18n, "language", return_value=language),
        patch("components.shell.brief.language", lambda: language),
    ):
        html = made(data.load(small))
    assert f'<html lang="{language}">' in html
    assert ("Where they disagree most" in html) == (language == "en")
