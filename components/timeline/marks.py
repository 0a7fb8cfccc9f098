"""The marks of the timeline: one row a dated event, or one an event and source."""

from functools import lru_cache

import numpy as np
import pandas as pd

import data
from components.words.i18n import N_
from components.words.names import source_names

OTHERS = N_("Others")
"""The lane of what has no topic, or of the sources with fewest events."""
MOST_LANES = 10  # of more sources, those with fewest events share a lane


@lru_cache(maxsize=16)
def event_marks(view: data.View, *, by_source: bool = False) -> pd.DataFrame:
    """Return one row a dated event, or one an event and source, in the order of time.

    Columns: event, title, topic, lane, low, high (days, the union of what is said), at (where the mark stands: the
    middle of what all share, or of the gap), day (one day alone), verdict (the worst of the event's date
    questions), gap (the widest of them, in days), question (that with the worst verdict), derived, planned, sources.
    A plan counts only where nothing is said of what came of it. The frame is shared, and never changed.
    """
    dates = view.claims[view.claims["kind"] == "date"]
    happened = dates.loc[~dates["planned"].astype(bool), "event"]
    dates = dates[~dates["planned"].astype(bool) | ~dates["event"].isin(happened)]
    rank = {verdict: place for place, verdict in enumerate(data.VERDICTS)}
    asked = view.questions.set_index("question")
    worst = asked["verdict"].map(rank)
    dates = dates.assign(
        rank=dates["question"].map(worst), gap=dates["question"].map(asked["gap"]).astype(float).fillna(0.0)
    ).sort_values(["rank", "low"], kind="stable")
    grouped = dates.groupby(["event", "source"] if by_source else ["event"], sort=False)
    found = grouped.agg(
        low=("low", "min"),
        high=("high", "max"),
        latest=("low", "max"),
        earliest=("high", "min"),
        rank=("rank", "min"),
        gap=("gap", "max"),
        question=("question", "first"),
        derived=("is_derived", "all"),
        planned=("planned", "all"),
        sources=("source", "nunique"),
    ).reset_index()
    found = found.merge(view.found.tables.events[["event", "title", "topic"]], how="left", on="event")
    if by_source:
        found["lane"] = _source_lanes(view.found.tables, found["source"])
        found["gap"] = (found["latest"] - found["earliest"]).clip(lower=0.0)
    else:
        found["lane"] = [topic.capitalize() or OTHERS for topic in found["topic"]]
    low, high = found["latest"], found["earliest"]
    low, high = low.where(np.isfinite(low), high), high.where(np.isfinite(high), low)
    found = found.assign(
        at=(low + high + 1) / 2,
        day=found["low"] == found["high"],
        verdict=found["rank"].map(dict(enumerate(data.VERDICTS))),
    )
    dated: pd.DataFrame = found[np.isfinite(found["at"])]
    return dated.sort_values(["at", "low", "event"], kind="stable", ignore_index=True)


def _source_lanes(tables: data.Tables, sources: pd.Series) -> pd.Series:
    """Return the name of each source as its lane; of many sources, those with fewest events share one."""
    most = sources.value_counts().index
    lanes = sources.map(source_names(tables))
    if len(most) <= MOST_LANES + 1:
        return lanes
    return lanes.where(sources.isin(most[:MOST_LANES]), OTHERS)


def within(found: pd.DataFrame, low: float, high: float) -> pd.DataFrame:
    """Return the marks that meet a span; an open end reaches no farther than the day that is named."""
    first = found["low"].where(np.isfinite(found["low"]), found["high"])
    last = found["high"].where(np.isfinite(found["high"]), found["low"])
    return found[(first <= high) & (last >= low)]
