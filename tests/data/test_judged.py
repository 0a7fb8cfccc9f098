"""What the package finds, held against the plain definitions of `brute_force.py`: on the bank of random tables, with all
their sources or some of them, and on the shipped set.

JUDGED=1000 looks at a thousand random tables.
"""

import csv
import math
import random
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import data
from data import agreement
from tests.data import brute_force
from tests.data.brute_force import CONTESTED, Question, Row, Tables
from tests.data.inline import load
from tests.data.random_tables import HOW_MANY, bank, corners, table_set

# ------------------------------------------------------------------------------------------------------------- the package
SHIPPED = Path(data.__file__).parent


def comparison(read: Any, sources: Iterable[str] | None) -> Any:
    """What the package finds among some sources, or all."""
    return read.compare() if sources is None else read.compare(sorted(sources))


def records(frame: pd.DataFrame, columns: str = "") -> list[Row]:
    """The rows of a frame, or some columns of them, as plain values: None where there is none."""
    frame = frame[columns.split()] if columns else frame
    plain = frame.astype(object).where(frame.notna(), None)
    return [dict(zip(map(str, plain.columns), row, strict=True)) for row in plain.itertuples(index=False, name=None)]


def found_in(comparison: Any, what: str, columns: str = "") -> list[Row]:
    """The rows of one of the frames of a comparison."""
    frame = getattr(comparison, what)
    return records(frame() if callable(frame) else frame, columns)


def changes(comparison: Any, left_out: Iterable[str], one_per_origin: bool = False) -> list[Row]:
    """The verdicts that change where some sources are left out: question, before, after."""
    return records(comparison.leave_out(sorted(left_out), one_per_origin=one_per_origin), "question before after")


# --------------------------------------------------------------------------------------------------------------- the cases
@dataclass(frozen=True, eq=False)
class Case:
    """A table set, a choice of its sources, and what the package finds."""

    tables: Tables
    read: Any
    sources: tuple[str, ...] | None

    @cached_property
    def found(self) -> Any:
        return comparison(self.read, self.sources)

    @cached_property
    def ids(self) -> dict[Question, str]:
        """The id that the package gives to each question."""
        key = "event attribute period unit planned member"
        return {
            (row["event"], row["attribute"], brute_force.interval_of_date(row["period"]), *list(row.values())[4:]): row[
                "question"
            ]
            for row in found_in(self.found, "questions", f"question {key}")
        }

    @property
    def all_sources(self) -> list[str]:
        return sorted(brute_force.everyone(self.tables, self.sources))

    def by_id(self, plain: dict[Question, Any]) -> dict[str, Any]:
        return {self.ids[key]: what for key, what in plain.items()}


@cache
def read_random(which: str) -> tuple[Tables, Any]:
    tables = corners() if which == "corners" else bank()[int(which)]
    return tables, load(**tables)


@cache
def read_shipped() -> tuple[Tables, Any]:
    tables = {}
    for name in ("claims", "sources", "attributes", "names"):
        with (SHIPPED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return tables, data.load()


@cache
def case_of(name: str) -> Case:
    """`2`, a table set of the bank, or `corners`; `2 some`, with some of its sources; `shipped`; `shipped core`, its five
    texts."""
    which, _, part = name.partition(" ")
    if which == "shipped":
        tables, read = read_shipped()
        core = tuple(row["source"] for row in tables["sources"] if row["set"] == "core")
        return Case(tables, read, core if part else None)
    tables, read = read_random(which)
    ids = sorted(row["source"] for row in tables["sources"])
    return Case(tables, read, tuple(random.Random(which).sample(ids, len(ids) // 2 + 1)) if part else None)


SETS = ["corners", *map(str, range(len(bank())))]
NAMES = ["shipped", "shipped core", *SETS, *(f"{which} some" for which in SETS[:3])]


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> Case:
    return case_of(request.param)


# ------------------------------------------------------------------------------------------------------------- comparison
def close(found: Any, expected: Any) -> bool:
    """Equal, where none is None or empty, numbers may differ in their last digits, and of a set any one is right."""
    if isinstance(expected, set):
        return any(close(found, one) for one in expected)
    if isinstance(expected, tuple):
        return all(close(*pair) for pair in zip(found, expected, strict=True))
    if isinstance(expected, dict):
        return all(close(found[name], right) for name, right in expected.items())
    if found is None or found == "":
        return expected in (None, "")
    if isinstance(expected, bool) or isinstance(found, bool):
        return bool(found) is bool(expected)
    if isinstance(expected, (int, float)):
        return math.isclose(float(found), expected, rel_tol=1e-9, abs_tol=1e-9)
    return bool(found == expected)


def hold(found: dict[Any, Any], expected: dict[Any, Any]) -> None:
    """The same keys, and the same under each; of rows that differ the columns that do are told, and no more than five."""
    assert set(found) == set(expected)
    wrong = {key: differing(found[key], expected[key]) for key in expected if not close(found[key], expected[key])}
    assert not wrong, f"{len(wrong)} differ: found, expected: {dict(list(wrong.items())[:5])}"


def differing(found: Any, expected: Any) -> Any:
    if isinstance(expected, dict):
        return {name: (found[name], right) for name, right in expected.items() if not close(found[name], right)}
    return found, expected


def of(row: Row, columns: str) -> Row:
    """Some columns of a row."""
    return {column: row[column] for column in columns.split()}


def some_to_leave_out(case: Case) -> list[list[str]]:
    """The first source, and every second."""
    return [case.all_sources[:1], case.all_sources[1::2]]


# -------------------------------------------------------------------------------------------------------------- verdicts
def test_the_columns_stand_in_the_order_of_the_contract_sorted_by_question(case: Case) -> None:
    questions = case.found.questions
    assert list(questions.columns[: len(brute_force.COLUMNS)]) == brute_force.COLUMNS
    assert list(questions["question"]) == sorted(set(questions["question"]))


def test_rows_are_set_aside_and_no_others(case: Case) -> None:
    assert case.read.set_aside == len(case.tables["claims"]) - len(brute_force.rows_that_count(case.tables))


def test_each_question_has_the_verdict_counts_gap_flags_and_support_of_its_answers(case: Case) -> None:
    columns = " ".join(brute_force.COLUMNS[7:])  # the ones before are the question itself
    plain = {row["question"]: of(row, columns) for row in brute_force.compare(case.tables, case.sources)}
    found = {row["question"]: of(row, columns) for row in found_in(case.found, "questions")}
    hold(found, case.by_id(plain))


def test_the_widest_gap_lies_between_two_answers(case: Case) -> None:
    plain = {
        row["question"]: row["gap_ends"]
        for row in brute_force.compare(case.tables, case.sources)
        if row["verdict"] in CONTESTED and row["kind"] != "name"
    }
    ends = {
        row["question"]: (row["gap_from"], row["gap_to"])
        for row in found_in(case.found, "questions")
        if row["verdict"] in CONTESTED and row["kind"] != "name"
    }
    hold(ends, case.by_id(plain))


def test_what_is_contested_is_ranked(case: Case) -> None:
    plain = brute_force.contested(brute_force.compare(case.tables, case.sources), case.ids)
    assert [row["question"] for row in found_in(case.found, "contested")] == plain


# ------------------------------------------------------------------------------------------------------------- left out
def test_the_verdicts_that_change_where_sources_are_left_out(case: Case) -> None:
    for left_out in some_to_leave_out(case):
        plain = brute_force.leave_out(case.tables, left_out, case.sources)
        found = {row["question"]: (row["before"], row["after"]) for row in changes(case.found, left_out)}
        hold(found, case.by_id(plain))


def test_the_verdicts_that_change_where_each_origin_is_heard_once(case: Case) -> None:
    for left_out in [[], case.all_sources[:1]]:
        plain = brute_force.leave_out(case.tables, left_out, case.sources, one_per_origin=True)
        found = {row["question"]: (row["before"], row["after"]) for row in changes(case.found, left_out, True)}
        hold(found, case.by_id(plain))


@pytest.mark.parametrize("case", ["shipped core", *SETS], indirect=True)  # leaving each out takes long
def test_the_single_sources_that_end_a_contest(case: Case) -> None:
    plain = {(case.ids[key], source, after) for key, source, after in brute_force.pivotal(case.tables, case.sources)}
    found = [tuple(row.values()) for row in found_in(case.found, "pivotal", "question source after")]
    assert sorted(found) == sorted(plain)


def test_each_source_of_the_shipped_set_may_be_left_out() -> None:
    """The questions that it answers come out as among the others alone, and all others as they were."""
    tables, read = read_shipped()
    asked = read.claims.set_index("claim")["question"]
    answered = read.claims.groupby("source")["question"].agg(set)
    claims: dict[str, list[dict[str, str]]] = {}
    for row in tables["claims"]:
        claims.setdefault(asked[row["claim"]], []).append(row)
    whole = read.compare().questions.set_index("question")
    ids = Case(tables, read, None).ids
    columns = " ".join(brute_force.COLUMNS[7:])
    everyone = set(read.sources["source"])
    assert len(everyone) >= 128
    for source in sorted(everyone):
        touched = sorted(answered.get(source, set()))
        others = everyone - {source}
        found = read.compare(others).questions.set_index("question")
        rows = records(found[found.index.isin(touched)].reset_index())
        some = tables | {"claims": [row for question in touched for row in claims[question]]}
        plain = {ids[row["question"]]: of(row, columns) for row in brute_force.compare(some, others)}
        hold({row["question"]: of(row, columns) for row in rows}, plain)
        pd.testing.assert_frame_equal(found[~found.index.isin(touched)], whole[~whole.index.isin(touched)])


# --------------------------------------------------------------------------------------------------------------- at once
def test_comparisons_of_different_choices_in_eight_threads_are_right() -> None:
    tables, read = corners(), load(**corners())
    ids = sorted(row["source"] for row in tables["sources"])
    choices = [tuple(random.Random(number).sample(ids, 2 + number % 5)) for number in range(12)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda sources: read.compare(sources).questions, choices))
    columns = " ".join(brute_force.COLUMNS[7:])
    for sources, questions in zip(choices, found, strict=True):
        case = Case(tables, read, sources)
        plain = {row["question"]: of(row, columns) for row in brute_force.compare(tables, sources)}
        hold({row["question"]: of(row, columns) for row in records(questions)}, case.by_id(plain))


# --------------------------------------------------------------------------------------------------- positions and sources
def test_the_positions_of_each_question(case: Case) -> None:
    columns = "value denied n_origins n_sources n_against origins sources most own"
    found: dict[str, list[Any]] = {}
    for row in found_in(case.found, "positions", f"question {columns}"):
        found.setdefault(row["question"], []).append(of(row, columns))
    plain = {
        key: [of(row, columns) for row in rows]
        for key, rows in brute_force.positions(case.tables, case.sources).items()
        if rows
    }
    hold(found, case.by_id(plain))


def test_how_each_two_sources_relate_on_each_question(case: Case) -> None:
    columns = "relation reported one_origin same confirmed"
    found = {
        (row["question"], row["source"], row["other"]): row
        for row in found_in(case.found, "relations", f"question source other {columns}")
    }
    plain = {
        (case.ids[key], one, other): row
        for (key, one, other), row in brute_force.relations(case.tables, case.sources).items()
    }
    hold(found, plain)


def test_how_often_each_two_sources_agree(case: Case) -> None:
    columns = "shared agree finer coarser overlap part reported one_origin agreement"
    found = {(row["source"], row["other"]): row for row in found_in(case.found, "agreement", f"source other {columns}")}
    plain = brute_force.agreement(case.tables, case.sources)
    hold(found, plain)
    shared = agreement.shared_questions(case.found)
    hold(
        shared.set_index(["source", "other"])["shared"].to_dict(), {pair: row["shared"] for pair, row in plain.items()}
    )
    few = case.found.sources[::2]
    among = agreement.agreement(case.found, among=few).set_index(["source", "other"])["part"].to_dict()
    hold(among, {pair: row["part"] for pair, row in plain.items() if set(pair) <= set(few)})


def test_of_how_many_events_two_sources_tell(case: Case) -> None:
    plain: dict[tuple[str, str], set[str]] = {}
    for key, one, other in brute_force.relations(case.tables, case.sources):
        plain.setdefault((one, other), set()).add(key[0])
    pairs = pd.DataFrame(list(plain), columns=["source", "other"], dtype="str")
    found = agreement.events_in_common(case.found, "true", pairs)
    hold(dict(zip(plain, found, strict=True)), {pair: len(events) for pair, events in plain.items()})


def test_how_each_source_stands_beside_the_others(case: Case) -> None:
    columns = "standing contradicting disputing confirming repeating compatible confirming_origins"
    found = {
        (row["source"], row["question"]): row for row in found_in(case.found, "standings", f"source question {columns}")
    }
    plain = {
        (source, case.ids[key]): row for (source, key), row in brute_force.standings(case.tables, case.sources).items()
    }
    hold(found, plain)


def test_two_sources_side_by_side(case: Case) -> None:
    for one, other in pairwise(case.all_sources[:3]):
        alone = Case(case.tables, case.read, (one, other))
        rows = records(alone.found.two_sources(one, other), "question relation values other_values")
        found = {row["question"]: (row["relation"], row["values"], row["other_values"]) for row in rows}
        hold(found, alone.by_id(brute_force.two_sources(case.tables, one, other)))


# --------------------------------------------------------------------------------------------------------------- findings
def test_what_editions_revise(case: Case) -> None:
    columns = "questions differ gap first last"
    found = {(row["older"], row["newer"]): row for row in found_in(case.found, "revisions", f"older newer {columns}")}
    hold(found, brute_force.revisions(case.tables, case.sources))


def test_the_sources_whose_days_seem_to_be_years_or_months(case: Case) -> None:
    columns = "precision days firsts"
    rows = found_in(case.found, "false_precision", f"source {columns}")
    found = {row["source"]: tuple(of(row, columns).values()) for row in rows}
    hold(found, brute_force.false_precision(case.tables, case.sources))


def test_the_verdicts_that_change_where_such_days_are_read_as_years_or_months(case: Case) -> None:
    rows = found_in(case.found, "read_coarser", "question before after")
    found = {row["question"]: (row["before"], row["after"]) for row in rows}
    hold(found, case.by_id(brute_force.verdicts_in_years(case.tables, case.sources)))


def test_why_each_source_is_silent(case: Case) -> None:
    found = {(row["question"], row["source"]): row["reason"] for row in found_in(case.found, "silences")}
    plain = {
        (case.ids[key], source): reason
        for (key, source), reason in brute_force.silences(case.tables, case.sources).items()
    }
    hold(found, plain)


def test_the_same_words_of_other_speakers(case: Case) -> None:
    columns = "wording event speaker sources other_event other_speaker other_sources"
    found = [tuple(row.values()) for row in found_in(case.found, "same_words", columns)]
    assert sorted(found) == sorted(brute_force.same_words(case.tables, case.sources))


def test_who_was_first_to_give_an_answer(case: Case) -> None:
    found: dict[str, list[Any]] = {}
    for row in found_in(case.found, "over_time", "question claim new"):
        found.setdefault(row["question"], []).append((row["claim"], row["new"]))
    hold(found, case.by_id(brute_force.over_time(case.tables, case.sources)))


# ---------------------------------------------------------------------------------------------------------------- the bank
def test_the_bank_holds_cases_of_every_rule() -> None:
    """A judge that sees no case of a rule would call it kept."""
    seen: Counter[str] = Counter()
    for tables in (corners(), *map(table_set, range(HOW_MANY))):
        for row in brute_force.compare(tables):
            seen[row["verdict"]] += 1
            if row["verdict"] in CONTESTED:
                seen[f"{row['verdict']} of {row['kind']}"] += 1
                seen[f"{row['verdict']}, {'between' if row['between_origins'] else 'within'} origins"] += 1
            for flag in ("superseded", "one_origin", "variants", "derived"):
                seen[flag] += bool(row[flag])
            seen["within expected gap"] += True in row["within_expected_gap"]
        seen.update(f"relation {row['relation']}" for row in brute_force.relations(tables).values())
        seen.update(f"stands {row['standing']}" for row in brute_force.standings(tables).values())
        seen.update(brute_force.silences(tables).values())
        seen.update(f"seems {seems}" for seems, _, _ in brute_force.false_precision(tables).values())
        seen["read as years"] += len(brute_force.verdicts_in_years(tables))
        seen["same words"] += len(brute_force.same_words(tables))
        seen["pivotal"] += len(brute_force.pivotal(tables))
        seen["one per origin"] += len(brute_force.leave_out(tables, [], one_per_origin=True))
        seen["revised"] += sum(row["differ"] > 0 for row in brute_force.revisions(tables).values())
        seen["unrevised"] += sum(row["differ"] == 0 for row in brute_force.revisions(tables).values())
        seen["denied position"] += sum(row["denied"] for rows in brute_force.positions(tables).values() for row in rows)
    seldom = {what: number for what, number in seen.items() if number < 3}
    assert not seldom, "so few of these that a wrong rule could pass"
    assert len(seen) == 50
