"""The grammar of values: what a cell says, as an interval on a line.

Dates are EDTF levels 0 and 1 and one-of-a-set (ISO 8601-2:2019, annex A); quantities are numbers with
their rounding or vagueness. Every value becomes `[low, high]`, so that one rule compares them all.
Days count from 1970-01-01; an open end is infinite; what does not parse is NaN on both sides.
"""

from decimal import Decimal, localcontext
from math import inf, isinf
from typing import Any

import numpy as np
import pandas as pd

DATE_FORMS = (
    "2023, 2023-07, 2023-07-04, 199X, 2022-21 (spring), 2023-07~, 2023?, 2024-06-04/2024-06-05, 2013/.., ../2013, "
    "[2022-07,2022-09]"
)
QUANTITY_FORMS = "3500, 60.2, 3.2e6, ~3500, >2000000, >=10, <25, <=25, [80..120]"

_POINT = (
    r"^(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX))?(?:-(?P<day>[0-9]{2}|XX))?(?P<mark>[~?%])?\Z"
)
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"
_QUANTITY = rf"^(?:(?P<sign>~|>=|<=|>|<)?(?P<number>{_NUMBER})|\[(?P<least>{_NUMBER})\.\.(?P<most>{_NUMBER})\])\Z"

_FIRST_MONTH, _END_MONTH = 1 * 12, 10000 * 12  # January of year 1, and the month after year 9999
_FIRST_DAY = int(np.datetime64("0001-01-01").astype(int))
_LAST_DAY = int(np.datetime64("9999-12-31").astype(int))
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}  # of the northern hemisphere; winter ends in the next year


def parse_dates(values: pd.Series) -> pd.DataFrame:
    """Return `low` and `high`, the first and last day of each EDTF date, as floats indexed like `values`."""
    text = pd.Series(values.unique(), dtype="str")
    is_set = text.str.match(r"^\[.*\]$") & ~text.str.contains("/", regex=False)
    # A set is its members, and a span `a..b` within it is an interval: from here on all are `start/end`.
    members = text.where(~is_set, text.str.slice(1, -1)).str.split(",").where(is_set, text.map(lambda t: [t])).explode()
    spans = members.str.replace(r"^\s*\.\.", "../", regex=True).str.replace(r"\.\.\s*$", "/..", regex=True)
    spans = spans.str.replace(r"(?<=[^./])\.\.(?=[^./])", "/", regex=True).str.strip()
    members = spans.where(is_set.reindex(members.index), members)
    halves = members.str.split("/", expand=True, n=2).reindex(columns=[0, 1, 2]).astype("str")
    start, end = halves[0], halves[1].where(halves[1].notna(), halves[0])
    first, last = _points(start), _points(end)
    low = first["low"].mask(start == "..", -inf)
    high = last["high"].mask(end == "..", inf)
    forward = first["bare_low"].mask(start == "..", -inf) <= last["bare_high"].mask(end == "..", inf)
    good = low.notna() & high.notna() & halves[2].isna() & forward & ~((start == "..") & (end == ".."))
    ends = pd.DataFrame({"low": low, "high": high, "good": good})
    parsed = ends.groupby(level=0).agg({"low": "min", "high": "max", "good": "all"})
    return _for_each(values, text, parsed[["low", "high"]].where(parsed["good"]))


def _points(text: pd.Series) -> pd.DataFrame:
    """Return `low` and `high` of single dates, and `bare_low` and `bare_high` before `~`, `?` or `%` widened them."""
    part = text.reset_index(drop=True).str.extract(_POINT)
    year = _numbers(part["year"].str.replace("X", "0", regex=False))
    years = part["year"].str.count("X").map({0: 1, 1: 10, 2: 100}).astype("float64")
    month, day = _numbers(part["month"]), _numbers(part["day"])  # `XX` becomes missing, as if it were not written
    season = month.map(_SEASON_START).astype("float64")
    by_day, by_season, by_month = day.notna(), season.notna(), month.notna()
    length = years.mul(12).mask(by_month, 1).mask(by_season, 3)
    start = year * 12 + season.where(by_season, month).where(by_month, 1) - 1
    valid = (
        part["year"].notna()
        & (~by_month | month.between(1, 12) | by_season)
        & ((years == 1) | part["month"].isna())
        & ~(part["day"].notna() & (by_season | (part["month"] == "XX") & by_day))
        & (start >= _FIRST_MONTH)
        & (start + length <= _END_MONTH)
    )
    widened = part["mark"].notna()
    month_end = _first_day(start + 1)
    low, high = _first_day(start) + (day - 1).where(by_day, 0), _first_day(start + length) - 1
    high = high.mask(by_day, low)
    valid &= ~by_day | ((day >= 1) & (low < month_end))
    wide_low = (low - 1).where(by_day, _first_day(start - length))
    wide_high = (high + 1).where(by_day, _first_day(start + 2 * length) - 1)
    days = pd.DataFrame(
        {
            "low": low.mask(widened, wide_low).clip(lower=_FIRST_DAY),
            "high": high.mask(widened, wide_high).clip(upper=_LAST_DAY),
            "bare_low": low,
            "bare_high": high,
        }
    )
    return days.where(valid).set_index(text.index)


def _numbers(text: pd.Series) -> pd.Series:
    return pd.to_numeric(text.astype("object"), errors="coerce").astype("float64")


def _first_day(month: pd.Series) -> pd.Series:
    """Return the first day of each month, months counting from the year 0."""
    whole = (month.fillna(0).to_numpy(dtype="int64") - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]")
    return pd.Series(whole.astype("int64"), index=month.index, dtype="float64").where(month.notna())


def parse_quantities(values: pd.Series) -> pd.DataFrame:
    """Return `low` and `high` of each number, range or bound, as floats indexed like `values`.

    Bounds are computed in decimal, so that 60.2 (to 60.25) and 60.3 (from 60.25) share their end exactly.
    """
    text = pd.Series(values.unique(), dtype="str")
    part = text.str.extract(_QUANTITY).fillna("")
    with localcontext(prec=400):
        bounds = [_bounds(*row) for row in zip(part["sign"], part["number"], part["least"], part["most"], strict=True)]
    return _for_each(values, text, pd.DataFrame(bounds, columns=["low", "high"], dtype="float64"))


def _bounds(sign: str, number: str, least: str, most: str) -> tuple[float, float]:
    low, high = Decimal(least or number or "nan"), Decimal(most or number or "nan")
    if sign == "~":
        low, high = low - abs(low) / 10, high + abs(high) / 10
    elif not sign and any(mark in number for mark in ".eE"):
        last_digit = low.as_tuple().exponent
        assert isinstance(last_digit, int), "a number that the pattern let through is finite"
        half = Decimal((0, (5,), last_digit - 1))
        low, high = low - half, high + half
    ends = float(low), float(high)
    if isinf(ends[0]) or isinf(ends[1]) or not ends[0] <= ends[1]:
        return np.nan, np.nan
    return (-inf if sign in ("<", "<=") else ends[0]), (inf if sign in (">", ">=") else ends[1])


def _for_each(values: pd.Series, distinct: pd.Series, parsed: pd.DataFrame) -> pd.DataFrame:
    """Return what was worked out once for each distinct text, for every row of `values`."""
    where = pd.Index(distinct).get_indexer(pd.Index(values))
    found: pd.DataFrame = parsed.iloc[where].set_index(values.index)
    return found


def write_dates(low: pd.Series, high: pd.Series) -> pd.Series:
    """Return the day, month or year that each interval of days exactly is, else `first/last`, an open end as `..`."""
    first, last = _days(low), _days(high)
    year, month, after = first.astype("datetime64[Y]"), first.astype("datetime64[M]"), last + 1
    text = np.where(first == last, first.astype(str), _ends(low, first) + "/" + _ends(high, last))
    text = np.where((first == month) & (after == month + 1), month.astype(str), text)
    text = np.where((first == year) & (after == year + 1), year.astype(str), text)
    return pd.Series(text, index=low.index, dtype="str")


def _days(numbers: pd.Series) -> Any:
    """Return days as dates; an open end as a day that no other is."""
    return numbers.clip(_FIRST_DAY - 1, _LAST_DAY + 1).to_numpy(dtype="int64").astype("datetime64[D]")


def _ends(numbers: pd.Series, days: Any) -> Any:
    return np.where(np.isinf(numbers), "..", days.astype(str)).astype(object)


def write_date(low: float, high: float) -> str:
    """Return one interval of days as `write_dates` does."""
    return str(write_dates(pd.Series([low]), pd.Series([high])).iloc[0])


def write_period(low: float, high: float) -> str:
    """Return the shortest plain form of an interval of days, both ends written alike: `2008`, `2008-09/2009-06`."""
    single = write_date(low, high)
    if "/" not in single:
        return single
    return next(
        f"{start}/{end}"
        for start in _starting(low)
        for end in _ending(high)
        if len(start) == len(end) or ".." in (start, end)
    )


def write_quantity(low: float, high: float) -> str:
    """Return an interval of numbers as one number or `a..b`, an open end left out."""
    return write_number(low) if low == high else f"{write_number(low)}..{write_number(high)}"


def write_number(number: float) -> str:
    """Return a number without an exponent, to 15 digits, or nothing where it is infinite."""
    return "" if isinf(number) else np.format_float_positional(float(f"{number:.15g}"), trim="-")


def _starting(day: float) -> list[str]:
    """Return the year, month and day that begin with a day, shortest first."""
    if isinf(day):
        return [".."]
    text = str(np.datetime64(int(day), "D"))
    return [text[:size] for size, rest in ((4, "-01-01"), (7, "-01"), (10, "")) if text.endswith(rest)]


def _ending(day: float) -> list[str]:
    """Return the year, month and day that end with a day, shortest first."""
    if isinf(day):
        return [".."]
    text, following = str(np.datetime64(int(day), "D")), str(np.datetime64(int(day) + 1, "D"))
    return [text[:size] for size, rest in ((4, "-01-01"), (7, "-01"), (10, "")) if following.endswith(rest)]
