"""The words for what is one of a few: one row a verdict, a stance, a relation of two answers, a standing of one."""

from dataclasses import dataclass

from components.words.i18n import _

Plural = tuple[str, str]
"""A text for one, and for many."""


@dataclass(frozen=True)
class Verdict:
    """A verdict in words.

    Its label and meaning; so many questions of it (`counted`); and, where sources are left out, that so many questions
    of it get another verdict (`becomes`), of what these are then (`then`), or are contested or answered no more.
    """

    label: str
    meaning: str
    counted: Plural
    becomes: Plural
    falls_away: Plural
    then: str


VERDICTS = {
    "self-contradiction": Verdict(
        "Self-contradiction",
        "One source gives answers of its own that cannot all be true.",
        counted=("{n} self-contradiction", "{n} self-contradictions"),
        becomes=("{n} self-contradiction becomes {then}", "{n} self-contradictions become {then}"),
        falls_away=("{n} self-contradiction falls away", "{n} self-contradictions fall away"),
        then="self-contradictory",
    ),
    "conflict": Verdict(
        "Conflict",
        "Sources speaking for themselves, or reporting one voice, cannot all be true.",
        counted=("{n} conflict", "{n} conflicts"),
        becomes=("{n} conflict becomes {then}", "{n} conflicts become {then}"),
        falls_away=("{n} conflict falls away", "{n} conflicts fall away"),
        then="contradictory",
    ),
    "disputed": Verdict(
        "Disputed",
        "The parties disagree, as the sources report them.",
        counted=("{n} disputed", "{n} disputed"),
        becomes=("{n} dispute becomes {then}", "{n} disputes become {then}"),
        falls_away=("{n} dispute falls away", "{n} disputes fall away"),
        then="disputed",
    ),
    "sole source": Verdict(
        "Sole source",
        "One source alone speaks of it. Unchecked.",
        counted=("{n} from a sole source", "{n} from a sole source"),
        becomes=("{n} answer by a sole source becomes {then}", "{n} answers by a sole source become {then}"),
        falls_away=("{n} question has no answer left", "{n} questions have no answer left"),
        then="the word of one source",
    ),
    "agree": Verdict(
        "Agree",
        "Two or more sources give the same answer.",
        counted=("{n} agreement", "{n} agreements"),
        becomes=("{n} agreement becomes {then}", "{n} agreements become {then}"),
        falls_away=("{n} agreement falls away", "{n} agreements fall away"),
        then="agreement",
    ),
    "compatible": Verdict(
        "Compatible",
        "Answers differ but can all be true: one is finer, coarser or overlaps.",
        counted=("{n} compatible", "{n} compatible"),
        becomes=("{n} set of compatible answers becomes {then}", "{n} sets of compatible answers become {then}"),
        falls_away=("{n} set of compatible answers falls away", "{n} sets of compatible answers fall away"),
        then="compatible",
    ),
}


@dataclass(frozen=True)
class Stance:
    """How a source puts a claim, in words.

    As a verb; in a sentence (`says`); of a member of a list, which stands in the question, in a sentence (`says_so`)
    and in a cell (`member`); and a value in a cell, where the value alone would not do.
    """

    verb: str
    says: Plural
    says_so: Plural
    member: str
    cell: str = ""


STANCES = {
    "asserts": Stance(
        "states",
        says=("{who} says {what}", "{who} say {what}"),
        says_so=("{who} says so", "{who} say so"),
        member="says so",
    ),
    "denies": Stance(
        "denies",
        says=("{who} denies {what}", "{who} deny {what}"),
        says_so=("{who} denies it", "{who} deny it"),
        member="denies it",
        cell="not {value}",
    ),
    "alleges": Stance(
        "alleges",
        says=("{who} alleges {what}", "{who} allege {what}"),
        says_so=("{who} alleges it", "{who} allege it"),
        member="alleges it",
        cell="{value} (alleged)",
    ),
    "announces": Stance(
        "announces",
        says=("{who} announces {what}", "{who} announce {what}"),
        says_so=("{who} announces it", "{who} announce it"),
        member="announces it",
    ),
}


@dataclass(frozen=True)
class Relation:
    """How the answers of two sources to one question stand to each other, in words.

    As a label, and counted within a sentence; `{name}` is that of the source which `subject` says, the one or the
    other. It is drawn as the verdict `drawn_as`.
    """

    drawn_as: str
    label: str
    counted: str = ""
    subject: str = ""


RELATIONS = {
    "part": Relation("conflict", "They part", "they part on {n}"),
    "reported": Relation(
        "disputed", "They part, only as reported", "they part on {n} only in what they report of others"
    ),
    "finer": Relation("compatible", "{name} is finer", "{name} is finer on {n}", "one"),
    "coarser": Relation("compatible", "{name} is finer", "{name} is finer on {n}", "other"),
    "overlap": Relation("compatible", "They overlap", "they overlap on {n}"),
    "agree": Relation("agree", "They agree", "they agree on {n}"),
    "only one": Relation("sole source", "{name} alone", subject="one"),
    "only other": Relation("sole source", "{name} alone", subject="other"),
}
"""`reported`: they part only in what they report of others. Those that are gravest stand first."""


@dataclass(frozen=True)
class Standing:
    """How an answer of one source stands beside those of all others: its label, what it means, and as what drawn."""

    drawn_as: str
    label: str
    meaning: str


STANDINGS = {
    "contradicts itself": Standing("self-contradiction", "Contradicting itself", "Its own answers exclude each other."),
    "contradicted": Standing(
        "conflict", "Contradicted by others", "Another source gives an answer that excludes this one."
    ),
    "disputed": Standing("disputed", "Disputed", "The parties disagree, as the sources report them."),
    "confirmed": Standing("agree", "Confirmed by others", "Another source gives the same answer, from another origin."),
    "same origin": Standing(
        "agree",
        "Same origin only",
        "Others give the same answer, but from the same origin: one report, not corroboration.",
    ),
    "compatible": Standing("compatible", "Compatible", "Others answer more or less exactly; all can be true."),
    "alone": Standing("sole source", "Alone", "Nobody else answers. Unchecked."),
}


def verdict(name: str) -> str:
    """Return a verdict's label."""
    return _(VERDICTS[name].label)


def meaning(name: str) -> str:
    """Return what a verdict means, in one sentence."""
    return _(VERDICTS[name].meaning)


def stance(name: str) -> str:
    """Return how a source puts a claim, as a verb: states, denies, alleges, announces."""
    return _(STANCES[name].verb)


def relation(key: str, one: str, other: str) -> str:
    """Return how two answers stand to each other, in words, by the names of their sources."""
    row = RELATIONS[key]
    return _(row.label, name=one if row.subject == "one" else other) if row.subject else _(row.label)


def standing(name: str) -> str:
    """Return how an answer stands beside those of others, as a label."""
    return _(STANDINGS[name].label)


def term(slug: str) -> str:
    """Return a topic, scope, genre or other word of the table as a label."""
    return _(slug[:1].upper() + slug[1:])
