"""What has been read and compared, kept: a rerun of a page computes nothing twice.

Kept by path, time and size of the files, and by the choice of sources; bounded in number, and safe for threads.
Callers get their own frame over the same data, which pandas copies only when it is written to.
"""

import contextlib
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import RLock

import pandas as pd

from data import findings, leaving_out, meetings, of_sources, parts, selection
from data.files import file_names
from data.meetings import Meetings
from data.schema import SCHEMA
from data.selection import Selection, View
from data.tables import Tables, read_tables
from data.verdicts import compare_claims

SHIPPED = Path(__file__).parent
_lock = RLock()


def load(path: str | Path | None = None) -> Tables:
    """Return the table set at `path`, or the shipped one; raise `TablesError` where no claims can be read.

    Read anew only where a file has changed.
    """
    where = Path(path) if path else SHIPPED
    with _lock:
        return _read(where, _stamp(where))


def _stamp(where: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of each file that is read; it is asked for often, and so looks at no other."""
    names = [file for table in SCHEMA for file in file_names(table)] if where.is_dir() else [""]
    found = []
    for name in names:
        with contextlib.suppress(OSError):
            status = os.stat(os.path.join(where, name))  # noqa: PTH116, PTH118  a path for each takes ten times as long
            found.append((name, status.st_mtime_ns, status.st_size))
    return tuple(found)


@lru_cache(maxsize=8)
def _read(path: Path, stamp: tuple[tuple[str, int, int], ...]) -> Tables:  # noqa: ARG001  the stamp is part of the key
    return read_tables(path)


def compare(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return one row a question with its verdict among `sources` (all when None); see `verdicts.compare_claims`."""
    with _lock:
        return _compared(tables, _chosen(tables, sources)).copy(deep=False)


def select(tables: Tables, choice: Selection) -> View:
    """Return what a reader's choice leaves: its questions with their verdicts, and the claims that answer them."""
    with _lock:
        found = _selected(tables, choice)
    return View(found.questions.copy(deep=False), found.claims.copy(deep=False), found.sources)


def same_words(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the pairs of events in which different speakers used nearly the same words; see `findings`."""
    with _lock:
        return _same_words(tables, _chosen(tables, sources)).copy(deep=False)


def silences(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return why each source gives no answer to each question that it does not answer; see `findings`."""
    with _lock:
        return _silences(tables, _chosen(tables, sources)).copy(deep=False)


def most_contested(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the contested questions, the most contested first; see `findings`."""
    with _lock:
        return _most_contested(tables, _chosen(tables, sources)).copy(deep=False)


def over_time(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the answers to each question in the order in which they were published; see `findings`."""
    with _lock:
        return _over_time(tables, _chosen(tables, sources)).copy(deep=False)


def sides(tables: Tables, sources: Iterable[str] | None = None, questions: Iterable[str] | None = None) -> pd.DataFrame:
    """Return what the answers to each question, or to some, come down to, and who holds each side; see `parts`."""
    with _lock:
        asked = None if questions is None else tuple(questions)
        return _sides(tables, _chosen(tables, sources), asked).copy(deep=False)


def pivotal(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the sources each of which, left out alone, ends the contest over a question; see `leaving_out`."""
    with _lock:
        return _pivotal(tables, _chosen(tables, sources)).copy(deep=False)


def without(
    tables: Tables, left_out: Iterable[str] = (), sources: Iterable[str] | None = None, one_per_origin: bool = False
) -> pd.DataFrame:
    """Return the questions whose verdict changes where some of `sources` are left out; see `leaving_out`."""
    with _lock:
        chosen = _chosen(tables, sources)
        return _without(tables, chosen, frozenset(left_out) & frozenset(chosen), one_per_origin).copy(deep=False)


def relations(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return how the answers of each two sources to each question that both answer relate; see `meetings`."""
    with _lock:
        return _relations(tables, _chosen(tables, sources)).copy(deep=False)


def two_sources(tables: Tables, one: str, other: str) -> pd.DataFrame:
    """Return each question that either of two sources answers, and how their answers relate; see `of_sources`."""
    with _lock:
        chosen = _chosen(tables, (one, other))
        return of_sources.two_sources(_met(tables, chosen), _relations(tables, chosen), one, other)


def pairs(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return how often each two sources agree and part on what both answer; see `of_sources`."""
    with _lock:
        return _pairs(tables, _chosen(tables, sources)).copy(deep=False)


def source_order(tables: Tables, sources: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return the sources so that those that part least stand together; see `of_sources`."""
    with _lock:
        return _source_order(tables, _chosen(tables, sources))


def standings(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return how each source stands beside the others on each of its questions; see `of_sources`."""
    with _lock:
        return _standings(tables, _chosen(tables, sources)).copy(deep=False)


def profiles(tables: Tables, sources: Iterable[str] | None = None) -> pd.DataFrame:
    """Return one row a source: its claims, origins and dates, and how its answers stand; see `of_sources`."""
    with _lock:
        return _profiles(tables, _chosen(tables, sources)).copy(deep=False)


def _chosen(tables: Tables, sources: Iterable[str] | None) -> tuple[str, ...]:
    every = tuple(tables.sources["source"])
    if sources is None:
        return every
    chosen = set(sources)
    return tuple(source for source in every if source in chosen)


@lru_cache(maxsize=64)
def _compared(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    """Return the comparison; a question that all who answer it still do is taken over from that of all sources."""
    usual = tables.attributes.set_index("attribute")["expected_gap"]
    chosen = tables.claims["source"].isin(sources)
    if chosen.all():
        return compare_claims(tables.claims, usual)
    lost = tables.claims.loc[~chosen, "question"]
    again = compare_claims(tables.claims[chosen & tables.claims["question"].isin(lost)], usual)
    every = _compared(tables, _chosen(tables, None))
    taken = every[~every["question"].isin(lost)]
    return pd.concat([taken, again]).sort_values("question", ignore_index=True) if len(taken) else again


@lru_cache(maxsize=64)
def _searchable(tables: Tables, sources: tuple[str, ...]) -> pd.Series:
    return selection.searchable_text(tables, sources)


@lru_cache(maxsize=128)
def _selected(tables: Tables, choice: Selection) -> View:
    sources = selection.chosen_sources(tables, choice)
    searchable = _searchable(tables, sources) if choice.words.strip() else pd.Series(dtype="str")
    return selection.view(tables, _compared(tables, sources), searchable, choice)


@lru_cache(maxsize=64)
def _same_words(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return findings.same_words(tables.claims[tables.claims["source"].isin(sources)])


@lru_cache(maxsize=8)
def _met(tables: Tables, sources: tuple[str, ...]) -> Meetings:
    return meetings.meetings(tables.claims[tables.claims["source"].isin(sources)], sources)


@lru_cache(maxsize=8)
def _relations(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return meetings.relations(_met(tables, sources))


@lru_cache(maxsize=8)
def _silences(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return findings.silences(tables, sources)


@lru_cache(maxsize=64)
def _most_contested(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    claims = tables.claims[tables.claims["source"].isin(sources)]
    return findings.most_contested(tables, _compared(tables, sources), claims)


@lru_cache(maxsize=16)
def _over_time(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return findings.over_time(tables, tables.claims[tables.claims["source"].isin(sources)])


@lru_cache(maxsize=64)
def _sides(tables: Tables, sources: tuple[str, ...], questions: tuple[str, ...] | None) -> pd.DataFrame:
    if questions is None:
        return parts.sides(_met(tables, sources))
    claims = tables.claims[tables.claims["question"].isin(questions) & tables.claims["source"].isin(sources)]
    return parts.sides(meetings.meetings(claims, sources))


@lru_cache(maxsize=64)
def _pivotal(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return leaving_out.pivotal(_met(tables, sources))


@lru_cache(maxsize=64)
def _without(tables: Tables, sources: tuple[str, ...], left_out: frozenset[str], one_per_origin: bool) -> pd.DataFrame:
    return leaving_out.without(
        _met(tables, sources), left_out, tables.sources.set_index("source")["published_low"] if one_per_origin else None
    )


@lru_cache(maxsize=64)
def _pairs(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return of_sources.pairs(_relations(tables, sources))


@lru_cache(maxsize=64)
def _source_order(tables: Tables, sources: tuple[str, ...]) -> tuple[str, ...]:
    return of_sources.source_order(_met(tables, sources), _pairs(tables, sources))


@lru_cache(maxsize=64)
def _standings(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return of_sources.standings(_met(tables, sources), _relations(tables, sources))


@lru_cache(maxsize=64)
def _profiles(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return of_sources.profiles(_met(tables, sources), _standings(tables, sources))
