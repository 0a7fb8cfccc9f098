"""The words for what is one of a few: one row a verdict, a stance, a relation of two answers, a standing of one."""

from dataclasses import dataclass

from components.words.i18n import N_, translate

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
        N_("Self-contradiction"),
        N_("One source gives answers of its own that cannot all be true."),
        counted=N_("{n} self-contradiction", "{n} self-contradictions"),
        becomes=N_("{n} self-contradiction becomes {then}", "{n} self-contradictions become {then}"),
        falls_away=N_("{n} self-contradiction falls away", "{n} self-contradictions fall away"),
        then=N_("self-contradictory"),
    ),
    "conflict": Verdict(
        N_("Conflict"),
        N_("Sources speaking for themselves, or reporting one voice, cannot all be true."),
        counted=N_("{n} conflict", "{n} conflicts"),
        becomes=N_("{n} conflict becomes {then}", "{n} conflicts become {then}"),
        falls_away=N_("{n} conflict falls away", "{n} conflicts fall away"),
        then=N_("contradictory"),
    ),
    "disputed": Verdict(
        N_("Disputed"),
        N_("The parties disagree, as the sources report them."),
        counted=N_("{n} disputed", "{n} disputed"),
        becomes=N_("{n} dispute becomes {then}", "{n} disputes become {then}"),
        falls_away=N_("{n} dispute falls away", "{n} disputes fall away"),
        then=N_("disputed"),
    ),
    "sole source": Verdict(
        N_("Sole source"),
        N_("One source alone speaks of it. Unchecked."),
        counted=N_("{n} from a sole source", "{n} from a sole source"),
        becomes=N_("{n} answer by a sole source becomes {then}", "{n} answers by a sole source become {then}"),
        falls_away=N_("{n} question has no answer left", "{n} questions have no answer left"),
        then=N_("the word of one source"),
    ),
    "agree": Verdict(
        N_("Agree"),
        N_("Two or more sources give the same answer."),
        counted=N_("{n} agreement", "{n} agreements"),
        becomes=N_("{n} agreement becomes {then}", "{n} agreements become {then}"),
        falls_away=N_("{n} agreement falls away", "{n} agreements fall away"),
        then=N_("agreement"),
    ),
    "compatible": Verdict(
        N_("Compatible"),
        N_("Answers differ but can all be true: one is finer, coarser or overlaps."),
        counted=N_("{n} compatible", "{n} compatible"),
        becomes=N_("{n} set of compatible answers becomes {then}", "{n} sets of compatible answers become {then}"),
        falls_away=N_("{n} set of compatible answers falls away", "{n} sets of compatible answers fall away"),
        then=N_("compatible"),
    ),
}


@dataclass(frozen=True)
class Stance:
    """How a source puts a claim, in words.

    As a verb; in a sentence (`says`); of a member of a list, which stands in the question, in a sentence (`says_so`)
    and in a cell (`member`); and a value in a cell, where the value alone would not do. The sentences hold for names
    of one and of several, such as "officials": no verb stands in them that would have to agree.
    """

    verb: str
    says: str
    says_so: str
    member: str
    cell: str = ""


STANCES = {
    "asserts": Stance(
        N_("states"),
        says=N_("{who}: {what}"),
        says_so=N_("{who}, stating it"),
        member=N_("says so"),
    ),
    "denies": Stance(
        N_("denies"),
        says=N_("{who}, denying: {what}"),
        says_so=N_("{who}, denying it"),
        member=N_("denies it"),
        cell=N_("not {value}"),
    ),
    "alleges": Stance(
        N_("alleges"),
        says=N_("{who}, alleging: {what}"),
        says_so=N_("{who}, alleging it"),
        member=N_("alleges it"),
        cell=N_("{value} (alleged)"),
    ),
    "announces": Stance(
        N_("announces"),
        says=N_("{who}, announcing: {what}"),
        says_so=N_("{who}, announcing it"),
        member=N_("announces it"),
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
    "part": Relation("conflict", N_("They part"), N_("they part on {n}")),
    "reported": Relation(
        "disputed", N_("They part, only as reported"), N_("they part on {n} only in what they report of others")
    ),
    "finer": Relation("compatible", N_("Finer in {name}"), N_("on {n} the finer answer is in {name}"), "one"),
    "coarser": Relation("compatible", N_("Finer in {name}"), N_("on {n} the finer answer is in {name}"), "other"),
    "overlap": Relation("compatible", N_("They overlap"), N_("they overlap on {n}")),
    "agree": Relation("agree", N_("They agree"), N_("they agree on {n}")),
    "only one": Relation("sole source", N_("{name} alone"), subject="one"),
    "only other": Relation("sole source", N_("{name} alone"), subject="other"),
}
"""`reported`: they part only in what they report of others. Those that are gravest stand first."""


@dataclass(frozen=True)
class Standing:
    """How an answer of one source stands beside those of all others: its label, what it means, and as what drawn."""

    drawn_as: str
    label: str
    meaning: str


STANDINGS = {
    "contradicts itself": Standing(
        "self-contradiction", N_("Contradicting itself"), N_("Its own answers exclude each other.")
    ),
    "contradicted": Standing(
        "conflict", N_("Contradicted by others"), N_("Another source gives an answer that excludes this one.")
    ),
    "disputed": Standing("disputed", N_("Disputed"), N_("The parties disagree, as the sources report them.")),
    "confirmed": Standing(
        "agree", N_("Confirmed by others"), N_("Another source gives the same answer, from another origin.")
    ),
    "same origin": Standing(
        "agree",
        N_("Same origin only"),
        N_("Others give the same answer, but from the same origin: one report, not corroboration."),
    ),
    "compatible": Standing("compatible", N_("Compatible"), N_("Others answer more or less exactly; all can be true.")),
    "alone": Standing("sole source", N_("Alone"), N_("Nobody else answers. Unchecked.")),
}


def verdict(name: str) -> str:
    """Return a verdict's label."""
    return translate(VERDICTS[name].label)


def meaning(name: str) -> str:
    """Return what a verdict means, in one sentence."""
    return translate(VERDICTS[name].meaning)


def stance(name: str) -> str:
    """Return how a source puts a claim, as a verb: states, denies, alleges, announces."""
    return translate(STANCES[name].verb)


def relation(key: str, one: str, other: str) -> str:
    """Return how two answers stand to each other, in words, by the names of their sources."""
    row = RELATIONS[key]
    return translate(row.label, name=one if row.subject == "one" else other) if row.subject else translate(row.label)


def standing(name: str) -> str:
    """Return how an answer stands beside those of others, as a label."""
    return translate(STANDINGS[name].label)


def term(slug: str) -> str:
    """Return a topic, scope, genre or other word of the table as a label."""
    return translate(slug[:1].upper() + slug[1:])
