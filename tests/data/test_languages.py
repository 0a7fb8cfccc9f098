"""Texts of the tables in another language: the shipped ones whole, others as far as they go."""

from pathlib import Path

import pandas as pd
import pytest

import data
from data.schema import TRANSLATED, is_own, translation
from tests.app import small_folder, write_small

__all__ = ["small_folder"]

FRENCH_EVENTS = """event,title,title_fr,topic,scope,place
embassy,Reopening of the embassy,Réouverture de l'ambassade,diplomacy,bilateral,BFA RUS
coup,The coup,,politics,context,BFA
"""


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("events", "title_fr", ("title", "fr")),
        ("attributes", "expected_gap_reason_pt-BR", ("expected_gap_reason", "pt-BR")),
        ("events", "title", None),
        ("events", "topic_fr", None),
        ("events", "title_of_work", None),
    ],
)
def test_a_translation_is_told_by_its_name(table: str, column: str, expected: tuple[str, str] | None) -> None:
    assert translation(table, column) == expected


def test_a_translation_is_no_column_of_ones_own() -> None:
    assert [column for column in ("note", "note_fr", "checked") if is_own("claims", column)] == ["checked"]


def test_what_a_table_lacks_stays_as_it_is(tmp_path: Path) -> None:
    tables = data.load(write_small(tmp_path, events=FRENCH_EVENTS))
    french = tables.in_language("fr")
    assert tables.languages == ("fr",)
    titles = french.events.set_index("event")["title"]
    assert titles["embassy"] == "Réouverture de l'ambassade"
    assert titles["coup"] == "The coup"
    assert french.sources["title"].tolist() == tables.sources["title"].tolist()
    assert tables.in_language("fr") is french
    assert tables.in_language("de") is tables


def test_verdicts_and_ids_are_the_same_in_every_language() -> None:
    tables = data.load()
    french = tables.in_language("fr")
    chosen = tables.sources["source"].iloc[:5].tolist()
    for sources in (None, chosen):
        pd.testing.assert_frame_equal(tables.compare(sources).questions, french.compare(sources).questions)
        assert french.compare(sources).relation == tables.compare(sources).relation
    assert french.claims["claim"].tolist() == tables.claims["claim"].tolist()


def test_what_is_amended_has_verdicts_of_its_own(tmp_path: Path) -> None:
    french = data.load(write_small(tmp_path, events=FRENCH_EVENTS)).in_language("fr")
    less = french.amend(removed=["c5"])
    assert len(less.compare().questions) == len(french.compare().questions)
    verdicts = less.compare().questions.set_index("event")["verdict"]
    assert verdicts["coup"] == "compatible"
    assert less.events.set_index("event")["title"]["embassy"] == "Réouverture de l'ambassade"


@pytest.mark.parametrize("table", TRANSLATED)
def test_the_shipped_tables_are_whole_in_french(table: str) -> None:
    tables = data.load()
    frame = getattr(tables, table)
    for column in TRANSLATED[table]:
        if table == "sources" and column == "title":  # a document's own title stays as it is
            continue
        proper = table == "names"
        missing = frame.loc[(frame[column] != "") & (frame[f"{column}_fr"] == ""), column]
        assert proper or missing.empty, f"{table}, {column}: {missing.tolist()[:5]}"


def test_every_name_that_is_a_word_is_called_something_in_french() -> None:
    """Proper names that are the same in both languages have none."""
    claims, words = data.load().claims, data.load().words("fr")
    values = set(claims.loc[claims["kind"] == "name", "value"])
    without = {value for value in values if value not in words and value[0].islower()}
    assert without == set()


def test_a_template_keeps_the_place_of_its_event() -> None:
    attributes = data.load().attributes
    asked = attributes[attributes["question"] != ""]
    assert asked["question_fr"].str.count("{event}").tolist() == asked["question"].str.count("{event}").tolist()


def test_units_that_are_nouns_have_words_and_codes_stand_as_they_are() -> None:
    words = data.load().words("fr")
    assert words["villages"] == "villages"
    assert words["scholarship"] == "bourse"
    assert "USD" not in words


def test_tables_without_translations_have_no_other_language(small_folder: Path) -> None:
    tables = data.load(small_folder)
    assert tables.languages == ()
    assert tables.words("fr") == {}


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(
    "words", ["réouverture ambassade", "embassy reopening", "Affaires étrangères créance", "Shoigu"]
)
def test_a_search_finds_in_both_languages_at_once(code: str, words: str) -> None:
    tables = data.load()
    found = tables.in_language(code).select(data.Selection(words=words)).questions["question"].tolist()
    assert found
    assert found == tables.select(data.Selection(words=words)).questions["question"].tolist()


def test_a_search_in_french_finds_what_one_in_english_does() -> None:
    tables = data.load()
    french, english = (
        set(tables.select(data.Selection(words=words)).questions["event"]) for words in ("coup d’État", "coup")
    )
    assert "coup-traore" in french & english


def test_what_is_said_of_the_whole_set_is_translated_too(tmp_path: Path) -> None:
    folder = write_small(tmp_path, events=FRENCH_EVENTS)
    folder.joinpath("about.md").write_text("# Reports", encoding="utf-8")
    folder.joinpath("about.fr.md").write_text("# Articles", encoding="utf-8")
    tables = data.load(folder)
    assert tables.about is not None
    assert tables.about.title == "Reports"
    assert tables.in_language("fr").about == tables.about.in_languages["fr"]
    assert tables.about.in_languages["fr"].title == "Articles"
