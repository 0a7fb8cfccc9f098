"""Names in a text that a table set knows, by any spelling that it has of them, or by one that is nearly the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data.search import folded

MOST_WORDS = 8
"""In a name, at most; longer ones are sentences that no other text repeats."""
LEAST_LIKENESS = 88
"""From which likeness on, in percent, a spelling that is not known is read as one that is."""
MOST_FORMS, MOST_UNKNOWN = 5_000, 300
"""Spellings of a set, and unknown names of a text, up to which the nearest one is looked for."""
_WORD = re.compile(r"[^\W_]+")
_UNKNOWN = re.compile(
    r"[A-ZÀ-Þ][\w’'-]{2,20}(?:[ \u00a0](?:(?:de|da|di|du|of|al|el|ben|bin)[ \u00a0])?[A-ZÀ-Þ][\w’'-]{2,20}){1,4}"
)


@dataclass(frozen=True)
class NameMention:
    """A name in a text: from its first character to the one after its last, and the name that the tables have for it.

    `likeness` is 100 where the tables have the spelling too, else how like the nearest of theirs is, in percent.
    """

    start: int
    end: int
    value: str
    likeness: int = 100


class KnownNames:
    """Names by their spellings, in which case, accents, hyphens and apostrophes make no difference."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        for spelling, name in spellings.items():
            words = tuple(_WORD.findall(folded(spelling)))
            if 0 < len(words) <= MOST_WORDS and spelling[:1].isalpha() and (len(words) > 1 or spelling[0].isupper()):
                self._names.setdefault(words, name)
        self._most = max(map(len, self._names), default=0)
        self._forms = [" ".join(words) for words in self._names] if len(self._names) <= MOST_FORMS else []

    def mentions(self, text: str) -> list[NameMention]:
        """Return the names in a text, in order and apart from each other, the longest at each place."""
        found = list(self._known(text))
        places = [(mention.start, mention.end) for mention in found]
        return sorted([*found, *self._nearly_known(text, places)], key=lambda mention: mention.start)

    def _known(self, text: str) -> Iterator[NameMention]:
        words = [(folded(match[0]), match) for match in _WORD.finditer(text)]
        place = 0
        while place < len(words):
            for count in range(min(self._most, len(words) - place), 0, -1):
                name = self._names.get(tuple(word for word, _match in words[place : place + count]))
                start, end = words[place][1].start(), words[place + count - 1][1].end()
                if name and (count > 1 or text[start].isupper()) and "\n" not in text[start:end]:
                    yield NameMention(start, end, name)
                    place += count
                    break
            else:
                place += 1

    def _nearly_known(self, text: str, taken: list[tuple[int, int]]) -> Iterator[NameMention]:
        """Yield what looks like a name that the tables have in another spelling."""
        free = bytearray(b"\1") * len(text)
        for start, end in taken:
            free[start:end] = bytes(end - start)
        nearest: dict[str, NameMention | None] = {}
        for match in _UNKNOWN.finditer(text):
            if not all(free[match.start() : match.end()]):
                continue
            if match[0] not in nearest:
                if len(nearest) == MOST_UNKNOWN:
                    return
                nearest[match[0]] = self._nearest(match[0])
            if near := nearest[match[0]]:
                yield replace(near, start=match.start() + near.start, end=match.end())

    def _nearest(self, written: str) -> NameMention | None:
        """Return the known name that is likest to a name, or to the end of it: what stands before may be a title."""
        from rapidfuzz import fuzz, process  # which only unknown names have to wait for

        found: list[NameMention] = []
        starts = [match.start() for match in re.finditer(r"\b[A-ZÀ-Þ]", written)]
        for start in starts[:-1]:
            form = " ".join(_WORD.findall(folded(written[start:])))
            best = process.extractOne(form, self._forms, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_LIKENESS)
            if best:
                found.append(NameMention(start, len(written), self._names[tuple(best[0].split())], int(best[1])))
        return max(found, key=lambda mention: mention.likeness, default=None)
