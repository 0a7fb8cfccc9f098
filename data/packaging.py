"""A table set as one file for others: a Data Package (version 2) with its verdicts, its sources and its discrepancies.

The package is a table set itself: it is read again as it was written, cell by cell. The same tables give the same
bytes.
"""

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd

from data import citations, discrepancy_exports, writing
from data.files import About
from data.schema import SCHEMA, Column
from data.tables import Tables
from data.verdicts import COLUMNS

PROFILES = "https://datapackage.org/profiles/2.0"
_REFERENCES = {"event": "events", "source": "sources", "attribute": "attributes"}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip must write as a file's time, so that it says nothing
_VERDICT_TYPES = {
    **dict.fromkeys(
        ["n_claims", "n_sources", "n_origins", "superseded", "support_origins", "against_origins"], "integer"
    ),
    **dict.fromkeys(
        ["planned", "between_origins", "within_expected_gap", "one_origin", "variants", "derived"], "boolean"
    ),
    **dict.fromkeys(["gap", "gap_pct"], "number"),
}


def write_package(tables: Tables, path: str | Path) -> None:
    """Write a table set as a zip; see `package`."""
    writing.write_whole(Path(path), lambda file: file.write_bytes(package(tables)))


def package(tables: Tables) -> bytes:
    """Return a table set as a zip: its tables and verdicts as CSV, described by `datapackage.json`, and more.

    `about.md` in each language, the sources as `sources.bib`, `sources.ris` and `sources.json` (CSL), and what is
    contested as `mismatches.csv` (Mismatch Finder) and `discrepancies.jsonld` (schema.org).

    A text that a spreadsheet would run as a formula is preceded by an apostrophe, and so is one that begins with
    apostrophes and then such a text: whoever takes one apostrophe off each of these has the texts as they were.
    """
    tables = tables.as_read  # whatever the language in which a reader has them
    found = tables.compare()
    frames = as_tables(tables)
    described = [_described(name, frame) for name, frame in frames.items()]
    files = {f"{name}.csv": writing.write_quoted_csv(writing.without_formulas(frame)) for name, frame in frames.items()}
    files["verdicts.csv"] = writing.write_csv(found.questions[list(COLUMNS)])
    described.append(_verdicts_described())
    for resource in described:
        content = files[resource["path"]].encode()
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    files |= {
        "datapackage.json": json.dumps(_package(tables, described), ensure_ascii=False, indent=1),
        "sources.bib": citations.bibtex(tables.sources),
        "sources.ris": citations.ris(tables.sources),
        "sources.json": citations.csl_json(tables.sources),
        "mismatches.csv": writing.write_csv(discrepancy_exports.mismatches(found)),
        "discrepancies.jsonld": discrepancy_exports.claims_as_linked_data(found),
    }
    if tables.about:
        for code, about in {"": tables.about, **tables.about.in_languages}.items():
            files[f"about{code and '.'}{code}.md"] = f"# {about.title}\n\n{about.text}\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_tables(tables: Tables) -> dict[str, pd.DataFrame]:
    """Return the tables of a set as text, as their files would have them: the columns known first, then its own."""
    frames = {
        "claims": tables.claims[list(tables.store.columns)],
        "events": tables.events,
        "sources": tables.sources,
        "attributes": tables.attributes,
        "names": tables.names,
        "causes": tables.causes,
        "periods": tables.periods,
        "units": tables.units,
    }
    worked_out = {"published_low", "published_high", "covers_low", "covers_high", "kind_worked_out"}
    return {
        name: frame.drop(columns=list(worked_out.intersection(frame))).astype(object).map(writing.plain_text)
        for name, frame in frames.items()
        if name in ("claims", "events", "sources", "attributes") or len(frame)
    }


# --- The description ------------------------------------------------------------------------------------------------


def _package(tables: Tables, resources: list[dict[str, Any]]) -> dict[str, Any]:
    about = tables.about or About("", "")
    title = about.title or "A table of claims"
    contents = hashlib.sha256("".join(resource["hash"] for resource in resources).encode()).hexdigest()
    package: dict[str, Any] = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "claims",
        "id": f"sha256:{contents}",
        "title": title,
        "description": about.text.split("\n\n")[0].replace("\n", " "),
        "version": about.facts.get("Date", contents[:12]),
        writing.FORMULAS: writing.APOSTROPHE,
        "resources": resources,
    }
    if licence := about.facts.get("Licence"):
        url = re.search(r"https?://[^\s)]+", licence)
        package["licenses"] = [{"title": licence, **({"path": url[0]} if url else {"name": "as-the-title-says"})}]
    if keepers := about.facts.get("Keepers"):
        package["contributors"] = [{"title": keepers, "roles": ["editor"]}]
    return {name: part for name, part in package.items() if part != ""}


def _resource(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"$schema": f"{PROFILES}/tableschema.json", **schema},
    }


def _described(name: str, frame: pd.DataFrame) -> dict[str, Any]:
    known = {column.name: column for column in SCHEMA[name]}
    fields = [_field(column, known.get(column)) for column in map(writing.without_formula, frame.columns)]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if keys := [column.name for column in SCHEMA[name] if column.form == "id" and column.name in frame]:
        schema["primaryKey"] = keys
    if name == "claims":
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": table, "fields": [column]}}
            for column, table in _REFERENCES.items()
        ]
    return _resource(name, f"Table {name}", schema)


def _field(name: str, column: Column | None) -> dict[str, Any]:
    if column is None:
        return {"name": name, "type": "string", "description": "a column of these tables' own"}
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.one_of:
        constraints["enum"] = list(column.one_of)
    return {"name": name, "type": "string", "description": column.meaning, "constraints": constraints}


def _verdicts_described() -> dict[str, Any]:
    fields = [{"name": name, "type": _VERDICT_TYPES.get(name, "string")} for name in COLUMNS]
    return _resource(
        "verdicts", "How the answers to each question relate", {"fields": fields, "primaryKey": ["question"]}
    )
