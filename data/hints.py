"""What was probably meant by a date that does not read: `2022-9` is 2022-09, `3 April 1934` is 1934-04-03."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from data.values import DATE_FORMS, parse_dates

_MONTH_NAMES = (
    "january jan janvier janv", "february feb février fevrier févr fév", "march mar mars", "april apr avril avr",
    "may mai", "june jun juin", "july jul juillet juil", "august aug août aout", "september sept sep septembre",
    "october oct octobre", "november nov novembre", "december dec décembre decembre déc",
)  # fmt: skip
_MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_SPREADSHEET_EPOCH = date(1899, 12, 30)


def expected_dates(texts: pd.Series) -> pd.Series:
    """Return what should stand in the place of each text: the date that was probably meant, else the forms of dates."""
    meant = texts.map(_meant)
    reads = parse_dates(meant.str.replace(r" .*", "", regex=True))["low"].notna()
    return meant.where(reads, DATE_FORMS)


def _meant(text: str) -> str:
    """Return the date that a text seems to mean, not always one that exists; "" where it seems to mean none."""
    for pattern, write in _FORMS:
        if (found := pattern.fullmatch(text)) and (meant := write(*found.groups(default=""))):
            return meant
    return ""


def _year_first(year: str, month: str, day: str, mark: str) -> str:
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "") + mark


def _year_last(first: str, sign: str, second: str, year: str) -> str:
    """Return the one date that `05/09/2022` can be, or both."""
    by_day, by_month = _year_first(year, second, first, ""), _year_first(year, first, second, "")
    if int(first) > 12 or sign == "." or first == second:
        return by_day
    return by_month if int(second) > 12 else f"{by_day} or {by_month}"


def _in_words(day: str, month: str, year: str) -> str:
    number = _MONTHS.get(month.casefold())
    return _year_first(year, str(number), day, "") if number else ""


def _day_number(text: str) -> str:
    return f"{_SPREADSHEET_EPOCH + timedelta(int(text))} if it is the number of a day in a spreadsheet"


_DASH = r"[-/._ ‐‑–—−]"
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), write)
    for pattern, write in (
        (r"(\d{4})\.0+", lambda year: year),
        (rf"(\d{{4}}){_DASH}(\d\d?)(?:{_DASH}(\d\d?))?([~?%]?)", _year_first),
        (r"(\d{4})(\d\d)(\d\d)()", _year_first),
        (r"(\d\d?)([-/.])(\d\d?)\2(\d{4})", _year_last),
        (r"(\d\d?)[-/.](\d{4})", lambda month, year: _year_first(year, month, "", "")),
        (r"(?:(\d\d?)(?:st|nd|rd|th|er)?\s+)?([^\W\d]+)\.?,?\s+(\d{4})", _in_words),
        (r"([^\W\d]+)\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})", lambda month, day, year: _in_words(day, month, year)),
        (r"([1-7]\d{4})(?:\.0+)?", _day_number),
        (r"(\d{3})0'?s", lambda decade: f"{decade}X"),
        (r"(?:c\.|ca\.?|circa|about|around|vers|~)\s*(\d{4}(?:-\d\d){0,2})", lambda text: f"{text}~"),
        (r"(\d{1,4}) ?BCE?", lambda year: f"-{int(year) - 1:04}"),
        (r"(\d{4}) ?[-‐‑–—−] ?(\d{4})", lambda first, last: f"{first}/{last}"),
        (r"([\d-]+)\.\.([\d-]+)", lambda first, last: f"{first}/{last}"),
        (r"([\d-]+)/", lambda first: f"{first}/.."),
        (r"/([\d-]+)", lambda last: f"../{last}"),
        (r"([^/]+)/([^/]+)", lambda last, first: f"{first}/{last}"),  # the first day followed the last
    )
)
