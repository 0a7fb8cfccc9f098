"""The claims as they are kept: in the order of their table, all columns as they were read, whatever these are called."""

import gc
from pathlib import Path

import pandas as pd
import pytest

from data import engine
from data.claim_store import RESOLVED
from data.schema import SCHEMA
from data.tables import read_tables
from tests.data.inline import load, loaded_well, write

CLAIMS = """
claim, event, source, attribute, value,   unit, period,          voice, stated
z,     trade, B,      amount,    120,     USD,  2008-01/2008-12, ,      about that
a,     coup,  A,      date,      2022-09, ,     ,                V,     September
m,     trade, A,      amount,    100,     USD,  2008,            ,
b,     coup,  C,      date,      2022,    ,     ,                ,
"""


def claim(**cells: str) -> dict[str, str]:
    return {"claim": "c", "event": "e", "source": "A", "attribute": "date", "value": "2022"} | cells


# ---------------------------------------------------------------------------------------------------------------- the frame
def test_the_claims_stand_in_the_order_of_their_table_with_its_columns_and_what_was_worked_out() -> None:
    read = loaded_well(claims=CLAIMS)
    assert read.claims["claim"].tolist() == ["z", "a", "m", "b"]
    names = [column.name for column in SCHEMA["claims"]]
    assert list(read.claims.columns) == [*names, *RESOLVED]
    assert read.claims["period"].tolist() == ["2008", "", "2008", ""], "in the shortest form"
    assert read.claims["stated"].tolist() == ["about that", "September", "", ""]
    assert read.claims["voice"].tolist() == ["", "V", "", ""]
    assert read.claims[["question", "source", "root", "own"]].to_numpy().tolist() == [
        ["trade/amount/2008/USD", "B", "B", True],
        ["coup/date", "A", "A", False],
        ["trade/amount/2008/USD", "A", "A", True],
        ["coup/date", "C", "C", True],
    ]


def test_some_claims_are_asked_for_by_a_condition_and_by_pages() -> None:
    store = loaded_well(claims=CLAIMS).store
    assert (store.count, store.count_questions()) == (4, 2)
    assert store.frame("q.event = 'coup'")["claim"].tolist() == ["a", "b"]
    assert store.frame(first=1, rows=2)["claim"].tolist() == ["a", "m"]
    assert store.frame(first=3, rows=2)["claim"].tolist() == ["b"]
    assert store.frame(f"a.{store.of_questions(['trade/amount/2008/USD'])}")["claim"].tolist() == ["z", "m"]
    assert store.frame(f"a.{store.of_questions(['no such', 'its'])}").empty
    assert store.of_questions(None) == "true"


def test_no_claims_have_the_same_columns() -> None:
    none = load(claims=[claim(value="")]).claims
    assert len(none) == 0
    assert list(none.columns) == list(loaded_well(claims=[claim()]).claims.columns)


# ------------------------------------------------------------------------------------------------- columns of a table's own
@pytest.mark.parametrize(
    "own",
    [
        ["LOW", "low", "Low"],
        ["low", "low (as read)", "number"],
        [
            "Note",
            "LOCATOR",
            "Number",
            "cell_0",
            "cell_1",
            "spelling",
            "Période",
            'said "so"',
            "it's",
            "a.b",
            "{x}",
            "*",
        ],
        [*RESOLVED],
    ],
    ids=" ".join,
)
def test_a_column_of_any_name_is_kept_with_its_cells(own: list[str]) -> None:
    cells = {name: f"{name} of " for name in own}
    read = load(
        claims=[
            claim(note="ours", locator="p1", **{name: f"{text}c" for name, text in cells.items()}),
            claim(claim="d", source="B", **{name: f"{text}d" for name, text in cells.items()}),
        ]
    )
    columns = list(read.claims.columns)
    kept = columns[columns.index("note") + 1 : -len(RESOLVED)]
    assert len(kept) == len(own)
    for name, other in zip(own, kept, strict=True):
        assert other.startswith(name)
        assert read.claims[other].tolist() == [f"{name} of c", f"{name} of d"]
    assert read.claims[["claim", "note", "locator"]].to_numpy().tolist() == [["c", "ours", "p1"], ["d", "", ""]]
    assert read.claims["question"].tolist() == ["e/date", "e/date"]
    assert read.compare().questions["verdict"].tolist() == ["agree"]


def test_claims_that_are_added_bring_the_cells_of_such_columns_too() -> None:
    read = loaded_well(claims=[claim(Note="a", note="b", number="7", low="8")])
    added = pd.DataFrame([claim(claim="d", source="B", Note="c", note="d", number="9", low="10")])
    amended = read.amend(added)
    columns = ["claim", "Note", "note", "number", "low (as read)", "low"]
    found = amended.claims[columns].to_numpy().tolist()
    low = found[0][-1]
    assert found == [["c", "a", "b", "7", "8", low], ["d", "c", "d", "9", "10", low]]
    assert amended.compare().questions["verdict"].tolist() == ["agree"]
    fewer = read.amend(added[["claim", "event", "source", "attribute", "value"]], removed=["c"])
    assert fewer.claims[columns[:-1]].to_numpy().tolist() == [["d", "", "", "", ""]]
    assert read.claims["claim"].tolist() == ["c"]


def test_cells_hold_any_signs() -> None:
    words = ["it's", 'a "word"', "x; drop table answers", "\\", "100 %", "été", "?", "$1", "a\nb"]
    read = loaded_well(
        claims=[claim(claim=word, event=word, source=word, attribute="who", value=word, voice=word) for word in words],
        attributes="attribute, kind\n who, name",
    )
    for column in ("claim", "event", "source", "value", "voice", "root"):
        assert read.claims[column].tolist() == words
    questions = read.compare(words[:2]).questions
    assert sorted(questions["event"]) == sorted(words[:2])
    of_these = read.store.of_questions(questions["question"])
    assert read.store.frame(f"a.{of_these}")["claim"].tolist() == words[:2]


# ------------------------------------------------------------------------------------------------------------ in the database
def schemas() -> set[str]:
    with engine.cursor() as cursor:
        return {name for (name,) in cursor.sql("select schema_name from duckdb_schemas()").fetchall()}


def test_the_claims_and_what_was_found_of_them_go_with_the_last_who_holds_them(tmp_path: Path) -> None:
    read = read_tables(write(tmp_path, {"claims": CLAIMS}))  # which keeps no set, as `load` does
    schema, found = read.store.schema, read.compare(["A", "B"])
    assert len(found.questions) == 2
    del read
    gc.collect()
    assert schema in schemas(), "a comparison needs them"
    del found
    gc.collect()
    assert schema not in schemas()
