"""Texts with their values, and in another language."""

from collections.abc import Hashable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from babel import Locale
from babel.messages import Catalog

from components.words import format, i18n
from components.words.i18n import LOCALES, N_, _, note, translate, use_words, word
from components.words.messages import written
from tests.app import open_page

FRENCH: dict[str | tuple[str, str], str | tuple[str, str]] = {
    ("{n} claim", "{n} claims"): ("{n} déclaration", "{n} déclarations"),
    "Method": "Méthode",
    "Timeline": "Chronologie",
}


def test_one_and_many() -> None:
    assert _("{n} claim", "{n} claims", n=1) == "1 claim"
    assert _("{n} claim", "{n} claims", n=0) == "0 claims"
    assert _("{n} claim", "{n} claims", n=1234) == "1,234 claims"


@pytest.mark.parametrize("n", [0.5, 1.5])
def test_a_fraction_is_never_one(n: float) -> None:
    assert _("{n} point", "{n} points", n=n) == f"{n} points"


def test_values_are_put_in_as_they_are() -> None:
    assert _("{name}: {n}", name="{n}", n=2) == "{n}: 2"
    assert _("a {brace} without values") == "a {brace} without values"


def test_what_is_marked_stays_as_it_is() -> None:
    assert N_("Method") == "Method"
    assert translate(*N_("{n} claim", "{n} claims"), n=2) == "2 claims"


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A French catalogue of a few texts, one of them fuzzy, is there."""
    catalogue = Catalog(locale="fr", fuzzy=False)
    for text, translation in FRENCH.items():
        catalogue.add(text, translation)
    catalogue.add("Sources", "Fontaines", flags=["fuzzy"])
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    i18n.po_file("fr").parent.mkdir(parents=True)
    i18n.po_file("fr").write_text(written(catalogue), encoding="utf-8")
    monkeypatch.setitem(LOCALES, "fr", Locale.parse("fr"))
    i18n._catalogue.cache_clear()
    yield
    i18n._catalogue.cache_clear()


@pytest.mark.usefixtures("french")
def test_a_catalogue_translates_with_its_own_plural(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "language", lambda: "fr")
    assert _("Method") == "Méthode"
    assert _("Claims") == "Claims"
    assert _("Sources") == "Sources"  # fuzzy: nobody has confirmed it
    assert translate("") == ""
    assert _("{n} claim", "{n} claims", n=0) == "0 déclaration"  # in French, none is one
    assert _("{n} claim", "{n} claims", n=2) == "2 déclarations"
    assert format.date("2023-07-04") == "4 juillet 2023"
    assert format.quantity("60.2", "percent").replace("\xa0", " ").replace("\u202f", " ") == "60,2 %"


@pytest.mark.usefixtures("french", "small")
@pytest.mark.parametrize(("asked", "title"), [("fr", "Chronologie"), ("de", "Timeline"), ("", "Timeline")])
def test_the_address_chooses_the_language_of_every_page(asked: str, title: str) -> None:
    page = open_page("timeline", lang=asked)
    assert page.title[0].value == title


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> str:
    """The reader has chosen French."""
    monkeypatch.setattr(i18n, "language", lambda: "fr")
    return "fr"


def test_names_and_units_are_called_as_the_tables_shown_call_them(reader: str) -> None:
    assert reader == "fr"
    assert word("captain") == "captain"
    use_words({"captain": "capitaine", "villages": "villages", "village": "village"})
    assert word("captain") == "capitaine"
    assert format.value("captain", "name") == "capitaine"
    assert word("sergeant") == "sergeant"


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ({"note": "No date is given", "note_fr": "Aucune date n’est donnée"}, "Aucune date n’est donnée"),
        ({"note": "No date is given", "note_fr": ""}, "No date is given"),
        ({"note": "No date is given"}, "No date is given"),
    ],
)
@pytest.mark.usefixtures("reader")
def test_a_remark_is_in_the_readers_language_where_the_table_has_it(claim: dict[Hashable, str], shown: str) -> None:
    assert note(claim) == shown


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("p4", "paragraphe 4"),
        ("matrix of 2008, row Russia, column Burkina Faso", "matrice de 2008, ligne Russie, colonne Burkina Faso"),
        ("headline; paragraph 2", "titre\u202f; paragraphe 2"),
        ("paragraphs 3 and 7", "paragraphes 3 et 7"),
        ("src/votes.js, folio 9", "src/votes.js, folio 9"),
    ],
)
def test_a_place_in_words_is_translated_part_by_part(place: str, shown: str) -> None:
    assert format.locator(place) == shown


@pytest.mark.usefixtures("reader")
def test_french_sets_its_marks_apart() -> None:
    assert format.clauses(["un", "deux"]) == "un\u202f; deux"
    assert format.quoted("x") == "«\xa0x\xa0»"
    assert format.percent(20) == "20\xa0%"
    assert format.date("2023-12-28") == "28 décembre 2023"
    assert format.date("2023-07") == "juillet 2023"
    assert format.quantity("3.2e6").replace("\xa0", " ") == "3,2 millions"


@pytest.mark.usefixtures("small")
def test_the_switch_chooses_the_language() -> None:
    page = open_page("timeline", lang="fr")
    assert page.title[0].value == "Chronologie"
    assert any("The tables" not in caption.value and "tables" in caption.value for caption in page.sidebar.caption)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2022-09-01", "1er septembre 2022"),
        ("2022-09-11", "11 septembre 2022"),
        ("2022-09-01/2022-09-05", "1er–5 septembre 2022"),
        ("2022-01", "janvier 2022"),
    ],
)
def test_the_first_of_a_month_is_no_plain_number_in_french(date: str, shown: str) -> None:
    assert format.date(date) == shown


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("number", "shown"), [("0", "0 vote"), ("1.6", "1,6 vote"), ("2", "2 votes"), ("-1", "-1 vote")]
)
def test_what_is_less_than_two_is_singular_in_french(number: str, shown: str) -> None:
    format.use_units(pd.DataFrame({"unit": ["votes"], "singular": ["vote"], "label": ["votes"]}))
    assert format.quantity(number, "votes") == shown
