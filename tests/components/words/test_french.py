"""French is set as French printers set it, in the catalogue, in the shipped tables, and at the axes of charts."""

import re
from collections.abc import Iterable

import pytest
from babel.messages.pofile import read_po

import data
from components.figures.series_axes import number_label
from components.words import format, i18n
from components.words.i18n import po_file
from data.schema import TRANSLATED

WRONG = re.compile(
    r"(?<!\u00a0):(?=\s|$)"  # a colon has a no-break space before it
    r"|(?<!\u202f)[;?!](?=\s|$)"  # the other signs of two parts have a narrow one
    r"|«(?!\u00a0)|(?<!\u00a0)»|(?<!\u00a0)%(?=[\s,.]|$)"
    r"|'|\bburkinab(?!è\b)",
    re.IGNORECASE,
)


def misset(texts: Iterable[object]) -> list[object]:
    return [text for text in texts if WRONG.search(str(text))]


def test_the_catalogue_is_set_well() -> None:
    with po_file("fr").open("rb") as file:
        messages = [message for message in read_po(file, locale="fr") if message.id]
    for message in messages:
        assert misset([message.string] if isinstance(message.string, str) else message.string or ()) == []


@pytest.mark.parametrize("table", TRANSLATED)
def test_the_shipped_tables_are_set_well(table: str) -> None:
    frame = getattr(data.load(), table)
    for column in TRANSLATED[table]:
        assert misset(frame[f"{column}_fr"]) == []


@pytest.mark.parametrize(
    "text", ["Sources : 3", "oui ; non", "oui\u00a0; non", "« x »", "20 %", "l'an", "étudiants burkinabés", "Qui?"]
)
def test_what_is_set_otherwise_is_found(text: str) -> None:
    assert WRONG.search(text)


@pytest.mark.parametrize("text", ["oui\u202f; non\u00a0: x", "«\u00a0x\u00a0»", "20\u00a0%", "Burkinabè", "https://x"])
def test_what_is_set_well_is_not(text: str) -> None:
    assert not WRONG.search(text)


def test_numbers_at_an_axis_have_the_decimal_sign_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert format.decimal_sign() == "."
    monkeypatch.setattr(i18n, "language", lambda: "fr")
    assert format.decimal_sign() == ","
    assert "'.', ','" in number_label()
    assert "'\u202fMd'" in number_label()
