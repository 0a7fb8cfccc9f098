"""Why answers to a question differ, as the keepers of the table say."""

from typing import TYPE_CHECKING

import pandas as pd

from data import values

if TYPE_CHECKING:
    from data.tables import Tables

UNKNOWN = "unknown"


def causes(tables: "Tables", question: pd.Series) -> pd.DataFrame:
    """Return the rows of the causes' table that speak of a question (a row of `Comparison.questions`).

    Columns: those of the table. An empty event, attribute, period or unit stands for any; periods are equal where
    their days are.
    """
    table = tables.causes
    fits = pd.Series(True, index=table.index)
    for column in ("event", "attribute", "unit"):
        fits &= (table[column] == "") | (table[column] == question[column])
    periods = values.DATE.parse(pd.concat([table["period"], pd.Series([question["period"]])], ignore_index=True))
    own, asked = periods.iloc[:-1].set_axis(table.index), periods.iloc[-1]
    fits &= (table["period"] == "") | ((own["low"] == asked["low"]) & (own["high"] == asked["high"]))
    found: pd.DataFrame = table[fits].reset_index(drop=True)
    return found
