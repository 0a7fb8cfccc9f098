"""Which figures a table makes, what is drawn of it, and what is said under each."""

import math
from pathlib import Path

import pandas as pd
import pytest

import data
from components.charts.compact import compact
from components.figures import gap_chart, values_chart
from components.figures.legend import measures_legend, sources_legend
from components.figures.name_places import place_names
from components.figures.points import quantity_points, runs, value_text
from components.figures.sections import arrange_sections, figure_sections
from components.figures.sentences import series_sentence, shared_origins_remark, values_sentence
from components.figures.series_axes import value_scale
from components.figures.series_chart import ARROW, chart_points, measures_chart, series_chart
from components.figures.source_marks import SHAPES, coloured_sources
from components.figures.yearly import by_year

CLAIMS = "event,source,attribute,value,unit,period,stated\n"


def rows_of(folder: Path, lines: str, *, gap: str = "20") -> pd.DataFrame:
    """The quantities of a small table set: `lines` are claims, in trade."""
    (folder / "claims.csv").write_text(CLAIMS + lines, encoding="utf-8")
    (folder / "attributes.csv").write_text(
        f"attribute,kind,multiple,label,question,expected_gap,expected_gap_reason\n"
        f"amount,quantity,false,Amount,How much: {{event}}?,{gap},Two ways of counting.\n"
        f"agreement_x,quantity,false,Agreement,How often: {{event}}?,,\n"
        f"change,quantity,false,Change,How much more: {{event}}?,,\n",
        encoding="utf-8",
    )
    (folder / "events.csv").write_text(
        "event,title,topic,scope\ngoods,Goods,trade,bilateral\nvotes,Votes,diplomacy,bilateral\n"
    )
    tables = data.load(folder)
    view = data.select(tables, data.Selection())
    return quantity_points(tables, view.claims, view.questions)


SERIES = "".join(
    f"goods,{source},amount,{value},USD,{year},\n"
    for source, values in {
        "a": {2000: 100, 2001: 200, 2002: 300, 2005: 100, 2006: 50},
        "b": {2000: 100, 2001: 400, 2002: 330, 2003: 70, 2006: 0},
        "c": {2000: 105},
    }.items()
    for year, value in values.items()
)


@pytest.fixture
def goods(tmp_path: Path) -> pd.DataFrame:
    return rows_of(tmp_path, SERIES)


def test_a_year_has_its_lowest_and_highest_value_and_their_ratio(goods: pd.DataFrame) -> None:
    years = by_year(goods).set_index("year")
    assert years[["low", "high", "ratio"]].to_dict("index")[2001] == {"low": 200, "high": 400, "ratio": 2}
    assert [int(year) for year in years.index[years["passes"]]] == [2001, 2006]
    assert years["ratio"].to_dict()[2006] == math.inf
    assert years["ratio"].isna().tolist() == [False, False, False, True, True, False], "one source has no ratio"


def test_no_line_leads_over_a_missing_year_or_to_another_source(goods: pd.DataFrame) -> None:
    joined = runs(goods)
    found = {tuple(group["year"]) for _run, group in joined[joined["source"] == "a"].groupby("run")}
    assert found == {(2000, 2001, 2002), (2005, 2006)}
    assert joined.groupby("run")["source"].nunique().max() == 1


def test_two_values_of_one_source_for_a_year_are_not_joined(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,1,USD,2000,\ngoods,a,amount,2,USD,2001,\ngoods,a,amount,3,USD,2001,\n")
    assert runs(points)["run"].nunique() == 3


def test_the_sentence_tells_the_furthest_the_nearest_and_the_unchecked(goods: pd.DataFrame) -> None:
    assert series_sentence(goods, ratio=True) == (
        "For 2001, a gives 200 USD and b 400 USD: **a factor of 2**. "
        "For 2000, 3 sources are within a factor of 1.05. "
        "They are compared in 4 of 6 years, and further apart than expected in 2; "
        "2 years rest on one source alone, unchecked."
    )


def test_percentages_differ_by_points(tmp_path: Path) -> None:
    lines = "".join(
        f"votes,{s},agreement_x,{v},percent,{y},\n"
        for s, y, v in [("a", 2001, 70.6), ("b", 2001, 76.1), ("a", 2002, 50), ("b", 2002, 50)]
    )
    points = rows_of(tmp_path, lines)
    assert series_sentence(points, ratio=False) == (
        "They differ most in 2001: a gives 70.6%, b 76.1%, **5.5 points apart**. They are compared in 2 of 2 years, and differ in 1."
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
    assert values_sentence(points) == "a alone gives 3.2 million USD (2008): unchecked."
    assert [figure.kind for section in arrange_sections(points) for figure in section.figures] == ["dots"]


def test_a_change_is_told_and_not_drawn(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,10,places,2023,\ngoods,b,change,~2,x,2024,doubled\n")
    assert "Told as a change, not as a number: “doubled” (b, 2024)." in values_sentence(points)
    lines = values_chart.chart_rows(points, "places")
    assert lines["value"].notna().tolist() == [True, False]


def test_long_numbers_are_cut_to_three_digits_and_short_ones_kept() -> None:
    assert value_text("1915.225e3", "USD", "", 1915225.0) == "1.92 million USD"
    assert value_text("3.2e6", "USD", "", 3.2e6) == "3.2 million USD"
    assert value_text("~3500", "persons", "", 3500.0) == "about 3,500"


def test_money_over_years_is_a_series_and_other_units_stand_in_its_table(tmp_path: Path) -> None:
    points = rows_of(tmp_path, SERIES + "goods,a,amount,5000,XOF,2006,\n")
    (section,) = arrange_sections(points)
    (figure,) = section.figures
    assert (figure.kind, figure.unit, len(figure.points) - len(figure.drawn)) == ("series", "USD", 1)
    assert section.key == "trade"
    assert section.rest.empty


def test_every_quantity_stands_in_one_figure_or_in_the_rest() -> None:
    tables = data.load()
    rows, sections = figure_sections(tables, data.Selection())
    shown = [claim for part in sections for figure in part.figures for claim in figure.points["claim"]]
    shown += [claim for part in sections for claim in part.rest["claim"]]
    assert sorted(shown) == sorted(rows["claim"])


def test_the_charts_have_no_line_for_a_lone_point_and_a_zero_at_the_foot_of_a_log_axis(goods: pd.DataFrame) -> None:
    layers = series_chart(goods, log=True).to_dict()["layer"]
    marks = [layer["mark"]["type"] for layer in layers]
    assert marks[0] == "bar"
    assert "line" in marks
    scale = next(layer["encoding"]["y"]["scale"] for layer in layers if layer["mark"]["type"] == "line")
    assert scale["type"] == "log"
    assert scale["domain"][0] > 0
    alone = goods[goods["source"] == "c"]
    assert "line" not in [layer["mark"]["type"] for layer in series_chart(alone, log=True).to_dict()["layer"]]


def test_a_linear_axis_begins_at_zero(goods: pd.DataFrame) -> None:
    assert value_scale(goods, log=False).to_dict()["domain"][0] == 0


def test_names_in_a_chart_stand_apart_and_a_name_without_room_is_in_the_key(goods: pd.DataFrame) -> None:
    named = place_names(goods, chart_points(goods, log=True), log=True, height=300)
    assert len(set(zip(named["year"], named["value"], strict=True))) == len(named)
    key = sources_legend(goods, log=True, height=300)
    assert all(f"{name}</span>" in key for name in coloured_sources(goods))


def test_shared_roots_are_said() -> None:
    points = pd.DataFrame({"source": ["a", "b", "c"], "origin": ["office", "office", "c"]})
    assert shared_origins_remark(points) == (
        "Of these sources, 2 of 3 go back to office: where these agree, one root speaks, not several."
    )


def test_a_chart_is_sent_lean_and_whole(goods: pd.DataFrame) -> None:
    chart = series_chart(goods, log=True)
    spec = compact(chart)
    sent = [group["data"]["values"] for group in spec["layer"]]
    assert sum(text.count(",100 USD") for text in sent) == 3, "each point once"
    assert len(str(spec)) < len(str(chart.to_dict())) / 1.5


def test_answers_that_meet_are_not_further_apart_than_expected(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,220.5e6,USD,2018,\ngoods,b,amount,>180e6,USD,2018,\n")
    (year,) = by_year(points).to_dict("records")
    assert (year["ratio"], year["apart"], year["passes"], year["same"]) == (1, 0, False, False)
    assert series_sentence(points, ratio=True) == (
        "Where several sources give a value, one number fits all of them. "
        "They are compared in 1 of 1 years, and further apart than expected in 0."
    )
    layers = series_chart(points, log=True).to_dict()["layer"]
    assert "bar" not in [layer["mark"]["type"] for layer in layers], "no band"
    assert ARROW in [layer["mark"].get("shape") for layer in layers], "the open end"


def test_a_clash_with_bounds_is_told_between_the_ends_that_face_each_other(tmp_path: Path) -> None:
    points = rows_of(
        tmp_path, "goods,a,amount,100,USD,2018,\ngoods,b,amount,[200..400],USD,2018,\ngoods,c,amount,150,USD,2018,\n"
    )
    (year,) = by_year(points).to_dict("records")
    assert (year["low"], year["high"], year["ratio"], year["passes"]) == (100, 200, 2, True)
    assert (year["low_words"], year["high_words"]) == ("100 USD", "200 to 400 USD")


def test_of_bounds_and_a_number_only_those_that_do_not_meet_are_a_factor_apart(tmp_path: Path) -> None:
    lines = "goods,a,amount,>33.33,percent,2018,\ngoods,a,amount,[59.9..60.1],percent,2018,\n"
    assert values_sentence(rows_of(tmp_path, f"{lines}goods,b,amount,>10,percent,2018,\n")) == (
        "2 sources' answers differ but can all be true."
    )
    points = rows_of(tmp_path, f"{lines}goods,b,amount,20,percent,2018,\n")
    assert values_sentence(points) == "b gives 20%, a 59.9 to 60.1% (2018): a factor of 3."


def test_the_shipped_deliveries_of_2018_are_compatible() -> None:
    tables = data.load()
    rows, _sections = figure_sections(tables, data.Selection())
    points = rows[(rows["event"] == "russian-deliveries") & (rows["unit"] == "USD")]
    years = by_year(points).set_index("year")
    assert not years.loc[2018, "passes"]
    assert (int((years["sources"] > 1).sum()), int(years["passes"].sum())) == (20, 17)


def test_what_has_a_colour_has_a_shape_too_and_the_key_names_both(goods: pd.DataFrame) -> None:
    measures = goods.assign(label=goods["name"])
    for chart, key in (
        (measures_chart(measures), measures_legend(measures)),
        (series_chart(goods, log=True), sources_legend(goods, log=True, height=20)),
    ):
        layers = [layer for layer in chart.to_dict()["layer"] if "shape" in layer["encoding"]]
        scale = layers[0]["encoding"]["shape"]["scale"]
        shapes = {name: SHAPES[shape] for name, shape in zip(scale["domain"], scale["range"], strict=True)}
        assert len({shapes[name] for name in coloured_sources(goods)}) == len(coloured_sources(goods))
        assert all(f"{shapes[name]}</b> {name}<" in key for name in coloured_sources(goods))


def test_the_usual_gap_is_labelled_where_it_is_drawn(goods: pd.DataFrame) -> None:
    sent = gap_chart.chart(goods, ratio=True).to_dict()["datasets"].values()
    assert "usual gap: 20%" in [row.get("text") for rows in sent for row in rows]


def test_the_reason_of_gaps_in_trade_explains_no_more_than_the_usual_gap() -> None:
    reasons = data.load().attributes.set_index("attribute")["expected_gap_reason"]
    assert all("wider gaps have other causes" in reasons[name] for name in ("amount", "yearly_mean"))


def test_values_of_one_source_are_named_where_they_are_of_several_things(tmp_path: Path) -> None:
    points = rows_of(tmp_path, "goods,a,amount,2,places,2008,\ngoods,a,agreement_x,0,places,2008,\n")
    assert values_sentence(points) == "a alone gives amount: 2 places (2008); agreement: 0 places (2008). Unchecked."
    points = rows_of(tmp_path, "goods,a,amount,2,places,2008,\nvotes,a,amount,0,places,2008,\n")
    assert values_sentence(points) == "a alone gives Goods: 2 places (2008); Votes: 0 places (2008). Unchecked."


@pytest.mark.parametrize("value", ["[59.9..60.1]", "[20..80]", ">33.33", "<70", "60", "0"])
def test_every_value_among_a_few_has_a_mark(tmp_path: Path, value: str) -> None:
    points = rows_of(tmp_path, f"goods,a,amount,{value},percent,2018,\ngoods,b,amount,99,percent,2019,\n")
    down = values_chart.chart_rows(points, "percent")["down"].iloc[0]
    chart = values_chart.chart(points, "percent").to_dict()
    marked = [
        layer["mark"]["type"]
        for layer in chart["layer"]
        if layer["mark"]["type"] in ("tick", "point")
        and down in [row["down"] for row in chart["datasets"][layer["data"]["name"]]]
    ]
    assert marked


def test_a_zero_on_a_log_axis_of_a_few_stands_at_its_foot(tmp_path: Path) -> None:
    lines = "".join(f"goods,{s},amount,{v},persons,2018,\n" for s, v in {"a": 0, "b": 1, "c": 9000}.items())
    points = rows_of(tmp_path, lines)
    assert values_chart.needs_log(points)
    sent = values_chart.chart(points, "persons").to_dict()["datasets"].values()
    assert all(row["low"] > 0 for rows in sent for row in rows if "low" in row)


def test_a_name_that_many_rows_share_is_sent_once(goods: pd.DataFrame) -> None:
    long = goods.assign(name=goods["name"].map("a source with a long name, '{}'".format))
    (group,) = [g for g in compact(series_chart(long, log=True))["layer"] if "transform" in g]
    assert "a source" not in group["data"]["values"]
    assert group["transform"][0]["as"] == "name"
    assert all(name in group["transform"][0]["calculate"] for name in long["name"].unique())
