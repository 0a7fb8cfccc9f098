"""What a text says, as proposals for claims: each date, quantity and name with the questions that it may answer."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from heapq import nlargest
from math import isnan, sqrt

import pandas as pd

from data.coding.dates import DateMention, dates
from data.coding.knowledge import Knowledge, knowledge_of, stem_words
from data.coding.languages import LANGUAGES, language_of
from data.coding.quantities import quantities
from data.files import quoted
from data.tables import Tables
from data.values import parse_dates, parse_quantities

MOST_CHARACTERS = 100_000
"""Of a text; what follows is not read."""
MOST_EVENTS, MOST_PROPOSALS, MOST_WORDS = 5, 2, 4
"""Events of which a sentence may speak, questions that are proposed for one mention, and shared words that are told."""
LEAST_SCORE = 0.7
"""From which score on a question is proposed; a word that one event alone has counts up to 1."""
SECOND = 0.6
"""What part of the best score another question must have to be proposed beside the best."""
TITLE = 0.5
"""What it counts that the title of an event stands in a sentence."""
CONTEXT = 0.3
"""What a word of the same paragraph counts, beside one of the same sentence."""
AGREEMENT = 1.0
"""How much more a question fits to which another source gives the same answer."""
LABELLED = 1.5
"""How much more one fits of whose label a word stands in the sentence."""
REASONS = ("same value", "near value", "same unit", "shared words", "same paragraph")
"""Why a question is proposed: another source gives the same answer, or one with a point in common; the answers to it
are in this unit; the sentence, or only its paragraph, has words of the event."""

_EPOCH = datetime.date(1970, 1, 1)
_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SENTENCE_END = re.compile(
    r"(?<!\bM)(?<!\b(?:Mr|Dr|St|No|av))(?<!\b(?:Mrs|Gen|Col|Mme|U\.S))[.!?…][\"”»’)]{0,2}\s{1,9}(?=[\"“«‘(]?\s?[A-ZÀ-Þ])"
)


@dataclass(frozen=True)
class Proposal:
    """One row of what `code_text` returns."""

    start: int
    end: int
    paragraph: str
    wording: str
    kind: str
    value: str
    unit: str = ""
    event: str = ""
    attribute: str = ""
    period: str = ""
    stance: str = ""
    basis: str = ""
    score: float = 0.0
    reason: str = ""
    words: str = ""


COLUMNS = tuple(field.name for field in fields(Proposal))


def code_text(tables: Tables, text: str, date: str = "", language: str | None = None) -> pd.DataFrame:
    """Return what a text says, as proposals: one row for each mention and question that it may answer, in order.

    `date` is the day of the text in EDTF, from which "last Tuesday" counts; without one that reads, and has two ends,
    such dates are left out. `language` is `en` or `fr`, and any other a ValueError; where it is None it is the one that
    the words are of. Columns:

    - `start`, `end`: the place of the mention, from its first character to the one after its last;
    - `paragraph`: its locator, such as `p4`; `wording`: its words;
    - `kind`: `date`, `quantity` or `name`, and `event` where the title or an alias of one stands in the text;
    - `value`, `unit`, `period`: as the tables write them; `event`, `attribute`: the question, empty where none fits;
    - `stance`: `announces` where the date is to come; `basis`: `derived` where it hangs on another date;
    - `score`: how well the question fits, above 0; `reason`: why, of `REASONS`, joined by ` | `; `words`: those that
      the sentence and the event share, the rarest first.
    """
    language = language or language_of(text)
    if language not in LANGUAGES:
        raise ValueError(f"language {quoted(language)} is not read; expected one of {', '.join(LANGUAGES)}")
    reader = _Reader(knowledge_of(tables), text[:MOST_CHARACTERS], _days(date), language)
    frame = pd.DataFrame([asdict(proposal) for proposal in reader.proposals()], columns=list(COLUMNS))
    numbers = {"start": "int64", "end": "int64", "score": "float64"}
    return frame.astype({column: numbers.get(column, "str") for column in COLUMNS})


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs that `code_text` reads, the non-blank lines, each with the place where it begins."""
    return ((match.start(), match[0]) for match in _PARAGRAPH.finditer(text[:MOST_CHARACTERS]))


def _days(date: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day that a date in EDTF may be; None where it does not read, or has no end."""
    low, high = parse_dates(pd.Series([date], dtype="str")).iloc[0]
    if not (datetime.date.min - _EPOCH).days <= low <= high <= (datetime.date.max - _EPOCH).days:
        return None
    return _EPOCH + datetime.timedelta(int(low)), _EPOCH + datetime.timedelta(int(high))


@dataclass(frozen=True)
class _Sentence:
    """A sentence, its words by their stems, and how well each event fits it."""

    end: int
    paragraph: str
    words: dict[str, str]
    fitting: dict[str, float]


class _Reader:
    """Reads one text with what is known."""

    def __init__(
        self, known: Knowledge, text: str, days: tuple[datetime.date, datetime.date] | None, language: str
    ) -> None:
        self._known = known
        self._text = text
        self._last_day = (days[1] - _EPOCH).days if days else float("inf")
        found = dates(text, days, language)
        self._bounds = {date.start: date.bound for date in found}
        mentions = sorted(self._found(found, language), key=lambda mention: (mention.start, mention.end))
        self._intervals = _intervals(mentions)
        unread = {asked for asked, (low, _high) in self._intervals.items() if asked[0] != "name" and isnan(low)}
        self._mentions = [mention for mention in mentions if (mention.kind, mention.value) not in unread]

    def _found(self, found: Sequence[DateMention], language: str) -> Iterator[Proposal]:
        """Yield what stands in the text, without a question."""
        for date in found:
            basis = "derived" if date.relative else ""
            yield Proposal(date.start, date.end, "", "", "date", _bounded(date), basis=basis)
        taken = [(date.start, date.end) for date in found]
        for quantity in quantities(self._text, self._known.units, language, taken):
            yield Proposal(quantity.start, quantity.end, "", "", "quantity", quantity.value, quantity.unit)
        for name in self._known.names.mentions(self._text):
            yield Proposal(name.start, name.end, "", "", "name", name.value)
        for title in self._known.titles.mentions(self._text):
            yield Proposal(title.start, title.end, "", "", "event", "", event=title.value)

    def proposals(self) -> Iterator[Proposal]:
        """Yield each mention with the questions that fit it best, or without one where none does."""
        place = 0
        for sentence in self._sentences():
            first = place
            while place < len(self._mentions) and self._mentions[place].start < sentence.end:
                place += 1
            inside = [
                replace(mention, paragraph=sentence.paragraph, wording=self._text[mention.start : mention.end])
                for mention in self._mentions[first:place]
            ]
            yield from self._of_sentence(sentence, inside)

    def _sentences(self) -> Iterator[_Sentence]:
        for number, (start, paragraph) in enumerate(paragraphs_of(self._text), 1):
            context = self._known.events_like(stem_words(paragraph))
            near = nlargest(10 * MOST_EVENTS, context, key=lambda event: context[event])
            last = start + len(paragraph)
            ends = [match.end() for match in _SENTENCE_END.finditer(self._text, start, last)]
            for end in [*ends, last]:
                words = stem_words(self._text[start:end])
                fitting = {event: (1 - CONTEXT) * fit for event, fit in self._known.events_like(words).items()}
                for event in near:
                    fitting[event] = fitting.get(event, 0.0) + CONTEXT * context[event]
                yield _Sentence(end, f"p{number}", words, fitting)
                start = end

    def _of_sentence(self, sentence: _Sentence, mentions: Sequence[Proposal]) -> Iterator[Proposal]:
        fitting = dict(sentence.fitting)
        for mention in mentions:
            if mention.kind == "event":
                fitting[mention.event] = fitting.get(mention.event, 0.0) + TITLE
        best = nlargest(MOST_EVENTS, fitting, key=lambda event: fitting[event])
        period = next((mention.value for mention in mentions if mention.kind == "date"), "")
        for mention in mentions:
            if mention.kind == "event":
                yield mention
                continue
            asked = [
                proposal for event in best for proposal in self._questions(mention, event, fitting[event], sentence)
            ]
            best_asked = nlargest(MOST_PROPOSALS, asked, key=lambda proposal: proposal.score) or [mention]
            for proposal in best_asked:
                if proposal.score >= SECOND * best_asked[0].score:
                    yield self._completed(proposal, period)

    def _completed(self, proposal: Proposal, period: str) -> Proposal:
        """Return a proposal with the period and the unit that its question has, and the stance that its date has."""
        if proposal.kind == "date":
            return replace(proposal, stance="announces" if self._interval(proposal)[0] > self._last_day else "")
        if proposal.kind == "name":
            return proposal
        asked = (proposal.event, proposal.attribute)
        units = self._known.units_of(*asked)
        return replace(
            proposal,
            period=period if asked in self._known.in_periods else "",
            unit=next(iter(units)) if not proposal.unit and len(units) == 1 else proposal.unit,
        )

    def _questions(self, mention: Proposal, event: str, fit: float, sentence: _Sentence) -> Iterator[Proposal]:
        """Yield a mention with each question on an event that it may answer, with the score of each and why."""
        shared = sorted(
            self._known.stems_of(event).intersection(sentence.words), key=lambda stem: -self._known.rarity(stem)
        )
        for attribute in self._known.asked(event, mention.kind):
            prior = self._prior(mention, event, attribute, sentence)
            if not prior:
                continue
            agreement = self._known.agreement(event, attribute, mention.value, *self._interval(mention))
            score = fit * prior * (1 + AGREEMENT * agreement)
            reasons = {
                "same value": agreement == 1,
                "near value": 0 < agreement < 1,
                "same unit": bool(mention.unit) and mention.kind == "quantity",
                "shared words": bool(shared),
                "same paragraph": not shared,
            }
            if score >= LEAST_SCORE:
                yield replace(
                    mention,
                    event=event,
                    attribute=attribute,
                    score=round(score, 3),
                    reason=" | ".join(reason for reason, holds in reasons.items() if holds),
                    words=" ".join(sentence.words[stem] for stem in shared[:MOST_WORDS]),
                )

    def _prior(self, mention: Proposal, event: str, attribute: str, sentence: _Sentence) -> float:
        """Return how likely a mention answers a question, before its event is looked at."""
        labelled = 1.0 if self._known.label_stems(attribute).isdisjoint(sentence.words) else LABELLED
        if mention.kind == "date":
            bound = self._bounds[mention.start]
            usual = {"date": 1.0, "start": 1.2 if bound == "since" else 0.6, "end": 1.2 if bound == "until" else 0.4}
            return usual.get(attribute, 0.3 * labelled)
        if mention.kind == "quantity":
            if not mention.unit:
                return 0.3 * labelled
            return labelled if mention.unit in self._known.units_of(event, attribute) else 0.0
        return sqrt(self._known.role(mention.value, attribute))

    def _interval(self, mention: Proposal) -> tuple[float, float]:
        return self._intervals[mention.kind, mention.value]


def _intervals(mentions: Sequence[Proposal]) -> dict[tuple[str, str], tuple[float, float]]:
    """Return the interval of each date and quantity by its kind and value, NaN for all else."""
    found: dict[tuple[str, str], tuple[float, float]] = {}
    for kind, parse in (("date", parse_dates), ("quantity", parse_quantities)):
        values = pd.Series([mention.value for mention in mentions if mention.kind == kind], dtype="str")
        ends = parse(values)
        found |= dict(
            zip(((kind, value) for value in values), zip(ends["low"], ends["high"], strict=True), strict=True)
        )
    return found | {("name", mention.value): (float("nan"),) * 2 for mention in mentions if mention.kind == "name"}


def _bounded(date: DateMention) -> str:
    """Return the value of a date with what the word before it makes of it: before 2013 is ../2013."""
    if any(sign in date.value for sign in "/[~") or date.bound not in ("before", "after"):
        return date.value
    return f"../{date.value}" if date.bound == "before" else f"{date.value}/.."
