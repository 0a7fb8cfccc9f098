"""Frames as text for other programs: CSV and JSON, written one way everywhere."""

import contextlib
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
_LATER = re.compile(rf"([;\t\n][ \t]*)(?=[=+@＝＋＠]|[-－](?!{_DIGITS}[ \t]*(?:[;\n]|\Z)))")
"""Where a cell begins for spreadsheets that split cells by semicolons, as those of a French system do."""


def write_csv(frame: pd.DataFrame) -> str:
    """Return a frame as CSV: `true` and `false`, numbers without exponents, nothing for none.

    A text that a spreadsheet would run as a formula, and such a name of a column, is preceded by an apostrophe (OWASP,
    CSV injection); negative numbers are not.
    """
    cells = frame.apply(lambda column: column.astype(object).map(_csv_cell))
    text: str = cells.to_csv(index=False, header=[_csv_cell(str(name)) for name in frame], lineterminator="\n")
    return text


def _csv_cell(cell: object) -> str:
    text = plain_text(cell)
    line_ends = text.replace("\r\n", "\n").replace("\r", "\n")  # a lone return is not quoted before Python 3.13
    if not isinstance(cell, str):
        return line_ends
    begins = re.match(_RUN, text) and not _NUMBERS.fullmatch(text)
    return ("'" if begins else "") + _LATER.sub(r"\1'", line_ends)


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
    return questions.assign(**{name: questions[name].map(plain_text).astype("str") for name in bounds})


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
