"""Rows of words on a wide and on a narrow screen."""

import pandas as pd

from components.charts.word_rows import LETTER, LINE, NARROW, stack_rows, wide_from


def test_rows_grow_on_a_narrow_screen_only_where_words_break() -> None:
    place = stack_rows(pd.Series(["short", "so long that it breaks in two", "short"]), 20, 40, 10)
    assert place["top"].tolist() == [10, 50, 90]
    assert place["shift"].tolist() == [0, 0, LINE]
    assert place["grown"].tolist() == [0, LINE, LINE]


def test_captions_that_a_chart_cannot_hold_are_broken() -> None:
    assert wide_from(pd.Series(["short", "shorter"])) == {"wide_from": NARROW}
    assert wide_from(pd.Series(["short", "x" * 200])) == {"wide_from": 200 * LETTER}
