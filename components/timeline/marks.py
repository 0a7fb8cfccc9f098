"""The marks of the timeline: the dates of events, each in its lane."""

from functools import lru_cache

import pandas as pd

import data
from components.words.i18n import N_
from components.words.names import source_names

OTHERS = N_("Others")
"""The lane of what has no topic, or of the sources with fewest events."""
MOST_LANES = 10  # of more sources, those with fewest events share a lane


@lru_cache(maxsize=16)
def event_marks(view: data.View, *, by_source: bool = False) -> pd.DataFrame:
    """Return one row a dated event, or one an event and source, with the `lane` that it stands in.

    The other columns are those of `View.event_dates`. The frame is shared, and never changed.
    """
    dates = view.event_dates(by_source=by_source)
    if by_source:
        return dates.assign(lane=_source_lanes(view.found.tables, dates["source"]))
    return dates.assign(lane=[topic.capitalize() or OTHERS for topic in dates["topic"]])


def _source_lanes(tables: data.Tables, sources: pd.Series) -> pd.Series:
    """Return the name of each source as its lane; of many sources, those with fewest events share one."""
    most = sources.value_counts().index
    lanes = sources.map(source_names(tables))
    if len(most) <= MOST_LANES + 1:
        return lanes
    return lanes.where(sources.isin(most[:MOST_LANES]), OTHERS)
