"""Tables that cannot be read, or not in full, are told of calmly."""

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("name", ["missing", "claims.txt", "empty"])
def test_tables_that_cannot_be_read_give_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    tmp_path.joinpath("claims.txt").write_text("nothing", encoding="utf-8")
    tmp_path.joinpath("empty").mkdir()
    monkeypatch.setenv("TABLES", str(tmp_path / name))
    app = open_page("overview")
    assert len(app.main.error) == 1
    assert "\n" not in app.main.error[0].value
    assert name in app.main.error[0].value
    assert not app.main.title
