"""A table of manydata: one row an item, dates in the notation of messydates (`a..b`, `{a,b}`, `~`, `?`)."""

import re
from pathlib import Path

import pandas as pd

from data import values
from data.files import quoted
from data.importers.reading import Imported, imported, rows_of

_MISSING = ("", "NA")
_SOURCES = ("source", "dataset")


def read(path: Path) -> Imported:
    """Return each date as a claim on the item in the first column; the attribute is the name of the date's column.

    A column called source or dataset says who states the row; where there is none, the file does. A table that has the
    columns event, source, attribute and value is read as claims. Columns without dates, and single cells that do not
    read as dates in columns that have them, are left out.
    """
    header, rows, left_out = rows_of(path)
    if {"event", "source", "attribute", "value"} <= set(header):
        cells = [(number, row["event"], row["source"], row["attribute"], row["value"]) for number, row in rows]
    else:
        source = next((name for name in header if name.lower() in _SOURCES), "")
        columns = [name for name in header[1:] if name != source]
        cells = [
            (number, row[header[0]], row[source] if source else path.stem, name, row[name])
            for name in columns
            for number, row in rows
        ]
    frame = pd.DataFrame(cells, columns=["row", "event", "source", "attribute", "value"])
    frame = frame[~frame["value"].isin(_MISSING)].reset_index(drop=True)
    written = frame["value"].map(edtf).astype("str")
    reads = values.parse_dates(written)["low"].notna()
    dated = set(frame.loc[reads, "attribute"].tolist())
    for attribute in frame["attribute"].unique():
        if attribute not in dated:
            left_out.append(f"column {attribute}: holds no dates")
    bad = frame[~reads & frame["attribute"].isin(dated)].sort_values("row", kind="stable")
    for row, attribute, value in zip(bad["row"], bad["attribute"], bad["value"], strict=True):
        left_out.append(f"row {row}, column {attribute}: {quoted(value)} does not read as a date")
    claims = frame.assign(value=written, stated=frame["value"])[reads].sort_values("row", kind="stable")
    claims = claims[["event", "source", "attribute", "value", "stated"]]
    kinds = [{"attribute": name, "kind": "date"} for name in dict.fromkeys(claims["attribute"])]
    rows_found = [{str(name): str(cell) for name, cell in row.items()} for row in claims.to_dict("records")]
    return imported({"claims": rows_found, "attributes": kinds}, left_out, path)


def edtf(text: str) -> str:
    """Return a date of messydates in EDTF: a range as an interval, a set as one of its members."""
    if members := re.fullmatch(r"\{(.*)\}", text):
        return f"[{','.join(_marked(member.strip()) for member in members[1].split(','))}]"
    ends = text.split("..")
    if len(ends) == 2 and "/" not in text:
        return "/".join(_marked(end.strip()) or ".." for end in ends)
    return text if "/" in text else _marked(text)


def _marked(date: str) -> str:
    """Return a single date with its marks of doubt at its end, where EDTF's level 1 has them."""
    plain = re.sub(r"[~?%]", "", date)
    approximate, uncertain = "~" in date or "%" in date, "?" in date or "%" in date
    return plain + ("%" if approximate and uncertain else "~" if approximate else "?" if uncertain else "")
