"""How long a million claims take to read: `python -m tests.benchmarks.loading FOLDER`, made by `make_claims`.

Timed, on a quiet machine, are reading the files, checking every cell, and reading every value as its kind does.
"""

import resource
import sys
import time
from pathlib import Path

from data.files import read_files
from data.names import Names
from data.schema import SCHEMA
from data.validation import check_table, read_values
from data.values import DATE, QUANTITY

LIMITS = {"parquet": 3.5, "csv": 6.5}  # seconds in all
MOST_MEMORY = 1_200  # MB


def load(folder: Path) -> dict[str, float]:
    """Return the seconds that each step takes."""
    times = [time.perf_counter()]
    read = read_files(folder).tables
    times.append(time.perf_counter())
    tables = {name: check_table(name, read.get(name)).frame for name in SCHEMA}
    times.append(time.perf_counter())
    claims = tables["claims"]
    kinds = claims["attribute"].map(tables["attributes"].set_index("attribute")["kind"])
    labels = claims.loc[kinds == "name", "value"].unique()
    for kind in (DATE, QUANTITY, Names(tables["names"], "names.csv").kind(labels)):
        read_values(claims.loc[kinds == kind.name, "value"], kind)
    times.append(time.perf_counter())
    steps = zip(("read", "check", "values"), times, times[1:], strict=False)
    return {step: end - start for step, start, end in steps}


def main() -> int:
    kept = True
    for form, limit in LIMITS.items():
        seconds = load(Path(sys.argv[1]) / form)
        whole = sum(seconds.values())
        kept &= whole <= limit
        print(f"{form}: {whole:.1f} s of {limit} ({', '.join(f'{step} {took:.1f}' for step, took in seconds.items())})")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: {memory:.0f} MB of {MOST_MEMORY}")
    return 0 if kept and memory <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
