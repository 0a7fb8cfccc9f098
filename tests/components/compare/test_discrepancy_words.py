"""The discrepancies in words, against tables whose answers are known by hand."""

import pandas as pd
import pytest

import data
from components.compare.discrepancy_words import (
    add_words,
    contested_rows,
    readers_table,
    sentence,
    series_sentence,
)
from tests.components.compare.examples import tables_of

YEARS = "event,source,attribute,value,unit,period\n" + "".join(
    f"trade,{source},amount,{value},USD,{year}\n"
    for year in (2001, 2002, 2003, 2004)
    for source, value in (("a", 100), ("b", 100 + year % 10))
)
"""Four years in which two sources are 1, 2, 3 and 4 dollars apart."""


def in_words(view: data.View, order: str) -> pd.DataFrame:
    return add_words(view, contested_rows(view, order))


def test_few_sources_are_named_in_a_sentence(small_view: tuple[data.Tables, data.View]) -> None:
    told = in_words(small_view[1], "gap")["told"].iloc[0]
    assert told == "Encyclopedia: July 2023 and 28 December 2023; 150 days apart."


def test_a_source_is_told_with_what_it_says_and_nothing_else(many: tuple[data.Tables, data.View]) -> None:
    told = in_words(many[1], "origins")["told"].iloc[0]
    assert "e: July 2022" in told
    assert told.count("July 2022") == 1, "an answer that only fits July 2022 is not told as July 2022"


def test_chips_name_the_sources_of_each_answer(many: tuple[data.Tables, data.View]) -> None:
    row = in_words(many[1], "origins").iloc[0]
    assert row["chips"] == [
        ":red-badge[✕ Jul 2022] :small[e]",
        ":red-badge[✕ Sept 2022] :small[a, b, c and 1 more]",
    ]


def test_many_periods_of_one_event_are_one_series(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = tables_of(tmp_path_factory, YEARS)
    found = contested_rows(view, "gap")
    assert found["series"].tolist() == ["trade"] * 4
    assert found["period"].tolist() == ["2004", "2003", "2002", "2001"]
    told = series_sentence(tables, found)
    assert told.startswith("4 figures contested, of 4 years from 2001 to 2004. Furthest apart: ")
    assert told.endswith("(2004) 4 USD (4%) apart.")
    fewer = YEARS.replace("trade,b,amount,101,USD,2001\n", "")
    assert contested_rows(tables_of(tmp_path_factory, fewer)[1], "gap")["series"].tolist() == [""] * 3


def test_the_table_and_its_sentence(small_view: tuple[data.Tables, data.View]) -> None:
    found = in_words(small_view[1], "gap")
    shown = readers_table(found)
    assert shown["Verdict"].tolist() == ["◆ Self-contradiction", "✕ Conflict", "▲ Disputed"]
    assert shown["Gap"].tolist()[0] == "150 days apart"
    assert sentence(small_view[1]) == "3 contested questions: 1 self-contradiction, 1 conflict and 1 disputed."
