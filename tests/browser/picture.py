"""Takes the picture that README.md shows: python -m tests.browser.picture"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.app import visit
from tests.browser.chromium import ARGS, find
from tests.browser.server import serve

PICTURE = Path(__file__).with_name("overview.png")


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder) / "log") as url,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=find(), args=ARGS) as browser,
    ):
        page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        visit(page, url)
        page.screenshot(path=PICTURE)
    print(f"Wrote {PICTURE}")


if __name__ == "__main__":
    main()
