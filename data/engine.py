"""The embedded database in which claims are kept and compared: DuckDB, one in the process.

The rules stand in `rules/*.sql`, in the SQL that DuckDB and Spark share; the few words that DuckDB spells otherwise
are taught to it here. Each request works on a cursor of its own, so that none waits for another.
"""

import atexit
import itertools
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    import duckdb

RULES = Path(__file__).parent / "rules"
SPARK_WORDS = (
    "array_join(items, between) as array_to_string(items, between)",
    "collect_set(item) as list_distinct(list(item))",
    "collect_list(item) as list(item)",
    "size(items) as len(items)",
    "struct(a, b) as struct_pack(a := a, b := b)",
)
MEMORY = "600MB"
"""What the database takes at most; what is larger is set down in a folder meanwhile, which costs little time."""
SMALL = 50_000
"""Claims of a set, or rows of an answer, that are few: what is done for many costs more than it saves."""
_FEW = {text: pd.StringDtype("python", na_value=np.nan) for text in (pa.string(), pa.large_string())}
"""How text comes out of a query of few rows."""
OFTEN = 20
"""After how many cursors memory is given back, which takes some 8 ms: what 20 of them leave are 10 to 40 MB."""
MOST_SET_DOWN = 64 * 2**20
"""Bytes that the database has in use, above which it is left as it is: all of it would be set down and read again."""
_numbers = itertools.count(1)
_cursors = itertools.count(1)
_begin = threading.Lock()


@lru_cache(maxsize=1)
def _database() -> "duckdb.DuckDBPyConnection":
    """Return the one connection of the process; what does not fit into memory goes to a folder that ends with it."""
    import duckdb  # takes a fifth of the time of importing the package, which only using it has to pay

    spill = tempfile.mkdtemp(prefix="claims-")
    atexit.register(shutil.rmtree, spill, ignore_errors=True)
    connection = duckdb.connect(
        config={"temp_directory": spill, "memory_limit": MEMORY, "preserve_insertion_order": False, "threads": 1}
    )
    for word in SPARK_WORDS:
        connection.execute(f"create macro {word}")
    connection.execute("create table held as select 0 as nothing")  # see give_back_memory
    return connection


def cursor() -> "duckdb.DuckDBPyConnection":
    """Return a cursor of the process's database, for one request: what it sets or names for a time is its own."""
    with _begin:  # opening it twice would be two databases
        found = _database().cursor()
    if next(_cursors) % OFTEN == 0:
        give_back_memory()
    return found


def give_back_memory() -> None:
    """Give memory that Arrow and the database would keep for what comes next back to the system.

    The database also remembers the blocks of queries that are done, some 45 MB of them in the long run. It purges each
    of its queues of what may be set down only above 32,768 (`duckdb_eviction_queues` tells of them), but goes through
    them all for a limit below what it has in use, and refuses it, and changes nothing, where that cannot be kept: what
    is `held` is never set down.
    """
    import duckdb

    pa.default_memory_pool().release_unused()
    with cursor() as own:
        used = own.execute("select coalesce(sum(memory_usage_bytes), 0) from duckdb_memory()").fetchall()[0][0]
        if used <= MOST_SET_DOWN:
            with suppress(duckdb.OutOfMemoryException):  # as it should be
                own.execute("set memory_limit = '1KB'")
        own.execute(f"set memory_limit = '{MEMORY}'")  # as it is: with this its allocator lets go of what is free


def drop(*made: str) -> None:
    """Drop what stands in the database, each given as its kind and name, such as `table left_3`."""
    with cursor() as own:
        for kind, name in (each.split(" ") for each in made):
            own.execute(f"drop {kind} if exists {name} cascade")


def drop_with(owner: object, *made: str) -> None:
    """Do so when an owner goes; with the process the whole database goes, and its folder before."""
    weakref.finalize(owner, drop, *made).atexit = False


def use_cores(claims: int) -> None:
    """Use all cores for each query from now on, where a set of so many claims is large enough to gain by it."""
    if claims > SMALL:
        cursor().execute("reset threads")


def fresh_name(kind: str) -> str:
    """Return a name that no table or schema of the database has yet, such as `set_3`."""
    return f"{kind}_{next(_numbers)}"


@lru_cache
def _text(name: str) -> str:
    return (RULES / f"{name}.sql").read_text(encoding="utf-8")


def rule(name: str, **parts: str) -> str:
    """Return the SQL text of `rules/<name>.sql`, with `parts` in the places that it names in braces."""
    return _text(name).format(**parts) if parts else _text(name)


def frame(relation: "duckdb.DuckDBPyRelation") -> pd.DataFrame:
    """Return what a query gives as a frame: text as `str`, a missing number as NaN.

    Few rows have their text as Python has it, which is handled faster one by one; many as Arrow has it, which is less.
    """
    rows = relation.to_arrow_table()
    found: pd.DataFrame = rows.to_pandas(types_mapper=_FEW.get if rows.num_rows <= SMALL else None)
    return found


def table_of(rows: pd.DataFrame) -> pa.Table:
    """Return a frame as the Arrow table that DuckDB reads without a copy of each cell."""
    return pa.Table.from_pandas(rows, preserve_index=False)


def listed(texts: Iterable[str]) -> str:
    """Return texts as the items of an SQL list."""
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts) or "null"
