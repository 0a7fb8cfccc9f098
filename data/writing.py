"""Frames as text for other programs: CSV and JSON, written one way everywhere."""

import json
import re

import pandas as pd

from data.values import write_number

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
APOSTROPHE = "an apostrophe before"
"""How a Data Package says that formulas were made harmless (see `without_formula`)."""
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?(\.\.-?[0-9.]*)?")


def write_csv(frame: pd.DataFrame) -> str:
    """Return a frame as CSV: `true` and `false`, numbers without exponents, nothing for none.

    A text that a spreadsheet would run as a formula is preceded by an apostrophe (OWASP, CSV injection).
    """
    text: str = frame.apply(lambda column: column.astype(object).map(_csv_cell)).to_csv(
        index=False, lineterminator="\n"
    )
    return text


def _csv_cell(cell: object) -> str:
    text = plain_text(cell)
    line_ends = text.replace("\r\n", "\n").replace("\r", "\n")  # a lone return is not quoted before Python 3.13
    return without_formula(line_ends) if isinstance(cell, str) else line_ends


def without_formula(text: str) -> str:
    """Return a text such that no spreadsheet runs it; `with_formula` gives it back."""
    return f"'{text}" if _is_formula(text.lstrip("'")) else text


def with_formula(text: str) -> str:
    """Return the text that `without_formula` was given."""
    return text[1:] if text.startswith("'") and _is_formula(text.lstrip("'")) else text


def _is_formula(text: str) -> bool:
    return text.startswith(_RUN_BY_SPREADSHEETS) and not _NUMBER.fullmatch(text)


def plain_text(cell: object) -> str:
    """Return a cell as text: `true`, `false`, a number without an exponent, and nothing for none."""
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return write_number(cell) if isinstance(cell, float) else str(cell)


def bounds_as_text(questions: pd.DataFrame) -> pd.DataFrame:
    """Return questions for Parquet, whose columns have one type: bounds are days in some rows and numbers in others."""
    bounds = ["low", "high", "common_low", "common_high"]
    there = [name for name in bounds if name in questions]
    return questions.assign(**{name: questions[name].map(plain_text).astype("str") for name in there})


def write_json(frame: pd.DataFrame) -> str:
    """Return a frame as a JSON list of objects, `null` for none."""
    rows = [
        {name: _json_value(cell) for name, cell in row.items()}
        for row in frame.astype(object).to_dict(orient="records")
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _json_value(cell: object) -> object:
    if cell is None or cell != cell or cell == "" or cell in (float("inf"), float("-inf")):
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
