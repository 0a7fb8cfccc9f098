"""The CSV of Wikidata's Mismatch Finder: a statement of Wikidata in each row, and what another source says."""

import re
from pathlib import Path

from data.files import TablesError, quoted
from data.importers.reading import Imported, imported, rows_of

_COLUMNS = ("item_id", "statement_guid", "property_id", "wikidata_value", "external_value")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ITEM = re.compile(r"[QPL][1-9][0-9]*")
_GREGORIAN = ("", "Q1985727")


def read(path: Path) -> Imported:
    """Return two claims a row: that of the source `Wikidata`, where it has one, and that of the other source.

    Dates in English words are written in EDTF. Left out are rows in which an item stands beside a text, which may mean
    the same, and dates of another calendar than the Gregorian.
    """
    header, rows, left_out = rows_of(path)
    if missing := [name for name in _COLUMNS if name not in header]:
        raise TablesError(f"{path}, row 1: no column {', '.join(missing)}; expected {', '.join(_COLUMNS)}")
    claims, sources = [], [{"source": "Wikidata", "title": "Wikidata", "url": "https://www.wikidata.org"}]
    for number, row in rows:
        mine, theirs = row["wikidata_value"], row["external_value"]
        url = row.get("external_url", "")
        other = url or "external source"
        if why := _reason(row):
            left_out.append(f"row {number}: {why}")
            continue
        of = {"event": row["item_id"], "attribute": row["property_id"]}
        if row.get("type") == "qualifier":
            of["attribute"] += " (qualifier)"
        said = [("Wikidata", mine, row["statement_guid"])] if mine else []
        for source, value, locator in [*said, (other, theirs, "")]:
            claims.append({**of, "source": source, "value": _date(value), "stated": value, "locator": locator})
        sources.append({"source": other, "title": other, "url": url})
    return imported({"claims": claims, "sources": sources}, left_out, path)


def _reason(row: dict[str, str]) -> str:
    """Return why a row cannot be carried over, or nothing."""
    mine, theirs = row["wikidata_value"], row["external_value"]
    if not (row["item_id"] and row["property_id"] and theirs):
        return "an item, a property or an external value is missing"
    if row.get("meta_wikidata_value", "") not in _GREGORIAN:
        return f"{quoted(mine)} is of the calendar {row['meta_wikidata_value']}; only Gregorian dates are read"
    if mine and bool(_ITEM.fullmatch(mine)) != bool(_ITEM.fullmatch(theirs)):
        return f"{quoted(mine)} and {quoted(theirs)}: an item and a text cannot be compared"
    return ""


def _date(text: str) -> str:
    """Return a date in English words, such as 3 April 1934, in EDTF; any other text as it is."""
    found = re.fullmatch(r"(?:([0-9]{1,2}) )?([A-Za-z]+) ([0-9]{1,4})", text)
    if found and found[2].lower() in _MONTHS:
        month = f"{int(found[3]):04}-{_MONTHS.index(found[2].lower()) + 1:02}"
        return f"{month}-{int(found[1]):02}" if found[1] else month
    decade = re.fullmatch(r"([0-9]{3})0s", text)
    return f"{decade[1]}X" if decade else text
