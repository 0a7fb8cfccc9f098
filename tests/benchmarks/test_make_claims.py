"""The large table set is a good one, of the proportions that it promises, in both forms."""

from pathlib import Path

import pandas as pd

from data.files import read_files
from data.schema import SCHEMA
from data.validation import check_table
from tests.benchmarks.engine import reading
from tests.benchmarks.make_claims import SOURCES, claims, write


def test_its_claims_are_many_sided() -> None:
    made = claims(20_000)
    assert made["claim"].is_unique
    questions = made.drop_duplicates(["event", "attribute", "period", "unit"])
    assert 1_800 < len(questions) <= 2_000
    assert made["source"].nunique() == SOURCES
    assert 5_000 < made["value"].nunique() < 10_000
    for column in ("voice", "origin", "stated", "note"):
        assert 0 < (made[column] != "").mean() < 0.5, column


def test_it_has_as_many_events_as_are_asked_for() -> None:
    assert claims(20_000)["event"].nunique() == 667
    assert claims(20_000, 1_000)["event"].nunique() == 1_000


def test_both_forms_hold_the_same_good_tables(tmp_path: Path) -> None:
    write(tmp_path, 5_000)
    tables = {form: read_files(tmp_path / form).tables for form in ("csv", "parquet")}
    for name in SCHEMA:
        checked = {form: check_table(name, tables[form].get(name)) for form in tables}
        pd.testing.assert_frame_equal(checked["csv"].frame, checked["parquet"].frame)
        assert not checked["csv"].problems
    for form in tables:
        assert reading(str(tmp_path / form))["seconds"] > 0
