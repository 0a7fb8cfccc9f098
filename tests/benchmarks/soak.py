"""What many readers at once, and one after another, do to the server: `make soak`, on a quiet machine.

Visitors come within some minutes, and each changes what it sees at random, with a moment of thought between: another
page, another view, another filter. Then sessions are opened and closed one after another, to see whether memory
grows. Last, the server is killed under open pages in a real browser, and started again.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, Page, expect, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

import data
from tests.benchmarks.opening import EVERY_VIEW, PATIENCE, opened
from tests.browser.app import settle, sidebar
from tests.browser.chromium import ARGS, find
from tests.browser.server import free_port, running

SLOWEST, MEMORY, GROWTH = 1_000, 320, 1.15
"""At most: ms of all but one change in twenty, MB of the server, and its memory at the end beside that at first."""
VIEWS = (*EVERY_VIEW, "/timeline?timeline_lanes=source")
CONNECTION = "data-test-connection-state"
FIRST = 100  # sessions, after which the memory is taken that the end is compared with


@dataclass(frozen=True)
class Measured:
    """Milliseconds of each change, how many changes broke, and the most memory that the server had, in MB."""

    changes: list[float]
    broken: int
    memory: float

    @property
    def slow(self) -> float:
        """What all but one change in twenty took at most."""
        return quantiles(self.changes, n=20)[-1]


def memory(server: int) -> float:
    """Return how many MB of memory a process has."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(server)], capture_output=True, check=True, text=True)
    return int(told.stdout) / 1024


def addresses(choose: random.Random, tables: data.Tables) -> Iterator[tuple[str, str]]:
    """Give the pages and queries that one visitor sees: at each step another view, or other filters on the same."""
    sources, topics = list(tables.sources["source"]), sorted(set(tables.events["topic"]))
    view, chosen = choose.choice(VIEWS), list[tuple[str, str]]()
    while True:
        parts = urlsplit(view)
        yield parts.path.strip("/"), "&".join(filter(None, [parts.query, urlencode(chosen)]))
        if choose.random() < 0.4:
            view = choose.choice(VIEWS)
        else:
            first = choose.randint(1990, 2024)
            chosen = choose.choice(
                [
                    [],
                    [("source", source) for source in choose.sample(sources, min(3, len(sources)))],
                    [("topic", choose.choice(topics))],
                    [("verdict", choose.choice(data.VERDICTS).replace(" ", "-"))],
                    [("period", str(first)), ("period", str(choose.randint(first, 2025)))],
                    [("q", choose.choice(["embassy", "trade minister", "grain", "éléphant"]))],
                    [("independent", "true")],
                ]
            )


def change(socket: ClientConnection, page: str, query: str) -> float:
    """Ask for a page within a visit; return the milliseconds until it is done. Raises `ValueError` where it breaks."""
    request = BackMsg()
    request.rerun_script.page_name, request.rerun_script.query_string = page, query
    start = time.perf_counter()
    socket.send(request.SerializeToString())
    while True:
        message = socket.recv(PATIENCE)
        told = ForwardMsg.FromString(message if isinstance(message, bytes) else message.encode())
        if told.delta.new_element.WhichOneof("type") == "exception" or told.HasField("page_not_found"):
            raise ValueError(str(told))
        if told.WhichOneof("type") == "script_finished" and told.script_finished == told.FINISHED_SUCCESSFULLY:
            return 1000 * (time.perf_counter() - start)


def visit(port: int, seed: int, wait: float, changes: int, thought: float) -> tuple[list[float], list[str]]:
    """Come after a while, and change so many times what is seen; return what each change took, and what broke."""
    steps, took, broken = addresses(random.Random(seed), data.load()), list[float](), list[str]()
    time.sleep(wait)
    stream = f"ws://localhost:{port}/_stcore/stream"
    with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None) as socket:
        for _step, (page, query) in zip(range(changes), steps, strict=False):
            try:
                took.append(change(socket, page, query))
            except (ValueError, OSError, WebSocketException) as error:
                broken.append(f"/{page}?{query}: {error}")
            time.sleep(thought)
    return took, broken


def visitors(
    server: int,
    port: int,
    count: int,
    changes: int,
    seconds: float,
    thought: float = 0.5,
    views: tuple[str, ...] = VIEWS,
) -> Measured:
    """Let so many visitors come within some seconds, each changing so many times what it sees."""
    for view in views:  # the first run of a view imports and makes its pictures
        opened(f"http://localhost:{port}", view)
    with ThreadPoolExecutor(count + 1) as pool:
        coming = [
            pool.submit(visit, port, number, seconds * number / count, changes, thought) for number in range(count)
        ]
        most = memory(server)
        while not all(one.done() for one in coming):
            most = max(most, memory(server))
            time.sleep(0.5)
    found = [one.result() for one in coming]
    for told in [line for _took, broken in found for line in broken][:5]:
        print(told, file=sys.stderr)
    return Measured([ms for took, _broken in found for ms in took], sum(len(broken) for _took, broken in found), most)


def sessions(server: int, port: int, count: int) -> tuple[float, float]:
    """Open and close so many sessions one after another; return the memory after the first ones and at the end."""
    steps, first = addresses(random.Random(0), data.load()), 0.0
    for number, (page, query) in zip(range(count), steps, strict=False):
        opened(f"http://localhost:{port}", f"/{page}?{query}")
        if number < FIRST:
            first = memory(server)
    return first, memory(server)


def recovered(browser: Browser, log: Path, count: int) -> int:
    """Kill the server under so many open pages, and start it again; return how many come back as they were."""
    port, steps = free_port(), addresses(random.Random(1), data.load())
    with browser.new_context() as context:
        pages = [context.new_page() for _page in range(count)]
        with running(port, log) as process:
            for page, (name, query) in zip(pages, steps, strict=False):
                page.goto(f"http://localhost:{port}/{name}?{query}")
                settle(page)
            before = [_seen(page) for page in pages]
            process.kill()
        for page in pages:
            expect(page.get_by_test_id("stApp")).not_to_have_attribute(CONNECTION, "CONNECTED")
        with running(port, log):
            for page in pages:
                expect(page.get_by_test_id("stApp")).to_have_attribute(CONNECTION, "CONNECTED", timeout=60_000)
                settle(page)
            return sum(_seen(page) == seen for page, seen in zip(pages, before, strict=True))


def _seen(page: Page) -> tuple[str, str, str]:
    """Return the address, the words of the page, and those of the filters."""
    return page.url, page.get_by_role("main").inner_text(), sidebar(page).inner_text()


def main() -> int:
    """Measure all three, print the figures beside their limits, and return 1 where one is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--visitors", type=int, default=100, help="how many come")
    parser.add_argument("--changes", type=int, default=20, help="how often each changes what is seen")
    parser.add_argument("--seconds", type=float, default=180, help="within which they come")
    parser.add_argument("--sessions", type=int, default=2_000, help="how many are opened one after another")
    parser.add_argument("--pages", type=int, default=6, help="how many are open when the server is killed")
    given = parser.parse_args()
    kept = True
    with tempfile.TemporaryDirectory() as name:
        log, port = Path(name) / "log", free_port()
        if given.visitors:
            with running(port, log) as server:
                found = visitors(server.pid, port, given.visitors, given.changes, given.seconds)
            kept &= not found.broken and found.slow <= SLOWEST and found.memory <= MEMORY
            print(
                f"{given.visitors} visitors, {len(found.changes)} changes: {found.broken} broken, "
                f"95 % within {found.slow:.0f} ms (at most {SLOWEST}), {found.memory:.0f} MB (at most {MEMORY})"
            )
        if given.sessions:
            with running(port, log) as server:
                first, last = sessions(server.pid, port, given.sessions)
            kept &= last <= GROWTH * first
            print(
                f"{given.sessions} sessions: {first:.0f} MB after {min(FIRST, given.sessions)}, {last:.0f} MB at the end, "
                f"{last / first:.2f} times as much (at most {GROWTH})"
            )
        if given.pages:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find(), args=ARGS)
                same = recovered(browser, log, given.pages)
                browser.close()
            kept &= same == given.pages
            print(f"server killed under {given.pages} pages: {same} come back as they were")
    load = ", ".join(f"{of:.1f}" for of in os.getloadavg())
    print(f"load of the machine at the end: {load} on {os.cpu_count()} cores")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
