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
    `parts` expressions that forms share. `dates` are the forms of dates, `ahead` what says that something is to come.
    """

    common: frozenset[str]
    words: Mapping[str, Mapping[str, object]]
    parts: Mapping[str, str]
    dates: tuple[str, ...]
    ahead: str
    decimal: str
    """What parts the decimals of a number."""

    def form(self, form: str) -> re.Pattern[str]:
        """Return the regular expression of a form, which matches whole words."""
        return re.compile(rf"(?<!\w){self._expanded(form)}(?!\w)", re.IGNORECASE)

    def _expanded(self, form: str) -> str:
        return _GROUP.sub(self._group, form.replace(" ", BLANK))

    def _group(self, place: re.Match[str]) -> str:
        name = place[0].rstrip("0123456789")
        if name in self.words:
            return f"(?P<{place[0].lower()}>{_one_of(self.words[name])})"
        return self._expanded(self.parts[name]) if name in self.parts else place[0]

    def meaning(self, group: str, word: str) -> object:
        """Return what a word of a group means."""
        return self.words[group][" ".join(re.sub(_APOSTROPHE, "'", word.lower()).split())]


def _one_of(words: Mapping[str, object]) -> str:
    """Return the expression for one of some words, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", BLANK).replace("'", _APOSTROPHE) for word in longest)


def _numbered(names: str, first: int = 1) -> dict[str, object]:
    """Return the number of each word of a line; words of one number stand between bars."""
    numbered = enumerate(names.split(), first)
    return {name.replace("_", " "): number for number, same in numbered for name in same.split("|")}


def _meaning(**meanings: str) -> dict[str, object]:
    """Return what each word means, of words between bars by their meaning."""
    return {word.strip(): meaning for meaning, words in meanings.items() for word in words.split("|")}


_DIGITS = {
    "DAY": r"(?P<day>0?[1-9]|[12][0-9]|3[01])",
    "LASTDAY": r"(?P<last_day>0?[1-9]|[12][0-9]|3[01])",
    "YEAR": r"(?P<year>1[0-9]{3}|20[0-9]{2})",
    "ENDYEAR": r"(?:[-–/](?P<end_year>[0-9]{2})(?![0-9]|[-/][0-9])|/(?P<end_year_2>1[0-9]{3}|20[0-9]{2}))",
    "ISO": r"(?P<year>1[0-9]{3}|20[0-9]{2})-(?P<month_number>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?",
    "NUMERIC": r"(?P<one>0?[1-9]|[12][0-9]|3[01])(?P<sign>[/.])(?P<other>0?[1-9]|[12][0-9]|3[01])(?P=sign)"
               r"(?P<year>1[0-9]{3}|20[0-9]{2})",
}  # fmt: skip

# --- English ---------------------------------------------------------------------------------------------------------

_EN_COUNTS = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_EN_ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)

ENGLISH = Language(
    common=frozenset("the of and to in that was with for on by from is at which were has".split()),
    words={
        "MONTH": _numbered(
            "january|jan|jan. february|feb|feb. march|mar. april|apr|apr. may june|jun. july|jul. august|aug|aug. "
            "september|sept|sept.|sep|sep. october|oct|oct. november|nov|nov. december|dec|dec."
        ),
        "WEEKDAY": _numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
        "SEASON": _numbered("spring|springtime summer|summertime autumn|fall winter|wintertime", 21),
        "PART": _meaning(
            early="early|early in|the beginning of|beginning of|the start of|start of|the early part of|the opening of",
            mid="mid|the middle of|middle of",
            late="late|late in|the end of|end of|the close of|the latter part of|the later part of",
            first_half="the first half of|first half of|the first six months of",
            second_half="the second half of|second half of|the latter half of|the last six months of",
            quarter_1="the first quarter of|first quarter of|Q1".lower(),
            quarter_2="the second quarter of|second quarter of|Q2".lower(),
            quarter_3="the third quarter of|third quarter of|Q3".lower(),
            quarter_4="the fourth quarter of|the last quarter of|fourth quarter of|Q4".lower(),
        ),
        "ABOUT": _meaning(about="about|around|circa|c.|ca.|approximately|roughly|some time in|sometime in"),
        "WHICH": {
            **dict.fromkeys(("last", "this past", "the past"), ("now", -1)),
            **dict.fromkeys(("this", "the current"), ("now", 0)),
            **dict.fromkeys(("next", "this coming", "the coming"), ("now", 1)),
            **dict.fromkeys(("the same", "that same", "that", "this same"), ("then", 0)),
            **dict.fromkeys(("the previous", "the preceding", "the prior"), ("then", -1)),
            **dict.fromkeys(("the following", "the next", "following"), ("then", 1)),
        },
        "UNIT": _meaning(
            day="day|days|night|nights|morning|evening|afternoon", week="week|weeks", weekend="weekend",
            month="month|months", year="year|years", decade="decade|decades", century="century|centuries",
        ),
        "COUNT": {
            **_EN_COUNTS, **{str(n): n for n in range(1, 400)}, "a": 1, "an": 1, "a couple of": 2, "thirty": 30,
            "forty": 40, "fifty": 50, "a hundred": 100, **dict.fromkeys(("a few", "some", "several"), 0),
        },
        "AWAY": {
            "ago": ("now", -1),
            **dict.fromkeys(("earlier", "before", "previously", "beforehand", "prior"), ("then", -1)),
            **dict.fromkeys(("later", "after", "afterwards", "afterward", "thereafter"), ("then", 1)),
        },
        "STEP": {
            "the day before yesterday": ("now", -2), "yesterday": ("now", -1), "last night": ("now", -1),
            "today": ("now", 0), "tonight": ("now", 0), "tomorrow": ("now", 1), "the day after tomorrow": ("now", 2),
            "the day before": ("then", -1), "the night before": ("then", -1), "the day after": ("then", 1),
        },
        "ORDINAL": _EN_ORDINALS,
        "BOUND": _meaning(
            before="before|prior to|by|no later than", after="after|later than",
            since="since|from|starting in|starting on|beginning in", until="until|till|up to|through",
        ),
    },
    parts={
        **_DIGITS,
        "NTH": r"(?:st|nd|rd|th)",
        "CLOCK": r"(?:the )?(?:early |late )?(?:night|morning|evening|afternoon|dawn|eve)(?: hours)? (?:of|on) ",
        "ANDDAY": r"(?:[-–/]| [-–] | (?:to|and|or|through|until|till) (?:the )?)LASTDAY",
        "THATYEAR": r"(?:WHICH2 year)",
        "BCYEAR": r"(?P<old>[1-9][0-9]{0,3}) ERA",
        "ERA": r"(?P<era>B\.C\.(?:E\.)?|BCE?)",
        "STILL": r"(?:later |earlier |late |early )",
    },
    dates=(
        r"(?:CLOCK)?(?:WEEKDAY,? (?:the )?)?DAY(?:NTH)?(?:ANDDAY(?:NTH)?)? (?:day of |of )?MONTH"
        r"(?:,? (?:of )?(?:YEAR|BCYEAR|THATYEAR))?",
        r"(?:CLOCK)?(?:WEEKDAY,? )?MONTH (?:the )?DAY(?:NTH)?(?![0-9]|[.,:][0-9]|%)"
        r"(?:ANDDAY(?:NTH)?(?![0-9]))?"
        r"(?:(?: |, ?)(?:of )?(?:YEAR|BCYEAR|THATYEAR))?",
        r"(?:ABOUT )?(?:PART(?:-| )(?:the )?)?(?:WHICH )?MONTH"
        r"(?:,? (?:(?:of|in) )?(?:the year )?(?:YEAR|BCYEAR|THATYEAR))?",
        r"ISO",
        r"NUMERIC",
        r"(?:ABOUT )?(?:PART(?:-| ))?(?:the year )?YEAR(?:ENDYEAR)?",
        r"(?:ABOUT )?(?:PART )?BCYEAR",
        r"(?:the )?(?:PART(?:-| )(?:the )?)?(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?s",
        r"(?:the )?(?:PART(?:-| )(?:the )?)?(?:ORDINAL|(?P<nth>1?[0-9]|2[01])NTH)(?:-| )(?P<century>century)(?: ERA)?",
        r"(?:STILL(?:in )?)?(?:the )?(?:PART(?:-| )(?:the )?)?(?:WHICH )?SEASON"
        r"(?:(?:,| of|) (?:the year )?(?:YEAR(?:ENDYEAR)?|BCYEAR|THATYEAR))?",
        r"(?:STILL(?:in )?)?(?:PART )?WHICH (?:UNIT|WEEKDAY)",
        r"(?:STILL|PART )(?:in )?the (?P<this>)UNIT",
        r"(?:(?:about|around|some|only|just|almost|barely) )?COUNT UNIT AWAY",
        r"STEP",
        r"WEEKDAY",
    ),
    ahead=r"will|shall|to be held|scheduled|is due|are due|set to|expected to|plans? to|planned for|upcoming",
    decimal=".",
)  # fmt: skip

# --- French ----------------------------------------------------------------------------------------------------------

_FR_COUNTS = _numbered(
    "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
)

FRENCH = Language(
    common=frozenset("le la les des et en du une que qui dans pour par sur au aux est avec".split()),
    words={
        "MONTH": _numbered(
            "janvier|janv.|janv février|fevrier|févr.|févr|fév. mars avril|avr. mai juin juillet|juil.|juil août|aout "
            "septembre|sept.|sept octobre|oct. novembre|nov. décembre|decembre|déc."
        ),
        "WEEKDAY": _numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
        "SEASON": _numbered("printemps été automne hiver", 21),
        "PART": _meaning(
            early="début|au début de|début de|le début de|au début du mois de|au tout début de|au début du|début du",
            mid="mi|la mi|au milieu de|milieu|le milieu de|au milieu du mois de|au milieu du|milieu du",
            late="fin|à la fin de|la fin de|fin de|à la fin du mois de|à la fin du|la fin du",
            first_half="premier semestre|premier semestre de|première moitié de|première moitié du",
            second_half="second semestre|deuxième semestre|second semestre de|deuxième semestre de|seconde moitié de|"
                        "seconde moitié du|deuxième moitié de|deuxième moitié du",
            quarter_1="premier trimestre|premier trimestre de", quarter_2="deuxième trimestre|deuxième trimestre de",
            quarter_3="troisième trimestre|troisième trimestre de",
            quarter_4="quatrième trimestre|quatrième trimestre de|dernier trimestre de",
        ),
        "ABOUT": _meaning(about="vers|environ|autour de|aux environs de|aux alentours de|circa"),
        "WHICH": {
            **dict.fromkeys(("ce", "cet", "cette"), ("now", 0)),
            **dict.fromkeys(("le même", "la même", "ce même", "cette même"), ("then", 0)),
        },
        "THERE": {
            **dict.fromkeys(("dernier", "dernière", "passé", "passée"), ("now", -1)),
            **dict.fromkeys(("prochain", "prochaine"), ("now", 1)),
            **dict.fromkeys(("en cours", "courant", "courante"), ("now", 0)),
            **dict.fromkeys(("précédent", "précédente", "d'avant"), ("then", -1)),
            **dict.fromkeys(("suivant", "suivante", "d'après"), ("then", 1)),
        },
        "UNIT": _meaning(
            day="jour|jours|nuit|matin|soir|soirée|matinée|journée", week="semaine|semaines", weekend="week-end",
            month="mois", year="an|ans|année|années", decade="décennie|décennies", century="siècle|siècles",
        ),
        "COUNT": {
            **_FR_COUNTS, **{str(n): n for n in range(1, 400)},
            "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
            "une dizaine de": 10, "une dizaine d'": 10, "une quinzaine de": 15, "une vingtaine d'": 20,
            **dict.fromkeys(("quelques", "plusieurs"), 0),
        },
        "AWAY": {
            **dict.fromkeys(("plus tôt", "auparavant", "avant"), ("then", -1)),
            **dict.fromkeys(("plus tard", "après"), ("then", 1)),
        },
        "STEP": {
            "avant-hier": ("now", -2), "hier": ("now", -1), "hier soir": ("now", -1), "aujourd'hui": ("now", 0),
            "ce soir": ("now", 0), "ce matin": ("now", 0), "demain": ("now", 1), "après-demain": ("now", 2),
            "l'avant-veille": ("then", -2), "la veille": ("then", -1), "le lendemain": ("then", 1),
            "le surlendemain": ("then", 2),
        },
        "ORDINAL": _numbered("premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième"),
        "BOUND": _meaning(
            before="avant|d'ici|d'ici à|au plus tard en|au plus tard le", after="après",
            since="depuis|à partir de|à partir du|dès|à compter du|à compter de", until="jusqu'en|jusqu'au|jusqu'à",
        ),
    },
    parts={
        **_DIGITS,
        "NTH": r"(?:er)",
        "CLOCK": r"(?:la nuit|le matin|le soir|la soirée|l['’]après-midi) du ",
        "ANDDAY": r"(?:[-–/]| [-–] | (?:au|à|et|ou) (?:le )?)LASTDAY",
        "THATYEAR": r"(?:de )?WHICH2 année",
        "BCYEAR": r"(?P<old>[1-9][0-9]{0,3}) ERA",
        "ERA": r"(?P<era>(?:av\.|avant) (?:J\.?-?C\.?|notre ère|Jésus-Christ))",
    },
    dates=(
        r"(?:CLOCK)?(?:WEEKDAY )?DAY(?:NTH)?(?:ANDDAY)? MONTH(?: (?:de )?YEAR| THATYEAR| THERE)?",
        r"(?:ABOUT )?(?:PART(?:-| ))?MONTH(?: (?:de (?:l['’]année )?)?YEAR| THATYEAR| THERE)?",
        r"ISO",
        r"NUMERIC",
        r"(?:ABOUT )?(?:PART )?(?:l['’]année |l['’]an )?YEAR(?:ENDYEAR)?",
        r"(?:ABOUT )?(?:PART )?(?:l['’]an )?BCYEAR",
        r"(?:PART (?:les |des )?|les |des )?années (?P<decade>1[0-9]{2}0|20[0-9]0)",
        r"(?:PART )?(?:le |du |au )?(?:(?P<roman>[IVX]{1,5})|(?P<nth>1?[0-9]|2[01]))(?:e|er|ème) (?P<century>siècle)"
        r"(?: ERA)?",
        r"(?:PART (?:l['’])?)?(?:WHICH )?SEASON(?: (?:de )?YEAR(?:ENDYEAR)?| THATYEAR| THERE)?",
        r"WHICH (?:UNIT|WEEKDAY)(?P<emphatic>-là)?",
        r"(?:PART )?(?:la |le |l['’])?UNIT THERE",
        r"WEEKDAY THERE",
        r"(?:PART )(?:du |de l['’]|de la )?(?P<this>)UNIT",
        r"(?P<ago>il y a) (?:ABOUT )?COUNT ?UNIT",
        r"COUNT UNIT AWAY",
        r"STEP",
        r"WEEKDAY",
    ),
    ahead=r"(?!opéra|caméra|choléra)[a-zéèê]{2,15}r(?:a|ont)\b|doit|doivent|devrait|prévue?s?|prochainement",
    decimal=",",
)  # fmt: skip

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


def language_of(text: str) -> str:
    """Return the code of the language of which a text has the most common words; English where it has none."""
    words = re.findall(r"\w+", text[:20_000].lower())
    return max(LANGUAGES, key=lambda code: sum(word in LANGUAGES[code].common for word in words))
