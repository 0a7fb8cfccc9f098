"""One bank of random table sets against which all rules are held: small alphabets, so that answers meet and clash often.

The bank holds thirty, the same each time. JUDGED=1000 looks at a thousand, the first of which are those thirty.
"""

import os
import random
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from tests.data.brute_force import Table, Tables
from tests.data.inline import rows

HOW_MANY = int(os.environ.get("JUDGED", "30"))

ATTRIBUTES = rows("""
attribute, kind,     multiple, expected_gap
date,      date,     ,
days,      date,     true,
amount,    quantity, false,    20
share,     quantity, false,    0.5
number,    quantity, ,
people,    quantity, true,
place,     name,     ,
status,    name,     ,
stop,      name,     true,
founded,   date,     ,
speaker,   name,     ,
wording,   name,     ,
""")
NAMES = rows("""
name,           part_of,      aliases
West Africa,    ,
Burkina Faso,   West Africa,  Upper Volta
Ouagadougou,    Upper Volta,
Bobo-Dioulasso, Burkina Faso,
Mali,           West Africa,
Sergei Shoigu,  ,             Sergey Shoigu | Shoygu
Ibrahim Traoré, ,             Ibrahim Traore | Captain Traoré
""")

DATES = """2022 2022-09 2022-09-30 2022-07 2022~ 2023 2022-24 2022-23 202X 2022-01/2022-12 2022-09/2023 ../2022 2022-10/..
    [2022-09,2022-07] 2022-09-01 2022-08-31 2022-09-30~ 2022-01-01 2023-01-01 2022-07?""".split()
OLD_DATES = "-0043 -0044-03-15 -0043-03~ 0000 0001 -0044/0001 ../-0043 -0043-02".split()
QUANTITIES = """100 ~100 120 [90..110] 100.0 1e2 60.2 60.3 60.25 60.4 >100 <100 >=120 <=0 0 -5 [0..100] 3.2e6 3200000 0.1 0.3
    ~0.3""".split()
PLACES = [
    "Burkina Faso", "Upper Volta", "Ouagadougou", "Bobo-Dioulasso", "West Africa", "Mali", "Moscow",
]  # fmt: skip
STATES = ["open", "Shoygu", "Sergei Shoigu"]
GOOD = {
    "date": DATES,
    "quantity": QUANTITIES,
    "name": PLACES,
    "amount": "100 ~100 120 [90..110] 121 140 1e2".split(),
    "share": "60.2 60.3 60.25 60.4 60.5 60.50".split(),
    "status": STATES,
}
BAD = {"date": ["2022-13", "about", "2023/2022", "../.."], "quantity": ["many", "[5..3]"], "name": [""]}
PERIODS = [  # each in all the ways to write it
    [""], [""], [""], ["2022", "2022-01/2022-12", "2022-01-01/2022-12-31"], ["2021/2023", "2022~"], ["2022/.."],
    ["2022-23", "2022-09/2022-11"],
]  # fmt: skip
KINDS = {row["attribute"]: row["kind"] for row in ATTRIBUTES}
IDS = ("claim", "event", "source", "origin", "replaces")
SPECIAL = ["founded", "speaker", "wording"]  # see old_dates and utterances
DAYS_OF_YEARS = "2019-01-01 2020-01-01 2021-01-01 2022-01-01".split()
DAYS_OF_MONTHS = "2022-02-01 2022-07-01 2022-09-01".split()
OTHER_DAYS = "2022-09-30 2022-08-31 2022-07-14".split()


def table_set(seed: int) -> Tables:
    """A table set of 20 to 60 claims of up to six sources, sound but for a few rows that are to be set aside."""
    choose = random.Random(seed)
    ids = list("ABCDEF")[: choose.randint(3, 6)]

    def seldom(often: float, cells: list[str]) -> str:
        return choose.choice(cells) if cells and choose.random() < often else ""

    sources = []
    for number, source in enumerate(ids):
        sources.append(
            {
                "source": source,
                "published": seldom(0.6, ["2022-09-15", "2022-09", "2022", "2021", "2024-05", "../2020"]),
                "covers": seldom(0.3, ["2010/2021", "2022/..", "2022-09", "2023"]),
                "origin": seldom(0.4, ["wire", "office", *ids[:number]]),
                "replaces": seldom(0.2, ids[:number]),
            }
        )
    if len(ids) > 3 and choose.random() < 0.3:  # an edition, the next, and the one after that
        for older, newer in pairwise(ids[:3]):
            sources[ids.index(newer)]["replaces"] = older
    choose.shuffle(sources)

    voices = choose.choice([0.05, 0.4, 0.9])
    topics = [topic(choose) for _ in range(choose.randint(3, 7))]

    def claim() -> dict[str, str]:
        event, attribute, values, unit, periods, planned = choose.choice(topics)
        kind = KINDS[attribute]
        stance = seldom(planned, ["announces"]) or seldom(0.25, ["asserts", "alleges"])
        if kind == "name" or choose.random() < 0.02:
            stance = seldom(0.3, ["denies"]) or stance
        return {
            "event": event,
            "source": choose.choice(ids),
            "attribute": attribute,
            "value": choose.choice(BAD[kind] if choose.random() < 0.02 else values),
            "unit": unit,
            "period": choose.choice(periods),
            "stated": seldom(0.6, ["Sergei Shoigu", "minister Shoygu", "Upper Volta", "the Burkina Faso army"]),
            "voice": seldom(voices, ["Ibrahim Traoré", "Captain Traoré", "Mali"]),
            "stance": stance,
            "basis": seldom(0.3, ["stated", "derived"]),
            "origin": seldom(0.25, ["wire", "office", "report", *ids]),
        }

    claims: Table = [claim() for _ in range(choose.randint(20, 45))]
    claims += [choose.choice(claims) | {"source": choose.choice(ids)} for _ in range(5)]  # the same answer again
    if choose.random() < 0.6:
        claims += days_told(choose, ids)
    if choose.random() < 0.4:
        claims += old_dates(choose, ids)
    if choose.random() < 0.4:
        claims += utterances(choose, ids)
    choose.shuffle(claims)
    claims = numbered(claims)
    claims[-1]["claim"] = claims[0]["claim"]  # an id that stood before
    return {"claims": claims, "sources": sources, "attributes": ATTRIBUTES, "names": NAMES}


def topic(choose: random.Random) -> tuple[str, str, list[str], str, list[str], float]:
    """What claims are made of: event, attribute, a few values, unit, ways to write the period, and how often a plan."""
    attribute = choose.choice(["date", "date", *(name for name in KINDS if name not in SPECIAL)])
    good = GOOD.get(attribute, GOOD[KINDS[attribute]])
    values = choose.sample(good, choose.randint(2, min(5, len(good))))
    unit = choose.choice(["", "", "", "t", "USD"])
    return choose.choice("xyz"), attribute, values, unit, choose.choice(PERIODS), choose.choice([0, 0.1, 0.5])


def numbered(claims: Table) -> Table:
    return [{"claim": f"c{number:03}"} | one for number, one in enumerate(claims)]


def said(event: str, source: str, attribute: str, value: str, **others: str) -> dict[str, str]:
    return {"event": event, "source": source, "attribute": attribute, "value": value} | others


def days_told(choose: random.Random, ids: list[str]) -> Table:
    """Nine to twelve days of one source, about 60 % of them the first of a year or month; and what others say."""
    teller = choose.choice(ids)
    firsts = choose.choice([DAYS_OF_YEARS, DAYS_OF_MONTHS, DAYS_OF_YEARS + DAYS_OF_MONTHS])
    claims = []
    for number in range(choose.randint(9, 12)):
        days = firsts if choose.random() < 0.65 else OTHER_DAYS
        claims.append(said(f"event {number}", teller, "date", choose.choice(days)))
        if choose.random() < 0.5:
            told = choose.choice(["2022", "2022-09", "2020", *DAYS_OF_YEARS, *DAYS_OF_MONTHS])
            claims.append(said(f"event {number}", choose.choice(ids), "date", told))
    return claims


def old_dates(choose: random.Random, ids: list[str]) -> Table:
    return [said("city", choose.choice(ids), "founded", choose.choice(OLD_DATES)) for _ in range(4)]


def utterances(choose: random.Random, ids: list[str]) -> Table:
    """Four utterances, each of one speaker, in one of two wordings; some told of others."""
    claims = []
    for number, speaker in enumerate(["Mali", "Ibrahim Traoré", "Mali", "Moscow"]):
        claims.append(said(f"speech {number}", choose.choice(ids), "speaker", speaker))
        for _ in range(2):
            voice = choose.choice(["", "", "Captain Traoré"])
            wording = choose.choice(["friends", "friends", "partners"])
            claims.append(said(f"speech {number}", choose.choice(ids), "wording", wording, voice=voice))
    return claims


def corners() -> Tables:
    """What chance seldom hits, in one table set."""
    claims = rows("""
        event,    source, attribute, value,         period,    voice,          stance,    basis,   origin
        tie,      A,      number,    1,             ,          ,               ,          ,
        tie,      A,      number,    3,             ,          ,               ,          ,
        tie,      B,      number,    7,             ,          ,               ,          ,
        tie,      B,      number,    9,             ,          ,               ,          ,
        tenth,    A,      number,    0.1,           ,          ,               ,          ,
        tenth,    B,      number,    0.3,           ,          ,               ,          ,
        huge,     A,      number,    3e20,          ,          ,               ,          ,
        huge,     B,      number,    4e20,          ,          ,               ,          ,
        below 0,  A,      amount,    -5,            ,          ,               ,          ,
        below 0,  B,      amount,    ~-5,           ,          ,               ,          ,
        below 0,  C,      amount,    5,             ,          ,               ,          ,
        open,     A,      number,    >5,            ,          ,               ,          ,
        open,     B,      number,    >=7,           ,          ,               ,          ,
        always,   A,      date,      ../2020,       ,          ,               ,          ,
        always,   B,      date,      2021/..,       ,          ,               ,          ,
        always,   C,      date,      2020-06/2021-06, ,        ,               ,          ,
        ends,     A,      founded,   9999~,         ,          ,               ,          ,
        ends,     B,      founded,   -9999?,        ,          ,               ,          ,
        leap,     A,      founded,   -0044-02,      ,          ,               ,          ,
        leap,     B,      founded,   -0044-02-29,   ,          ,               ,          ,
        leap,     C,      founded,   0000,          ,          ,               ,          ,
        period,   A,      number,    1,             -0043,     ,               ,          ,
        period,   B,      number,    2,             -0043-01/-0043-12, ,       ,          ,
        voices,   A,      place,     Mali,          ,          Ibrahim Traore, ,          ,
        voices,   B,      place,     Mali,          ,          Captain Traoré, denies,    ,
        voices,   B,      place,     Upper Volta,   ,          Shoygu,         ,          ,
        voices,   C,      place,     Ouagadougou,   ,          Sergei Shoigu,  ,          ,
        alias,    A,      place,     Upper Volta,   ,          ,               denies,    ,
        alias,    B,      place,     Burkina Faso,  ,          ,               ,          ,
        alias,    C,      place,     Ouagadougou,   ,          ,               ,          ,
        denied,   A,      place,     Mali,          ,          ,               denies,    ,
        denied,   B,      place,     Mali,          ,          ,               denies,    ,
        denied,   C,      place,     Moscow,        ,          ,               denies,    ,
        wholes,   A,      place,     West Africa,   ,          ,               ,          ,
        wholes,   B,      place,     Burkina Faso,  ,          ,               ,          ,
        wholes,   C,      place,     Bobo-Dioulasso, ,         ,               ,          ,
        wholes,   D,      place,     Ouagadougou,   ,          minister,       ,          ,
        wire,     A,      number,    1,             ,          ,               ,          ,        wire
        wire,     B,      number,    2,             ,          ,               ,          ,        wire
        wire,     C,      number,    [1..2],        ,          ,               ,          ,
        wire,     D,      number,    9,             ,          minister,       ,          ,
        roots,    A,      number,    1,             ,          ,               ,          ,        wire
        roots,    A,      number,    2,             ,          ,               ,          ,        office
        vote,     old,    number,    1,             2001,      ,               ,          ,
        vote,     new,    number,    1.0,           2001,      ,               ,          ,
        vote,     newest, number,    5,             2001,      ,               ,          ,
        vote,     A,      number,    1,             2001,      ,               ,          ,
        gap year, old,    number,    1,             2002,      ,               ,          ,
        gap year, newest, number,    5,             2002,      ,               ,          ,
        gap year, A,      number,    [1..5],        2002,      ,               ,          ,
        plan,     old,    date,      2030,          ,          ,               announces, ,
        plan,     new,    date,      2031,          ,          ,               ,          ,
        hull,     old,    number,    1,             ,          ,               ,          ,
        hull,     old,    number,    1000,          ,          ,               ,          ,
        hull,     new,    number,    500,           ,          ,               ,          ,
        denial,   old,    status,    open,          ,          ,               ,          ,
        denial,   new,    status,    open,          ,          ,               denies,    ,
        quoted,   old,    date,      2020-05,       ,          minister,       ,          ,
        quoted,   new,    date,      2020-07,       ,          minister,       ,          ,
        quoted,   A,      date,      2020-05,       ,          minister,       ,          ,
        same,     old,    days,      2020-01-01,    ,          ,               ,          ,
        same,     new,    days,      2020-01-01,    ,          ,               ,          ,
        cut,      cut,    date,      2022-01,       ,          ,               ,          derived,
        late,     cut,    date,      2022-02,       ,          ,               ,          derived,
        hoped,    cut,    date,      2022-02,       ,          ,               announces, derived,
    """)
    for teller, how_many in (("cut", 9), ("ten", 6), ("few", 5), ("months", 5)):
        claims += [said(f"{teller} {number}", teller, "date", "2022-01-01") for number in range(how_many)]
    claims += [said(f"ten {number}", "ten", "date", "2022-05-17") for number in range(6, 10)]
    claims += [said(f"few {number}", "few", "date", "2022-05-17") for number in range(5, 10)]
    claims += [said("months 5", "months", "date", "2022-03-01")]
    claims += [said(f"months {number}", "months", "date", "2022-05-17") for number in range(6, 10)]
    claims += [said("months 5", "A", "date", "2022-03-09"), said("ten 0", "A", "date", "2022-06")]
    for event, wording in (("spelt", "minister Shoygu"), ("spelt so", "Shoygu")):
        claims += [said(event, "A", "status", "Sergei Shoigu", stated="Sergei Shoigu")]
        claims += [said(event, "B", "status", "Shoygu", stated=wording)]
    claims += [said("reported", source, "date", "2020", origin="wire") for source in "AB"]
    claims += [said("reported", "D", "date", "2021", origin="wire", voice="minister")]
    sources = rows("""
        source, published,  covers,    origin, replaces
        A,      ../2020,    ,          ,
        B,      2010,       2021/..,   ,
        C,      ,           ../2005,   A,
        D,      2040,       ,          ,
        old,    2005,       2001/2003, votes,
        new,    2015,       2001/2003, votes,  old
        newest, 2025,       2001/2003, votes,  new
        cut,    2022-01-01, ,          ,
        ten,    ,           ,          ,
        few,    ,           ,          ,
        months, ,           ,          ,
    """)
    return {"claims": numbered(claims), "sources": sources, "attributes": ATTRIBUTES, "names": NAMES}


def side_by_side(seeds: Iterable[int]) -> Tables:
    """Several random table sets in one, which is read faster: their events and sources begin with the seed."""
    together: Tables = {"claims": [], "sources": [], "attributes": ATTRIBUTES, "names": NAMES}
    for seed in seeds:
        for name in ("claims", "sources"):
            together[name] += [
                {column: f"{seed}-{cell}" if cell and column in IDS else cell for column, cell in row.items()}
                for row in table_set(seed)[name]
            ]
    return together


@cache
def bank() -> tuple[Tables, ...]:
    """The table sets of the suite, ten random ones in each."""
    return tuple(side_by_side(range(first, min(first + 10, HOW_MANY))) for first in range(0, HOW_MANY, 10))
