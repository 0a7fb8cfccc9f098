"""Claims resolved: their roots, intervals and periods, and the questions that they answer."""

from datetime import date
from functools import cache

import pandas as pd
import pytest

import data
from data.interpretation import KEY, chain, question_ids, with_questions
from tests.data.inline import load, loaded_well


def days(text: str) -> float:
    return float((date.fromisoformat(text) - date(1970, 1, 1)).days)


def lines(read: data.Tables) -> list[str]:
    return [str(problem) for problem in read.problems]


def claim(**cells: str) -> dict[str, str]:
    """One good claim, with the cells that a test is about."""
    return {"claim": "c", "event": "e", "source": "A", "attribute": "date", "value": "2022"} | cells


# ------------------------------------------------------------------------------------------------------------ origins
def test_an_origin_is_the_claims_own_else_the_sources_else_the_source_followed_to_its_root() -> None:
    read = loaded_well(
        claims="""
            claim, event, source, attribute, value, origin
            own,   e,     B,      n,         1,     press conference
            src,   e,     B,      n,         1,
            self,  e,     A,      n,         1,
            named, e,     A,      n,         1,     B
            chain, e,     D,      n,         1,
            long,  e,     A,      n,         1,     D
            back,  e,     B,      n,         1,     A""",
        sources="source, origin\n A,\n B, AFP\n C, B\n D, C",
    )
    assert dict(zip(read.claims["claim"], read.claims["root"], strict=True)) == {
        "own": "press conference",
        "src": "AFP",
        "self": "A",
        "named": "AFP",
        "chain": "AFP",
        "long": "AFP",
        "back": "A",
    }


def test_sources_whose_origins_run_in_a_circle_have_one_root_and_do_not_hang() -> None:
    read = load(
        claims="event, source, attribute, value\n e, A, n, 1\n e, B, n, 1\n e, C, n, 1",
        sources="source, origin\n A, B\n B, A\n C, C",
    )
    assert read.claims["root"].tolist()[0] == read.claims["root"].tolist()[1]
    assert read.claims["root"].tolist()[2] == "C"


@pytest.mark.parametrize(
    ("name", "end", "circle"),
    [
        ("a", "d", ()),
        ("d", "d", ()),
        ("itself", "itself", ()),
        ("unknown", "unknown", ()),
        ("y", "x", ("y", "z", "x")),
        ("z", "x", ("z", "x", "y")),
        ("towards y", "x", ("y", "z", "x")),
    ],
)
def test_a_chain_is_followed_to_its_end_or_to_the_first_of_its_circle(
    name: str, end: str, circle: tuple[str, ...]
) -> None:
    following = {"a": "b", "b": "d", "d": "", "itself": "itself", "x": "y", "y": "z", "z": "x", "towards y": "y"}
    assert chain(name, following) == (end, circle)


def test_a_chain_of_any_length_is_followed() -> None:
    assert chain("0", {str(number): str(number + 1) for number in range(5000)}) == ("5000", ())


def test_a_circle_of_origins_is_reported_once_and_all_who_run_into_it_have_one_root() -> None:
    read = load(
        claims="event, source, attribute, value, origin\n e, A, n, 1,\n e, B, n, 1,\n e, C, n, 1,\n e, D, n, 1, C",
        sources="source, origin\n A, B\n B, C\n C, A\n D,",
    )
    assert set(read.claims["root"]) == {"A"}
    assert read.set_aside == 0
    [line] = lines(read)
    for word in ("sources.csv", "origin", "C → A → B → C", "is a circle", '"A" is taken'):
        assert word in line


# ------------------------------------------------------------------------------------------------------ derived dates
DERIVED: list[tuple[str, dict[str, str], str, str]] = [
    ("2023", {"basis": "derived"}, "2023-10-10", "2023-10-10"),
    ("2023-10", {"basis": "derived"}, "2023-10-10", "2023-10-10"),
    ("2023-10-10", {"basis": "derived"}, "2023-10-10", "2023-10-10"),
    ("2013/..", {"basis": "derived"}, "2023-10-10", "2023-10-10"),
    ("2022", {"basis": "derived"}, "2023-10-10", "2022-12-31"),
    ("2023", {"basis": "derived", "stance": "alleges"}, "2023-10-10", "2023-10-10"),
    ("2023", {"basis": "derived", "voice": "V"}, "2023-10-10", "2023-10-10"),
    ("2023", {"basis": "derived", "stance": "announces"}, "2023-10-10", "2023-12-31"),
    ("2024", {"basis": "derived", "stance": "announces"}, "2023-10-10", "2024-12-31"),
    ("2023", {"basis": "derived"}, "", "2023-12-31"),
    ("2023", {"basis": "stated"}, "2023-10-10", "2023-12-31"),
    ("2023", {}, "2023-10-10", "2023-12-31"),
    ("2024", {}, "2023-10-10", "2024-12-31"),
    ("2023", {"basis": "derived"}, "2023-10", "2023-10-31"),
    ("2023", {"basis": "derived"}, "2023-10/2023-11", "2023-11-30"),
    ("2023", {"basis": "derived"}, "2023/..", "2023-12-31"),
]


@cache
def derived_read() -> data.Tables:
    claims = [
        claim(claim=f"{number}", source=f"{number}", value=value) | cells
        for number, (value, cells, _, _) in enumerate(DERIVED)
    ]
    return loaded_well(
        claims=claims,
        sources=[
            {"source": f"{number}", "published": published} for number, (_, _, published, _) in enumerate(DERIVED)
        ],
    )


@pytest.mark.parametrize(
    "number", range(len(DERIVED)), ids=[f"{value} {cells} by {published}" for value, cells, published, _ in DERIVED]
)
def test_a_derived_date_is_cut_off_at_the_publication_unless_it_is_a_plan(number: int) -> None:
    value, _, _, last = DERIVED[number]
    one = derived_read().claims.iloc[number]
    assert one["high"] == days(last)
    assert one["value"] == value, "the value stays as written"


def test_a_derived_date_that_begins_after_the_publication_is_set_aside_and_reported() -> None:
    read = load(
        claims=[
            claim(claim="late", value="2023-10-11", basis="derived"),
            claim(claim="stated", value="2023-10-11"),
            claim(claim="plan", value="2023-10-11", basis="derived", stance="announces"),
        ],
        sources="source, published\n A, 2023-10-10",
    )
    assert read.claims["claim"].tolist() == ["stated", "plan"]
    assert read.set_aside == 1
    [line] = lines(read)
    for word in ("claims.csv", "row 2", "2023-10-11", "2023-10-10"):
        assert word in line, line


def test_a_derived_number_knows_no_publication() -> None:
    read = loaded_well(
        claims=[claim(attribute="n", value="30000", basis="derived")],
        attributes="attribute, kind\n n, quantity",
        sources="source, published\n A, 1970-01-02",
    )
    assert read.claims[["low", "high"]].to_numpy().tolist() == [[30000, 30000]]


def test_equal_days_after_the_cut_are_the_same_answer() -> None:
    claims = "event, source, attribute, value, basis\n e, A, date, 2023, derived\n e, B, date, 2023-01-01/2023-10-10,"
    assert loaded_well(claims=claims, sources="source, published\n A, 2023-10-10\n B,").compare().questions[
        "verdict"
    ].tolist() == ["agree"]


# ------------------------------------------------------------------------------------------------------------ periods
PERIODS = {
    "2022": "2022-01/2022-12; 2022; 2022-01-01/2022-12-31",
    "2024": "2024-01-01/2024-12-31",
    "2022-23": "2022-09-01/2022-11-30; 2022-23",
    "199X": "1990/1999; 199X",
    "2022~": "2022~; 2021/2023",
    "2013/..": "2013-01-01/..; 2013/..",
    "2022-07/2022-09": "[2022-07,2022-09]; 2022-07-01/2022-09-30; 2022-07/2022-09",
}


def test_periods_of_the_same_days_are_one_period_written_in_the_shortest_form() -> None:
    claims = [
        {"event": shortest, "source": f"s{number}", "attribute": "amount", "value": "5", "unit": "t", "period": form}
        for shortest, forms in PERIODS.items()
        for number, form in enumerate(forms.split("; "))
    ]
    found = loaded_well(claims=claims).compare().questions.set_index("event")
    assert dict(found["period"]) == {shortest: shortest for shortest in PERIODS}
    assert dict(found["n_claims"]) == {shortest: forms.count(";") + 1 for shortest, forms in PERIODS.items()}


def test_the_plain_form_is_taken_where_nobody_writes_a_shorter_one_and_the_first_by_alphabet_of_equal_ones() -> None:
    claims = """
        event, source, attribute, value, period
        e,     A,      n,         5,     2022-03-01/2022-05-31
        f,     A,      n,         5,     2022-06-01/2022-06-30
        g,     A,      n,         5,     -0043-01-01/-0043-12-31
        h,     A,      n,         5,     2022?
        h,     B,      n,         5,     2022%
        i,     A,      n,         5,     2022-06-05/2022-06-05"""
    found = loaded_well(claims=claims).compare().questions.set_index("event")
    assert dict(found["period"]) == {
        "e": "2022-03/2022-05",
        "f": "2022-06",
        "g": "-0043",
        "h": "2022%",
        "i": "2022-06-05",
    }


# ---------------------------------------------------------------------------------------------------------- questions
def test_question_ids_are_unique_readable_and_sorted_whatever_the_words() -> None:
    claims = """
        event, source, attribute, value, unit, period, stance
        a/b,   A,      c,         1, ,,
        a,     A,      b/c,       1, ,,
        a,     A,      c,         1, t, ,
        a,     A,      c,         1, , 2022,
        a,     A,      c,         1, 2022, ,
        a,     A,      c,         1, planned, ,
        a,     A,      c,         1, , , announces
        a b,   A,      c,         1, ,,
        a-b,   A,      c,         1, ,,
        A,     A,      c,         1, ,,
        é,     A,      c,         1, ,,
        ?#&,   A,      c,         1, ,,
        %/,    A,      c,         1, ,,"""
    found = loaded_well(claims=claims).compare().questions
    assert len(found) == 13
    assert found["question"].is_unique
    assert list(found["question"]) == sorted(found["question"])
    assert found["question"].str.len().gt(0).all()
    turned = [claims.splitlines()[1], *reversed(claims.splitlines()[2:])]
    again = loaded_well(claims="\n".join(turned)).compare().questions
    assert list(again["question"]) == list(found["question"])


def test_a_question_keeps_its_id_whatever_sources_are_chosen() -> None:
    read = loaded_well(
        claims="""
        event, source, attribute, value, period
        e,     A,      amount,    1,     2022-01-01/2022-12-31
        e,     B,      amount,    1,     2022
        f,     B,      date,      2022,"""
    )
    every = set(read.compare().questions["question"])
    for chosen in (["A"], ["B"], ["A", "B"]):
        assert set(read.compare(chosen).questions["question"]) <= every
    assert set(read.compare(["A"]).questions["question"]) < every


def keys(**columns: list[object]) -> pd.DataFrame:
    """Questions of these columns of the key, the others empty."""
    size = len(next(iter(columns.values())))
    empty = {name: [False if name == "planned" else ""] * size for name in KEY}
    return pd.DataFrame(empty | columns)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ({"event": ["russian-embassy"], "attribute": ["date"]}, ["russian-embassy/date"]),
        ({"event": ["trade"], "attribute": ["amount"], "period": ["2023"], "unit": ["USD"]}, ["trade/amount/2023/USD"]),
        ({"event": ["t"], "attribute": ["n"], "period": ["2024-09/2025-08"]}, ["t/n/2024-09--2025-08"]),
        ({"event": ["t"], "attribute": ["n"], "planned": [True]}, ["t/n/planned"]),
        ({"event": ["tour"], "attribute": ["stop"], "member": ["Burkina Faso"]}, ["tour/stop/Burkina-Faso"]),
        ({"event": ["coup d'état"], "attribute": ["date"]}, ["coup-d'état/date"]),
        ({"event": ["9\N{NARROW NO-BREAK SPACE}500\vt"], "attribute": ["n"]}, ["9-500-t/n"]),
        ({"event": ["a b", "a-b", "a,b"], "attribute": ["c"] * 3}, ["a-b/c", "a-b/c//3", "a-b/c//2"]),
        ({"event": ["a", "a"], "attribute": ["c", "c"], "unit": ["2022", ""], "period": ["", "2022"]}, ["a/c/2022", "a/c/2022//2"]),
        ({"event": ["?", "#"], "attribute": ["&", "&"]}, ["-/-//2", "-/-"]),
        ({"event": ["x" * 100, "x" * 99 + "y"], "attribute": ["n", "n"]}, ["x" * 80 + "/n", "x" * 80 + "/n//2"]),
    ],
)  # fmt: skip
def test_an_id_is_the_parts_of_the_key_and_a_number_tells_apart_what_looks_alike(
    key: dict[str, list[object]], expected: list[str]
) -> None:
    assert question_ids(keys(**key)).tolist() == expected


def test_a_question_is_numbered_by_its_place_among_the_ids() -> None:
    claims = keys(event=["b", "a", "b", "a"], attribute=["n"] * 4, period=["", "2022-01/2022-12", "", "2022"])
    first, last = days("2022-01-01"), days("2022-12-31")
    empty = float("nan")
    claims = claims.assign(
        kind="quantity", period_low=[empty, first, empty, first], period_high=[empty, last, empty, last]
    )
    answered, questions = with_questions(claims)
    assert questions["id"].tolist() == ["a/n/2022", "b/n"]
    assert answered["question"].tolist() == [1, 0, 1, 0]
    assert answered["period"].tolist() == ["", "2022", "", "2022"]
    none, nothing = with_questions(claims.iloc[:0])
    assert len(none) == len(nothing) == 0


# ----------------------------------------------------------------------------------------------------------- warnings
@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ("e, A, n, 1, USD,\n e, B, n, 1, XOF,", ["e", "n", "USD", "XOF"]),
        ("e, A, n, 1, ,\n e, B, n, 1, XOF,", ["e", "n", "XOF"]),
        ("e, A, n, 1, , 2022\n e, B, n, 1, , 2022-07", ["e", "n", "2022", "2022-07"]),
        ("e, A, n, 1, , 2022\n e, B, n, 1, , 2021/2023", ["e", "n", "2022", "2021/2023"]),
        ("e, A, n, 1, , 2022\n e, B, n, 1, , 2022-12/2023", ["e", "n"]),
    ],
)
def test_overlapping_periods_and_several_units_are_warned_of_and_are_no_problem(claims: str, words: list[str]) -> None:
    read = load(claims="event, source, attribute, value, unit, period\n " + claims)
    assert not read.problems
    [line] = read.warnings
    for word in words:
        assert word in line


@pytest.mark.parametrize("claims", ["e, A, n, 1, , 2022\n e, B, n, 1, , 2023", "e, A, n, 1, , 2022\n e, B, n, 1, , 2022-01/2022-12", "e, A, n, 1, t, 2022\n f, B, n, 1, USD, 2022-07", "e, A, n, 1, t, 2022\n e, B, m, 1, USD, 2022-07", "e, A, n, 1, , 2022\n e, B, n, 1, ,"])  # fmt: skip
def test_equal_or_separate_periods_and_one_unit_are_not_warned_of(claims: str) -> None:
    read = load(claims="event, source, attribute, value, unit, period\n " + claims)
    assert not read.warnings
    assert not read.problems
