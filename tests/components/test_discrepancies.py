"""The discrepancies and what is worked out of one question, against tables whose answers are known by hand."""

import pandas as pd
import pytest

import data
from components.compare import discrepancies, matrix, one_question
from components.compare.discrepancy_words import (
    add_words,
    contested_rows,
    flags,
    readers_table,
    sentence,
    series_sentence,
)
from components.compare.question_list import in_order
from components.words.answers import interval_text
from tests.app import SMALL, write_small

MANY = "event,source,attribute,value,origin\n" + "".join(
    f"coup,{source},date,{value},{origin}\n"
    for source, value, origin in (
        ("a", "2022-09", ""),
        ("b", "2022-09", ""),
        ("c", "2022-09", "wire"),
        ("d", "2022-09", "wire"),
        ("e", "2022-07", ""),
    )
)
"""Five sources, four origins: three on September, one on July; without `e` all agree."""

YEARS = "event,source,attribute,value,unit,period\n" + "".join(
    f"trade,{source},amount,{value},USD,{year}\n"
    for year in (2001, 2002, 2003, 2004)
    for source, value in (("a", 100), ("b", 100 + year % 10))
)
"""Four years in which two sources are 1, 2, 3 and 4 dollars apart."""


def tables_of(folder: pytest.TempPathFactory, claims: str) -> tuple[data.Tables, data.View]:
    path = folder.mktemp("discrepancies")
    path.joinpath("claims.csv").write_text(claims, encoding="utf-8")
    tables = data.load(path)
    return tables, data.select(tables, data.Selection())


def in_words(tables: data.Tables, view: data.View, order: str) -> pd.DataFrame:
    return add_words(tables, view, contested_rows(tables, view, order))


def of(view: data.View, question: str) -> pd.Series:
    return view.questions[view.questions["question"] == question].iloc[0]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[data.Tables, data.View]:
    return tables_of(tmp_path_factory, MANY)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[data.Tables, data.View]:
    tables = data.load(write_small(tmp_path_factory.mktemp("small")))
    return tables, data.select(tables, data.Selection())


def test_only_what_is_contested_is_listed_in_the_order_asked_for(small: tuple[data.Tables, data.View]) -> None:
    found = {order: contested_rows(*small, order)["question"].tolist() for order in discrepancies.ORDERS}
    assert found["origins"][-1] == "embassy/date", "one origin alone speaks of the embassy"
    assert set(found["origins"]) == {"coup/date", "embassy/date", "wagner/status"}
    assert found["gap"] == ["embassy/date", "coup/date", "wagner/status"]
    assert found["date"] == ["embassy/date", "coup/date", "wagner/status"]
    assert found["topic"] == ["wagner/status", "embassy/date", "coup/date"]


def test_few_sources_are_named_in_a_sentence(small: tuple[data.Tables, data.View]) -> None:
    told = in_words(*small, "gap")["told"].iloc[0]
    assert told == "Encyclopedia says July 2023 and 28 December 2023; 150 days apart."


def test_a_source_is_told_with_what_it_says_and_nothing_else(many: tuple[data.Tables, data.View]) -> None:
    told = in_words(*many, "origins")["told"].iloc[0]
    assert "e says July 2022" in told
    assert told.count("July 2022") == 1, "an answer that only fits July 2022 is not told as July 2022"


def test_chips_name_the_sources_of_each_answer(many: tuple[data.Tables, data.View]) -> None:
    row = in_words(*many, "origins").iloc[0]
    assert row["chips"].split("  \n") == [
        ":red-badge[✕ Jul 2022] :small[e]",
        ":red-badge[✕ Sept 2022] :small[a, b, c and 1 more]",
    ]


def test_flags_stand_in_words() -> None:
    row = pd.Series({"one_origin": True, "within_expected_gap": False, "derived": True, "variants": False})
    assert flags(row, echoed=True) == [
        "one origin: one report, not corroboration",
        "some answers worked out, not stated",
        "another speaker is quoted with nearly the same words",
    ]


def test_many_periods_of_one_event_are_one_series(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = tables_of(tmp_path_factory, YEARS)
    found = contested_rows(tables, view, "gap")
    assert found["series"].tolist() == ["trade"] * 4
    assert found["period"].tolist() == ["2004", "2003", "2002", "2001"]
    told = series_sentence(tables, found)
    assert told.startswith("4 figures contested, of 4 years from 2001 to 2004. Furthest apart: ")
    assert told.endswith("(2004) 4 USD (4%) apart.")
    fewer = YEARS.replace("trade,b,amount,101,USD,2001\n", "")
    assert contested_rows(*tables_of(tmp_path_factory, fewer), "gap")["series"].tolist() == [""] * 3


def test_the_table_and_its_sentence(small: tuple[data.Tables, data.View]) -> None:
    found = in_words(*small, "gap")
    shown = readers_table(found)
    assert shown["Verdict"].tolist() == ["◆ Self-contradiction", "✕ Conflict", "▲ Disputed"]
    assert shown["Gap"].tolist()[0] == "150 days apart"
    assert sentence(found) == "3 contested questions: 1 self-contradiction, 1 conflict and 1 disputed."


@pytest.mark.parametrize(
    ("written", "said"), [("90..110", "90 to 110 USD"), ("..25", "at most 25 USD"), ("25..", "at least 25 USD")]
)
def test_a_part_of_the_line_in_words(written: str, said: str) -> None:
    assert interval_text(written, "quantity", "USD") == said


def test_where_origins_meet_the_sides_and_who_ends_it(many: tuple[data.Tables, data.View]) -> None:
    tables, view = many
    question, held = of(view, "coup/date"), data.sides(tables, view.sources)
    assert one_question.support_sentence(question, held, view.claims) == (
        "Most independent origins meet at September 2022: 3 for, 1 against. A count, not a finding of what is true."
    )
    assert one_question.position_lines(tables, question, held, view.claims) == [
        "July 2022 fits the answers of 1 independent origin (e)",
        "September 2022 fits the answers of 3 independent origins (a, b and wire)",
    ]
    ends = one_question.pivotal_sentence(tables, view, question)
    assert ends == "One source alone, left out, would end this: e (then: agree)."


def test_a_tie_is_said_to_be_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = tables_of(
        tmp_path_factory,
        MANY.replace("e,date,2022-07,\n", "e,date,2022-07,\ncoup,f,date,2022-07,\ncoup,g,date,2022-07,\n"),
    )
    question, held = of(view, "coup/date"), data.sides(tables, view.sources)
    assert one_question.support_sentence(question, held, view.claims) == (
        "A tie: July 2022 and September 2022 each fit the answers of 3 independent origins. "
        "A count, not a finding of what is true."
    )
    assert one_question.pivotal_sentence(tables, view, question) == "No single source, left out, would end this."


def test_what_would_settle_a_contest_is_told_where_the_tables_note_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    events = SMALL["events.csv"].replace("scope,place", "scope,place,record")
    events = events.replace("bilateral,BFA RUS\n", "bilateral,BFA RUS,\n").replace(
        "context,BFA\n", "context,BFA,The decree\n"
    )
    tables = data.load(write_small(tmp_path_factory.mktemp("record"), events=events))
    assert not tables.problems
    view = data.select(tables, data.Selection())
    assert one_question.record_sentence(tables, of(view, "coup/date")) == "What would settle it: The decree"
    assert one_question.record_sentence(tables, of(view, "embassy/date")) == ""
    assert one_question.record_sentence(tables, of(view, "coup/date").replace("conflict", "agree")) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("embassy/date", "Reopening of the embassy: July 2023 or 28 December 2023. Encyclopedia gives both."),
        (
            "coup/date",
            "The coup: July 2022 or September 2022. Of 3 independent origins, 2 fit the one and 2 the other.",
        ),
        ("wagner/status", "Presence of Wagner, state: present or not present. The parties disagree, as reported."),
    ],
)
def test_a_discrepancy_in_the_fewest_words(small: tuple[data.Tables, data.View], question: str, told: str) -> None:
    assert in_words(*small, "gap").set_index("question").loc[question, "short"] == told


def test_many_sides_are_told_by_their_ends_or_counted(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = "".join(f"trade,s{n},amount,{n}00,USD\nvisit,s{n},date,202{n},\n" for n in range(1, 6))
    tables, view = tables_of(tmp_path_factory, f"event,source,attribute,value,unit\n{rows}")
    told = in_words(tables, view, "gap").set_index("event")["short"]
    assert told["trade"] == "trade, amount: from 100 USD to 500 USD. 5 independent origins speak of it."
    assert told["visit"] == "visit: 2021, 2022 or 3 other answers. 5 independent origins speak of it."


def test_answers_stand_in_the_order_of_publication(small: tuple[data.Tables, data.View]) -> None:
    tables, view = small
    told = one_question.publication_order(tables, view, of(view, "coup/date"))
    assert told["Source"].tolist() == ["The first report", "Encyclopedia", "The second report"]
    assert told["Published"].tolist() == ["5 June 2024", "28 September 2024", "undated"]
    assert told["Not given before"].tolist() == ["new", "new", "new"]


def test_silence_is_told_from_what_a_source_could_not_say(tmp_path_factory: pytest.TempPathFactory) -> None:
    sources = SMALL["sources.csv"].replace(",language,set", ",language,set,covers")
    sources = (
        sources.replace("fr,core", "fr,core,2010/2012")
        .replace("en,core", "en,core,")
        .replace("c,The second report,,,,,,core", "c,The second report,,,,2021-01-01,,core,")
    )
    tables = data.load(write_small(tmp_path_factory.mktemp("silences"), sources=sources))
    view = data.select(tables, data.Selection())
    questions = in_order(view.questions)
    questions = questions[questions["question"] == "embassy/date"]
    untold = matrix.matrix_layout(tables, questions, view, view.sources, "sources").frames["untold"]
    signs = {row["column_wide"]: (row["sign"], row["reason"]) for row in untold.to_dict("records")}
    assert signs == {1: ("↔", "out of range"), 2: ("…", "not yet")}
