"""How English writes dates and quantities."""

from data.coding.vocabulary import DATES_IN_DIGITS, Language, meaning, nouns, numbered, tens

_COUNTS = numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)

ENGLISH = Language(
    common=frozenset("the of and to in that was with for on by from is at which were has out".split()),
    words={
        "MONTH": numbered(
            "january|jan|jan. february|feb|feb. march|mar. april|apr|apr. may june|jun. july|jul. august|aug|aug. "
            "september|sept|sept.|sep|sep. october|oct|oct. november|nov|nov. december|dec|dec."
        ),
        "WEEKDAY": numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
        "SEASON": numbered("spring|springtime summer|summertime autumn|fall winter|wintertime", 21),
        "PART": meaning(
            early="early|early in|the beginning of|beginning of|the start of|start of|the early part of|the opening of",
            mid="mid|the middle of|middle of",
            late="late|late in|the end of|end of|the close of|end|the latter part of|the later part of",
            first_half="h1|the first half of|first half of|the first six months of",
            second_half="h2|the second half of|second half of|the latter half of|the last six months of",
            quarter_1="the first quarter of|first quarter of|Q1".lower(),
            quarter_2="the second quarter of|second quarter of|Q2".lower(),
            quarter_3="the third quarter of|third quarter of|Q3".lower(),
            quarter_4="the fourth quarter of|the last quarter of|fourth quarter of|Q4".lower(),
        ),
        "ABOUT": meaning(about="about|around|circa|c.|ca.|approximately|roughly|some time in|sometime in"),
        "WHICH": {
            **dict.fromkeys(("last", "this past", "the past"), ("now", -1)),
            **dict.fromkeys(("this", "the current"), ("now", 0)),
            **dict.fromkeys(("next", "this coming", "the coming"), ("now", 1)),
            **dict.fromkeys(("the same", "that same", "that", "this same"), ("then", 0)),
            **dict.fromkeys(("the previous", "the preceding", "the prior"), ("then", -1)),
            **dict.fromkeys(("the following", "the next", "following"), ("then", 1)),
        },
        "UNIT": meaning(
            day="day|days|night|nights|morning|evening|afternoon", week="week|weeks", weekend="weekend",
            month="month|months", year="year|years", decade="decade|decades", century="century|centuries",
        ),
        "COUNT": {
            **_COUNTS, **{str(n): n for n in range(1, 400)}, "a": 1, "an": 1, "a couple of": 2, "thirty": 30,
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
        "ORDINAL": _ORDINALS,
        "DIGIT": {**_COUNTS, **tens("thirty forty fifty sixty seventy eighty ninety")},
        "SCALE": {
            "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
            "dozen": 12, "lakh": 10**5, "crore": 10**7,
        },
        "LIMIT": meaning(**{
            ">": "more than|over|above|exceeding|exceeds|exceeded|in excess of|upwards of|greater than|well over|"
                 "just over|slightly more than|slightly over|a little over|better than|beyond",
            ">=": "at least|no fewer than|no less than|not less than|a minimum of|minimum of",
            "<": "less than|fewer than|under|below|lower than|well under|short of",
            "<=": "up to|at most|no more than|not more than|a maximum of|maximum of|as many as|as much as",
            "~": "about|around|some|roughly|approximately|an estimated|estimated|circa|close to|in the region of|or so|"
                 "approx.|an average of",
            "nearly": "nearly|almost|just under|just below|slightly less than|slightly under|a little under|not quite",
        }),
        "VAGUE": {
            "dozens": "[24..99]", "tens of thousands": "[20000..99999]", "hundreds of thousands": "[200000..999999]",
            **dict.fromkeys(("hundreds", "several hundred", "a few hundred"), "[200..999]"),
            **dict.fromkeys(("several thousand", "a few thousand"), "[2000..9999]"), "several dozen": "[24..99]",
            **dict.fromkeys(("a few dozen", "a couple of dozen"), "[24..99]"), "scores": "[40..99]",
            "half a million": "5e5", "half a billion": "5e8", "half a dozen": "6",
            "tens of millions": "[20000000..99999999]", "billions": "[2000000000..9999999999]",
            "thousands": "[2000..9999]", "millions": "[2000000..9999999]",
        },
        "SHARE": {
            **dict.fromkeys(("half of", "half the", "half its", "half their"), "50"), "mostly": "[50..100]",
            "half": "?50",
            **dict.fromkeys(("a third of", "one third of", "one-third of", "a third", "one-third"), "33.33"),
            **dict.fromkeys(("two thirds of", "two-thirds of", "two thirds", "two-thirds"), "66.67"),
            **dict.fromkeys(("a quarter of", "one quarter of", "one-quarter of", "a quarter"), "25"),
            **dict.fromkeys(("three quarters of", "three-quarters of", "three quarters", "three-quarters"), "75"),
        },
        "FACTOR": {"doubled": "2", "tripled": "3", "quadrupled": "4", "halved": "0.5"},
        "LASTING": {"for years": ">1", "for many years": ">1", "years-long": ">1", "over the years": ">1"},
        "RANKED": numbered("second third fourth fifth", 2),
        "NOUN": {
            **nouns("person", "people persons men women soldiers troops fighters instructors trainers contractors "
                     "mercenaries civilians children students workers members victims refugees militants officers "
                     "experts specialists personnel residents citizens graduates teachers doctors diplomats dead "
                     "deaths killed wounded others strong trainees observers servicemen recruits pupils"),
            **nouns("USD", "dollar dollars bucks"), **nouns("EUR", "euro euros"), **nouns("GBP", "pound pounds"),
            **nouns("RUB", "rouble roubles ruble rubles"), **nouns("CNY", "yuan renminbi"),
            **nouns("XOF", "cfa_francs cfa_franc francs_cfa fcfa"),
            **nouns("percent", "% percent per_cent pct pc percentage_points percentage_point"),
            **nouns("basis points", "basis_points basis_point"),
            **nouns("t", "ton tons tonne tonnes"), **nouns("year", "years year"), **nouns("months", "months month"),
            **nouns("weeks", "weeks week"), **nouns("days", "days day"), **nouns("hours", "hours hour"),
            **nouns("km", "km kilometres kilometers"), **nouns("km2", "square_kilometres square_kilometers"),
            **nouns("m", "m metres meters"), **nouns("kg", "kg kilograms"), **nouns("ha", "ha hectares"),
            **nouns("country", "countries nations states"), **nouns("x", "times"),
        },
        "BOUND": meaning(
            before="before|prior to|by|no later than", after="after|later than",
            since="since|from|starting in|starting on|beginning in|as of|as from", until="until|till|up to|through",
        ),
    },
    parts={
        **DATES_IN_DIGITS,
        "NTH": r"(?:st|nd|rd|th)",
        "CLOCK": r"(?:the )?(?:early |late )?(?:night|morning|evening|afternoon|dawn|eve)(?: hours)? (?:of|on) ",
        "ANDDAY": r"(?:[-–/]| [-–] | (?:to|and|or|through|until|till) (?:the )?)LASTDAY",
        "THATYEAR": r"(?:WHICH2 year)",
        "BCYEAR": r"(?P<old>[1-9][0-9]{0,3}) ERA",
        "ERA": r"(?P<era>B\.C\.(?:E\.)?|BCE?)",
        "SUPERLATIVE": r"(?:largest|biggest|highest|most|least|poorest|richest|longest|oldest|leading|main)",
        "MORE": r"(?P<more>more than |over )",
        "FEWER": r"(?P<fewer>less than |under )",
        "STILL": r"(?:later |earlier )",
        "OUTOF": r"DIGIT (?:out of |(?<=one\s)in )(?:every )?DIGIT2",
        "ANDHALF": r"and a half",
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
        r"(?:the )?(?:PART(?:-| )(?:the )?)?(?:(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?|['’](?P<decade_of_1900>[3-9]0))s",
        r"(?:the )?(?:PART(?:-| )(?:the )?)?(?:ORDINAL|(?P<nth>1?[0-9]|2[01])NTH)(?:-| )(?P<century>century)(?: ERA)?",
        r"(?:STILL(?:in )?)?(?:the )?(?:PART(?:-| )(?:the )?)?(?:WHICH )?SEASON"
        r"(?:(?:,| of|) (?:the year )?(?:YEAR(?:ENDYEAR)?|BCYEAR|THATYEAR))?",
        r"(?:STILL(?:in )?)?(?:PART )?WHICH (?:UNIT|WEEKDAY)",
        r"(?:STILL|PART )(?:in )?the (?P<this>)UNIT",
        r"(?:(?:about|around|some|only|just|almost|barely) |(?P<over>more than |over ))?COUNT UNIT AWAY",
        r"STEP",
        r"WEEKDAY",
    ),
    ahead=r"will|shall|to be held|scheduled|is due|are due|set to|expected to|plans? to|planned for|upcoming",
    behind=r"said|says|told|met|held|was|were|had|has|took|came|went|left|spoke|signed|[a-z]{3,15}ed",
    decimal=".",
    thousands=r",",
    plurals=("s",),
    adjectives=frozenset(
        "thirds quarters halves others less plus various previous religious serious was has its this versus".split()
    ),
)  # fmt: skip
