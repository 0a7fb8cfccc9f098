"""The commands: `python -m data check`, `compare`, `verify`, `rehearse`, `diff`, `export`, `import` and `site`.

Exit status: 0 = well, 1 = rows were set aside or problems found, 2 = could not run, 3 = a verdict of `--fail-on` is
there.
"""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextvars import copy_context
from pathlib import Path
from typing import NoReturn, TextIO

import pandas as pd

from data import importers, progress, spark, writing
from data.files import FORMS, TablesError, one_line
from data.new_folder import write_files
from data.packaging import write_package
from data.passages import TextsError
from data.rehearsal import COLUMNS as COLUMNS_OF_ANSWERS
from data.rehearsal import rehearse
from data.spark import SparkError
from data.tables import Tables, load
from data.verdicts import COLUMNS, VERDICTS
from data.version_changes import COLUMNS as COLUMNS_OF_DIFFERENCE
from data.version_changes import difference

WELL, PROBLEMS, COULD_NOT_RUN, FOUND, INTERRUPTED = 0, 1, 2, 3, 130
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
        elif options.command == "import":
            status = _import(options)
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
        "--fail-on",
        metavar="VERDICT",
        choices=VERDICTS,
        action="append",
        default=[],
        help="end with status 3 where a question has this verdict; may be given several times",
    )
    _takes_form(compare, "; with spark, into this new folder")
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

    new = _command(
        commands, "rehearse", "Say how new claims stand to what the sources of a table set say; nothing is saved.",
        NEW=f"the new claims: {FORMS}",
    )  # fmt: skip
    _takes_form(new)
    new.set_defaults(run=_rehearse)

    changed = _command(
        commands,
        "diff",
        "Say which claims were added, changed and removed, and which verdicts changed with them.",
        tables="NEW",
        OLD=f"the tables before: {FORMS}",
    )
    _takes_form(changed)
    changed.set_defaults(run=_diff)

    package = _command(
        commands,
        "export",
        "Write a table set and its verdicts as a Data Package, with the sources for reference managers.",
    )
    package.add_argument("--out", required=True, metavar="FILE.zip", help="the zip to write")
    package.set_defaults(run=_export)

    pages = _command(commands, "site", "Write the comparison as plain HTML pages, without a server or a script.")
    pages.add_argument("--out", required=True, metavar="DIR", help="the new folder to write")
    pages.add_argument("--lang", default="en", help="the language of the pages: en unless given")
    pages.set_defaults(run=_site)

    does = "Turn a table of another program into a table set, and list what cannot be carried over."
    other = commands.add_parser("import", help=does, description=does)
    other.set_defaults(parser=other, tables=None)
    other.add_argument("format", metavar="FORMAT", choices=importers.FORMATS, help=", ".join(importers.FORMATS))
    other.add_argument("file", type=Path, metavar="FILE", help="the file to read")
    other.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="the new folder to write")
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, does: str, tables: str = "", **before: str
) -> argparse.ArgumentParser:
    """Add a command that takes what `before` names, each with its help, then TABLES, or `tables` that must be given."""
    command = commands.add_parser(name, help=does, description=does)
    command.set_defaults(parser=command)  # which knows what would be right
    for argument, meaning in before.items():
        command.add_argument(argument.lower(), metavar=argument, help=meaning)
    if tables:
        command.add_argument("tables", metavar=tables, help=FORMS)
    else:
        command.add_argument("tables", nargs="?", metavar="TABLES", help=f"{FORMS}; left out, the shipped set")
    return command


def _takes_form(command: argparse.ArgumentParser, out: str = "") -> None:
    command.add_argument(
        "--format", choices=("table", "csv", "json", "parquet"), help="table (a few columns, for the eye) unless given"
    )
    command.add_argument("--out", metavar="FILE", help=f"write to this file instead of the screen{out}")


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
    failed = questions["verdict"].isin(options.fail_on).any()
    if options.verdict:
        questions = questions[questions["verdict"] == options.verdict]
    _write(questions, options, _SHOWN_IN_TABLE, lambda: _same_words(found.same_words))
    return FOUND if failed else _status(tables)


def _rehearse(tables: Tables, options: argparse.Namespace) -> int:
    found = rehearse(tables, options.new)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    _write(found.answers, options, COLUMNS_OF_ANSWERS, lambda: "".join(f"{line}\n" for line in found.lines))
    return PROBLEMS if found.problems else _status(tables)


def _diff(tables: Tables, options: argparse.Namespace) -> int:
    old = load(options.old)
    for problem in old.problems:
        print(f"{options.old}: {problem}", file=sys.stderr)
    _write(difference(old, tables), options, COLUMNS_OF_DIFFERENCE, str)
    return PROBLEMS if old.problems else _status(tables)


def _export(tables: Tables, options: argparse.Namespace) -> int:
    write_package(tables, options.out)
    return _status(tables)


def _site(tables: Tables, options: argparse.Namespace) -> int:
    try:  # the one command that has words and pictures, which stand beside this package
        from components.site.pages import pages
        from components.words.i18n import LOCALES
    except ModuleNotFoundError as error:
        raise _CannotRunError(
            f"site: {error.name} is not there; expected the whole program, and what its requirements.txt names"
        ) from error
    if options.lang not in LOCALES:
        raise _CannotRunError(f"--lang: {options.lang} is no language of the program; expected {', '.join(LOCALES)}")
    copy_context().run(write_files, Path(options.out), pages(tables, options.lang))
    return _status(tables)


def _import(options: argparse.Namespace) -> int:
    found = importers.FORMATS[options.format](options.file)
    importers.write(found, options.out)
    for line in found.left_out:
        print(f"{options.file}: {line}", file=sys.stderr)
    for name, frame in found.tables.items():
        print(f"{name}: {len(frame)}")
    print(f"not carried over: {len(found.left_out)}")
    return PROBLEMS if found.left_out else WELL


def _write(frame: pd.DataFrame, options: argparse.Namespace, shown: Sequence[str], more: Callable[[], str]) -> None:
    """Write a frame as `--format` and `--out` say; as a table, only the columns `shown`, with `more` below it."""
    form = options.format or "table"
    if form == "parquet":
        if options.out is None:
            raise _CannotRunError("--format parquet: cannot be shown on a screen; expected --out FILE with it")
        writing.write_whole(Path(options.out), writing.bounds_as_text(frame).to_parquet)
        return
    if form == "table":
        text = _as_table(frame[list(shown)]) + more()
    else:
        text = writing.write_csv(frame) if form == "csv" else writing.write_json(frame)
    if options.out is not None:
        writing.write_whole(Path(options.out), lambda file: file.write_text(text, encoding="utf-8"))
    elif sys.stdout.isatty():  # which would obey the control characters of a cell
        print("\n".join(map(_shown, text.splitlines())))
    else:
        print(text, end="" if text.endswith("\n") else "\n")


def _compare_on_spark(options: argparse.Namespace) -> int:
    if options.out is None or options.format not in (None, "parquet"):
        raise _CannotRunError("--engine spark: writes Parquet into a folder; expected --out with it, no other --format")
    if options.fail_on and options.verdict:
        raise _CannotRunError("--fail-on: spark counts only what --verdict leaves; expected one of the two")
    counts = spark.compare(options.tables, options.out, core_only=options.set == "core", verdict=options.verdict)
    for problem in counts.problems:
        print(problem, file=sys.stderr)
    print(f"claims: {counts.claims}")
    print(f"claims set aside: {counts.set_aside}")
    for line in counts.kinds_worked_out:
        print(one_line(f"kind worked out: {line}"))
    for verdict, count in counts.questions.items():
        print(f"{verdict}: {count}")
    if any(counts.questions.get(verdict) for verdict in options.fail_on):
        return FOUND
    return PROBLEMS if counts.problems else WELL


def _as_table(frame: pd.DataFrame) -> str:
    shown = frame.astype(object).map(writing.plain_text)
    names = list(shown.columns)
    widths = [max([len(name), *shown[name].str.len()]) for name in names]
    lines = [names, *shown.itertuples(index=False)]
    rows = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "".join(f"{_shown(row).rstrip()}\n" for row in rows)


def _shown(line: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in line)


def _same_words(pairs: pd.DataFrame) -> str:
    return "".join(
        f'same words, other speaker: "{pair["wording"]}": '
        f"{pair['speaker']} ({pair['event']}; {' '.join(pair['sources'])}), "
        f"{pair['other_speaker']} ({pair['other_event']}; {' '.join(pair['other_sources'])})\n"
        for pair in pairs.to_dict("records")
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
