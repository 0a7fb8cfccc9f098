"""What sources say about the same events, and where they disagree: the tables, and what is worked out of them.

    import data

    tables = data.load()  # the shipped set; data.load("my-tables/") for another
    data.compare(tables)  # one row a question, with its verdict
    data.select(tables, data.Selection(topics=("trade",)))  # what a reader's choice leaves

Nothing here imports Streamlit: a notebook, a script or a test can use it.
"""

from data.files import Problem, TablesError
from data.grammar import write_date
from data.passages import passage
from data.selection import Selection, View
from data.store import compare, load, same_words, select
from data.tables import Tables
from data.verdicts import COLUMNS, CONTESTED, VERDICTS
from data.writing import write_csv, write_json

__all__ = [
    "COLUMNS",
    "CONTESTED",
    "VERDICTS",
    "Problem",
    "Selection",
    "Tables",
    "TablesError",
    "View",
    "compare",
    "load",
    "passage",
    "same_words",
    "select",
    "write_csv",
    "write_date",
    "write_json",
]
