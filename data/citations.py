"""Sources as reference managers read them: BibTeX, RIS and CSL-JSON."""

import json
import re
from typing import Any

import pandas as pd

from data import values

_TYPES = {  # by genre: of BibTeX, RIS and CSL
    "encyclopedia": ("inreference", "ENCYC", "entry-encyclopedia"),
    "news": ("article", "NEWS", "article-newspaper"),
    "wire": ("article", "NEWS", "article-newspaper"),
    "official": ("report", "RPRT", "report"),
    "statistics": ("dataset", "DATA", "dataset"),
}
_OTHER = ("misc", "GEN", "document")
_SPECIAL = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "{}%$#&_"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(sources: pd.DataFrame) -> str:
    """Return sources (see `Tables.sources`) as entries of BibLaTeX, whose keys are made from their ids."""
    entries = []
    for key, source in zip(_keys(sources["source"]), _described(sources), strict=True):
        fields = {
            "title": source["title"],
            "publisher": source["publisher"],
            "date": source["published"],
            "url": source["url"],
            "langid": source["language"],
        }
        lines = [
            f"  {name} = {{{text if name in ('url', 'date') else text.translate(_SPECIAL)}}},\n"
            for name, text in fields.items()
            if text and not (name == "url" and re.search(r"[{}\s]", text))
        ]
        entries.append(f"@{source['types'][0]}{{{key},\n{''.join(lines)}}}\n")
    return "\n".join(entries)


def ris(sources: pd.DataFrame) -> str:
    """Return sources as RIS: one tag a line, and `ER` at the end of each."""
    lines = []
    for source in _described(sources):
        first = next(iter(_parts(source)), [])
        date = "/".join(f"{part:02}" for part in first)
        tags = {
            "TY": source["types"][1],
            "ID": source["source"],
            "TI": source["title"],
            "PB": source["publisher"],
            "PY": f"{first[0]:04}" if first else "",
            "DA": f"{date}{'/' * (3 - len(first))}" if first else "",
            "UR": source["url"],
            "LA": source["language"],
        }
        lines += [f"{tag}  - {text}" for tag, text in tags.items() if text]
        lines += ["ER  - ", ""]
    return "".join(f"{line}\r\n" for line in lines)


def csl_json(sources: pd.DataFrame) -> str:
    """Return sources as a list of CSL-JSON's items; an uncertain or open date is given as it is written."""
    items = []
    for source in _described(sources):
        item: dict[str, Any] = {"id": source["source"], "type": source["types"][2]}
        for name, column in (("title", "title"), ("publisher", "publisher"), ("URL", "url"), ("language", "language")):
            if source[column]:
                item[name] = source[column]
        if source["published"]:
            parts = _parts(source)
            item["issued"] = {"date-parts": parts} if parts else {"literal": source["published"]}
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=1)


def _described(sources: pd.DataFrame) -> list[dict[str, Any]]:
    """Return each source with its texts on one line, and its types by its genre."""
    columns = ["source", "title", "publisher", "genre", "published", "url", "language"]
    texts = sources[columns].apply(lambda column: column.str.replace(r"\s+", " ", regex=True))
    return [
        {str(name): text for name, text in row.items()} | {"types": _TYPES.get(str(row["genre"]), _OTHER)}
        for row in texts.to_dict("records")
    ]


def _keys(ids: pd.Series) -> list[str]:
    """Return a key for each id that BibTeX reads, all different even without their case."""
    keys: list[str] = []
    taken: set[str] = set()
    for name in ids:
        base = key = re.sub(r"[^\w:.-]+", "-", name, flags=re.ASCII).strip("-") or "source"
        number = 1
        while key.casefold() in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key.casefold())
        keys.append(key)
    return keys


def _parts(source: dict[str, Any]) -> list[list[int]]:
    """Return the year, month and day of a plain date, or of both ends of an interval; nothing for other forms."""
    ends = source["published"].split("/")
    if not all(re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", end) for end in ends):
        return []
    if values.parse_dates(pd.Series(ends, dtype="str"))["low"].isna().any():
        return []
    return [[int(part) for part in end.split("-")] for end in ends]
