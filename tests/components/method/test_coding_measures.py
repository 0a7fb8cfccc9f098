"""What was measured of coding, as readers see it."""

from components.method import coding_measures
from data.coding.measurement import measurements


def test_each_measure_has_words_and_rates() -> None:
    measured, shown = measurements(), coding_measures.measures_table()
    assert set(measured["set"]) <= set(coding_measures.SETS)
    assert set(measured["what"]) <= set(coding_measures.WHAT)
    assert len(shown) == len(measured)
    assert shown["Of those there are, found"].str.fullmatch(r"\d{1,3}(\.\d)?%").all()
    assert (shown["Missed, for example"] != "").any()
