"""Where the words of a search stand: in claims, and in what the tables say of events, attributes, sources and names.

All languages of the tables are searched at once. Texts are compared without case and accents. The database lowers the
case of ASCII; any other text is folded here once.
"""

import re
import unicodedata
from typing import TYPE_CHECKING

import pandas as pd

from data import engine
from data.letters import AROUND_WORDS, NO_WIDTH, ONE_WAY
from data.schema import in_every_language

if TYPE_CHECKING:
    from data.claim_store import ClaimStore
    from data.comparison import Comparison

CELLS = ("claim", "stated", "note")
"""The cells of a claim through which a search looks, beside its value and voice."""
ASKED = ("event", "unit", "period")
"""The parts of a question through which it looks."""
LOOKED_THROUGH = {
    "events": ("event", ("title", "topic", "summary", "aliases")),
    "attributes": ("attribute", ("label",)),
    "sources": ("source", ("title", "publisher")),
    "names": ("name", ("name", "aliases")),
}
"""The other tables through which it looks: their keys, and the columns."""
STOP_WORDS = frozenset(
    "a an and are at by did do does for from had has have how in is it of on or that the this to was were what when "
    "where which who why with "
    "au aux avec c ce ces cette comment d dans de des du elle en est et il l la le les leur m n ou par pour pourquoi "
    "qu quand que quel quelle quelles quels qui s sa se ses son sont sur t un une".split()
)
"""The words of a question that name nothing, in English and French, folded."""
ENDINGS = (
    "ements euses ement ings euse ales aux eux ing ies ied ale ers ees al ed er ee es s x y e".split()
)  # the longest first
LEAST_STEM = 4  # letters that are left of a word without its ending
_BETWEEN = re.compile(r"[\s'-]+")


def folded(text: str) -> str:
    """Return a text without case, accents, ligatures and unseen characters, as searches compare it."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(NO_WIDTH).translate(ONE_WAY))
        text = "".join(part for part in parts if not unicodedata.combining(part))
    return text.casefold()


def terms(words: str) -> dict[str, str]:
    """Return the words of a search that name something, each with what is looked for: its folded stem.

    Words are parted at spaces, apostrophes and hyphens. Stop words are left out, but not what is written in capitals,
    such as AU, nor where nothing else is typed.
    """
    typed = [word for part in _BETWEEN.split(words.translate(ONE_WAY)) if (word := part.strip(AROUND_WORDS) or part)]
    naming = [word for word in typed if folded(word) not in STOP_WORDS or (len(word) > 1 and word.isupper())]
    return {word: _stem(folded(word)) for word in naming or typed}


def _stem(word: str) -> str:
    """Return the beginning that a word shares with its plural and its other forms."""
    long_enough = (ending for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM)
    return word.removesuffix(next(long_enough, "")) if word.isalpha() else word


def condition(found: "Comparison", word: str) -> str:
    """Return the SQL condition that a question (`q`), or an answer of a chosen source to it, holds a folded word."""
    tables = found.tables.translates or found.tables
    store = tables.store
    held = {name: [key for key, text in rows if word in text] for name, rows in tables.folded_rows.items()}
    events, attributes, sources, names = (engine.listed(held[name]) for name in LOOKED_THROUGH)
    asked = [_holds(f"q.{column}", tables.folded, word) for column in ASKED]
    asked += [f"q.event in ({events})", f"q.attribute in ({attributes})"]
    said = [_holds(column, tables.folded, word) for column in ("a.value", *(f"t.{cell}" for cell in _cells(store)))]
    said += [
        f"a.value in ({names})",
        f"a.source in (select number from sources where id in ({sources}))",
        f"a.voice in (select number from voices where {_holds('id', tables.folded, word)} or id in ({names}))",
    ]
    answers = f"select a.question from answers a join texts t on a.number = t.number where a.{found.chosen}"
    return f"({' or '.join(asked)} or q.question in ({answers} and ({' or '.join(said)})))"


def folded_texts(store: "ClaimStore") -> pd.DataFrame:
    """Return each text of the claims that is not ASCII and through which a search looks: text, folded."""
    columns = [("answers", "value"), ("voices", "id")]
    columns += [("questions", column) for column in ASKED] + [("texts", cell) for cell in _cells(store)]
    # A letter that is not ASCII takes more than one byte, and strlen counts bytes.
    each = [
        f"select {column} as text from {table} where strlen({column}) > length({column})" for table, column in columns
    ]
    with store.cursor() as cursor:
        found = engine.frame(cursor.sql(" union ".join(each)))
    return found.assign(folded=found["text"].map(folded).astype("str"))


def folded_rows(name: str, table: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the key and the folded text of each row of one of the tables `LOOKED_THROUGH`."""
    key, columns = LOOKED_THROUGH[name]
    first = table.drop_duplicates(key)
    rows = zip(*(first[column].fillna("") for column in in_every_language(name, columns, first.columns)), strict=True)
    return [(each, folded(" ".join(texts))) for each, texts in zip(first[key], rows, strict=True)]


def _cells(store: "ClaimStore") -> list[str]:
    """Return the columns of the database through which a search looks for the cells of claims."""
    return [store.cell(column) for column in in_every_language("claims", CELLS, store.columns)]


def _holds(column: str, others: str, word: str) -> str:
    """Return the condition that a column holds a word; `others` names the table of texts that are not ASCII."""
    sought = engine.listed([word])
    return (
        f"(contains(lower({column}), {sought}) "
        f"or {column} in (select text from {others} where contains(folded, {sought})))"
    )
