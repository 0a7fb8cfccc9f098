"""A real server and a real browser. A fault that either shows fails the test in which it showed."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.browser.chromium import HELP, find

ROOT = Path(__file__).parent.parent.parent
HERE = {"localhost", "127.0.0.1"}
START = 60  # seconds; a cold start takes two, on a busy machine more


@contextlib.contextmanager
def serve(log: Path) -> Iterator[str]:
    """Start the dashboard on a free port and give its address; a traceback in its log is a failure."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.headless=true", "--server.address=localhost", f"--server.port={port}"]
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out) as process:
        try:
            deadline = time.monotonic() + START
            while not _healthy(port):
                assert process.poll() is None, f"the server stopped:\n{log.read_text()}"
                assert time.monotonic() < deadline, f"no server after {START} s:\n{log.read_text()}"
                time.sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    if "Traceback" in (text := log.read_text()):
        pytest.fail(text, pytrace=False)


def _healthy(port: int) -> bool:
    """Ask for the health page, which runs no script: the first visitor is still to come."""
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for all tests; `page.goto("/timeline")` goes there."""
    with serve(tmp_path_factory.mktemp("server") / "log") as url:
        yield url


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[str]:
    """A server that no one has visited yet."""
    with serve(tmp_path / "log") as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    path = find()
    if not path:
        pytest.fail(HELP, pytrace=False)
    # No sandbox: Chromium refuses one to root, which containers and CI run as. /dev/shm is small there too.
    args = ["--no-sandbox", "--disable-dev-shm-usage"]
    return {**browser_type_launch_args, "executable_path": path, "args": args}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {
        **browser_context_args,
        "viewport": {"width": 1280, "height": 800},
        "locale": "en-GB",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def context(context: BrowserContext) -> Iterator[BrowserContext]:
    """Fail on errors of the page, on errors in its console, and on requests that leave this machine."""
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        url = message.location["url"]
        # On a deep link Streamlit asks for its own files under the page's address first (its issue 7074).
        if message.type == "error" and not ("404" in message.text and "/_stcore/" in url):
            faults.append(f"console: {message.text} ({url})")

    def on_request(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in HERE:
            faults.append(f"request that leaves: {url}")

    def on_page(page: Page) -> None:
        page.on("websocket", lambda socket: on_request(socket.url))

    def on_plain_request(request: Request) -> None:
        on_request(request.url)

    context.on("weberror", lambda error: faults.append(f"page error: {error.error}"))
    context.on("console", on_console)
    context.on("request", on_plain_request)
    context.on("page", on_page)
    yield context
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
