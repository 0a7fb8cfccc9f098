"""Claims held against the texts, for those who have them: does the stated wording stand where the locator says?"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.files import quoted
from data.tables import Tables

_FOLDED = str.maketrans(dict.fromkeys("“”„«»‟″", '"') | dict.fromkeys("‘’‚‹›‛′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True)
class Verification:
    """What a check against the texts found: a line for each exception, and how many claims it could check."""

    exceptions: tuple[str, ...]
    found: int
    unworded: int
    without_text: int


def verify(tables: Tables, texts: Path) -> Verification:
    """Return whether each claim's `stated` wording stands in the passage that its `locator` names.

    White space, quotation marks, dashes and case are folded. Claims without a wording, and those of sources that
    name no `file`, are counted and cannot be checked.
    """
    files = dict(zip(tables.sources["source"], tables.sources["file"], strict=True))
    exceptions: list[str] = []
    found = unworded = without_text = 0
    for claim, source, stated, locator in tables.claims[["claim", "source", "stated", "locator"]].itertuples(
        index=False
    ):
        if not files.get(source):
            without_text += 1
        elif not stated:
            unworded += 1
        elif complaint := _complaint(texts, files[source], stated, locator):
            exceptions.append(f"claim {claim}: {complaint}")
        else:
            found += 1
    return Verification(tuple(exceptions), found, unworded, without_text)


def _complaint(texts: Path, file: str, stated: str, locator: str) -> str:
    paragraphs = _paragraphs(texts / Path(file).name)
    if paragraphs is None:
        return f"no text {quoted(file)} in {texts}; expected the source's file there"
    if (number := _paragraph_number(locator)) is None:
        return f"locator {quoted(locator)} names no paragraph of {file}; expected p and a number, such as p4"
    if not 1 <= number <= len(paragraphs):
        return f"{file} has no paragraph {locator}; expected p1 to p{len(paragraphs)}"
    if folded(stated) not in folded(paragraphs[number - 1]):
        elsewhere = [f"p{at}" for at, text in enumerate(paragraphs, start=1) if folded(stated) in folded(text)]
        hint = f"it stands in {', '.join(elsewhere)}" if elsewhere else "expected the words of the text"
        return f"{quoted(stated)} does not stand in {file}, {locator}; {hint}"
    return ""


def passage(tables: Tables, texts: Path, claim: str) -> str | None:
    """Return the paragraph that a claim's locator names, or None where its text or paragraph is not at hand."""
    row = tables.claims[tables.claims["claim"] == claim]
    if row.empty:
        return None
    file = tables.sources.set_index("source").at[row["source"].iloc[0], "file"]
    paragraphs = _paragraphs(texts / Path(str(file)).name) if file else None
    number = _paragraph_number(row["locator"].iloc[0])
    if paragraphs is None or number is None or not 1 <= number <= len(paragraphs):
        return None
    return paragraphs[number - 1]


@lru_cache(maxsize=256)
def _paragraphs(path: Path) -> tuple[str, ...] | None:
    """Return the non-blank lines of a text, white space stripped."""
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def _paragraph_number(locator: str) -> int | None:
    match = re.fullmatch(r"p([0-9]{1,6})", locator.strip())
    return int(match[1]) if match else None


def folded(text: str) -> str:
    """Return a text with white space, quotation marks, dashes and case folded."""
    return " ".join(text.translate(_FOLDED).split()).casefold()
