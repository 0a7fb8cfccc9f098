"""The timeline in words: what a mark tells on hover, and what the whole shows."""

import html
from collections.abc import Iterable
from typing import Any

import pandas as pd

import data
from components.charts import theme
from components.timeline.layout import Bin
from components.timeline.time_range import TimeRange
from components.words import format
from components.words.i18n import _
from data import values


def hover_text(mark: Any, said: dict[str, str]) -> str:
    """Return what hovering over a mark tells."""
    sources = _("{n} source", "{n} sources", n=mark.n_sources)
    lines = [
        f"<b>{html.escape(mark.title, quote=False)}</b>",
        html.escape(said.get(mark.event, ""), quote=False),
        f"{theme.verdict_name(mark.verdict)} · {sources}",
        format.gap(mark.gap, "date"),
        _("a plan") if mark.planned else "",
        _("worked out from the source's words") if mark.derived else "",
    ]
    return "<br>".join(filter(None, lines))


def bin_text(together: Bin) -> str:
    """Return what a bin tells: "12 events, June 2024", and how many of them are contested."""
    time = format.date(values.write_period(together.low, together.high))
    text = _("{n} event, {time}", "{n} events, {time}", n=together.count, time=time)
    if not together.contested:
        return text
    return f"{text}<br>{_('{n} contested', n=together.contested)}"


def date_texts(tables: data.Tables, view: data.View, events: Iterable[str]) -> dict[str, str]:
    """Return, by event, all dates that are said of it, in words; by attribute where there are several."""
    labels = tables.attributes.set_index("attribute")["label"]
    questions = view.questions_about(set(events))
    questions = questions[questions["kind"] == "date"]
    said: dict[str, list[str]] = {}
    questions = questions.sort_values(["low", "high"])
    alone = ~questions["event"].duplicated(keep=False)
    asked = questions[["event", "attribute", "planned", "values"]].to_dict("records")
    for question, lone in zip(asked, alone, strict=True):
        dates = format.values(question["values"], "date")
        label = labels[question["attribute"]]
        label = _("{what} (as planned)", what=label) if question["planned"] else label
        said.setdefault(question["event"], []).append(dates if lone else _("{what}: {value}", what=label, value=dates))
    return {event: format.clauses(parts) for event, parts in said.items()}


def sentence(found: pd.DataFrame, shown: TimeRange) -> str:
    """Return what the picture shows: how many events, when most of them, how many are contested, the widest gap."""
    if found.empty:
        return _("No event is dated within this time.")
    years = pd.Series(
        found["at"].clip(shown.low, shown.high).to_numpy().astype("datetime64[D]").astype("datetime64[Y]").astype(int)
        + 1970
    )
    counts = years.value_counts()
    fullest = int(counts[counts == counts.max()].index.min())
    told = _(
        "{n} event from {first} to {last}: most in {fullest} ({most}); {contested} contested.",
        "{n} events from {first} to {last}: most in {fullest} ({most}); {contested} contested.",
        n=len(found),
        first=str(years.min()),
        last=str(years.max()),
        fullest=str(fullest),
        most=int(counts.max()),
        contested=int(found["verdict"].isin(data.CONTESTED).sum()),
    )
    widest = found.iloc[int(found["gap"].to_numpy().argmax())]
    if not widest["gap"]:
        return told
    return (
        told
        + " "
        + _(
            "Answers lie farthest apart on “{title}”: {gap}.",
            title=widest["title"],
            gap=format.duration(widest["gap"]),
        )
    )
