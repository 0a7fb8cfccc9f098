"""How each page opens and answers a filter with a million claims: `make bench`.

The dashboard is started with a large table set, and each page and view is opened as a browser opens a link: once where
it was not opened before, and once with a filter that nobody chose yet. The memory is the most that the server took.
"""

import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tests.benchmarks import make_claims
from tests.benchmarks.opening import EVERY_VIEW, opened_and_sent
from tests.benchmarks.soak import memory
from tests.browser.server import free_port, running

CLAIMS, EVENTS = 1_000_000, 50_000
OPENING, ANSWER, SENT, MEMORY = 3_000, 1_500, 500_000, 1.2
"""At most: ms to open, ms to answer a filter, bytes for either, and GB."""


@dataclass(frozen=True)
class Opened:
    """What a view took and sent: milliseconds and bytes, first as it is, then with a filter."""

    view: str
    opening: float
    answer: float
    sent: int

    @property
    def kept(self) -> bool:
        """Whether the limits are kept."""
        return self.opening <= OPENING and self.answer <= ANSWER and self.sent <= SENT


def measure(folder: Path, views: tuple[str, ...] = EVERY_VIEW) -> tuple[list[Opened], float]:
    """Open each view on the table set of a folder; return what each took, and the most GB that the server took.

    The first visit, which reads the tables, is not timed.
    """
    found = []
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, {"TABLES": str(folder)}))
        log = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "log"
        port = free_port()
        process, server = stack.enter_context(running(port, log)), f"http://localhost:{port}"
        opened_and_sent(server, "/method")
        for number, view in enumerate(views):
            opening, sent = opened_and_sent(server, view)
            years = f"period={1950 + number}&period={2000 + number}"
            answer, filtered = opened_and_sent(server, f"{view}{'&' if '?' in view else '?'}{years}")
            found.append(Opened(view, opening, answer, max(sent, filtered)))
        return found, most_memory(process.pid)


def most_memory(process: int) -> float:
    """Return how many GB a process has had at most; where the system does not say, what it has now."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return memory(process) * 2**20 / 1e9
    # Not `getrusage`, which counts what the process that started it had.
    told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(told.split()[1]) * 1024 / 1e9


def report(folder: Path) -> tuple[str, bool]:
    """Return what each view takes as a table, with the most memory that a server took, and whether limits are kept."""
    measured, most = measure(folder)
    lines = [
        f"limits: {OPENING} ms to open, {ANSWER} ms to answer a filter, {SENT // 1000} kB, {MEMORY} GB",
        "",
        "| view | opens, ms | answers, ms | sent, kB | |",
        "| --- | --- | --- | --- | --- |",
    ]
    for opened in measured:
        figures = f"{opened.opening:.0f} | {opened.answer:.0f} | {opened.sent / 1000:.0f}"
        lines.append(f"| {opened.view} | {figures} | {'kept' if opened.kept else 'SHORT'} |")
    lines += ["", f"memory: {most:.2f} GB at most"]
    return "\n".join(lines), all(opened.kept for opened in measured) and most <= MEMORY


if __name__ == "__main__":
    if len(sys.argv) > 1:
        told, _kept = report(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as name:
            make_claims.write(Path(name), CLAIMS, EVENTS)
            told, _kept = report(Path(name) / "parquet")
    print(told)
