"""Quantities in a text: numbers in digits and words, with their bounds and units, in the grammar of values."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import pandas as pd

from data.coding.languages import LANGUAGES
from data.coding.vocabulary import BLANK, one_of
from data.schema import in_every_language
from data.search import folded
from data.unit_kinds import CURRENCIES

UNIT_WORDS = 4
"""How many words after a number are looked at for what it counts: 100 Russian military trainers."""
_LARGE = 10**6
"""From which scale on a number is written with an exponent, which carries its rounding: 3.2 million is 3.2e6."""
_SIGNS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "R$": "BRL", "€": "EUR", "£": "GBP", "₽": "RUB", "¥": "JPY", "₹": "INR",
}  # fmt: skip
_PLURALS = {"person": "persons", "country": "countries", "year": "years"}
"""The units of what is counted where the tables have none of their own for it."""
ONLY_BOUNDED = "?"
"""Before the meaning of a share that is one only behind a bound: more than half, but not the second half."""


@dataclass(frozen=True)
class QuantityMention:
    """A quantity in a text: from its first character to the one after its last, its value, and its unit or ""."""

    start: int
    end: int
    value: str
    unit: str


def quantities(
    text: str, units: Mapping[str, str], language: str, taken: Iterable[tuple[int, int]] = ()
) -> list[QuantityMention]:
    """Return the quantities of a text, in order, without those where something else stands, such as a date.

    `units` are the units by the words for them; see `unit_words`. What is counted in another noun has that as its unit;
    a number in digits that counts nothing has the unit "", and one in words is none.
    """
    letters = list(text)
    for start, end in taken:  # nor may a number reach into it: 65 l'an dernier are no litres
        letters[start:end] = "|" * (end - start)
    text = "".join(letters)
    free = bytearray(b"\1") * len(text)
    found = []
    for mention in sorted(_mentions(text, units, language), key=lambda mention: (mention.start, -mention.end)):
        if all(free[mention.start : mention.end]):
            free[mention.start : mention.end] = bytes(mention.end - mention.start)
            found.append(mention)
    return found


def unit_words(units: pd.DataFrame) -> dict[str, str]:
    """Return the units of a table by the words for them, folded, in every language that it has."""
    words: dict[str, str] = {}
    for column in in_every_language("units", ("unit", "singular", "label"), units.columns):
        words |= {
            folded(word): unit for unit, word in zip(units["unit"], units[column].fillna(""), strict=True) if word
        }
    return words


def _mentions(text: str, units: Mapping[str, str], language: str) -> Iterator[QuantityMention]:
    yield from _numbers(text, units, language)
    words = LANGUAGES[language]
    for match in _form(r"(?:LIMIT(?: |(?<=['’])))?VAGUE", language).finditer(text):
        unit, end = _unit_after(text, match.end(), units, language)
        if unit:
            value = str(words.meaning("VAGUE", match["vague"]))
            sign = str(words.meaning("LIMIT", match["limit"])) if match["limit"] else ""
            if sign and sign != "nearly" and "[" not in value:
                yield QuantityMention(match.start(), end, sign + value.lstrip("~"), unit)
            else:
                yield QuantityMention(match.start("vague"), end, value, unit)
    for match in _form(r"(?:LIMIT(?: |(?<=['’]))|MORE|FEWER)?SHARE", language).finditer(text):
        share = str(words.meaning("SHARE", match["share"]))
        sign = str(words.meaning("LIMIT", match["limit"])) if match["limit"] else _more_or_fewer(match)
        if share.startswith(ONLY_BOUNDED) and not sign:
            continue
        share = share.removeprefix(ONLY_BOUNDED)
        if "[" in share:
            value = share
        else:  # nearly is as far below as "about" reaches
            value = f"[{Decimal(share) * 9 / 10:.2f}..{share}]" if sign == "nearly" else sign + share
        yield QuantityMention(match.start(), match.end(), value, units.get("percent", "percent"))
    for match in _form(r"(?:LIMIT(?: |(?<=['’])))?OUTOF", language).finditer(text):
        part, whole = (int(str(words.meaning("DIGIT", match[name]))) for name in ("digit", "digit2"))
        if part >= whole:
            continue
        percent = 100 * Decimal(part) / whole
        sign = str(words.meaning("LIMIT", match["limit"])).replace("nearly", "~") if match["limit"] else ""
        value = f"{sign}{percent:.2f}".removesuffix(".00")
        yield QuantityMention(match.start(), match.end(), value, units.get("percent", "percent"))
    for match in _form("(?:MORE|FEWER)?(?:que )?FACTOR", language).finditer(text):
        value = (_more_or_fewer(match) or "~") + str(words.meaning("FACTOR", match["factor"]))
        yield QuantityMention(match.start(), match.end(), value, units.get("x", "x"))
    for match in _form("LASTING", language).finditer(text):
        value = str(words.meaning("LASTING", match["lasting"]))
        yield QuantityMention(match.start(), match.end(), value, units.get("year", "years"))
    for match in _form("RANKED(?:-| )SUPERLATIVE", language).finditer(text):
        value = str(words.meaning("RANKED", match["ranked"]))
        yield QuantityMention(match.start(), match.end(), value, units.get("rank", "rank"))


@cache
def _form(form: str, language: str) -> re.Pattern[str]:
    return LANGUAGES[language].form(form)


def _more_or_fewer(match: re.Match[str]) -> str:
    return ">" if match["more"] else "<" if match["fewer"] else ""


# --- Numbers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Number:
    """A number in a text: `mantissa` times `scale`, and the unit of its sign or ""."""

    start: int
    end: int
    mantissa: Decimal
    scale: int
    unit: str
    in_digits: bool

    @property
    def amount(self) -> Decimal:
        return self.mantissa * self.scale

    @property
    def written(self) -> str:
        if self.scale >= _LARGE:
            return f"{self.mantissa}e{len(str(self.scale)) - 1}"
        return f"{self.amount:f}"

    def at_scale(self, scale: int) -> "_Number":
        """Return the number with the scale of the one after it, as in 3 to 4 million, where it has none."""
        return replace(self, scale=scale) if self.scale == 1 else self


_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9}
_ATTACHED = r"(?:km|kg|cm|mm|mg|m|g|t|ha|mph|[kMG]Wh?)"
_LABELLED = re.compile(
    r"\b(?:article|resolution|chapter|section|page|paragraph|no|nos|number|flight|route|channel|figure|table|phase|"
    r"résolution|chapitre|paragraphe|n°|numéro|p|vol|chap|[0-9]{1,2}[\s\u00a0]?h)[.\s\u00a0]{1,2}\Z|[^\W\d]\w{0,10}-\Z",
    re.IGNORECASE,
)
"""What a number is the label of: one after it counts nothing."""


@cache
def _number_form(language: str) -> re.Pattern[str]:
    words = LANGUAGES[language]
    decimal, thousands = re.escape(words.decimal), words.thousands
    scale = one_of(words.words["SCALE"])
    sign = rf"(?:[A-Z]{{1,2}})?\$|[€£₽¥₹]|(?-i:{'|'.join(sorted(CURRENCIES))})"
    whole = (
        rf"(?:[0-9]{{1,3}}(?:{thousands}[0-9]{{3}}){{1,4}}(?![0-9])"
        rf"|[0-9]{{1,3}}(?:[ \u00a0\u202f][0-9]{{3}}){{1,4}}(?![0-9])|[0-9]{{1,15}})"
    )
    digits = rf"{whole}(?:{decimal}[0-9]{{1,6}})?"
    word = rf"(?:{one_of(words.words['DIGIT'])}|{scale})"
    chain = rf"(?:(?:an?|une?){BLANK}(?={scale}))?{word}(?:(?:-|{BLANK})(?:(?:and|et)(?:-|{BLANK}))?{word}){{0,7}}"
    return re.compile(
        rf"(?<![\w.,:/])(?:(?P<sign>{sign})[\s\u00a0]?)?(?P<minus>(?<=[\s(])[-−](?=[0-9]))?"
        rf"(?:(?P<digits>{digits})(?:(?:-|{BLANK})?(?P<scale>{scale})|(?P<letter>[kmb]))?|(?P<words>{chain}))"
        rf"(?!\w|[.,/:][0-9]|[\s\u00a0]?(?:[ap]\.?m|h)\b)|(?<![\w.,:/-])(?P<attached>{digits})(?={_ATTACHED}\b)",
        re.IGNORECASE,
    )


def _found_numbers(text: str, units: Mapping[str, str], language: str) -> Iterator[_Number]:
    words = LANGUAGES[language]
    for match in _number_form(language).finditer(text):
        start, end = match.span()
        sign = (match["sign"] or "").upper()
        unit = sign if sign in CURRENCIES else _SIGNS.get(sign, "")
        if match["words"]:
            mantissa, scale = _in_words(match["words"], language)
            if mantissa == scale == 1 and match["words"].lower() != "one":  # in French it is an article
                continue
            half, end = Decimal(0), match.end()
            if more := _form("ANDHALF(?: (?:de )?SCALE)?", language).match(text, end + 1):
                half, end = Decimal("0.5"), more.end()
                scale = int(str(words.meaning("SCALE", more["scale"]))) if more["scale"] else scale
            yield _Number(start, end, mantissa + half, scale, unit, in_digits=False)
        elif not _LABELLED.search(text, max(0, start - 15), start):
            digits = match["digits"] or match["attached"]
            plain = re.sub(rf"(?:{words.thousands}|\s)(?=[0-9]{{3}})", "", digits).replace(",", ".")
            scale = int(str(words.meaning("SCALE", match["scale"]))) if match["scale"] else 1
            counts = unit or match["letter"] == "k" or text[end : end + 1] in ("€", "$", "£")
            if match["letter"] and (counts or _unit_after(text, end, units, language)[0]):  # 3m tonnes are millions
                scale = _LETTERS[match["letter"].lower()]
            elif match["letter"]:
                end -= 1  # 20m are 20 metres
            yield _Number(start, end, Decimal(plain) * (-1 if match["minus"] else 1), scale, unit, in_digits=True)


def _in_words(chain: str, language: str) -> tuple[int, int]:
    """Return the number that some words are, as a mantissa and a scale: two hundred and fifty million."""
    group = LANGUAGES[language].words
    values = {**group["DIGIT"], **group["SCALE"]}
    total = current = 0
    value = 1
    for word in re.findall(rf"{one_of(values)}", chain.lower()):
        value = int(str(values[word]))
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value in (12, 100) and word in group["SCALE"]:
            current = max(current, 1) * value
        else:
            current += value
    number = total + current
    return (number // value, value) if value >= _LARGE and number % value == 0 else (number, 1)


_BETWEEN = re.compile(r"\b(?:between|from|entre|de)[\s\u00a0]\Z", re.IGNORECASE)
_AND = re.compile(r"[\s\u00a0]?%?[\s\u00a0](?:and|et)[\s\u00a0]")
_TO = re.compile(r"[\s\u00a0]?%?(?:[\s\u00a0]?[-–][\s\u00a0]?|[\s\u00a0](?:to|or|à|ou)[\s\u00a0])")
_PERCENT = re.compile(r"[\s\u00a0\u202f]?%")
_OR_MORE = {
    ">=": re.compile(r"\+|-plus\b|[\s\u00a0](?:or more|ou plus)\b"),
    "<=": re.compile(r"[\s\u00a0](?:or less|or fewer|ou moins)\b"),
    "~": re.compile(r"[\s\u00a0]or so\b"),
}

_BOUND_SIGNS = {"~": "~", "≈": "~", ">": ">", "<": "<", "≥": ">=", "≤": "<="}


def _numbers(text: str, units: Mapping[str, str], language: str) -> Iterator[QuantityMention]:
    """Yield the numbers of a text with their bounds and units; two that are the ends of a range are one quantity."""
    numbers = list(_found_numbers(text, units, language))
    skip = False
    for number, following in zip(numbers, [*numbers[1:], None], strict=False):
        if skip:
            skip = False
            continue
        if following and (start := _range_start(text, number, following)) is not None:
            skip = True
            unit, end = _unit_of(text, replace(following, unit=following.unit or number.unit), units, language)
            ends = (number.at_scale(following.scale).written, following.written)
            value, in_digits = f"[{ends[0]}..{ends[1]}]", following.in_digits
        else:
            start, value, end = _bounded(text, number, language)
            unit, end = _unit_of(text, replace(number, end=end), units, language)
            in_digits = number.in_digits
            if value == str(number.mantissa) and (half := _form("ANDHALF", language).match(text, end + 1)):
                value, end = f"{value}.5", half.end()  # deux ans et demi
        if unit or in_digits:
            yield QuantityMention(start, end, value, unit)


def _range_start(text: str, first: _Number, last: _Number) -> int | None:
    """Return where the range of two numbers begins; None where they are none."""
    between = text[first.end : last.start]
    opened = _BETWEEN.search(text, max(0, first.start - 10), first.start)
    if first.at_scale(last.scale).amount > last.amount:
        return None
    if not (_TO.fullmatch(between) or (opened and _AND.fullmatch(between))):
        return None
    if "%" in between and not _PERCENT.match(text, last.end):  # by 12% to 3,450
        return None
    return opened.start() if opened else first.start


def _bounded(text: str, number: _Number, language: str) -> tuple[int, str, int]:
    """Return where a number with the words that bound it begins, its value, and where it ends."""
    for sign, words in _OR_MORE.items():
        if after := words.match(text, number.end):
            return number.start, sign + number.written, after.end()
    if written := _BOUND_SIGNS.get(text[number.start - 1 : number.start]):
        return number.start - 1, written + number.written, number.end
    limit = _form(r"LIMIT(?: |(?<=['’]))\Z", language).search(text, max(0, number.start - 25), number.start)
    if not limit:
        return number.start, number.written, number.end
    sign = str(LANGUAGES[language].meaning("LIMIT", limit["limit"]))
    if sign == "nearly":
        return limit.start(), f"[{_just_below(number.amount):f}..{number.amount:f}]", number.end
    return limit.start(), sign + number.written, number.end


def _just_below(amount: Decimal) -> Decimal:
    """Return where "nearly" begins: a unit of the last digit that is not 0 below, or a tenth where that is less."""
    digits = len(amount.normalize().as_tuple().digits)
    last_digit = Decimal(1).scaleb(amount.adjusted() - digits + 1)
    return (amount - max(min(last_digit, amount / 10), min(last_digit, Decimal(1)))).normalize()


# --- Units ------------------------------------------------------------------------------------------------------------

_SYMBOL = re.compile(r"[\s\u00a0\u202f-]?([kMGT](?:Wh?|Hz)|km/h|°[CF])(?!\w)")
_NEXT_WORD = re.compile(r"[\s\u00a0\u202f-]{0,3}([%€$£]|[^\W\d][\w’']{0,30})")


def _unit_of(text: str, number: _Number, units: Mapping[str, str], language: str) -> tuple[str, int]:
    if number.unit:
        return units.get(folded(number.unit), number.unit), number.end
    return _unit_after(text, number.end, units, language)


@cache
def _nouns(language: str) -> dict[str, str]:
    return {folded(noun): str(unit) for noun, unit in LANGUAGES[language].words["NOUN"].items()}


def _unit_after(text: str, place: int, units: Mapping[str, str], language: str) -> tuple[str, int]:
    """Return the unit of a number that ends at a place, and where its words end; "" and the place where it has none."""
    nouns, common = _nouns(language), LANGUAGES[language].common
    words: list[tuple[str, int]] = []  # folded, and where each ends
    at = place
    while len(words) < UNIT_WORDS + 2 and (match := _NEXT_WORD.match(text, at)):
        word = re.sub(r"^[dl]['’]", "", folded(match[1]))
        if word not in ("of", "de"):
            words.append((word, match.end()))
        at = match.end()
    if symbol := _SYMBOL.match(text, place):
        return units.get(folded(symbol[1]), symbol[1]), symbol.end()
    for first in range(min(UNIT_WORDS, len(words))):
        for last in range(min(first + 3, len(words)), first, -1):
            phrase = " ".join(word for word, _end in words[first:last])
            unit = units.get(phrase) or _named(nouns.get(phrase, ""), units)
            if unit:
                return unit, words[last - 1][1]
        if words[first][0] in common:
            break
    code = words[0][0].upper() if words else ""
    if code in CURRENCIES and text[place:].lstrip()[:3].isupper():
        return code, words[0][1]
    return _plural_after(text, words, language) or ("", place)


def _plural_after(text: str, words: Sequence[tuple[str, int]], language: str) -> tuple[str, int] | None:
    """Return the noun in the plural that words after a number begin with, some adjectives aside, and where it ends."""
    language_words = LANGUAGES[language]
    for word, end in words[: UNIT_WORDS - 1]:
        if word in language_words.common:
            return None
        if len(word) > 3 and word.endswith(language_words.plurals) and word not in language_words.adjectives:
            return text[end - len(word) : end].lower(), end
    return None


def _named(noun: str, units: Mapping[str, str]) -> str:
    """Return the unit of the tables that a noun of the language stands for, else the usual one."""
    return units.get(folded(noun), _PLURALS.get(noun, noun)) if noun else ""
