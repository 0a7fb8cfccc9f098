"""The chart of gaps."""

from pathlib import Path

import pandas as pd

import data
from components.figures import gap_strip
from components.figures.yearly import by_year
from tests.components.figures.examples import rows_of


def test_the_usual_gap_is_named_above_the_strip_where_no_bar_crosses_the_words(goods: pd.DataFrame) -> None:
    frames, _params = gap_strip.frames_and_params(by_year(goods), ratio=True)
    assert list(frames["usual"]["value"]) == [1.2]
    assert list(frames["title"]["text"]) == ["Highest ÷ lowest; dashed: the usual gap of 20%, orange beyond it"]


def test_a_debt_beside_a_claim_is_told_by_its_distance_and_a_zero_as_none(tmp_path: Path) -> None:
    lines = "".join(
        f"goods,{s},amount,{v},USD,{y},\n"
        for s, y, v in [("a", 2001, -5), ("b", 2001, 5), ("a", 2002, 0), ("b", 2002, 5)]
    )
    points = rows_of(tmp_path, lines)
    frames, _params = gap_strip.frames_and_params(by_year(points), ratio=True)
    assert frames["several"]["endless"].all()
    assert list(frames["several"]["told"]) == ["10 apart", "one says none at all"]


def test_the_reason_of_gaps_in_trade_explains_no_more_than_the_usual_gap() -> None:
    reasons = data.load().attributes.set_index("attribute")["expected_gap_reason"]
    assert all("wider gaps have other causes" in reasons[name] for name in ("amount", "yearly_mean"))
