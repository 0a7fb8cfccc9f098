"""What the tests of this folder share: tables whose answers are known."""

import pytest

import data
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS, PERIODS
from tests.data.inline import load


@pytest.fixture(scope="module")
def tables() -> data.Tables:
    return load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES, periods=PERIODS)


@pytest.fixture(scope="module")
def view(tables: data.Tables) -> data.View:
    return tables.select(data.Selection())
