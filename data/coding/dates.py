"""Dates in a text: where they stand, and what they say in the grammar of values.

What hangs on another date is read as news and narratives mean it: "on Tuesday", "last month" and "in March" count
from the day of the text; "two days later" and "that year" from the date told before. In a text that tells of years
long past, a date without its year is one of the year told before.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import cast

from data.coding.languages import LANGUAGES
from data.coding.points import (
    Point,
    century,
    day_of,
    existing,
    months_on,
    moved_day,
    narrowed,
    nearest_year,
    roman,
    week_of,
)
from data.coding.vocabulary import Language

ASIDE = 5
"""A year alone that is further from the year told before than this is none of which a narrative goes on to tell."""
FEWEST_YEARS = 3
"""How many years long past a narrative names, at least."""
SENTENCE = 200
"""How many characters before and after a date are looked at for the rest of its sentence."""


@dataclass(frozen=True)
class DateMention:
    """A date in a text: from its first character to the one after its last, its value, and how it was worked out.

    `point` is the day, month or year that it names; `relative` says that it hangs on another date; `bound` is `before`,
    `after`, `since` or `until` where such a word stands before it.
    """

    start: int
    end: int
    value: str
    point: Point
    relative: bool = False
    bound: str = ""


def dates(text: str, reference: tuple[date, date] | None, language: str) -> list[DateMention]:
    """Return the dates of a text, in order; `reference` are the first and the last day on which it may be written.

    Where what counts from the day of the text comes out differently for the two days, the value spans both. Without a
    reference, what hangs on it is left out. The two ends of an interval are one date.
    """
    return joined(text, points(text, reference, language))


def points(text: str, reference: tuple[date, date] | None, language: str) -> list[DateMention]:
    """Return the same, each end of an interval as a date of its own."""
    matches = _matches(text, language)
    narrative = _is_narrative(matches, reference)
    days = dict.fromkeys(reference or [None])
    found = [
        {mention.start: mention for mention in _Reader(text, LANGUAGES[language], day, narrative).mentions(matches)}
        for day in days
    ]
    return [_hull(mention, found[-1].get(start, mention)) for start, mention in found[0].items()]


def _hull(one: DateMention, other: DateMention) -> DateMention:
    if one.value == other.value:
        return one
    first, last = one.value.split("/")[0], other.value.split("/")[-1]
    return replace(one, value=f"{first.rstrip('~')}/{last.rstrip('~')}")


# --- What is a date ---------------------------------------------------------------------------------------------------

_TWO_MEANINGS = re.compile(
    r"(?:the |l['’])?(?:may|march|mars|mar|jan|dec|spring|summer|autumn|fall|winter|été|printemps|hiver)", re.IGNORECASE
)
"""What is a month or season only after one of `_BEFORE_TIMES`."""
_BEFORE_TIMES = frozenset(
    "in of by since until till from through during and between before after around late early mid that this last next "
    "en de du depuis dès avant après et à au ou fin début mi courant d l cet ce entre jusqu".split()
)
_WORD_BEFORE = re.compile(r"(?:([\w.]+)['’]|([\w.]+)[\s\u00a0-]{1,3})\Z")
_COUNTED = re.compile(
    r"[\s\u00a0]{1,3}(?:people|men|women|persons|soldiers|troops|fighters|civilians|children|students|workers|members|"
    r"victims|prisoners|refugees|deaths|guns|tanks|aircraft|ships|planes|rifles|miles?|kilomet(?:er|re)s?|"
    r"met(?:er|re)s?|feet|km|m|kg|tons|tonnes?|barrels|dollars|euros|pounds|francs?|roubles|rubles|per ?cent|million|"
    r"billion|thousand|hours?|personnes|hommes|femmes|soldats|militaires|combattants|civils|enfants|étudiants|membres|"
    r"victimes|morts|pour cent|heures|bourses|habitants|mètres|kilomètres|réfugiés)\b|[.,][0-9]|\s?[%€$]",
    re.IGNORECASE,
)
"""What is counted: a number before it is no year."""
_MEASURED = re.compile(r"[$€£#№]\s?\Z|[.,/]\Z|\b(?:than|least|nearly|almost|(?:plus|moins|près) de|some|No\.?|n°) \Z")
"""What a number is measured by: one after it is no year."""
_ENDS = re.compile(r"\s?(?:[,.;:!?)”\"]|\n|\Z)")
_OF_WHAT = re.compile(r"[\s\u00a0](?:d[eu]|des|d['’]|the|his|her|its|their|they|he|she)")
_FIRST_YEAR = "1500"
"""Before it, four digits alone are a year only after one of `_BEFORE_TIMES`."""


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(LANGUAGES[language].form(form) for form in LANGUAGES[language].dates)


def _matches(text: str, language: str) -> list[re.Match[str]]:
    """Return what reads as a date, in order; of two that overlap the one that begins first, or else the longer one."""
    found = [match for form in _forms(language) for match in form.finditer(text) if _is_date(text, match, language)]
    found.sort(key=lambda match: (match.start(), -match.end()))
    apart: list[re.Match[str]] = []
    for match in found:
        if not apart or match.start() >= apart[-1].end():
            apart.append(match)
    return apart


def _is_date(text: str, match: re.Match[str], language: str) -> bool:
    """Return whether what has the form of a date is meant as one."""
    group = match.groupdict()
    word = match[0].lower()
    if language == "en" and group.get("month") and group["month"].islower():
        return False
    if _TWO_MEANINGS.fullmatch(word):
        before = _BEFORE_TIMES | ({"to"} if group.get("month") else set())  # to fall, to spring
        return _follows(text, match, before) and not text.startswith((" of ", " apart"), match.end())
    if group.get("year") == word:
        return _is_year(text, match)
    if group.get("which") and group.get("unit"):
        return language == "fr" or not group["unit"].endswith("s")  # "the last years" are no one year
    if group.get("away") and group["away"].lower() in ("before", "after", "prior", "avant", "après"):
        return bool(_ENDS.match(text, match.end()))
    if word.startswith(("the day ", "the night ", "la veille", "le lendemain", "le surlendemain")):
        return not _OF_WHAT.match(text, match.end())
    return True


def _is_year(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if _COUNTED.match(text, end) or _MEASURED.search(text, max(0, start - 12), start):
        return False
    return match[0] >= _FIRST_YEAR or _follows(text, match, _BEFORE_TIMES)


def _follows(text: str, match: re.Match[str], words: Set[str]) -> bool:
    before = _WORD_BEFORE.search(text, max(0, match.start() - 25), match.start())
    return before is not None and (before[1] or before[2]).lower() in words


def _is_narrative(matches: list[re.Match[str]], reference: tuple[date, date] | None) -> bool:
    """Return whether a text tells of years long past: it names more of them than days counted from its own day."""
    if not reference:
        return True
    groups = [match.groupdict() for match in matches]
    years = [int(group["year"]) for group in groups if group.get("year")]
    past = sum(year < reference[0].year - 1 for year in years)
    counted = sum(bool(group.get("weekday")) and not group.get("day") for group in groups)
    return past >= FEWEST_YEARS and past > 2 * counted and 2 * past > len(years)


# --- What it says -----------------------------------------------------------------------------------------------------

_FEW = {"day": 6, "week": 8, "month": 11, "year": 9}
"""How many a few of them are, at most; at least two."""
_LISTED = re.compile(
    r"[\s\u00a0]?[-–][\s\u00a0]?|,? (?:to|and|or|until|through|à|et|ou|au|jusqu['’](?:en|à)) (?:the )?"
)
_Groups = dict[str, str]


@dataclass(frozen=True)
class _Said:
    """What one date says: its point, and its value where that is not the point itself."""

    point: Point
    value: str = ""
    relative: bool = False


class _Reader:
    """Reads the dates of a text in order, since some count from the one told before them."""

    def __init__(self, text: str, language: Language, reference: date | None, narrative: bool) -> None:
        self._text = text
        self._language = language
        self._narrative = narrative
        self._today = day_of(reference) if reference else None
        self._told: Point | None = None
        self._year_told: int | None = None
        self._tense = re.compile(rf"\b(?:(?P<ahead>{language.ahead})|{language.behind})\b")
        self._bound = language.form(r"BOUND (?:the |le |la |l['’])?\Z")

    def mentions(self, matches: list[re.Match[str]]) -> Iterator[DateMention]:
        """Yield what the matches of the forms say, those aside that hang on what is not known, or do not exist."""
        for match, following in zip_longest(matches, matches[1:]):
            if said := self._said(match, following):
                if not self._is_aside(said.point):
                    self._year_told = said.point.year
                self._told = said.point
                start, end = match.span()
                whole = "/" not in said.value and not self._text.startswith(("'s", "’s"), end)  # after last year's coup
                bound = self._bound_before(start) if whole else ""
                yield DateMention(start, end, said.value or said.point.written, said.point, said.relative, bound)

    def _bound_before(self, start: int) -> str:
        found = self._bound.search(self._text, max(0, start - 25), start)
        return str(self._language.meaning("BOUND", found["bound"])) if found else ""

    def _is_aside(self, point: Point) -> bool:
        """Return whether a date only looks back or ahead: a year alone, or less, far from the year told before."""
        if self._year_told is None or point.month:
            return False
        return point.years > 1 or abs(point.year - self._year_told) > ASIDE

    def _said(self, match: re.Match[str], following: re.Match[str] | None) -> _Said | None:
        group = {name: text for name, text in match.groupdict().items() if text is not None}
        try:
            said = self._read(group, match, following)
            return said if said is None or said.value else replace(said, value=self._value(group, said.point))
        except (ValueError, OverflowError):  # a day that does not exist, or beyond what the calendar has
            return None

    def _value(self, group: _Groups, point: Point) -> str:
        """Return the value of a point: itself, a part of it, about it, or from it to another."""
        end = group.get("end_year") or group.get("end_year_2")
        if "part" in group:
            return narrowed(point, str(self._language.meaning("PART", group["part"])))
        if end and not point.month:
            return f"{point.written}/{_end_year(point.year, end)}"
        if "last_day" in group:
            return f"{point.written}/{existing(replace(point, day=int(group['last_day']))).written}"
        return point.written + "~" * ("about" in group and point.years == 1)

    def _read(self, group: _Groups, match: re.Match[str], following: re.Match[str] | None) -> _Said | None:
        if "step" in group:
            return self._moved(*self._steps("STEP", group["step"]), "day")
        if "count" in group:
            return self._counted(group)
        if "decade" in group or "decade_of_1900" in group:
            decade = int(group.get("decade") or group["decade_of_1900"])
            return _Said(Point(decade if "decade" in group else 1900 + decade, years=10))
        if "century" in group:
            return _Said(century(self._century_number(group), "era" in group))
        if "one" in group:
            return self._numeric(group)
        if group.keys() & {"month", "season", "month_number"}:
            return self._calendar(group, match, following)
        if "weekday" in group:
            return self._weekday(group, match)
        if "unit" in group:
            steps = ("then" if self._narrative else "now", 0) if "this" in group else self._which(group)
            return self._moved(*steps, self._unit(group))
        return _Said(Point(_year_of(group)))

    def _steps(self, name: str, word: str) -> tuple[str, int]:
        """Return from where a word counts, `now` or `then`, and how far."""
        anchor, step = cast(tuple[str, int], self._language.meaning(name, word))
        return anchor, step

    def _which(self, group: _Groups, digit: str = "") -> tuple[str, int]:
        """Return the same for last, next, the following, …"""
        if there := group.get(f"there{digit}"):
            return self._steps("THERE", there)
        return ("then", 0) if "emphatic" in group else self._steps("WHICH", group[f"which{digit}"])

    def _unit(self, group: _Groups) -> str:
        return str(self._language.meaning("UNIT", group["unit"]))

    def _anchor(self, anchor: str) -> Point | None:
        """Return the date from which another counts: that of the text, or the one told before."""
        told_counts = anchor == "then" or self._narrative
        return (self._told if told_counts else None) or self._today

    def _moved(self, anchor: str, step: int, unit: str) -> _Said | None:
        """Return the day, week, month, year, … so many steps from an anchor; None where that is not as fine."""
        start = self._anchor(anchor)
        if start is None or start.years > 1:
            return None
        if unit in ("day", "week", "weekend"):
            if not start.day or start.year < 1:
                return None
            if unit == "day":
                return _Said(moved_day(start, step), relative=True)
            first, last = week_of(start, step, 5 if unit == "weekend" else 0)
            return _Said(first, f"{first.written}/{last.written}", relative=True)
        if unit == "month":
            return _Said(months_on(start, step), relative=True) if 1 <= start.month <= 12 else None
        if unit == "year":
            return _Said(Point(start.year + step), relative=True)
        years = 10 if unit == "decade" else 100
        return _Said(Point((start.year // years + step) * years, years=years), relative=True)

    def _counted(self, group: _Groups) -> _Said | None:
        """Return what lies so many days, months or years before or after an anchor: about there, days aside."""
        anchor, way = ("now", -1) if "ago" in group else self._steps("AWAY", group["away"])
        number, unit = int(str(self._language.meaning("COUNT", group["count"]))), self._unit(group)
        if number:
            said = self._moved(anchor, way * number, unit)
            if said and "over" in group and way < 0:
                return replace(said, value=f"../{said.value.split('/')[-1] or said.point.written}")
            is_exact = said is None or said.value or said.point.day or said.point.years > 1
            return said if is_exact or said is None else replace(said, value=f"{said.point.written}~")
        ends = [self._moved(anchor, way * n, unit) for n in (2, _FEW.get(unit, 2))]
        if not ends[0] or not ends[1]:
            return None
        first, last = sorted((end.value or end.point.written for end in ends if end), reverse=ends[0].point.year < 0)
        return _Said(ends[0].point, f"{first.split('/')[0]}/{last.split('/')[-1]}", relative=True)

    def _century_number(self, group: _Groups) -> int:
        if "nth" in group:
            return int(group["nth"])
        if "roman" in group:
            return roman(group["roman"].upper())
        return int(str(self._language.meaning("ORDINAL", group["ordinal"])))

    def _numeric(self, group: _Groups) -> _Said:
        """Return a date of digits; in English, where either number may be the month, one of the two."""
        year, one, other = _year_of(group), int(group["one"]), int(group["other"])
        if self._language.decimal == "," or group["sign"] == "." or one > 12 or one == other:
            return _Said(existing(Point(year, other, one)))
        by_month = existing(Point(year, one, other))
        if other > 12:
            return _Said(by_month)
        first, last = sorted((Point(year, other, one).written, by_month.written))
        return _Said(Point(year), f"[{first},{last}]")

    # --- Months, seasons and weekdays ---------------------------------------------------------------------------------

    def _calendar(self, group: _Groups, match: re.Match[str], following: re.Match[str] | None) -> _Said | None:
        """Return a day, month or season, with the year that it has or means."""
        name = "month" if "month" in group else "season"
        number = group.get("month_number") or self._language.meaning(name.upper(), group[name])
        partial = Point(0, int(str(number)), int(group.get("day", 0)))
        if "year" in group or "old" in group:
            return _Said(existing(replace(partial, year=_year_of(group))))
        year = self._year(group, partial, match, following)
        return None if year is None else _Said(existing(replace(partial, year=year)), relative=True)

    def _year(
        self, group: _Groups, partial: Point, match: re.Match[str], following: re.Match[str] | None
    ) -> int | None:
        """Return the year that a day, month or season without one means; None where nothing tells."""
        if "which2" in group or "there2" in group:
            anchor, step = self._which(group, "2")
            start = self._anchor(anchor)
            return start.year + step if start else None
        if "which" in group or "there" in group:
            anchor, step = self._which(group)
            start = self._anchor(anchor)
            if start is None or step == 0:
                return start.year if start else None
            return nearest_year(start, partial, step, strictly=True)
        if following is not None and (shared := self._shared_year(match, following)):
            return shared
        if self._narrative and self._year_told is not None:
            return self._year_told
        way = 1 if self._is_ahead(match) else -1
        return nearest_year(self._today, partial, way, strictly=False) if self._today else None

    def _shared_year(self, match: re.Match[str], following: re.Match[str]) -> int:
        """Return the year of the next date, where both are ends of one interval or stand in one list; else 0."""
        year = following.groupdict().get("year")
        if not year or following[0].startswith(year):
            return 0
        return int(year) if _LISTED.fullmatch(self._text, match.end(), following.start()) else 0

    def _is_ahead(self, match: re.Match[str]) -> bool:
        """Return whether the verb next to a date, the one before it first, speaks of what is to come."""
        start, end = match.span()
        before = re.split(r"[.!?\n]", self._text[max(0, start - SENTENCE) : start])[-1]
        after = re.split(r"[.!?\n]", self._text[end : end + SENTENCE])[0]
        verbs = [*self._tense.finditer(before)][-1:] or [*self._tense.finditer(after)][:1]
        return any(verb["ahead"] for verb in verbs)

    def _weekday(self, group: _Groups, match: re.Match[str]) -> _Said | None:
        """Return the day that a weekday means: the last one, or the next where the sentence looks ahead."""
        anchor, step = self._which(group) if "which" in group or "there" in group else ("now", 0)
        start = self._anchor(anchor)
        if start is None or not start.day or start.year < 1:
            return None
        weekday = int(str(self._language.meaning("WEEKDAY", group["weekday"])))
        way = step or (1 if self._is_ahead(match) else -1)
        days = way * (way * (weekday - date(start.year, start.month, start.day).weekday()) % 7)
        return _Said(moved_day(start, days or 7 * step), relative=True)


def _year_of(group: _Groups) -> int:
    """Return the year that stands in a date; 480 BC is the year -479."""
    return 1 - int(group["old"]) if "old" in group else int(group["year"])


def _end_year(first: int, end: str) -> str:
    """Return the last year of an interval such as 1939–45; raise ValueError where it comes before the first."""
    year = end if len(end) == 4 else str(first)[:2] + end
    if int(year) < first:
        raise ValueError(year)
    return year


# --- Intervals --------------------------------------------------------------------------------------------------------

_OPENS = re.compile(
    r"\b(from|between|du|de|entre)[\s\u00a0](?:the |le |la )?\Z|\b(d|de l|entre l)['’]\Z", re.IGNORECASE
)
_CONNECTS = re.compile(r"(?: ?[-–—] ?| (?:to|and|until|till|through|à|au|et|jusqu['’](?:à|en|au)) )(?:the |le |l['’])?")
_BY_ITSELF = re.compile(r" ?[-–—] ?| (?:to|through|au|à) ")
"""What makes an interval of two dates without a word before them."""


def joined(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Return dates with those that are the two ends of one interval as one: from May to July, 1914–1918."""
    found: list[DateMention] = []
    for mention in mentions:
        start = _interval_start(text, found[-1], mention) if found else None
        if start is None:
            found.append(mention)
        else:
            first = found.pop()
            value, relative = f"{first.value}/{mention.value}", first.relative or mention.relative
            found.append(DateMention(start, mention.end, value, first.point, relative))
    return found


def _interval_start(text: str, first: DateMention, last: DateMention) -> int | None:
    """Return where the interval of two dates begins; None where they are none."""
    between = text[first.end : last.start]
    if not _CONNECTS.fullmatch(between) or any(sign in first.value + last.value for sign in "/[~"):
        return None
    ends = [(point.year, point.first_month, point.day or 31) for point in (first.point, last.point)]
    opened = _OPENS.search(text, max(0, first.start - 12), first.start)
    if ends != sorted(ends) or not (opened or _BY_ITSELF.fullmatch(between)):
        return None
    return opened.start() if opened else first.start
