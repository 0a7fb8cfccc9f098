"""What the limits mean; that pages are measured stands in `tests/browser`, and what is measured is no test."""

import pytest

from tests.benchmarks.slow_line import SHIFT, Fetched, Moved


@pytest.mark.parametrize(("seconds", "kept"), [(8, True), (8.1, False)])
def test_a_page_comes_in_time_or_not(seconds: float, kept: bool) -> None:
    assert Fetched("/", seconds, weight=700, limit=8).kept == kept


@pytest.mark.parametrize(
    ("opening", "filtered", "kept"), [(SHIFT, SHIFT, True), (SHIFT + 0.01, 0, False), (0, SHIFT + 0.01, False)]
)
def test_a_page_stands_still_or_not(opening: float, filtered: float, kept: bool) -> None:
    assert Moved("/", 1280, opening, filtered).kept == kept
