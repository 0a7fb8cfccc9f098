"""GEDCOM 7: the events of persons and families, each citation of one a source."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data.files import TablesError, quoted
from data.importers.reading import Imported, imported, text_of

EVENTS = {
    "BIRT": "Birth", "CHR": "Christening", "DEAT": "Death", "BURI": "Burial", "CREM": "Cremation", "ADOP": "Adoption",
    "BAPM": "Baptism", "CONF": "Confirmation", "EMIG": "Emigration", "IMMI": "Immigration", "NATU": "Naturalisation",
    "GRAD": "Graduation", "RETI": "Retirement", "MARR": "Marriage", "ENGA": "Engagement", "DIV": "Divorce",
    "ANUL": "Annulment",
}  # fmt: skip
_LINE = re.compile(r"(0|[1-9][0-9]*) (?:(@[^@]+@) )?([A-Z0-9_]+)(?: (.*))?")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DATE = re.compile(r"(?:GREGORIAN )?(?:(?:([0-9]{1,2}) )?([A-Z]{3}) )?([0-9]{1,4})( BCE)?")
_UNCITED = "no source cited"
_NOWHERE = "@VOID@"  # a pointer to nothing


@dataclass
class _Structure:
    """A line and those below it."""

    tag: str
    text: str
    name: str = ""
    below: list["_Structure"] = field(default_factory=list)

    def all(self, tag: str) -> Iterator["_Structure"]:
        return (part for part in self.below if part.tag == tag)

    def first(self, tag: str) -> str:
        return next((part.text for part in self.all(tag)), "")


def read(path: Path) -> Imported:
    """Return the date and the place of each event as claims, one for each source that is cited for it.

    Several records of one event of one person, such as two births, are answers to one question. Dates of another
    calendar than the Gregorian, dates in words, and all that is no event are left out.
    """
    records = _records(text_of(path), path)
    titles = {record.name: record.first("TITL") for record in records if record.tag == "SOUR"}
    publishers = {record.name: record.first("PUBL") for record in records if record.tag == "SOUR"}
    names = {record.name: record.first("NAME").replace("/", "").strip() for record in records if record.tag == "INDI"}
    claims, events, sources, left_out = [], [], [], []
    other: Counter[str] = Counter()
    for record in (record for record in records if record.tag in ("INDI", "FAM")):
        who = names.get(record.name) or " and ".join(
            filter(None, (names.get(record.first(spouse)) for spouse in ("HUSB", "WIFE")))
        )
        for part in record.below:
            if part.tag not in EVENTS:
                other[f"{record.tag}.{part.tag}"] += 1
                continue
            event = f"{record.name.strip('@')} {part.tag}"
            date, place = part.first("DATE"), part.first("PLAC")
            said = {"date": edtf(date), "place": place}
            if date and not said["date"]:
                left_out.append(f"{event}: the date {quoted(date)} cannot be written in EDTF")
            cited = [citation for citation in part.all("SOUR") if citation.text != _NOWHERE]
            for citation in cited or [_Structure("SOUR", _UNCITED)]:
                source = citation.text.strip("@")
                claims += [
                    {
                        "event": event,
                        "source": source,
                        "attribute": attribute,
                        "value": value,
                        "stated": date if attribute == "date" else "",
                        "locator": citation.first("PAGE"),
                    }
                    for attribute, value in said.items()
                    if value
                ]
                title = titles.get(citation.text) or source
                sources.append({"source": source, "title": title, "publisher": publishers.get(citation.text, "")})
            events.append({"event": event, "title": f"{EVENTS[part.tag]} of {who or record.name.strip('@')}"})
    left_out += [f"{tag}: {count} not carried over, since it is no event" for tag, count in sorted(other.items())]
    attributes = [{"attribute": "date", "kind": "date"}, {"attribute": "place", "kind": "name"}]
    tables = {"claims": claims, "events": events, "sources": sources, "attributes": attributes}
    return imported(tables, left_out, path)


def _records(text: str, path: Path) -> list[_Structure]:
    """Return the records of a file, each with what is below it; raise `TablesError` where a line is out of order."""
    open_lines: list[_Structure] = []
    records = []
    for number, line in enumerate(re.split(r"\r\n?|\n", text), start=1):  # a note may hold other ends of lines
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        if not found or int(found[1]) > len(open_lines):
            raise TablesError(
                f"{path}, line {number}: {quoted(line)} is no line of GEDCOM; expected 1 BIRT and the like"
            )
        level = int(found[1])
        structure = _Structure(found[3], found[4] or "", found[2] or "")
        if level:
            open_lines[level - 1].below.append(structure)
        else:
            records.append(structure)
        open_lines[level:] = [structure]
    return records


def edtf(text: str) -> str:
    """Return a date of GEDCOM in EDTF; nothing where it has none, as for words or another calendar."""
    if span := re.fullmatch(r"(?:BET (.+) AND|FROM (.+) TO) (.+)", text):
        ends = _point(span[1] or span[2]), _point(span[3])
        return "/".join(ends) if all(ends) else ""
    word, _, rest = text.partition(" ")
    point = _point(rest)
    forms = {
        **dict.fromkeys(["ABT", "CAL", "EST"], f"{point}~"),
        **dict.fromkeys(["BEF", "TO"], f"../{point}"),
        **dict.fromkeys(["AFT", "FROM"], f"{point}/.."),
    }
    if word in forms:
        return forms[word] if point else ""
    return _point(text)


def _point(text: str) -> str:
    found = _DATE.fullmatch(text)
    if not found or (found[2] and found[2] not in _MONTHS):
        return ""
    year = f"{int(found[3]):04}" if not found[4] else f"-{int(found[3]) - 1:04}" if int(found[3]) > 1 else "0000"
    month = f"-{_MONTHS.index(found[2]) + 1:02}" if found[2] else ""
    day = f"-{int(found[1]):02}" if found[1] else ""
    return f"{year}{month}{day}"
