"""The positions on a question: the parts that exclude each other, and who holds each."""

from tests.data.inline import cells, small


def test_positions_are_the_parts_that_exclude_each_other_and_who_holds_them() -> None:
    tables = small(
        """event, source, attribute, value,      origin
           e,     A,      date,      2023-07,    wire
           e,     B,      date,      2023-07-04, wire
           e,     C,      date,      2023-12-28,
           e,     D,      date,      2023,
           e,     E,      date,      2022,       """
    )
    found = tables.compare().positions
    assert cells(found, "position value n_origins n_sources n_against origins sources most") == [
        (1, "2022", 1, 1, 3, "E", "E", False),
        (2, "2023-07-04", 2, 3, 2, "D | wire", "A | B | D", True),
        (3, "2023-12-28", 2, 2, 2, "C | D", "C | D", True),
    ]
    assert found["own"].all()


def test_who_contradicts_itself_holds_two_positions() -> None:
    tables = small("event, source, attribute, value\ne, A, n, 1\ne, A, n, 2\ne, B, n, 2")
    found = tables.compare().positions
    assert cells(found, "value sources n_against") == [("1", "A", 1), ("2", "A | B", 0)]


def test_a_denial_is_a_position_against_the_label_that_others_assert() -> None:
    tables = small(
        """event, source, attribute, value,     stance
           e,     A,      status,    closed,
           e,     B,      status,    closed,    denies
           e,     C,      status,    merged,    denies"""
    )
    assert cells(tables.compare().positions, "position value denied sources n_against") == [
        (1, "closed", False, "A", 2),
        (2, "closed", True, "B", 2),
    ]


def test_reported_answers_count_where_it_takes_them_to_make_the_contest() -> None:
    tables = small(
        """event, source, attribute, value,       voice
           e,     A,      place,     Moscow,
           e,     B,      place,     Ouagadougou, the ministry
           f,     A,      n,         1,
           f,     B,      n,         2,
           f,     C,      n,         3,           the ministry"""
    )
    found = tables.compare().positions
    assert cells(found, "question value sources own") == [
        ("e/place", "Moscow", "A", False),
        ("e/place", "Ouagadougou", "B", False),
        ("f/n", "1", "A", True),
        ("f/n", "2", "B", True),
    ]


def test_names_that_nest_are_one_position_and_a_question_without_contest_has_one() -> None:
    tables = small(
        """event, source, attribute, value
           e,     A,      place,     Burkina Faso
           e,     B,      place,     Ouagadougou
           e,     C,      place,     Moscow
           f,     A,      n,         [80..120]
           f,     B,      n,         >100"""
    )
    assert cells(tables.compare().positions, "question position value sources") == [
        ("e/place", 1, "Moscow", "C"),
        ("e/place", 2, "Ouagadougou", "A | B"),
        ("f/n", 1, "100..120", "A | B"),
    ]
