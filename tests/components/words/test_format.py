"""Numbers, dates, gaps and lists in words."""

import math

import pytest

from components.words import format
from components.words.questions import fill_template


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023", "2023"),
        ("2023-07", "July 2023"),
        ("2023-07-04", "4 July 2023"),
        ("2023-XX", "2023"),
        ("2024-06-04/2024-06-05", "4–5 June 2024"),
        ("2024-06-28/2024-07-02", "28 June – 2 July 2024"),
        ("2023-12-28/2024-01-02", "28 December 2023 – 2 January 2024"),
        ("2022-07/2022-09", "July – September 2022"),
        ("1992/2022", "1992–2022"),
        ("2024-06-05/2024-06-05", "5 June 2024"),
        ("2022/2022-09", "2022 to September 2022"),
        ("1992~/2022", "about 1992 to 2022"),
        ("../2013", "2013 or earlier"),
        ("2013/..", "2013 or later"),
        ("../..", "at any time"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
        ("2022-21", "spring 2022"),
        ("2022-24", "winter 2022–23"),
        ("1999-24", "winter 1999–00"),
        ("1992~", "about 1992"),
        ("2023?", "2023 (uncertain)"),
        ("2023-07%", "about July 2023 (uncertain)"),
        ("[2022-07,2022-09]", "July 2022 or September 2022"),
        ("[2022-07, 2022-09, 2023]", "July 2022, September 2022 or 2023"),
        ("[2020..2022]", "2020–2022"),
        ("2023-02-30", "2023-02-30"),
        ("some day", "some day"),
    ],
)
def test_a_date_in_words(text: str, words: str) -> None:
    assert format.date(text).replace("\u2009", " ") == words


def test_a_short_date_shortens_the_month() -> None:
    assert format.date("2023-12-28", short=True) == "28 Dec 2023"
    assert format.date("2024-06-04/2024-06-05", short=True) == "4–5 Jun 2024"


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("3500", "persons", "3,500"),
        ("~3500", "persons", "about 3,500"),
        (">2000000", "persons", "over 2,000,000"),
        (">=10", "", "at least 10"),
        ("<=10", "", "at most 10"),
        ("<25", "percent", "under 25%"),
        ("60.20", "percent", "60.20%"),
        ("[200..999]", "persons", "200 to 999"),
        ("[24..99]", "t", "24 to 99 t"),
        ("3.2e6", "USD", "3.2 million USD"),
        ("32e5", "USD", "3.2 million USD"),
        ("1.25e9", "XOF", "1.25 billion XOF"),
        ("5e-3", "t", "0.005 t"),
        ("~2", "x", "about 2 times"),
        ("-4.5", "percent", "-4.5%"),
        ("many", "", "many"),
    ],
)
def test_a_quantity_in_words(text: str, unit: str, words: str) -> None:
    assert format.quantity(text, unit) == words


def test_a_value_is_worded_by_its_kind() -> None:
    assert format.value("2008", "date") == "2008"
    assert format.value("2008", "quantity") == "2,008"
    assert format.value("2008", "name") == "2008"
    assert format.values("2022 | 2022-07", "date") == "2022 or July 2022"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (12345.678, "", "12,345.678"),
        (0.1 + 0.2, "", "0.3"),
        (3_150_000, "USD", "3.15 million USD"),
        (84_000_000, "USD", "84 million USD"),
        (-2_500_000, "", "-2.5 million"),
        (25.0, "percent", "25%"),
    ],
)
def test_a_computed_number(value: float, unit: str, words: str) -> None:
    assert format.amount(value, unit) == words


@pytest.mark.parametrize(
    ("gap", "kind", "unit", "percent", "words"),
    [
        (150, "date", "", None, "150 days apart"),
        (1, "date", "", None, "1 day apart"),
        (11_000, "date", "", None, "about 30 years apart"),
        (800_000, "quantity", "USD", 25.0, "800,000 USD (25%) apart"),
        (84e6, "quantity", "USD", 3300.0, "84 million USD apart, a factor of 34"),
        (3, "quantity", "", float("nan"), "3 apart"),
        (0, "date", "", None, ""),
        (float("nan"), "name", "", float("nan"), ""),
        (None, "name", "", None, ""),
    ],
)
def test_a_gap_in_words(gap: float | None, kind: str, unit: str, percent: float | None, words: str) -> None:
    assert format.gap(gap, kind, unit, percent) == words


def test_lists_places_and_questions() -> None:
    assert format.join(["a"]) == "a"
    assert format.join(["a", "b", "c"]) == "a, b and c"
    assert format.join(["a", "b"], "or") == "a or b"
    assert format.locator("p4") == "paragraph 4"
    assert format.locator("table 3") == "table 3"
    assert fill_template("When: {event}?", "The {odd} title") == "When: The {odd} title?"


def test_numbers_of_any_size_are_written() -> None:
    assert format.quantity("1000000000000000000000000001") == "1,000,000,000,000,000,000,000,000,001"
    assert format.quantity("1." + "0" * 30) == "1." + "0" * 30
    assert format.quantity("[-1e308..3.25e20]", "t") == "-1E308 to 3.25E20 t"
    assert format.quantity("1e-320") == "1E-320"
    assert format.amount(1e308, "t") == "1E308 t"
    assert format.number(-2.5e27) == "-2.5E27"
    assert format.percent(1e300) == "1E300%"
    assert format.gap(1e308, "quantity", "t", math.inf) == "1E308 t apart, a factor of ∞"
