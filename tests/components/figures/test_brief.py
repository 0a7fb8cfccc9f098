"""The figures over years of a section, as a brief shows them."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from components.charts import svg
from components.figures.brief import HEIGHT, pictures_of
from components.figures.series_chart import points_chart
from components.figures.yearly import by_year
from components.shell.brief import Drawn
from tests.components.figures.examples import arranged, rows_of

NAMESPACE = "{http://www.w3.org/2000/svg}"


def elements(picture: str, name: str) -> Iterator[ET.Element]:
    return ET.fromstring(picture).iter(f"{NAMESPACE}{name}")


def texts(picture: str) -> list[str]:
    return ["".join(element.itertext()) for element in elements(picture, "text")]


def marks(picture: str) -> list[str]:
    return [path.get("transform") or "" for path in elements(picture, "path") if path.get("transform")]


@pytest.fixture(scope="module")
def drawn(goods: pd.DataFrame) -> Drawn:
    (found,) = pictures_of(arranged(goods), log=True)
    return found


def test_a_series_has_its_title_its_unit_its_key_and_its_sentence(drawn: Drawn) -> None:
    assert drawn.title.startswith("b: 100 USD in 2000") or drawn.title.startswith("a: 100 USD in 2000")
    assert drawn.under == "Goods · US dollars · by year, 2000–2006 · log axis: equal steps are equal factors"
    assert [name for _colour, _letter, name in drawn.key] == ["a", "b"]
    assert "a factor of 2" in drawn.told
    assert "**" not in drawn.told


def test_each_point_is_drawn_and_joined_as_in_the_chart(goods: pd.DataFrame, drawn: Drawn) -> None:
    chart = points_chart(goods, by_year(goods), log=True)
    points = chart.frames["points"]
    assert len(marks(drawn.picture)) == len(points) == 11
    lines = [path for path in elements(drawn.picture, "path") if path.get("stroke-width") == "1.5"]
    assert len(lines) == int((points.groupby("run").size() > 1).sum())
    assert len(list(elements(drawn.picture, "rect"))) == len(chart.frames["spans"])
    assert {"2000", "2006", "100", "0"} <= set(texts(drawn.picture))
    foot = next(mark for mark in marks(drawn.picture) if f" {10 + HEIGHT}.0)" in mark)
    assert foot, "a zero stands at the foot of a log axis"


def test_money_is_drawn_on_the_axis_that_is_chosen(goods: pd.DataFrame) -> None:
    (linear,) = pictures_of(arranged(goods), log=False)
    assert linear.under.endswith("axis from zero")
    assert {"0", "200", "400"} <= set(texts(linear.picture))


def test_ranges_bounds_and_times_that_are_no_year_have_marks_of_their_own(tmp_path: Path) -> None:
    lines = "".join(f"goods,z,amount,{year},USD,{year},\n" for year in range(1990, 1996))
    lines += "goods,y,amount,[1000..1500],USD,1991,\ngoods,y,amount,>1200,USD,1993,\ngoods,x,amount,900,USD,1994-01/1995-06,\n"
    points = rows_of(tmp_path, lines)
    (found,) = pictures_of(arranged(points), log=False)
    assert found.picture.count('stroke-width="4"') == 2, "a range, and a year and a half"
    assert found.picture.count("M-4,0H4M0,0V-12") == 1, "an open end has an arrow"


def test_measures_of_one_source_have_a_key_where_they_are_several(tmp_path: Path) -> None:
    lines = "".join(
        f"votes,z,{attribute},{value},votes,{year},\n"
        for year in range(1990, 1996)
        for attribute, value in (("agreement_x", year % 7), ("change", year % 5))
    )
    (found,) = pictures_of(arranged(rows_of(tmp_path, lines)), log=True)
    assert [(letter, name) for _colour, letter, name in found.key] == [("●", "Agreement"), ("■", "Change")]
    assert found.under.startswith("z · ")


def test_words_of_the_table_are_text(goods: pd.DataFrame) -> None:
    named = goods.assign(words="<b>", when="&")
    chart = points_chart(named, by_year(named), log=True)
    picture = svg.series(chart.frames, chart.params, {100.0: "<i>"}, '"', log=True, height=100)
    assert {"<b>, &", "<i>"} <= set(texts(picture))
