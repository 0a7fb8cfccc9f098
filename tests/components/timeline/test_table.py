"""The timeline as a file."""

import math

import data
from components.timeline import table


def test_the_files_hold_days_and_gaps(view: data.View) -> None:
    record = table.file_table(view, -math.inf, math.inf).set_index("event")
    assert list(record.loc["closure", ["first_day", "last_day"]]) == ["1996-01-01", ""]
    assert list(record.loc["embassy", ["first_day", "last_day", "gap_days"]]) == ["2023-07-01", "2023-12-28", 150]
