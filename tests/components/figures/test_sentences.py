"""What is said under each figure."""

from pathlib import Path

import pandas as pd

from components.figures import values_chart
from components.figures.sentences import headline, series_sentence, shared_origins_remark, values_sentence
from components.figures.yearly import by_year
from tests.components.figures.examples import arranged, rows_of


def test_the_sentence_tells_the_furthest_the_nearest_and_the_unchecked(goods: pd.DataFrame) -> None:
    assert series_sentence(by_year(goods), ratio=True) == (
        "For 2001: 200 USD in a, 400 USD in b, **a factor of 2**. "
        "For 2000, 3 sources are within a factor of 1.05. "
        "They are compared in 4 of 6 years, and further apart than expected in 2; "
        "2 years rest on one source alone, unchecked."
    )


def test_the_headline_is_the_change_in_the_newest_count_and_the_years_apart(tmp_path: Path) -> None:
    lines = "".join(f"goods,a,amount,{v},USD,{y},\n" for y, v in {2001: 10, 2002: 40, 2003: 95}.items())
    points = rows_of(tmp_path, f"{lines}goods,b,amount,20,USD,2001,\ngoods,b,amount,41,USD,2002,\n")
    assert headline(points, by_year(points), ratio=True) == (
        "a: 95 USD in 2003, 9.5 times the 10 USD of 2001; "
        "in 1 of 2 years the answers lie further apart than the usual 20%"
    )


def test_two_data_sets_of_one_root_that_clash_make_no_trend(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("source,title,origin\na,A,office\nb,B,office\n")
    clash = "goods,a,amount,10,USD,2001,\ngoods,a,amount,10,USD,2002,\ngoods,b,amount,90,USD,2002,\ngoods,b,amount,95,USD,2003,\n"
    points = rows_of(tmp_path, clash)
    assert headline(points, by_year(points), ratio=True).startswith("B: 95 USD in 2003, 1.06 times the 90 USD of 2002")
    agree = rows_of(tmp_path, clash.replace(",90,", ",10,"))
    assert headline(agree, by_year(agree), ratio=True) == "office: 95 USD in 2003, 9.5 times the 10 USD of 2001"


def test_the_headline_of_shares_has_their_turns_rounded_once(tmp_path: Path) -> None:
    lines = "".join(f"votes,a,agreement_x,{v},percent,{y},\n" for y, v in [(2001, 97.78), (2002, 51.47), (2003, 8.049)])
    points = rows_of(tmp_path, lines)
    told = headline(points, by_year(points), ratio=False)
    assert told == "Highest 98% in 2001, lowest 8% in 2003, last 8% in 2003"
    about = rows_of(tmp_path, lines.replace("97.78", "~97.78"))
    assert headline(about, by_year(about), ratio=False).startswith("Highest about 97.78% in 2001")


def test_a_number_is_cut_from_itself_and_not_from_the_least_that_it_may_be(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "trade,a,amount,80.95e6,USD,2014,\n")["words"].tolist() == ["81 million USD"]


def test_percentages_differ_by_points(tmp_path: Path) -> None:
    lines = "".join(
        f"votes,{s},agreement_x,{v},percent,{y},\n"
        for s, y, v in [("a", 2001, 70.6), ("b", 2001, 76.1), ("a", 2002, 50), ("b", 2002, 50)]
    )
    points = rows_of(tmp_path, lines)
    assert series_sentence(by_year(points), ratio=False) == (
        "They differ most in 2001: 70.6% in a, 76.1% in b, **5.5 points apart**. They are compared in 2 of 2 years, and differ in 1."
    )


def test_a_number_repeated_for_years_is_said_to_stand_unchanged(tmp_path: Path) -> None:
    points = rows_of(
        tmp_path,
        "goods,a,amount,~3500,persons,,\ngoods,b,amount,3500,persons,2019,\ngoods,c,amount,~3500,persons,2025,\n",
    )
    assert values_sentence(points) == (
        "3 of 3 sources give one and the same number, 3,500, for no named year, 2019 and 2025 alike: it stands unchanged."
    )


def test_a_lone_value_is_unchecked(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,3.2e6,USD,2008,\n")
    assert values_sentence(points) == "In a alone, unchecked: 3.2 million USD (2008)."
    assert arranged(points).rest["claim"].tolist() == points["claim"].tolist()


def test_a_change_is_told_and_not_drawn(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,10,places,2023,\ngoods,b,change,~2,x,2024,doubled\n")
    assert "Told as a change, not as a number: “doubled” (b, 2024)." in values_sentence(points)
    lines = values_chart.chart_rows(points, "places")
    assert lines["value"].notna().tolist() == [True, False]


def test_shared_roots_are_said() -> None:
    points = pd.DataFrame({"source": ["a", "b", "c"], "root": ["o", "o", "c"], "origin": ["office", "office", "c"]})
    assert shared_origins_remark(points) == (
        "Of these sources, 2 of 3 go back to office: where these agree, one root speaks, not several."
    )


def test_of_bounds_and_a_number_only_those_that_do_not_meet_are_a_factor_apart(tmp_path: Path) -> None:
    lines = "goods,a,amount,>33.33,percent,2018,\ngoods,a,amount,[59.9..60.1],percent,2018,\n"
    assert values_sentence(rows_of(tmp_path, f"{lines}goods,b,amount,>10,percent,2018,\n")) == (
        "2 sources' answers differ but can all be true."
    )
    points = rows_of(tmp_path, f"{lines}goods,b,amount,20,percent,2018,\n")
    assert values_sentence(points) == "20% in b and 59.9 to 60.1% in a (2018): a factor of 3."


def test_values_of_one_source_are_named_where_they_are_of_several_things(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,2,places,2008,\ngoods,a,agreement_x,0,places,2008,\n")
    assert values_sentence(points) == "In a alone, unchecked: amount: 2 places (2008); agreement: 0 places (2008)."
    points = rows_of(tmp_path, "goods,a,amount,2,places,2008,\nvotes,a,amount,0,places,2008,\n")
    assert values_sentence(points) == "In a alone, unchecked: Goods: 2 places (2008); Votes: 0 places (2008)."


def test_one_number_before_an_open_end_has_no_named_year(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,5,t,../2014,\ngoods,b,amount,5,t,../2014,\n")
    assert values_sentence(points) == "2 of 2 sources give the same number, 5."


def test_numbers_may_be_endlessly_far_apart(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,1e-300,t,2018,\ngoods,b,amount,1e300,t,2018,\n")
    assert values_sentence(points) == "1E-300 t in a and 1E300 t in b (2018): a factor of ∞."
