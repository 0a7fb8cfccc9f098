"""A table set, read and checked: every problem at once, good rows kept, each claim an interval on a line."""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from data import claims, kinds, resolution, validation, values
from data.claims import ClaimStore
from data.comparison import Comparison
from data.files import About, Problem, file_names, quoted, read_files
from data.names import Names
from data.once import Kept, once
from data.passages import Verification, verify
from data.resolution import References
from data.schema import SCHEMA
from data.selection import Selection, View
from data.validation import check_table, unknown_ids

SHIPPED = Path(__file__).parent
IN_MEMORY = 50_000
"""Claims up to which a set is also kept as a frame; larger ones stay in the database."""
MOST_COMPARISONS = 64


@dataclass(frozen=True, eq=False)
class Tables:
    """A table set that was read. Its frames are shared between readers and never changed.

    Every id that a claim names has a row in `events`, `sources` and `attributes`, titled by the id where their table
    lacks it. `sources` has the days (since 1970-01-01) of `published` and `covers`; `attributes` has `kind` for every
    row, and `kind_worked_out` where its table did not give it. `problems` and `warnings` are what was found in reading;
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
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    kinds_worked_out: tuple[str, ...]
    set_aside: int
    references: References

    @property
    def claims(self) -> pd.DataFrame:
        """One row a claim that counts: the columns of its table and `claims.RESOLVED`; days since 1970-01-01.

        A set of more than `IN_MEMORY` claims is fetched anew each time: ask `store` or a comparison for a part of it.
        """
        return self._claims.copy(deep=False) if self.store.count <= IN_MEMORY else self.store.frame()

    @once
    def _claims(self) -> pd.DataFrame:
        return self.store.frame()

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

    def verify(self, folder: str | Path) -> Verification:
        """Return whether each claim's wording stands where its locator says, in a folder of texts; see `passages`."""
        return verify(self, Path(folder))

    @once
    def _all(self) -> Comparison:
        return Comparison(self, self._ids)

    @once
    def _ids(self) -> frozenset[str]:
        return frozenset(self.sources["source"])

    @once
    def _comparisons(self) -> Kept[frozenset[str], Comparison]:
        return Kept(lambda chosen: Comparison(self, chosen), MOST_COMPARISONS)


def load(path: str | Path | None = None) -> Tables:
    """Return the table set at `path`, or the shipped one; raise `TablesError` where no claims can be read.

    It is read anew only where a file has changed.
    """
    where = Path(path) if path else SHIPPED
    return _read(where, _stamp(where))


def _stamp(where: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of each file that is read; it is asked for often, and so looks at no other."""
    names = [*(file for table in SCHEMA for file in file_names(table)), "about.md"] if where.is_dir() else [""]
    found = []
    for name in names:
        with contextlib.suppress(OSError):
            status = os.stat(os.path.join(where, name))  # noqa: PTH116, PTH118  a path for each takes ten times as long
            found.append((name, status.st_mtime_ns, status.st_size))
    return tuple(found)


@lru_cache(maxsize=8)
def _read(path: Path, stamp: tuple[tuple[str, int, int], ...]) -> Tables:  # noqa: ARG001  the stamp is part of the key
    return read_tables(path)


def read_tables(path: Path) -> Tables:
    """Return the table set at `path` (see `files.read_files`); raise `TablesError` where no claims can be read."""
    files = read_files(path)
    checked = {name: check_table(name, files.tables.get(name)) for name in SCHEMA}
    problems = [problem for table in checked.values() for problem in table.problems]
    file = checked["claims"].file
    read = checked["claims"].frame.rename(columns={name: f"{name} (as read)" for name in claims.RESOLVED})

    names = Names(checked["names"].frame, checked["names"].file)
    problems += names.problems
    given = checked["attributes"].frame
    unsettled = read.loc[~read["attribute"].isin(given_kinds(given)), ["attribute", "value", "unit"]]
    seen = unsettled.assign(has_unit=unsettled.pop("unit") != "").value_counts().rename("claims").reset_index()
    worked_out = kinds.work_out(seen)
    attributes = with_kinds(given, worked_out)
    for table, column in (("events", "event"), ("sources", "source"), ("attributes", "attribute")):
        if table in files.tables:
            problems += unknown_ids(read[column], column, file, checked[table])
    sources = with_days(_with_missing(checked["sources"].frame, "source", read["source"]), ("published", "covers"))
    references = references_of(names, attributes, sources)
    problems += circles({*read["origin"].unique(), *read["source"].unique()}, references, checked["sources"].file)
    resolved, failures = resolution.resolve(read, references)
    problems += validation.problems(failures, file)
    editions, repeated = editions_of(sources, checked["sources"].file)
    problems += repeated
    answered, questions = resolution.with_questions(resolved)
    expected = dict(zip(attributes["attribute"], attributes["expected_gap"], strict=True))
    questions["expected_gap"] = questions["attribute"].map(expected).astype("float64")
    problems.sort(key=lambda problem: (problem.file, problem.row or 0))
    return Tables(
        path=str(path),
        store=claims.store(answered, questions, sources, editions, list(read.columns)),
        events=_with_missing(checked["events"].frame, "event", read["event"]),
        sources=sources,
        attributes=attributes,
        names=names.frame,
        causes=checked["causes"].frame,
        periods=checked["periods"].frame,
        units=checked["units"].frame,
        about=files.about,
        problems=tuple(problems),
        warnings=tuple(resolution.warnings(questions)),
        kinds_worked_out=tuple(kinds.lines(worked_out)),
        set_aside=sum(table.set_aside for table in checked.values()) + len(read) - len(resolved),
        references=references,
    )


def _with_missing(frame: pd.DataFrame, column: str, ids: pd.Series) -> pd.DataFrame:
    """Return a table with a row for each id that claims name, and a title for each."""
    missing = sorted(set(ids.unique()) - set(frame[column]))
    added = pd.DataFrame({column: missing}, dtype="str").reindex(columns=frame.columns, fill_value="")
    full = pd.concat([frame, added], ignore_index=True)
    return full.assign(title=full["title"].where(full["title"] != "", full[column]))


def given_kinds(attributes: pd.DataFrame) -> pd.Series:
    """Return the attributes of a table whose kind stands there: that of the others is worked out of their claims."""
    return attributes.loc[attributes["kind"] != "", "attribute"]


def with_kinds(attributes: pd.DataFrame, worked_out: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each attribute of the table or of those whose kind was worked out (see `kinds.work_out`)."""
    missing = sorted(set(worked_out.index) - set(attributes["attribute"]))
    added = pd.DataFrame({"attribute": missing}, dtype="str").reindex(columns=attributes.columns, fill_value="")
    frame = pd.concat([attributes, added], ignore_index=True)
    unknown = frame["kind"] == ""
    kind = frame["kind"].where(~unknown, frame["attribute"].map(worked_out["kind"]).fillna("name"))
    return frame.assign(
        kind=kind.astype("str"),
        kind_worked_out=unknown,
        multiple=frame["multiple"] == "true",
        label=frame["label"].where(frame["label"] != "", frame["attribute"]),
        expected_gap=pd.to_numeric(frame["expected_gap"], errors="coerce").astype("float64"),
    )


def references_of(names: Names, attributes: pd.DataFrame, sources: pd.DataFrame) -> References:
    """Return what the meaning of claims hangs on, of tables as `with_kinds` and `with_days` give them."""
    return References(
        names=names,
        kinds=dict(zip(attributes["attribute"], attributes["kind"], strict=True)),
        lists=frozenset(attributes.loc[attributes["multiple"], "attribute"]),
        origins=dict(zip(sources["source"], sources["origin"], strict=True)),
        published=dict(zip(sources["source"], sources["published_high"], strict=True)),
    )


def with_days(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return a table with the first and the last day, `_low` and `_high`, of some columns of dates."""
    for column in columns:
        days = values.DATE.parse(frame[column])
        frame = frame.assign(**{f"{column}_low": days["low"], f"{column}_high": days["high"]})
    return frame


def circles(named: Iterable[str], references: References, file: str) -> list[Problem]:
    """Return a problem for each circle that the origins named run into."""
    found = {resolution.chain(name, references.origins)[1] for name in named}
    rings = {frozenset(circle): circle for circle in sorted(found) if circle}
    return [
        Problem(
            file,
            None,
            "origin",
            f"{' → '.join([*ring, ring[0]])} is a circle; expected an origin at its end; {quoted(min(ring))} is taken",
        )
        for ring in rings.values()
    ]


def editions_of(sources: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Return each pair of sources of which the second replaces the first, by whatever chain, and what is wrong there."""
    replaces = {
        source: older
        for source, older in zip(sources["source"], sources["replaces"], strict=True)
        if older and older != source
    }
    known = set(sources["source"])
    pairs: list[tuple[str, str]] = []
    problems = []
    circles = {frozenset(circle): circle for source in replaces if (circle := resolution.chain(source, replaces)[1])}
    for ring in circles.values():
        text = f"{' → '.join([*ring, ring[0]])} is a circle; expected the older edition; none of these replaces another"
        problems.append(Problem(file, None, "replaces", text))
    in_circle = set().union(*circles)
    for newer in replaces:
        source = newer
        while (older := replaces.get(source)) and not {source, older} <= in_circle:
            if older not in known:
                text = f"{quoted(older)} is not in {file}; expected a source that stands there"
                problems.append(Problem(file, None, "replaces", text))
                break
            pairs.append((older, newer))
            source = older
    return pd.DataFrame(sorted(set(pairs)), columns=["older", "newer"], dtype="str"), list(dict.fromkeys(problems))
