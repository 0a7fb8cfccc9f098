"""Cells into problems: what each cell of a table may be, tested once for each distinct value.

What is wrong is a frame of *failures*, one row each: `row` (the row number), `column`, `text` (what is wrong and what
would be right) and `consequence` (`SET_ASIDE`, `EMPTIED`, `KEPT` or `READ_AS_DAY`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from math import inf
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data.files import SET_ASIDE, Problem, TextTable, quoted
from data.hints import expected_dates
from data.letters import SPACES
from data.schema import LONGEST_CELL, MOST_STATED_WORDS, SCHEMA, Column
from data.values import DATE, Kind, parse_dates, with_clock

EMPTIED, KEPT, READ_AS_DAY = "read as empty", "kept", "read as its day"


def check_table(name: str, table: TextTable | None) -> TextTable:
    """Return a table with every column of its schema and only the rows that count, its problems added.

    None stands for a table that is not there, and becomes one without rows.
    """
    if table is None:
        return TextTable(f"{name}.csv", pd.DataFrame(columns=[column.name for column in SCHEMA[name]], dtype="str"))
    frame = with_columns(name, table.frame)
    if name == "claims":
        frame = _with_made_ids(frame)
    found = together([failures(name, frame), repeated_ids(name, frame)])
    return apply(found, TextTable(table.file, frame, table.problems, table.set_aside))


def with_columns(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with every column of the schema, the unknown ones last."""
    known = [column.name for column in SCHEMA[name]]
    frame = frame.reindex(columns=[*known, *frame.columns.difference(known, sort=False)], fill_value="").astype("str")
    if name == "attributes":
        frame["multiple"] = frame["multiple"].str.lower()  # spreadsheets write TRUE
    return frame


def _with_made_ids(claims: pd.DataFrame) -> pd.DataFrame:
    """Return claims with an id made from the row number for each that has none."""
    ids = claims["claim"]
    without = ids == ""
    if not without.any():
        return claims
    alike = ids[ids.str.startswith("row-")]
    made = ("row-" + claims.index[without].astype("str")).to_series()
    while (taken := made.isin(alike)).any():
        made = made.mask(taken, made + "-made")
    claims.loc[without, "claim"] = made.to_numpy()
    return claims


def failures(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the failures of the cells of any rows of a table; all but repeated ids, which take the whole table."""
    rules = {column.name: _rules(name, column) for column in SCHEMA[name]}
    found = (_failures_of(frame[column], rules.get(column, [_FORMULA])) for column in frame.columns)
    return together(chain.from_iterable(found))


def repeated_ids(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the failures of the ids that stood before, in the rows of a whole table."""
    found = []
    for column in SCHEMA[name]:
        if column.form == "id" and not (ids := frame[column.name]).is_unique:
            again = ids[ids.duplicated() & (ids != "")]
            texts = again.map(lambda cell: f"{quoted(cell)} stood before; expected a unique id")
            found.append(as_failures(texts, column.name, SET_ASIDE))
    return together(found)


def apply(found: pd.DataFrame, table: TextTable) -> TextTable:
    """Return a table without the rows and cells that failures take away, and with a problem for each failure."""
    if found.empty:
        return table
    set_aside = found.loc[found["consequence"] == SET_ASIDE, "row"].unique()
    frame = table.frame
    for column, rows in found[found["consequence"] == EMPTIED].groupby("column")["row"]:
        frame = frame.assign(**{str(column): frame[column].mask(frame.index.isin(rows), "")})
    return TextTable(
        table.file,
        frame[~frame.index.isin(set_aside)] if len(set_aside) else frame,
        table.problems + problems(found, table.file),
        table.set_aside + len(set_aside),
    )


def problems(found: pd.DataFrame, file: str) -> list[Problem]:
    """Return failures as the problems of a file, by row and column."""
    ordered = found.sort_values(["row", "column"], kind="stable")
    cells = (ordered[column].tolist() for column in ("row", "column", "text", "consequence"))
    return [
        Problem(file, row, column, f"{text}; {consequence}")
        for row, column, text, consequence in zip(*cells, strict=True)
    ]


def read_values(values: pd.Series, kind: Kind) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return `low` and `high` of each value, indexed by row number, and the failures of those that do not read."""
    where, distinct = pd.factorize(values, use_na_sentinel=False)
    cells = pd.Series(distinct, dtype="str")
    bounds = kind.parse(cells)
    rules = [_reads(kind, lambda _: bounds["low"].notna(), SET_ASIDE), *([_NO_CLOCK] if kind is DATE else [])]
    found = together(_of_distinct(values, where, cells, rules))
    return bounds.iloc[where].set_axis(values.index), found


def unknown_ids(ids: pd.Series, column: str, file: str, table: TextTable) -> list[Problem]:
    """Return a problem of `file` for each id, indexed by row number, that is not in the same column of `table`."""
    text = f"is not in {table.file}; expected an id that stands there; the row counts, titled by the id"
    unknown = ids[~ids.isin(table.frame[column])]
    return [
        Problem(file, row, column, f"{quoted(cell)} {text}")
        for row, cell in zip(unknown.index.tolist(), unknown, strict=True)
    ]


# --- Rules ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Rule:
    """What holds for good cells, what is said of the others, and what becomes of them; all for distinct cells.

    `holds` takes them as Arrow does, where a test of few cells costs a tenth of the same in pandas.
    """

    holds: Callable[[pa.Array], Any]
    text: Callable[[pd.Series], pd.Series]
    consequence: str


def _saying(text: str) -> Callable[[pd.Series], pd.Series]:
    """Return how bad cells are told: `text` after the cell in quotation marks."""
    return lambda cells: cells.map(quoted) + f" {text}"


def _reads(kind: Kind, holds: Callable[[pa.Array], Any], consequence: str) -> _Rule:
    def text(cells: pd.Series) -> pd.Series:
        expected = expected_dates(cells) if kind is DATE else kind.forms
        return cells.map(quoted) + f" does not read as a {kind.name}; expected " + expected

    return _Rule(holds, text, consequence)


_FORMULA = _Rule(
    lambda cells: pc.invert(pc.match_substring_regex(cells, r"\A[=@+]")),
    _saying("begins with a sign that makes a spreadsheet run it; expected text"),
    KEPT,
)


def _is_without_clock(cells: pa.Array) -> Any:
    timed = with_clock(cells)
    return ~timed | ~_is_date(cells) if timed.any() else ~timed


def _is_date(cells: pa.Array) -> Any:
    return parse_dates(pd.Series(cells, dtype="str"))["low"].notna().to_numpy()


_NO_CLOCK = _Rule(
    _is_without_clock,
    _saying("has a time of day; expected a day without one"),
    READ_AS_DAY,
)


def _rules(table: str, column: Column) -> list[_Rule]:
    """Return what every cell of a column must be."""
    unread = SET_ASIDE if table == "claims" or column.required else EMPTIED
    rules = [_FORMULA]
    if column.required:
        empty = f"the cell is empty; expected {column.meaning}"
        rules.append(_Rule(lambda cells: pc.not_equal(cells, ""), lambda cells: cells.map(lambda _: empty), SET_ASIDE))
    if column.form == "date":
        rules += [_reads(DATE, _or_empty(_is_date), unread), _NO_CLOCK]
    if column.form == "number":
        expected = _saying("does not read as a number; expected one such as 20")
        rules.append(_Rule(_or_empty(_is_number), expected, unread))
    if column.one_of:
        allowed = pa.array(["", *column.one_of], pa.large_string())
        expected = _saying(f"is unknown; expected one of {', '.join(column.one_of)}")
        rules.append(_Rule(lambda cells: pc.is_in(cells, allowed), expected, unread))
    if column.form != "text":
        long = f"has over {LONGEST_CELL} characters; expected fewer"
        rules.append(_Rule(lambda cells: pc.less_equal(pc.utf8_length(cells), LONGEST_CELL), _saying(long), KEPT))
    if table == "claims" and column.name == "stated":
        words = f"has over {MOST_STATED_WORDS} words; expected at most {MOST_STATED_WORDS}"
        count = partial(pc.count_substring_regex, pattern=rf"[^{SPACES}]+")
        rules.append(_Rule(lambda cells: pc.less_equal(count(cells), MOST_STATED_WORDS), _saying(words), KEPT))
    return rules


def _is_number(cells: pa.Array) -> Any:
    numbers = pd.to_numeric(pd.Series(cells, dtype="str"), errors="coerce")
    return numbers.between(0, inf, inclusive="left").to_numpy()


def _or_empty(holds: Callable[[pa.Array], Any]) -> Callable[[pa.Array], Any]:
    """Return what holds where a cell is empty, too; most columns are, and are not looked at any further."""

    def found(cells: pa.Array) -> Any:
        good = np.array(pc.equal(cells, ""))
        if not good.all():
            good[~good] = holds(cells.filter(pa.array(~good)))
        return good

    return found


def _failures_of(cells: pd.Series, rules: list[_Rule]) -> list[pd.DataFrame]:
    where, distinct = pd.factorize(cells, use_na_sentinel=False)
    return _of_distinct(cells, where, distinct, rules)


def _of_distinct(cells: pd.Series, where: np.ndarray, distinct: Any, rules: list[_Rule]) -> list[pd.DataFrame]:
    """Return the failures of a column whose cells are `distinct`, each at the places `where`: a frame a rule broken."""
    found = []
    texts = pa.array(distinct, pa.large_string())
    for rule in rules:
        bad = ~np.asarray(rule.holds(texts))
        if bad.any():
            told = np.full(len(bad), "", dtype=object)
            told[bad] = rule.text(pd.Series(texts.filter(pa.array(bad)), dtype="str"))
            rows = np.flatnonzero(bad[where])
            of_rows = pd.Series(told[where[rows]], cells.index[rows])
            found.append(as_failures(of_rows, str(cells.name), rule.consequence))
    return found


def as_failures(texts: pd.Series, column: str, consequence: str) -> pd.DataFrame:
    return pd.DataFrame({"row": texts.index, "column": column, "text": texts.to_numpy(), "consequence": consequence})


def together(found: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return failures one below the other."""
    frames = [frame for frame in found if len(frame)]
    return pd.concat(frames, ignore_index=True) if frames else _none()


@cache
def _none() -> pd.DataFrame:
    return pd.DataFrame({"row": [], "column": [], "text": [], "consequence": []}).astype(
        {"row": "int64", "column": "str", "text": "str", "consequence": "str"}
    )
