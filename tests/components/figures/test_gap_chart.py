"""The chart of gaps."""

import pandas as pd

import data
from components.figures import gap_chart
from components.figures.yearly import by_year


def test_the_usual_gap_is_labelled_where_it_is_drawn(goods: pd.DataFrame) -> None:
    assert list(gap_chart.chart(goods, by_year(goods), ratio=True).frames["usual"]["text"]) == ["usual gap: 20%"]


def test_the_reason_of_gaps_in_trade_explains_no_more_than_the_usual_gap() -> None:
    reasons = data.load().attributes.set_index("attribute")["expected_gap_reason"]
    assert all("wider gaps have other causes" in reasons[name] for name in ("amount", "yearly_mean"))
