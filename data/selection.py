"""What a reader's choice leaves: the verdicts among the chosen sources, and the questions that the filters keep."""

import unicodedata
from dataclasses import dataclass

import pandas as pd

from data import values as grammar
from data.tables import Tables


@dataclass(frozen=True)
class Selection:
    """A reader's choice; an empty part chooses all. `period` is the first and the last time, in EDTF."""

    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    scope: str = ""
    period: tuple[str, str] = ("", "")
    words: str = ""
    set: str = ""


@dataclass(frozen=True, eq=False)
class View:
    """What is left: `questions` (the columns of a comparison, with title, topic and scope of the event), `claims`
    (those of the chosen sources that answer them), and `sources` (the ids chosen)."""

    questions: pd.DataFrame
    claims: pd.DataFrame
    sources: tuple[str, ...]


def chosen_sources(tables: Tables, selection: Selection) -> tuple[str, ...]:
    """Return the ids of the sources that a selection names, in the order of their table."""
    sources = tables.sources
    if selection.set:
        sources = sources[sources["set"] == selection.set]
    if selection.sources:
        sources = sources[sources["source"].isin(selection.sources)]
    return tuple(sources["source"])


def view(tables: Tables, verdicts: pd.DataFrame, searchable: pd.Series, selection: Selection) -> View:
    """Return what a selection leaves of `verdicts`, the comparison of its sources (`searchable_text` by question)."""
    sources = chosen_sources(tables, selection)
    claims = tables.claims[tables.claims["source"].isin(sources)]
    described = verdicts.merge(tables.events[["event", "title", "topic", "scope"]], how="left", on="event")
    left = pd.Series(True, index=described.index)
    if selection.topics:
        left &= described["topic"].isin(selection.topics)
    if selection.verdicts:
        left &= described["verdict"].isin(selection.verdicts)
    if selection.scope:
        left &= described["scope"] == selection.scope
    if any(selection.period):
        first, last = _ends(selection.period)
        times = question_times(claims).reindex(described["question"])
        meets = (times["low"] <= last) & (times["high"] >= first) | times["low"].isna()
        left &= meets.to_numpy()
    if words := folded(selection.words).split():
        texts = searchable.reindex(described["question"]).fillna("").set_axis(described.index)
        for word in words:
            left &= texts.str.contains(word, regex=False)
    questions = described[left].reset_index(drop=True)
    answering = claims[claims["question"].isin(questions["question"])].reset_index(drop=True)
    return View(questions, answering, sources)


def _ends(period: tuple[str, str]) -> tuple[float, float]:
    """Return the first and last day of a period; an end that is empty or does not parse is open."""
    days = grammar.parse_dates(pd.Series(period, dtype="str"))
    low, high = float(days["low"].min()), float(days["high"].max())
    open_start, open_end = days["low"].isna()
    return (float("-inf") if open_start else low), (float("inf") if open_end else high)


def question_times(claims: pd.DataFrame) -> pd.DataFrame:
    """Return `low` and `high` in days by question: its own dates, else its period, else its event's dates, else NaN."""
    dated = claims[claims["kind"] == "date"]
    hull = {"low": ("low", "min"), "high": ("high", "max")}
    of_event = dated.groupby("event").agg(**hull)
    own = dated.groupby("question").agg(**hull)
    asked = claims.drop_duplicates("question").set_index("question")
    by_event = of_event.reindex(asked["event"]).set_axis(asked.index)
    by_period = asked[["period_low", "period_high"]].set_axis(["low", "high"], axis=1)
    return own.reindex(asked.index).combine_first(by_period).combine_first(by_event)


def searchable_text(tables: Tables, sources: tuple[str, ...]) -> pd.Series:
    """Return, by question, all that a search looks through: titles, labels, values, wordings, voices and notes."""
    claims = tables.claims[tables.claims["source"].isin(sources)]
    parts = [claims[name] for name in ("event", "value", "unit", "period", "stated", "voice", "note", "claim")]
    events = tables.events.set_index("event")
    parts += [claims["event"].map(events[name]) for name in ("title", "topic", "summary", "aliases")]
    parts.append(claims["attribute"].map(tables.attributes.set_index("attribute")["label"]))
    described = tables.sources.set_index("source")
    parts += [claims["source"].map(described[name]) for name in ("title", "publisher")]
    if not tables.names.empty:
        parts.append(claims["value"].map(tables.names.set_index("name")["aliases"]))
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + " " + part.fillna("").astype("str")
    return joined.groupby(claims["question"]).agg(" ".join).map(folded).astype("str")


def folded(text: str) -> str:
    """Return a text without case and accents, as searches compare it."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
