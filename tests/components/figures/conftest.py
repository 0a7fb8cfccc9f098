"""What the tests of this folder share: tables whose answers are known."""

from pathlib import Path

import pandas as pd
import pytest

from tests.components.figures.examples import SERIES, rows_of


@pytest.fixture
def goods(tmp_path: Path) -> pd.DataFrame:
    return rows_of(tmp_path, SERIES)
