"""The legend names what has a colour."""

from pathlib import Path

import pandas as pd

from components.charts import theme
from components.figures.legend import measures_legend, sources_legend
from tests.components.figures.examples import rows_of


def test_sources_of_one_root_stand_beside_its_name_in_its_colour(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("source,title,origin\na,A,office\nb,B,office\nc,C,\n")
    lines = "".join(f"goods,{s},amount,{y},USD,{y},\n" for s in "abc" for y in (2001, 2002, 2003))
    legend = sources_legend(rows_of(tmp_path, lines))
    first, second = theme.CATEGORIES[:2]
    assert (
        f'<span>office: </span><span><b style="color:{first}">●</b> A</span>'
        f'<span><b style="color:{first}">■</b> B</span><span><b style="color:{second}">■</b> C</span>'
    ) in legend


def test_names_are_text_and_a_measure_alone_needs_no_legend(goods: pd.DataFrame) -> None:
    assert "<i>b" not in sources_legend(goods.replace({"name": {"b": "<i>b"}, "origin": {"b": "<i>b"}}))
    assert measures_legend(goods) == ""
