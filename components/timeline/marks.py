"""What the timeline draws: the answers of contested events, each in a row, and all other dates in lanes, or counted."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.charts import theme
from components.words import format, labels
from components.words.i18n import N_, _, translate
from data import values
from data.events import UNITS, EventDates

OTHERS = N_("Others")
"""The lane of what has no topic, or of the sources with fewest events."""
MOST_LANES = 10  # of more sources, those with fewest events share a lane
MOST_MARKS = 300  # events that are drawn each for itself; of more, those of one time are counted together
MOST_BINS = 60  # in a lane
CONTESTED_ROWS = 12  # contested events on one page


@dataclass(frozen=True)
class TimeRange:
    """A stretch of days, both ends included."""

    low: float
    high: float


def contested_events(dates: EventDates, shown: TimeRange, first: int) -> pd.DataFrame:
    """Return the contested events of one page, between independent origins first, then in the order of time."""
    rows = dates.contested(shown.low, shown.high, first=first, rows=CONTESTED_ROWS)
    return rows.sort_values(["independent", "first"], ascending=[False, True], kind="stable", ignore_index=True)


def blocks(dates: EventDates, events: pd.DataFrame, *, shared: bool = False) -> pd.DataFrame:
    """Return a block for each different answer to when events happened, or for what all answers to a question share.

    Columns: event, source, question, `low` and `high` (days), n_origins, derived, and of each event title, topic,
    verdict. No block lies where no answer does: what is shared lies in all of them.
    """
    answers = dates.answers(events["event"])
    keys = ["event", "source"] if dates.by_source else ["event"]
    if shared:
        by = answers.groupby(["question", "source"], sort=False)
        meet = by["low"].transform("max") <= by["high"].transform("min")
        common = answers[meet].groupby(["event", "source", "question"], sort=False, as_index=False)
        together = common.agg(
            low=("low", "max"), high=("high", "min"), n_origins=("n_origins", "max"), derived=("derived", "all")
        )
        answers = pd.concat([together, answers[~meet]], ignore_index=True)
    return answers.merge(events[[*keys, "title", "topic", "verdict"]], on=keys)


def lane_names(dates: EventDates, shown: TimeRange, names: dict[str, str]) -> dict[str, str]:
    """Return the lane of each topic, or of each source by the `names` of these, the fullest first and the rest last."""
    lanes = list(dates.lanes(shown.low, shown.high).index)
    alone = lanes if len(lanes) <= MOST_LANES + 1 else lanes[:MOST_LANES]
    named = {lane: names[lane] if dates.by_source else labels.term(lane) for lane in alone if lane}
    return named | {lane: translate(OTHERS) for lane in lanes if lane not in named}


def bin_unit(shown: TimeRange) -> str:
    """Return the finest unit of which no more than `MOST_BINS` lie in a time."""
    return next(unit for unit, days in UNITS.items() if (shown.high + 1 - shown.low) / days <= MOST_BINS)


def bin_words(start: float, end: float, events: int, contested: int) -> str:
    """Return what a bin tells: "12 events, June 2024; 3 contested"."""
    time = format.date(values.write_period(start, end))
    text = _("{n} event, {time}", "{n} events, {time}", n=events, time=time)
    return format.clauses([text, _("{n} contested", n=contested)]) if contested else text


def date_words(low: pd.Series, high: pd.Series) -> list[str]:
    """Return intervals of days in words, short."""
    return [format.date(text, short=True) for text in values.write_dates(low, high)]


def colours(verdicts: pd.Series) -> pd.Series:
    """Return the colour of each verdict."""
    return verdicts.map({verdict: look.colour for verdict, look in theme.LOOKS.items()})


def strength(n_origins: pd.Series) -> pd.Series:
    """Return how full a block is drawn, by the number of independent origins that hold it: from 0.4 to 1."""
    return 0.2 + 0.2 * n_origins.clip(upper=4)


def named_days(answers: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the first and last day of each answer; an open end reaches no farther than the day that is named."""
    low, high = answers["low"], answers["high"]
    return low.where(np.isfinite(low), high), high.where(np.isfinite(high), low)
