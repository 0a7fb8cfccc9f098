"""The figures of the page, each with what it says, its sources and its data."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.charts.draw import Picture
from components.charts.draw import draw as draw_chart
from components.evidence import table
from components.evidence.claims_table import claims_table
from components.figures import gap_strip, values_chart
from components.figures.brief import unit_and_years
from components.figures.legend import measures_legend, sources_legend
from components.figures.points import year_range
from components.figures.sections import DAY, Figure, Section, figure_section
from components.figures.sentences import (
    causes_list,
    headline,
    measures_sentence,
    series_sentence,
    shared_origins_remark,
    small_counts_remark,
    values_sentence,
    widest_gap_cause,
    widest_gap_causes,
    zeros_remark,
)
from components.figures.series_axes import NARROW
from components.figures.series_chart import (
    early_chart,
    has_open,
    has_parts,
    measures_chart,
    series_chart,
    source_charts,
)
from components.shell import citation, downloads, navigation
from components.shell.loading import load_tables
from components.words import format, markdown
from components.words.answers import attribution
from components.words.i18n import _, translate
from data.causes import causes_over

TEXTS = ("title", "label", "name", "origin", "words", "when", "highest", "high_words", "lowest", "low_words")
ALONE_HEIGHT = 270  # pixels, so that a frame of 400 holds the picture with its title and the way back
_Found = tuple[data.View, Figure]
PANEL_LETTERS = 40  # of a line below a small picture


def has_money(section: Section) -> bool:
    """Tell whether some figure has an axis of money, which may be logarithmic."""
    return any(figure.kind == "series" and figure.is_money for figure in section.figures)


def draw_section(view: data.View, section: Section, *, first: int, log: bool) -> None:
    """Draw the figures of a section, from the event at `first`: alone what is wide, else in two columns."""
    for wide, run in groupby(section.figures, _is_wide):
        group = list(run)
        if wide or len(group) == 1:
            for figure in group:
                _draw_figure(_figure_later(view, section, figure, first), log=log)
        else:
            columns, filled = st.columns(2, gap="large"), [0.0, 0.0]
            for figure in group:
                place = filled.index(min(filled))
                filled[place] += _height(figure)
                with columns[place]:
                    _draw_figure(_figure_later(view, section, figure, first), log=log)


def draw_alone(section: Section, key: str, *, log: bool) -> None:
    """Draw one figure of a section for another page, the first where none is called `key`, and the way to its page."""
    figure = next((each for each in section.figures if each.key == key), section.figures[0])
    tables, dots = load_tables(), figure.kind == "dots"
    words = _words(figure, tables, log)
    picture = _values_picture(figure) if dots else _pictures(figure, tables, log, False)[0][1]
    height = picture.height if dots else ALONE_HEIGHT
    st.markdown(f"**{markdown.escape(words.headline or figure.title)}**")
    picture = replace(picture, credit=_credit(tables, figure, citation.here()), height=height)
    draw_chart(picture, alt=f"{figure.title}. {words.plain}")
    st.caption(markdown.link(_("All sources and answers →"), f"{citation.here()}#{figure.key}"))


def _height(figure: Figure) -> float:
    """Return about how high a figure is with what stands under it, to fill two columns evenly."""
    return 330 + (_values_picture(figure).height or 0.0 if figure.kind == "dots" else 420)


def _is_wide(figure: Figure) -> bool:
    """Tell whether a figure needs the whole width: money over years, and measures of several sources."""
    if figure.kind == "lines":
        return len(set(figure.drawn["source"])) > 1 or len(set(figure.drawn["attribute"])) > 1
    return figure.kind == "series" and figure.is_money


def _figure_later(view: data.View, section: Section, figure: Figure, first: int) -> Callable[[], _Found]:
    """Return what gives a figure with its view when it is asked for, as `View.deferred` does."""
    return view.deferred(partial(_find_figure, key=section.key, first=first, figure=figure.key))


def _find_figure(view: data.View, key: str, first: int, figure: str) -> _Found:
    return view, next(each for each in figure_section(view, key, first).figures if each.key == figure)


@st.fragment
def _draw_figure(find: Callable[[], _Found], *, log: bool) -> None:
    """Draw a figure with all that stands under it; a session keeps what its fragments are given."""
    load_tables()  # which brings the words of names and units; a fragment runs without the page
    view, figure = find()
    tables = view.found.tables
    chart = f"figures_{figure.key}_chart"
    credit = _credit(tables, figure, citation.here())
    navigation.leave_for_row(chart)
    words = _words(figure, tables, log)
    st.subheader(markdown.escape(words.headline or figure.title), anchor=figure.key)
    st.caption(words.under_title)
    alt = f"{figure.title}. {words.plain}"
    if figure.kind == "series":
        _draw_series(tables, figure, words, alt, log=log, chart=chart, credit=credit)
    elif figure.kind == "lines":
        _draw_lines(tables, figure, words, alt, credit)
    else:
        draw_chart(replace(_values_picture(figure), credit=credit), alt=alt, key=chart, on_select="rerun")
    _draw_below(view, figure, words)


def _credit(tables: data.Tables, figure: Figure, address: str, source: str = "") -> tuple[str, ...]:
    """Return the lines that go with a picture: title, unit, sources, version and day, and the address.

    They are short where one `source` has a small picture.
    """
    unit = format.unit_title(figure.unit)
    title = f"{figure.title}, {unit}." if unit else f"{figure.title}."
    if source:
        return citation.credit(tables, title, [source], address, PANEL_LETTERS)
    return citation.credit(tables, title, figure.sources, address)


@dataclass(frozen=True)
class _Words:
    """What stands round a figure: under its title, above its gaps, and beneath it."""

    headline: str
    under_title: str
    legend: str  # as HTML
    early: str
    gaps: str
    causes: str
    sentence: str
    plain: str
    more: str
    reason: str
    remarks: str
    sources: str


@data.kept
def _words(figure: Figure, tables: data.Tables, log: bool) -> _Words:
    drawn, series_ = figure.drawn, figure.kind == "series"
    years = figure.years if series_ else drawn.iloc[:0]  # in use, as `drawn` is, until all is told
    remarks = [
        *([_marks_remark(figure), zeros_remark(drawn)] if series_ else []),
        shared_origins_remark(_escape_texts(drawn[["source", "root", "origin"]])),
        _not_drawn(figure),
    ]
    found = headline(drawn, years, ratio=figure.is_money) if series_ else ""
    title = [f"**{markdown.escape(figure.title)}**"] if found else []
    sentence = _sentence(figure)
    return _Words(
        headline=found,
        under_title=" · ".join(filter(None, [*title, _under_title(figure, log=log), _ends_mean(tables, figure)])),
        legend=_legend(figure),
        early=_above_early(figure) if series_ else "",
        gaps=_above_gaps(figure) if series_ else "",
        causes=_causes(tables, figure) if series_ else "",
        sentence=sentence,
        plain=markdown.plain(sentence),
        more=_more(tables, figure) if series_ else "",
        reason=_gap_reason(tables, figure) if series_ else "",
        remarks=" ".join(filter(None, remarks)),
        sources=_links(figure.points),
    )


def _legend(figure: Figure) -> str:
    """Return what the colours and shapes of a picture over years stand for."""
    if figure.kind == "dots":
        return ""
    return sources_legend(figure.drawn) if figure.kind == "series" else measures_legend(figure.drawn)


def _sentence(figure: Figure) -> str:
    """Return what a figure says, in Markdown."""
    if figure.kind == "series":
        return series_sentence(_escape_texts(figure.years), ratio=figure.is_money)
    if figure.kind == "lines":
        return measures_sentence(_escape_texts(figure.drawn))
    return values_sentence(_escape_texts(figure.points))


def _escape_texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the data of a figure with every text that its sentences hold escaped."""
    texts = frame.columns.intersection(list(TEXTS))
    shown = (frame[text].tolist() for text in texts)  # a list of few is gone through faster than a column
    escaped = ([markdown.escape(cell) if isinstance(cell, str) else cell for cell in cells] for cells in shown)
    return frame.assign(**dict(zip(texts, escaped, strict=True)))


def _more(tables: data.Tables, figure: Figure) -> str:
    """Return why the widest gap is there, or which shares rest on few."""
    if figure.unit == "percent":
        return small_counts_remark(figure.drawn)
    return widest_gap_cause(widest_gap_causes(tables, figure.drawn, figure.years))


def _under_title(figure: Figure, *, log: bool) -> str:
    """Return what stands under the title: unit, years, and what kind of axis it is."""
    if figure.kind != "dots":
        return markdown.escape(" · ".join(unit_and_years(figure, log=log)))
    parts = [markdown.escape(format.unit_title(figure.unit))] if figure.unit else []
    if values_chart.needs_log(figure.drawn):
        parts.append(_("log axis: equal steps are equal factors"))
    return " · ".join(parts)


def _ends_mean(tables: data.Tables, figure: Figure) -> str:
    """Return what up and down mean, where the table of attributes says so."""
    among = tables.attributes["attribute"].isin(set(figure.points["attribute"]))
    ends = tables.attributes.loc[among, ["high_means", "low_means"]]
    told = [
        _("up: {high}; down: {low}", high=high, low=low)
        for high, low in ends[(ends != "").all(axis=1)].drop_duplicates().itertuples(index=False)
    ]
    return markdown.escape(format.clauses(told))


@data.kept
def _values_picture(figure: Figure) -> Picture:
    return values_chart.chart(figure.points, figure.unit)


@data.kept
def _pictures(figure: Figure, tables: data.Tables, log: bool, apart: bool) -> list[tuple[str, Picture]]:
    """Return the charts of a figure over years, with the names of those that show one source."""
    drawn, money = figure.drawn, figure.is_money
    if figure.kind == "lines":
        return [(str(name), measures_chart(part)) for name, part in drawn.groupby("name", sort=False)]
    if apart:
        return source_charts(drawn, log=log and money)
    every, whole = figure.years, figure.compared
    years = every[every["year"].isin(whole["year"])]
    if money:
        causes = widest_gap_causes(tables, drawn, every)["cause"].map(translate)
        return [("", series_chart(whole, years, log=log, why=format.join(causes.drop_duplicates())))]
    return [("", series_chart(whole, years, log=False, ratio=False, wide=NARROW))]


@data.kept
def _early_picture(figure: Figure, log: bool) -> Picture:
    return early_chart(figure.early, log=log and figure.is_money)


def _above_early(figure: Figure) -> str:
    """Return what stands above the years before those that several sources give; nothing where there are none."""
    early = figure.early
    if early.empty:
        return ""
    return _("{years}: one source alone for each year, unchecked", years=year_range(early["start"] + DAY))


def _above_gaps(figure: Figure) -> str:
    """Return what the chart of gaps shows, and how its marks are read."""
    if not (figure.years["n_sources"] > 1).any():
        return ""
    alone = _("ring: one source alone, unchecked")
    if not figure.is_money:
        return _("How far the sources are apart, in percentage points; {alone}", alone=alone)
    parts = [_("Highest divided by lowest value of the year"), alone]
    if (expected := figure.drawn["expected_gap"].max()) > 0:
        parts.insert(1, _("dashed: the usual gap of {gap}, orange beyond it", gap=format.percent(expected)))
    if gap_strip.is_log(figure.years):
        parts.append(_("log axis"))
    return format.clauses(parts)


def _draw_series(
    tables: data.Tables, figure: Figure, words: _Words, alt: str, *, log: bool, chart: str, credit: tuple[str, ...]
) -> None:
    together, apart = st.tabs(
        [_("All sources"), _("Source by source")], key=f"figures_{figure.key}_tab", on_change="rerun"
    )
    with together:
        if together.open:
            ((_name, main),) = _pictures(figure, tables, log, False)
            draw_chart(main.with_credit(credit), alt=alt, key=chart, on_select="rerun")
            if words.legend:
                st.html(words.legend)
            if words.gaps:
                st.caption(words.gaps)
            if words.early:
                st.caption(words.early)
                early = _early_picture(figure, log).with_credit(credit)
                draw_chart(early, alt=f"{figure.title}. {words.early}.")
            if words.causes:
                with st.expander(_("Why the answers differ, as the tables say")):
                    st.caption(words.causes)
    with apart:
        if apart.open:
            address = citation.here()
            with st.grid(3, min_column_width=240):
                for name, picture in _pictures(figure, tables, log, True):
                    with st.container(gap="xxsmall"):
                        st.markdown(f"**{markdown.escape(name or _('All others'))}**")
                        draw_chart(
                            picture.with_credit(_credit(tables, figure, address, name or _("all others"))),
                            alt=_("{title}: {source}", title=figure.title, source=name or _("all others")),
                        )


def _draw_lines(tables: data.Tables, figure: Figure, words: _Words, alt: str, credit: tuple[str, ...]) -> None:
    charts = _pictures(figure, tables, False, False)
    with st.grid(min(len(charts), 2), min_column_width=330):
        for name, chart in charts:
            with st.container(gap="xxsmall"):
                if len(charts) > 1:
                    st.markdown(f"**{markdown.escape(name)}**")
                draw_chart(chart.with_credit(credit), alt=alt)
    if words.legend:
        st.html(words.legend)


def _draw_below(view: data.View, figure: Figure, words: _Words) -> None:
    """Write what stands under a figure: what it says, why sources differ, which share a root, and the data."""
    with st.container(width=820, gap="xsmall"):
        if words.sentence or words.more:
            st.markdown(" ".join(filter(None, [words.sentence, words.more])))
        if words.reason:
            st.markdown(words.reason)
        if words.remarks:
            st.caption(words.remarks)
        st.caption(_("Sources: {sources}.", sources=words.sources))
    draw_table(view, figure.key, figure.title, figure.points)
    title = _(": ").join(filter(None, [figure.title, words.headline]))
    citation.draw(view.found.tables, title, f"{citation.here()}#{figure.key}", f"figure_{figure.key}")


def _marks_remark(figure: Figure) -> str:
    """Return that sources are drawn in grey, where there are too many for colours."""
    grey = (figure.drawn["colour"] == theme.NEUTRAL) & ~figure.drawn["superseded"]
    n = figure.drawn.loc[grey, "source"].nunique()
    told_grey = _(
        "Grey: {n} source with few values, named on pointing and in the table.",
        "Grey: {n} sources with few values, named on pointing and in the table.",
        n=n,
    )
    bars = _("Bars: values for part of a year, or across two.") if has_parts(figure.drawn) else ""
    arrows = _("Arrows: values with an open end, from the bound that is known.") if has_open(figure.drawn) else ""
    return " ".join(filter(None, [told_grey if n else "", bars, arrows]))


def _gap_reason(tables: data.Tables, figure: Figure) -> str:
    """Return why such figures differ, as the table of attributes has it, where these do differ."""
    attributes = tables.attributes.set_index("attribute")
    reasons = attributes.loc[figure.points["attribute"].unique(), "expected_gap_reason"]
    differ = (figure.points["verdict"].isin(data.CONTESTED)).any()
    return (
        " ".join(f"{_('Why such figures differ:')} {markdown.escape(reason)}" for reason in sorted(set(reasons) - {""}))
        if differ
        else ""
    )


def _causes(tables: data.Tables, figure: Figure) -> str:
    """Return why the contested answers of a figure differ, year by year, as the table of causes has it."""
    contested = figure.drawn[figure.drawn["verdict"].isin(data.CONTESTED)]
    if contested.empty:
        return ""
    event, attribute = contested[["event", "attribute"]].iloc[0]
    return causes_list(causes_over(tables, event, attribute, figure.unit, contested["period"].unique()))


def _not_drawn(figure: Figure) -> str:
    """Return which units are in the table alone; what is no picture over years has them all in its rows."""
    if figure.kind == "dots":
        return ""
    others = figure.points[figure.points["unit"] != figure.unit]["unit"].value_counts()
    others = others.drop("x", errors="ignore")
    parts = [
        _("{n} in {unit}", n=int(n), unit=markdown.escape(format.unit_label(str(unit))) or _("no unit"))
        for unit, n in others.items()
    ]
    if not parts:
        return ""
    return _("Values in other units stand in the table: {parts}.", parts=format.join(parts))


def _links(points: pd.DataFrame) -> str:
    sources = points[["source", "name", "url"]].drop_duplicates("source")
    sources = sources.sort_values("name", key=lambda names: names.str.casefold())
    return ", ".join(markdown.link(name, url) for name, url in zip(sources["name"], sources["url"], strict=True))


def draw_table(view: data.View, key: str, title: str, points: pd.DataFrame) -> None:
    """Draw, folded, the claims of a figure, or of what makes none, as a table with their downloads."""
    with st.expander(_("The data as a table, and download"), key=f"figures_{key}_data", on_change="rerun") as shown:
        if shown.open:
            tables, events = view.found.tables, points["event"].unique()
            claims = view.claims_about(events)
            claims = claims[claims["claim"].isin(points["claim"])]
            claims = claims.sort_values(["event", "attribute", "period_low", "source"], kind="stable")
            frame = claims_table(tables, claims, view.questions_about(events))
            table.draw(frame, alt=_("{title}: the data as a table", title=title))
            downloads.buttons(frame, "figures", key)


def draw_rest(view: data.View, section: Section) -> None:
    """Write the quantities that make no figure, as a plain table: what, how much, for when, and who says so."""
    if section.figures:
        st.subheader(_("Also in the sources"))
    st.table(_rest(section), hide_index=True, border="horizontal")
    draw_table(view, f"{section.key}-rest", _("Also in the sources"), section.rest)


@data.kept
def _rest(section: Section) -> pd.DataFrame:
    points = section.rest.sort_values(["title", "label", "start"], kind="stable")
    return pd.DataFrame(
        {
            _("What"): [
                f"{markdown.escape(title)}{_(': ')}{markdown.escape(label[:1].lower() + label[1:])}"
                for title, label in zip(points["title"], points["label"], strict=True)
            ],
            _("How much"): [f"**{markdown.escape(words)}**" for words in points["words"]],
            _("For"): points["when"].map(markdown.escape),
            _("Who says so"): [_attribution_link(row) for row in points.to_dict("records")],
        }
    )


def _attribution_link(row: Mapping[Hashable, Any]) -> str:
    said, name = markdown.escape(attribution(row)), str(row["name"])
    return said.replace(markdown.escape(name), markdown.link(name, str(row["url"])))
