"""What is worked out of one question, against tables whose answers are known by hand."""

import pandas as pd
import pytest

import data
from components.words import findings
from tests.app import SMALL, write_small
from tests.components.compare.examples import MANY, tables_of
from tests.data.inline import small as small_tables


def of(view: data.View, question: str) -> pd.Series:
    return view.questions[view.questions["question"] == question].iloc[0]


def test_where_origins_meet_the_sides_and_who_ends_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = tables_of(tmp_path_factory, MANY)
    question, held = of(view, "coup/date"), view.found.positions
    assert findings.support_sentence(question, held, view.claims) == (
        "Most independent origins meet at September 2022: 3 for, 1 against. A count, not a finding of what is true."
    )
    assert findings.position_lines(tables, question, held, view.claims) == [
        "July 2022 fits the answers of 1 independent origin (e)",
        "September 2022 fits the answers of 3 independent origins (a, b and wire)",
    ]
    ends = findings.pivotal_sentence(tables, question, view.found.pivotal_of(["coup/date"]))
    assert ends == "One source alone, left out, would end this: e (then: agree)."


def test_who_fits_several_sides_is_said_to_be_counted_on_each(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = tables_of(tmp_path_factory, f"{MANY}coup,f,date,2022,\n")
    question = view.questions.iloc[0]
    lines = findings.position_lines(tables, question, view.found.positions, view.claims)
    assert lines == [
        "July 2022 fits the answers of 2 independent origins (e and f)",
        "September 2022 fits the answers of 4 independent origins (a, b, f and wire)",
        "On more than one of these sides, and counted on each: f.",
    ]


def test_a_tie_is_said_to_be_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables, view = tables_of(
        tmp_path_factory,
        MANY.replace("e,date,2022-07,\n", "e,date,2022-07,\ncoup,f,date,2022-07,\ncoup,g,date,2022-07,\n"),
    )
    question, held = of(view, "coup/date"), view.found.positions
    assert findings.support_sentence(question, held, view.claims) == (
        "A tie: July 2022 and September 2022 each fit the answers of 3 independent origins. "
        "A count, not a finding of what is true."
    )
    assert (
        findings.pivotal_sentence(tables, question, view.found.pivotal_of(["coup/date"]))
        == "No single source, left out, would end this."
    )


def test_what_would_settle_a_contest_is_told_where_the_tables_note_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    events = SMALL["events.csv"].replace("scope,place", "scope,place,record")
    events = events.replace("bilateral,BFA RUS\n", "bilateral,BFA RUS,\n").replace(
        "context,BFA\n", "context,BFA,The decree\n"
    )
    tables = data.load(write_small(tmp_path_factory.mktemp("record"), events=events))
    assert not tables.problems
    view = tables.select(data.Selection())
    assert findings.record_sentence(tables, of(view, "coup/date")) == "What would settle it: The decree"
    assert findings.record_sentence(tables, of(view, "embassy/date")) == ""
    assert findings.record_sentence(tables, of(view, "coup/date").replace("conflict", "agree")) == ""


def test_what_is_told_of_another_period_or_of_a_neighbouring_event_is_named() -> None:
    view = small_tables(
        """event,    source, attribute, value, unit,    period
        students, A,      count,     32000, persons, 2022-09/2023-08
        students, B,      count,     33000, persons, 2023
        students, B,      other,     1,     persons, 2023
        students, B,      count,     9000,  persons, 1990
        graduates, B,     count,     900,   persons,
        else,     B,      count,     5,     persons,""",
        attributes="attribute, kind, label, question\ncount, quantity, Count, How many: {event}?\nother, quantity, Other,",
        events="event, title, see_also\nstudents, Students, graduates\ngraduates, Graduates,\nelse, Else,",
    ).select(data.Selection())
    tables = view.found.tables
    asked = of(view, "students/count/2023/persons")
    related = view.questions_about(findings.related_events(tables, asked))
    assert findings.also_sentence(tables, asked, related) == (
        "Also told, and a question of its own: "
        "How many: Students? (September 2022\N{THIN SPACE}–\N{THIN SPACE}August 2023): 32,000; How many: Graduates: 900."
    )
    assert findings.also_sentence(tables, of(view, "students/other/2023/persons"), related) == ""
