"""Where the words of a search stand: in claims, and in what the tables say of events, attributes, sources and names.

Texts are compared without case and accents. The database lowers the case of ASCII; any other text is folded here once.
"""

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from data import engine

if TYPE_CHECKING:
    from data.claims import ClaimStore
    from data.comparison import Comparison

CELLS = ("claim", "stated", "note")
"""The cells of a claim through which a search looks, beside its value and voice."""
ASKED = ("event", "unit", "period")
"""The parts of a question through which it looks."""


def folded(text: str) -> str:
    """Return a text without case and accents, as searches compare it."""
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return text.casefold()


def condition(found: "Comparison", word: str) -> str:
    """Return the SQL condition that a question (`q`), or an answer of a chosen source to it, holds a folded word."""
    tables, store = found.tables, found.tables.store
    events = _holding(tables.events, "event", ("title", "topic", "summary", "aliases"), word)
    attributes = _holding(tables.attributes, "attribute", ("label",), word)
    sources = _holding(tables.sources, "source", ("title", "publisher"), word)
    names = _holding(tables.names, "name", ("aliases",), word)
    asked = [_holds(f"q.{column}", tables.folded, word) for column in ASKED]
    asked += [f"q.event in ({events})", f"q.attribute in ({attributes})"]
    said = [_holds(column, tables.folded, word) for column in ("a.value", *(f"t.{store.cell(cell)}" for cell in CELLS))]
    said += [
        f"a.value in ({names})",
        f"a.source in (select number from sources where id in ({sources}))",
        f"a.voice in (select number from voices where {_holds('id', tables.folded, word)})",
    ]
    answers = f"select a.question from answers a join texts t on a.number = t.number where a.{found.chosen}"
    return f"({' or '.join(asked)} or q.question in ({answers} and ({' or '.join(said)})))"


def folded_texts(store: "ClaimStore") -> pd.DataFrame:
    """Return each text of the claims that is not ASCII and through which a search looks: text, folded."""
    columns = [("answers", "value"), ("voices", "id")]
    columns += [("questions", column) for column in ASKED] + [("texts", store.cell(column)) for column in CELLS]
    # A letter that is not ASCII takes more than one byte, and strlen counts bytes.
    each = [
        f"select {column} as text from {table} where strlen({column}) > length({column})" for table, column in columns
    ]
    with store.cursor() as cursor:
        found = engine.frame(cursor.sql(" union ".join(each)))
    return found.assign(folded=found["text"].map(folded).astype("str"))


def _holds(column: str, others: str, word: str) -> str:
    """Return the condition that a column holds a word; `others` names the table of texts that are not ASCII."""
    sought = engine.listed([word])
    return (
        f"(contains(lower({column}), {sought}) "
        f"or {column} in (select text from {others} where contains(folded, {sought})))"
    )


def _holding(table: pd.DataFrame, key: str, columns: Sequence[str], word: str) -> str:
    """Return the keys of the rows of a table that hold a word in some columns, as the items of an SQL list."""
    first = table.drop_duplicates(key)
    rows = zip(*(first[column].fillna("") for column in columns), strict=True)
    return engine.listed(first.loc[[word in folded(" ".join(texts)) for texts in rows], key])
