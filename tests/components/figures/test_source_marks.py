"""A colour a root, the same in every picture of a page, and a shape a source."""

from pathlib import Path

import pandas as pd

import data
from components.charts import theme
from components.figures.legend import measures_legend, sources_legend
from components.figures.sections import figure_section
from components.figures.series_chart import measures_chart, series_chart
from components.figures.source_marks import SHAPES, coloured_sources
from components.figures.yearly import by_year
from tests.components.figures.examples import rows_of


def test_what_has_a_colour_has_a_shape_too_and_the_key_names_both(goods: pd.DataFrame) -> None:
    measures = goods.assign(label=goods["name"])
    for chart, key in (
        (measures_chart(measures), measures_legend(measures)),
        (series_chart(goods, by_year(goods), log=True), sources_legend(goods)),
    ):
        drawn = chart.frames["points"].drop_duplicates("name")
        shapes = {name: SHAPES[shape] for name, shape in zip(drawn["name"], drawn["shape"], strict=True)}
        assert len({shapes[name] for name in coloured_sources(goods)}) == len(coloured_sources(goods))
        assert all(f"{shapes[name]}</b> {name}<" in key for name in coloured_sources(goods))


def test_a_root_has_one_colour_in_all_pictures_of_a_page() -> None:
    section = figure_section(data.load().select(data.Selection()), "trade")
    points = pd.concat([figure.points for figure in section.figures])
    assert all(len(set(part["colour"])) == 1 for _root, part in points[~points["superseded"]].groupby("root"))
    assert points.loc[points["root"] == "UN Comtrade", "colour"].iloc[0] == theme.CATEGORIES[0]


def test_replaced_editions_and_shares_of_few_are_joined_by_no_line_and_look_so(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("source,title,replaces\nold,Old,\nnew,New,old\n")
    shares = "".join(f"goods,{s},amount,{v},percent,{v + 1950},\n" for s in ("old", "new") for v in range(50, 56))
    counts = "".join(f"goods,new,change,{1 if y == 2003 else 70},votes,{y},\n" for y in range(2000, 2006))
    (tmp_path / "units.csv").write_text("unit,singular,label,figure\nvotes,vote,votes,count\n")
    points = rows_of(tmp_path, shares + counts)
    points = points[points["unit"] == "percent"]
    drawn = series_chart(points, by_year(points), log=False, ratio=False).frames["points"]
    old, new = (drawn[drawn["name"] == name].set_index("year") for name in ("Old", "New"))
    assert old["run"].is_unique
    assert set(old["colour"]) == {theme.NEUTRAL}
    first, few, last = (set(new.loc[years, "run"]) for years in ([2000, 2001, 2002], [2003], [2004, 2005]))
    assert (len(first), len(few), len(last)) == (1, 1, 1)
    assert len(first | few | last) == 3
    assert new.loc[2003, "fill"] == "transparent"
