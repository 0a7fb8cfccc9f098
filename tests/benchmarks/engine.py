"""How fast tables are read and compared, and in how much memory, of `make bench`.

Each step runs in a process of its own, several times, and medians are compared with their limits; so it takes a quiet
machine. The large set is made first (see `make_claims`). Beside our own times stand those of a plain SQL text over the
same rows: the rules alone, or another text over `claims`.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
TIMES = 3
AT_ONCE = 6_000  # answers to one question


@dataclass(frozen=True)
class Line:
    """One line of the report: what was measured, the median, its unit, and the most that it may be."""

    what: str
    found: float
    unit: str
    most: float

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.found <= self.most

    def __str__(self) -> str:
        return f"| {self.what} | {self.found:.2f} {self.unit} | {self.most:g} {self.unit} | {'kept' if self.kept else 'SHORT'} |"


# --- Steps, each in a process of its own ----------------------------------------------------------------------------


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def reading(path: str) -> dict[str, float]:
    """Read a table set."""
    import data

    seconds, _ = _timed(lambda: data.load(path))
    return {"seconds": seconds, "memory": _memory()}


def comparing(path: str, beside: str = "") -> dict[str, float]:
    """Compare a table set and write the verdicts as Parquet; then run a plain SQL text over the same answers."""
    import data
    from data import verdicts, writing

    tables = data.load(path)
    with tempfile.TemporaryDirectory() as folder:
        seconds, _ = _timed(
            lambda: writing.bounds_as_text(tables.compare().questions).to_parquet(f"{folder}/v.parquet")
        )
    found = {"seconds": seconds, "memory": _memory()}
    with tables.store.cursor() as cursor:
        if beside:  # as texts, which is what such a text was written for
            cursor.execute(
                "create temp table plain as select q.id as question, q.event, q.attribute, q.period, q.unit, q.planned, q.member, "
                "q.kind, a.value, s.id as source, r.id as root, coalesce(v.id, '') as voice, a.own, a.denies, a.is_derived, "
                "coalesce(p.id, '') as spelling, a.low, a.high from answers a join questions q on a.question = q.question "
                "join sources s on a.source = s.number join roots r on a.root = r.number "
                "left join voices v on a.voice = v.number left join spellings p on a.spelling = p.number"
            )
            cursor.execute("create temp view claims as select * from plain")
        found["plain"], _ = _timed(
            lambda: cursor.execute(
                "create temp table beside as "
                + (
                    Path(beside).read_text(encoding="utf-8")
                    if beside
                    else verdicts.query(cursor, "select * from answers")
                )
            )
        )
    return found


def in_parts(path: str, times: str) -> dict[str, float]:
    """Compare the answers of a table set, and so many times as many from Parquet, in parts, with 2 GB for the database."""
    import data
    from data import engine
    from data.verdicts import ANSWER, compare

    tables = data.load(path)
    with tempfile.TemporaryDirectory() as folder, tables.store.cursor() as cursor:
        for number in range(int(times)):
            cursor.execute(
                f"copy (select * replace (question * {times} + {number} as question) from answers) "
                f"to '{folder}/{number}.parquet' (format parquet)"
            )
        one, _ = _timed(lambda: compare(cursor, f"select {ANSWER} from answers", tables.store.count, "once"))
        schema, count = tables.store.schema, tables.store.count
        for name in ("answers", "texts", "once"):
            cursor.execute(f"drop table {schema}.{name}")
        engine.give_back_memory()
        cursor.execute("set memory_limit = '2GB'")
        answers = f"select {ANSWER} from read_parquet('{folder}/*.parquet')"
        many, _ = _timed(lambda: compare(cursor, answers, count * int(times), "many"))
        found = {"one": one, "many": many, "memory": _memory()}
        cursor.execute("drop table many; create table answers (a int); create table texts (a int)")
    return found


def one_question(form: str) -> dict[str, float]:
    """Compare one question that `AT_ONCE` sources answer, each quoting one voice or each with another number."""
    import pandas as pd

    import data

    numbers = [str(number) for number in range(AT_ONCE)]
    rows = pd.DataFrame({"event": "e", "source": [f"s{number}" for number in numbers], "attribute": "a", "unit": "t"})
    rows["value"], rows["voice"] = numbers, "minister" if form == "voice" else ""
    with tempfile.TemporaryDirectory() as folder:
        rows.to_csv(Path(folder) / "claims.csv", index=False)
        tables, before = data.load(folder), _memory()
        seconds, _ = _timed(lambda: tables.compare().questions)
    return {"seconds": seconds, "memory": _memory() - before}


def small() -> dict[str, float]:
    """Import the package, read the shipped set, and compare new choices of its sources."""
    importing, data = _timed(lambda: __import__("data"))
    loading, tables = _timed(data.load)
    tables.compare().questions  # noqa: B018  what is asked for is worked out
    every = list(tables.sources["source"])
    choices = [tables.compare(source for source in every if source != out) for out in every[:30]]
    times = [_timed(partial(getattr, choice, "questions"))[0] for choice in choices]
    return {"import": importing, "load": loading, "choice": median(times)}


def amending(path: str) -> dict[str, float]:
    """Compare a table set again with one claim more."""
    import pandas as pd

    import data

    tables = data.load(path)
    tables.compare().relation  # noqa: B018
    columns = ["event", "source", "attribute", "value", "unit", "period"]
    rows = tables.store.frame(rows=10)[columns]
    times = []
    for number in range(len(rows)):
        more = tables.amend(pd.DataFrame(rows.iloc[[number]]).assign(claim=f"one more {number}"))
        times.append(_timed(partial(getattr, more.compare(), "relation"))[0])
    return {"seconds": median(times)}


def command(*arguments: str) -> dict[str, float]:
    """Run a command of the package on the shipped set, from start to end."""
    call = [sys.executable, "-m", "data", *arguments]
    seconds, _ = _timed(lambda: subprocess.run(call, cwd=ROOT, capture_output=True, check=False))
    return {"seconds": seconds}


STEPS: dict[str, Callable[..., dict[str, float]]] = {
    step.__name__: step for step in (reading, comparing, in_parts, one_question, small, amending, command)
}


def measured(step: str, *arguments: str, times: int = TIMES) -> dict[str, float]:
    """Run a step so many times, each in a process of its own; return the median of each figure."""
    call = [sys.executable, "-m", "tests.benchmarks.engine", step, *arguments]
    runs = [
        json.loads(subprocess.run(call, cwd=ROOT, capture_output=True, check=True, text=True).stdout.splitlines()[-1])
        for _time in range(times)
    ]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def report(folder: Path, beside: str = "", times: int = TIMES) -> tuple[str, bool]:
    """Return what each step takes as a table, and whether all limits are kept.

    The large set is in a folder, as `csv/` and `parquet/` (see `make_claims`).
    """
    parquet = str(folder / "parquet")
    read = {form: measured("reading", str(folder / form), times=times) for form in ("parquet", "csv")}
    compared = measured("comparing", parquet, beside, times=times)
    parts = measured("in_parts", parquet, "10", times=1)
    lines = [
        Line("read 1 million claims from Parquet", read["parquet"]["seconds"], "s", 6),
        Line("read 1 million claims from CSV", read["csv"]["seconds"], "s", 9),
        Line("compare 1 million claims, beside plain SQL", compared["seconds"] / compared["plain"], "times", 1.2),
        Line("… memory, with reading", compared["memory"], "MB", 1500),
        Line("compare 10 million claims in parts, beside 1 million", parts["many"] / parts["one"], "times", 15),
    ]
    for form in ("voice", "number"):
        found = measured("one_question", form, times=times)
        lines += [
            Line(f"compare one question, {AT_ONCE:,} answers, by {form}", found["seconds"], "s", 2),
            Line("… memory", found["memory"], "MB", 500),
        ]
    shipped = measured("small", times=times)
    lines += [
        Line("import data", shipped["import"], "s", 0.35),
        Line("read the shipped set", shipped["load"], "s", 0.6),
        Line("compare a new choice of sources", 1000 * shipped["choice"], "ms", 60),
        Line(
            "compare 1 million claims and one more", 1000 * measured("amending", parquet, times=1)["seconds"], "ms", 50
        ),
    ]
    for arguments in (["check"], ["compare"]):
        lines.append(
            Line(f"python -m data {arguments[0]}", measured("command", *arguments, times=times)["seconds"], "s", 0.9)
        )
    table = "\n".join(["| what | median | at most | |", "| --- | --- | --- | --- |", *map(str, lines)])
    return table, all(line.kept for line in lines)


if __name__ == "__main__":  # one step, in this process
    print(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
