"""A discrepancy in the fewest words, against tables whose answers are known by hand."""

from pathlib import Path

import pandas as pd
import pytest

import data
from components.words.discrepancies import flags, short_sentence
from tests.components.compare.examples import tables_of


def short(view: data.View, question: str) -> str:
    asked = view.questions_of([question]).iloc[0]
    return short_sentence(view.found.tables, asked, view.found.positions_of([question]), view.claims_of([question]))


def test_flags_stand_in_words() -> None:
    row = pd.Series({"one_origin": True, "within_expected_gap": False, "derived": True, "variants": False})
    row = pd.concat([row, pd.Series({"verdict": "conflict", "between_origins": False})])
    assert flags(row, echoed=True) == [
        "within one origin",
        "one origin: one report, not corroboration",
        "some answers worked out, not stated",
        "another speaker is quoted with nearly the same words",
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("embassy/date", "Reopening of the embassy: July 2023 or 28 December 2023. Both from Encyclopedia."),
        (
            "coup/date",
            "The coup: July 2022 or September 2022. Of 3 independent origins, 2 fit the one and 2 the other.",
        ),
        ("wagner/status", "Presence of Wagner, state: present or not present. The parties disagree, as reported."),
    ],
)
def test_a_discrepancy_in_the_fewest_words(small: Path, question: str, told: str) -> None:
    assert short(data.load(small).select(data.Selection()), question) == told


def test_many_sides_are_told_by_their_ends_or_counted(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = "".join(f"trade,s{n},amount,{n}00,USD\nvisit,s{n},date,202{n},\n" for n in range(1, 6))
    _tables, view = tables_of(tmp_path_factory, f"event,source,attribute,value,unit\n{rows}")
    assert (
        short(view, "trade/amount/USD") == "trade, amount: from 100 USD to 500 USD. 5 independent origins speak of it."
    )
    assert short(view, "visit/date") == "visit: 2021, 2022 or 3 other answers. 5 independent origins speak of it."
