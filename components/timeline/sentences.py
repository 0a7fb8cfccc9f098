"""The timeline in words: its headline, what it shows, and all dates that are said of an event."""

from collections.abc import Collection

import pandas as pd

import data
from components.words import format
from components.words.i18n import _
from data import values


def headline(summary: pd.Series) -> str:
    """Return what the picture says first: how many dates independent origins contest, how many rest on one source."""
    contested = _(
        "Independent origins contest the date of {n} event",
        "Independent origins contest the dates of {n} events",
        n=int(summary["independent"]),
    )
    alone = _("{n} more rests on one source alone", "{n} more rest on one source alone", n=int(summary["sole"]))
    return format.clauses([contested, alone])


def sentence(summary: pd.Series) -> str:
    """Return what the picture shows: how many events, from when to when, how many are contested, the widest gap."""
    if not summary["events"]:
        return _("No event is dated within this time.")
    first, last = (values.write_date(summary[end], summary[end])[: -len("-MM-DD")] for end in ("first", "last"))
    told = _(
        "{n} event from {first} to {last}; {contested} contested, {independent} between independent origins.",
        "{n} events from {first} to {last}; {contested} contested, {independent} between independent origins.",
        n=int(summary["events"]),
        first=first,
        last=last,
        contested=int(summary["contested"]),
        independent=int(summary["independent"]),
    )
    if not summary["gap"]:
        return told
    gap = format.duration(summary["gap"])
    return f"{told} {_('Answers lie farthest apart on “{title}”: {gap}.', title=summary['widest'], gap=gap)}"


def date_texts(tables: data.Tables, view: data.View, events: Collection[str]) -> dict[str, str]:
    """Return, by event, all dates that are said of it, in words; by attribute where there are several."""
    labels = tables.attributes.set_index("attribute")["label"]
    questions = view.questions_about(events)
    questions = questions[questions["kind"] == "date"].sort_values(["low", "high"])
    alone = ~questions["event"].duplicated(keep=False)
    said: dict[str, list[str]] = {}
    asked = questions[["event", "attribute", "planned", "values"]].to_dict("records")
    for question, lone in zip(asked, alone, strict=True):
        dates = format.values(question["values"], "date")
        label = labels[question["attribute"]]
        label = _("{what} (as planned)", what=label) if question["planned"] else label
        said.setdefault(question["event"], []).append(dates if lone else _("{what}: {value}", what=label, value=dates))
    return {event: format.clauses(parts) for event, parts in said.items()}
