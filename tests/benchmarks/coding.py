"""How well texts are coded: `python -m tests.benchmarks.coding [--out FILE] FOLDER ...`, from the folder of the program.

A folder holds one of two kinds of sets:

- annotated dates: files `.tml` in TimeML, as those of WikiWars and TempEval-3. Measured is which of the dates that are
  marked in them are found at all, read as they are there, and that at the same place to the letter. What is no date,
  such as a duration, is not expected; each end of an interval counts by itself.
- texts that were coded: those that the table `sources` names, of the shipped tables or of tables in the same folder.
  Each text is coded anew with tables that lack its own claims, and what is proposed is held against these, paragraph by
  paragraph: dates, quantities and names by their value, and the questions that they were proposed for.

What is printed is written to FILE too; the method page shows that of `data/coding/measured.csv`.
"""

import argparse
import html
import re
import sys
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

import data
from data.coding.dates import DateMention, points
from data.coding.languages import LANGUAGES, language_of
from data.coding.measurement import with_rates
from data.values import parse_dates, parse_quantities

MOST_MISSED = 12
"""Wordings of what was missed that are kept for each row."""
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_QUARTERS = {"1": ("01", "03"), "2": ("04", "06"), "3": ("07", "09"), "4": ("10", "12")}


@dataclass(frozen=True)
class Marked:
    """A date that is marked in a text, with its place and value."""

    start: int
    end: int
    value: str


class Counts:
    """What was right, proposed, expected and missed of one thing that was looked for."""

    def __init__(self) -> None:
        self.right = self.proposed = self.expected = 0
        self.missed: list[str] = []

    def add(self, proposed: set[Hashable], expected: dict[Hashable, str]) -> None:
        """Count what was proposed against what was expected, by its wordings."""
        self.right += len(proposed & expected.keys())
        self.proposed += len(proposed)
        self.expected += len(expected)
        self.missed += [wording for key, wording in expected.items() if key not in proposed]

    def row(self) -> dict[str, object]:
        """Return the counts as a row, with some of what was missed, from the beginning to the end."""
        wordings = list(dict.fromkeys(self.missed))
        some = wordings[:: max(1, len(wordings) // MOST_MISSED)][:MOST_MISSED]
        return {
            "right": self.right,
            "proposed": self.proposed,
            "expected": self.expected,
            "missed": " | ".join(" ".join(wording.split()) for wording in some),
        }


# --- Annotated dates --------------------------------------------------------------------------------------------------


def read_timeml(content: str) -> tuple[str, date, list[Marked]]:
    """Return the text of a file, the day on which it was written, and the dates that are marked in it, in order."""
    written = re.search(r'functionInDocument="CREATION_TIME"[^>]*?value="([0-9]{4}-[0-9]{2}-[0-9]{2})|'
                        r'value="([0-9]{4}-[0-9]{2}-[0-9]{2})[^>]*?functionInDocument="CREATION_TIME"', content)  # fmt: skip
    assert written, "the file says when its text was written"
    inside = content[content.index("<TEXT>") + len("<TEXT>") : content.index("</TEXT>")]
    text, open_marks, found = "", [], []
    for part in re.split(r"(<[^>]{1,2000}>)", inside):
        if part.startswith("<TIMEX3"):
            value = re.search(r'\bvalue="([^"]*)"', part)
            open_marks.append((len(text), timex_value(value[1] if value else "")))
        elif part == "</TIMEX3>":
            start, meant = open_marks.pop()
            found += [Marked(start, len(text), meant)] if meant else []
        elif not part.startswith("<"):
            text += html.unescape(part)
    found.sort(key=lambda mark: (mark.start, -mark.end))
    return text, date.fromisoformat(written[1] or written[2]), found


def timex_value(value: str) -> str:
    """Return a value of TIMEX3 in the grammar of values; "" where it is no date: a duration, a set, now or then."""
    day = value.split("T")[0]
    if era := re.fullmatch(r"BC([0-9]{4})(.*)", day):
        day = f"-{int(era[1]) - 1:04}{era[2]}"
    day = re.sub(r"(-XX)+\Z", "", day)
    if week := re.fullmatch(r"([0-9]{4})-W([0-9]{2})(-WE)?", day):
        return date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1).isoformat()
    if quarter := re.fullmatch(r"([0-9]{4})-Q([1-4])", day):
        first, last = _QUARTERS[quarter[2]]
        return f"{quarter[1]}-{first}/{quarter[1]}-{last}"
    if season := re.fullmatch(r"(-?[0-9]{4})-(SP|SU|FA|WI)", day):
        return f"{season[1]}-{_SEASONS[season[2]]}"
    if re.fullmatch(r"[0-9]{2,3}", day):
        return day + "X" * (4 - len(day))
    return day if re.fullmatch(r"-?[0-9]{4}(-[0-9]{2}){0,2}", day) else ""


def measure_timeml(folder: Path) -> Iterator[tuple[str, Counts]]:
    """Yield what was looked for in the marked texts of a folder, with its counts."""
    counts = {"dates found": Counts(), "dates read": Counts(), "dates read, same place": Counts()}
    for path in sorted(folder.rglob("*.tml")):
        text, written, marked = read_timeml(path.read_text(encoding="utf-8"))
        found = points(text, (written, written), language_of(text))
        expected: dict[Hashable, str] = {mark: text[mark.start : mark.end] for mark in marked}
        overlapping = list(_aligned(marked, found))
        read = [
            (mark, mention) for mark, mention in overlapping if mark.value in (mention.point.written, mention.value)
        ]
        exact = [(mark, mention) for mark, mention in read if (mark.start, mark.end) == (mention.start, mention.end)]
        for what, pairs in zip(counts, (overlapping, read, exact), strict=True):
            marks = {mention: mark for mark, mention in pairs}
            counts[what].add({marks.get(mention, mention) for mention in found}, expected)
    yield from counts.items()


def _aligned(marked: list[Marked], found: list[DateMention]) -> Iterator[tuple[Marked, DateMention]]:
    """Yield each marked date with the first date found that has a place in common with it, each used once."""
    left = list(found)
    for mark in marked:
        for mention in left:
            if mention.start < mark.end and mark.start < mention.end:
                left.remove(mention)
                yield mark, mention
                break


# --- Texts that were coded --------------------------------------------------------------------------------------------


def measure_coded(folder: Path, tables: data.Tables) -> Iterator[tuple[str, Counts]]:
    """Yield what was looked for in the texts of a folder that tables have claims of, with its counts."""
    counts = {what: Counts() for what in ("dates", "quantities", "quantities with units", "names", "questions")}
    kinds = {"date": "dates", "quantity": "quantities", "name": "names"}
    claims = tables.claims
    described = tables.sources[["source", "published", "language"]]
    for source, published, language in described.itertuples(index=False):
        file = data.text_files(tables).get(source)
        if not file or not (folder / file).is_file():
            continue
        own = claims[(claims["source"] == source) & claims["locator"].str.fullmatch("p[0-9]+")]
        without = tables.amend(removed=list(claims.loc[claims["source"] == source, "claim"]))
        text = (folder / file).read_text(encoding="utf-8-sig")
        found = data.code_text(without, text, published, language if language in LANGUAGES else None)
        keys = {what: (_keys(kind, found, "paragraph"), _keys(kind, own, "locator")) for kind, what in kinds.items()}
        keys["quantities with units"] = (
            _keys("quantity", found, "paragraph", "unit"),
            _keys("quantity", own, "locator", "unit"),
        )
        keys["questions"] = (_asked(found[found["attribute"] != ""], "paragraph"), _asked(own, "locator"))
        worded = own["stated"].where(own["stated"] != "", own["value"])
        for what, (proposed, expected) in keys.items():
            counts[what].add(set(proposed), dict(zip(expected, worded[expected.index], strict=True)))
    yield from counts.items()


def _keys(kind: str, rows: pd.DataFrame, place: str, *others: str) -> pd.Series:
    """Return what rows of a kind say, such that what is equal is the same: their place, interval or label, and others."""
    chosen = rows[rows["kind"] == kind]
    if kind == "name":
        return pd.Series(list(zip(chosen[place], chosen["value"], strict=True)), index=chosen.index, dtype="object")
    ends = (parse_dates if kind == "date" else parse_quantities)(chosen["value"])
    columns = [chosen[place], ends["low"], ends["high"], *(chosen[other] for other in others)]
    return pd.Series(list(zip(*columns, strict=True)), index=chosen.index, dtype="object")


def _asked(rows: pd.DataFrame, place: str) -> pd.Series:
    """Return which question rows are about, with their place."""
    return pd.Series(
        list(zip(rows[place], rows["event"], rows["attribute"], strict=True)), index=rows.index, dtype="object"
    )


# --- The command ------------------------------------------------------------------------------------------------------


def measure(folder: Path) -> pd.DataFrame:
    """Return the counts of a folder: set, what, right, proposed, expected, missed."""
    if any(folder.rglob("*.tml")):
        counts = measure_timeml(folder)
    else:
        counts = measure_coded(folder, data.load(folder if any(folder.glob("claims.*")) else None))
    return pd.DataFrame([{"set": folder.name, "what": what, **found.row()} for what, found in counts])


def report(counts: pd.DataFrame) -> str:
    """Return the counts as a table of Markdown."""
    columns = ["set", "what", "precision", "recall", "f1", "right", "proposed", "expected"]
    rows = [columns, ["---"] * len(columns), *with_rates(counts)[columns].round(3).to_numpy(dtype=object)]
    lines = [f"| {' | '.join(map(str, row))} |" for row in rows]
    missed = [f"- {folder}, {what}: {some}" for folder, what, some in counts[["set", "what", "missed"]].to_numpy(str)]
    return "\n".join([*lines, "", "Missed, for example:", *missed])


def main() -> int:
    """Measure the folders that are given; return 1 where one of them is none."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.coding", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a CSV file for the counts")
    given = parser.parse_args()
    if not given.folders:
        print("No folder was given, so nothing is measured; expected folders of texts, such as those of WikiWars.")
        return 0
    if missing := [folder for folder in given.folders if not folder.is_dir()]:
        print(f"{missing[0]}: no such folder; expected a folder of texts", file=sys.stderr)
        return 1
    counts = pd.concat([measure(folder) for folder in given.folders], ignore_index=True)
    print(report(counts))
    if given.out:
        counts.to_csv(given.out, index=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
