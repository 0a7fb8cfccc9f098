"""The Chromium that the tests drive: found, or else installed by `python -m tests.browser.chromium`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = ("Google Chrome", "Chromium")
# Chromium refuses its sandbox to root, whom containers and CI run as, and /dev/shm is small there.
ARGS = ["--no-sandbox", "--disable-dev-shm-usage"]

HELP = (
    "No Chromium for the browser tests: install Chromium or Google Chrome, "
    "or name the one that you have: CHROMIUM=/path/to/chromium make test"
)


def find() -> str | None:
    """The path of a Chromium that starts. One that CHROMIUM names is taken, or none."""
    named = os.environ.get("CHROMIUM")
    return next(filter(_starts, [named] if named else _places()), None)


def _places() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from (f"/Applications/{app}.app/Contents/MacOS/{app}" for app in MAC)
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    # Some systems have a chromium-browser that only says where to get one.
    return Path(path).is_file() and _runs(path, "--version")


def _runs(*command: str) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def _install() -> None:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        _runs("apt-get", "update")
        if _runs("apt-get", "install", "-y", "--no-install-recommends", "chromium") and find():
            return
    options = ["--with-deps"] if root and sys.platform == "linux" else []
    _runs(sys.executable, "-m", "playwright", "install", *options, "chromium")


def main() -> int:
    if not find() and not os.environ.get("CHROMIUM"):
        print("No Chromium here: installing one …", flush=True)
        _install()
    chromium = find()
    if not chromium:
        print(HELP, file=sys.stderr)
        return 1
    print(f"Browser tests drive {chromium}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
