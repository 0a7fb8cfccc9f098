"""The figures page: which figures the quantities make, and each with its sentence, its sources and its data.

Nothing here knows an event: what is drawn how follows from the topic, the units, and how many years and sources
there are. So a table set of anything else makes figures too.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import pandas as pd
import streamlit as st

import data
from components import dots, downloads, evidence, quantities, sentences, series, style, told, wording
from components.wording import _

LEAST_YEARS = 5  # of a quantity that is drawn over time
FEW = 3  # claims on an event, up to which it shares an axis with others of its kind
TOGETHER = ("defence", "humanitarian")  # topics whose counts are compared over events, on one axis
VOTE = "vote_"
VOTING = re.compile(r"agreement_.*|ideal_point_.*|.*_votes")
Kind = Literal["series", "lines", "dots"]


@dataclass(frozen=True, eq=False)
class Figure:
    """One figure: a key for links and files, its title, how it is drawn, its claims, and the unit of its axis."""

    key: str
    title: str
    kind: Kind
    points: pd.DataFrame
    unit: str

    @property
    def drawn(self) -> pd.DataFrame:
        """The claims in the unit of the axis."""
        return self.points[self.points["unit"] == self.unit]


@dataclass(frozen=True, eq=False)
class Section:
    """Figures under one heading, and the claims of its topic that are told in a table alone."""

    key: str
    title: str
    figures: tuple[Figure, ...]
    rest: pd.DataFrame


def sections(rows: pd.DataFrame) -> list[Section]:
    """Return the sections of the page in order, without those that would be empty."""
    voting = rows["attribute"].str.fullmatch(VOTING.pattern)
    topics = rows["topic"].mask(voting, "voting")
    wanted = {
        "trade": _("Trade"),
        "education": _("Education"),
        "voting": _("Voting together at the UN"),
        "defence": _("Arms and forces"),
    }
    found = [_section(key, title, rows[topics == key]) for key, title in wanted.items()]
    found.append(_section("other", _("Other quantities"), rows[~topics.isin(wanted)]))
    return [section for section in found if section.figures or len(section.rest)]


def _section(key: str, title: str, rows: pd.DataFrame) -> Section:
    """Return a section: first what runs over years, then what is compared on one axis, the rest as a table."""
    figures: list[Figure] = []
    used: set[str] = set()
    for event, group in _by_weight(rows, "event"):
        over_time = _over_time(event, group)
        figures += over_time
        used |= {claim for figure in over_time for claim in figure.points["claim"]}
    with_years = {figure.points["event"].iloc[0] for figure in figures}
    left = rows[~rows["claim"].isin(used)]
    few: list[Figure] = []
    if key in ("trade", "education"):
        for event, group in _by_weight(left[~left["event"].isin(with_years)], "event"):
            if _largest(group) > FEW or group["event"].map(_kin(left)).eq(1).all():
                few.append(_of_event(event, group))
                used |= set(group["claim"])
    left = rows[~rows["claim"].isin(used)]
    for _key, group in left.groupby(["topic", "attribute", "unit"], sort=False):
        if len(group) > 1 and group["unit"].iloc[0] != "x":
            parts = [part for _e, part in group.groupby("event", sort=False)]
            joined = group["topic"].iloc[0] in TOGETHER or all(len(part) <= FEW for part in parts)
            few += [_of_attribute(part) for part in ([group] if joined else parts) if len(part) > 1]
    used |= {claim for figure in few for claim in figure.points["claim"]}
    ordered = sorted(figures + few, key=lambda figure: figure.points["scope"].eq("context").all())
    return Section(key, title, tuple(ordered), rows[~rows["claim"].isin(used)])


def _largest(rows: pd.DataFrame) -> int:
    """Return how many claims the most frequent unit has."""
    return int(rows["unit"].value_counts().max())


def _kin(rows: pd.DataFrame) -> pd.Series:
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
        unit = quantities.unit_drawn(group)
        drawn = group[group["unit"] == unit]
        if drawn["year"].nunique() < LEAST_YEARS:
            continue
        if drawn["source"].nunique() > 1 and (unit == "percent" or told.is_money(unit)):
            several = (
                rows["attribute"].nunique() > 1
                and rows.groupby("attribute")["year"].nunique().ge(LEAST_YEARS).sum() > 1
            )
            title = f"{group['title'].iloc[0]}: {group['label'].iloc[0]}" if several else str(group["title"].iloc[0])
            found.append(Figure(f"{event}-{attribute}", title, "series", group, unit))
        else:
            together.setdefault(unit, []).append(group)
    for unit, groups in together.items():
        title = str(groups[0]["title"].iloc[0])
        key = "-".join(filter(None, [event, re.sub(r"\W+", "-", unit).lower(), "by-year"]))
        found.append(Figure(key, title, "lines", pd.concat(groups), unit))
    return found


def _of_event(event: str, rows: pd.DataFrame) -> Figure:
    return Figure(event, str(rows["title"].iloc[0]), "dots", rows, quantities.unit_drawn(rows[rows["unit"] != "x"]))


def _of_attribute(rows: pd.DataFrame) -> Figure:
    first = rows.iloc[0]
    several = rows["event"].nunique() > 1
    title = first["label"] if several else f"{first['title']}: {first['label']}"
    key = f"{first['topic']}-{first['attribute']}" if several else f"{first['event']}-{first['attribute']}"
    return Figure(key, title, "dots", rows, str(first["unit"]))


def has_money(found: list[Section]) -> bool:
    """Tell whether some figure has an axis of money, which may be logarithmic."""
    return any(figure.kind == "series" and told.is_money(figure.unit) for part in found for figure in part.figures)


def draw(tables: data.Tables, view: data.View, rows: pd.DataFrame, section: Section, *, log: bool) -> None:
    """Draw the figures of a section: alone what is wide, in two columns what is not."""
    for wide, run in groupby(section.figures, _is_wide):
        group = list(run)
        if wide or len(group) == 1:
            for figure in group:
                _draw(tables, view, rows, figure, log=log)
        else:
            columns, filled = st.columns(2, gap="large"), [0.0, 0.0]
            for figure in group:
                place = filled.index(min(filled))
                filled[place] += _height(figure)
                with columns[place]:
                    _draw(tables, view, rows, figure, log=log)


def _height(figure: Figure) -> float:
    """Return about how high a figure is with what stands under it, to fill two columns evenly."""
    return 330 + (float(dots.lines(figure.points, figure.unit)["total"].iloc[0]) if figure.kind == "dots" else 420)


def _is_wide(figure: Figure) -> bool:
    """Tell whether a figure needs the whole width: money over years, and measures of several sources."""
    if figure.kind == "lines":
        return figure.drawn["source"].nunique() > 1 or figure.drawn["attribute"].nunique() > 1
    return figure.kind == "series" and told.is_money(figure.unit)


def _draw(tables: data.Tables, view: data.View, rows: pd.DataFrame, figure: Figure, *, log: bool) -> None:
    """Draw a figure with all that stands under it."""
    drawn = figure.drawn
    st.subheader(figure.title, anchor=figure.key)
    st.caption(_under_title(figure, log=log))
    sentence = {"series": _series_told, "lines": told.lines, "dots": told.few}[figure.kind](drawn)
    alt = re.sub(r"\*", "", f"{figure.title}. {sentence}")
    if figure.kind == "series":
        _draw_series(figure, alt, log=log)
    elif figure.kind == "lines":
        _draw_lines(figure, alt)
    else:
        st.altair_chart(dots.chart(figure.points, figure.unit), alt=alt)
    more = told.thin(drawn, rows) if figure.kind == "series" and figure.unit == "percent" else ""
    _beneath(tables, view, figure, " ".join(filter(None, [sentence, more])))


def _series_told(points: pd.DataFrame) -> str:
    return told.over_years(points, ratio=told.is_money(str(points["unit"].iloc[0])))


def _under_title(figure: Figure, *, log: bool) -> str:
    """Return what stands under the title: unit, years, and what kind of axis it is."""
    drawn = figure.drawn
    parts = [told.unit(figure.unit)] if figure.unit else []
    if figure.kind != "dots":
        whole = drawn.loc[drawn["year"].notna(), "year"]
        parts.append(_("by year, {years}", years=quantities.span(whole)))
    money = told.is_money(figure.unit)
    if figure.kind == "series" and money:
        parts.append(_("log axis: equal steps are equal factors") if log else _("axis from zero"))
    if figure.kind == "dots" and dots.needs_log(drawn):
        parts.append(_("log axis: equal steps are equal factors"))
    return " · ".join(parts)


def _draw_series(figure: Figure, alt: str, *, log: bool) -> None:
    drawn = figure.drawn
    money = told.is_money(figure.unit)
    together, apart = st.tabs(
        [_("All sources"), _("Source by source")], key=f"figures_{figure.key}_tab", on_change="rerun"
    )
    with together:
        if together.open:
            if money:
                st.altair_chart(series.main(drawn, log=log), alt=alt)
                st.html(series.key(drawn, log=log))
            else:
                st.altair_chart(series.main(drawn, log=False, height=260, wide=300), alt=alt)
                st.html(series.key(drawn, log=False, height=260, wide=300))
            st.caption(
                _("Highest divided by lowest value of the year")
                if money
                else _("Difference of the sources, in percentage points")
            )
            st.altair_chart(series.gaps(drawn, ratio=money), alt=alt)
    with apart:
        if apart.open:
            with st.grid(3, min_column_width=240):
                for name, chart in series.panels(drawn, log=log and money):
                    with st.container(gap="xxsmall"):
                        st.markdown(f"**{style.plain(name or _('All others'))}**")
                        st.altair_chart(
                            chart, alt=_("{title}: {source}", title=figure.title, source=name or _("all others"))
                        )


def _draw_lines(figure: Figure, alt: str) -> None:
    names = list(figure.drawn["name"].unique())
    with st.grid(min(len(names), 2), min_column_width=330):
        for name in names:
            with st.container(gap="xxsmall"):
                if len(names) > 1:
                    st.markdown(f"**{style.plain(name)}**")
                st.altair_chart(series.measures(figure.drawn[figure.drawn["name"] == name]), alt=alt)


def _beneath(tables: data.Tables, view: data.View, figure: Figure, sentence: str) -> None:
    """Write what stands under a figure: what it says, why sources differ, which share a root, and the data."""
    with st.container(width=820, gap="xsmall"):
        if sentence:
            st.markdown(sentence)
        remarks = [told.roots(figure.drawn), _not_drawn(figure)]
        if figure.kind == "series":
            if reason := _reason(tables, figure):
                st.markdown(reason)
            remarks = [_grey(figure), told.zeros(figure.drawn), *remarks]
        if any(remarks):
            st.caption(" ".join(filter(None, remarks)))
        st.caption(_("Sources: {sources}.", sources=_links(figure.points)))
    table(tables, view, figure.key, figure.points)


def _grey(figure: Figure) -> str:
    """Return that sources are drawn in grey, where there are too many for colours."""
    chosen = series.colours(figure.drawn)
    n = sum(colour == style.INK for colour in chosen.values())
    told_grey = _("Grey: {n} sources with few values, named on pointing and in the table.", n=n) if n else ""
    bars = _("Bars: values for part of a year, or across two.") if series.has_parts(figure.drawn) else ""
    return " ".join(filter(None, [told_grey, bars]))


def _reason(tables: data.Tables, figure: Figure) -> str:
    """Return why such figures differ, as the table of attributes has it, where these do differ."""
    attributes = tables.attributes.set_index("attribute")
    reasons = attributes.loc[figure.points["attribute"].unique(), "expected_gap_reason"]
    differ = (figure.points["verdict"].isin(data.CONTESTED)).any()
    return (
        " ".join(f"{_('Why such figures differ:')} {_(reason)}" for reason in sorted(set(reasons) - {""}))
        if differ
        else ""
    )


def _not_drawn(figure: Figure) -> str:
    """Return which units are in the table alone."""
    others = figure.points[figure.points["unit"] != figure.unit]["unit"].value_counts()
    others = others.drop("x", errors="ignore")
    parts = [_("{n} in {unit}", n=int(n), unit=told.unit(str(unit)) or _("no unit")) for unit, n in others.items()]
    if not parts or figure.kind == "dots":
        return ""
    return _("Values in other units stand in the table: {parts}.", parts=wording.listing(parts))


def _links(points: pd.DataFrame) -> str:
    sources = points.drop_duplicates("source").sort_values("name", key=lambda names: names.str.casefold())
    return ", ".join(style.link(name, url) for name, url in zip(sources["name"], sources["url"], strict=True))


def table(tables: data.Tables, view: data.View, key: str, points: pd.DataFrame) -> None:
    """Draw, folded, the claims of a figure as a table with their downloads."""
    with st.expander(_("The data as a table, and download"), key=f"figures_{key}_data", on_change="rerun") as shown:
        if shown.open:
            claims = view.claims[view.claims["claim"].isin(points["claim"])]
            claims = claims.sort_values(["event", "attribute", "period_low", "source"], kind="stable")
            frame = evidence.table(tables, claims, view.questions)
            links = tables.sources.set_index("source")["url"]
            frame[_("Address")] = claims["source"].map(links)
            st.dataframe(frame, hide_index=True, column_config={_("Address"): st.column_config.LinkColumn()})
            downloads.buttons(frame, "figures", key)


def rest(tables: data.Tables, view: data.View, section: Section) -> None:
    """Write the quantities that make no figure, as a plain table: what, how much, for when, and who says so."""
    points = section.rest.sort_values(["title", "label", "start"], kind="stable")
    if section.figures:
        st.subheader(_("Also in the sources"))
    shown = pd.DataFrame(
        {
            _("What"): [
                f"{style.plain(title)}: {style.plain(label[:1].lower() + label[1:])}"
                for title, label in zip(points["title"], points["label"], strict=True)
            ],
            _("How much"): [f"**{style.plain(words)}**" for words in points["words"]],
            _("For"): points["when"],
            _("Who says so"): [_who(row) for row in points.to_dict("records")],
        }
    )
    st.table(shown, hide_index=True, border="horizontal")
    table(tables, view, f"{section.key}-rest", points)


def _who(row: dict[str, object]) -> str:
    said = dots.said_by(row)
    return said.replace(str(row["name"]), style.link(str(row["name"]), str(row["url"])))


def votes(tables: data.Tables, view: data.View) -> pd.DataFrame:
    """Return how each side voted, one row a vote: the event, its date, each side's vote, and who says so."""
    cast = view.claims[view.claims["attribute"].str.startswith(VOTE)]
    titles = tables.events.set_index("event")["title"]
    names = sentences.sources(tables)
    urls = tables.sources.set_index("source")["url"]
    labels = tables.attributes.set_index("attribute")["label"]
    dates = view.claims[(view.claims["attribute"] == "date") & view.claims["event"].isin(cast["event"])]
    when = dates.sort_values("low").groupby("event")["value"].first()
    lines = []
    for event, group in cast.groupby("event", sort=False):
        sides = {
            _(labels[attribute]): wording.listing([_(value) for value in part["value"].unique()], "or")
            for attribute, part in group.groupby("attribute", sort=True)
        }
        who = ", ".join(style.link(names[source], urls[source]) for source in group["source"].unique())
        date = wording.date(when[event]) if event in when.index else ""
        lines.append(
            {"day": str(when.get(event, "")), _("Vote"): titles[event], _("Date"): date, **sides, _("Who says so"): who}
        )
    return pd.DataFrame(lines).sort_values("day").drop(columns="day").fillna("") if lines else pd.DataFrame()


def votes_told(table: pd.DataFrame) -> str:
    """Return in how many of the votes all sides voted alike."""
    sides = [column for column in table.columns if column not in (_("Vote"), _("Date"), _("Who says so"))]
    alike = table[table[sides].nunique(axis=1) == 1]
    last = f" ({wording.listing(alike[_('Date')])})" if len(alike) and alike[_("Date")].all() else ""
    return _("The same vote in {n} of {every}{last}.", n=len(alike), every=len(table), last=last)
