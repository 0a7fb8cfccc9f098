"""The page of the reader's own tables: shown for the visit on every page, and rehearsed against."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.own_tables import changes
from components.shell.loading import OWN
from tests.app import open_page, text_of

MINE = b"event,source,attribute,value\ncake,X,eggs,3\ncake,Y,eggs,4\ncake,Z,eggs,some\ntart,X,eggs,2\n"


def upload(app: AppTest, place: int, name: str, content: bytes) -> AppTest:
    app.file_uploader[place].upload(name, content, "text/csv").run()
    assert not app.exception, app.exception
    return app


@pytest.mark.usefixtures("small")
def test_tables_that_are_given_are_shown_on_every_page_and_taken_back() -> None:
    app = upload(open_page("tables", source=["a"]), 0, "mine.csv", MINE)
    assert "Your tables are shown on every page: 3 claims." in text_of(app)
    assert app.dataframe[0].value["Row"].tolist() == [4]
    assert app.dataframe[0].value["Column"].tolist() == ["value"]
    app.switch_page("pages/claims.py").run()
    assert not app.exception
    assert app.dataframe[0].value["Event"].unique().tolist() == ["cake", "tart"]
    app.switch_page("pages/tables.py").run()
    app.button(key="own_tables_close").click().run()
    assert OWN not in app.session_state
    app.switch_page("pages/claims.py").run()
    assert len(app.dataframe[0].value) == 12


@pytest.mark.usefixtures("small")
def test_nobody_else_sees_them() -> None:
    upload(open_page("tables"), 0, "mine.csv", MINE)
    assert "All 12 claims of 3 sources." in text_of(open_page("claims"))


@pytest.mark.usefixtures("small")
def test_tables_that_cannot_be_read_are_refused_in_one_line_and_the_others_stay() -> None:
    app = upload(open_page("tables"), 0, "mine.csv", b"a,b\n1,2\n")
    assert "no column event" in app.error[0].value
    app.switch_page("pages/claims.py").run()
    assert len(app.dataframe[0].value) == 12


@pytest.mark.usefixtures("small")
def test_a_rehearsal_tells_how_new_claims_stand_and_which_verdicts_change() -> None:
    new = b"event,source,attribute,value,unit,period\ncoup,N,date,2022-09,,\ntrade,N,amount,9000000,USD,2008\n"
    app = upload(open_page("tables"), 1, "new.csv", new)
    answers, changes = (frame.value for frame in app.dataframe[-2:])
    assert answers["Relation"].tolist() == ["confirms", "is finer", "contradicts", "contradicts"]
    assert changes["Question"].tolist() == ["trade/amount/2008/USD"]
    assert "No verdict changes" not in text_of(app)
    assert len(open_page("claims").dataframe[0].value) == 12


@pytest.mark.usefixtures("small")
def test_what_is_nearly_known_is_proposed() -> None:
    app = upload(open_page("tables"), 1, "new.csv", b"event,source,attribute,value\nembasy,N,date,2023-07\n")
    assert "did you mean" in text_of(app)
    assert "embassy" in text_of(app)


@pytest.mark.usefixtures("small")
def test_there_are_templates_and_nothing_to_rehearse_at_first() -> None:
    app = open_page("tables")
    labels = [getattr(button, "label", "") for button in app.main.get("download_button")]
    assert labels == ["Template for Excel", "Template as CSV"]
    assert not app.dataframe or "Relation" not in app.dataframe[0].value


@pytest.mark.usefixtures("small")
def test_a_text_is_read_with_its_date_and_nothing_is_accepted_unasked() -> None:
    app = open_page("tables")
    app.text_area(key="coding_text").set_value("Lavrov's visit was on Wednesday; a coup in <b>2022</b>.").run()
    assert "Without its date" in text_of(app)
    assert "2024-06-05" not in app.dataframe[0].value["value"].tolist()
    app.text_input(key="coding_date").set_value("2024-06-06").run()
    assert not app.exception
    found = app.dataframe[0].value.drop_duplicates("wording").set_index("wording")
    assert (found["value"]["Wednesday"], found["question"]["Wednesday"]) == ("2024-06-05", "visit/date")
    assert found.loc["2022", "question"] == "coup/date"
    assert not found["accepted"].any()
    assert "Claim by claim" not in text_of(app)


@pytest.mark.usefixtures("small")
def test_a_date_of_the_text_that_does_not_read_is_told() -> None:
    app = open_page("tables")
    app.text_area(key="coding_text").set_value("The coup of 2022").run()
    app.text_input(key="coding_date").set_value("June *5*").run()
    assert "June \\*5\\*” does not read as a date" in text_of(app)


def earlier(small: Path, *instead: tuple[str, str]) -> bytes:
    """The claims of the small table set in an earlier version."""
    text = (small / "claims.csv").read_text(encoding="utf-8")
    for new, old in instead:
        assert new in text
        text = text.replace(new, old)
    return text.encode()


def test_an_earlier_set_is_compared_with_what_is_shown(small: Path) -> None:
    before = earlier(small, ("c5,coup,c,date,2022-07", "c5,coup,c,date,2022-09"), ("c6,trade", "c60,trade"))
    app = upload(open_page("tables"), 2, "before.csv", before)
    assert "Claims added: 1; changed: 1; removed: 1. Verdicts that change: 1." in text_of(app)
    shown = app.dataframe[-1].value
    assert shown["Change"].tolist() == ["added", "changed", "removed"]
    assert shown["Question"].tolist()[1] == "When did it happen: The coup?"
    assert "✕ Conflict" in text_of(app)
    assert "they are read here with the events" in text_of(app)
    app.file_uploader[2].clear().run()
    assert "Claims added" not in text_of(app)


def test_tables_of_ones_own_are_compared_with_those_of_the_dashboard(small: Path) -> None:
    mine = earlier(small, ("c5,coup,c,date,2022-07", "c5,coup,c,date,2022-09"))
    app = upload(open_page("tables"), 0, "mine.csv", mine)
    assert "Claims added: 0; changed: 1; removed: 0." in text_of(app)
    app.button(key="own_tables_close").click().run()
    assert "changed: 1" not in text_of(app)


@pytest.mark.usefixtures("small")
def test_tables_that_share_no_claim_are_not_compared() -> None:
    assert "nothing to compare yet" in text_of(upload(open_page("tables"), 0, "mine.csv", MINE))


def test_the_same_set_has_no_changes(small: Path) -> None:
    assert "Nothing changes" in text_of(upload(open_page("tables"), 2, "same.csv", earlier(small)))


@pytest.mark.usefixtures("small")
def test_an_earlier_set_that_cannot_be_read_is_refused_in_one_line() -> None:
    app = upload(open_page("tables"), 2, "before.csv", b"a,b\n1,2\n")
    assert "no column event" in app.error[0].value
    assert "Claims added" not in text_of(app)


def test_sets_too_large_to_compare_here_are_left_to_the_command(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST_ROWS", 5)
    app = upload(open_page("tables"), 2, "before.csv", earlier(small))
    assert "More than 5 claims" in text_of(app)


def test_a_row_that_is_selected_leads_to_its_question_and_the_tables_stay(small: Path) -> None:
    mine = earlier(small, ("c5,coup,c,date,2022-07", "c5,coup,c,date,2022-09"))
    app = upload(open_page("tables"), 0, "mine.csv", mine)
    app.session_state[changes.ROWS] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()
    assert not app.exception, app.exception
    assert app.main.title[0].value == "Compare sources"
    assert app.query_params["question"] == "coup/date"
    assert OWN in app.session_state
