import re
from collections.abc import Callable
from math import inf
from typing import TypeAlias

import pandas as pd

from data import values
from data.files import SET_ASIDE, Problem, TextTable, quoted
from data.schema import LONGEST_CELL, MOST_STATED_WORDS, SCHEMA, Column

EMPTIED, KEPT = "read as empty", "kept"
def check_table(name: str, table: TextTable | None) -> TextTable:
    """Return a table with every column of the schema and only the rows that count, its problems added."""
    columns = SCHEMA[name]
    if table is None:
        return TextTable(f"{name}.csv", pd.DataFrame(columns=[column.name for column in columns], dtype="str"))
    frame = table.frame.copy()
    for column in columns:
        if column.name not in frame.columns:
            frame[column.name] = ""
    if name == "attributes":
        frame["multiple"] = frame["multiple"].str.lower()  # spreadsheets write TRUE
    if name == "claims":
        written = set(frame["claim"])
        made = [f"row-{number}" if f"row-{number}" not in written else f"row-{number}-made" for number in frame.index]
        frame["claim"] = frame["claim"].where(frame["claim"] != "", pd.Series(made, index=frame.index, dtype="str"))
    known = [column.name for column in columns]
    frame = frame[[*known, *(column for column in frame.columns if column not in known)]].astype("str")
    failures = _failures(name, frame)
    problems, set_aside = list(table.problems), set[int]()
    for row, column_name, message, consequence in failures:
        cell = str(frame.loc[row, column_name])
        problems.append(Problem(table.file, row, column_name, f"{message.format(cell=quoted(cell))}; {consequence}"))
        if consequence == SET_ASIDE:
            set_aside.add(row)
    for row, column_name, _, consequence in failures:
        if consequence == EMPTIED:
            frame.loc[row, column_name] = ""
    return TextTable(table.file, frame.drop(index=list(set_aside)), problems, table.set_aside + len(set_aside))


def _failures(name: str, frame: pd.DataFrame) -> list[tuple[int, str, str, str]]:
    """Return (row, column, message, consequence) of every cell that is not as the schema wants it."""
    import pandera.pandas as pa  # costs 0.4 s, which only reading has to pay

    rules = {column.name: _rules(name, column) for column in SCHEMA[name]}
    for extra in frame.columns.difference(list(rules)):
        rules[str(extra)] = [_FORMULA]
    schema = pa.DataFrameSchema(
        {
            column: pa.Column(str, [pa.Check(test, error=f"{number}") for number, (test, _, _) in enumerate(tests)])
            for column, tests in rules.items()
        }
    )
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        found = [
            (int(row), str(column), *rules[str(column)][int(check)][1:])
            for row, column, check in zip(cases["index"], cases["column"], cases["check"], strict=True)
        ]
        return sorted(found, key=lambda failure: failure[:2])
    return []


_Rule: TypeAlias = tuple[
    Callable[[pd.Series], pd.Series], str, str
]  # what holds for good cells, the message, the consequence

_FORMULA: _Rule = (
    lambda cells: ~cells.str.startswith(("=", "@", "+")),
    "{cell} begins with a sign that makes a spreadsheet run it; expected text",
    KEPT,
)


def _rules(table: str, column: Column) -> list[_Rule]:
    """Return what every cell of a column must be."""
    rules = [_FORMULA]
    of_claims = table == "claims"
    if column.required:
        rules.append((lambda cells: cells != "", "the cell is empty; expected " + column.meaning, SET_ASIDE))
    if column.form == "id":
        rules.append(
            (lambda cells: ~cells.duplicated() | (cells == ""), "{cell} stood before; expected a unique id", SET_ASIDE)
        )
    if column.form == "date":
        expected = f"{{cell}} does not read as a date; expected {values.DATE_FORMS}"
        rules.append((_reads_as_date, expected, SET_ASIDE if of_claims else EMPTIED))
    if column.form == "number":
        rules.append((_reads_as_number, "{cell} does not read as a number; expected one such as 20", EMPTIED))
    if column.one_of:
        expected = f"{{cell}} is unknown; expected one of {', '.join(column.one_of)}"
        rules.append((lambda cells: cells.isin(["", *column.one_of]), expected, SET_ASIDE if of_claims else EMPTIED))
    if column.form != "text":
        long = f"{{cell}} has over {LONGEST_CELL} characters; expected fewer"
        rules.append((lambda cells: cells.str.len() <= LONGEST_CELL, long, KEPT))
    if of_claims and column.name == "stated":
        words = f"{{cell}} has over {MOST_STATED_WORDS} words; expected at most {MOST_STATED_WORDS}"
        rules.append((lambda cells: cells.str.count(r"\S+") <= MOST_STATED_WORDS, words, KEPT))
    return rules


def _reads_as_date(cells: pd.Series) -> pd.Series:
    return values.parse_dates(cells)["low"].notna() | (cells == "")


def _reads_as_number(cells: pd.Series) -> pd.Series:
    return pd.to_numeric(cells, errors="coerce").between(0, inf, inclusive="left") | (cells == "")


