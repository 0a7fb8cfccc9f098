"""What has been read and compared, kept: a rerun of a page computes nothing twice.

Kept by path, time and size of the files, and by the choice of sources; bounded in number, and safe for threads.
Callers get their own frame over the same data, which pandas copies only when it is written to.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import RLock

import pandas as pd

from data import findings, selection
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
    files = sorted(where.iterdir()) if where.is_dir() else [where] if where.exists() else []
    stamp = tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file())
    with _lock:
        return _read(where, stamp)


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


def _chosen(tables: Tables, sources: Iterable[str] | None) -> tuple[str, ...]:
    every = tuple(tables.sources["source"])
    if sources is None:
        return every
    chosen = set(sources)
    return tuple(source for source in every if source in chosen)


@lru_cache(maxsize=64)
def _compared(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    claims = tables.claims[tables.claims["source"].isin(sources)]
    return compare_claims(claims, tables.attributes.set_index("attribute")["expected_gap"])


@lru_cache(maxsize=64)
def _searchable(tables: Tables, sources: tuple[str, ...]) -> pd.Series:
    return selection.searchable_text(tables, sources)


@lru_cache(maxsize=128)
def _selected(tables: Tables, choice: Selection) -> View:
    sources = selection.chosen_sources(tables, choice)
    return selection.view(tables, _compared(tables, sources), _searchable(tables, sources), choice)


@lru_cache(maxsize=64)
def _same_words(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    return findings.same_words(tables.claims[tables.claims["source"].isin(sources)])
