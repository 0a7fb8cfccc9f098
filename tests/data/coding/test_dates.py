"""Dates in sentences of both languages, as a careful reader would code them; a Thursday is the day of the text."""

import time
from datetime import date, datetime

import dateparser
import edtf
import pandas as pd
import pytest

from data.coding.dates import dates, points
from data.values import parse_dates
from tests.data.coding.sentences import cases

THURSDAY = (date(2024, 6, 6), date(2024, 6, 6))

ENGLISH = """
On {5 June 2024} they met.                          | 2024-06-05
Signed on {February 18, 1967}, in Moscow.           | 1967-02-18
It opened on {Monday, June 3, 2024}.                | 2024-06-03
It opened on {the night of 4 May 2023}.             | 2023-05-04
It is dated {2023-07-04}.                           | 2023-07-04
It is dated {25/12/2022}.                           | 2022-12-25
It is dated {05/06/2023}.                           | [2023-05-06,2023-06-05]
In {July 2023}, the embassy re-opened.              | 2023-07
It was closed in {1992}.                            | 1992
In {June}, Russia said so.                          | 2024-06
In {September}, Russia said so.                     | 2023-09
He will go there in {September}.                    | 2024-09
It was on {7 June}.                                 | 2023-06-07
Lavrov said so on {Wednesday}.                      | 2024-06-05
Lavrov said so on {Thursday}.                       | 2024-06-06
Lavrov said so {last Thursday}.                     | 2024-05-30
He will speak on {Tuesday}.                         | 2024-06-11
He speaks {next Tuesday}.                           | 2024-06-11
In a move {last October}, they signed.              | 2023-10
In {early March of this year} it warned.            | 2024-03-01/2024-03-10
It began in {mid-June 2023}.                        | 2023-06-11/2023-06-20
It began at {the end of February 2024}.             | 2024-02-21/2024-02-29
It began in {late 2023}.                            | 2023-09/2023-12
They were closed in {the mid-1990s}.                | 1994/1996
It was so in {the 1980s}.                           | 198X
It was so in {the early 19th century}.              | 1800/1832
It was so in {the spring of 2022}.                  | 2022-21
It was so in {the first half of 2023}.              | 2023-01/2023-06
It was so in {Q3 2023}.                             | 2023-07/2023-09
It was so {about 1992}.                             | 1992~
Herodotus wrote in {440 BC}.                        | -0439
He came {yesterday}.                                | 2024-06-05
His comments {this week} say so.                    | 2024-06-03/2024-06-09
They doubled {last year}.                           | 2023
It was {three years ago}.                           | 2021~
It was {more than 30 years ago}.                    | ../1994
It was so in {the '90s}.                            | 199X
It grew {a year earlier}.                           | 2023~
It grew {from January to March}.                    | 2024-01/2024-03
It will end by {the end of the year}.               | 2024-09/2024-12
It will end {early next month}.                     | 2024-07-01/2024-07-10
It was so in {H1 2024}, and in {mid-2022}.          | 2024-01/2024-06 ; 2022-05/2022-08
It was {two days ago}.                              | 2024-06-04
It was {a few months ago}.                          | 2023-07/2024-04
From {4 to 6 June 2024} he toured.                  | 2024-06-04/2024-06-06
He toured on {June 4-6, 2024}.                      | 2024-06-04/2024-06-06
{Between May and July 2023} it grew.                | 2023-05/2023-07
The war of {1914–1918} ended.                       | 1914/1918
In the {2008/2009} academic year                    | 2008/2009
On {3 May 2023} he fell; {two days later} he died.  | 2023-05-03 ; 2023-05-05
In {May 2021} it began; {the same year} it ended.   | 2021-05 ; 2021
"""
FRENCH = """
Il a parlé {mardi dernier}.                         | 2024-06-04
Il a parlé {mercredi}.                              | 2024-06-05
Il se rendra {lundi} à Moscou.                      | 2024-06-10
Il s'y rend {lundi prochain}.                       | 2024-06-10
Le {18 février 1967}, ils établissent.              | 1967-02-18
Le {1er mai 2023}, il arrive.                       | 2023-05-01
Il arrive le {05/06/2023}.                          | 2023-06-05
En {juillet 2023}, l'ambassade a rouvert.           | 2023-07
En {septembre}, la Russie l'a dit.                  | 2023-09
Il s'y rendra en {septembre}.                       | 2024-09
Elle a rouvert en {octobre dernier}.                | 2023-10
Elle a rouvert {début mars 2024}.                   | 2024-03-01/2024-03-10
Elle a rouvert {fin 2023}.                          | 2023-09/2023-12
Elle a fermé au {milieu des années 1990}.           | 1994/1996
C'était dans {les années 1980}.                     | 198X
C'était {au XIXe siècle}.                           | 18XX
C'était à l'{été 2022}.                             | 2022-22
Il a été élu {hier}.                                | 2024-06-05
C'était {vers 1992}.                                | 1992~
C'était {la semaine dernière}.                      | 2024-05-27/2024-06-02
C'était {l’année dernière}.                         | 2023
C'était {cette année}.                              | 2024
C'était {il y a trois ans}.                         | 2021~
Du {4 au 6 juin 2024} il voyage.                    | 2024-06-04/2024-06-06
{Entre mai et juillet 2023} il voyage.              | 2023-05/2023-07
{De 2019 à 2021} il voyage.                         | 2019/2021
Le {3 mai 2023} il tombe, {le lendemain} il meurt.  | 2023-05-03 ; 2023-05-04
C'était {il y a plus de 30 ans}.                    | ../1994
C'était {il y a une dizaine d'années}.              | 2014~
C'était dans {les années 60}.                       | 196X
C'était en {mai de l’année dernière}.               | 2023-05
C'était {mi-2022}, puis à la {fin de l'année}.     | 2022-05/2022-08 ; 2024-09/2024-12
Au {premier trimestre de 2022}                      | 2022-01/2022-03
Au {2e semestre 2023} et au {T1 2024}                  | 2023-07/2023-12 ; 2024-01/2024-03
Au {4e trimestre de 2023}                               | 2023-10/2023-12
"""
NONE = {
    "en": "They march; he may go. 2000 soldiers, $1950, more than 2023 people, 1,500 men, the fall of Kabul, p. 1483.",
    "fr": "Il a été élu par plus de 2000 personnes, 1950 soldats ; la planète mars ; la veille de la fête.",
}


@pytest.mark.parametrize(
    ("language", "text", "wordings", "values"),
    [(language, *case) for language, table in (("en", ENGLISH), ("fr", FRENCH)) for case in cases(table)],
    ids=lambda part: part if isinstance(part, str) and len(part) > 2 else "",
)
def test_a_date_is_found_and_read(language: str, text: str, wordings: list[str], values: list[str]) -> None:
    found = dates(text, THURSDAY, language)
    assert [(text[date.start : date.end], date.value) for date in found] == list(zip(wordings, values, strict=True))
    assert parse_dates(pd.Series(values))["low"].notna().all()


@pytest.mark.parametrize("language", NONE)
def test_what_only_looks_like_a_date_is_none(language: str) -> None:
    assert dates(NONE[language], THURSDAY, language) == []


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "before 2013", "before"), ("en", "by 2030", "before"), ("en", "after May 2022", "after"),
        ("en", "since 2015", "since"), ("en", "until 2019", "until"), ("en", "in 2019", ""),
        ("fr", "avant 2013", "before"), ("fr", "d’ici 2030", "before"), ("fr", "après mai 2022", "after"),
        ("fr", "depuis 2015", "since"), ("fr", "jusqu'en 2019", "until"), ("fr", "en 2019", ""),
    ],
)  # fmt: skip
def test_a_word_before_a_date_bounds_it(language: str, text: str, bound: str) -> None:
    assert [date.bound for date in dates(text, THURSDAY, language)] == [bound]


def test_a_text_of_which_only_a_range_of_days_is_known_has_dates_that_span_it() -> None:
    week = (date(2024, 6, 5), date(2024, 6, 9))
    found = {date.value for date in dates("On Wednesday he came; yesterday he left. In 1992.", week, "en")}
    assert found == {"2024-06-05", "2024-06-04/2024-06-08", "1992"}


def test_without_a_day_of_the_text_only_what_does_not_hang_on_it_is_read() -> None:
    text = "On Tuesday he came. In May he left. On 3 May 1999 it began; the next day it ended."
    assert [date.value for date in dates(text, None, "en")] == ["1999-05-03", "1999-05-04"]


def test_in_a_narrative_a_month_is_of_the_year_told_before() -> None:
    text = "In 1936 he came. In 1939 the war began. In October Poland was divided. It went on until 1942. In May Corregidor fell."
    assert [date.value for date in dates(text, THURSDAY, "en")] == ["1936", "1939", "1939-10", "1942", "1942-05"]


def test_each_end_of_an_interval_is_a_point_of_its_own() -> None:
    assert [point.value for point in points("from 1914 to 1918", THURSDAY, "en")] == ["1914", "1918"]


@pytest.mark.parametrize(
    ("language", "wording"),
    [
        *(("en", wording) for wording in ("yesterday", "today", "tomorrow", "last month", "July 2023", "2 days ago")),
        *(("en", wording) for wording in ("18 February 1967", "February 18, 1967", "last year", "Wednesday")),
        *(("fr", wording) for wording in ("hier", "aujourd'hui", "demain", "le mois dernier", "18 février 1967")),
        *(("fr", wording) for wording in ("1er mai 2023", "juillet 2023", "mercredi", "05/06/2023")),
    ],
)
def test_another_reader_of_dates_finds_the_same(language: str, wording: str) -> None:
    settings = {"RELATIVE_BASE": datetime(2024, 6, 6), "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}  # noqa: DTZ001  a day alone
    expected = dateparser.parse(wording, languages=[language], settings=settings)
    [found] = dates(f"— {wording}", THURSDAY, language)
    assert expected is not None
    assert expected.date().isoformat().startswith(found.value)


@pytest.mark.parametrize(
    "value", sorted({value for table in (ENGLISH, FRENCH) for *_, values in cases(table) for value in values})
)
def test_another_reader_of_edtf_takes_the_values(value: str) -> None:
    assert edtf.parse_edtf(value)


@pytest.mark.parametrize("unit", ["the end of the ", "1999-", "in ", "May ", "1 ", "il y a ", "the first quarter of "])
def test_a_long_text_takes_time_in_proportion(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    for language in ("en", "fr"):
        dates(text, THURSDAY, language)
    assert time.process_time() - start < 10
