"""What a reader's choice leaves: verdicts among the chosen sources, the other filters only choosing which questions are shown."""

import gc
import string
from dataclasses import replace

import pandas as pd
import pytest

import data
from data import Selection, engine
from data.selection import HAS_AXIS, both
from data.tables import MOST_VIEWS
from tests.data.inline import loaded_well

READ = loaded_well(
    claims="""
        claim, event,   source, attribute, value,   period, voice,          stated,       stance
        c1,    coup,    A,      date,      2022-09, ,       ,               ,
        c2,    coup,    B,      date,      2022-07, ,       ,               ,
        c3,    coup,    C,      date,      2022,    ,       ,               ,
        c4,    coup,    A,      leader,    Traoré,  ,       ,               Captain Traoré,
        c5,    trade,   A,      amount,    100,     2008,   ,               ,
        c6,    trade,   C,      amount,    120,     2008,   ,               ,
        c7,    trade,   A,      start,     1967,    ,       ,               ,
        c8,    grain,   B,      offer,     wheat,   ,       Russia,         ,             announces
        c9,    embassy, B,      date,      2013/.., ,       ,               ,""",
    events="""
        event,   title,              topic,      scope,     summary
        coup,    The coup d'état,    politics,   context,
        trade,   Trade in goods,     trade,      bilateral, All goods
        grain,   Free grain,         trade,      bilateral,
        embassy, Embassy reopened,   diplomacy,  bilateral,""",
    sources="source, title, set\n A, Alpha Gazette, core\n B, Beta, core\n C, Gamma, extended",
    attributes="attribute, kind, label\n date, date, Date\n leader, name, Leader\n amount, quantity, Amount\n start, date, Beginning\n offer, name, Offer",
    names="name, aliases\n Traoré, Traore",
)
COLUMNS = [*data.COLUMNS, "gap_from", "gap_to", "title", "topic", "scope"]
EVERY = ["coup/date", "coup/leader", "embassy/date", "grain/offer/planned", "trade/amount/2008", "trade/start"]


def left(**choice: object) -> list[str]:
    found: list[str] = READ.select(Selection(**choice)).questions["question"].tolist()  # type: ignore[arg-type]
    return found


def test_no_choice_leaves_everything_with_the_columns_of_a_comparison_and_title_topic_scope() -> None:
    view = READ.select(Selection())
    assert view.questions["question"].tolist() == EVERY
    assert list(view.questions.columns) == COLUMNS
    assert sorted(view.claims["claim"]) == [f"c{number}" for number in range(1, 10)]
    assert view.sources == ("A", "B", "C")
    pd.testing.assert_frame_equal(view.questions[COLUMNS[:-3]], READ.compare().questions)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"topics": ("trade",)}, EVERY[3:]),
        ({"topics": ("politics", "diplomacy")}, EVERY[:3]),
        ({"scope": "context"}, EVERY[:2]),
        ({"scope": "bilateral"}, EVERY[2:]),
        ({"verdicts": ("conflict",)}, ["coup/date", "trade/amount/2008"]),
        ({"verdicts": ("conflict", "agree")}, ["coup/date", "trade/amount/2008"]),
        ({"verdicts": ("agree",)}, []),
        ({"verdicts": ("conflict",), "topics": ("trade",)}, ["trade/amount/2008"]),
        ({"topics": ("sport",)}, []),
    ],
)
def test_topics_scope_and_verdicts_choose_the_questions(choice: dict[str, object], expected: list[str]) -> None:
    assert left(**choice) == expected
    kept = READ.select(Selection(**choice)).claims  # type: ignore[arg-type]
    assert set(kept["question"]) == set(expected)


def test_an_option_is_counted_as_if_it_alone_were_chosen_beside_the_other_choices() -> None:
    chosen = Selection(topics=("trade",), verdicts=("sole source",), scope="bilateral", period=("1960", "2024"))
    view = READ.select(chosen)
    assert view.count_beside("topic") == {"trade": 2, "diplomacy": 1}
    assert view.count_beside("verdict") == {"sole source": 2, "conflict": 1}
    assert view.count_beside("scope") == {"bilateral": 2}
    for topic, questions in view.count_beside("topic").items():
        assert READ.select(replace(chosen, topics=(topic,))).n_questions == questions
    assert view.count("topic")["questions"].to_dict() == {"trade": 2}
    assert READ.select(replace(chosen, words="nowhere")).count_beside("topic") == {}


def test_verdicts_are_those_among_the_chosen_sources() -> None:
    view = READ.select(Selection(sources=("A", "C")))
    assert dict(zip(view.questions["question"], view.questions["verdict"], strict=True)) == {
        "coup/date": "compatible",
        "coup/leader": "sole source",
        "trade/amount/2008": "conflict",
        "trade/start": "sole source",
    }
    assert set(view.claims["source"]) == {"A", "C"}
    assert view.sources == ("A", "C")
    assert left(sources=("A", "C"), verdicts=("conflict",)) == ["trade/amount/2008"]


def test_independent_leaves_what_independent_origins_contest_or_answer_and_a_source_with_itself() -> None:
    read = loaded_well(
        claims="""
        event,   source, attribute, value,  origin
        apart,   A,      n,         1,
        apart,   B,      n,         2,
        within,  A,      n,         1,      wire
        within,  B,      n,         2,      wire
        mixed,   A,      n,         1,      wire
        mixed,   B,      n,         2,      wire
        mixed,   C,      n,         [1..2],
        itself,  A,      n,         1,
        itself,  A,      n,         2,
        agreed,  A,      n,         1,
        agreed,  B,      n,         1,
        copied,  A,      n,         1,      wire
        copied,  B,      n,         1,      wire
        alone,   A,      n,         1,""",
        attributes="attribute, kind\nn, quantity",
    )
    assert [*read.select(Selection(independent=True)).questions["event"]] == ["agreed", "apart", "itself"]
    counts = read.select(Selection()).count()[["questions", "independent", "one_origin"]]
    assert counts.T.to_dict("list") == {
        "conflict": [3, 1, 1],
        "agree": [2, 1, 1],
        "self-contradiction": [1, 1, 0],
        "sole source": [1, 0, 0],
    }


def test_a_set_chooses_its_sources_and_sources_choose_among_them() -> None:
    assert READ.select(Selection(set="core")).sources == ("A", "B")
    assert READ.select(Selection(set="core", sources=("B", "C"))).sources == ("B",)
    assert left(set="extended") == ["coup/date", "trade/amount/2008"]


def test_other_filters_change_no_verdict() -> None:
    whole = READ.compare().questions.set_index("question")["verdict"]
    for choice in (Selection(topics=("trade",)), Selection(words="goods"), Selection(period=("2022-09", "2022-09"))):
        found = READ.select(choice).questions.set_index("question")["verdict"]
        assert len(found) > 0
        assert (found == whole[found.index]).all()


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        # by its own dates: coup/date 2022-07 to 2022-09 (2022 as a whole by C), trade/start 1967, embassy from 2013 on
        (("2022-09", "2022-09"), ["coup/date", "coup/leader", "embassy/date", "grain/offer/planned"]),
        # by its period: trade/amount 2008
        (("2008", "2008"), ["grain/offer/planned", "trade/amount/2008"]),
        (("2008-06-05", "2008-06-05"), ["grain/offer/planned", "trade/amount/2008"]),
        (("2009", "2012"), ["grain/offer/planned"]),
        (("1960", "1970"), ["grain/offer/planned", "trade/start"]),
        (("", "1970"), ["grain/offer/planned", "trade/start"]),
        (("2030", ""), ["embassy/date", "grain/offer/planned"]),
        (("2012", "2013-01-01"), ["embassy/date", "grain/offer/planned"]),
        (("2023", "2023"), ["embassy/date", "grain/offer/planned"]),
        (("", ""), EVERY),
    ],
)
def test_the_period_keeps_a_question_by_its_dates_else_its_period_else_its_events_dates(
    period: tuple[str, str], expected: list[str]
) -> None:
    """`coup/leader` has no time but its event's; `grain` has none at all and is kept."""
    assert left(period=period) == expected


def test_as_many_words_as_a_reader_may_type_are_found_in_little_memory() -> None:
    """All at once, twenty letters would need more memory than the database may take."""
    letters = string.ascii_lowercase[:20]
    found = data.load().select(Selection(words=" ".join(letters)))
    assert 0 < found.n_questions < data.load().store.count_questions()


def test_what_is_asked_of_a_view_later_is_asked_of_the_same_choice() -> None:
    view = READ.compare(["b", "c"]).select(Selection(words="goods"))
    later = view.deferred(lambda again: (again.sources, again.selection, again.ids))
    assert later() == (view.sources, view.selection, view.ids)


def test_what_a_choice_left_goes_with_the_view_of_it() -> None:
    def count() -> int:
        gc.collect()
        with engine.cursor() as cursor:
            [[n]] = cursor.sql(
                f"select count(*) from duckdb_tables() where schema_name = '{READ.store.schema}'"
            ).fetchall()
        return int(n)

    def choose(first: int) -> None:
        for year in range(first, first + MOST_VIEWS):
            view = READ.select(Selection(period=(str(year), ""), words="goods"))
            assert view.n_questions >= 0
            view.event_dates.summary()

    choose(1000)
    before = count()
    choose(1200)
    assert count() == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("traore", ["coup/leader"]),
        ("TRAORÉ", ["coup/leader"]),
        ("captain", ["coup/leader"]),
        ("d'état", ["coup/date", "coup/leader"]),
        ("etat coup", ["coup/date", "coup/leader"]),
        ("goods 120", ["trade/amount/2008"]),
        ("wheat", ["grain/offer/planned"]),
        ("russia", ["grain/offer/planned"]),
        ("beginning", ["trade/start"]),
        ("gazette", ["coup/date", "coup/leader", "trade/amount/2008", "trade/start"]),
        ("nothing of the kind", []),
        (".*", []),
        ("(", []),
        ("  ", EVERY),
    ],
)
def test_words_are_sought_without_case_and_accents_and_all_must_be_found(words: str, expected: list[str]) -> None:
    assert left(words=words) == expected


def test_a_filter_that_leaves_nothing_leaves_empty_frames() -> None:
    for choice in (Selection(words="nowhere"), Selection(sources=("Z",)), Selection(set="unknown")):
        view = READ.select(choice)
        assert len(view.questions) == len(view.claims) == 0
        assert list(view.questions.columns) == COLUMNS


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    one, other = (rows.reset_index(drop=True).astype(object) for rows in (one, other))
    pd.testing.assert_frame_equal(one.where(one.notna(), None), other.where(other.notna(), None))


@pytest.mark.parametrize("choice", [{}, {"topics": ("trade",)}, {"sources": ("A", "B")}, {"topics": ("sport",)}])
def test_each_part_that_is_asked_for_is_that_part_of_all(choice: dict[str, tuple[str, ...]]) -> None:
    view = READ.select(Selection(**choice))  # type: ignore[arg-type]
    every, claims, ids = view.questions, view.claims, ["coup/date", "trade/amount/2008"]
    assert (view.n_questions, view.n_claims) == (len(every), len(claims))
    same(view.questions_of(ids), view.ranked[view.ranked["question"].isin(ids)])
    same(view.questions_about(["coup"]), view.ranked[view.ranked["event"] == "coup"])
    same(view.claims_of(ids), claims[claims["question"].isin(ids)])
    same(view.claims_about(["trade"]), claims[claims["event"] == "trade"])
    same(view.claims_by(["A"]), claims[claims["source"] == "A"])
    same(view.claims_page(2, 3), claims[2:5])
    same(view.page(1, 2), every[1:3])
    same(view.contested_page(1, 1), view.contested[1:2])


def test_periods_of_one_event_stand_in_one_line_of_the_contested() -> None:
    years = "\n".join(
        f"t{year}{source}, trade, {source}, amount, {year + ord(source)}, {year}"
        for year in (2001, 2002, 2003)
        for source in "AB"
    )
    view = loaded_well(
        claims="claim, event, source, attribute, value, period\n d1, coup, A, date, 2022-07,\n d2, coup, B, date, 2022-09,\n"
        + years,
        attributes="attribute, kind\n date, date\n amount, quantity",
    ).select(Selection())
    every = view.contested_lines("origins", 3)
    assert view.count_lines(3) == 2
    assert view.count_lines(4) == 4
    assert dict(every.groupby("series")["line"].nunique()) == {"": 1, "trade": 1}
    assert set(every["question"]) == set(view.contested["question"])
    for line in (1, 2):
        same(view.contested_lines("origins", 3, line, 1), every[every["line"] == line])


def test_the_first_and_last_day_leave_open_ends_aside() -> None:
    assert READ.days == (
        pd.Timestamp("1967-01-01").timestamp() // 86400,
        pd.Timestamp("2022-12-31").timestamp() // 86400,
    )


@pytest.mark.parametrize(
    ("part", "questions", "claims", "sources"),
    [
        ({"questions": ["coup/date"]}, ["coup/date"], 3, ["A", "B", "C"]),
        (
            {"events": ["trade", "grain"]},
            ["grain/offer/planned", "trade/amount/2008", "trade/start"],
            4,
            ["A", "B", "C"],
        ),
        ({"sources": ["C"]}, ["coup/date", "trade/amount/2008"], 5, ["A", "B", "C"]),
        ({"events": ["coup"], "sources": ["C"]}, ["coup/date"], 3, ["A", "B", "C"]),
        ({}, EVERY, 9, ["A", "B", "C"]),
        ({"events": []}, [], 0, []),
        ({"questions": []}, [], 0, []),
        ({"sources": []}, [], 0, []),
    ],
)
def test_a_part_of_a_view(part: dict[str, list[str]], questions: list[str], claims: int, sources: list[str]) -> None:
    view = READ.select(Selection())
    where = view.within(**part)
    assert view.page(where=where)["question"].tolist() == questions
    assert view.count_claims_where(where) == len(view.claims_where(where)) == claims
    assert sorted(view.sources_where(where)) == sources
    assert view.verdict_counts(where).sum() == len(questions)


def test_a_part_of_a_view_counts_only_what_the_filters_leave() -> None:
    view = READ.select(Selection(sources=("A", "B")))
    where = view.within(events=["coup"])
    assert sorted(view.sources_where(where)) == ["A", "B"]
    assert view.count_claims_where(where) == 3
    assert view.verdict_counts(both(where, HAS_AXIS)).to_dict() == {"conflict": 1}
