"""The figures page as readers get it: through the dashboard, with its filters and switches."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
TABLE = "event,source,attribute,value,unit,period\n" + "".join(
    f"goods,{source},amount,{value},USD,{year}\n"
    for source, value in (("a", 3000), ("b", 90000))
    for year in range(2000, 2007)
)


def page() -> AppTest:
    return AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run().switch_page("pages/figures.py").run()


def words(app: AppTest) -> str:
    return "\n".join(
        element.value for element in [*app.markdown, *app.caption, *app.subheader, *app.header, *app.title]
    )


def test_the_page_shows_the_quantities_of_the_shipped_tables() -> None:
    app = page()
    assert not app.exception
    assert [title.value for title in app.title] == ["Figures"]
    assert [header.value for header in app.header] == ["Trade"]
    assert "unchecked" in words(app)


@pytest.mark.parametrize(
    ("section", "title", "seen"),
    [
        ("education", "Education", "3,500"),
        ("voting", "Voting", "Event by event"),
        ("defence", "Defence", "unchecked"),
        ("nosuch", "Trade", "a factor of 34"),
    ],
)
def test_a_link_opens_one_section(section: str, title: str, seen: str) -> None:
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    app.query_params["section"] = section
    app.run().switch_page("pages/figures.py").run()
    assert not app.exception
    assert [header.value for header in app.header] == [title]
    assert seen in words(app)


def test_a_section_is_turned_to_by_its_name() -> None:
    app = page()
    switch = app.segmented_control(key="section_in_words")
    assert list(switch.options)[:2] == ["Trade", "Education"]
    switch.set_value("education").run()
    assert [header.value for header in app.header] == ["Education"]
    assert app.session_state["section"] == "education"


def test_any_other_table_makes_figures_and_its_axis_can_be_switched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv("TABLES", str(tmp_path))
    app = page()
    assert not app.exception
    assert [header.value for header in app.header] == ["Other quantities"]
    assert "a factor of 30" in words(app)
    assert "log axis" in words(app)
    app.toggle(key="figures_log").set_value(False).run()
    assert not app.exception
    assert "axis from zero" in words(app)


def test_filters_that_leave_no_quantity_say_so() -> None:
    app = page()
    app.text_input(key="q").set_value("no such words at all").run()
    assert not app.exception
    assert "Nothing in the tables fits" in words(app)


def test_filters_that_leave_claims_but_no_quantity_say_that() -> None:
    app = page()
    app.text_input(key="q").set_value("Prigozhin").run()
    assert "No claim among those shown is a quantity." in words(app)
    assert "Nothing in the tables fits" not in words(app)
