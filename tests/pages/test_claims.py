"""The page of claims: a row each, and the downloads of exactly these."""

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
    buttons = open_page("claims").get("download_button")
    assert [getattr(button, "label", "") for button in buttons] == ["Download CSV", "Download JSON"]
