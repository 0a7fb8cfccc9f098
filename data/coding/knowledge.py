"""What a table set knows that helps to read a new text: its names, its units, and which words belong to which event."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

import pandas as pd

from data import engine
from data.coding.languages import LANGUAGES
from data.coding.names import KnownNames
from data.coding.quantities import unit_words
from data.schema import in_every_language
from data.search import folded
from data.tables import Tables

STEM = 6
"""So many letters of a word count: embassy and embassies, reopened and reopening are one."""
MOST_EVENTS = 0.2
"""A word of more than this part of all events tells none of them apart."""
MOST_VALUES = 20_000
"""Values of names that are known, the most frequent ones, beside those of the table of names."""
_WEIGHTS = {"title": 2.0, "aliases": 2.0, "summary": 1.0}
_CLAIM_WEIGHT = 0.5
"""What a word counts that stands in the wording or the value of a claim alone."""
_COMMON = frozenset().union(*(language.common for language in LANGUAGES.values()))


def stem_words(text: str) -> dict[str, str]:
    """Return the words of a text by their stems, folded, without those that every text has; the first of each stem."""
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_]{3,30}", text):
        plain = folded(word)
        if plain not in _COMMON:
            found.setdefault(plain[:STEM], word)
    return found


class Knowledge:
    """What one table set knows; see `knowledge_of`.

    `names` are its names, `titles` its events by title and alias, `units` its units by their words, and `attributes`
    the kind of each attribute; `questions` are the events and attributes that are asked, `in_periods` those of them
    that are asked for periods.
    """

    def __init__(self, tables: Tables) -> None:
        with tables.store.cursor() as cursor:
            questions = engine.frame(
                cursor.sql(
                    "select event, attribute, list(distinct unit) as units, bool_or(period <> '') as in_periods "
                    "from questions group by all order by all"
                )
            )
            answers = engine.frame(
                cursor.sql(
                    "select q.event, q.attribute, a.is_name, a.value, any_value(a.low) as low, "
                    "any_value(a.high) as high from answers a join questions q on a.question = q.question "
                    "where not a.denies group by all order by all"
                )
            )
            worded = engine.frame(
                cursor.sql(
                    f"select distinct q.event, t.{tables.store.cell('stated')} as text from answers a "
                    "join texts t using (number) join questions q on a.question = q.question"
                )
            )
        self.attributes = dict(zip(tables.attributes["attribute"], tables.attributes["kind"], strict=True))
        self._asked: dict[str, dict[str, frozenset[str]]] = {}
        for event, attribute, units, _in_periods in questions.itertuples(index=False):
            self._asked.setdefault(event, {})[attribute] = frozenset(units)
        asked = questions[["event", "attribute"]]
        self.questions = tuple(asked.itertuples(index=False, name=None))
        self.in_periods = frozenset(asked[questions["in_periods"]].itertuples(index=False, name=None))
        self._answers: dict[tuple[str, str], list[tuple[str, float, float]]] = {}
        self._roles: dict[str, Counter[str]] = {}
        for event, attribute, is_name, value, low, high in answers.itertuples(index=False):
            self._answers.setdefault((event, attribute), []).append((value, low, high))
            if is_name:
                self._roles.setdefault(value, Counter())[attribute] += 1
        self.units = unit_words(tables.units)
        self.titles = KnownNames(_spellings(tables.events, "events", "event", ("title", "aliases")))
        frequent = sorted(self._roles, key=lambda name: -self._roles[name].total())[:MOST_VALUES]
        names = _spellings(tables.names, "names", "name", ("name", "aliases"))
        self.names = KnownNames(names | {name: name for name in frequent})
        self._labels = _labels(tables.attributes)
        named = answers.loc[answers["is_name"], ["event", "value"]]
        words = _words_of_events(tables.events, [worded, named])
        self._stems = {event: frozenset(held) for event, held in words.items()}
        self._rarity = _rarities(words)
        self._postings = _postings(words, self._rarity)

    def rarity(self, stem: str) -> float:
        """Return how rare a stem is: 1 where one event has it, less the more have it, 0 where it tells none apart."""
        return self._rarity.get(stem, 0.0)

    def asked(self, event: str, kind: str) -> Iterable[str]:
        """Return the attributes of one kind that are asked of an event; `date` of one of which nothing is asked yet."""
        asked = self._asked.get(event, {"date": ()})
        return [attribute for attribute in asked if self.attributes.get(attribute) == kind]

    def units_of(self, event: str, attribute: str) -> Collection[str]:
        """Return the units in which the answers to a question are given."""
        return self._asked.get(event, {}).get(attribute, ())

    def agreement(self, event: str, attribute: str, value: str, low: float, high: float) -> float:
        """Return 1 where a known answer to a question is the same, 0.5 where one has a point in common, else 0."""
        best = 0.0
        for known, known_low, known_high in self._answers.get((event, attribute), ()):
            if value == known or (low, high) == (known_low, known_high):
                return 1.0
            if max(low, known_low) <= min(high, known_high):
                best = 0.5
        return best

    def role(self, name: str, attribute: str) -> float:
        """Return which part of all answers that a name is are to questions of one attribute."""
        held = self._roles.get(name, Counter())
        return held.get(attribute, 0) / max(1, sum(held.values()))

    def label_stems(self, attribute: str) -> frozenset[str]:
        """Return the stems of what an attribute is called."""
        return self._labels.get(attribute, frozenset())

    def stems_of(self, event: str) -> frozenset[str]:
        """Return the stems that belong to an event."""
        return self._stems.get(event, frozenset())

    def events_like(self, stems: Iterable[str]) -> dict[str, float]:
        """Return how well events fit some stems: each that they share counts, the rarer the more."""
        found: dict[str, float] = {}
        for stem in stems:
            for event, strength in self._postings.get(stem, ()):
                found[event] = found.get(event, 0.0) + strength * self._rarity[stem]
        return found


def _words_of_events(events: pd.DataFrame, claimed: Iterable[pd.DataFrame]) -> dict[str, dict[str, float]]:
    """Return the stems of what is said of each event, in every language, with the most that each of them counts."""
    words: dict[str, dict[str, float]] = {event: {} for event in events["event"]}

    def add(event: str, text: str, weight: float) -> None:
        held = words.setdefault(event, {})
        for stem in stem_words(text):
            held[stem] = max(held.get(stem, 0.0), weight)

    for column, weight in _WEIGHTS.items():
        for translated in in_every_language("events", (column,), events.columns):
            for event, text in zip(events["event"], events[translated].fillna(""), strict=True):
                add(event, text, weight)
    for texts in claimed:
        for event, text in texts.itertuples(index=False):
            add(event, text, _CLAIM_WEIGHT)
    return words


def _rarities(words: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Return how rare each stem is among events: 1 in one alone; those of too many are left out."""
    found_in = Counter(stem for held in words.values() for stem in held)
    most = max(MOST_EVENTS * len(words), 10)
    every = log(1 + len(words))
    return {stem: log(1 + len(words) / count) / every for stem, count in found_in.items() if count <= most}


def _postings(
    words: Mapping[str, Mapping[str, float]], rarity: Mapping[str, float]
) -> dict[str, list[tuple[str, float]]]:
    """Return by stem the events that have it, each with how much it counts there: less where there are many words."""
    postings: dict[str, list[tuple[str, float]]] = {}
    for event, held in words.items():
        weights = {stem: weight * rarity[stem] for stem, weight in held.items() if stem in rarity}
        length = sqrt(sum(weight**2 for weight in weights.values()))
        for stem, weight in weights.items():
            postings.setdefault(stem, []).append((event, weight / sqrt(length)))
    return postings


def _labels(attributes: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Return the stems of what each attribute is called, in every language."""
    columns = in_every_language("attributes", ("attribute", "label"), attributes.columns)
    texts = (
        " ".join(cells).replace("_", " ") for cells in zip(*(attributes[c].fillna("") for c in columns), strict=True)
    )
    return dict(zip(attributes["attribute"], map(frozenset, map(stem_words, texts)), strict=True))


def _spellings(frame: pd.DataFrame, table: str, column: str, others: Iterable[str]) -> dict[str, str]:
    """Return what a table describes by each text that it has for it, in every language; its first text counts."""
    found: dict[str, str] = {}
    for other in in_every_language(table, tuple(others), frame.columns):
        for known, texts in zip(frame[column], frame[other].fillna(""), strict=True):
            for text in re.split(r"[|;]", texts):
                found.setdefault(text.strip(), known)
    found.pop("", None)
    return found


@lru_cache(maxsize=4)
def knowledge_of(tables: Tables) -> Knowledge:
    """Return what a table set knows: for the same set the same object."""
    return Knowledge(tables)
