"""Which quantities stand in which section of the figures: by the attribute's own section, else by the event's topic."""

from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from data import engine

if TYPE_CHECKING:
    from data.selection import View
    from data.tables import Tables

OTHER = "other"
"""The section of topics that have few quantities, and of events without a topic."""
LEAST_CLAIMS = 20  # of quantities of a topic that has a section of its own


def sections(view: "View") -> pd.DataFrame:
    """Return the sections that a view leaves: section, events (how many), claims; as the table of events has topics.

    Which topics have a section of their own does not depend on the view, so that a link to one stays good.
    """
    found = _ask(view, _topics(view.found.tables), "select section, count(*) as events, sum(claims) as claims "
                 "from found group by section")  # fmt: skip
    order = [*_topics(view.found.tables), *_own_sections(view.found.tables).values(), OTHER]
    return found.sort_values("section", key=lambda names: names.map(order.index), ignore_index=True)


def section_events(view: "View", section: str, first: int, rows: int) -> list[str]:
    """Return some of the events of a section, from the `first`, those with the most claims first."""
    query = (
        f"select event from found where section = {engine.listed([section])} "
        f"order by claims desc, event limit {int(rows)} offset {int(first)}"
    )
    return list(_ask(view, _topics(view.found.tables), query)["event"])


def section_claims(view: "View", section: str, events: list[str]) -> pd.DataFrame:
    """Return the claims of a section on some of its events: quantities, and names that stand in it."""
    own = _own_sections(view.found.tables)
    inside = f"q.attribute in ({engine.listed(name for name, of in own.items() if of == section)})"
    if section not in own.values():
        inside = f"q.kind = 'quantity' and q.attribute not in ({engine.listed(['', *own])})"
    return view.claims_where(f"q.event in ({engine.listed(events)}) and {inside}")


def _ask(view: "View", topics: tuple[str, ...], query: str) -> pd.DataFrame:
    tables = view.found.tables
    own = _own_sections(tables)
    cases = (f"when q.attribute = {engine.listed([name])} then {engine.listed([of])}" for name, of in own.items())
    return view.ask(
        "figures_by_section",
        query,
        own=" ".join(cases),
        attributes=engine.listed(own),
        topics=engine.listed(topics),
        events=tables.described,
        other=OTHER,
    )


def _own_sections(tables: "Tables") -> dict[str, str]:
    """Return the section of each attribute whose table gives it one."""
    own = zip(tables.attributes["attribute"], tables.attributes["section"], strict=True)
    return {attribute: section for attribute, section in own if section}


@lru_cache(maxsize=8)
def _topics(tables: "Tables") -> tuple[str, ...]:
    """Return the topics that have a section of their own, in the order of the table of events."""
    every = tuple(topic for topic in tables.events["topic"].unique() if topic)
    query = f"select section from found group by section having sum(claims) >= {LEAST_CLAIMS}"
    large = set(_ask(tables.compare().select(), every, query)["section"])
    return tuple(topic for topic in every if topic in large)
