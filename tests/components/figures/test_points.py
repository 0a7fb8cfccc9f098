"""The points of figures in words."""

from components.figures.points import value_text


def test_long_numbers_are_cut_to_three_digits_and_short_ones_kept() -> None:
    assert value_text("1915.225e3", "USD", "money", "", 1915225.0) == "1.92 million USD"
    assert value_text("3.2e6", "USD", "money", "", 3.2e6) == "3.2 million USD"
    assert value_text("~3500", "persons", "count", "", 3500.0) == "about 3,500"


def test_a_rank_is_told_as_one_whatever_its_unit_is_called() -> None:
    assert value_text("3", "place", "rank", "third", 3.0) == "rank 3"
