"""Tables that cannot be read give one line."""

from pathlib import Path

import pytest

from tests.app import open_page


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
