"""What the tests of this folder share: tables whose answers are known."""

from pathlib import Path

import pytest

import data
from tests.app import write_small
from tests.components.compare.examples import ATTRIBUTES, LISTED, MANY, tables_of


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[data.Tables, data.View]:
    return tables_of(tmp_path_factory, MANY)


@pytest.fixture(scope="module")
def small_view(tmp_path_factory: pytest.TempPathFactory) -> tuple[data.Tables, data.View]:
    tables = data.load(write_small(tmp_path_factory.mktemp("small")))
    return tables, tables.select(data.Selection())


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> data.Tables:
    folder = write_small(tmp_path_factory.mktemp("matrix"), claims=LISTED, attributes=ATTRIBUTES)
    tables = data.load(folder)
    assert not tables.problems
    return tables


@pytest.fixture(scope="module")
def view(listed: data.Tables) -> data.View:
    return listed.select(data.Selection())


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)
