"""What the cells of the matrix hold, and what its table does."""

from pathlib import Path

import pytest

import data
from components.compare.matrix_cells import cell_reasons, cells, matrix_table, row_words
from components.compare.question_list import in_order
from tests.app import SMALL, write_small


def test_silence_is_told_from_what_a_source_could_not_say(tmp_path_factory: pytest.TempPathFactory) -> None:
    sources = SMALL["sources.csv"].replace(",language,set", ",language,set,covers")
    sources = (
        sources.replace("fr,core", "fr,core,2010/2012")
        .replace("en,core", "en,core,")
        .replace("c,The second report,,,,,,core", "c,The second report,,,,2021-01-01,,core,")
    )
    tables = data.load(write_small(tmp_path_factory.mktemp("silences"), sources=sources))
    view = tables.select(data.Selection())
    questions = in_order(view)
    questions = questions[questions["question"] == "embassy/date"]
    untold = cell_reasons(view, questions, "sources").set_index("column")
    signs = {source: (row["sign"], row["reason"]) for source, row in untold.iterrows()}
    assert signs == {"b": ("↔", "out of range"), "c": ("…", "not yet")}


def test_cells_hold_answers_in_words_and_how_each_stands_to_the_others(view: data.View) -> None:
    said = cells(view, view.questions).groupby(["question", "source"]).agg(list)
    hirer = next(question for question in view.questions["question"] if "hirer" in question)
    assert said.loc[(hirer, "a"), "words"] == ["alleges it", "denies it"]
    assert said.loc[(hirer, "a"), "denies"] == [False, True]
    assert said.loc[(hirer, "b"), "words"] == ["says so"]
    assert said.loc[("coup/date", "b"), "words"] == ["2022", "Sept 2022"]
    assert said.loc[("coup/date", "b"), "relation"] == ["compatible", "conflict"]
    assert said.loc[("coup/date", "b"), "derived"] == [True, False]
    assert said.loc[("embassy/status", "b"), "words"] == ["not open"]


def test_the_table_has_a_column_a_source_and_nothing_where_it_is_silent(view: data.View) -> None:
    table = matrix_table(view, in_order(view), "sources")
    assert table.columns.tolist() == ["Question", "Verdict", "Encyclopedia", "The first report", "The second report"]
    coup = table[table["Question"] == "The coup: Date"].iloc[0]
    assert list(coup)[1:] == ["✕ Conflict", "Sept 2022", "2022; Sept 2022", "Jul 2022"]
    assert table.set_index("Question").loc["Reopening of the embassy: State", "The second report"] == ""


def test_an_event_is_named_once_for_all_that_is_asked_of_it() -> None:
    questions = in_order(data.load().select(data.Selection()))
    rows = row_words(data.load(), questions)
    repeated = questions["event"].eq(questions["event"].shift()).to_numpy()
    assert rows["title"].eq("").tolist() == repeated.tolist()


def test_one_origin_is_flagged_in_its_row(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = write_small(tmp_path_factory.mktemp("origin"))
    tables = data.load(folder)
    questions = in_order(tables.select(data.Selection()))
    flagged = questions["question"][row_words(tables, questions)["what"].str.contains("one origin")]
    assert flagged.tolist() == ["visit/date"]


def test_a_source_called_as_a_head_of_the_table_has_its_column(tmp_path: Path) -> None:
    sources = SMALL["sources.csv"].replace("Encyclopedia", "Verdict")
    view = data.load(write_small(tmp_path, sources=sources)).select(data.Selection())
    table = matrix_table(view, in_order(view), "sources")
    assert list(table.columns) == ["Question", "Verdict", "Verdict ", "The first report", "The second report"]
