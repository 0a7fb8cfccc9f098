"""A few of the random table sets of `make fuzz` in every page and view."""

from pathlib import Path

import pytest

import data
from tests.data.inline import write
from tests.fuzz.hostile_tables import table_set
from tests.fuzz.views import addresses, broken


@pytest.mark.parametrize("seed", [23, 69, 77])
def test_no_page_or_view_breaks(seed: int, tmp_path: Path) -> None:
    assert not broken(write(tmp_path, table_set(seed)), ("en", "fr"))


def test_a_view_that_breaks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.shell.filters.caption", lambda _view: 1 / 0)
    (tmp_path / "claims.csv").write_text("event,source,attribute,value\ne,s,date,2020\n", encoding="utf-8")
    told = broken(tmp_path)
    assert any(line.startswith("timeline {'lang': 'en'}: division by zero") for line in told)
    assert {line.split()[0] for line in told} == {"timeline", "figures", "compare", "claims"}


def test_a_table_set_is_the_same_each_time_and_all_its_views_are_opened() -> None:
    assert table_set(7) == table_set(7) != table_set(8)
    pages = {page for page, _address in addresses(data.load())}
    assert pages == {path.stem for path in Path("pages").glob("*.py")}
