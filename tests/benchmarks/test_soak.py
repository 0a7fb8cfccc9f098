"""The soak runs; what it measures hangs on the machine, and is no test."""

import random
import threading
from itertools import islice
from pathlib import Path

from websockets.sync.server import serve
from websockets.typing import Subprotocol

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


def test_changes_on_a_connection_that_was_closed_are_broken() -> None:
    with serve(lambda socket: socket.close(), "localhost", 0, subprotocols=[Subprotocol("streamlit")]) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.socket.getsockname()[1]
        took, broken = soak.visit(port, seed=0, wait=0, changes=2, thought=0)
    assert (took, len(broken)) == ([], 2)
