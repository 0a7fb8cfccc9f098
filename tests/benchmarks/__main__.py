"""One report of all that is measured: `make bench`, on a quiet machine. It is shown, and written to `bench.md`."""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import engine, large, make_claims, opening, slow_line


def main() -> int:
    """Measure, write the report, and return 1 where a limit is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--beside", default="", metavar="SQL", help="a plain SQL text to time beside the comparison")
    parser.add_argument("--claims", type=int, default=1_000_000, help="how many claims the large set has")
    parser.add_argument("--out", type=Path, default=Path("bench.md"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        make_claims.write(Path(name), given.claims)
        compared, compared_well = engine.report(Path(name), given.beside)
    with tempfile.TemporaryDirectory() as name:
        make_claims.write(Path(name), given.claims, large.EVENTS)
        shown, shown_well = large.report(Path(name) / "parquet")
    opened, opened_well = opening.report()
    fetched, fetched_well = slow_line.report()
    machine = f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {sys.version.split()[0]}"
    text = (
        f"# What was measured\n\n{machine}\n\n## Reading and comparing\n\n{compared}\n\n## Opening a view\n\n{opened}\n\n"
        f"## Views of a large set\n\n{shown}\n\n## A slow line\n\n{fetched}\n"
    )
    given.out.write_text(text, encoding="utf-8")
    print(text)
    return 0 if compared_well and opened_well and shown_well and fetched_well else 1


if __name__ == "__main__":
    sys.exit(main())
