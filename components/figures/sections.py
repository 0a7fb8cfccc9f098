"""Which figures the quantities of a table set make: worked out from units, and how many years and sources.

Nothing here knows an event, so that a table set of anything else makes figures too.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Literal
from weakref import WeakValueDictionary

import pandas as pd

import data
from components.figures.names_table import side_by_side
from components.figures.points import quantity_points
from components.figures.yearly import by_year
from components.words import labels
from components.words.i18n import _, language
from data import figure_sections
from data.once import frame_in_use
from data.series import main_unit

DAY = 0.01  # years, by which the first day of one may be told early
EARLY = 0.25  # of the years, from which on those that no two sources give stand in a picture of their own
LEAST_YEARS = 5  # of a quantity that is drawn over time
FEW = 3  # claims on an event, up to which it shares an axis with others of its kind
MOST_EVENTS = 20  # of a section on one page
Kind = Literal["series", "lines", "dots"]


@dataclass(frozen=True, eq=False)
class Figure:
    """One figure: a key for links and files, its title, how it is drawn, its claims, and the unit of its axis."""

    key: str
    title: str
    kind: Kind
    points: pd.DataFrame
    unit: str

    @frame_in_use
    def drawn(self) -> pd.DataFrame:
        """The claims in the unit of the axis."""
        in_unit = self.points["unit"] == self.unit
        return self.points if in_unit.all() else self.points[in_unit]

    @frame_in_use
    def years(self) -> pd.DataFrame:
        """How far the sources are apart in each year of these; see `by_year`."""
        return by_year(self.drawn)

    @frame_in_use
    def compared(self) -> pd.DataFrame:
        """Those of `drawn` from the first year that several sources give on; all, where little stands before it."""
        drawn, years = self.drawn, self.years
        several = years.loc[years["n_sources"] > 1, "year"] - DAY
        first, last = drawn["start"].min(), drawn["end"].max()
        if several.empty or several.min() - first < EARLY * (last - first):
            return drawn
        compared: pd.DataFrame = drawn[drawn["start"] >= several.min()]
        return compared

    @frame_in_use
    def early(self) -> pd.DataFrame:
        """The others of `drawn` that have a time: years before, which rest on one source alone each."""
        drawn = self.drawn
        return drawn[drawn["start"].notna() & ~drawn["claim"].isin(self.compared["claim"])]

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources, those with the most claims first."""
        return tuple(self.points["name"].value_counts().index)

    @cached_property
    def is_money(self) -> bool:
        """Whether its axis is of money, none of it owed, so that values are compared by factors."""
        drawn = self.drawn
        return bool((drawn["measures"] == "money").any() and (drawn["least"] >= 0).all())


@dataclass(frozen=True, eq=False)
class Section:
    """A page of figures: its key, the events that it tells of, the figures, and what is told in tables alone.

    `rest` are the quantities that make no figure, `names` the answers of another kind.
    """

    key: str
    events: tuple[str, ...]
    figures: tuple[Figure, ...]
    rest: pd.DataFrame
    names: pd.DataFrame


def section_names(view: data.View) -> dict[str, tuple[str, int]]:
    """Return the sections that a reader's choice leaves by their keys: what each is called, and how many events."""
    return _cached_names(view, language())


@data.kept
def _cached_names(view: data.View, _language: str) -> dict[str, tuple[str, int]]:
    return {
        row["section"]: (
            _("Other quantities") if row["section"] == figure_sections.OTHER else labels.term(row["section"]),
            int(row["events"]),
        )
        for row in figure_sections.sections(view).to_dict("records")
    }


def figure_section(view: data.View, key: str, first: int = 0) -> Section:
    """Return a page of a section, from the event at the place `first`; worked out once a choice."""
    return _cached_section(view, key, first, language())


@data.kept
def _cached_section(view: data.View, key: str, first: int, _language: str) -> Section:
    events = figure_sections.section_events(view, key, first, MOST_EVENTS)
    claims = figure_sections.section_claims(view, key, events)
    found = arrange(key, quantity_points(view, claims), side_by_side(view, claims))
    return replace(found, figures=tuple(_in_use(view.found.tables, figure) for figure in found.figures))


@data.kept
def _figures(_tables: data.Tables, _language: str) -> WeakValueDictionary[tuple[object, ...], Figure]:
    """Return the figures of a table set that are in use, by all that a choice can change of them."""
    return WeakValueDictionary()


def _in_use(tables: data.Tables, figure: Figure) -> Figure:
    """Return the figure of the same tables and language in use that shows the same, or this one where none does.

    So a choice that leaves a figure as it was finds its words and pictures made, which are kept with it.
    """
    changing = ("claim", "verdict", "root", "superseded", "counted", "colour", "shape")
    points = figure.points.fillna({"counted": -1.0})  # since NaN is never equal
    shown = (figure.key, figure.title, figure.kind, figure.unit, *(tuple(points[column]) for column in changing))
    return _figures(tables, language()).setdefault(shown, figure)


def arrange(key: str, rows: pd.DataFrame, names: pd.DataFrame) -> Section:
    """Return quantities as figures: first what runs over years, then what is compared on one axis, the rest alone."""
    found: list[Figure] = []
    used: set[str] = set()
    for event, group in _by_weight(rows, "event"):
        over_time = _over_time(event, group)
        found += over_time
        used |= {claim for figure in over_time for claim in figure.points["claim"]}
    with_years = {figure.points["event"].iloc[0] for figure in found}
    left = rows[~rows["claim"].isin(used)]
    kin = _events_by_attribute(left)
    few: list[Figure] = []
    for event, group in _by_weight(left[~left["event"].isin(with_years)], "event"):
        if _is_compared(group) and (_largest(group) > FEW or kin[event] == 1):
            few.append(_of_event(event, group))
            used |= set(group["claim"])
    left = rows[~rows["claim"].isin(used)]
    for _key, group in left.groupby(["topic", "attribute", "unit"], sort=False):
        if len(group) > 1 and group["unit"].iloc[0] != "x":
            parts = [part for _e, part in group.groupby("event", sort=False)]
            joined = all(len(part) <= FEW for part in parts)
            few += [_of_attribute(part) for part in ([group] if joined else parts) if _is_compared(part)]
    used |= {claim for figure in few for claim in figure.points["claim"]}
    ordered = sorted(found + few, key=lambda figure: figure.points["scope"].eq("context").all())
    rest, events = rows[~rows["claim"].isin(used)].copy(), tuple(rows["event"].unique())
    return Section(key, events, _with_own_keys(ordered, f"{key}-rest"), rest, names)


def _with_own_keys(found: list[Figure], taken: str) -> tuple[Figure, ...]:
    """Return figures each with a key of its own: one quantity may be in two units, and ids be joined alike.

    Their claims are copied, since each group of rows holds on to all rows of which it was made a part, and to what
    pandas notes of every other part that was taken of them.
    """
    keys = {taken}
    own = []
    for figure in found:
        key = next(key for n in count(1) if (key := figure.key if n == 1 else f"{figure.key}-{n}") not in keys)
        keys.add(key)
        own.append(replace(figure, key=key, points=figure.points.copy()))
    return tuple(own)


def _is_compared(rows: pd.DataFrame) -> bool:
    """Tell whether an axis compares something: some question has several answers, or some event several times."""
    return bool(rows.duplicated("question").any() or rows.duplicated(["event", "attribute", "unit"]).any())


def _largest(rows: pd.DataFrame) -> int:
    """Return how many claims the most frequent unit has."""
    return int(rows["unit"].value_counts().max())


def _events_by_attribute(rows: pd.DataFrame) -> pd.Series:
    """Return, by event, how many events have a quantity of the same kind: with those it can share an axis."""
    kinds = rows.groupby("attribute")["event"].nunique()
    return rows.assign(kin=rows["attribute"].map(kinds)).groupby("event")["kin"].max()


def _by_weight(rows: pd.DataFrame, by: str) -> list[tuple[str, pd.DataFrame]]:
    """Return the groups of rows, those with the most claims first."""
    groups = [(str(key), group) for key, group in rows.groupby(by, sort=False)]
    return sorted(groups, key=lambda group: -len(group[1]))


def _over_time(event: str, rows: pd.DataFrame) -> list[Figure]:
    """Return the figures over years of one event: money and percentages source by source, others measure by measure."""
    found: list[Figure] = []
    together: dict[str, list[pd.DataFrame]] = {}
    for attribute, group in _by_weight(rows, "attribute"):
        unit = main_unit(group)
        drawn = group[group["unit"] == unit]
        if drawn["year"].nunique() < LEAST_YEARS:
            continue
        if len(set(drawn["source"])) > 1 and drawn["measures"].iloc[0] in ("percent", "money"):
            several = rows.groupby("attribute")["year"].nunique().ge(LEAST_YEARS).sum() > 1
            title = (
                f"{group['title'].iloc[0]}{_(': ')}{group['label'].iloc[0]}" if several else str(group["title"].iloc[0])
            )
            found.append(Figure(f"{event}-{attribute}", title, "series", group, unit))
        else:
            together.setdefault(unit, []).append(group)
    for unit, groups in together.items():
        title = str(groups[0]["title"].iloc[0])
        if len(groups) == 1:
            title = f"{title}{_(': ')}{groups[0]['label'].iloc[0]}"
        key = "-".join(filter(None, [event, re.sub(r"\W+", "-", unit).lower(), "by-year"]))
        found.append(Figure(key, title, "lines", pd.concat(groups), unit))
    return found


def _of_event(event: str, rows: pd.DataFrame) -> Figure:
    usual = rows[rows["unit"] != "x"]
    return Figure(event, str(rows["title"].iloc[0]), "dots", rows, main_unit(rows if usual.empty else usual))


def _of_attribute(rows: pd.DataFrame) -> Figure:
    first = rows.iloc[0]
    several = len(set(rows["event"])) > 1
    title = first["label"] if several else f"{first['title']}{_(': ')}{first['label']}"
    key = f"{first['topic']}-{first['attribute']}" if several else f"{first['event']}-{first['attribute']}"
    return Figure(key, title, "dots", rows, str(first["unit"]))
