"""What all tests share."""

import gc
import os
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


def pytest_unconfigure() -> None:
    """Let go of what the dashboard set aside, or libraries complain at the end that it was never freed."""
    gc.unfreeze()
