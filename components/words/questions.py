"""Questions in words: what each asks, in full and in short, and how many have which verdict."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

import data
from components.words import format, labels
from components.words.i18n import _, language, translate, word
from data.causes import UNKNOWN, causes

_COLUMNS = ("question", "event", "attribute", "member", "period", "planned")


def fill_template(template: str, event: str) -> str:
    """Return an attribute's question about an event, whose title stands in place of `{event}`."""
    return template.replace("{event}", event) if template else event


@lru_cache(maxsize=8)
def event_titles(tables: data.Tables) -> dict[str, str]:
    """Return the title of each event by its id."""
    return dict(zip(tables.events["event"], tables.events["title"], strict=True))


@lru_cache(maxsize=8)
def _attribute_words(tables: data.Tables) -> dict[str, tuple[str, str]]:
    """Return the label and the question of each attribute."""
    frame = tables.attributes
    return dict(zip(frame["attribute"], zip(frame["label"], frame["question"], strict=True), strict=True))


def question_text(tables: data.Tables, question: pd.Series) -> str:
    """Return a question in words, its period and whether it is about a plan included.

    Of a list, each member is a question of its own, which is named.
    """
    label, template = _attribute_words(tables)[question["attribute"]]
    event = event_titles(tables)[question["event"]]
    if question["member"]:
        text = f"{event}{_(': ')}{label}, {word(question['member'])}"
    else:
        text = fill_template(template, event) if template else f"{event}{_(': ')}{label}"
    more = [format.date(question["period"])] if question["period"] else []
    more += [_("as planned")] if question["planned"] else []
    return f"{text} ({', '.join(more)})" if more else text


def short_question(tables: data.Tables, question: pd.Series) -> str:
    """Return what a question is about, as the head of a sentence: the event, what is asked of it, and the period."""
    parts = [event_titles(tables)[question["event"]]]
    label, _template = _attribute_words(tables)[question["attribute"]]
    if question["attribute"] != "date":
        asked = label[:1].lower() + label[1:]
        parts.append(f"{asked} {word(question['member'])}" if question["member"] else asked)
    parts += [_("planned")] if question["planned"] else []
    parts += [format.date(question["period"])] if question["period"] else []
    return ", ".join(parts)


def count_claims(tables: data.Tables) -> str:
    """Return how many claims a table set has, and of how many sources, as a sentence."""
    claims = _("{n} claim", "{n} claims", n=tables.store.count)
    sources = _("{n} source", "{n} sources", n=len(tables.sources))
    return _("All {claims} of {sources}.", claims=claims, sources=sources)


def count_verdicts(questions: pd.DataFrame) -> str:
    """Return how many questions have each verdict, the gravest first."""
    return list_verdicts(questions["verdict"].value_counts())


def list_verdicts(counts: pd.Series) -> str:
    """Return numbers of questions by verdict as words, the gravest first."""
    return format.join(
        translate(*labels.VERDICTS[verdict].counted, n=int(counts[verdict]))
        for verdict in data.VERDICTS
        if verdict in counts
    )


def count_contested(view: data.View) -> str:
    """Return how many questions are contested, those between independent origins first, and what editions revised."""
    return _cached_contested(view, language())


@data.kept
def _cached_contested(view: data.View, _language: str) -> str:
    counts = view.count()[["questions", "independent"]]
    counts = counts.reindex(list(data.CONTESTED), fill_value=0)
    itself = int(counts["questions"].iloc[0])
    between = int(counts["independent"].iloc[1:].sum())
    within = int(counts["questions"].sum()) - between - itself
    revised = int((view.found.revisions["differ"] > 0).sum()) if view.n_questions else 0
    parts = {
        _("{n} contested between independent origins", n=between): between or not counts["questions"].any(),
        _("{n} in which a source contradicts itself", n=itself): itself,
        _("{n} contested within one origin only", n=within): within,
        _("{n} data set revised by a later edition", "{n} data sets revised by a later edition", n=revised): revised,
    }
    return " · ".join(part for part, count in parts.items() if count)


def origins_text(question: Mapping[Hashable, Any] | pd.Series) -> str:
    """Return whether independent origins meet on a question, in a few words; nothing where one source alone answers."""
    if question["verdict"] in (data.CONTESTED[0], "sole source"):
        return ""
    if question["verdict"] in data.CONTESTED:
        return _("between independent origins") if question["between_origins"] else _("within one origin")
    return _("of independent origins") if question["n_origins"] > 1 else _("one origin, repeated")


@lru_cache(maxsize=8)
def _known_texts(_read: data.Tables, _language: str) -> dict[str, str]:
    """Return the questions that were put into words before, by their ids; they hang on nothing that readers choose."""
    return {}


def question_texts(tables: data.Tables, questions: pd.DataFrame) -> pd.Series:
    """Return, by question, what is asked."""
    known = _known_texts(tables, language())
    new = [question not in known for question in questions["question"]]
    for question in questions.loc[new, [*_COLUMNS]].to_dict("records") if any(new) else ():
        known[str(question["question"])] = question_text(tables, pd.Series(question))
    words = [known[question] for question in questions["question"]]
    return pd.Series(words, index=pd.Index(questions["question"]), dtype="str")


def verdict_remarks(question: pd.Series) -> list[str]:
    """Return what else is to be known of a question's verdict, one sentence each."""
    percent = question["gap_pct"] if question["kind"] == "quantity" and question["gap"] > 0 else 0
    older = int(question["superseded"])
    told = {
        _(
            "{n} claim of an older edition is shown, but counted nowhere: a later edition answers here, too.",
            "{n} claims of older editions are shown, but counted nowhere: a later edition answers here, too.",
            n=older,
        ): older,
        _("All of these claims go back to one origin: this is one report, not corroboration."): question["one_origin"],
        _("The answers that clash go back to one origin, processed or copied in different ways."): not question[
            "one_origin"
        ]
        and question["verdict"] in data.CONTESTED[1:]
        and not question["between_origins"],
        _("The gap is within what is usual between such figures."): question["within_expected_gap"],
        _("The sources spell this name in different ways, which is no conflict."): question["variants"],
        _("An outline is an answer that was worked out, not stated; the evidence says how."): question["derived"],
        _("The percentage is the gap in percent of the lower answer."): 0 < percent < 100,
        _("The factor is the higher answer divided by the lower."): percent >= 100,
    }
    return [sentence for sentence, holds in told.items() if holds]


def cause_sentences(tables: data.Tables, question: pd.Series) -> list[str]:
    """Return why the answers to a contested question differ, as the tables have it; nothing where they say nothing."""
    if question["verdict"] not in data.CONTESTED:
        return []
    return [
        _("Why they differ is unknown. {note}", note=note)
        if cause == UNKNOWN
        else _(
            "Why they differ, as the {by} say: {cause}. {note}", by=by or _("notes"), cause=translate(cause), note=note
        )
        for cause, note, by in causes(tables, question)[["cause", "note", "by"]].itertuples(index=False)
    ]
