"""The grammar of values: what a cell says, as an interval on a line, and an interval as text.

Dates are EDTF levels 0 and 1 and one-of-a-set (ISO 8601-2:2019, annex A); quantities are numbers with their rounding
or vagueness; names are numbered by `names.Names`. Every value becomes `[low, high]`, so that one rule compares them
all. Days count from 1970-01-01; an open end is infinite; what does not parse is NaN on both sides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Decimal, localcontext
from math import inf, isinf
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True)
class Kind:
    """One kind of value: how it is read and how it is written.

    `forms` shows what is read. `parse` returns `low` and `high` as floats, indexed like the texts that it is given,
    NaN where a text does not read. `write` returns the text of each interval, indexed like `low`.
    """

    name: str
    forms: str
    parse: Callable[[pd.Series], pd.DataFrame]
    write: Callable[[pd.Series, pd.Series], pd.Series]


def for_distinct(values: pd.Series, work_out: Callable[[pd.Series], pd.Series]) -> pd.Series:
    """Return what `work_out` gives for each distinct text, indexed like `values`."""
    where, distinct = pd.factorize(values, use_na_sentinel=False)
    found = work_out(pd.Series(distinct, dtype="str")).array
    return pd.Series(found.take(where), index=values.index, copy=False)


def _bounds_of(values: pd.Series, work_out: Callable[[pa.Array], Any]) -> pd.DataFrame:
    """Return `low` and `high`, as `work_out` gives them for the distinct texts, indexed like `values`."""
    where, distinct = pd.factorize(values, use_na_sentinel=False)
    bounds = work_out(pa.array(distinct, type=pa.large_string()))
    return pd.DataFrame(bounds[where], columns=["low", "high"], index=values.index)


# --- Dates ----------------------------------------------------------------------------------------------------------

DATE_FORMS = (
    "2023, 2023-07, 2023-07-04, 199X, 2022-21 (spring), 2023-07~, 2023?, 2024-06-04/2024-06-05, 2013/.., ../2013, "
    "[2022-07,2022-09]"
)

_CLOCK = r"[T ](?:[01][0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
_POINT = (
    r"\A(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX))"
    rf"(?:-(?P<month>[0-9]{{2}}|XX)(?:-(?P<day>[0-9]{{2}}|XX)(?P<clock>{_CLOCK})?)?)?(?P<mark>[~?%]?)\z"
)
_HALVES = r"\A(?P<start>[^/]*)(?P<slash>/?)(?P<end>[^/]*)\z"

_FIRST_MONTH, _END_MONTH = -9999 * 12, 10000 * 12  # January of year -9999, and the month after year 9999
_FIRST_DAY = int(np.datetime64("-9999-01-01").astype(int))
_LAST_DAY = int(np.datetime64("9999-12-31").astype(int))


def parse_dates(values: pd.Series) -> pd.DataFrame:
    """Return `low` and `high`, the first and last day of each EDTF date, as floats indexed like `values`.

    A time of day is read as its day (`with_clock` tells where one was written).
    """
    return _bounds_of(values, _intervals)


def _intervals(text: pa.Array) -> Any:
    spans = _spans(text)
    is_set = pc.fill_null(pc.match_substring_regex(text, r"\A\[[^/]*\]\z"), False)
    if pc.any(is_set).as_py():  # the span from its first to its last member
        members = pc.split_pattern(pc.utf8_slice_codeunits(text.filter(is_set), 1, -1), ",")
        low, high = _spans(_with_slash(pc.utf8_trim_whitespace(members.flatten()))).T
        starts = members.offsets.to_numpy()[:-1]
        hull = np.column_stack([np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)])
        spans[is_set.to_numpy(zero_copy_only=False)] = hull  # a member that does not read makes NaN of the whole
    return spans


def _with_slash(members: Any) -> Any:
    """Return the spans among a set's members, `a..b`, `..b` and `a..`, as the intervals that they are."""
    for written, meant in ((r"\A\.\.", "../"), (r"\.\.\z", "/.."), (r"([^./])\.\.([^./])", r"\1/\2")):
        members = pc.replace_substring_regex(members, written, meant)
    return members


def _spans(text: Any) -> Any:
    """Return two columns, the first and last day of each date or `start/end`."""
    half = pc.extract_regex(text, _HALVES)
    start, end = pc.struct_field(half, "start"), pc.struct_field(half, "end")
    two = _is(pc.struct_field(half, "slash"), "/")
    from_open, to_open = two & _is(start, ".."), two & _is(end, "..")
    first = _points(start)
    last = first.copy()
    if two.any():
        last[two] = _points(end.filter(pa.array(two)))
    low, high = np.where(from_open, -inf, first[:, 2]), np.where(to_open, inf, last[:, 3])
    in_order = np.where(from_open, -inf, first[:, 0]) <= np.where(to_open, inf, last[:, 1])
    good = in_order & ~(from_open & to_open)
    return np.where(good[:, None], np.column_stack([low, high]), np.nan)


def _points(text: Any) -> Any:
    """Return four columns of days for single dates: first and last, and again as `~`, `?` or `%` widen them."""
    part = pc.extract_regex(text, _POINT)
    written = {name: pc.struct_field(part, name) for name in ("year", "month", "day", "clock", "mark")}
    year_text, month, day = written["year"], _numbers(written["month"]), _numbers(written["day"])  # `XX` is NaN
    has = {name: ~_is(texts, "") for name, texts in written.items()}
    unknown_digits = pc.fill_null(pc.count_substring(year_text, "X"), 0).to_numpy(zero_copy_only=False)
    years = 10**unknown_digits
    year = _numbers(pc.replace_substring(year_text, "X", "0"))
    year = np.where(_is(pc.utf8_slice_codeunits(year_text, 0, 1), "-"), year - years + 1, year)  # -004X: -49 to -40
    by_season = (month >= 21) & (month <= 24)  # of the northern hemisphere; winter ends in the next year
    by_month, by_day = ~np.isnan(month), ~np.isnan(day)
    length = np.where(by_season, 3, np.where(by_month, 1, 12 * years))
    start = year * 12 + np.where(by_season, 3 * (month - 21) + 2, np.where(by_month, month - 1, 0))
    low, high = _first_day(start) + np.where(by_day, day - 1, 0), _first_day(start + length) - 1
    valid = (
        ~_is(pc.utf8_slice_codeunits(year_text, 0, 5), "-0000")
        & (~by_month | ((month >= 1) & (month <= 12)) | by_season)
        & ((years == 1) | ~has["month"])
        & ~(has["day"] & by_season)
        & (~by_day | (by_month & (day >= 1) & (low < _first_day(start + 1))))
        & (~has["clock"] | (by_day & ~has["mark"]))
        & (start >= _FIRST_MONTH)
        & (start + length <= _END_MONTH)
    )
    high = np.where(by_day, low, high)
    wide_low = np.where(by_day, low - 1, _first_day(start - length)).clip(min=_FIRST_DAY)
    wide_high = np.where(by_day, high + 1, _first_day(start + 2 * length) - 1).clip(max=_LAST_DAY)
    widened = has["mark"]
    days = np.column_stack([low, high, np.where(widened, wide_low, low), np.where(widened, wide_high, high)])
    return np.where(valid[:, None], days, np.nan)


def _is(texts: Any, text: str) -> Any:
    return pc.fill_null(pc.equal(texts, text), False).to_numpy(zero_copy_only=False)


def _numbers(texts: Any) -> Any:
    """Return texts of digits as floats, NaN for all others."""
    digits = pc.if_else(pc.match_substring_regex(texts, r"\A-?[0-9]+\z"), texts, None)
    return pc.cast(digits, pa.float64()).to_numpy(zero_copy_only=False)


def _first_day(month: Any) -> Any:
    """Return the first day of each month, months counting from the year 0."""
    months = (np.nan_to_num(month).astype("int64") - 1970 * 12).astype("datetime64[M]")
    return np.where(np.isnan(month), np.nan, months.astype("datetime64[D]").astype("int64"))


def with_clock(texts: pa.Array) -> Any:
    """Return whether a time of day stands in each date, which `parse_dates` reads as its day."""
    return np.asarray(pc.match_substring_regex(texts, r"[0-9]{2}-[0-9]{2}[T ][0-9]{2}"))


def write_dates(low: pd.Series, high: pd.Series) -> pd.Series:
    """Return the day, month or year that each interval of days exactly is, else `first/last`, an open end as `..`."""
    return _written(low, high, shortest=False)


def write_periods(low: pd.Series, high: pd.Series) -> pd.Series:
    """Return the shortest plain form of each interval of days, both ends alike: `2008`, `2008-09/2009-06`."""
    return _written(low, high, shortest=True)


def _written(low: pd.Series, high: pd.Series, shortest: bool) -> pd.Series:
    from_open, to_open = np.isinf(low.to_numpy()), np.isinf(high.to_numpy())
    first, last = _days(low), _days(high)
    text = np.full(len(low), "", dtype=object)
    left = np.full(len(low), True)
    for unit, size in (("Y", -6), ("M", -3), ("D", None)):
        starts = from_open | (first.astype(f"datetime64[{unit}]") == first)
        ends = to_open | (last + 1 == (last + 1).astype(f"datetime64[{unit}]"))
        single = ~from_open & ~to_open & (first.astype(f"datetime64[{unit}]") == last.astype(f"datetime64[{unit}]"))
        now = left & starts & ends & (single | (unit == "D") | shortest)
        start = np.where(from_open[now], "..", _iso(first[now], size))
        end = np.where(to_open[now], "..", _iso(last[now], size))
        text[now] = np.where(single[now], start, start + "/" + end)
        left &= ~now
    return pd.Series(text, index=low.index, dtype="str")


def _days(numbers: pd.Series) -> Any:
    """Return days as dates; an open end as some day, which is not written."""
    return np.clip(numbers.to_numpy(), _FIRST_DAY, _LAST_DAY).astype("int64").astype("datetime64[D]")


def _iso(days: Any, size: int | None) -> Any:
    """Return days as ISO texts, without the last characters where `size` is negative."""
    text = days.astype(str).astype(object)
    before_zero = days < np.datetime64("0000-01-01")
    for place in np.flatnonzero(before_zero):  # numpy counts the minus sign among the four digits of a year
        year, month, day = text[place][1:].split("-")
        text[place] = f"-{year:0>4}-{month}-{day}"
    return np.array([one[:size] for one in text], dtype=object)


def write_date(low: float, high: float) -> str:
    """Return one interval of days as `write_dates` does."""
    return str(write_dates(pd.Series([low]), pd.Series([high])).iloc[0])


def write_period(low: float, high: float) -> str:
    """Return one interval of days as `write_periods` does."""
    return str(write_periods(pd.Series([low]), pd.Series([high])).iloc[0])


# --- Quantities -----------------------------------------------------------------------------------------------------

QUANTITY_FORMS = "3500, 60.2, 3.2e6, ~3500, >2000000, >=10, <25, <=25, [80..120]"

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"
_QUANTITY = rf"\A(?:(?P<sign>~|>=|<=|>|<)?(?P<number>{_NUMBER})|\[(?P<least>{_NUMBER})\.\.(?P<most>{_NUMBER})\])\z"
_DIGITS = r"\A(?P<whole>-?[0-9]+)(?:\.(?P<fraction>[0-9]+))?(?:[eE](?P<power>[+-]?[0-9]{1,3}))?\z"

_EXACT = 2.0**53  # whole numbers up to here are floats, and so are the powers of ten up to 22
_TENS = np.array([float(10**power) for power in range(23)])


def parse_quantities(values: pd.Series) -> pd.DataFrame:
    """Return `low` and `high` of each number, range or bound, as floats indexed like `values`.

    Bounds are the floats nearest to the exact decimals, so that 60.2 (to 60.25) and 60.3 (from 60.25) share their end.
    """
    return _bounds_of(values, _bounds)


def _bounds(text: pa.Array) -> Any:
    part = pc.extract_regex(text, _QUANTITY)
    number, sign = pc.struct_field(part, "number"), pc.struct_field(part, "sign")
    is_range = ~_is(number, "")
    least = pc.if_else(pa.array(is_range), number, pc.struct_field(part, "least"))
    most = pc.if_else(pa.array(is_range), number, pc.struct_field(part, "most"))
    about, below, above = _is(sign, "~"), _is(sign, "<") | _is(sign, "<="), _is(sign, ">") | _is(sign, ">=")
    has_digits_to_round = pc.fill_null(pc.match_substring_regex(number, r"[.eE]"), False)
    rounded = has_digits_to_round.to_numpy(zero_copy_only=False) & ~about & ~below & ~above
    low, high = _end(least, -1, about, rounded), _end(most, 1, about, rounded)
    bad = np.isinf(low) | np.isinf(high) | ~(low <= high)
    low, high = np.where(below, -inf, low), np.where(above, inf, high)
    return np.where(bad[:, None], np.nan, np.column_stack([low, high]))


def _end(text: Any, side: int, about: Any, rounded: Any) -> Any:
    """Return the lower (`side` -1) or upper (1) end of each number: a tenth of it away, half a last digit, or itself.

    With up to 15 digits, an end is a whole number times or divided by a power of ten, both of them exact as floats, so
    that the one multiplication or division rounds as the exact decimal would. All others are worked out in decimal.
    """
    part = pc.extract_regex(text, _DIGITS)
    whole, fraction, power = (pc.struct_field(part, name) for name in ("whole", "fraction", "power"))
    digits = pc.binary_join_element_wise(whole, fraction, pa.scalar("", pa.large_string()))
    short = pc.fill_null(pc.less_equal(pc.binary_length(digits), 16), False)  # a sign and 15 digits
    size = pc.cast(pc.if_else(short, digits, None), pa.int64())
    written = pc.fill_null(size, 0).to_numpy(zero_copy_only=False)
    scale = np.nan_to_num(_numbers(pc.replace_substring_regex(power, r"\A\+", ""))).astype("int64")
    scale -= pc.fill_null(pc.binary_length(fraction), 0).to_numpy(zero_copy_only=False)
    finer = about | rounded
    end = np.where(finer, 10 * written + side * np.where(about, abs(written), 5), written)
    scale -= finer
    times = end * _TENS[scale.clip(0, 22)] / _TENS[(-scale).clip(0, 22)]
    exact = (abs(end) <= _EXACT) & (abs(scale) <= 22) & ~pc.is_null(size).to_numpy(zero_copy_only=False)
    found = np.where(exact, times, np.nan)
    with localcontext(prec=400, Emax=MAX_EMAX, Emin=MIN_EMIN):
        for place in np.flatnonzero(~exact & ~_is(pc.fill_null(digits, ""), "")):
            found[place] = float(_decimal_end(text[int(place)].as_py(), side, about[place], rounded[place]))
    return found


def _decimal_end(text: str, side: int, about: bool, rounded: bool) -> Decimal:
    number = Decimal(text)
    if about:
        return number + side * abs(number) / 10
    if rounded:
        last_digit = number.as_tuple().exponent
        assert isinstance(last_digit, int), "a number that the pattern let through is finite"
        return number + side * Decimal((0, (5,), last_digit - 1))
    return number


def write_quantities(low: pd.Series, high: pd.Series) -> pd.Series:
    """Return each interval of numbers as one number or `a..b`, an open end left out."""
    least, most = write_numbers(low), write_numbers(high)
    return least.where(low == high, least + ".." + most)


def write_numbers(numbers: pd.Series) -> pd.Series:
    """Return each number without an exponent, to 15 digits, or nothing where it is infinite."""
    distinct = numbers.drop_duplicates()
    text = dict(zip(distinct, map(write_number, distinct), strict=True))
    return numbers.map(text).astype("str")


def write_quantity(low: float, high: float) -> str:
    """Return one interval of numbers as `write_quantities` does."""
    return write_number(low) if low == high else f"{write_number(low)}..{write_number(high)}"


def write_number(number: float) -> str:
    """Return a number without an exponent, to 15 digits, or nothing where it is infinite."""
    if isinf(number):
        return ""
    text = f"{number + 0.0:.15g}"  # + 0.0 makes -0 a plain 0
    return np.format_float_positional(float(text), trim="-") if "e" in text else text


# --- Kinds ----------------------------------------------------------------------------------------------------------

DATE = Kind("date", DATE_FORMS, parse_dates, write_dates)
QUANTITY = Kind("quantity", QUANTITY_FORMS, parse_quantities, write_quantities)


def joined(texts: pd.Series) -> pd.Series:
    """Return the texts of each label of the index joined by ` | `; most stand alone, and cost nothing."""
    several = texts.index.duplicated(keep=False)
    together: dict[object, list[str]] = {}
    for label, text in zip(texts.index[several], texts[several], strict=True):
        together.setdefault(label, []).append(text)
    written = pd.Series({label: " | ".join(parts) for label, parts in together.items()}, dtype="str")
    every: pd.Series = pd.concat([texts[~several], written]).astype("str")
    return every
