"""Quantities in sentences of both languages, with their bounds and units."""

import time

import pandas as pd
import pytest

import data
from data.coding.quantities import quantities, unit_words
from data.values import parse_quantities
from tests.data.coding.sentences import cases

ENGLISH = """
The turnover was {3.2 million dollars}.                 | 3.2e6 USD
({mostly} Russian exports)                              | [50..100] percent
It received {about 3,500 students}.                     | ~3500 persons
It was allocated {two scholarships}.                    | 2 scholarships
It saw {two military coups} then.                       | 2 coups
{Less than 25%} of the population has it.               | <25 percent
It is the {second-largest} supplier.                    | 2 rank
Agreements with {40 African countries}                  | 40 countries
{Hundreds of civilians} were killed.                    | [200..999] persons
{Dozens of Russian military trainers} came.             | [24..99] persons
{Around 170} in {three villages}                        | ~170 ; 3 villages
Deaths {doubled}.                                       | ~2 x
Deaths {more than doubled}.                             | >2 x
{6.3 million people} need help.                         | 6.3e6 persons
With {over two million people} displaced                | >2e6 persons
It was so for {nearly 32 years}.                        | [31..32] years
It had {almost 35,000 people}.                         | [34000..35000] persons
It had {nearly 100 people}.                            | [90..100] persons
US officials warned {for years}.                        | >1 years
It sent {up to 400 troops}.                             | <=400 persons
It sent {50 or more soldiers}.                          | >=50 persons
It sent {at least five people}.                         | >=5 persons
It sold {between 80 and 120 tonnes}.                    | [80..120] t
It sold {3 to 4 million tonnes}.                        | [3e6..4e6] t
It paid {$3.5 billion}.                                 | 3.5e9 USD
It paid {USD 30 million}.                               | 30e6 USD
It paid {a million euros}.                              | 1e6 EUR
It paid {30 million CFA francs}.                        | 30e6 XOF
It paid {5,000 KES}.                                    | 5000 KES
It sent {two hundred and fifty soldiers}.               | 250 persons
A share of {60.2 percent}                               | 60.2 percent
It covers {more than a third of} the country.           | >33.33 percent
It covers {nearly half of} the country.                 | [45.00..50] percent
It raised {$20m} and {€3.5bn}, up {5.2%}.               | 20e6 USD ; 3.5e9 EUR ; 5.2 percent
It fell by {80-120 tonnes} or {-3%}.                    | [80..120] t ; -3 percent
It grew {from 3% to 4.5%}.                              | [3..4.5] percent
It is {20km} away, {16 days} on foot.                   | 20 km ; 16 days
It fired {five missiles} at {40 new schools}.           | 5 missiles ; 40 schools
It took {some two dozen companies}.                     | ~24 companies
It sent {well over 300 flights}.                        | >300 flights
It sent {100 or so troops}.                             | ~100 persons
{One person} died, {half a million people} fled.        | 1 persons ; 5e5 persons
{A few hundred fighters} came.                          | [200..999] persons
{One and a half million doses} in {two and a half years} | 1.5e6 doses ; 2.5 years
{More than half of} them saw the second half.           | >50 percent
{More than half a million people} fled.                 | >5e5 persons
{Three out of four} can read, {one in five} cannot.     | 75 percent ; 20 percent
{Fewer than one in ten} of two in front saw it.         | <10 percent
It needs {US$2-3 billion}, or {€3-4 billion}.           | [2e9..3e9] USD ; [3e9..4e9] EUR
It rose by {12%} to {3,450}.                            | 12 percent ; 3450
It gives {240 MW}, or {1,200MW}.                        | 240 MW ; 1200 MW
It climbed {50 basis points}.                           | 50 basis points
{1 234 567 people} ate {some 25 000 tons}.              | 1234567 persons ; ~25000 t
It has {~300 seats}, {>50%} free, {≤10 guests}.         | ~300 seats ; >50 percent ; <=10 guests
It made {3m tonnes} and ran {20m}.                      | 3e6 t ; 20 m
It hit {100-plus firms}.                                | >=100 firms
{12 people} died, {17 others} live.                     | 12 persons ; 17 persons
"""
FRENCH = """
Un échange de {3,2 millions de dollars}.                | 3.2e6 USD
Il reçoit {environ 3 500 étudiants}.                    | ~3500 persons
Il reçoit {1.500 étudiants}.                            | 1500 persons
Il reçoit {deux bourses}.                               | 2 scholarships
{Moins de 25 %} y ont accès.                            | <25 percent
C'est le {deuxième fournisseur}.                        | 2 rank
Il y a {40 pays} africains.                             | 40 countries
{Des centaines de civils} sont morts.                   | [200..999] persons
{Une centaine d'instructeurs} sont là.                  | ~100 persons
{Plus de deux millions de personnes} y vivent.          | >2e6 persons
Il dure {près de 32 ans}.                               | [31..32] years
Il envoie {jusqu'à 400 militaires}.                     | <=400 persons
Il envoie {au moins cinq personnes}.                    | >=5 persons
Il envoie {quatre-vingt-dix soldats}.                   | 90 persons
Il envoie {25 000 tonnes} de blé.                       | 25000 t
Il couvre {plus du tiers} du pays.                      | >33.33 percent
Le nombre a {doublé}.                                   | ~2 x
Il livre {entre 80 et 120 tonnes}.                      | [80..120] t
Il verse {plus de 49 milliards FCFA}.                   | >49e9 XOF
Il verse {4,2 milliards d’euros}.                       | 4.2e9 EUR
Il compte {plus d'un million de personnes}.             | >1e6 persons
Il couvre {près d'un tiers} du pays.                    | [30.00..33.33] percent
Il livre {douze nouveaux hélicoptères}.                 | 12 hélicoptères
Il signe {une dizaine d'accords}.                       | ~10 agreements
Une hausse {de 10 à 20 %}                               | [10..20] percent
Le budget baisse de {12,5 pour cent}.                   | 12.5 percent
{Quatre-vingt-dix-neuf pour cent} ont dit oui.          | 99 percent
{Au moins une trentaine de soldats} sont venus.         | >=30 persons
{Plus d'une centaine de blessés}, {quelques milliers de réfugiés} | >100 persons ; [2000..9999] persons
{Une quinzaine de médecins} et {une douzaine d'écoles}  | ~15 persons ; ~12 écoles
{Un demi-million de personnes} ont fui.                 | 5e5 persons
{Un million et demi de doses}, {deux ans et demi} d'attente. | 1.5e6 doses ; 2.5 years
{Trois élèves sur quatre}, {moins d'un ménage sur dix}. | 75 percent ; <10 percent
{Près des deux tiers} et {près du quart}                | [60.00..66.67] percent ; [22.50..25] percent
Une hausse de {12 %} à {3 450}, à 12 h 30.              | 12 percent ; 3450
Sur les {300} prévus, {une centaine de soldats} sont là. | 300 ; ~100 persons
"""


@pytest.fixture(scope="module")
def units() -> dict[str, str]:
    return unit_words(data.load().units)


@pytest.mark.parametrize(
    ("language", "text", "wordings", "expected"),
    [(language, *case) for language, table in (("en", ENGLISH), ("fr", FRENCH)) for case in cases(table)],
    ids=lambda part: part if isinstance(part, str) and len(part) > 2 else "",
)
def test_a_quantity_is_found_and_read(
    language: str, text: str, wordings: list[str], expected: list[str], units: dict[str, str]
) -> None:
    found = quantities(text, units, language)
    assert [text[mention.start : mention.end] for mention in found] == wordings
    assert [f"{mention.value} {mention.unit}".strip() for mention in found] == expected
    assert parse_quantities(pd.Series([mention.value for mention in found]))["low"].notna().all()


@pytest.mark.parametrize(
    "text",
    [
        "One of the ministers left.",
        "It began at 9:30 or 9 a.m.",
        "Article 5, No. 10",
        "the 1st and the 2nd",
        "B2B, A320-200",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str, units: dict[str, str]) -> None:
    assert quantities(text, units, "en") == []


def test_where_a_date_stands_there_is_no_quantity(units: dict[str, str]) -> None:
    assert [mention.value for mention in quantities("In 2022 came 20 men", units, "en", [(3, 7)])] == ["20"]


def test_the_units_are_those_of_the_tables_in_every_language() -> None:
    units = pd.DataFrame({"unit": ["lots"], "singular": ["lot"], "label": ["lots"], "label_fr": ["parcelles"]})
    assert quantities("12 parcelles", unit_words(units), "fr")[0].unit == "lots"
    assert quantities("12 hommes", {}, "fr")[0].unit == "persons"


@pytest.mark.parametrize("unit", ["1 ", "10,000", "two hundred and ", "3-", "about ", "a million ", "5 to "])
def test_a_long_text_takes_time_in_proportion(unit: str, units: dict[str, str]) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    for language in ("en", "fr"):
        quantities(text, units, language)
    assert time.process_time() - start < 10


def test_a_number_reaches_into_nothing_that_stands_before_or_behind_it() -> None:
    text = "Il reçoit 65 l'an dernier, 850 millions un an plus tôt."
    taken = [(text.index(part), text.index(part) + len(part)) for part in ("l'an dernier", "un an plus tôt")]
    found = [(text[one.start : one.end], one.value, one.unit) for one in quantities(text, {}, "fr", taken)]
    assert found == [("65", "65", ""), ("850 millions", "850e6", "")]
