"""How answers are marked, and rows of words on a wide and on a narrow screen."""

import pandas as pd

from components.charts import theme
from components.charts.layers import DENIAL, LETTER, LINE, NARROW, answer_marks, stack_rows, wide_from


def test_derived_is_an_outline_and_a_denial_is_crossed_out() -> None:
    relation = pd.Series(["sole source", "sole source", "disputed"])
    looks = answer_marks(relation, pd.Series([False, True, False]), pd.Series([False, False, True]))
    assert looks["solid"].tolist() == [1, 0, 1]
    assert looks["line"].gt(0).tolist() == [False, True, False]
    assert looks["shape"].iloc[0] == theme.LOOKS["sole source"].vega
    assert looks["shape"].iloc[2] == DENIAL


def test_rows_grow_on_a_narrow_screen_only_where_words_break() -> None:
    place = stack_rows(pd.Series(["short", "so long that it breaks in two", "short"]), 20, 40, 10)
    assert place["top"].tolist() == [10, 50, 90]
    assert place["shift"].tolist() == [0, 0, LINE]
    assert place["grown"].tolist() == [0, LINE, LINE]


def test_captions_that_a_chart_cannot_hold_are_broken() -> None:
    assert wide_from(pd.Series(["short", "shorter"])) == {"wide_from": NARROW}
    assert wide_from(pd.Series(["short", "x" * 200])) == {"wide_from": 200 * LETTER}
