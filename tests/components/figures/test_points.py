"""The points of figures in words."""

from components.figures.points import value_text


def test_long_numbers_are_cut_to_three_digits_and_short_ones_kept() -> None:
    assert value_text("1915.225e3", "USD", "", 1915225.0) == "1.92 million USD"
    assert value_text("3.2e6", "USD", "", 3.2e6) == "3.2 million USD"
    assert value_text("~3500", "persons", "", 3500.0) == "about 3,500"
