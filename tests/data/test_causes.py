"""Which cause is told of which question."""

import pandas as pd

from data.causes import causes
from tests.data.inline import loaded_well

CLAIMS = """
    claim, event, source, attribute, value, unit, period
    a,     trade, A,      amount,    100,   USD,  2023
    b,     trade, B,      amount,    120,   USD,  2023-01/2023-12
    c,     trade, A,      amount,    90,    USD,  2022
    d,     trade, A,      amount,    7,     t,    2023
    e,     visit, A,      amount,    1,     USD,  2023
"""
CAUSES = """
    event, attribute, period,                unit, cause,       note
    trade, amount,    2023-01-01/2023-12-31, USD,  valuation,   by days
    trade, amount,    2022,                  ,     rounding,    any unit
    trade, ,          ,                      t,    coverage,    any period
    ,      amount,    ,                      XOF,  conversion,  another unit
"""


def test_a_cause_speaks_of_the_questions_that_its_cells_name_and_an_empty_cell_of_any() -> None:
    tables = loaded_well(claims=CLAIMS, causes=CAUSES)
    found: dict[str, list[str]] = {
        str(row["question"]): causes(tables, pd.Series(row))["note"].tolist()
        for row in tables.compare().questions.to_dict("records")
    }
    assert found == {
        "trade/amount/2022/USD": ["any unit"],
        "trade/amount/2023/USD": ["by days"],
        "trade/amount/2023/t": ["any period"],
        "visit/amount/2023/USD": [],
    }


def test_without_a_table_of_causes_there_are_none() -> None:
    tables = loaded_well(claims=CLAIMS)
    assert causes(tables, tables.compare().questions.iloc[0]).empty
