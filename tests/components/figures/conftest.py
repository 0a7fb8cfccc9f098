"""What the tests of this folder share: tables whose answers are known."""

import pandas as pd
import pytest

from tests.components.figures.examples import SERIES, rows_of


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    return rows_of(tmp_path_factory.mktemp("goods"), SERIES)
