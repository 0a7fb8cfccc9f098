"""Texts with their values, and in another language."""

import pytest
from babel import Locale

from components.words import format, i18n
from components.words.i18n import LOCALES, _


def test_one_and_many() -> None:
    assert _("{n} claim", "{n} claims", n=1) == "1 claim"
    assert _("{n} claim", "{n} claims", n=0) == "0 claims"
    assert _("{n} claim", "{n} claims", n=1234) == "1,234 claims"


def test_values_are_put_in_as_they_are() -> None:
    assert _("{name}: {n}", name="{n}", n=2) == "{n}: 2"
    assert _("a {brace} without values") == "a {brace} without values"


def test_a_catalogue_translates_with_its_own_plural(monkeypatch: pytest.MonkeyPatch) -> None:
    forms = {"{n} claim": ("{n} déclaration", "{n} déclarations"), "Method": "Méthode"}
    monkeypatch.setattr(i18n, "CATALOGUES", {"fr": forms})
    monkeypatch.setattr(i18n, "LOCALES", {**LOCALES, "fr": Locale.parse("fr")})
    monkeypatch.setattr(i18n, "language", lambda: "fr")
    assert _("Method") == "Méthode"
    assert _("Claims") == "Claims"
    assert _("{n} claim", "{n} claims", n=0) == "0 déclaration"  # in French, none is one
    assert _("{n} claim", "{n} claims", n=2) == "2 déclarations"
    assert format.date("2023-07-04") == "4 juillet 2023"
    assert format.quantity("60.2", "percent").replace("\xa0", " ").replace("\u202f", " ") == "60,2 %"
