"""Numbers, units, dates, gaps and lists as readers of a language write them."""

import datetime
import math
import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from decimal import Decimal, localcontext
from types import MappingProxyType

import pandas as pd
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, format_percent, format_scientific, get_currency_name

from components.words.i18n import LONG, N_, _, locale, translate, word
from components.words.i18n import number as number

SEASONS = {"21": N_("spring {year}"), "22": N_("summer {year}"), "23": N_("autumn {year}"), "24": N_("winter {year}")}
BOUNDS = {
    "~": N_("about {amount}"),
    ">=": N_("at least {amount}"),
    "<=": N_("at most {amount}"),
    ">": N_("over {amount}"),
    "<": N_("under {amount}"),
}
NUMBER = re.compile(r"([+-]?\d+)(?:\.(\d+))?(e[+-]?\d+)?", re.IGNORECASE)
FIRST_DAY = {"fr": "d'er'"}
"""How languages write the first day of a month that write it otherwise than the others, as a pattern of dates."""
MOST_PLACES = 350  # of the largest and of the smallest number that is read, written out
_units: ContextVar[Mapping[str, tuple[str, str]]] = ContextVar("units", default=MappingProxyType({}))


def use_units(units: pd.DataFrame) -> None:
    """Write units as a table has them, in this run: their singular beside a one, and their label as a title."""
    _units.set(dict(zip(units["unit"], zip(units["singular"], units["label"], strict=True), strict=True)))


def percent(value: float) -> str:
    """Return a percentage, `value` being in percent: whole from ten on, else with one decimal."""
    if abs(value) >= LONG:
        return str(locale().percent_formats[None].pattern).replace("#,##0", number(value))
    pattern = str(locale().percent_formats[None].pattern).replace("#,##0", "#,##0.#")
    return str(format_percent(round(value, 0 if abs(value) >= 10 else 1) / 100, pattern, locale=locale()))


def amount(value: float, unit: str = "") -> str:
    """Return a computed number with its unit, in millions and more where it is large, to three digits."""
    if 1e6 <= abs(value) < LONG:
        digits = 2 - int(math.log10(abs(value))) % 3
        text = format_compact_decimal(value, format_type="long", locale=locale(), fraction_digits=digits)
    else:
        text = number(value)
    return _with_unit(text, unit, Decimal(str(value)).normalize() if math.isfinite(value) else None)


def quantity(text: str, unit: str = "") -> str:
    """Return a quantity of the table as words: `~3500` is "about 3,500", `[200..999]` is "200 to 999"."""
    span = re.fullmatch(r"\[(.+)\.\.(.+)\]", text)
    if span:
        return _with_unit(_("{low} to {high}", low=_written(span[1]), high=_written(span[2])), unit)
    sign, digits = re.fullmatch(r"(~|>=|<=|>|<|)\s*(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    written = _with_unit(_written(digits), unit, _number(digits))
    return translate(BOUNDS[sign], amount=written) if sign else written


def _number(digits: str) -> Decimal | None:
    return Decimal(match[0]) if (match := NUMBER.fullmatch(digits.strip())) else None


def _written(digits: str) -> str:
    """Return the digits of one number, grouped, with the decimals that were written; other text as it is."""
    match = NUMBER.fullmatch(digits.strip())
    if not match:
        return digits
    value, decimals = Decimal(match[0]), len(match[2] or "")
    with localcontext(prec=len(digits) + MOST_PLACES):  # Babel rounds, which needs room for every digit
        if match[3] and value and not 0.001 <= abs(value) < LONG:
            return str(format_scientific(value, f"0.{'#' * len(digits)}E0", locale=locale()))
        if match[3] and abs(value) >= 1000:
            places = max(decimals, len(match[1].lstrip("+-")) + decimals - 1)
            return str(format_compact_decimal(value, format_type="long", locale=locale(), fraction_digits=places))
        pattern = "#,##0." + "0" * decimals if decimals and not match[3] else "#,##0.###"
        return str(format_decimal(value, pattern, locale=locale()))


def _with_unit(text: str, unit: str, number: Decimal | None = None) -> str:
    """Return a number in words with its unit, whose singular stands beside one, and in French beside less than two."""
    if unit in ("", "persons"):
        return text
    if number is not None and locale().plural_form(number) == "one":
        unit = _units.get().get(unit, ("", ""))[0] or unit
    if unit == "percent":
        return str(locale().percent_formats[None].pattern).replace("#,##0", text)
    return _("{amount} times", amount=text) if unit == "x" else f"{text} {word(unit)}"


def date(text: str, *, short: bool = False) -> str:
    """Return an EDTF date as words: `2023-07` is "July 2023", `2024-06-04/2024-06-05` is "4–5 June 2024"."""
    if text.startswith("["):
        members = [member.strip().replace("..", "/") for member in text.strip("[]").split(",")]
        return join((date(member, short=short) for member in members), "or")
    first, slash, last = text.partition("/")
    if not slash:
        return _date(text, short)
    if first == last == "..":
        return _("at any time")
    if first == "..":
        return _("{date} or earlier", date=_date(last, short))
    if last == "..":
        return _("{date} or later", date=_date(first, short))
    return _between(first, last, short)


def _date(text: str, short: bool) -> str:
    body = text.rstrip("~?%")
    shown = _plain_date(body.replace("-XX", ""), short)
    if text.endswith(("~", "%")):
        shown = _("about {date}", date=shown)
    return _("{date} (uncertain)", date=shown) if text.endswith(("?", "%")) else shown


def _plain_date(body: str, short: bool) -> str:
    if re.fullmatch(r"\d{3}X", body):
        return _("{decade}s", decade=body.replace("X", "0"))
    if re.fullmatch(r"\d{2}XX", body):
        return f"{body.replace('X', '0')}–{body.replace('X', '9')}"
    season = re.fullmatch(r"(\d{4})-(2[1-4])", body)
    if season:
        year = season[1] if season[2] != "24" else f"{season[1]}–{(int(season[1]) + 1) % 100:02}"
        return translate(SEASONS[season[2]], year=year)
    day, skeleton = _parsed(body)
    return body if day is None else _formatted(day, _pattern(skeleton, short))


def _formatted(day: datetime.date, pattern: str) -> str:
    if day.day == 1:
        pattern = re.sub(r"\bd\b", FIRST_DAY.get(locale().language, "d"), pattern)
    return str(format_date(day, pattern, locale=locale()))


def _parsed(body: str) -> tuple[datetime.date | None, str]:
    """Return the first day of a plain date and the skeleton of its precision; no day where it is not plain."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", body):
        return None, ""
    try:
        day = datetime.date.fromisoformat((body + "-01-01")[:10])
    except ValueError:
        return None, ""
    return day, {4: "y", 7: "yMMM", 10: "yMMMd"}[len(body)]


def _pattern(skeleton: str, short: bool) -> str:
    pattern = str(locale().datetime_skeletons[skeleton].pattern)
    return pattern if short else pattern.replace("MMM", "MMMM")


def _between(first: str, last: str, short: bool) -> str:
    """Return an interval, what its ends share written once where they are plain and of one precision."""
    (low, skeleton), (high, other) = _parsed(first), _parsed(last)
    if low is None or high is None or skeleton != other:
        return _("{first} to {last}", first=_date(first, short), last=_date(last, short))
    if low == high:
        return _date(first, short)
    differs = "y" if low.year != high.year else "M" if low.month != high.month else "d"
    parts = locale().interval_formats[skeleton][differs]
    days = zip((low, high), parts, strict=True)
    return "".join(_formatted(day, part if short else part.replace("MMM", "MMMM")) for day, part in days)


def value(text: str, kind: str, unit: str = "", *, short: bool = False) -> str:
    """Return one value of the table as words, by the kind of its attribute: a date, a quantity or a name."""
    if kind == "date":
        return date(text, short=short)
    return quantity(text, unit) if kind == "quantity" else word(text)


def values(text: str, kind: str, unit: str = "") -> str:
    """Return the distinct values of a question, as `compare` joins them, as one list in words."""
    return join((value(each, kind, unit) for each in text.split(" | ")), "or")


def join(items: Iterable[str], word: str = "and") -> str:
    """Return the items as "a, b and c", or with "or"."""
    return str(format_list(list(items), style="or" if word == "or" else "standard", locale=locale()))


def decimal_sign() -> str:
    """Return what stands between a whole number and its decimals."""
    return str(locale().number_symbols["latn"]["decimal"])


def quoted(words: str) -> str:
    """Return words of a source in quotation marks, as the language sets them."""
    return _("“{words}”", words=words)


def clauses(parts: Iterable[str]) -> str:
    """Return parts of a sentence as one text, with semicolons as the language sets them."""
    return _("; ").join(parts)


def duration(days: float) -> str:
    """Return a number of days as words: in days up to two years, else in years."""
    if days <= 730:
        return _("{n} day", "{n} days", n=round(days))
    return _("about {n} year", "about {n} years", n=round(days / 365.2425))


def gap(gap: float | None, kind: str, unit: str = "", gap_pct: float | None = None) -> str:
    """Return a gap as words, "150 days apart" or "25% apart"; nothing where answers meet or have no distance."""
    if not gap or math.isnan(gap):
        return ""
    if kind == "date":
        return _("{gap} apart", gap=duration(gap))
    if unit == "percent":
        return _("{n} percentage point apart", "{n} percentage points apart", n=gap)
    if gap_pct is None or math.isnan(gap_pct):
        return _("{gap} apart", gap=amount(gap, unit))
    if gap_pct < 100:
        return _("{gap} ({percent}) apart", gap=amount(gap, unit), percent=percent(gap_pct))
    return _(
        "{gap} apart, a factor of {n}", gap=amount(gap, unit), n=round(1 + gap_pct / 100, 1 if gap_pct < 900 else 0)
    )


def locator(text: str) -> str:
    """Return where a claim stands, `p4` as "paragraph 4", and `table 3, row 2` in the reader's language."""
    match = re.fullmatch(r"p(\d+)", text)
    if match:
        return _("paragraph {n}", n=int(match[1]))
    return "".join(_of_place(part) for part in PLACES.split(text))


PLACES = re.compile("([,;] )")
"""What stands between the parts of a locator in words."""


def place_pattern(part: str) -> str:
    """Return a part of a locator as it is translated: `row 2` as `row #`."""
    return re.sub(r"\d+", "#", part)


def _of_place(part: str) -> str:
    numbers = iter(re.findall(r"\d+", part))
    return re.sub("#", lambda match: next(numbers, match[0]), translate(place_pattern(part)))


def unit_name(unit: str) -> str:
    """Return a unit in words, `USD` as "US dollars"."""
    if unit in locale().currencies:
        return str(get_currency_name(unit, count=2, locale=locale()))
    return _("times the year before") if unit == "x" else word(unit)


def unit_label(code: str) -> str:
    """Return a unit as its table calls it, within a sentence: `USD` is "US dollars"; nothing for a number without."""
    if code in locale().currencies:
        return str(get_currency_name(code, count=2, locale=locale()))
    return word(_units.get().get(code, ("", ""))[1] or code)


def unit_title(code: str) -> str:
    """Return the same as the words of a title."""
    words = unit_label(code)
    return words if code in locale().currencies else words[:1].upper() + words[1:]
