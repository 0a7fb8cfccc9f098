"""What could not be read, and what had to be worked out, is counted and listed."""

from pathlib import Path

import pytest

from components.shell import notices
from tests.app import open_page, write_small


def test_problems_are_counted_and_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLES", str(tmp_path))
    write_small(tmp_path, claims="event,source,attribute,value\ne,a,date,2023-02-30\ne,a,date,2023\n,a,date,2023\n")
    app = open_page("claims")
    notice = app.sidebar.expander[0]
    assert "lines of the tables need a look" in notice.label
    assert "2023-02-30" in notice.code[0].value
    assert "2 rows were set aside; all others count." in notice.caption[0].value


@pytest.mark.usefixtures("small")
def test_good_tables_need_no_notice() -> None:
    assert not open_page("claims").sidebar.expander


def test_kinds_that_were_worked_out_are_told_with_the_line_that_settles_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLES", str(tmp_path))
    (tmp_path / "claims.csv").write_text("event,source,attribute,value\ne,a,when,2023\ne,b,when,2024\n")
    notice = open_page("claims").sidebar.expander[0]
    assert notice.label == "The kind of 1 attribute was worked out"
    assert "when,date" in notice.code[0].value


def test_of_many_problems_the_first_are_shown_and_all_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"c{n},e,s,date,no day {n}\n" for n in range(300))
    write_small(tmp_path, claims=f"claim,event,source,attribute,value\nc,e,s,date,2020\n{rows}")
    monkeypatch.setenv("TABLES", str(tmp_path))
    app = open_page("claims")
    assert len(app.sidebar.code[0].value.splitlines()) == notices.MOST_SHOWN
    assert app.sidebar.get("download_button")
