"""Random table sets of what no keeper would write and any stranger may: the same for the same seed.

Values that are hard to draw, ids that are hard to link to, texts that would be code elsewhere, and columns with the
names of the program's own; of all kinds in one set, or of a few.
"""

import random

from tests.data.brute_force import Table, Tables

TEXTS = (
    "![x](http://evil.example/x.png)", "<img src=http://evil.example/y.png onerror=alert(1)>", ":material/home:",
    ":red[x]", "$x^2$", "https://evil.example", "[x](javascript:alert(1))", '=HYPERLINK("http://evil.example")', ":smile:",
    "<->", "-- ", "`x`", "\u202eright to left\u202c", "{event}", "{n} {0} %s %(x)s", "# one\n\n- two", "a\x1b[31mb\x07c\x00d", "\\",
    "🇧🇫", "x" * 3_000, "word " * 600, "مرحبا بالعالم", "'; drop table answers; --", "NaN", "None", "null", "true", "..", "/", "",
)  # fmt: skip
IDS = (
    "a", "B", "Le Monde", "a|b", "a | b", "a/b", "/", "#", "?x=1&y=2", 'say "so"', "it's", "🇧🇫", "😀", "مرحبا", "../..", "%2F", "+",
    "a,b", "0", "-1", "nan", "None", "<b>", "[x](y)", "a\\b", "x" * 190, "événement", "line\nend", "\u202eevil", "all", "NULL",
    "source", "question",
)  # fmt: skip
DATES = (
    "2022", "2022-09", "2022-09-30", "2022-09-01/2022-09-30", "../2014", "2014/..", "-9999", "9999-12-31", "9999~", "-0043",
    "199X", "19XX", "2022-24", "[2022-07,2022-09]", "2023?", "2022-13", "soon", "2022-02-30", "0000", "2023-07%", "[1999..2001]",
)  # fmt: skip
QUANTITIES = (
    "1", "0", "-0", "-5", "~-5", "[-3..4]", "1000000000000000000000000000", "1e308", "-1e308", "1e400", "1e-320", "~2", ">2", "<0",
    ">=1e27", "<=-7.50", "[80..120]", "3.2e6", "60.2", "1." + "0" * 30, "0.1", "~3500", "many", "9" * 400, "150", "-40", "[5..3]",
    "[0..1e308]",
)  # fmt: skip
PERIODS = ("", "", "", "2001", "2002", "2003", "2004", "2005", "../2014", "2014/..", "2001/2005", "2022-23", "-0044", "9999", "then")  # fmt: skip
UNITS = ("", "USD", "XOF", "percent", "x", "persons", "t", "thousand USD", "%", "$", "a/b", "🍌", ":red[t]", "EUR")
OWN_COLUMNS = (
    "Note", "Source", "low", "low (as read)", "Verdict", "Event", "What", "Value", "Where", "Voice", "Period", "Basis", "Unit", "Claim",
    "As stated", "Coded value", "Address", "question", "kind", "high", "answer", "index", "level_0", "=1+1", ":red[x]", " ", "row", "verdict",
    "title_fr", "note_fr", "note_", "claim_id", "Valeur", "Source ", "number",
)  # fmt: skip
ATTRIBUTES = {
    "date": "date", "start": "date", "end": "date", "amount": "quantity", "share": "quantity", "students": "quantity",
    "speaker": "name", "wording": "name", "vote": "name", "a/b": "quantity", "": "name", "stop": "name",
}  # fmt: skip
STANCES = ("", "", "", "asserts", "denies", "alleges", "announces", "maybe")
TOPICS = ("trade", "education", "diplomacy", "", "two words", *TEXTS[:8])


def table_set(seed: int) -> Tables:
    """A table set of one to a hundred claims, alone or with all the other tables."""
    choose = random.Random(seed)
    events = choose.sample(IDS, choose.choice((1, 2, 6, 12)))
    sources = choose.sample(IDS, choose.choice((1, 2, 4, 9)))
    # A few kinds of a thing, so that answers meet: out of all, no two would be on one question.
    attributes = choose.sample(list(ATTRIBUTES), choose.choice((1, 2, 4)))
    units, periods = choose.sample(UNITS, choose.choice((1, 2))), choose.sample(PERIODS, choose.choice((1, 6)))
    good = {
        "date": choose.sample(DATES, 5),
        "quantity": choose.sample(QUANTITIES, 5),
        "name": choose.sample(TEXTS, 3) + choose.sample(IDS, 2),
    }
    tidy = choose.random() < 0.5  # or else the other columns of claims are filled as well

    def seldom(often: float, cells: tuple[str, ...]) -> str:
        return choose.choice(cells) if choose.random() < often else ""

    def claim() -> dict[str, str]:
        attribute = choose.choice(attributes)
        kind = ATTRIBUTES[attribute]
        row = {
            "event": choose.choice(events),
            "source": choose.choice(sources),
            "attribute": attribute,
            "value": choose.choice(good[kind]),
            "unit": choose.choice(units) if kind == "quantity" else "",
            "period": choose.choice(periods),
        }
        if not tidy:
            row |= {
                "stated": seldom(0.3, TEXTS),
                "locator": seldom(0.5, ("p1", "p99", "table 3", "p", *TEXTS)),
                "voice": seldom(0.3, TEXTS),
                "stance": choose.choice(STANCES),
                "basis": seldom(0.3, ("stated", "derived", "guessed")),
                "origin": seldom(0.3, (*sources, "wire", *TEXTS[:5])),
                "note": seldom(0.3, TEXTS),
            }
        return row

    claims: Table = [claim() for _ in range(choose.choice((1, 3, 30, 100)))]
    for column in choose.sample(OWN_COLUMNS, choose.choice((0, 0, 1, 4))):
        for row in claims:
            row[column] = seldom(0.7, TEXTS)
    tables: Tables = {"claims": claims}
    if choose.random() < 0.8:
        tables |= _others(choose, events, sources, attributes, units)
    return tables


def _others(
    choose: random.Random, events: list[str], sources: list[str], attributes: list[str], units: list[str]
) -> Tables:
    """The tables beside the claims, each column at times empty and at times not what it should be."""

    def some(*cells: str) -> str:
        return choose.choice(("", *cells))

    def text() -> str:
        return choose.choice(TEXTS)

    return {
        "events": [
            {
                "event": event, "title": text(), "title_fr": text(), "topic": choose.choice(TOPICS),
                "scope": some("bilateral", "context"), "place": some("BFA RUS", "FRA", text()), "summary": text(),
                "aliases": some("a | b", text()), "record": text(),
            }
            for event in events
        ],
        "sources": [
            {
                "source": source, "title": text(), "title_fr": text(), "label": text(), "publisher": text(), "genre": text(),
                "url": some("https://example.org/a b)c", "javascript:alert(1)", "http://[", text()),
                "published": some(*DATES), "published_basis": some("stated", "derived"), "language": some("fr", text()),
                "origin": some("wire", *sources), "covers": some(*DATES), "set": some("core", "extended"),
                "file": some("../x", text()), "replaces": some(*sources),
            }
            for source in sources
        ],
        "attributes": [
            {
                "attribute": attribute, "kind": ATTRIBUTES[attribute], "multiple": some("true"), "label": text(),
                "question": some("When: {event}?", "{event", "{0} {attribute}", text()), "section": some("trade", text()),
                "expected_gap": some("20", "-1", "1e308"), "expected_gap_reason": text(),
            }
            for attribute in attributes
        ],
        "names": [
            {"name": name, "part_of": some(*TEXTS[:6]), "aliases": some(*IDS), "name_fr": text()}
            for name in choose.sample(TEXTS, 5)
        ],
        "causes": [
            {"event": some(*events), "attribute": some(*attributes), "period": "", "unit": some(*units),
             "cause": some("valuation", "unknown"), "note": text(), "by": text()}
        ],
        "periods": [{"name": text(), "start": some(*DATES), "end": some(*DATES), "scope": text()} for _ in range(3)],
        "units": [
            {"unit": unit, "singular": text(), "label": text(), "figure": some("money", "percent", "count", text())}
            for unit in units
        ],
    }  # fmt: skip
