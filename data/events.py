"""When things happened, as the claims tell it."""

from typing import TYPE_CHECKING

import pandas as pd

from data import engine
from data.verdicts import CONTESTED

if TYPE_CHECKING:
    from data.comparison import Comparison


def events(found: "Comparison") -> pd.DataFrame:
    """Return one row for each event of which the chosen sources speak.

    Columns: event, title, topic, scope, place; `low` and `high`, the first and last day that any of its dates holds
    (days since 1970-01-01, NaN where it has none); n_claims, n_questions; n_contested, and of these `n_independent`,
    between independent origins; sorted by `low`, the undated last.
    """
    counts = found.ask("events", contested=engine.listed(CONTESTED), itself=CONTESTED[0])
    described = found.tables.events[["event", "title", "topic", "scope", "place"]]
    return described.merge(counts, on="event").sort_values(["low", "event"], ignore_index=True)
