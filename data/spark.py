"""The comparison on Spark: claims are read in batches with the one grammar, and compared by the one SQL text.

What takes some rows at a time runs as Python on the workers (`files`, `validation`, `resolution`, `verdicts`), and what
takes all of them is SQL. Claims and events stay on the cluster; the tables that explain them (sources, attributes,
names) are read by the driver and sent to the workers, and so is this package, but not the packages that it needs.
"""

import atexit
import os
import re
import shutil
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd
import pyarrow as pa

from data import (
    engine,
    files,
    inferred_kinds,
    interpretation,
    supporting_tables,
    tables,
    validation,
    values,
    verdicts,
    writing,
)
from data.files import SET_ASIDE, Problem, TablesError, TextTable
from data.interpretation import KEY, References
from data.names import Names
from data.schema import SCHEMA

FORMS = "a folder with claims.parquet or claims.csv, or one such file, that Spark can read"
LOCAL = {
    "spark.driver.memory": "4g",
    "spark.log.level": "FATAL",  # what stops the work is told in one line
    "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),  # the usual 200 take longer than the work
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""The settings of a Spark that this process starts."""
BATCH = 50_000
"""How many rows a worker takes at once: enough that most values stand in them several times."""

_PLACE = {"_file": "string", "_block": "bigint", "_number": "bigint"}  # rows stand in the order of these
_STATUS = {
    "set_aside": "boolean",
    "problem": "string",
}  # of a row, and of a line on what is wrong with one
_COUNTED = {"attribute": "string", **dict.fromkeys(("claims", "date", "quantity", "name", "has_unit"), "bigint")}
_RESOLVED = {
    **dict.fromkeys(("event", "attribute", "period", "plain_period", "unit", "member", "kind"), "string"),
    **dict.fromkeys(("source", "root", "voice", "value", "spelling"), "string"),
    **dict.fromkeys(("planned", "own", "denies", "is_derived"), "boolean"),
    **dict.fromkeys(("low", "high", "period_low", "period_high"), "double"),
    "problem": "string",
}
_SLUGGED = {name: of_type for name, of_type in _RESOLVED.items() if name not in ("plain_period", "problem")}
_SLUGGED["slug"] = "string"
_COMPARED = {
    **dict.fromkeys(verdicts.COLUMNS, "string"),
    **dict.fromkeys(("planned", "between_origins", "within_expected_gap"), "boolean"),
    **dict.fromkeys(("one_origin", "variants", "derived"), "boolean"),
    **dict.fromkeys(("n_claims", "n_sources", "n_origins", "superseded"), "bigint"),
    **dict.fromkeys(("support_origins", "against_origins"), "bigint"),
    **dict.fromkeys(("gap", "gap_pct"), "double"),
}

_REPEATED = """
-- Of the rows of one id, the first counts. Those without an id are spread, since a worker takes one id at a time.
select * except (set_aside, problem, again), set_aside or again as set_aside,
  case when again then '{told}' else problem end as problem
from (
  select *, coalesce({id}, '') <> '' and row_number() over (
    partition by {id}, case when coalesce({id}, '') = '' then _number end order by _file, _block, _number) > 1 as again
  from {rows}) r
"""
_SHORTEST_PERIODS = """
-- Each period in the shortest form of its days: of those in which they are written anywhere, and of the plain one.
with forms as (
  select period_low, period_high, min(struct(length(form) as length, form)).form as form from (
    select period_low, period_high, explode(array(period, plain_period)) as form from {resolved} where period <> '') w
  group by period_low, period_high)
select r.* except (period, plain_period), coalesce(f.form, '') as period
from {resolved} r left join forms f on r.period_low = f.period_low and r.period_high = f.period_high
"""
_QUESTIONS = """
-- A number tells apart the questions whose readable ids look alike, in the order of `interpretation.question_ids`.
select * except (slug, place), case when place = 1 then slug else concat(slug, '//', place) end as question from (
  select *, dense_rank() over (partition by slug order by {key}) as place from {slugged}) s
"""
_ANSWERS = """
-- What the rules read of an answer. Names that their table knows are numbered from 0 up (`Names.kind`); the others,
-- among the answers to one question, from -2 down: they meet no other name, and -1 is the question's own line.
select * except (low, high, voice, spelling, below), kind = 'name' as is_name, nullif(voice, '') as voice,
  nullif(spelling, '') as spelling, coalesce(low, below) as low, coalesce(high, below) as high
from (
  select *, cast(-1 - dense_rank() over (partition by question order by value) as double) as below
  from {questions}) q
"""
_WITH_KEY = """
select q.*, v.* except (question) from {verdicts} v
join (select question, question as id, {key} from claims group by question) q on q.question = v.question
"""


class SparkError(Exception):
    """Spark cannot run, or has stopped; the message is one line that says why, and what would be right."""


@dataclass(frozen=True)
class Counts:
    """What came of a comparison: claims read and set aside, questions by verdict.

    `problems` has a line for each kind of problem, with how many rows of claims or events have it; `kinds_worked_out` a
    line for each attribute whose kind was.
    """

    claims: int
    set_aside: int
    problems: tuple[str, ...]
    kinds_worked_out: tuple[str, ...]
    questions: Mapping[str, int]


def compare(path: str | None, out: str, *, core_only: bool = False, verdict: str | None = None) -> Counts:
    """Compare the table set at `path`, or the shipped one, and write the verdicts as Parquet into the new folder `out`.

    Both are paths as Spark reads them. The files have `verdicts.COLUMNS`, with bounds as text, sorted by question.
    Raise `TablesError` where no claims can be read, and `SparkError` where Spark cannot run.
    """
    if lacking := missing():
        raise SparkError(lacking)
    from pyspark.errors import PySparkException

    stopped: tuple[type[Exception], ...] = (PySparkException,)
    if find_spec("py4j"):  # a client without a Java of its own has none
        from py4j.protocol import Py4JError

        stopped = (*stopped, Py4JError)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
            return _compare(_session(), path or str(tables.SHIPPED), out, core_only, verdict)
    except stopped as error:
        causes = re.findall(
            r"^(?:: )?([\w.]+(?:Error|Exception): .*)", str(error), re.MULTILINE
        )  # a worker's stands last
        cause = causes[-1] if causes else str(error).strip().partition(os.linesep)[0]
        if cause.startswith("data.files.TablesError: "):
            raise TablesError(cause.partition(": ")[2]) from None
        raise SparkError(f"Spark stopped: {cause}") from error


def missing() -> str | None:
    """Return what must be installed before Spark can run, in one line, or None."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed; expected: python -m pip install -r requirements-spark.txt"
    if "SPARK_REMOTE" in os.environ:
        return None
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    if shutil.which(java) is None:
        return f"{java} is not found; expected Java 17 or newer, such as openjdk-17-jre-headless or adoptium.net"
    return None


def _session() -> Any:
    """Return the session that `SPARK_REMOTE` names, or one on this machine; its workers can import `data`."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("claims")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # on this machine; else another, without these packages
    if "SPARK_REMOTE" not in os.environ:
        builder = builder.master("local[*]").config(map=LOCAL)
    spark = builder.getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", BATCH)
    spark.addArtifacts(_package(), pyfile=True)
    return spark


@lru_cache(maxsize=1)
def _package() -> str:
    """Return a zip of this package, which stands until the process ends: Spark fetches it when a worker asks."""
    folder = tempfile.mkdtemp(prefix="claims-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    package = Path(folder, "data.zip")
    with zipfile.ZipFile(package, "w") as archive:
        here = Path(__file__).parent
        for module in sorted(here.rglob("*.py")):
            archive.write(module, f"data/{module.relative_to(here)}")
    return str(package)


def _compare(spark: Any, path: str, out: str, core_only: bool, verdict: str | None) -> Counts:
    """Compare step by step, as `tables.read_tables` and `Comparison` do in one process."""
    if _is_there(spark, out):
        raise SparkError(f"{out}: stands there already; expected a new folder")
    asked = ("claims", "events", "sources", "attributes", "names")
    at = {name: found for name in asked if (found := _location(spark, path, name))}
    if "claims" not in at:
        raise TablesError(f"{path}: Spark finds no claims there; expected {FORMS}")
    small = {name: _on_driver(spark, name, at.get(name)) for name in ("sources", "attributes", "names")}
    told = [str(problem) for table in small.values() for problem in table.problems]

    rows = _checked(spark, "claims", at["claims"]).persist()
    claims = rows.where("not set_aside")
    told += _told(rows, "claims")
    (count,) = rows.selectExpr("count(set_aside)").first()
    known_ids = {}
    for name in at.keys() & {"sources", "attributes"}:
        known_ids[name] = spark.createDataFrame(small[name].frame[[name[:-1]]], f"{name[:-1]} string")
    if "events" in at:
        events = _checked(spark, "events", at["events"])
        told += _told(events, "events")
        known_ids["events"] = events.where("not set_aside").select("event")
    told += [line for name, ids in known_ids.items() for line in _unknown(claims, name[:-1], ids, at[name])]

    names = Names(small["names"].frame, small["names"].file)
    attributes, worked_out = _with_kinds(small["attributes"].frame, claims)
    sources = supporting_tables.with_days(small["sources"].frame, ("published",))
    known = supporting_tables.references_of(names, attributes, sources)
    circles = supporting_tables.circles(sources["source"], known, small["sources"].file)
    told += [str(problem) for problem in (*names.problems, *circles)]

    meant = claims.mapInArrow(partial(_resolved, known), _ddl(_RESOLVED)).persist()
    told += _told(meant, "claims")
    resolved = meant.where("problem is null").drop("problem")
    left = resolved.count()
    rows.unpersist()
    editions, problems = _editions(sources, resolved, small["sources"].file)
    told += [str(problem) for problem in problems]

    answers = _answers(spark, resolved)
    if core_only:
        answers = answers.where(answers["source"].isin(sources.loc[sources["set"] == "core", "source"].tolist()))
    answers.createOrReplaceTempView("chosen")
    spark.createDataFrame(editions, "older string, newer string").createOrReplaceTempView("editions")
    for name, rule in (verdicts.NAMED | verdicts.WORKED_OUT).items():
        _in_steps(spark, engine.rule(rule)).localCheckpoint().createOrReplaceTempView(name)
    key = ", ".join(f"first({name}) as {name}" for name in (*KEY, "kind"))
    found = spark.sql(_WITH_KEY.replace("{key}", key), verdicts=_in_steps(spark, engine.rule("verdicts")))
    if verdict is not None:
        found = found.where(found["verdict"] == verdict)
    expected = dict(zip(attributes["attribute"], attributes["expected_gap"], strict=True))
    found.orderBy("question").mapInArrow(partial(_written, expected), _ddl(_COMPARED)).write.parquet(out)
    meant.unpersist()
    by_verdict = dict(spark.read.schema(_ddl(_COMPARED)).parquet(out).groupBy("verdict").count().collect())
    return Counts(
        claims=count,
        set_aside=count - left,
        problems=tuple(told),
        kinds_worked_out=tuple(worked_out),
        questions={one: by_verdict[one] for one in verdicts.VERDICTS if one in by_verdict},
    )


def _ddl(columns: Mapping[str, str]) -> str:
    return ", ".join(f"`{name}` {of_type}" for name, of_type in columns.items())


# --- Files ----------------------------------------------------------------------------------------------------------


def _is_there(spark: Any, path: str) -> bool:
    from pyspark.errors import AnalysisException

    try:
        return bool(spark.read.format("binaryFile").load(path).columns)
    except AnalysisException:
        return False


def _location(spark: Any, path: str, table: str) -> str | None:
    """Return where a table stands, as `files.read_files` looks for it, or None."""
    if path.lower().endswith((".csv", ".tsv", ".parquet")):
        candidates = [path] if table == "claims" else []
    else:
        candidates = [f"{path.rstrip('/')}/{file}" for file in files.file_names(table)]
    found = next((candidate for candidate in candidates if _is_there(spark, candidate)), None)
    if found is None and table == "claims" and _is_there(spark, f"{path}/*.parquet"):
        return path  # a folder of parts itself
    return found


def _on_driver(spark: Any, name: str, at: str | None) -> TextTable:
    """Return a small table, checked, its file read as any other."""
    if at is None:
        return validation.check_table(name, None)
    parts = spark.read.format("binaryFile").option("pathGlobFilter", "*.{csv,tsv,parquet}").load(at)
    contents = [bytes(part.content) for part in parts.orderBy("path").collect()]
    return validation.check_table(name, files.read_table(name, PurePosixPath(at).name, *contents))


def _checked(spark: Any, name: str, at: str) -> Any:
    """Return the rows of a large table, every cell text, with `set_aside`, and a line for each `problem` of one."""
    from pyspark.sql import functions as sql

    columns = _ddl(dict.fromkeys(_names(name), "string") | _PLACE | _STATUS)
    if at.lower().endswith((".csv", ".tsv")):  # a row may stand on several lines: a file is read from its beginning
        contents = spark.read.format("binaryFile").load(at).select("path", "content")
        rows = contents.mapInArrow(partial(_of_csv, name), columns)
    else:
        read = spark.read.option("pathGlobFilter", "*.parquet").parquet(at)
        file, block = sql.col("_metadata.file_path"), sql.col("_metadata.file_block_start")
        named = zip((file, block, sql.monotonically_increasing_id()), _PLACE, strict=True)
        placed = read.select("*", *(column.alias(place) for column, place in named))
        rows = placed.mapInArrow(partial(_of_parquet, name), columns)
    key = _names(name)[0]
    told = f"column {key}: stood before; {SET_ASIDE}"
    return spark.sql(_REPEATED.replace("{id}", key).replace("{told}", told), rows=rows)


def _names(table: str) -> list[str]:
    return [column.name for column in SCHEMA[table]]


def _of_csv(name: str, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for file, content in zip(*(batch[column].to_pylist() for column in ("path", "content")), strict=True):
            read = files.read_table(name, PurePosixPath(file).name, content)
            place = pd.DataFrame({"_file": file, "_block": 0, "_number": read.frame.index}, read.frame.index)
            yield from _rows(name, read, place)


def _of_parquet(name: str, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        cells = pa.Table.from_batches([batch])
        read = files.from_arrow(name, f"{name}.parquet", cells.drop_columns(list(_PLACE)))
        place = cells.select(list(_PLACE)).to_pandas()
        yield from _rows(name, read, place.set_axis(place.index + 2).loc[read.frame.index])  # row 1 is the header


def _rows(name: str, read: TextTable, place: pd.DataFrame) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table, then one for each that cannot be read, then the problems of both."""
    frame = validation.with_columns(name, read.frame)
    found = validation.failures(name, frame)
    bad = found.loc[found["consequence"] == SET_ASIDE, "row"]
    columns = dict.fromkeys(_names(name), "string") | _PLACE | _STATUS
    yield from _batches(frame.join(place).assign(set_aside=frame.index.isin(bad)), columns)
    yield from _batches(pd.DataFrame({"set_aside": [True] * read.set_aside}), columns)
    yield from _batches(_lines([*read.problems, *validation.problems(found, read.file)]), columns)


def _batches(frame: pd.DataFrame, columns: Mapping[str, str]) -> list[pa.RecordBatch]:
    """Return these columns of a frame as Spark takes them, without anything in those that the frame has not.

    Spark itself, given a frame, stops at texts that pandas keeps in several pieces.
    """
    types = {"string": pa.string(), "bigint": pa.int64(), "boolean": pa.bool_(), "double": pa.float64()}
    schema = pa.schema([(name, types[of_type]) for name, of_type in columns.items()])
    full = frame.assign(**dict.fromkeys([name for name in columns if name not in frame], None))
    batches: list[pa.RecordBatch] = (
        pa.Table.from_pandas(full, schema, preserve_index=False).combine_chunks().to_batches()
    )
    return batches


# --- Problems -------------------------------------------------------------------------------------------------------


def _lines(problems: list[Problem]) -> pd.DataFrame:
    """Return what each problem is, without its row and its value, so that equal ones can be counted."""
    lines = []
    for problem in problems:
        text = re.sub(r'^".*?" ', "", problem.text)
        what, consequence = text.partition("; expected")[0], text.rpartition("; ")[2]
        lines.append(f"{f'column {problem.column}: ' if problem.column else ''}{what}; {consequence}")
    return pd.DataFrame({"problem": lines}, dtype="str")


def _told(rows: Any, table: str) -> list[str]:
    """Return a line for each kind of problem that the lines among some rows tell."""
    counted = rows.where("problem is not null").groupBy("problem").count().orderBy("problem").collect()
    return [f"{table}, {problem}; in {count} rows" for problem, count in counted]


def _unknown(claims: Any, column: str, known: Any, at: str) -> list[str]:
    """Return a line on the claims whose id in a column is not among those known, if there are any."""
    count = claims.join(known, column, "left_anti").count()
    text = f"claims, column {column}: is not in {PurePosixPath(at).name}; kept, titled by the id; in {count} rows"
    return [text] if count else []


# --- Claims ---------------------------------------------------------------------------------------------------------


def _with_kinds(attributes: pd.DataFrame, claims: Any) -> tuple[pd.DataFrame, list[str]]:
    """Return the attributes with a kind for each, and a line for each worked out (see `inferred_kinds.work_out`)."""
    unsettled = claims.where(~claims["attribute"].isin(supporting_tables.given_kinds(attributes).tolist()))
    cells = unsettled.selectExpr("attribute", "value", "unit <> '' as has_unit")
    partial_counts = cells.mapInArrow(_counted, _ddl(_COUNTED)).groupBy("attribute").sum()
    counts = partial_counts.toDF(*_COUNTED).toPandas().set_index("attribute").sort_index()
    worked_out = inferred_kinds.decide(counts)
    return supporting_tables.with_kinds(attributes, worked_out), inferred_kinds.lines(worked_out)


def _counted(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        seen = batch.to_pandas().value_counts().rename("claims").reset_index()
        yield from _batches(inferred_kinds.count(seen).reset_index(), _COUNTED)


def _resolved(known: References, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the claims that count, with what they mean, and the problems of the others."""
    number_names = known.names.kind(()).parse
    for batch in batches:
        found, failures = interpretation.resolve(batch.to_pandas(), known, number_names)
        timed = found["period_low"].notna()
        plain = values.write_periods(found.loc[timed, "period_low"], found.loc[timed, "period_high"])
        yield from _batches(found.assign(plain_period=plain.reindex(found.index)), _RESOLVED)
        yield from _batches(_lines(validation.problems(failures, "claims")), _RESOLVED)


def _editions(sources: pd.DataFrame, claims: Any, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Return what `supporting_tables.editions_of` does, sources that only claims name among them."""
    unknown = sorted(set(sources["replaces"]) - set(sources["source"]) - {""})
    named = claims.where(claims["source"].isin(unknown)).select("source").distinct().toPandas() if unknown else None
    every = pd.concat([sources[["source", "replaces"]], named]).fillna("")
    return supporting_tables.editions_of(every, file)


def _answers(spark: Any, resolved: Any) -> Any:
    """Return the claims as the rules read them, with what makes each one's question."""
    timed = spark.sql(_SHORTEST_PERIODS, resolved=resolved)
    slugged = timed.mapInArrow(_slugged, _ddl(_SLUGGED))
    questions = spark.sql(_QUESTIONS.replace("{key}", ", ".join(KEY)), slugged=slugged)
    return spark.sql(_ANSWERS, questions=questions)


def _slugged(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        claims = batch.to_pandas()
        yield from _batches(claims.assign(slug=interpretation.slugs(claims)), _SLUGGED)


# --- Verdicts -------------------------------------------------------------------------------------------------------


def _in_steps(spark: Any, query: str) -> Any:
    """Return what a query gives, of which each step, `name as (…)`, that is read more than once is worked out once.

    Spark puts a step in the place of its name wherever that stands: those of a verdict would be planned and worked
    out a hundred times over.
    """
    text = re.sub(r"--.*", "", query)
    while step := re.match(r"\s*(?:with|,)\s*(\w+) as \(", text):
        depths = accumulate((1 if letter == "(" else -(letter == ")") for letter in text[step.end() :]), initial=1)
        end = step.end() + next(place for place, depth in enumerate(depths) if depth == 0) - 1
        rows, text = spark.sql(text[step.end() : end]), text[end + 1 :]
        if len(re.findall(rf"\b(?:from|join) {step[1]}\b", text)) > 1:
            rows = rows.localCheckpoint()
        rows.createOrReplaceTempView(step[1])
    return spark.sql(text)


def _written(expected_gaps: Mapping[str, float], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        found = batch.to_pandas()
        expected = found["attribute"].map(expected_gaps).astype("float64")
        questions = verdicts.written(found.assign(expected_gap=expected))
        yield from _batches(writing.bounds_as_text(questions), _COMPARED)
