"""What sources say about the same events, and where they disagree: the tables, and what is worked out of them.

    import data

    tables = data.load()  # the shipped set; data.load("my-tables/") for another
    found = tables.compare()  # or of some sources: tables.compare(["004", "007"])
    found.questions  # one row a question, with its verdict
    found.contested  # the contested ones, in the one order that every view uses
    found.leave_out("004")  # which verdicts change without a source
    data.code_text(tables, article, "2024-06-06")  # dates, quantities and names in a text, and what they may answer
    found.series("trade-turnover", "amount")  # a figure by year: its ends, who gives them, how far apart

Nothing here imports Streamlit: a notebook, a script or a test can use it.
"""

from data.agreement import ONLY_ONE, ONLY_OTHER, RELATIONS, STANDINGS
from data.coding.proposals import code_text
from data.comparison import Comparison
from data.files import Problem, TablesError
from data.findings import SILENCES
from data.once import kept
from data.packaging import package, write_package
from data.passages import (
    Passage,
    Spans,
    Texts,
    TextsError,
    is_utf_8,
    paragraphs,
    passage,
    side_by_side,
    text_files,
    texts_in,
)
from data.rehearsal import Rehearsal, rehearse
from data.selection import Selection, View
from data.sensitivity import GONE, change_counts
from data.tables import Tables, load
from data.uploads import open_claims, open_tables
from data.values import write_date
from data.verdicts import COLUMNS, CONTESTED, VERDICTS
from data.version_changes import difference
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
    "Comparison",
    "Passage",
    "Problem",
    "Rehearsal",
    "Selection",
    "Spans",
    "Tables",
    "TablesError",
    "Texts",
    "TextsError",
    "View",
    "change_counts",
    "code_text",
    "difference",
    "is_utf_8",
    "kept",
    "load",
    "open_claims",
    "open_tables",
    "package",
    "paragraphs",
    "passage",
    "rehearse",
    "side_by_side",
    "text_files",
    "texts_in",
    "write_csv",
    "write_date",
    "write_json",
    "write_package",
]
