"""A figure with all that stands under it, as readers get it."""

import json
import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import data
from tests.components.figures.examples import CLAIMS, SERIES

ROOT = Path(__file__).parents[3]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    (tmp_path / "claims.csv").write_text(f"{CLAIMS}{SERIES}goods,a,amount,5000,XOF,2006,\nlone,a,weight,7,t,2001,\n")
    (tmp_path / "attributes.csv").write_text(
        "attribute,kind,expected_gap,expected_gap_reason\namount,quantity,20,Freight.\n"
    )
    (tmp_path / "causes.csv").write_text(
        "event,attribute,period,unit,cause,note,by\n"
        "goods,amount,2001,USD,valuation,One counts the freight.,keepers\ngoods,amount,1990,USD,slip,Of no year here.,\n"
    )
    monkeypatch.setenv("TABLES", str(tmp_path))
    return AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run().switch_page("pages/figures.py").run()


def words(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(element.value for element in [*app.markdown, *app.caption])


def test_a_series_tells_its_gaps_its_units_and_why_figures_differ(app: AppTest) -> None:
    told = words(app)
    assert "**goods** · US dollars · by year, 2000–2006 · log axis" in told
    assert "dashed: the usual gap of 20%" in told
    assert "a factor of 2" in told
    assert "Why such figures differ: Freight." in told
    assert "Values in other units stand in the table: 1 in West African CFA francs." in told


def test_the_causes_that_the_tables_have_stand_under_it_for_its_years(app: AppTest) -> None:
    told = words(app)
    assert "2001" in told
    assert "One counts the freight." in told
    assert "Of no year here." not in told


def test_other_tables_with_the_same_claims_have_words_and_pictures_of_their_own(app: AppTest, tmp_path: Path) -> None:
    before = app.get("vega_lite_chart")[0].proto.SerializeToString()
    file = tmp_path / "claims.csv"
    file.write_text(file.read_text().replace("goods,a,amount,50,USD,2006", "goods,a,amount,60,USD,2006"))
    os.utime(file, (1, 1))
    assert "60 USD in 2006" in app.run().subheader[0].value
    assert app.get("vega_lite_chart")[0].proto.SerializeToString() != before


def test_what_makes_no_figure_is_told_in_a_table(app: AppTest) -> None:
    assert [header.value for header in app.subheader] == [
        "a\\: 100 USD in 2000, 50 USD in 2006; in 2 of 4 years the answers lie further apart than the usual 20%",
        "Also in the sources",
    ]
    assert "**7 t**" in app.table[0].value.to_numpy()


def test_the_data_of_a_figure_open_on_demand(app: AppTest) -> None:
    assert not app.dataframe
    app.session_state["figures_goods-amount_data"] = True
    assert len(app.run().dataframe[0].value) == 12


def test_a_picture_takes_along_its_title_unit_sources_version_and_address(app: AppTest) -> None:
    spec = json.loads(app.get("vega_lite_chart")[0].proto.spec)
    credit = " ".join(spec["title"]["text"])
    assert credit.startswith("goods, US dollars. Sources: a, b and c. Version ")
    assert f"Version {data.load(os.environ['TABLES']).version} of the table, read on " in credit
