"""The tables and their columns: what each holds, and what a cell of it may be.

The one description from which rows are checked and the data dictionary is shown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

STANCES = ("asserts", "denies", "alleges", "announces")
KINDS = ("date", "quantity", "name")
CAUSES = (
    "valuation", "coverage", "attribution", "conversion", "rounding", "edition", "translation", "wording", "slip",
    "date of report", "unknown",
)  # fmt: skip

TRANSLATED = {
    "claims": ("note",),
    "events": ("title", "summary", "record"),
    "sources": ("title", "label", "note"),
    "attributes": ("label", "question", "low_means", "high_means", "expected_gap_reason"),
    "names": ("name",),
    "causes": ("note", "by"),
    "periods": ("name",),
    "units": ("singular", "label"),
}
"""The columns of which a table may hold translations, each in a column such as `title_fr`."""

LONGEST_CELL = 200
MOST_STATED_WORDS = 8


@dataclass(frozen=True)
class Column:
    """One column: its name, its meaning, and what its cells may be.

    `form` is `id`, `date`, `number`, `text` (long prose) or empty for a short text; `one_of` lists the only values.
    """

    name: str
    meaning: str
    required: bool = False
    form: str = ""
    one_of: tuple[str, ...] = ()


SCHEMA: dict[str, tuple[Column, ...]] = {
    "claims": (
        Column("claim", "unique id; made from the row number where absent", form="id"),
        Column("event", "what the claim is about: an id in events", required=True),
        Column("source", "who states it: an id in sources", required=True),
        Column("attribute", "what is stated of the event: an id in attributes", required=True),
        Column("value", "the normalised value: an EDTF date, a quantity, or a name", required=True),
        Column("unit", "ISO 4217 for money, else the usual symbol or noun"),
        Column("period", "the time that the value holds for, in EDTF", form="date"),
        Column("stated", "the value as the source words it, eight words at most"),
        Column("locator", "where it stands: p4 is the 4th non-blank line of the source's text"),
        Column("voice", "whom the source quotes; empty where it speaks for itself"),
        Column("stance", "asserts (when empty), denies, alleges or announces (a plan or promise)", one_of=STANCES),
        Column("basis", "stated (when empty), or derived by a rule that the note gives", one_of=("stated", "derived")),
        Column("origin", "the root of the claim; when empty, the origin of its source"),
        Column("note", "a remark for the reader", form="text"),
    ),
    "events": (
        Column("event", "unique id", required=True, form="id"),
        Column("title", "what happened, or the state of affairs"),
        Column("topic", "the field that it belongs to: filters, lanes and sections go by it"),
        Column("scope", "bilateral, or context", one_of=("bilateral", "context")),
        Column("place", "ISO 3166-1 alpha-3 codes, split by spaces"),
        Column("summary", "one sentence in our own words", form="text"),
        Column("aliases", "other titles, split by |", form="text"),
        Column("record", "what record would settle what is contested about it, in our own words", form="text"),
    ),
    "sources": (
        Column("source", "unique id", required=True, form="id"),
        Column("title", "the document's title, or what it is"),
        Column("publisher", "who published it; empty where the text names nobody"),
        Column("genre", "encyclopedia, news, wire, official or statistics"),
        Column("url", "its address", form="text"),
        Column("published", "when it was published, in EDTF", form="date"),
        Column("published_basis", "stated, or derived", one_of=("stated", "derived")),
        Column("language", "BCP 47"),
        Column("origin", "the root that it shares with other sources: a wire report, one press conference, one office"),
        Column("covers", "the time that a data set speaks of, in EDTF", form="date"),
        Column("set", "core (what is read first) or extended", one_of=("core", "extended")),
        Column("file", "the file of its text, for those who have the texts"),
        Column("label", "a short name, where the title is long"),
        Column("replaces", "the source of which this is a later edition: an id in sources"),
    ),
    "attributes": (
        Column("attribute", "unique id", required=True, form="id"),
        Column("kind", "date, quantity or name; worked out where absent", one_of=KINDS),
        Column("multiple", "true for a list, whose members do not exclude each other", one_of=("true", "false")),
        Column("label", "how readers see it"),
        Column("question", "a template with {event}", form="text"),
        Column("section", "the section of the figures in which it stands; empty = that of the event's topic"),
        Column("low_means", "what a low number means, where its scale does not say so"),
        Column("high_means", "what a high number means"),
        Column("expected_gap", "the gap in percent that is usual between such figures", form="number"),
        Column("expected_gap_reason", "why such a gap is usual", form="text"),
    ),
    "names": (
        Column("name", "the one canonical label of a person, place or body", required=True, form="id"),
        Column("part_of", "another name that contains this one"),
        Column("aliases", "spellings and transliterations, split by |", form="text"),
    ),
    "causes": (
        Column("event", "the event whose answers differ; empty = any"),
        Column("attribute", "the attribute; empty = any"),
        Column("period", "the time that the answers hold for, in EDTF; empty = any", form="date"),
        Column("unit", "the unit; empty = any"),
        Column("cause", f"why the answers differ: {', '.join(CAUSES)}", required=True, one_of=CAUSES),
        Column("note", "how that is known", form="text"),
        Column("by", "who says so"),
    ),
    "periods": (
        Column("name", "what the timeline calls it", required=True, form="id"),
        Column("start", "its beginning, in EDTF", form="date"),
        Column("end", "its end, in EDTF; empty where it lasts", form="date"),
        Column("scope", "what it belongs to, such as a country"),
    ),
    "units": (
        Column("unit", "the unit as claims write it", required=True, form="id"),
        Column("singular", "its form after the number one"),
        Column("label", "how readers see it"),
        Column("figure", "what it measures: money, percent, count, index, …"),
    ),
}


def translation(table: str, column: str) -> tuple[str, str] | None:
    """Return the column that a column of a table translates, and the language: of `title_fr`, `title` and `fr`.

    The language is a BCP 47 code. None for a column that is no translation.
    """
    parts = re.fullmatch(r"(\w+?)_([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", column)
    return (parts[1], parts[2]) if parts and parts[1] in TRANSLATED[table] else None


def is_own(table: str, column: str) -> bool:
    """Return whether a column is one that the program does not know: neither of the schema nor a translation of one."""
    return column not in {known.name for known in SCHEMA[table]} and translation(table, column) is None


def in_every_language(table: str, columns: Sequence[str], there: Iterable[str]) -> list[str]:
    """Return these columns of a table with those of the columns that are `there` which translate them."""
    found = {column: translation(table, column) for column in there}
    return [*columns, *(column for column, parts in found.items() if parts and parts[0] in columns)]
