"""The list of discrepancies, in each of its orders."""

import data
from components.compare import discrepancies
from components.compare.discrepancy_words import (
    contested_rows,
)


def test_only_what_is_contested_is_listed_in_the_order_asked_for(small_view: tuple[data.Tables, data.View]) -> None:
    found = {order: contested_rows(small_view[1], order)["question"].tolist() for order in discrepancies.ORDERS}
    assert found["origins"][-1] == "embassy/date", "one origin alone speaks of the embassy"
    assert set(found["origins"]) == {"coup/date", "embassy/date", "wagner/status"}
    assert found["gap"] == ["embassy/date", "coup/date", "wagner/status"]
    assert found["date"] == ["embassy/date", "coup/date", "wagner/status"]
    assert found["topic"] == ["wagner/status", "embassy/date", "coup/date"]
