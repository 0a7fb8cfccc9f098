"""What units measure."""

import pandas as pd
import pytest

from data.unit_kinds import measured

NONE = pd.DataFrame({"unit": [], "figure": []}, dtype="str")


@pytest.mark.parametrize(
    ("unit", "figure"),
    [("XOF", "money"), ("USD", "money"), ("percent", "percent"), ("x", "factor"), ("GWH", ""), ("", "")],
)
def test_without_a_table_money_is_what_iso_4217_lists(unit: str, figure: str) -> None:
    assert measured(unit, NONE) == figure


def test_the_table_of_units_has_the_last_word() -> None:
    units = pd.DataFrame({"unit": ["USD constant 2010", "rank", "EUR"], "figure": ["money", "rank", ""]})
    assert [measured(unit, units) for unit in ("USD constant 2010", "rank", "EUR")] == ["money", "rank", "money"]
