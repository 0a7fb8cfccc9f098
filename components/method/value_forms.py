"""How values are written: each form, with what is coded so and what it is read as."""

from functools import lru_cache

import pandas as pd

import data
from components.words import format
from components.words.i18n import N_, _, translate
from data import values

FORMS = (
    ("2023-07-04", "date", N_("4 July 2023")),
    ("2023-07", "date", N_("July 2023")),
    ("2024-06-04/2024-06-05", "date", N_("some time within these days")),
    ("../2013", "date", N_("2013 or earlier")),
    ("199X", "date", N_("the 1990s")),
    ("1992~", "date", N_("about 1992, give or take a year")),
    ("2022-21", "date", N_("spring 2022")),
    ("[2022-07,2022-09]", "date", N_("one of these")),
    ("2023-07-01/2023-07-10", "date", N_("early July 2023; mid is 11–20, late is from 21")),
    ("1994/1996", "date", N_("the mid-1990s; early is 1990–1993, late 1997–1999")),
    ("2024-05?", "date", N_("likely in May 2024")),
    ("3500", "quantity", "3,500"),
    ("~3500", "quantity", N_("about 3,500")),
    ("3.2e6", "quantity", N_("3.2 million, as rounded")),
    ("60.2", "quantity", N_("60.2, as rounded")),
    (">2000000", "quantity", N_("over two million")),
    ("<25", "quantity", N_("less than 25")),
    ("[24..99]", "quantity", N_("dozens")),
    ("[200..999]", "quantity", N_("hundreds")),
    ("[2000..9999]", "quantity", N_("thousands")),
    ("[50..100]", "quantity", N_("mostly (in percent)")),
    ("~2", "quantity", N_("doubled (unit x)")),
    (">2", "quantity", N_("more than doubled (unit x)")),
    ("[31..32]", "quantity", N_("nearly 32; almost 35,000 is 34,000 to 35,000")),
    (">1", "quantity", N_("for years, years-long (unit years)")),
)
"""Each form of a value, its kind, and a wording that is coded so."""


@lru_cache(maxsize=4)
def forms_table(language: str) -> pd.DataFrame:  # noqa: ARG001  the language is part of the key
    """Return each form of a value with what is coded so and what it is read as."""
    rows = []
    for text, kind, said in FORMS:
        parse = values.parse_dates if kind == "date" else values.parse_quantities
        low, high = parse(pd.Series([text])).iloc[0]
        rows.append({_("Written"): f"`{text}`", _("Said"): translate(said), _("Read as"): _span(low, high, kind)})
    return pd.DataFrame(rows)


def _span(low: float, high: float, kind: str) -> str:
    if kind == "date":
        return format.date(data.write_date(low, high))
    if high == float("inf"):
        return format.quantity(f">={low:g}")
    if low == float("-inf"):
        return format.quantity(f"<={high:g}")
    return format.number(low) if low == high else _("{low} to {high}", low=low, high=high)
