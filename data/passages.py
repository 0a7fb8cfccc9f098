"""Claims held against the texts, for those who have them: where the stated wording stands, and how two tellings differ.

A text is its paragraphs: the non-blank lines, white space stripped. The locator `p4` names the fourth.
"""

import contextlib
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from data.files import quoted
from data.letters import AROUND_WORDS, DASHES, NO_WIDTH, ONE_WAY

if TYPE_CHECKING:
    from data.tables import Tables

Texts: TypeAlias = Mapping[str, tuple[str, ...]]
"""The texts at hand: a file, by its path below the folder of texts → its paragraphs."""
Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Parts of a text, each from its first character to the one after its last; in order, and apart from each other."""

ALIKE = 0.4  # of all words of two passages, how many both must have, in one order, to be tellings of the same
MOST_WORDS = 400  # in a passage that is compared word by word: the time grows with the square


class TextsError(Exception):
    """A folder of texts that cannot be read; the message is one line that says why and what would be right."""


def text_files(tables: "Tables") -> dict[str, str]:
    """Return the file that holds each source's text, by source, as its path below the folder of texts.

    Sources that name none are left out. No path leads out of the folder: its steps up, and a root, are passed over.
    """
    named = zip(tables.sources["source"], tables.sources["file"], strict=True)
    return {source: below for source, file in named if (below := _below(file))}


def _below(file: str) -> str:
    parts = PurePosixPath(file.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "//", "..") and not part.endswith(":"))


def texts_in(tables: "Tables", folder: Path) -> Texts:
    """Return the sources' texts that lie in a folder; raise `TextsError` where it cannot be read.

    No other file of the folder is opened, and each is read anew only where one has changed.
    """
    if not folder.is_dir():
        raise TextsError(f"{folder}: no such folder; expected the folder that holds the sources' texts")
    stamps = []
    for file in sorted(set(text_files(tables).values())):
        with contextlib.suppress(OSError):  # it is not there, or cannot be by such a name
            status = (folder / file).stat()
            if stat.S_ISREG(status.st_mode):
                stamps.append((file, status.st_mtime_ns, status.st_ctime_ns, status.st_size))
    try:
        return _read(folder, tuple(stamps))
    except OSError as error:
        raise TextsError(f"{error.filename}: {error.strerror}; expected a text that can be read") from None


@lru_cache(maxsize=4)
def _read(folder: Path, files: tuple[tuple[str, int, int, int], ...]) -> Texts:
    return MappingProxyType({file: paragraphs((folder / file).read_bytes()) for file, *_stamp in files})


def paragraphs(content: bytes) -> tuple[str, ...]:
    """Return the paragraphs of a text in UTF-8, with or without a byte order mark; what is not UTF-8 is replaced."""
    lines = re.split(r"\r\n?|\n", content.decode("utf-8-sig", errors="replace"))
    return tuple(line.strip() for line in lines if line.strip())


def is_utf_8(text: Iterable[str]) -> bool:
    """Return whether paragraphs come of a text that was saved as UTF-8: nothing in them had to be replaced."""
    return not any("\ufffd" in paragraph or "\0" in paragraph for paragraph in text)


@dataclass(frozen=True)
class Verification:
    """What a check against the texts found: a line for each exception, and how many claims it could check."""

    exceptions: tuple[str, ...]
    found: int
    unworded: int
    without_text: int


def verify(tables: "Tables", folder: Path) -> Verification:
    """Return whether each claim's `stated` wording stands in the passage that its `locator` names.

    What `folded` folds makes no difference. Claims without a wording, and those of sources that
    name no `file`, are counted and cannot be checked. Raises `TextsError` where the folder cannot be read.
    """
    files, texts = text_files(tables), texts_in(tables, folder)
    exceptions: list[str] = []
    found = unworded = without_text = 0
    for claim, source, stated, locator in tables.claims[["claim", "source", "stated", "locator"]].itertuples(
        index=False
    ):
        if source not in files:
            without_text += 1
        elif not stated:
            unworded += 1
        elif files[source] not in texts:
            exceptions.append(
                f"claim {claim}: no text {quoted(files[source])} in {folder}; expected the source's file there"
            )
        elif complaint := _complaint(texts[files[source]], files[source], stated, locator):
            if not is_utf_8(texts[files[source]]):
                complaint = f"{files[source]} is not UTF-8; expected it saved as plain text in UTF-8"
            exceptions.append(f"claim {claim}: {complaint}")
        else:
            found += 1
    return Verification(tuple(exceptions), found, unworded, without_text)


def _complaint(text: tuple[str, ...], file: str, stated: str, locator: str) -> str:
    if (number := _paragraph_number(locator)) < 0:
        return f"locator {quoted(locator)} names no paragraph of {file}; expected p and a number, such as p4"
    if not 1 <= number <= len(text):
        return f"{file} has no paragraph {locator}; expected p1 to p{len(text)}"
    if folded(stated) not in folded(text[number - 1]):
        elsewhere = [f"p{at}" for at, passage in enumerate(text, start=1) if folded(stated) in folded(passage)]
        hint = f"it stands in {', '.join(elsewhere)}" if elsewhere else "expected the words of the text"
        return f"{quoted(stated)} does not stand in {file}, {locator}; {hint}"
    return ""


def passage(tables: "Tables", texts: Texts, claim: str) -> str | None:
    """Return the paragraph that a claim's locator names, or None where its text or paragraph is not at hand."""
    found = side_by_side(tables, texts, tables.claims[tables.claims["claim"] == claim])
    return found[0].text if found else None


@dataclass(frozen=True)
class Passage:
    """A paragraph in which claims stand.

    `stated` are the places of their wordings, `unfound` the wordings that do not stand there. `beside` is the passage
    of another source and of one origin with it that it is compared with, as source, locator and origin, and
    `differing` the places of the words that are not those of that passage.
    """

    source: str
    locator: str
    text: str
    claims: tuple[str, ...]
    roots: frozenset[str]
    stated: Spans
    unfound: tuple[str, ...]
    beside: tuple[str, str, str] | None = None
    differing: Spans = ()


def side_by_side(tables: "Tables", texts: Texts, claims: pd.DataFrame) -> list[Passage]:
    """Return the passages in which claims stand, each once, in the order of the sources and of their paragraphs.

    Two passages that go back to one origin and tell the same are compared word by word; such pairs come first, each
    two together, and no passage is in two of them. They are compared whole, not by the sentences that hold the
    wordings: translators cut one utterance into sentences at different places, so that words which both have
    would look like words that one lacks. Passages with few words in common are left alone: there, all would differ.
    """
    alone = [
        passage
        for source, file in text_files(tables).items()
        for passage in _passages(source, texts.get(file, ()), claims[claims["source"] == source])
    ]
    pairs = _pairs(alone)
    paired = {place for pair, _root in pairs for place in pair}
    return [
        *(each for (one, other), root in pairs for each in _compared(alone[one], alone[other], root)),
        *(each for place, each in enumerate(alone) if place not in paired),
    ]


def _passages(source: str, text: tuple[str, ...], claims: pd.DataFrame) -> Iterator[Passage]:
    numbers = claims["locator"].map(_paragraph_number)
    for number in sorted(set(numbers)):
        if not 1 <= number <= len(text):
            continue
        here, passage = claims[numbers == number], text[number - 1]
        places = {stated: wording_places(passage, stated) for stated in here["stated"] if stated}
        yield Passage(
            source=source,
            locator=f"p{number}",
            text=passage,
            claims=tuple(here["claim"]),
            roots=frozenset(here["root"]),
            stated=_merged(span for spans in places.values() for span in spans),
            unfound=tuple(stated for stated, spans in places.items() if not spans),
        )


def _pairs(passages: list[Passage]) -> list[tuple[tuple[int, int], str]]:
    """Return the places of each two passages to compare, the most alike chosen first, with the origin of both."""
    words = [[word for word, _span in _words(passage.text)] for passage in passages]
    alike = []
    for one, other in combinations(range(len(passages)), 2):
        shared = passages[one].roots & passages[other].roots
        if passages[one].source == passages[other].source or not shared:
            continue
        if max(len(words[one]), len(words[other])) > MOST_WORDS:
            continue
        matcher = SequenceMatcher(a=words[one], b=words[other], autojunk=False)
        if matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            alike.append((-matcher.ratio(), (one, other), min(shared)))
    pairs: list[tuple[tuple[int, int], str]] = []
    for _ratio, pair, root in sorted(alike):
        if not {place for taken, _root in pairs for place in taken} & set(pair):
            pairs.append((pair, root))
    return sorted(pairs)


def _compared(one: Passage, other: Passage, root: str) -> tuple[Passage, Passage]:
    differing = differing_words(one.text, other.text)
    return (
        replace(one, beside=(other.source, other.locator, root), differing=differing[0]),
        replace(other, beside=(one.source, one.locator, root), differing=differing[1]),
    )


def differing_words(one: str, other: str) -> tuple[Spans, Spans]:
    """Return where in each of two passages words stand that the other does not have there.

    Case, quotation marks, dashes and the punctuation around a word make no difference; words next to each other are
    one span.
    """
    words, others = _words(one), _words(other)
    matcher = SequenceMatcher(a=[word for word, _span in words], b=[word for word, _span in others], autojunk=False)
    changes = [places for tag, *places in matcher.get_opcodes() if tag != "equal"]
    return (
        _runs(words, [(start, end) for start, end, _start, _end in changes]),
        _runs(others, [(start, end) for _start, _end, start, end in changes]),
    )


def _words(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Return the words of a text, folded, and where each stands, without the punctuation around it.

    A dash between words is none; signs such as % and $ are part of theirs.
    """
    words = []
    for match in re.finditer(r"[^\s—―]+", text):
        core = match[0].strip(AROUND_WORDS)
        if core.strip("-" + DASHES):
            start = match.start() + match[0].index(core)
            words.append((folded(core), (start, start + len(core))))
    return words


def _runs(words: list[tuple[str, tuple[int, int]]], runs: list[tuple[int, int]]) -> Spans:
    return tuple((words[start][1][0], words[end - 1][1][1]) for start, end in runs if start < end)


def wording_places(text: str, stated: str) -> Spans:
    """Return where a wording stands in a text, as spans of the text as it is, though matched as `folded`.

    A wording that stands there as words is not looked for within other words.
    """
    (inside, places), sought = _folding(text), folded(stated)
    if not sought:
        return ()
    starts = [match.start() for match in re.finditer(f"(?={re.escape(sought)})", inside)]
    spans = [(places[start][0], places[start + len(sought) - 1][1]) for start in starts]
    return _merged([span for span in spans if not any(_within_word(text, at) for at in span)] or spans)


def _within_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _paragraph_number(locator: str) -> int:
    """Return the number of the paragraph that a locator names; -1 where it names none."""
    match = re.fullmatch(r"p([0-9]{1,6})", locator.strip())
    return int(match[1]) if match else -1


def folded(text: str) -> str:
    """Return a text in which white space, quotation marks, dashes, case, ligatures and accents are written one way.

    Accents are composed, ligatures two letters; soft hyphens and other characters that nobody sees are left out.
    """
    return _folding(text)[0]


def _folding(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text folded, and where each of its characters comes from: ß becomes two, e and its accent one."""
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end, letter in _letters(text):
        for new in " " if letter.isspace() else unicodedata.normalize("NFC", letter).casefold().translate(ONE_WAY):
            if new != " " or chars[-1:] not in ([], [" "]):
                chars.append(new)
                places.append((start, end))
    if chars[-1:] == [" "]:
        del chars[-1], places[-1]
    return "".join(chars), places


def _letters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the letters of a text, each with its accents, and where it stands; none of those that nobody sees."""
    start, end, letter = 0, 0, ""
    for place, char in enumerate(text):
        if ord(char) in NO_WIDTH:
            continue
        if letter and not letter.isspace() and unicodedata.combining(char):
            end, letter = place + 1, letter + char
            continue
        if letter:
            yield start, end, letter
        start, end, letter = place, place + 1, char
    if letter:
        yield start, end, letter
