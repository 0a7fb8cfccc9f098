"""The benchmark runs; what it measures hangs on the machine, and is no test."""

import pytest

from tests.benchmarks import opening
from tests.benchmarks.opening import Timed


def test_a_view_is_measured_beside_the_empty_page() -> None:
    [timed] = opening.measure(("/compare?view=without",), times=1)
    assert min(timed.empty, timed.seen, timed.new) > 0


def test_each_new_choice_is_another() -> None:
    first, second = (next(chosen) for chosen in [opening.choices()] for _time in range(2))
    assert first != second
    assert first.count("source=") == second.count("source=")


@pytest.mark.parametrize(
    ("seen", "new", "kept"), [(150, 400, True), (151, 400, False), (100, 401, False), (90, 80, True)]
)
def test_a_limit_is_kept_or_not(seen: float, new: float, kept: bool) -> None:
    assert Timed("/", 100, seen, new).kept == kept
