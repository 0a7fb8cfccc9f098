"""The files and the brief of what a page shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import data
from components.shell import take_away
from tests.app import open_page, write_small

pytestmark = pytest.mark.usefixtures("small")


def offered(app: AppTest) -> dict[str, Callable[[], Any]]:
    """What the sidebar offers to download, by the files' names, once the choice of formats is open."""
    found: dict[str, Any] = {}

    def button(_label: str, make: Any, name: str, *_more: Any, **_options: Any) -> None:
        found[name] = make

    app.session_state["download_view"] = app.session_state["download_event"] = True
    with patch.object(st, "download_button", button):
        app.run()
    assert not app.exception, app.exception
    return found


def test_every_page_offers_claims_verdicts_and_a_brief_of_what_is_shown() -> None:
    for page in ("overview", "timeline", "compare", "claims", "method", "tables"):
        names = set(offered(open_page(page, topic=["politics"])))
        assert {"claims-politics.csv", "verdicts-politics.csv", f"brief-{page}-politics.html"} <= names


def test_a_format_is_chosen_once_for_both() -> None:
    app = open_page("claims")
    app.session_state["format_view"] = "xlsx"
    assert {"claims.xlsx", "verdicts.xlsx"} <= set(offered(app))


def test_what_is_opened_is_what_is_taken_away() -> None:
    found = offered(open_page("compare", question="coup/date"))
    claims = data.open_claims({"claims.csv": found["claims-coup-date.csv"]()})
    assert claims["claim"].tolist() == ["c3", "c4", "c5"]
    assert found["verdicts-coup-date.csv"]().decode("utf-8-sig").splitlines()[1].startswith("coup/date,")
    assert "When did it happen: The coup? · Compare sources" in found["brief-coup-date.html"]()


@pytest.mark.parametrize(
    ("page", "address", "name", "claims"),
    [
        ("compare", {"view": "source", "of": "b"}, "b", ["c3", "c4", "c5", "c7", "c8", "c9", "c10", "c11"]),
        ("compare", {"view": "pair", "one": "a", "other": "b"}, "a-b", ["c3", "c4", "c5", "c8", "c9"]),
        ("figures", {}, "figures-other", ["c6", "c7"]),
    ],
)
def test_a_part_of_a_page_is_taken_away_alone(page: str, address: dict[str, str], name: str, claims: list[str]) -> None:
    found = offered(open_page(page, **address))
    file = next(make for file, make in found.items() if file.startswith("claims-") and file.endswith(".csv"))
    assert f"claims-{name}.csv" in found
    assert data.open_claims({"claims.csv": file()})["claim"].tolist() == claims


def test_an_event_that_is_opened_over_the_page_is_taken_away_alone() -> None:
    found = offered(open_page("timeline", event="coup"))
    claims = data.open_claims({"claims.csv": found["claims-coup.csv"]()})
    assert claims["claim"].tolist() == ["c3", "c4", "c5"]
    assert found["verdicts-coup.csv"]().decode("utf-8-sig").splitlines()[1].startswith("coup/date,")
    assert "<h1>The coup · Timeline</h1>" in found["brief-coup.html"]()
    assert {"claims.csv", "brief-timeline.html"} <= set(found)


def test_the_brief_of_a_section_of_figures_has_its_series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = "event,source,attribute,value,unit,period\n" + "".join(
        f"trade,{source},amount,{year - factor},USD,{year}\n"
        for year in range(2000, 2006)
        for source, factor in (("a", 1000), ("b", 1900))
    )
    monkeypatch.setenv("TABLES", str(write_small(tmp_path, claims=claims)))
    html = offered(open_page("figures"))["brief-figures-other.html"]()
    assert html.count("<svg") == 1
    assert "Trade in goods · US dollars · by year, 2000–2005 · log axis" in html
    assert "Where they disagree most" in html


def test_more_rows_than_excel_takes_are_not_offered_as_excel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_away, "MOST_EXCEL_ROWS", 10)
    app = open_page("claims")
    app.session_state["download_view"], app.session_state["format_view"] = True, "xlsx"
    app.run()
    assert any("Excel takes 10 rows at most" in caption.value for caption in app.sidebar.caption)


def test_nothing_is_offered_where_nothing_is_shown() -> None:
    assert not [name for name in offered(open_page("method", q="nowhere-to-be-found")) if name.startswith("brief")]


def test_a_view_of_the_comparison_is_called_by_its_name() -> None:
    found = offered(open_page("compare", view="discrepancies"))
    assert "<h1>Discrepancies · Compare sources</h1>" in found["brief-compare.html"]()
    assert "claims.csv" in found


def test_what_a_run_had_opened_that_was_broken_off_is_no_part_of_the_next() -> None:
    def script() -> None:
        import streamlit as st

        import data
        from components.shell import take_away

        begun = st.session_state.setdefault("begun", [])
        begun.append(True)
        with take_away.offered(data.load().select(data.Selection()), st.container(), "Claims", "claims"):
            if len(begun) == 1:
                take_away.opens("A question", "question")
                st.rerun()

    names = offered(AppTest.from_function(script, default_timeout=30))
    assert "brief-claims.html" in names
    assert not any("question" in name for name in names)
