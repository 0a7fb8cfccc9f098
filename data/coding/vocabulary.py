"""How a language writes dates and quantities: its words, by what they mean, and the forms in which they stand.

A form is a regular expression in which a word in capitals stands for one of a group of words, and a blank for white
space. What it matches is a group of that name in small letters; a digit at its end tells two apart. Everything that
repeats is bounded, so that reading takes time in proportion to the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

BLANK = r"[\s\u00a0\u202f]{1,3}"
_APOSTROPHE = "['’ʼ]"
_GROUP = re.compile(r"[A-Z]{3,}[0-9]?")


@dataclass(frozen=True)
class Language:
    """How one language writes dates and quantities.

    `common` has words by which the language is recognised. `words` has each group of words with what they mean, and
    `parts` expressions that forms share. `dates` are the forms of dates, `ahead` and `behind` what says that something
    is to come or is over, `decimal` what parts the decimals of a number, and `thousands` what its thousands; `plurals`
    is what nouns end in that are counted, and `adjectives` are words that end so before them, or are no nouns.
    """

    common: frozenset[str]
    words: Mapping[str, Mapping[str, object]]
    parts: Mapping[str, str]
    dates: tuple[str, ...]
    ahead: str
    behind: str
    decimal: str
    thousands: str
    plurals: tuple[str, ...]
    adjectives: frozenset[str]

    def form(self, form: str) -> re.Pattern[str]:
        """Return the regular expression of a form, which matches whole words."""
        return re.compile(rf"(?<!\w){self._expanded(form)}(?!\w)", re.IGNORECASE)

    def _expanded(self, form: str) -> str:
        return _GROUP.sub(self._group, form.replace(" ", BLANK))

    def _group(self, place: re.Match[str]) -> str:
        name = place[0].rstrip("0123456789")
        if name in self.words:
            return f"(?P<{place[0].lower()}>{one_of(self.words[name])})"
        return self._expanded(self.parts[name]) if name in self.parts else place[0]

    def meaning(self, group: str, word: str) -> object:
        """Return what a word of a group means."""
        return self.words[group][" ".join(re.sub(_APOSTROPHE, "'", word.lower()).split())]


def one_of(words: Mapping[str, object]) -> str:
    """Return the expression for one of some words, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", BLANK).replace("'", _APOSTROPHE) for word in longest)


def numbered(names: str, first: int = 1) -> dict[str, object]:
    """Return the number of each word of a line; words of one number stand between bars."""
    numbered = enumerate(names.split(), first)
    return {name.replace("_", " "): number for number, same in numbered for name in same.split("|")}


def meaning(**meanings: str) -> dict[str, object]:
    """Return what each word means, of words between bars by their meaning."""
    return {word.strip(): meaning for meaning, words in meanings.items() for word in words.split("|")}


def tens(names: str) -> dict[str, object]:
    """Return the number of each word of a line, in tens from thirty on."""
    return {name: 10 * number for number, name in enumerate(names.split(), 3)}


def nouns(unit: str, nouns: str) -> dict[str, object]:
    """Return the unit that each word of a line counts in: its code, or the word for one of them in English."""
    return {noun.replace("_", " "): unit for noun in nouns.split()}


DATES_IN_DIGITS = {
    "DAY": r"(?P<day>0?[1-9]|[12][0-9]|3[01])",
    "LASTDAY": r"(?P<last_day>0?[1-9]|[12][0-9]|3[01])",
    "YEAR": r"(?P<year>1[0-9]{3}|20[0-9]{2})",
    "ENDYEAR": r"(?:[-–/](?P<end_year>[0-9]{2})(?![0-9]|[-/][0-9])|/(?P<end_year_2>1[0-9]{3}|20[0-9]{2}))",
    "ISO": r"(?P<year>1[0-9]{3}|20[0-9]{2})-(?P<month_number>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?",
    "NUMERIC": r"(?P<one>0?[1-9]|[12][0-9]|3[01])(?P<sign>[/.])(?P<other>0?[1-9]|[12][0-9]|3[01])(?P=sign)"
               r"(?P<year>1[0-9]{3}|20[0-9]{2})",
}  # fmt: skip
