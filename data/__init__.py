"""What sources say about the same events, and where they disagree: the tables, and what is worked out of them.

    import data

    tables = data.load()  # the shipped set; data.load("my-tables/") for another
    data.compare(tables)  # one row a question, with its verdict
    data.select(tables, data.Selection(topics=("trade",)))  # what a reader's choice leaves
    data.without(tables, ["004"])  # which verdicts change without a source

Nothing here imports Streamlit: a notebook, a script or a test can use it.
"""

from data.files import Problem, TablesError
from data.findings import SILENCES
from data.leaving_out import GONE, change_counts
from data.meetings import RELATIONS
from data.of_sources import ONLY_ONE, ONLY_OTHER, STANDINGS
from data.passages import Passage, Spans, Texts, TextsError, paragraphs, passage, side_by_side, text_files, texts_in
from data.selection import Selection, View
from data.store import (
    compare,
    load,
    most_contested,
    over_time,
    pairs,
    pivotal,
    profiles,
    relations,
    same_words,
    select,
    sides,
    silences,
    source_order,
    standings,
    two_sources,
    without,
)
from data.tables import Tables
from data.values import write_date
from data.verdicts import COLUMNS, CONTESTED, VERDICTS
from data.writing import write_csv, write_json

__all__ = [
    "COLUMNS",
    "CONTESTED",
    "GONE",
    "ONLY_ONE",
    "ONLY_OTHER",
    "RELATIONS",
    "SILENCES",
    "STANDINGS",
    "VERDICTS",
    "Passage",
    "Problem",
    "Selection",
    "Spans",
    "Tables",
    "TablesError",
    "Texts",
    "TextsError",
    "View",
    "change_counts",
    "compare",
    "load",
    "most_contested",
    "over_time",
    "pairs",
    "paragraphs",
    "passage",
    "pivotal",
    "profiles",
    "relations",
    "same_words",
    "select",
    "side_by_side",
    "sides",
    "silences",
    "source_order",
    "standings",
    "text_files",
    "texts_in",
    "two_sources",
    "without",
    "write_csv",
    "write_date",
    "write_json",
]
