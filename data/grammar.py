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
_SEASON_START = {"21": 3, "22": 6, "23": 9, "24": 12}  # of the northern hemisphere; winter ends in the next year


def parse_dates(values: pd.Series) -> pd.DataFrame:
    """Return `low` and `high`, the first and last day of each EDTF date, as floats indexed like `values`."""
    text = pd.Series(values.unique(), dtype="str")
    is_set = text.str.match(r"^\[.*\]$") & ~text.str.contains("/", regex=False)
    parts = text.copy()
    if is_set.any():  # a set is its members, and a span `a..b` among them an interval: all become `start/end`
        members = text[is_set].str.slice(1, -1).str.split(",").explode().str.strip()
        spans = members.str.replace(r"^\.\.", "../", regex=True).str.replace(r"\.\.$", "/..", regex=True)
        spans = spans.str.replace(r"(?<=[^./])\.\.(?=[^./])", "/", regex=True)
        parts = pd.concat([text[~is_set], spans])
    halves = parts.str.split("/", expand=True, n=2).reindex(columns=[0, 1, 2]).astype("str")
    start = halves[0].to_numpy(dtype=object)
    end = halves[1].where(halves[1].notna(), halves[0]).to_numpy(dtype=object)
    points = _points(pd.Series(np.concatenate([start, end]), dtype="str"))
    first, last = points[: len(start)], points[len(start) :]
    from_open, to_open = start == "..", end == ".."
    bare_low, bare_high = np.where(from_open, -inf, first[:, 0]), np.where(to_open, inf, last[:, 1])
    good = (bare_low <= bare_high) & halves[2].isna().to_numpy() & ~(from_open & to_open)
    low, high = np.where(from_open, -inf, first[:, 2]), np.where(to_open, inf, last[:, 3])
    ends = pd.DataFrame({"low": low, "high": high, "good": good}, index=parts.index)
    if is_set.any():
        ends = ends.groupby(level=0).agg({"low": "min", "high": "max", "good": "all"})
    return _for_each(values, text, ends[["low", "high"]].where(ends["good"]))


def _points(text: pd.Series) -> Any:
    """Return four columns of days for single dates: first and last, and again as `~`, `?` or `%` widen them."""
    part = text.str.extract(_POINT)
    year, years = _numbers(part["year"].str.replace("X", "0", regex=False)), part["year"].str.count("X")
    month, day = _numbers(part["month"]), _numbers(part["day"])  # `XX` becomes missing, as if it were not written
    season = _numbers(part["month"].map(_SEASON_START))
    by_day, by_month, by_season = ~np.isnan(day), ~np.isnan(month), ~np.isnan(season)
    length = np.where(by_season, 3, np.where(by_month, 1, 12 * 10 ** _numbers(years)))
    start = year * 12 + np.where(by_season, season, np.where(by_month, month, 1)) - 1
    month_written, day_written = part["month"].notna().to_numpy(), part["day"].notna().to_numpy()
    low, high = _first_day(start) + np.where(by_day, day - 1, 0), _first_day(start + length) - 1
    valid = (
        (~by_month | ((month >= 1) & (month <= 12)) | by_season)
        & ((_numbers(years) == 0) | ~month_written)
        & ~(day_written & by_season)
        & ~(by_day & ~by_month)
        & (~by_day | ((day >= 1) & (low < _first_day(start + 1))))
        & (start >= _FIRST_MONTH)
        & (start + length <= _END_MONTH)
    )
    high = np.where(by_day, low, high)
    widened = part["mark"].notna().to_numpy()
    wide_low = np.where(by_day, low - 1, _first_day(start - length)).clip(min=_FIRST_DAY)
    wide_high = np.where(by_day, high + 1, _first_day(start + 2 * length) - 1).clip(max=_LAST_DAY)
    days = np.column_stack([low, high, np.where(widened, wide_low, low), np.where(widened, wide_high, high)])
    return np.where(valid[:, None], days, np.nan)


def _numbers(text: pd.Series) -> Any:
    return pd.to_numeric(text.astype("object"), errors="coerce").to_numpy(dtype="float64")


def _first_day(month: Any) -> Any:
    """Return the first day of each month, months counting from the year 0."""
    months = (np.nan_to_num(month).astype("int64") - 1970 * 12).astype("datetime64[M]")
    return np.where(np.isnan(month), np.nan, months.astype("datetime64[D]").astype("int64"))


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


def joined(texts: pd.Series) -> pd.Series:
    """Return the texts of each label of the index joined by ` | `; most stand alone, and cost nothing."""
    several = texts.index.duplicated(keep=False)
    together = texts[several].groupby(level=0).agg(" | ".join)
    every: pd.Series = pd.concat([texts[~several], together]).astype("str")
    return every
