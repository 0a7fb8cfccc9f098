"""What the tests of this folder share: tables whose answers are known."""

from pathlib import Path

import pytest

import data


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)
