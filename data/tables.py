"""A table set, read and checked: every problem at once, good rows kept, each claim an interval on a line."""

import contextlib
import hashlib
import os
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any

import pandas as pd

from data import claim_store, engine, inferred_kinds, interpretation, progress, search, supporting_tables, validation
from data.claim_store import ClaimStore
from data.comparison import Comparison
from data.files import PART_FOLDERS, About, Problem, TableFiles, TablesError, TextTable, file_names, read_files
from data.interpretation import References
from data.names import Names, NumberedNames
from data.once import Kept, once, once_frame
from data.passages import Verification, verify
from data.schema import SCHEMA, TRANSLATED, translation
from data.selection import Selection, View
from data.validation import check_table, unknown_ids

SHIPPED = Path(__file__).parent
MOST_COMPARISONS, MOST_VIEWS = 16, 36
"""How many choices of sources, and views of them, a set keeps with what was made of them (see `once.kept`)."""
MOST_SETS = 8
MOST_ATTEMPTS = 3
RETRY_SECONDS = 2.0


@dataclass(frozen=True, eq=False)
class Tables:
    """A table set that was read. Its frames are shared between readers and never changed.

    Every id that a claim names has a row in `events`, `sources` and `attributes`, titled by the id where their table
    lacks it. `version` is eight hexadecimal digits that change with the files. `sources` has the days (since
    1970-01-01) of `published` and `covers`; `attributes` has `kind` for every row, and `kind_worked_out` where its
    table did not give it. `problems` and `warnings` are what was found in reading;
    `kinds_worked_out` has a line for each attribute whose kind was; `set_aside` counts the rows that do not count.
    """

    path: str
    store: ClaimStore
    events: pd.DataFrame
    sources: pd.DataFrame
    attributes: pd.DataFrame
    names: pd.DataFrame
    causes: pd.DataFrame
    periods: pd.DataFrame
    units: pd.DataFrame
    about: About | None
    version: str
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    kinds_worked_out: tuple[str, ...]
    set_aside: int
    references: References
    amends: "tuple[Tables, str] | None" = None
    """The set that this one amends, and the name in the database of the questions that differ; see `amend`."""
    translates: "Tables | None" = None
    """The set of which this one is a translation; see `in_language`."""

    @property
    def claims(self) -> pd.DataFrame:
        """One row a claim that counts: the columns of its table and `claim_store.RESOLVED`; days since 1970-01-01.

        A set of more than `engine.SMALL` claims is fetched each time: ask `store` or a comparison for a part of it.
        """
        return self._claims if self.store.count <= engine.SMALL else self.store.frame()

    @once_frame
    def _claims(self) -> pd.DataFrame:
        return self.translates.claims if self.translates else self.store.frame()

    @once
    def languages(self) -> tuple[str, ...]:
        """The BCP 47 codes of the languages into which some text of the tables is translated, in order."""
        return tuple(sorted({code for _name, _text, code in self._translations}))

    def in_language(self, code: str) -> "Tables":
        """Return the same tables with their texts in a language, where they have them: the same object each time.

        The claims, and so verdicts and ids, are the same; `words` has the names, and `claims` each note in a column of
        its own. A cell that lacks a translation stays as it is, and in a language of which there is nothing, all do.
        """
        return self._in_languages.get(code) if code in self.languages else self

    @property
    def as_read(self) -> "Tables":
        """The same tables with their texts as the files have them."""
        return self.translates or self

    @once
    def _in_languages(self) -> "Kept[str, Tables]":
        return Kept(lambda code: _translated(self, code), len(self.languages))

    @once
    def _translations(self) -> tuple[tuple[str, str, str], ...]:
        """Table, column and language of each column that is a translation."""
        columns = {name: self.store.columns if name == "claims" else getattr(self, name).columns for name in TRANSLATED}
        found = ((name, translation(name, column)) for name, of_table in columns.items() for column in of_table)
        return tuple((name, *parts) for name, parts in found if parts)

    def words(self, code: str) -> Mapping[str, str]:
        """Return what names, and units that are nouns, are called in a language, by what claims call them."""
        return self._words.get(code)

    @once
    def _words(self) -> "Kept[str, Mapping[str, str]]":
        return Kept(lambda code: _words_in(self, code), max(1, len(self.languages)))

    def compare(self, sources: Iterable[str] | None = None) -> Comparison:
        """Return what the answers of `sources` (all when None) come to: for the same choice the same object.

        An id that is no source's is passed over. Nothing is worked out before it is asked for.
        """
        if sources is None:
            return self._all
        chosen = self._ids.intersection(sources)
        return self._all if chosen == self._ids else self._comparisons.get(chosen)

    def select(self, selection: Selection) -> View:
        """Return what a reader's choice leaves: the verdicts among its sources, and the questions that it keeps."""
        return self.compare(selection.sources_of(self.sources)).select(selection)

    def amend(self, added: pd.DataFrame | None = None, removed: Collection[str] = ()) -> "Tables":
        """Return a table set with some claims more or less; this one is not changed, and nothing of it is copied.

        `added` has columns of the claims' table, as text, and is checked as a table is: what is wrong with it are the
        problems of the result. `removed` are ids of claims. Only the questions that this touches are compared again.
        """
        return _amended(self, added, removed)

    def verify(self, folder: str | Path) -> Verification:
        """Return whether each claim's wording stands where its locator says, in a folder of texts; see `passages`."""
        return verify(self, Path(folder))

    @once
    def described(self) -> str:
        """The name in the database of what there is of each event: event, title, topic, scope."""
        described = self.events.drop_duplicates("event")[["event", "title", "topic", "scope"]]
        return self._all.keep("select * from incoming", "events", engine.table_of(described))

    @once
    def folded(self) -> str:
        """The name in the database of the claims' texts that are not ASCII, as searches compare them: text, folded."""
        return self._all.keep("select * from incoming", "folded", engine.table_of(search.folded_texts(self.store)))

    @once
    def folded_rows(self) -> dict[str, list[tuple[str, str]]]:
        """The rows of the other tables as searches compare them: key and folded text, by table."""
        return {name: search.folded_rows(name, getattr(self, name)) for name in search.LOOKED_THROUGH}

    @once
    def days(self) -> tuple[float, float]:
        """The first and the last day of which the claims speak, open ends aside; NaN where they speak of none."""
        ends = self._all.query(engine.rule("first_and_last_day")).astype("float64").iloc[0]
        return float(ends["first"]), float(ends["last"])

    @once
    def _all(self) -> Comparison:
        return Comparison(self, self._ids)

    @once
    def _ids(self) -> frozenset[str]:
        return frozenset(self.sources["source"])

    @once
    def views(self) -> Kept[tuple[Comparison, Selection], View]:
        """The views of the set that were asked for last, with what pages made of them (see `once.kept`)."""
        return Kept(lambda asked: View(*asked), MOST_VIEWS)

    @once
    def _comparisons(self) -> Kept[frozenset[str], Comparison]:
        return Kept(lambda chosen: Comparison(self, chosen), MOST_COMPARISONS)


def load(path: str | Path | None = None, *, or_last: bool = False) -> Tables:
    """Return the table set at `path`, or the shipped one; raise `TablesError` where no claims can be read.

    It is read anew only where a file has changed. With `or_last`, a set that was read before and cannot be any more is
    returned as it was, with a problem that says so.
    """
    where = Path(path) if path else SHIPPED
    stamp = _stamp(where)
    with _LOOKING:
        reading = _READINGS.pop(where, None)
        if reading is None or reading.is_out_of_date(stamp):
            reading = _Reading(where, stamp, reading.good if reading else None)
        _READINGS[where] = reading  # the last one asked for is the last one let go
        if len(_READINGS) > MOST_SETS:
            del _READINGS[next(iter(_READINGS))]
    found = reading.outcome
    if isinstance(found, Tables):
        return found
    if or_last and reading.good is not None:
        return reading.as_it_was
    raise TablesError(found)


_Stamp = tuple[tuple[str, int, int, int], ...]


class _Reading:
    """One reading of the set at a place; `good` is what was last read well there."""

    def __init__(self, path: Path, stamp: _Stamp, good: Tables | None) -> None:
        self.good = good
        self._path = path
        self._stamp: _Stamp | None = stamp
        self._failed = inf  # when

    def is_out_of_date(self, stamp: _Stamp) -> bool:
        """Return whether files have changed, or could not be read: one that was locked changes nothing when freed."""
        return stamp != self._stamp or monotonic() - self._failed > RETRY_SECONDS

    @once
    def outcome(self) -> Tables | str:
        """The tables, or why they cannot be read: in files that change meanwhile, one may be half written."""
        for _attempt in range(MOST_ATTEMPTS):
            read = self._read()
            stamp = _stamp(self._path)
            if stamp == self._stamp:
                break
            self._stamp = stamp
        else:
            self._stamp = None
            read = f"{self._path}: changes while it is read; expected files that nobody is writing"
        if isinstance(read, Tables):
            self.good = read
        else:
            self._failed = monotonic()
        engine.give_back_memory()
        return read

    def _read(self) -> Tables | str:
        try:
            return read_tables(self._path)
        except TablesError as error:
            return str(error)

    @once
    def as_it_was(self) -> Tables:
        """What was last read well, with the problem that it no longer can be."""
        assert self.good is not None
        problem = Problem("", None, "", f"{self.outcome}; the tables are shown as they were")
        return replace(self.good, problems=(problem, *self.good.problems))


_READINGS: dict[Path, _Reading] = {}
_LOOKING = threading.Lock()


def _stamp(where: Path) -> _Stamp:
    """Return name, times and size of each file that is read; it is asked for often, and so looks at no other."""
    place = str(where)
    if not os.path.isdir(place):  # noqa: PTH112  a path for each takes ten times as long
        return tuple(_stamps("", [place]))
    about = sorted(name for name in os.listdir(place) if name.startswith("about.") and name.endswith(".md"))  # noqa: PTH208
    found = list(_stamps(place, [*_FILES, *about]))
    folders = [name for name, *_ in found if name in PART_FOLDERS and os.path.isdir(os.path.join(place, name))]  # noqa: PTH112, PTH118
    for folder in folders or ([] if found else [""]):  # it may be a folder of parts itself
        with contextlib.suppress(OSError):
            parts = sorted(name for name in os.listdir(os.path.join(place, folder)) if name.endswith(".parquet"))  # noqa: PTH118, PTH208
            found += _stamps(place, [os.path.join(folder, part) for part in parts])  # noqa: PTH118
    return tuple(found)


def _stamps(folder: str, names: Iterable[str]) -> Iterator[tuple[str, int, int, int]]:
    for name in names:
        with contextlib.suppress(OSError):
            status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
            yield name, status.st_mtime_ns, status.st_ctime_ns, status.st_size


_FILES = [file for table in SCHEMA for file in file_names(table)]


def _version(path: Path) -> str:
    """Return the version of the files of a table set, large ones read piece by piece."""
    digests = {}
    for name, *_times in _stamp(path):
        with contextlib.suppress(OSError), (path / name).open("rb") as file:  # a folder of parts has no content itself
            digests[name] = hashlib.file_digest(file, "sha256").digest()
    return version_of(digests)


def version_of(digests: Mapping[str, bytes]) -> str:
    """Return the version of a table set: the first digits of the SHA-256 of its files' names and SHA-256."""
    found = hashlib.sha256()
    for name, digest in sorted(digests.items()):
        found.update(Path(name).name.encode() + digest)
    return found.hexdigest()[:8]


def read_tables(path: Path) -> Tables:
    """Return the table set at `path` (see `files.read_files`); raise `TablesError` where no claims can be read."""
    progress.step("reading the files")
    return tables_of(read_files(path), str(path), _version(path))


def tables_of(files: TableFiles, path: str, version: str) -> Tables:
    """Return the table set that was found in some files; `path` is what it is called, `version` of `version_of`."""
    progress.step("checking each cell")
    checked = {name: check_table(name, files.tables.get(name)) for name in SCHEMA}
    problems = [problem for table in checked.values() for problem in table.problems]
    file = checked["claims"].file
    read = _with_own_columns_apart(checked["claims"].frame)

    names = Names(checked["names"].frame, checked["names"].file)
    problems += names.problems
    given = checked["attributes"].frame
    worked_out = inferred_kinds.work_out(_seen(read[~read["attribute"].isin(supporting_tables.given_kinds(given))]))
    attributes = supporting_tables.with_kinds(given, worked_out)
    for table, column in (("events", "event"), ("sources", "source"), ("attributes", "attribute")):
        if table in files.tables:
            problems += unknown_ids(read[column], column, file, checked[table])
    sources = supporting_tables.with_missing(checked["sources"].frame, "source", read["source"])
    sources = supporting_tables.with_days(sources, ("published", "covers"))
    known = supporting_tables.references_of(names, attributes, sources)
    named = {*read["origin"].unique(), *read["source"].unique()}
    problems += supporting_tables.circles(named, known, checked["sources"].file)
    progress.step("reading each value")
    numbered = NumberedNames(names)
    resolved, failures = interpretation.resolve(read, known, numbered.number)
    problems += validation.problems(failures, file)
    editions, repeated = supporting_tables.editions_of(sources, checked["sources"].file)
    problems += repeated
    progress.step("finding the questions")
    answered, questions = interpretation.with_questions(resolved)
    expected = dict(zip(attributes["attribute"], attributes["expected_gap"], strict=True))
    questions["expected_gap"] = questions["attribute"].map(expected).astype("float64")
    problems.sort(key=lambda problem: (problem.file, problem.row or 0))
    progress.step("putting the claims into the database")
    store = claim_store.store(answered, questions, sources, editions, numbered.of_table, list(read.columns))
    return Tables(
        path=path,
        store=store,
        events=supporting_tables.with_missing(checked["events"].frame, "event", read["event"]),
        sources=sources,
        attributes=attributes,
        names=names.frame,
        causes=checked["causes"].frame,
        periods=checked["periods"].frame,
        units=checked["units"].frame,
        about=files.about,
        version=version,
        problems=tuple(problems),
        warnings=tuple(interpretation.warnings(questions)),
        kinds_worked_out=tuple(inferred_kinds.lines(worked_out)),
        set_aside=sum(table.set_aside for table in checked.values()) + len(read) - len(resolved),
        references=known,
    )


def _with_own_columns_apart(read: pd.DataFrame) -> pd.DataFrame:
    """Return claims in which no column is called like one that is worked out: a table's `low` is `low (as read)`."""
    ours = {*claim_store.WORKED_OUT, "spelling"}
    renamed = {}
    for name in ours.intersection(read.columns):
        renamed[name] = f"{name} (as read)"
        while renamed[name] in read.columns:
            renamed[name] += " (as read)"
    return read.rename(columns=renamed)


def _seen(read: pd.DataFrame) -> pd.DataFrame:
    """Return how often each attribute is given each value, with a unit or without: what kinds are worked out of."""
    cells = read[["attribute", "value"]].assign(has_unit=read["unit"] != "")
    return cells.value_counts().rename("claims").reset_index()


# --- In another language ---------------------------------------------------------------------------------------------


def _translated(tables: Tables, code: str) -> Tables:
    frames: dict[str, Any] = {}
    for name, text, language in tables._translations:
        if language == code and name not in ("claims", "names"):  # whose texts are ids too, or stand in the database
            frame = frames.get(name, getattr(tables, name))
            cells = frame[f"{text}_{code}"]
            frames[name] = frame.assign(**{text: cells.where(cells != "", frame[text])})
    about = tables.about and tables.about.in_languages.get(code, tables.about)
    return replace(tables, **frames, about=about, translates=tables)


def _words_in(tables: Tables, code: str) -> Mapping[str, str]:
    names, units = tables.names, tables.units
    pairs = [(names, "name", "name"), (units, "singular", "singular"), (units, "label", "label")]
    nouns = units[units["unit"].str.contains("[a-z]{4}")]  # codes and symbols stand in every language as they are
    found: dict[str, str] = {}
    for frame, key, text in [*pairs, (nouns, "unit", "label")]:
        if f"{text}_{code}" in frame:
            found |= {word: said for word, said in zip(frame[key], frame[f"{text}_{code}"], strict=True) if said}
    return found


# --- Some claims more or less ---------------------------------------------------------------------------------------


def _amended(tables: Tables, added: pd.DataFrame | None, removed: Collection[str]) -> Tables:
    rows = pd.DataFrame({"claim": []}, dtype="str") if added is None else added.reset_index(drop=True)
    table = check_table("claims", TextTable("added claims", rows.set_axis(rows.index + 2)))
    new = _with_own_columns_apart(table.frame)
    worked_out = inferred_kinds.work_out(_seen(new[~new["attribute"].isin(tables.attributes["attribute"])]))
    found = supporting_tables.with_kinds(check_table("attributes", None).frame, worked_out)
    attributes = pd.concat([tables.attributes, found], ignore_index=True)
    sources = supporting_tables.with_missing(tables.sources, "source", new["source"])
    known = supporting_tables.references_of(tables.references.names, attributes, sources)
    resolved, failures = interpretation.resolve(new, known, tables.store.number_names)
    store, changed = tables.store.amended(resolved, sources, removed)
    return replace(
        tables,
        store=store,
        events=supporting_tables.with_missing(tables.events, "event", new["event"]),
        sources=sources,
        attributes=attributes,
        problems=(*table.problems, *validation.problems(failures, table.file)),
        kinds_worked_out=(*tables.kinds_worked_out, *inferred_kinds.lines(worked_out)),
        set_aside=tables.set_aside + table.set_aside + len(new) - len(resolved),
        references=known,
        amends=(tables, changed),
        translates=None,
    )
