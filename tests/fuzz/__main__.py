"""`make fuzz`: random hostile table sets through every page and view; SETS=1000 tries as many, FIRST=50 begins there."""

import argparse
import logging
import sys
import tempfile
import time
import warnings
from pathlib import Path

import streamlit as st

from tests.data.inline import write
from tests.fuzz.hostile_tables import table_set
from tests.fuzz.views import broken


def main() -> int:
    """Try so many table sets, print what breaks and the seed that made it, and return 1 where anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--sets", type=int, default=100, help="how many table sets")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first")
    given = parser.parse_args()
    warnings.filterwarnings("error", module=r"(data|components|pages)\.")
    logging.disable(logging.ERROR)
    st.set_option("logger.enableRich", False)
    start, failed = time.perf_counter(), 0
    for seed in range(given.first, given.first + given.sets):
        with tempfile.TemporaryDirectory() as name:
            for line in broken(write(Path(name), table_set(seed)), ("en", "fr")):
                failed += 1
                print(f"seed {seed}: {line}", flush=True)
    print(f"{given.sets} table sets, {failed} views broken, {time.perf_counter() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
