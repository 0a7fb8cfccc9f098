"""Sources that replace others: each pair of editions by any chain, what is wrong, and in how much time."""

import time

import pandas as pd

from data.supporting_tables import editions_of


def editions(*pairs: tuple[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    sources = pd.DataFrame(pairs, columns=["source", "replaces"], dtype="str")
    frame, problems = editions_of(sources, "sources.csv")
    return list(frame.itertuples(index=False, name=None)), [problem.text for problem in problems]


def test_a_chain_is_each_pair_of_its_editions() -> None:
    found, problems = editions(("c", "b"), ("a", ""), ("b", "a"), ("d", "b"))
    assert found == [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]
    assert not problems


def test_a_circle_replaces_nothing_but_who_replaces_one_of_it_does() -> None:
    found, [problem] = editions(("a", "b"), ("b", "a"), ("c", "a"), ("d", "d"))
    assert found == [("a", "c")]
    assert problem.startswith("a → b → a is a circle")


def test_an_unknown_edition_is_named_once() -> None:
    found, problems = editions(("a", "z"), ("b", "a"), ("c", "z"))
    assert found == [("a", "b")]
    assert problems == ['"z" is not in sources.csv; expected a source that stands there']


def test_a_chain_of_two_thousand_editions_takes_seconds() -> None:
    sources = pd.DataFrame([(f"s{n}", f"s{n - 1}" if n else "") for n in range(2_000)], columns=["source", "replaces"])
    begun = time.process_time()
    found, _problems = editions_of(sources, "sources.csv")
    assert time.process_time() - begun < 3  # a third of it on a quiet machine
    assert len(found) == 1_999_000
