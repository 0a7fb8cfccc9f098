"""The matrix of questions and sources, against tables whose right cells are known."""

import pytest

import data
from components.compare import matrix
from components.compare.matrix_cells import MOST_ANSWERS, MOST_COLUMNS, matrix_table
from components.compare.question_list import in_order
from tests.components.compare.examples import drawn


def crowd(folder_of: pytest.TempPathFactory, count: int) -> tuple[data.Tables, data.View]:
    """Return tables in which so many sources date one event to three months in turn."""
    rows = "".join(f"coup,s{place:02},date,2022-0{place % 3 + 1}\n" for place in range(count))
    folder = folder_of.mktemp("crowd")
    folder.joinpath("claims.csv").write_text(f"event,source,attribute,value\n{rows}")
    tables = data.load(folder)
    return tables, tables.select(data.Selection())


def test_the_sentence_counts_questions_sources_and_verdicts(view: data.View) -> None:
    told = matrix.sentence(in_order(view), view.sources)
    assert told == "4 questions and what 3 sources say: 1 conflict, 2 disputed and 1 agreement."


def test_few_sources_are_columns(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = crowd(tmp_path_factory, MOST_COLUMNS)
    rows = drawn(matrix.matrix_layout(tables, in_order(view), view, view.sources, "sources"))
    assert sum("head_words_wide" in row for row in rows) == MOST_COLUMNS


def test_of_many_sources_each_answer_is_a_column_with_their_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = crowd(tmp_path_factory, MOST_COLUMNS + 1)
    laid = matrix.matrix_layout(tables, in_order(view), view, view.sources, "answers")
    assert laid.frames["silent"].empty, "where there is no further answer, nobody is silent"
    rows = drawn(laid)
    assert sum("head_words_wide" in row for row in rows) == MOST_ANSWERS
    texts = [row["text_wide"] for row in rows if "said_wide" in row]
    assert texts == ["Jan 2022\ns00, s03 and s06", "Feb 2022\ns01, s04 and s07", "Mar 2022\ns02 and s05"]
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
    rows = drawn(matrix.matrix_layout(tables, questions, view, view.sources, "kinds"))
    assert [row["text_wide"] for row in rows if "head_words_wide" in row] == ["News", "Wire"]
    texts = {(row["question"], row["kind"]): row["text_wide"] for row in rows if "said_wide" in row}
    assert texts == {
        ("coup/date", "News"): "Sept 2022\nA",
        ("coup/date", "Wire"): "Sept 2022\nB",
        ("visit/date", "News"): "5 Jun 2024\nC",
    }
    untold = [row["reason"] for row in rows if "reason" in row]
    assert untold == ["… 1 not yet\n↔ 1 out of range"], "of the wires, one came before the visit, one is on the 1990s"
    table = matrix_table(view, questions, "kinds").set_index("Question")
    assert list(table.loc["coup: date"]) == ["● Agree", "Sept 2022 (A)", "Sept 2022 (B)"]


def test_sources_that_answer_most_stand_first(view: data.View) -> None:
    found = matrix.answering_sources(view.questions, view)
    assert list(found.itertuples(index=False, name=None)) == [("b", 4), ("a", 3), ("c", 2)]


def test_a_question_that_none_of_the_columns_answers_keeps_its_row(listed: data.Tables, view: data.View) -> None:
    questions = in_order(view)
    rows = [
        row
        for row in drawn(matrix.matrix_layout(listed, questions, view, ("c",), "sources"))
        if "what_wide" in row or "title_y_wide" in row
    ]
    tops = [row["top_wide"] for row in {row["question"]: row for row in rows}.values()]
    assert tops == sorted(set(tops))


def test_an_answer_stands_to_those_of_all_sources_whichever_are_shown(listed: data.Tables, view: data.View) -> None:
    rows = drawn(matrix.matrix_layout(listed, in_order(view), view, ("a",), "sources"))
    said = {row["question"]: row["relation"] for row in rows if "said_wide" in row}
    assert said["coup/date"] == "conflict"
