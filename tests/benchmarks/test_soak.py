"""The soak runs; what it measures hangs on the machine, and is no test."""

import random
from itertools import islice
from pathlib import Path

import data
from tests.benchmarks import soak
from tests.browser.server import free_port, running


def test_visitors_and_sessions_are_measured(tmp_path: Path) -> None:
    port = free_port()
    with running(port, tmp_path / "log") as server:
        found = soak.visitors(server.pid, port, count=2, changes=2, seconds=1, thought=0.1, views=("/method",))
        first, last = soak.sessions(server.pid, port, count=2)
    assert (len(found.changes), found.broken) == (4, 0)
    assert min(*found.changes, found.memory, first, last) > 0
    assert found.slow >= min(found.changes)


def test_a_visitor_sees_other_views_and_filters_and_the_same_ones_each_time() -> None:
    tables = data.load()
    seen = list(islice(soak.addresses(random.Random(1), tables), 100))
    assert seen == list(islice(soak.addresses(random.Random(1), tables), 100))
    assert {page for page, _query in seen} >= {"", "timeline", "compare", "claims"}
    assert len({query for _page, query in seen}) > 30
