"""What changes between two versions, in words."""

import pandas as pd

import data
from components.own_tables import changes
from components.own_tables.changes import asked_in, claims_table, sentence
from tests.data.inline import small

OLD = "claim, event, source, attribute, value\n a, visit, A, date, 2024\n b, visit, B, date, 2024\n c, grain, A, place, Kyiv"
NEW = "claim, event, source, attribute, value\n a, visit, A, date, 2023\n b, visit, B, date, 2024\n d, wheat, A, amount, 3"
EVENTS = "event, title\n visit, The visit\n grain, The grain\n wheat, The wheat"


def sets() -> tuple[data.Tables, data.Tables]:
    return small(OLD, events=EVENTS), small(NEW, events=EVENTS)


def test_every_change_of_a_claim_has_a_word() -> None:
    found = data.difference(*sets())
    assert set(found["change"]) == {*changes.CHANGES, "verdict"}


def test_what_changed_stands_beside_what_was() -> None:
    old, new = sets()
    found = data.difference(old, new)
    shown = claims_table(found[found["change"] != "verdict"], asked_in(old, new, found["question"]))
    assert shown["Change"].tolist() == ["added", "changed", "removed"]
    assert shown["Question"].tolist() == ["The wheat: amount", "The visit: date", "The grain: place"]
    assert (shown["Before"].tolist(), shown["After"].tolist()) == (["", "2024", "Kyiv"], ["3", "2023", ""])


def test_the_counts_in_words() -> None:
    told = sentence(pd.Series({"added": 1_000, "removed": 2}), 3)
    assert told == "Claims added: 1,000; changed: 0; removed: 2. Verdicts that change: 3."
