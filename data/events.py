"""When things happened, as the claims tell it."""

from typing import TYPE_CHECKING

import pandas as pd

from data import engine
from data.verdicts import CONTESTED

if TYPE_CHECKING:
    from data.comparison import Comparison


def question_times(chosen: str = "true") -> str:
    """Return SQL for the time of each question in days, low and high by question, null where none is known.

    It is that of its answers where they are dates, else its period, else that of its event's dates; `chosen` is the
    condition that the answers looked at meet.
    """
    return f"""
with dated as (
  select q.question, q.event, a.low, a.high from answers a join questions q on a.question = q.question
  where q.kind = 'date' and ({chosen})),
own as (select question, min(low) as low, max(high) as high from dated group by question),
of_event as (select event, min(low) as low, max(high) as high from dated group by event)
select q.question, coalesce(o.low, q.period_low, e.low) as low, coalesce(o.high, q.period_high, e.high) as high
from questions q left join own o on q.question = o.question left join of_event e on q.event = e.event"""


def events(found: "Comparison") -> pd.DataFrame:
    """Return one row for each event of which the chosen sources speak.

    Columns: event, title, topic, scope, place; `low` and `high`, the first and last day that any of its dates holds
    (days since 1970-01-01, NaN where it has none); n_claims, n_questions; n_contested, and of these `n_independent`,
    between independent origins; sorted by `low`, the undated last.
    """
    contested = f"v.verdict in ({engine.listed(CONTESTED)})"
    with found.tables.store.cursor() as cursor:
        counts = engine.frame(
            cursor.sql(
                "with dated as (select q.event, min(a.low) as low, max(a.high) as high from answers a "
                "join questions q on a.question = q.question "
                f"where q.kind = 'date' and a.{found.chosen} group by q.event) "
                "select q.event, any_value(d.low) as low, any_value(d.high) as high, "
                "sum(v.n_claims + v.superseded) as n_claims, count(*) as n_questions, "
                f"count(*) filter ({contested}) as n_contested, "
                f"count(*) filter ({contested} and (v.between_origins or v.verdict = '{CONTESTED[0]}')) as n_independent "
                f"from {found.relation} v join questions q on v.question = q.question left join dated d on q.event = d.event "
                "group by q.event"
            )
        )
    described = found.tables.events[["event", "title", "topic", "scope", "place"]]
    joined = described.merge(counts, on="event").sort_values(["low", "event"], ignore_index=True)
    return joined.astype(dict.fromkeys(["n_claims", "n_questions", "n_contested", "n_independent"], "int64"))
