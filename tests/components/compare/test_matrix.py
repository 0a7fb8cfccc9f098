"""The matrix of questions and sources, against tables whose right cells are known."""

import pandas as pd
import pytest

import data
from components.compare import matrix
from components.compare.matrix_cells import MOST_ANSWERS, MOST_COLUMNS, matrix_table
from components.compare.question_list import in_order
from tests.components.compare.examples import table_of


def crowd(folder_of: pytest.TempPathFactory, count: int) -> data.View:
    """Return the view of tables in which so many sources date one event to three months in turn."""
    rows = "".join(f"coup,s{place:02},date,2022-0{place % 3 + 1}\n" for place in range(count))
    folder = folder_of.mktemp("crowd")
    folder.joinpath("claims.csv").write_text(f"event,source,attribute,value\n{rows}")
    return data.load(folder).select(data.Selection())


def test_the_sentence_counts_questions_sources_and_verdicts(view: data.View) -> None:
    told = matrix.sentence(in_order(view), view.sources)
    assert told == "4 questions and what 3 sources say: 1 conflict, 2 disputed and 1 agreement."


def shown(view: data.View, questions: pd.DataFrame, sources: tuple[str, ...], by: str) -> list[list[str]]:
    """The matrix of some questions as its rows of texts."""
    return table_of(matrix.matrix_html_of(view, matrix.part_of(view, questions, by), sources, by))


def test_few_sources_are_columns(tmp_path_factory: pytest.TempPathFactory) -> None:
    view = crowd(tmp_path_factory, MOST_COLUMNS)
    table = shown(view, in_order(view), view.sources, "sources")
    assert table[0] == ["Question", *(f"s{place:02}" for place in range(MOST_COLUMNS))]


def test_of_many_sources_each_answer_is_a_column_with_their_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    view = crowd(tmp_path_factory, MOST_COLUMNS + 1)
    heads, (section,), (_asked, *answers) = shown(view, in_order(view), view.sources, "answers")
    assert heads == ["Question", "Answers"]
    assert section == "Contested"
    assert answers == [
        "✕Conflict: Jan 2022s00, s03 and s06",
        "✕Conflict: Feb 2022s01, s04 and s07",
        "✕Conflict: Mar 2022s02 and s05",
        "",  # where there is no further answer, nobody is silent
    ]
    assert len(answers) == MOST_ANSWERS
    table = matrix_table(view, in_order(view), "answers")
    assert table.columns.tolist() == ["Question", "Verdict", "Answer", "Sources"]
    assert table["Answer"].tolist() == ["Jan 2022", "Feb 2022", "Mar 2022"]


def test_of_many_sources_a_column_can_be_a_kind_with_who_is_silent_counted(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("kinds")
    folder.joinpath("claims.csv").write_text(
        "event,source,attribute,value\ncoup,a,date,2022-09\ncoup,b,date,2022-09\nvisit,c,date,2024-06-05\n"
    )
    folder.joinpath("sources.csv").write_text(
        "source,title,genre,published,covers\na,A,news,2023,\nb,B,wire,2023,\nc,C,news,2024-06-07,\n"
        "d,D,news,2021,\ne,E,wire,2024-07,1990/2000\n"
    )
    tables = data.load(folder)
    view = tables.select(data.Selection())
    questions = in_order(view)
    heads, *rows = shown(view, questions, view.sources, "kinds")
    assert heads == ["Question", "News", "Wire"]
    assert [row[1:] for row in rows if len(row) > 1] == [
        ["News●Agree: Sept 2022A", "Wire●Agree: Sept 2022B"],
        ["News◉Sole source: 5 Jun 2024C", "… 1 not yet\n↔ 1 out of range"],  # one came before, one is on the 1990s
    ]
    table = matrix_table(view, questions, "kinds").set_index("Question")
    assert list(table.loc["coup: date"]) == ["● Agree", "Sept 2022 (A)", "Sept 2022 (B)"]


def test_sources_that_answer_most_stand_first(view: data.View) -> None:
    found = matrix.answering_sources(matrix.part_of(view, in_order(view), "sources"), view)
    assert list(found.itertuples(index=False, name=None)) == [("b", 4), ("a", 3), ("c", 2)]


def test_core_texts_are_kinds_of_their_own_that_stand_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("core")
    folder.joinpath("claims.csv").write_text(
        "event,source,attribute,value\ncoup,a,date,2022-09\ncoup,b,date,2022-09\nvisit,c,date,2024-06-05\n"
    )
    folder.joinpath("sources.csv").write_text(
        "source,title,genre,published,set\na,A,news,2023,core\nb,B,wire,2023,extended\nc,C,news,2021,core\n"
    )
    tables = data.load(folder)
    view = tables.select(data.Selection())
    questions = in_order(view)
    heads, *rows = shown(view, questions, view.sources, "kinds")
    assert heads == ["Question", "A", "C", "Wire"]
    assert [row[1:] for row in rows if len(row) > 1] == [
        ["A●Agree: Sept 2022", "… not yet", "Wire●Agree: Sept 2022B"],
        ["—silent", "C◉Sole source: 5 Jun 2024", "— 1 silent"],
    ]
    table = matrix_table(view, questions, "kinds").set_index("Question")
    assert list(table.loc["coup: date"]) == ["● Agree", "Sept 2022", "", "Sept 2022 (B)"]


def test_a_question_that_none_of_the_columns_answers_keeps_its_row(view: data.View) -> None:
    questions = in_order(view)
    _heads, *rows = shown(view, questions, ("c",), "sources")
    assert len([row for row in rows if len(row) > 1]) == len(questions)


def test_an_answer_stands_to_those_of_all_sources_whichever_are_shown(view: data.View) -> None:
    rows = shown(view, in_order(view), ("a",), "sources")
    assert any("✕Conflict: " in row[-1] for row in rows)
