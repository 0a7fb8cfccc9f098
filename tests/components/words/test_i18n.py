"""Texts with their values, and in another language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Catalog

from components.words import format, i18n
from components.words.i18n import LOCALES, N_, _, translate
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
