"""How many of what, as bars."""

from components.charts import bars

LOOKS = {"Conflicts": "conflict", "Lone answers": "sole source"}


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    rows = bars.chart({"Conflicts": 4, "Lone answers": 1000}, LOOKS).frames["groups"]
    assert rows["share"].tolist() == [0.004, 1.0]
    assert rows["number"].tolist() == ["4", "1,000"]
    assert rows["place"].tolist() == [0, 1]


def test_what_counts_less_is_paler() -> None:
    rows = bars.chart({"Conflicts": 4, "Lone answers": 9}, LOOKS, frozenset({"Lone answers"})).frames["groups"]
    assert rows["tint"].iloc[1] < rows["tint"].iloc[0]


def test_groups_without_any_question_have_no_length() -> None:
    assert bars.chart(dict.fromkeys(LOOKS, 0), LOOKS).frames["groups"]["share"].tolist() == [0, 0]


def test_a_template_is_the_same_for_other_data() -> None:
    assert bars.chart({"Conflicts": 1}, LOOKS).template is bars.chart({"Lone answers": 2}, LOOKS).template
