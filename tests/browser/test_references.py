"""Each page looks as its pictures show it, in both languages, on a phone and on a desk, light and dark."""

from itertools import product
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.app import show
from tests.browser.references import (
    FOLDER,
    LANGUAGES,
    MOST,
    SIZES,
    THEMES,
    VIEWS,
    difference,
    kept,
    name,
    pictures,
    steady,
)

FOUND = Path(__file__).parents[2] / "test-results" / "references"
"""Where a picture is put that is not as it should be."""
MOST_BYTES, MOST_OF_ONE = 3_000_000, 60_000


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_looks_as_its_pictures_show(open_page: Page, view: str, language: str) -> None:
    faults = []
    for file, picture in pictures(open_page, view, language):
        with Image.open(FOLDER / file) as expected:
            share = difference(expected, picture)
        if share > MOST:
            FOUND.mkdir(parents=True, exist_ok=True)
            picture.save(FOUND / file)
            faults.append(f"{share:.1%} of {file} differ: see {FOUND / file}; if it is meant so: make references")
    assert open_page.evaluate("document.fonts.check('1em \\'Source Sans\\'')"), "Streamlit's fonts were not loaded"
    assert not faults, "\n".join(faults)


CHANGES = {
    "[data-testid=stVegaLiteChart] {visibility: hidden}": True,
    "[data-testid=stMainBlockContainer] {translate: 0 16px}": True,
    "[data-testid=stSidebar] {visibility: hidden}": True,
    "* {-webkit-font-smoothing: antialiased; font-kerning: none; letter-spacing: 0.01em}": False,
}
"""What is done to a page, and whether it has to be seen: a chart gone, all moved by a line, a panel gone, other letters."""


def test_what_is_gone_or_moved_is_seen_and_how_letters_are_drawn_is_not(open_page: Page) -> None:
    page = open_page
    page.set_viewport_size(SIZES["desktop"])
    show(page, "/figures")
    page.wait_for_load_state("networkidle")
    expected = Image.open(FOLDER / name("/figures", "en", "desktop", "light"))
    for change, seen in CHANGES.items():
        style = page.add_style_tag(content=change)
        assert (difference(expected, kept(steady(page))) > MOST) is seen, change
        style.evaluate("style => style.remove()")


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert set(sizes) == {name(*of) for of in product(VIEWS, LANGUAGES, SIZES, THEMES)}
    assert sum(sizes.values()) < MOST_BYTES
    assert max(sizes.values()) < MOST_OF_ONE
