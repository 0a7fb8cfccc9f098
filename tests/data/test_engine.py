"""The database in the process: the words that its SQL lacks, cursors that do not meet, and texts that end no query."""

import itertools
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import engine


def rows(query: str) -> list[Any]:
    with engine.cursor() as cursor:
        return [list(row) for row in cursor.sql(query).fetchall()]


# ----------------------------------------------------------------------------------------------------- the words it is taught
@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("array_join(array_sort(collect_set(word)), ' | ')", "a | b | é"),
        ("array_sort(collect_set(word))", ["a", "b", "é"]),
        ("array_sort(collect_set(case when number > 2 then word end))", ["b", "é"]),
        ("array_sort(collect_list(word))", ["a", "b", "b", "é"]),
        ("size(collect_set(word))", 3),
        ("size(collect_set(case when number > 4 then word end))", 0),
        ("size(collect_set(struct(word, number)))", 4),
        ("max_by(word, struct(number, -number))", "é"),
        ("min_by(word, struct(1, number))", "b"),
    ],
)
def test_words_of_spark_mean_here_what_they_mean_there(expression: str, found: object) -> None:
    [[value]] = rows(f"select {expression} from (values ('b', 1), ('a', 2), ('b', 3), ('é', 4), (null, 5)) t(word, number) where word is not null")  # fmt: skip
    assert value == found


def test_an_empty_group_joins_to_nothing() -> None:
    query = "select coalesce(array_join(array_sort(collect_set(x)), ' | '), '') from (values ('a')) t(x) where false"
    assert rows(query) == [[""]]


def test_every_rule_is_read_whole_and_its_places_are_filled() -> None:
    names = sorted(path.stem for path in engine.RULES.glob("*.sql"))
    assert {"editions", "lines", "positions", "relations", "standings", "verdicts"} <= set(names)
    for name in names:
        assert engine.rule(name).startswith("--"), "each says what it gives"
    assert "source in (1)" in engine.rule("question_times", chosen="source in (1)")
    assert "{" not in engine.rule("question_times", chosen="true")
    with pytest.raises(FileNotFoundError):
        engine.rule("nothing")


# ------------------------------------------------------------------------------------------------------------------- cursors
def test_what_a_cursor_names_for_a_time_is_its_own() -> None:
    with engine.cursor() as one, engine.cursor() as other:
        one.execute("create temp table mine as select 1 as a")
        other.execute("create temp table mine as select 2 as a")
        assert (one.sql("from mine").fetchall(), other.sql("from mine").fetchall()) == ([(1,)], [(2,)])
        one.execute("create schema if not exists one_only")
        one.execute("use one_only")
        with pytest.raises(Exception, match="does not exist"):
            other.sql("from one_only.mine")
        one.execute("use memory.main")
        one.execute("drop schema one_only")


def test_two_threads_on_two_cursors_work_at_the_same_time() -> None:
    meet = threading.Barrier(2, timeout=20)

    def work(number: int) -> int:
        with engine.cursor() as cursor:
            schema = engine.fresh_name("test")
            cursor.execute(f"create schema {schema}")
            cursor.execute(f"use {schema}")
            meet.wait()  # neither waits for the other to be done
            cursor.execute(f"create table numbers as select range * {number} as n from range(100000)")
            meet.wait()
            total = int(cursor.sql("select sum(n) from numbers").fetchall()[0][0])
            cursor.execute(f"drop schema {schema} cascade")
            return total

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(work, [1, 3])) == [4999950000, 3 * 4999950000]


def test_a_large_set_is_worked_on_by_all_cores() -> None:
    def threads() -> int:
        return int(rows("select current_setting('threads')")[0][0])

    engine.use_cores(engine.SMALL + 1)
    assert threads() == os.cpu_count()
    engine.use_cores(1)
    assert threads() == os.cpu_count(), "a large set may still be open"


def test_many_threads_begin_one_database() -> None:
    name = engine.fresh_name("shared")
    with engine.cursor() as cursor:
        cursor.execute(f"create table {name} as select 7 as n")
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda _: rows(f"from {name}"), range(32))) == [[[7]]] * 32
    with engine.cursor() as cursor:
        cursor.execute(f"drop table {name}")


def test_names_are_never_given_twice() -> None:
    with ThreadPoolExecutor(8) as threads:
        names = list(threads.map(engine.fresh_name, ["a"] * 1000))
    assert len(set(names)) == 1000


# ------------------------------------------------------------------------------------------------------- to and from frames
@pytest.mark.parametrize("text", ["it's", "''", "'; drop table x; --", "\\", "é", "a\nb", "%", "?", "$1", "{x}", ""])
def test_any_text_stands_in_a_list_as_it_is(text: str) -> None:
    assert rows(f"select x from (values ({engine.listed([text])})) t(x)") == [[text]]
    assert rows(f"select 'other' in ({engine.listed([text, 'other'])})") == [[True]]


def test_nothing_is_in_an_empty_list() -> None:
    assert rows(f"select count(*) from (values ('a'), ('')) t(x) where x in ({engine.listed([])})") == [[0]]


def test_a_frame_comes_back_as_it_went() -> None:
    frame = pd.DataFrame({"text": ["a", "it's", ""], "n": [1, 2, 3], "x": [0.5, float("nan"), float("inf")], "b": [True, False, True]})  # fmt: skip
    frame["text"] = frame["text"].astype("str")
    with engine.cursor() as cursor:
        cursor.register("incoming", engine.table_of(frame))
        found = engine.frame(cursor.sql("from incoming"))
        none = engine.frame(cursor.sql("from incoming where n > 5"))
    pd.testing.assert_frame_equal(found.astype({"text": "str"}), frame)
    assert dict(none.dtypes.map(str)) == dict(found.dtypes.map(str)) == dict(frame.dtypes.map(str))


@pytest.mark.parametrize(("rows", "storage"), [(2, "python"), (3, "pyarrow")])
def test_few_rows_have_their_text_as_python_has_it_and_many_as_arrow_has_it(
    monkeypatch: pytest.MonkeyPatch, rows: int, storage: str
) -> None:
    monkeypatch.setattr(engine, "SMALL", 2)
    with engine.cursor() as cursor:
        found = engine.frame(cursor.sql(f"select 'a' || i as text from range({rows}) t(i)"))
    kind = found["text"].dtype
    assert isinstance(kind, pd.StringDtype)
    assert (str(kind), kind.storage) == ("str", storage)


# ------------------------------------------------------------------------------------------------------- memory
MEASURED = """
import re, pathlib, data
from data import engine
def taken():
    return int(re.search(r"^Anonymous:\\s+(\\d+)", pathlib.Path("/proc/self/smaps_rollup").read_text(), re.M)[1]) / 1024
engine.OFTEN = 10**9
data.load().compare().questions
before = taken()
engine.give_back_memory()
print(before - taken())
"""


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is measured as Linux tells it")
def test_memory_that_nothing_stands_in_is_given_back() -> None:
    told = subprocess.run([sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True).stdout
    assert float(told) > 10, "megabytes"


def test_memory_is_given_back_each_time_that_many_cursors_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(engine, "_cursors", itertools.count(1))
    monkeypatch.setattr(engine, "give_back_memory", lambda: done.append("given back"))
    for _time in range(2 * engine.OFTEN + 1):
        engine.cursor().close()
        done.append("asked")
    assert [place for place, what in enumerate(done) if what == "given back"] == [engine.OFTEN - 1, 2 * engine.OFTEN]


def test_what_the_database_may_take_stays_as_it_was() -> None:
    before = rows("select current_setting('memory_limit')")
    engine.give_back_memory()
    assert rows("select current_setting('memory_limit')") == before


def remembered(monkeypatch: pytest.MonkeyPatch, queries: int) -> int:
    """Return how many blocks the database remembers after so many queries, begun where it forgets them."""
    monkeypatch.setattr(engine, "OFTEN", 200)
    monkeypatch.setattr(engine, "_cursors", itertools.count(200))
    for _query in range(queries):
        rows("select a.i from range(99) a(i) join (select i % 7 as i from range(99) t(i)) b on a.i = b.i order by 1")
    monkeypatch.setattr(engine, "_cursors", itertools.count(1))
    return int(rows("select sum(approximate_size) from duckdb_eviction_queues()")[0][0])


def test_the_database_forgets_the_blocks_of_queries_that_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows("select current_setting('memory_limit')")
    assert remembered(monkeypatch, 201) < remembered(monkeypatch, 20) < remembered(monkeypatch, 100)
    assert rows("select current_setting('memory_limit')") == before


AT_THE_END = """
import data
from data import engine
engine.drop = lambda *made: print("dropped", *made)
tables = data.load()
tables.compare(list(tables.sources["source"][:5])).select().n_claims
print("the end")
"""


def test_nothing_is_dropped_at_the_end_of_the_process_when_the_folder_of_the_database_is_gone() -> None:
    ended = subprocess.run([sys.executable, "-c", AT_THE_END], capture_output=True, text=True, check=True)
    assert (ended.stdout.partition("the end\n")[1:], ended.stderr) == (("the end\n", ""), "")


def test_a_large_database_is_not_set_down_to_forget_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    few = remembered(monkeypatch, 20)
    monkeypatch.setattr(engine, "MOST_SET_DOWN", 0)
    assert remembered(monkeypatch, 20) > few


def test_what_is_asked_while_the_database_forgets_blocks_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OFTEN", 2)
    with engine.cursor() as cursor:
        cursor.execute("create table kept_meanwhile as select range as i, 'row ' || range as text from range(50000)")
    try:
        with ThreadPoolExecutor(8) as pool:
            query = (
                "select count(distinct a.text) from kept_meanwhile a join kept_meanwhile b on a.i = b.i where a.i < {}"
            )
            found = list(pool.map(lambda least: rows(query.format(least))[0][0], range(100)))
    finally:
        engine.cursor().execute("drop table kept_meanwhile")
    assert found == list(range(100))
