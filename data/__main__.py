"""The commands: `python -m data check`, `compare` and `verify`.

Exit status: 0 = well, 1 = rows were set aside or problems found, 2 = could not run.
"""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

import pandas as pd

from data import progress, spark, writing
from data.files import FORMS, TablesError, one_line
from data.passages import TextsError
from data.spark import SparkError
from data.tables import Tables, load
from data.verdicts import COLUMNS, VERDICTS

WELL, PROBLEMS, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
_SHOWN_IN_TABLE = ["verdict", "question", "n_claims", "n_sources", "n_origins", "gap", "values"]


class _Parser(argparse.ArgumentParser):
    """A parser whose help says first what the command does."""

    def format_help(self) -> str:
        description, self.description = self.description, None
        try:
            return f"{description}\n\n{super().format_help()}"
        finally:
            self.description = description

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong and what would be right."""
        right = " ".join(self.format_usage().removeprefix("usage:").split())
        self.exit(COULD_NOT_RUN, f"{message}; expected: {right}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    _open_streams()
    options, unknown = _parser().parse_known_args(arguments)
    if unknown:
        options.parser.error(f"not understood: {' '.join(unknown)}")
    status = WELL
    try:
        if options.tables == "":
            raise _CannotRunError(f"TABLES: empty; expected {FORMS}; or nothing, for the shipped set")
        if options.command == "compare" and options.engine == "spark":
            status = _compare_on_spark(options)
        else:
            with progress.shown():
                tables = load(options.tables)
            status = _status(tables)
            for problem in tables.problems:
                print(problem, file=sys.stderr)
            status = options.run(tables, options)
        sys.stdout.flush()
    except (TablesError, TextsError, SparkError, _CannotRunError) as error:
        return _stopped(str(error))
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        _let_go_of(sys.stdout)
    except KeyboardInterrupt:
        return _stopped("stopped", INTERRUPTED)
    except OSError as error:
        _let_go_of(sys.stdout)
        where = error.filename or "standard output"
        return _stopped(f"{where}: cannot be written or read ({error.strerror}); expected a file or a screen that can")
    return status


def _open_streams() -> None:
    """Make both streams take any text: there may be none, and on some systems a name such as Traoré ends the run."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  for as long as the program runs
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of(stream: TextIO) -> None:
    """Send what is left in a stream nowhere: Python would try once more at its end, and complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stopped(why: str, status: int = COULD_NOT_RUN) -> int:
    try:
        print(one_line(why), file=sys.stderr, flush=True)
    except OSError:  # nobody can be told
        _let_go_of(sys.stderr)
    return status


class _CannotRunError(Exception):
    """What was asked for cannot be done; the message is one line that says what would be right."""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m data", description="Check and compare what sources say about the same events.")
    commands = parser.add_subparsers(required=True, dest="command")

    check = _command(
        commands, "check", "Validate a table set: every bad row and cell, the counts, and the kinds worked out."
    )
    check.set_defaults(run=_check)

    compare = _command(
        commands, "compare", "Compare the answers of all sources to each question, and say how they relate."
    )
    compare.add_argument("--set", choices=("core", "all"), default="all", help="the core texts alone, or all sources")
    compare.add_argument("--verdict", choices=VERDICTS, help="only the questions with this verdict")
    compare.add_argument(
        "--format", choices=("table", "csv", "json", "parquet"), help="table (a few columns, for the eye) unless given"
    )
    compare.add_argument(
        "--out", metavar="FILE", help="write to this file instead of the screen; with spark, into this new folder"
    )
    compare.add_argument(
        "--engine",
        choices=("duckdb", "spark"),
        default="duckdb",
        help="spark: on the cluster of SPARK_REMOTE, or on a Spark of this machine; writes Parquet",
    )
    compare.set_defaults(run=_compare)

    against = _command(commands, "verify", "Check that each claim's stated wording stands where its locator says.")
    against.add_argument(
        "--texts", type=Path, required=True, metavar="DIR", help="the folder that holds the sources' texts"
    )
    against.set_defaults(run=_verify)
    return parser


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, does: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=does, description=does)
    command.set_defaults(parser=command)  # which knows what would be right
    command.add_argument("tables", nargs="?", metavar="TABLES", help=f"{FORMS}; left out, the shipped set")
    return command


def _status(tables: Tables) -> int:
    return PROBLEMS if tables.problems else WELL


def _check(tables: Tables, _: argparse.Namespace) -> int:
    counts = {
        "claims": tables.store.count,
        "claims without a locator": tables.store.count_empty("locator"),
        "claims without a stated wording": tables.store.count_empty("stated"),
        "questions": tables.store.count_questions(),
        "events": len(tables.events),
        "sources": len(tables.sources),
        "attributes": len(tables.attributes),
        "names": len(tables.names),
        "rows set aside": tables.set_aside,
        "problems": len(tables.problems),
        "warnings": len(tables.warnings),
    }
    for what, count in counts.items():
        print(f"{what}: {count}")
    for line in tables.kinds_worked_out:
        print(one_line(f"kind worked out: {line}"))
    for warning in tables.warnings:
        print(one_line(f"warning: {warning}"))
    return _status(tables)


def _compare(tables: Tables, options: argparse.Namespace) -> int:
    sources = None
    if options.set == "core":
        sources = tables.sources.loc[tables.sources["set"] == "core", "source"]
    with progress.shown():
        found = tables.compare(sources)
        questions = found.questions[list(COLUMNS)]
    if options.verdict:
        questions = questions[questions["verdict"] == options.verdict]
    form = options.format or "table"
    if form == "parquet":
        if options.out is None:
            raise _CannotRunError("--format parquet: cannot be shown on a screen; expected --out FILE with it")
        writing.write_whole(Path(options.out), writing.bounds_as_text(questions).to_parquet)
        return _status(tables)
    text = {"csv": writing.write_csv, "json": writing.write_json, "table": _as_table}[form](questions)
    if form == "table":
        text += _same_words(found.same_words)
    if options.out is not None:
        writing.write_whole(Path(options.out), lambda file: file.write_text(text, encoding="utf-8"))
    elif sys.stdout.isatty():  # which would obey the control characters of a cell
        print("\n".join(map(_shown, text.splitlines())))
    else:
        print(text, end="" if text.endswith("\n") else "\n")
    return _status(tables)


def _compare_on_spark(options: argparse.Namespace) -> int:
    if options.out is None or options.format not in (None, "parquet"):
        raise _CannotRunError("--engine spark: writes Parquet into a folder; expected --out with it, no other --format")
    counts = spark.compare(options.tables, options.out, core_only=options.set == "core", verdict=options.verdict)
    for problem in counts.problems:
        print(problem, file=sys.stderr)
    print(f"claims: {counts.claims}")
    print(f"claims set aside: {counts.set_aside}")
    for line in counts.kinds_worked_out:
        print(one_line(f"kind worked out: {line}"))
    for verdict, count in counts.questions.items():
        print(f"{verdict}: {count}")
    return PROBLEMS if counts.problems else WELL


def _as_table(questions: pd.DataFrame) -> str:
    shown = questions[_SHOWN_IN_TABLE].astype(object).map(writing.plain_text)
    widths = [max([len(name), *shown[name].str.len()]) for name in _SHOWN_IN_TABLE]
    lines = [_SHOWN_IN_TABLE, *shown.itertuples(index=False)]
    rows = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "".join(f"{_shown(row).rstrip()}\n" for row in rows)


def _shown(line: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in line)


def _same_words(pairs: pd.DataFrame) -> str:
    return "".join(
        f'same words, other speaker: "{pair.wording}": {pair.speaker} ({pair.event}; {pair.sources}), '
        f"{pair.other_speaker} ({pair.other_event}; {pair.other_sources})\n"
        for pair in pairs.itertuples()
    )


def _verify(tables: Tables, options: argparse.Namespace) -> int:
    result = tables.verify(options.texts)
    for exception in result.exceptions:
        print(one_line(exception), file=sys.stderr)
    print(f"wordings found: {result.found}")
    print(f"exceptions: {len(result.exceptions)}")
    print(f"claims without a wording: {result.unworded}")
    print(f"claims of sources without a text: {result.without_text}")
    return PROBLEMS if result.exceptions or tables.problems else WELL


if __name__ == "__main__":
    sys.exit(main())
