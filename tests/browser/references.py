"""Takes the pictures that the pages are held against: python -m tests.browser.references

Streamlit brings its own fonts, so that lines break alike everywhere; how smooth a letter is drawn, and with which symbols,
hangs on the machine. So pictures are compared by how light each of their blocks is.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from tests.browser.app import PAGES, settle, show
from tests.browser.chromium import ARGS, find
from tests.browser.pixels import taken
from tests.browser.server import serve

FOLDER = Path(__file__).with_name("references")
VIEWS = [page for page in PAGES if page != "/tables"]
LANGUAGES = ("en", "fr")
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCALE = 2  # pixels of the window to one that is kept
BLOCK = 20  # pixels that are kept, along each side of the blocks that are compared
LEAST = 0.03  # of the way from black to white, by which the mean of a block differs from what is expected
MOST = 0.025  # of the blocks, which may differ: a chart that is gone, or a panel that moved by a line, are more


def name(view: str, language: str, size: str, theme: str) -> str:
    """Return the name of a picture's file."""
    return f"{view.strip('/') or 'overview'}-{language}-{size}-{theme}.webp"


def pictures(page: Page, view: str, language: str) -> Iterator[tuple[str, Image.Image]]:
    """Yield the pictures of a view in a language, each with its name: one visit for all sizes and themes."""
    page.emulate_media(color_scheme=THEMES[0])
    page.set_viewport_size(SIZES["phone"])
    show(page, f"{view}?lang={language}")
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    settle(page)
    for size, pixels in SIZES.items():
        page.set_viewport_size(pixels)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            yield name(view, language, size, theme), kept(steady(page))


def steady(page: Page) -> np.ndarray:
    """Return the window once it changes no more: charts are drawn late, and anew for another width or theme."""
    before = taken(page)
    for _try in range(40):
        page.wait_for_timeout(150)
        now = taken(page)
        if np.array_equal(before, now):
            break
        before = now
    return before


def kept(window: np.ndarray) -> Image.Image:
    """Return a window as the picture that is kept of it."""
    return Image.fromarray(window).reduce(SCALE)


def difference(expected: Image.Image, found: Image.Image) -> float:
    """Return the share of blocks in which two pictures differ by what they show, not by how letters are drawn."""
    apart = np.abs(_blocks(expected) - _blocks(found))
    return float(np.mean(apart > LEAST))


def _blocks(picture: Image.Image) -> np.ndarray:
    """Return the mean luminance of each block: of the letters within it, only how many there are counts."""
    grey = np.asarray(picture.convert("L")) / 255
    rows, columns = (length // BLOCK for length in grey.shape)
    blocks = grey[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)
    return np.asarray(blocks.mean(axis=(1, 3)))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder) / "log") as url,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=find(), args=ARGS) as browser,
    ):
        page = browser.new_page(base_url=url, reduced_motion="reduce", locale="en-GB")
        for view in VIEWS:
            for language in LANGUAGES:
                for file, picture in pictures(page, view, language):
                    picture.save(FOLDER / file, quality=40, method=6)
    print(f"Wrote {len(list(FOLDER.iterdir()))} pictures to {FOLDER}")


if __name__ == "__main__":
    main()
