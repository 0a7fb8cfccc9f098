"""What the tests of this folder share: tables whose answers are known."""

import pytest

import data
from tests.app import write_small
from tests.components.charts.examples import MORE, NAMES


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> data.Tables:
    tables = data.load(write_small(tmp_path_factory.mktemp("answers"), claims=MORE, names=NAMES))
    assert not tables.set_aside
    return tables
