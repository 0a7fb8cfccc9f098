"""The matrix of questions and sources, against tables whose right cells are known."""

from typing import Any

import pandas as pd
import pytest

import data
from components.charts import cache
from components.compare import matrix
from components.compare.matrix_cells import MOST_ANSWERS, MOST_COLUMNS, cells, matrix_table, row_words
from components.compare.matrix_chart import matrix_charts
from components.compare.matrix_layout import ROOM, Layout
from components.compare.question_list import SUBSETS, in_order, question_labels, question_options, subset
from tests.app import write_small

LISTED = """claim,event,source,attribute,value,unit,period,stated,locator,voice,stance,basis
m1,wagner,a,hirer,the crowd,,,,p1,Ghana,alleges,
m2,wagner,a,hirer,the crowd,,,,p1,The president,denies,
m3,wagner,b,hirer,the crowd,,,,p1,,,
m4,visit,b,offer,grain,,2024,,p1,,announces,
m5,visit,c,offer,grain,,2024,,p2,,announces,
m6,coup,a,date,2022-09,,,,p1,,,
m7,coup,b,date,2022,,,,p1,,,derived
m8,coup,b,date,2022-09,,,,p2,,,
m9,coup,c,date,2022-07,,,,p1,,,
m10,embassy,a,status,open,,,,p1,,,
m11,embassy,b,status,open,,,,p1,The president,denies,
"""
ATTRIBUTES = """attribute,kind,multiple,label,question
date,date,,Date,When did it happen: {event}?
hirer,name,true,Hired by,Who hired them: {event}?
offer,name,true,What was offered,
status,name,,State,
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> data.Tables:
    folder = write_small(tmp_path_factory.mktemp("matrix"), claims=LISTED, attributes=ATTRIBUTES)
    tables = data.load(folder)
    assert not tables.problems
    return tables


@pytest.fixture(scope="module")
def view(tables: data.Tables) -> data.View:
    return data.select(tables, data.Selection())


def crowd(folder_of: pytest.TempPathFactory, count: int) -> tuple[data.Tables, data.View]:
    """Return tables in which so many sources date one event to three months in turn."""
    rows = "".join(f"coup,s{place:02},date,2022-0{place % 3 + 1}\n" for place in range(count))
    folder = folder_of.mktemp("crowd")
    folder.joinpath("claims.csv").write_text(f"event,source,attribute,value\n{rows}")
    tables = data.load(folder)
    return tables, data.select(tables, data.Selection())


def drawn(laid: Layout) -> list[dict[Any, Any]]:
    return [row for frame in laid.frames.values() for row in frame.to_dict("records")]


def test_the_contested_come_first_and_the_rest_by_topic(view: data.View) -> None:
    found = in_order(view.questions)
    assert found["verdict"].tolist() == ["disputed", "disputed", "conflict", "agree"]
    assert found["section"].tolist() == ["Contested", "Contested", "Contested", "Diplomacy"]


def test_which_questions_are_shown(view: data.View) -> None:
    questions = in_order(view.questions)
    assert {which: len(subset(questions, which)) for which in SUBSETS} == {
        "contested": 3,
        "several": 4,
        "all": 4,
    }
    alone = data.select(data.load(), data.Selection(sources=("000",))).questions
    lone = subset(alone, "several")
    assert set(lone["verdict"]) <= set(data.CONTESTED), "one source alone can still be contested"


def test_what_is_asked_names_the_member_the_period_and_that_it_is_a_plan(tables: data.Tables, view: data.View) -> None:
    asked = question_labels(tables, view.questions)
    assert sorted(asked) == ["Date", "Hired by: the crowd", "State", "What was offered: grain, 2024 (as planned)"]
    options = question_options(tables, view.questions)
    assert options["coup/date"] == "✕ The coup: Date"


def test_cells_hold_answers_in_words_and_how_each_stands_to_the_others(view: data.View) -> None:
    said = cells(view.questions, view.claims).groupby(["question", "source"]).agg(list)
    hirer = next(question for question in view.questions["question"] if "hirer" in question)
    assert said.loc[(hirer, "a"), "words"] == ["alleges it", "denies it"]
    assert said.loc[(hirer, "a"), "denies"] == [False, True]
    assert said.loc[(hirer, "b"), "words"] == ["says so"]
    assert said.loc[("coup/date", "b"), "words"] == ["2022", "Sept 2022"]
    assert said.loc[("coup/date", "b"), "relation"] == ["compatible", "conflict"]
    assert said.loc[("coup/date", "b"), "derived"] == [True, False]
    assert said.loc[("embassy/status", "b"), "words"] == ["not open"]


def test_the_table_has_a_column_a_source_and_nothing_where_it_is_silent(tables: data.Tables, view: data.View) -> None:
    table = matrix_table(tables, in_order(view.questions), view.claims, view.sources, "sources")
    assert table.columns.tolist() == ["Question", "Verdict", "Encyclopedia", "The first report", "The second report"]
    coup = table[table["Question"] == "The coup: Date"].iloc[0]
    assert list(coup)[1:] == ["✕ Conflict", "Sept 2022", "2022; Sept 2022", "Jul 2022"]
    assert table.set_index("Question").loc["Reopening of the embassy: State", "The second report"] == ""


def test_the_sentence_counts_questions_sources_and_verdicts(view: data.View) -> None:
    told = matrix.sentence(in_order(view.questions), view.sources)
    assert told == "4 questions and what 3 sources say: 1 conflict, 2 disputed and 1 agreement."


def test_the_picture_marks_every_cell_spoken_or_silent(tables: data.Tables, view: data.View) -> None:
    questions = in_order(view.questions)
    rows = drawn(matrix.matrix_layout(tables, questions, view, view.sources, "sources"))
    places = [row for row in rows if "silence_wide" in row and "column_wide" in row]
    assert [sum("colour" in row for row in places), sum("colour" not in row for row in places)] == [9, 3]
    answers = [row for row in rows if "said_wide" in row]
    assert len(answers) == len(cells(questions, view.claims))


def test_an_event_is_named_once_for_all_that_is_asked_of_it() -> None:
    questions = in_order(data.select(data.load(), data.Selection()).questions)
    rows = row_words(data.load(), questions)
    repeated = questions["event"].eq(questions["event"].shift()).to_numpy()
    assert rows["title"].eq("").tolist() == repeated.tolist()


@pytest.mark.parametrize("columns", [(5, 5), (4, 1), (1, 1)])
def test_the_charts_fit_the_schema_and_name_no_frame_that_is_not_there(
    tables: data.Tables, view: data.View, columns: tuple[int, int]
) -> None:
    frames = set(matrix.matrix_layout(tables, in_order(view.questions), view, view.sources, "sources").frames)
    named = set()
    for chart in matrix_charts(columns):
        spec = chart.to_dict()  # held against the schema
        named |= {layer.get("data", spec.get("data"))["name"] for layer in spec["layer"]}
    assert named == frames


def test_few_sources_are_columns(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = crowd(tmp_path_factory, MOST_COLUMNS)
    rows = drawn(matrix.matrix_layout(tables, in_order(view.questions), view, view.sources, "sources"))
    assert sum("head_words_wide" in row for row in rows) == MOST_COLUMNS


def test_of_many_sources_each_answer_is_a_column_with_their_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = crowd(tmp_path_factory, MOST_COLUMNS + 1)
    laid = matrix.matrix_layout(tables, in_order(view.questions), view, view.sources, "answers")
    assert laid.frames["silent"].empty, "where there is no further answer, nobody is silent"
    rows = drawn(laid)
    assert sum("head_words_wide" in row for row in rows) == MOST_ANSWERS
    texts = [row["text_wide"] for row in rows if "said_wide" in row]
    assert texts == ["Jan 2022\ns00, s03 and s06", "Feb 2022\ns01, s04 and s07", "Mar 2022\ns02 and s05"]
    table = matrix_table(tables, in_order(view.questions), view.claims, view.sources, "answers")
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
    view = data.select(tables, data.Selection())
    questions = in_order(view.questions)
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
    table = matrix_table(tables, questions, view.claims, view.sources, "kinds").set_index("Question")
    assert list(table.loc["coup: date"]) == ["● Agree", "Sept 2022 (A)", "Sept 2022 (B)"]


def test_sources_that_answer_most_stand_first(view: data.View) -> None:
    found = matrix.answering_sources(view.questions, view)
    assert list(found.itertuples(index=False, name=None)) == [("b", 4), ("a", 3), ("c", 2)]


def test_a_question_that_none_of_the_columns_answers_keeps_its_row(tables: data.Tables, view: data.View) -> None:
    questions = in_order(view.questions)
    rows = [
        row
        for row in drawn(matrix.matrix_layout(tables, questions, view, ("c",), "sources"))
        if "what_wide" in row or "title_y_wide" in row
    ]
    tops = [row["top_wide"] for row in {row["question"]: row for row in rows}.values()]
    assert tops == sorted(set(tops))


def test_an_answer_stands_to_those_of_all_sources_whichever_are_shown(tables: data.Tables, view: data.View) -> None:
    rows = drawn(matrix.matrix_layout(tables, in_order(view.questions), view, ("a",), "sources"))
    said = {row["question"]: row["relation"] for row in rows if "said_wide" in row}
    assert said["coup/date"] == "conflict"


def test_one_origin_is_flagged_in_its_row(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = write_small(tmp_path_factory.mktemp("origin"))
    tables = data.load(folder)
    questions = in_order(data.select(tables, data.Selection()).questions)
    flagged = questions["question"][row_words(tables, questions)["what"].str.contains("one origin")]
    assert flagged.tolist() == ["visit/date"]


def test_nothing_stands_on_anything_else(tables: data.Tables, view: data.View) -> None:
    questions = in_order(view.questions)
    rows = pd.DataFrame(
        [
            row
            for row in drawn(matrix.matrix_layout(tables, questions, view, view.sources, "sources"))
            if "title_y_wide" in row
        ]
    )
    rows = rows.drop_duplicates("question")
    for mode in ROOM:
        assert (rows[f"top_{mode}"].iloc[1:].to_numpy() >= rows[f"bottom_{mode}"].iloc[:-1].to_numpy()).all()
        assert (rows[f"cell_{mode}"] < rows[f"end_{mode}"]).all()


def test_a_picture_is_drawn_once_for_each_key() -> None:
    drawings: list[str] = []

    class Chart:
        def to_dict(self, **_options: bool) -> dict[str, Any]:
            drawings.append("drawn")
            return {"mark": "point"}

    for key in ("one", "one", "two"):
        assert cache.chart(("test", key), Chart) == {"mark": "point"}
    assert len(drawings) == 2


def test_only_so_many_pictures_are_kept() -> None:
    class Chart:
        def to_dict(self, **_options: bool) -> dict[str, Any]:
            return {}

    for number in range(cache.MOST_KEPT + 5):
        cache.chart(("many", number), Chart)
    assert len(cache._entries) == cache.MOST_KEPT
