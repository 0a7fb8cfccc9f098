"""Every verdict, relation and standing has its row of words, in the order in which they are shown."""

import data
from components.words import labels


def test_every_verdict_and_standing_has_its_words_in_order() -> None:
    assert tuple(labels.VERDICTS) == data.VERDICTS
    assert tuple(labels.STANDINGS) == tuple(data.STANDINGS)


def test_every_relation_has_its_words() -> None:
    assert set(labels.RELATIONS) == {*data.RELATIONS, "reported", data.ONLY_ONE, data.ONLY_OTHER}
    assert labels.relation("finer", "Ann", "Bob") == "Finer in Ann"
    assert labels.relation("coarser", "Ann", "Bob") == "Finer in Bob"
    assert labels.relation(data.ONLY_OTHER, "Ann", "Bob") == "Bob alone"
    assert labels.relation("part", "Ann", "Bob") == "They part"


def test_what_is_drawn_as_a_verdict_is_drawn_as_one_of_them() -> None:
    assert {row.drawn_as for row in labels.RELATIONS.values()} <= set(data.VERDICTS)
    assert {row.drawn_as for row in labels.STANDINGS.values()} <= set(data.VERDICTS)
