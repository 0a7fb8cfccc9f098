"""The claims of a table set, in the process's database: a notebook asks for all of them, a page for those it shows.

Each set has a schema of its own with these tables, whose ids are numbers, since numbers are compared fastest:

- `answers`: what verdicts are made of, one row a claim: number (its place in the table), question, source, root,
  voice (null where the source speaks for itself), value, is_name, own, denies, is_derived, spelling, low, high;
- `texts`: the cells of each claim that no verdict hangs on, by number; in columns `cell_0`, `cell_1`, … since those of
  a table may have any name, and those of the database are told apart without their case;
- `questions`: question, id, event, attribute, period, unit, planned, member, kind, period_low, period_high;
- `sources` (number, id, and published, the first day), `roots` and `voices` (number, id); `editions` (older, newer).
"""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from data import engine
from data.interpretation import with_questions

IN_OTHERS = ("event", "source", "attribute", "value", "unit", "period", "voice")
"""The columns of the claims' table that stand in `answers` and `questions`."""
RESOLVED = (
    "question", "kind", "planned", "member", "low", "high", "own", "denies", "is_derived", "root",
    "period_low", "period_high",
)  # fmt: skip
"""The columns of a claim that are worked out, beside those of its table."""
WORKED_OUT = (*RESOLVED, "superseded")
"""The same, with what hangs on a choice of sources, too: see `View.claims`."""


class ClaimStore:
    """The resolved claims of one table set, never changed once they stand; gone with the last who holds them."""

    def __init__(self, schema: str, columns: Sequence[str], count: int, base: "ClaimStore | None" = None) -> None:
        self.schema, self.columns, self.count = schema, tuple(columns), count
        self._base = base  # which must not go before this one
        engine.drop_with(self, f"schema {schema}")

    def cursor(self) -> Any:
        """Return a cursor that finds the tables of this set by their names; to be used with `with`."""
        cursor = engine.cursor()
        cursor.execute(f"use {self.schema}")
        return cursor

    def cell(self, column: str) -> str:
        """Return the name that a column of the claims' table has in `texts`."""
        return f"cell_{_in_texts(self.columns).index(column)}"

    def count_questions(self) -> int:
        """Return how many questions the claims answer."""
        with self.cursor() as cursor:
            return int(cursor.sql("select count(*) from questions").fetchall()[0][0])

    def count_empty(self, column: str) -> int:
        """Return how many claims have nothing in a column of their table."""
        with self.cursor() as cursor:
            return int(cursor.sql(f"select count(*) from texts where {self.cell(column)} = ''").fetchall()[0][0])

    def number_names(self, labels: pd.Series) -> pd.DataFrame:
        """Return `low` and `high` of each label as it is numbered here; new ones get numbers that no other has."""
        with self.cursor() as cursor:
            listed = engine.listed(labels.unique())
            known = engine.frame(
                cursor.sql(
                    f"select distinct value as name, low, high from answers where is_name and value in ({listed}) "
                    f"union select name, low, high from names where name in ({listed})"
                )
            ).set_index("name")
            free = 1 + float(cursor.sql("select coalesce(max(high), 0) from answers where is_name").fetchall()[0][0])
        new = pd.Index(labels.unique()).difference(known.index)
        added = pd.DataFrame({"low": free + np.arange(len(new)), "high": free + np.arange(len(new))}, index=new)
        return pd.concat([known, added]).reindex(labels).set_axis(labels.index)

    def amended(self, added: pd.DataFrame, sources: pd.DataFrame, removed: Collection[str]) -> tuple["ClaimStore", str]:
        """Return a store with some resolved claims more and some less, and a table's name: of the questions touched.

        Nothing of this store is copied: the new one looks into it. `sources` are those of this store and new ones.
        """
        added, asked = with_questions(added)
        schema = engine.fresh_name("claims")
        cells = _cells(added, self.columns)
        incoming = added[["source", "root", "voice", "value", "own", "denies", "is_derived", "spelling", "low", "high"]]
        incoming = pd.concat([incoming, cells], axis=1).assign(
            question_place=added["question"], is_name=added["kind"] == "name", place=np.arange(len(added))
        )
        with engine.cursor() as cursor:
            cursor.execute(f"create schema {schema}")
            cursor.execute(f"use {schema}")
            for name, rows in {
                "incoming": incoming,
                "asked": asked.assign(place=np.arange(len(asked))),
                "described": _described(sources),
                "gone": pd.DataFrame({"claim": list(removed)}, dtype="str"),
            }.items():
                cursor.register(name, engine.table_of(rows))
            parts = {"claim": self.cell("claim"), "cells": ", ".join(cells.columns)}
            for statement in engine.rule("amended_claims", base=self.schema, **parts).split(";\n"):
                cursor.execute(statement)
            count = int(cursor.sql("select count(*) from removed").fetchall()[0][0])
        return ClaimStore(schema, self.columns, self.count + len(added) - count, self), f"{schema}.changed"

    def of_questions(self, ids: Collection[str] | None) -> str:
        """Return the SQL condition that an answer is to one of these questions, or to any."""
        if ids is None:
            return "true"
        return f"question in (select question from questions where id in ({engine.listed(ids)}))"

    def frame(self, where: str = "true", first: int = 0, rows: int | None = None) -> pd.DataFrame:
        """Return the claims that meet an SQL condition on `answers` (as `a`), `texts` (`t`) and `questions` (`q`).

        Columns: those of the table, then `RESOLVED`; sorted as the table was, all or some rows from the `first`.
        """
        of_question = ("event", "attribute", "period", "unit", "kind", "planned", "member", "period_low", "period_high")
        named = {name: f"q.{name}" for name in of_question}
        named |= {name: f"a.{name}" for name in ("value", "low", "high", "own", "denies", "is_derived")}
        named |= {"source": "s.id", "root": "r.id", "voice": "coalesce(v.id, '')", "question": "q.id"}
        named |= {name: f"t.cell_{place}" for place, name in enumerate(_in_texts(self.columns))}
        names = [*self.columns, *RESOLVED]
        columns = ", ".join(f"{named[name]} as column_{place}" for place, name in enumerate(names))
        with self.cursor() as cursor:
            found = engine.frame(
                cursor.sql(
                    f"select {columns} from answers a join texts t using (number) "
                    "join questions q on a.question = q.question join sources s on a.source = s.number "
                    "join roots r on a.root = r.number left join voices v on a.voice = v.number "
                    f"where {where} order by a.number"
                    + ("" if rows is None else f" limit {int(rows)} offset {int(first)}")
                )
            )
        return found.set_axis(names, axis=1)


def _in_texts(columns: Sequence[str]) -> list[str]:
    return [name for name in columns if name not in IN_OTHERS]


def _cells(claims: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return the cells of claims that stand in `texts`, empty where the claims lack a column of the table."""
    cells = claims.reindex(columns=_in_texts(columns), fill_value="")
    return cells.set_axis([f"cell_{place}" for place in range(cells.shape[1])], axis=1)


def store(
    claims: pd.DataFrame,
    questions: pd.DataFrame,
    sources: pd.DataFrame,
    editions: pd.DataFrame,
    names: pd.DataFrame,
    columns: Sequence[str],
) -> ClaimStore:
    """Put resolved claims and their questions into the database.

    `names` are the intervals of those in the names table: name, low, high; `columns` are those of the claims' table.
    """
    ids = pd.Index(sources["source"])
    source, source_ids = pd.factorize(claims["source"])
    root, roots = pd.factorize(claims["root"])
    voice, voices = pd.factorize(claims["voice"])
    spelling, spellings = pd.factorize(claims["spelling"])
    editions = pd.DataFrame({end: ids.get_indexer(pd.Index(editions[end])) for end in ("older", "newer")})
    tables = {
        "answers": pa.table(
            {
                "number": _numbers(np.arange(len(claims))),
                "question": _numbers(claims["question"].to_numpy()),
                "source": _numbers(ids.get_indexer(pd.Index(source_ids))[source]),
                "root": _numbers(root),
                "voice": _numbers(voice, claims["voice"] == ""),
                "value": pa.array(claims["value"]),
                "is_name": pa.array((claims["kind"] == "name").to_numpy()),
                **{name: pa.array(claims[name].to_numpy(dtype=bool)) for name in ("own", "denies", "is_derived")},
                "spelling": _numbers(spelling, claims["spelling"] == ""),
                **{name: pa.array(claims[name].to_numpy(dtype="float64")) for name in ("low", "high")},
            }
        ),
        "texts": pa.table(
            {f"cell_{place}": pa.array(claims[name]) for place, name in enumerate(_in_texts(columns))}
            | {"number": pa.array(np.arange(len(claims)))}
        ),
        "questions": engine.table_of(questions.assign(question=np.arange(len(questions)))),
        "sources": engine.table_of(_described(sources)),
        "roots": pa.table({"number": pa.array(np.arange(len(roots))), "id": pa.array(roots)}),
        "voices": pa.table({"number": pa.array(np.arange(len(voices))), "id": pa.array(voices)}),
        "spellings": pa.table({"number": pa.array(np.arange(len(spellings))), "id": pa.array(spellings)}),
        "names": engine.table_of(names),
        "editions": engine.table_of(editions),
    }
    return _stored(columns, tables, len(claims))


def _stored(columns: Sequence[str], tables: dict[str, pa.Table], count: int) -> ClaimStore:
    """Put tables into the database, and let go of each that is there: both at once would take much memory."""
    engine.use_cores(count)
    schema = engine.fresh_name("claims")
    with engine.cursor() as cursor:
        cursor.execute(f"create schema {schema}")
        cursor.execute(f"use {schema}")
        for name in list(tables):
            cursor.register("incoming", tables.pop(name))
            cursor.execute(f"create table {name} as select * from incoming")
            cursor.unregister("incoming")
    return ClaimStore(schema, columns, count)


def _described(sources: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "number": np.arange(len(sources)),
            "id": sources["source"].to_numpy(),
            "published": sources["published_low"].to_numpy(),
            "published_end": sources["published_high"].to_numpy(),
        }
    )


def _numbers(numbers: Any, missing: pd.Series | None = None) -> pa.Array:
    """Return numbers as the database keeps them, null where one is missing: half as wide, they take half the memory."""
    return pa.array(numbers.astype("int32"), mask=None if missing is None else missing.to_numpy())
