"""The dashboard as a reader's machine runs it: `streamlit run dashboard.py`, on a free port."""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
START = 60  # seconds; a cold start takes two, on a busy machine more


@contextlib.contextmanager
def serve(log: Path, script: Path = ROOT / "dashboard.py") -> Iterator[str]:
    """Start the dashboard, or another script, on a free port and give its address; a traceback in its log fails."""
    port = free_port()
    with running(port, log, script):
        yield f"http://localhost:{port}"
    text = log.read_text(encoding="utf-8")
    assert "Traceback" not in text, text


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def running(port: int, log: Path, script: Path = ROOT / "dashboard.py") -> Iterator[subprocess.Popen[bytes]]:
    """Start the dashboard, or another script, on a port, and give the process as soon as it answers."""
    command = [sys.executable, "-m", "streamlit", "run", script.name]
    command += ["--server.headless=true", "--server.address=localhost", f"--server.port={port}"]
    with log.open("wb") as out, subprocess.Popen(command, cwd=script.parent, stdout=out, stderr=out) as process:
        try:
            deadline = time.monotonic() + START
            while not _healthy(port):
                assert process.poll() is None, f"the server stopped:\n{log.read_text(encoding='utf-8')}"
                assert time.monotonic() < deadline, f"no server after {START} s:\n{log.read_text(encoding='utf-8')}"
                time.sleep(0.1)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


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
