"""Names that the tables know, found in a text."""

import time

import pytest

from data.coding.names import KnownNames

NAMES = {
    "Ibrahim Traoré": "Ibrahim Traoré",
    "Traoré": "Ibrahim Traoré",
    "Kyelem de Tambela": "Apollinaire Kyelem de Tambela",
    "Ouagadougou": "Ouagadougou",
    "Côte d’Ivoire": "Ivory Coast",
    "Africa Corps": "Africa Corps",
    "in power": "in power",
    "open": "open",
}


def found(text: str) -> list[tuple[str, str, int]]:
    return [
        (text[mention.start : mention.end], mention.value, mention.likeness)
        for mention in KnownNames(NAMES).mentions(text)
    ]


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("President Ibrahim Traore spoke.", "Ibrahim Traore", "Ibrahim Traoré"),
        ("President Traoré’s men", "Traoré", "Ibrahim Traoré"),
        ("en Côte d'Ivoire", "Côte d'Ivoire", "Ivory Coast"),
        ("the AFRICA CORPS came", "AFRICA CORPS", "Africa Corps"),
        ("who is in power", "in power", "in power"),
    ],
)
def test_a_name_is_found_in_any_case_and_with_any_accents(text: str, written: str, name: str) -> None:
    assert found(text) == [(written, name, 100)]


def test_a_spelling_that_is_nearly_known_is_found_with_its_likeness() -> None:
    [(written, name, likeness)] = found("It met Prime Minister Kyélem de Tembela there.")[-1:]
    assert (written, name) == ("Kyélem de Tembela", "Apollinaire Kyelem de Tambela")
    assert 88 <= likeness < 100


@pytest.mark.parametrize(
    "text", ["An open door", "The Open Society", "Ouagadougoulais", "in\npower", "Abraham Lincoln"]
)
def test_what_only_has_the_letters_of_a_name_is_none(text: str) -> None:
    assert [name for _written, name, _likeness in found(text) if name != "open"] == []


def test_a_long_text_takes_time_in_proportion() -> None:
    start = time.process_time()
    for unit in ("Abc Def ", "Africa ", "in ", "Traoré Traoré "):
        found(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 10
