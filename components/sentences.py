"""Sentences about the tables: what a source is called, what a question asks, and who answers what."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import pandas as pd
from babel.core import get_global

import data
from components import wording
from components.wording import _

SAYS = {
    "asserts": ("{who} says {what}", "{who} say {what}"),
    "denies": ("{who} denies {what}", "{who} deny {what}"),
    "alleges": ("{who} alleges {what}", "{who} allege {what}"),
    "announces": ("{who} announces {what}", "{who} announce {what}"),
}
SAYS_SO = {
    "asserts": ("{who} says so", "{who} say so"),
    "denies": ("{who} denies it", "{who} deny it"),
    "alleges": ("{who} alleges it", "{who} allege it"),
    "announces": ("{who} announces it", "{who} announce it"),
}
"""The same for a member of a list, which stands in the question."""
COUNTED = {
    "self-contradiction": ("{n} self-contradiction", "{n} self-contradictions"),
    "conflict": ("{n} conflict", "{n} conflicts"),
    "disputed": ("{n} disputed", "{n} disputed"),
    "sole source": ("{n} from a sole source", "{n} from a sole source"),
    "agree": ("{n} agreement", "{n} agreements"),
    "compatible": ("{n} compatible", "{n} compatible"),
}
"""Verdict → so many questions of it."""


@lru_cache(maxsize=8)
def sources(tables: data.Tables) -> Mapping[str, str]:
    """Return the short name of each source by its id: its `label` where the table has one, else its title."""
    frame = tables.sources
    labels = frame["label"].where(frame["label"] != "", frame["title"]) if "label" in frame else frame["title"]
    return MappingProxyType(dict(zip(frame["source"], labels, strict=True)))


@lru_cache(maxsize=8)
def _titles(tables: data.Tables) -> dict[str, str]:
    return dict(zip(tables.events["event"], tables.events["title"], strict=True))


@lru_cache(maxsize=8)
def _attributes(tables: data.Tables) -> dict[str, tuple[str, str]]:
    """Return the label and the question of each attribute."""
    frame = tables.attributes
    return dict(zip(frame["attribute"], zip(frame["label"], frame["question"], strict=True), strict=True))


def subject(tables: data.Tables) -> str:
    """Return the places that most bilateral events share, "Burkina Faso and Russia"; nothing where none are named."""
    events = tables.events
    places = Counter(events.loc[(events["scope"] == "bilateral") & (events["place"] != ""), "place"])
    aliases, names = get_global("territory_aliases"), wording.locale().territories
    codes = places.most_common(1)[0][0].split() if places else []
    return wording.listing(names.get(aliases.get(code, [code])[0], code) for code in codes)


def asked(tables: data.Tables, question: pd.Series) -> str:
    """Return a question in words, its period and whether it is about a plan included.

    Of a list, each member is a question of its own, which is named.
    """
    label, template = _attributes(tables)[question["attribute"]]
    event = _titles(tables)[question["event"]]
    if question["member"]:
        text = f"{event}: {_(label)}, {question['member']}"
    else:
        text = wording.question(template, event) if template else f"{event}: {_(label)}"
    more = [wording.date(question["period"])] if question["period"] else []
    more += [_("as planned")] if question["planned"] else []
    return f"{text} ({', '.join(more)})" if more else text


def about(tables: data.Tables, question: pd.Series) -> str:
    """Return what a question is about, as the head of a sentence: the event, what is asked of it, and the period."""
    parts = [_titles(tables)[question["event"]]]
    label, _template = _attributes(tables)[question["attribute"]]
    if question["attribute"] != "date":
        parts.append(_(label).lower() if not question["member"] else f"{_(label).lower()} {question['member']}")
    parts += [_("planned")] if question["planned"] else []
    parts += [wording.date(question["period"])] if question["period"] else []
    return ", ".join(parts)


def answers(tables: data.Tables, question: pd.Series, claims: pd.DataFrame) -> str:
    """Return who answers a question with what, in one sentence, and how far apart the answers are."""
    names = sources(tables)
    said: dict[tuple[str, str], list[str]] = {}
    for claim in claims[claims["question"] == question["question"]].sort_values(["low", "source"]).itertuples():
        name = names[claim.source]
        who = _("{voice} (as told by {source})", voice=claim.voice, source=name) if claim.voice else name
        what = said.setdefault((who, claim.stance), [])
        value = wording.value(claim.value, claim.kind, claim.unit)
        if value not in what:
            what.append(value)
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (who, stance), what in said.items():
        together.setdefault((stance, tuple(what)), []).append(who)
    says = SAYS_SO if question["member"] else SAYS
    parts = [
        _(*says[stance], n=len(who), who=wording.listing(who), what=wording.listing(what))
        for (stance, what), who in together.items()
    ]
    gap = wording.apart(question["gap"], question["kind"], question["unit"], question["gap_pct"])
    return "; ".join([*parts, gap] if gap else parts) + "."


def strongest(questions: pd.DataFrame) -> pd.DataFrame:
    """Return questions, the strongest disagreement first.

    What is between the two countries comes before its context, and what has one origin or lies within the usual gap
    comes last; then the wider gap, held against those of its kind (days, or percent), the graver verdict, and the
    larger number of sources decide.
    """
    measure = questions["gap"].where(questions["kind"] == "date", questions["gap_pct"])
    keys = questions.assign(
        context=questions["scope"] != "bilateral",
        weak=questions["one_origin"] | questions["within_expected_gap"],
        width=measure.groupby(questions["kind"]).rank(pct=True).fillna(0.5),
        rank=questions["verdict"].map({verdict: place for place, verdict in enumerate(data.VERDICTS)}),
    )
    order = ["context", "weak", "width", "rank", "n_sources"]
    ordered = keys.sort_values(order, ascending=[True, True, False, True, False], kind="stable")
    return questions.loc[ordered.index]


def verdicts(questions: pd.DataFrame) -> str:
    """Return how many questions have each verdict, the gravest first."""
    counts = questions["verdict"].value_counts()
    return wording.listing(
        _(*COUNTED[verdict], n=int(counts[verdict])) for verdict in data.VERDICTS if verdict in counts
    )


def same_words(tables: data.Tables, sources_chosen: tuple[str, ...] | None = None) -> list[str]:
    """Return a sentence for each pair of events in which different speakers used nearly the same words."""
    names, titles = sources(tables), _titles(tables)
    return [
        _(
            "“{wording}”: {speaker} ({sources}) and {other} ({others}).",
            wording=pair["wording"],
            speaker=pair["speaker"] or titles[pair["event"]],
            sources=wording.listing(names[source] for source in pair["sources"].split()),
            other=pair["other_speaker"] or titles[pair["other_event"]],
            others=wording.listing(names[source] for source in pair["other_sources"].split()),
        )
        for pair in data.same_words(tables, sources_chosen).to_dict("records")
    ]
