"""How long a link takes to open, beside an empty page of Streamlit on the same machine: `make bench`.

Two servers run side by side: the dashboard with its settings, and an empty script as Streamlit comes. A view is
opened as a browser opens a link: a new websocket asks the server to run the page at an address; timed is from that
request to the message that the run has finished. What each view costs on all sources is measured twice: `seen`, where
these sources were chosen in this process before, and `new`, where one source is left out, each time another, so that
nobody chose the rest before. The empty page and all views take turns, and the medians are compared; so it takes a
quiet machine.
"""

import itertools
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

import data
from tests.browser.server import serve

EVERY_VIEW = (
    "/",
    "/timeline",
    "/figures",
    "/compare",
    "/compare?view=discrepancies",
    "/compare?view=question",
    "/compare?view=pair",
    "/compare?view=source",
    "/compare?view=without",
    "/claims",
    "/method",
)
VIEWS = (
    "/compare",
    "/compare?view=discrepancies",
    "/compare?view=pair",
    "/compare?view=source",
    "/compare?view=without",
    "/compare?question=coup-traore/date",
)
RATIO = 1.5  # times the empty page, at most, where the choice of sources was seen before
EXTRA = 250  # ms more than that, at most, where the choice is new
TIMES = 9
PATIENCE = 120  # seconds without a message, after which the server is given up
REST = 0.1  # seconds; after a run the server tidies up, which is no part of the next


@dataclass(frozen=True)
class Timed:
    """What opening a view took, in milliseconds: the medians of several times."""

    view: str
    empty: float
    seen: float
    new: float

    @property
    def kept(self) -> bool:
        """Whether both limits are kept."""
        return self.seen <= RATIO * self.empty and self.new <= RATIO * self.empty + EXTRA


@contextmanager
def servers() -> Iterator[tuple[str, str]]:
    """Start the dashboard and the empty page, and give their addresses."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (empty := folder / "empty.py").touch()
        shown = stack.enter_context(serve(folder / "shown.log"))
        yield shown, stack.enter_context(serve(folder / "empty.log", empty))


def opened(server: str, address: str = "/") -> float:
    """Open an address in a session of its own, and return the milliseconds that its run took, which must end well."""
    return opened_and_sent(server, address)[0]


def opened_and_sent(server: str, address: str) -> tuple[float, int]:
    """Return the same, and how many bytes the server sent."""
    sent = 0
    time.sleep(REST)
    parts = urlsplit(address)
    request = BackMsg()
    request.rerun_script.page_name = parts.path.strip("/")
    request.rerun_script.query_string = parts.query
    stream = f"ws://{urlsplit(server).netloc}/_stcore/stream"
    with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None) as socket:
        start = time.perf_counter()
        socket.send(request.SerializeToString())
        while True:
            message = socket.recv(PATIENCE)
            sent += len(message)
            told = ForwardMsg.FromString(message if isinstance(message, bytes) else message.encode())
            wrong = told.delta.new_element.WhichOneof("type") == "exception" or told.HasField("page_not_found")
            assert not wrong, f"{address}: {told}"
            if told.WhichOneof("type") == "script_finished" and told.script_finished == told.FINISHED_SUCCESSFULLY:
                return 1000 * (time.perf_counter() - start), sent


def choices() -> Iterator[str]:
    """Give, for an address, all sources but one; a source more is left out where all have been."""
    every = list(data.load().sources["source"])
    for out in itertools.chain.from_iterable(itertools.combinations(every, n) for n in (1, 2)):
        yield urlencode([("source", source) for source in every if source not in out])


def measure(views: tuple[str, ...], times: int) -> list[Timed]:
    """Open each view so many times, and return what it took; what the empty page took is the same for all."""
    chosen = choices()
    seen: dict[str, list[float]] = {view: [] for view in views}
    new: dict[str, list[float]] = {view: [] for view in views}
    nothing = []
    with servers() as (shown, empty):
        for view in views:  # the first run of a process imports and reads; the first of a view makes its pictures
            opened(empty)
            opened(shown, view)
        for view in views * times:
            nothing.append(opened(empty))
            seen[view].append(opened(shown, view))
            new[view].append(opened(shown, f"{view}{'&' if '?' in view else '?'}{next(chosen)}"))
    return [Timed(view, median(nothing), median(seen[view]), median(new[view])) for view in views]


def report(views: tuple[str, ...] = VIEWS, times: int = TIMES) -> tuple[str, bool]:
    """Return what each view takes as a table, and whether all limits are kept."""
    lines = [
        f"ms from asking to done; limits: seen at most {RATIO} x empty, new at most {EXTRA} ms more than that",
        "",
        "| view | empty | seen | x | new | more | |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    measured = measure(views, times)
    for timed in measured:
        ratio, more = timed.seen / timed.empty, timed.new - timed.seen
        figures = f"{timed.empty:.0f} | {timed.seen:.0f} | {ratio:.2f} | {timed.new:.0f} | {more:.0f}"
        lines.append(f"| {timed.view} | {figures} | {'kept' if timed.kept else 'SHORT'} |")
    return "\n".join(lines), all(timed.kept for timed in measured)
