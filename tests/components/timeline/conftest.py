"""What the tests of this folder share: tables whose answers are known."""

import pandas as pd
import pytest

import data
from components.timeline.marks import event_marks
from tests.data.dated_events import ATTRIBUTES, CLAIMS, EVENTS, PERIODS
from tests.data.inline import load


@pytest.fixture(scope="module")
def tables() -> data.Tables:
    return load(claims=CLAIMS, events=EVENTS, attributes=ATTRIBUTES, periods=PERIODS)


@pytest.fixture(scope="module")
def view(tables: data.Tables) -> data.View:
    return tables.select(data.Selection())


@pytest.fixture(scope="module")
def marks(view: data.View) -> pd.DataFrame:
    return event_marks(view).set_index("event", drop=False)
