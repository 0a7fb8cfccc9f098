"""The page of claims: a row each, and the downloads of exactly these."""

from pathlib import Path

import pytest

from tests.app import open_page, text_of


@pytest.mark.usefixtures("small")
def test_a_row_for_each_claim_that_is_left() -> None:
    assert len(open_page("claims").dataframe[0].value) == 12
    shown = open_page("claims", source=["a"], topic=["diplomacy"]).dataframe[0].value
    assert shown["Claim"].tolist() == ["c1", "c2"]
    assert shown["Verdict"].unique().tolist() == ["◆ Self-contradiction"]


@pytest.mark.usefixtures("small")
def test_unknown_columns_are_shown_and_told_of() -> None:
    app = open_page("claims")
    assert app.dataframe[0].value["checked"].tolist()[:3] == ["yes", "yes", ""]
    assert "Columns of these tables that the program does not know are kept: checked." in text_of(app)


@pytest.mark.usefixtures("small")
def test_what_is_shown_can_be_taken_away() -> None:
    buttons = open_page("claims").main.get("download_button")
    assert [getattr(button, "label", "") for button in buttons] == ["Download CSV", "Download JSON"]


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard shows 300 events, on each of which two sources part, and one tells of something else."""
    rows = [
        f"e{event:03},{source},{attribute},{value}"
        for event in range(300)
        for source, attribute, value in (("a", "date", "2001"), ("b", "date", "2002"), ("c", "place", "here"))
    ]
    (tmp_path / "claims.csv").write_text("\n".join(["event,source,attribute,value", *rows]), encoding="utf-8")
    monkeypatch.setenv("TABLES", str(tmp_path))


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("page", "rows", "told"),
    [("1", 400, "1 to 400 of 900"), ("2", 400, "401 to 800 of 900"), ("3", 100, "801 to 900 of 900")],
)
def test_a_link_opens_a_page_of_the_claims(page: str, rows: int, told: str) -> None:
    app = open_page("claims", page=page)
    assert len(app.dataframe[0].value) == rows
    assert told in text_of(app)


@pytest.mark.usefixtures("many")
def test_a_page_that_the_filters_do_not_leave_is_the_first() -> None:
    assert len(open_page("claims", page="3", source=["a"]).dataframe[0].value) == 300
