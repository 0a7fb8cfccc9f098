"""The benchmark of coding measures what it says, on texts of which the answer is seen at once."""

from pathlib import Path

import pandas as pd
import pytest

from data.coding.measurement import FILE, measurements
from tests.benchmarks import coding
from tests.data.inline import write

TIMEML = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 functionInDocument="CREATION_TIME" value="2024-06-06">today</TIMEX3></DCT>
<TEXT>On <TIMEX3 tid="t1" type="DATE" value="2024-06-04">Tuesday</TIMEX3> it rained; in
<TIMEX3 tid="t2" type="DATE" value="2023">the past year</TIMEX3> it did for <TIMEX3 tid="t3" type="DURATION" value="P2M">two
months</TIMEX3> &amp; on <TIMEX3 tid="t4" type="DATE" value="2024-01-01">New Year</TIMEX3>. It began in 1999.</TEXT></TimeML>"""
CLAIMS = """
event, source, attribute, value,      unit,    locator, stated
visit, A,      date,      2024-06-04, ,        p1,      Tuesday
visit, A,      people,    40,         persons, p1,      40 people
visit, A,      place,     Accra,      ,        p1,      in Accra
visit, A,      aim,       peace,      ,        p1,      for peace
visit, B,      date,      2024-06,    ,        ,
visit, B,      people,    39,         persons, ,
visit, B,      place,     Accra,      ,        ,
"""
SETS = {
    "claims": CLAIMS,
    "events": "event, title\nvisit, Visit to Accra",
    "sources": "source, published, file\nA, 2024-06-06, a.txt\nB, 2024-06-07,",
}


def by_what(counts: pd.DataFrame) -> dict[str, list[int]]:
    return {what: numbers for what, *numbers in counts[["what", "right", "proposed", "expected"]].to_numpy().tolist()}


def test_dates_that_are_marked(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(TIMEML, encoding="utf-8")
    counts = coding.measure(tmp_path)
    assert by_what(counts) == {
        "dates found": [2, 3, 3],
        "dates read": [2, 3, 3],
        "dates read, same place": [2, 3, 3],
    }
    assert set(counts["missed"]) == {"New Year"}
    assert "| dates found | 0.667 | 0.667 | 0.667 | 2 | 3 | 3 |" in coding.report(counts)


def test_texts_that_were_coded_are_held_against_their_own_claims(tmp_path: Path) -> None:
    folder = write(tmp_path, SETS)
    (folder / "a.txt").write_text("The visit to Accra was on Tuesday, with 40 people, for peace.", encoding="utf-8")
    counts = coding.measure(folder)
    assert by_what(counts) == {
        "dates": [1, 1, 1],
        "quantities": [1, 1, 1],
        "quantities with units": [1, 1, 1],
        "names": [1, 1, 2],
        "questions": [3, 3, 4],
    }
    assert counts.loc[counts["what"] == "names", "missed"].tolist() == ["for peace"]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("1939-09-01", "1939-09-01"), ("1944-06-06TMO", "1944-06-06"), ("1940-SU", "1940-22"), ("198", "198X"),
        ("18", "18XX"), ("BC0480-09", "-0479-09"), ("1943-07-XX", "1943-07"), ("2013-Q1", "2013-01/2013-03"),
        ("2024-W23", "2024-06-03"), ("P2M", ""), ("PAST_REF", ""), ("XXXX-SP", ""), ("", ""),
    ],
)  # fmt: skip
def test_values_of_timex3(value: str, meant: str) -> None:
    assert coding.timex_value(value) == meant


def test_what_was_measured_last_is_kept_and_reads() -> None:
    kept = measurements()
    assert FILE.exists()
    assert {"dates read", "dates", "quantities with units", "names", "questions"} <= set(kept["what"])
    assert kept[["precision", "recall", "f1"]].apply(lambda rates: rates.between(0, 1)).all(axis=None)
    assert (kept.loc[kept["what"].str.startswith("dates read"), "f1"] >= 0.8).all()
