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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script.name]
    command += ["--server.headless=true", "--server.address=localhost", f"--server.port={port}"]
    with log.open("wb") as out, subprocess.Popen(command, cwd=script.parent, stdout=out, stderr=out) as process:
        try:
            deadline = time.monotonic() + START
            while not _healthy(port):
                assert process.poll() is None, f"the server stopped:\n{log.read_text(encoding='utf-8')}"
                assert time.monotonic() < deadline, f"no server after {START} s:\n{log.read_text(encoding='utf-8')}"
                time.sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    text = log.read_text(encoding="utf-8")
    assert "Traceback" not in text, text


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
