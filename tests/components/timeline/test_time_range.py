"""The spans that the address gives."""

import pytest

from components.timeline.marks import TimeRange
from components.timeline.time_range import month_span, parse_range
from tests.data.dated_events import day

EVERY = TimeRange(day("1967-02-18"), day("2030-12-31"))
LATEST = day("2024-09-28")


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
    assert parse_range(text, EVERY, LATEST) == (
        EVERY if not text or text == "1800/1810" else TimeRange(day(low), day(high))
    )


@pytest.mark.parametrize("text", ["nonsense", "since-", "since-x", "2023/", "2023/2024/2025", "/"])
def test_what_is_no_span_is_told_apart(text: str) -> None:
    assert parse_range(text, EVERY, LATEST) is None


def test_a_span_is_named_by_its_months() -> None:
    assert month_span(EVERY) == "1967-02/2030-12"
    assert month_span(TimeRange(day("2024-06-03"), day("2024-06-05"))) == "2024-06"
