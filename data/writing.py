"""Frames as text for other programs: CSV and JSON, written one way everywhere."""

import contextlib
import csv
import io
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data.values import write_number

_RUN = r"[=+\-@\t\r＝＋－＠]"
_DIGITS = r"[0-9](?:[., \u00a0\u202f]?[0-9])*(?:[eE][+-]?[0-9]+)?(?:[ \u00a0\u202f]?%)?"
_NUMBER = rf"[-−]?{_DIGITS}"
_BETWEEN = r"\.\.|[–/]|[ \u00a0\u202f](?:\||[^\W\d_]+)[ \u00a0\u202f]"
_NUMBERS = re.compile(rf"{_NUMBER}(?:(?:{_BETWEEN}){_NUMBER})*(?:\.\.)?(?:[ \u00a0\u202f][^\W\d_]+)*")
"""Numbers alone, or joined and followed by words and signs that no spreadsheet reckons with: `-5 to -3 %`."""
_RUN_LATER = rf"(?='*(?:[=+@＝＋＠]|[-－](?!{_DIGITS}[ \t]*(?:[;\n]|\Z))))"
_LATER = re.compile(rf"([;\t\n\r][ \t]*){_RUN_LATER}")
_LATER_HARMLESS = re.compile(rf"([;\t\n\r][ \t]*)'{_RUN_LATER}")
"""Where a cell begins for spreadsheets that split cells by semicolons, as those of a French system do."""
_SUSPECT = r"^'*[=+\-@\t\r＝＋－＠]|[;\t\n\r]"
"""What a text needs to be looked at for formulas; of a million claims, few have it."""
FORMULAS, APOSTROPHE = "formulas", "an apostrophe before"
"""How a Data Package, or a column of a file of claims, says that formulas were made harmless: `without_formula`."""


def write_csv(frame: pd.DataFrame) -> str:
    """Return a frame as CSV: `true` and `false`, numbers without exponents, nothing for none.

    A text that a spreadsheet would run as a formula, and such a name of a column, is preceded by an apostrophe (OWASP,
    CSV injection); negative numbers are not.
    """
    cells = frame.apply(lambda column: column.astype(object).map(_csv_cell))
    text: str = cells.to_csv(index=False, header=[_csv_cell(str(name)) for name in frame], lineterminator="\n")
    return text


def write_restorable_csv(frame: pd.DataFrame) -> str:
    """Return a frame of text as CSV in which no text is run, and from which each is read again as it was.

    Where a text had to be preceded by an apostrophe, a last column says so: `formulas`, in each row `APOSTROPHE`.
    Each cell stands in quotation marks, so that all readers agree on its ends of lines.
    """
    safe = without_formulas(frame)
    if list(safe) != list(frame) or not safe.equals(frame.set_axis(list(safe), axis=1)):
        safe[FORMULAS] = APOSTROPHE
    return write_quoted_csv(safe)


def without_formulas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame of text whose cells and names of columns no spreadsheet runs; see `without_formula`."""
    return frame.apply(_without_formulas).rename(columns=without_formula)


def _without_formulas(column: pd.Series) -> pd.Series:
    suspect = column.astype("str").str.contains(_SUSPECT)
    return column.where(~suspect, column[suspect].map(without_formula))


def write_quoted_csv(frame: pd.DataFrame) -> str:
    """Return a frame of text as CSV, its cells as they are, each in quotation marks."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(frame.to_numpy().tolist())
    return out.getvalue()


def _csv_cell(cell: object) -> str:
    text = plain_text(cell)
    # A lone return is not quoted before Python 3.13.
    return without_formula(text).replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else text


def without_formula(text: str) -> str:
    """Return a text such that no spreadsheet runs it; `with_formula` gives it back."""
    return ("'" if _is_formula(text) else "") + _LATER.sub(r"\1'", text)


def with_formula(text: str) -> str:
    """Return the text that `without_formula` was given."""
    begins = text.startswith("'") and _is_formula(text)
    return _LATER_HARMLESS.sub(r"\1", text[1:] if begins else text)


def _is_formula(text: str) -> bool:
    begin = text.lstrip("'")
    return bool(re.match(_RUN, begin)) and not _NUMBERS.fullmatch(begin)


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


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make a file beside `path`, and then put it in its place: whoever reads that finds it whole.

    A device or a pipe is written as it is. Raises `OSError` with the name of the file.
    """
    target = path.resolve()  # a link stays one
    beside = target.with_name(f".{target.name[:200]}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():
            write(target)
            return
        try:
            write(beside)
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from None
