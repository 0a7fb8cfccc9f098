"""Why answers to a question differ, as the keepers of the table say."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import pandas as pd

from data import values

if TYPE_CHECKING:
    from data.tables import Tables

UNKNOWN = "unknown"


def causes(tables: "Tables", question: pd.Series) -> pd.DataFrame:
    """Return the rows of the causes' table that speak of a question (a row of `Comparison.questions`)."""
    return causes_over(tables, question["event"], question["attribute"], question["unit"], [question["period"]])


def causes_over(tables: "Tables", event: str, attribute: str, unit: str, periods: Collection[str]) -> pd.DataFrame:
    """Return the rows of the causes' table that speak of one quantity over some periods, in the order of the table.

    Columns: those of the table. An empty event, attribute, period or unit stands for any; periods are equal where
    their days are.
    """
    table = tables.causes
    fits = pd.Series(True, index=table.index)
    for column, asked in (("event", event), ("attribute", attribute), ("unit", unit)):
        fits &= table[column].isin(["", asked])
    found: pd.DataFrame = table[fits].reset_index(drop=True)
    if not found["period"].any():
        return found
    own, days = (values.DATE.parse(pd.Series(texts, dtype="str")) for texts in (found["period"], list(periods)))
    same = pd.MultiIndex.from_frame(own[["low", "high"]]).isin(pd.MultiIndex.from_frame(days[["low", "high"]].dropna()))
    shown: pd.DataFrame = found[(found["period"] == "") | same].reset_index(drop=True)
    return shown
