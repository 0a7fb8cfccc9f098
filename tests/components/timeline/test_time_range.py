"""The spans that the address gives."""

import pandas as pd
import pytest

import data
from components.timeline.time_range import TimeRange, full_range, parse_range, presets, write_range
from tests.components.timeline.examples import EVERY
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS, day, iso
from tests.data.inline import load


def test_the_presets_begin_with_the_periods_of_the_tables(tables: data.Tables) -> None:
    assert list(presets(tables, EVERY)) == ["", "since-1992", "since-2022-01", "last-12-months"]
    other = load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES)
    assert list(presets(other, EVERY)) == ["", "last-12-months"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("", "1967-02-18", "2030-12-31"),
        ("since-1992", "1992-01-01", "2024-09-28"),
        ("since-2022-01", "2022-01-01", "2024-09-28"),
        ("last-12-months", "2023-10-01", "2024-09-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-06/2024-02", "2023-06-01", "2024-02-29"),
        ("2024-02/2023-06", "2023-06-01", "2024-02-29"),
        ("1900/1970", "1967-02-18", "1970-12-31"),
        ("1800/1810", "1967-02-18", "2030-12-31"),
        ("2024-06-03/2024-06-05", "2024-06-03", "2024-06-05"),
    ],
)
def test_the_address_gives_a_span(text: str, low: str, high: str) -> None:
    assert parse_range(text, EVERY) == (EVERY if not text or text == "1800/1810" else TimeRange(day(low), day(high)))


@pytest.mark.parametrize("text", ["nonsense", "since-", "since-x", "2023/", "2023/2024/2025", "/"])
def test_what_is_no_span_is_told_apart(text: str) -> None:
    assert parse_range(text, EVERY) is None


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("1967-02-18", "2030-12-31", ""),
        ("1990-03-01", "2010-01-01", "1990/2010"),
        ("2023-01-05", "2023-12-02", "2023-01/2023-12"),
        ("2024-06-03", "2024-06-09", "2024-06-03/2024-06-09"),
        ("2024-06-03", "2024-06-03", "2024-06-03"),
    ],
)
def test_a_span_is_written_so_that_it_reads_back(low: str, high: str, text: str) -> None:
    assert write_range(day(low), day(high), EVERY) == text
    back = parse_range(text, EVERY)
    assert back
    assert back.low <= day(low)
    assert back.high >= day(high)


def test_the_end_of_what_happened_is_not_that_of_plans(marks: pd.DataFrame) -> None:
    every = full_range(marks)
    assert (iso(every.low), iso(every.high), iso(every.latest)) == ("1996-01-01", "2030-12-31", "2024-06-05")
