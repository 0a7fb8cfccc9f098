"""What all tests share."""

import gc
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Streamlit finds its settings and the pages from where it is started, as `make run` does.
os.chdir(ROOT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser last: a broken rule should show before a minute of clicking does."""
    for item in items:
        if "browser" in item.path.relative_to(ROOT).parts:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_collection_finish() -> None:
    """Set aside what is imported and stays, or the search for unused memory goes through all of it time and again."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Let go of what was set aside, or libraries complain at the end that it was never freed."""
    gc.unfreeze()


@pytest.fixture(scope="session", autouse=True)
def _packages_are_searched_once() -> Iterator[None]:
    """Each AppTest looks for components in every package that is installed, which takes longer than most pages do."""
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit.testing.v1" in sys.modules:
            from streamlit.components.v2 import manifest_scanner as scanner

            patch.setattr(scanner, "scan_component_manifests", cache(scanner.scan_component_manifests))
        yield
