"""How well texts are coded: what `python -m tests.benchmarks.coding` measured, kept in a file beside this one."""

from functools import cache
from pathlib import Path

import pandas as pd

FILE = Path(__file__).with_name("measured.csv")
COUNTS = ("right", "proposed", "expected")


@cache
def measurements() -> pd.DataFrame:
    """Return one row for each set of texts and thing that was looked for, or no row where nothing was measured.

    Columns: `set`, the folder of the texts; `what`; `right`, how many were proposed as expected; `proposed`, how many
    in all; `expected`, how many there are; `missed`, the wordings of some that were not found, joined by ` | `; and
    `precision`, `recall` and `f1`, from 0 to 1.
    """
    return with_rates(pd.read_csv(FILE, keep_default_na=False))


def with_rates(counts: pd.DataFrame) -> pd.DataFrame:
    """Return counts with `precision`, `recall` and their harmonic mean `f1`, 0 where nothing is right."""
    right, proposed, expected = (counts[column].astype("float64") for column in COUNTS)
    return counts.assign(
        precision=right / proposed.clip(lower=1),
        recall=right / expected.clip(lower=1),
        f1=2 * right / (proposed + expected).clip(lower=1),
    )
