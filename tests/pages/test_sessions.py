"""What a session keeps while its reader looks at a page."""

import gc
import weakref
from pathlib import Path

import pytest

import data
from data.tables import MOST_VIEWS
from tests.app import open_page


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("overview", {}),
        ("timeline", {"event": "embassy"}),
        ("timeline", {"timeline_lanes": "source"}),
        ("figures", {}),
        ("compare", {}),
        ("compare", {"view": "discrepancies"}),
        ("compare", {"question": "embassy/date"}),
        ("compare", {"view": "pair", "one": "a", "other": "b"}),
        ("compare", {"view": "source", "of": "a"}),
        ("compare", {"view": "without", "out": "a"}),
        ("claims", {}),
        ("method", {}),
    ],
)
def test_a_page_that_stays_open_keeps_no_view_of_the_tables(small: Path, page: str, address: dict[str, str]) -> None:
    stays_open = open_page(page, source=["a", "b"], **address)
    tables = data.load(small)
    seen = weakref.ref(tables.select(data.Selection(sources=("a", "b"))))
    assert seen() is not None
    open_page("tables")  # the last run is what Python calls its main module
    for n in range(MOST_VIEWS):
        tables.select(data.Selection(words=f"word {n}"))
    gc.collect()
    assert seen() is None
    assert not stays_open.exception
