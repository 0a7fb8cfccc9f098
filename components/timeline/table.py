"""The timeline as a table, for readers and for files."""

import math

import pandas as pd

import data
from components.charts import theme
from components.words import format, labels
from components.words.i18n import _


def readers_table(found: pd.DataFrame, said: dict[str, str]) -> pd.DataFrame:
    """Return dated events as readers see them in a table; `said` has their dates in words by event."""
    return pd.DataFrame(
        {
            _("Event"): found["title"],
            _("When"): found["event"].map(said),
            _("Topic"): found["topic"].map(labels.term),
            _("Verdict"): found["verdict"].map(theme.verdict_name),
            _("Sources"): found["n_sources"],
            _("Apart"): [format.gap(gap, "date") for gap in found["gap"]],
            _("First day"): _iso(found["low"]),
            _("Last day"): _iso(found["high"]),
            _("Id"): found["event"],
        }
    ).reset_index(drop=True)


def file_table(view: data.View, low: float, high: float) -> pd.DataFrame:
    """Return the dated events between two days, for a file.

    They have ids, ISO days (an open end is empty), the verdict, and the gap in days.
    """
    found = view.event_dates.page(low, high)
    days = {name: _iso(found[name]) for name in ("low", "high")}
    kept = found[["event", "title", "topic", *days, "verdict", "independent", "gap", "n_sources", "derived", "planned"]]
    names = {"low": "first_day", "high": "last_day", "gap": "gap_days", "n_sources": "sources"}
    return kept.assign(**days).rename(columns=names)


def _iso(days: pd.Series) -> list[str]:
    finite = days.where(days.abs() < math.inf, 0.0).to_numpy().astype("datetime64[D]").astype(str)
    return [text if math.isfinite(day) else "" for text, day in zip(finite, days, strict=True)]
