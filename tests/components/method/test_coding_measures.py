"""What was measured of coding, as readers see it."""

import data
from components.method import coding_measures
from data.coding.measurement import measurements


def test_each_measure_has_words_and_rates() -> None:
    measured, shown = measurements(), coding_measures.measures_table(data.load())
    assert set(measured["set"]) <= set(coding_measures.SETS)
    assert set(measured["what"]) <= set(coding_measures.WHAT)
    assert len(shown) == len(measured)
    assert shown["Of those there are, found"].str.fullmatch(r"\d{1,3}(\.\d)?%").all()
    assert (shown["Missed, for example"] != "").any()


def test_beside_other_tables_no_words_of_the_shipped_ones_stand(tables: data.Tables) -> None:
    shown = coding_measures.measures_table(tables)
    assert 0 < len(shown) < len(measurements())
    assert "The core texts" not in shown["Texts"].tolist()
