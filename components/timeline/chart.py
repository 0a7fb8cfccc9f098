"""The timeline as a picture: each answer a block where its source puts it, contested events first, the rest in lanes.

A block is as wide as the answer is precise and as full as independent origins hold it; a thin line is the gap between
the answers to one question. Heights are in pixels, for a wide and for a narrow screen; times are places from 0 to 1.
"""

import textwrap
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

import data
from components.charts import theme
from components.charts.draw import Picture
from components.charts.layers import heights, layered, text_colour
from components.timeline.axis import TimeAxis
from components.timeline.marks import TimeRange, bin_words, colours, date_words, named_days, strength
from components.words import format
from components.words.i18n import _, language, translate
from data import values
from data.events import periods

SIDE = 336  # pixels of the column of titles, where there is room for one
NARROW = 620  # pixels of width below which titles stand above their blocks
HEAD = 56  # pixels for the periods and the ticks
ROW = {"wide": 38, "narrow": 58}  # pixels of a contested event
LANE = {"wide": 25, "narrow": 46}  # pixels of a lane
TITLE = {"wide": 34, "narrow": 34}  # pixels of the words above a group of rows
FOOT, FOOT_LINE = 12, 15  # pixels above the words below, and of a line of them
BLOCK = {"wide": 18, "narrow": 47}  # pixels from the top of a row to the middle of its blocks
TICK = {"wide": 13, "narrow": 33}  # the same in a lane
LINE = 16  # pixels of a further line of words
LETTER = 6.5  # pixels of width of a small letter
TITLE_LETTERS, MORE_LETTERS = 50, 58  # of a line of words beside the blocks
HEADLINE_LETTERS = 46  # of a line of the headline on a narrow screen
MODES = ("wide", "narrow")
PLACE = ["top_wide", "top_narrow", "grown"]


class Rows:
    """The rows of the picture, stacked from the top: where each begins, and the words beside it."""

    def __init__(self) -> None:
        self._end = {mode: float(HEAD) for mode in MODES}
        self._texts: list[dict[str, Any]] = []

    def add(self, high: dict[str, int], kind: str, title: str, more: str = "", event: str = "") -> dict[str, float]:
        """Add a row of a `kind` (group, event or lane); return its top in each mode, and how much its words add to it.

        The words of an event are broken into lines, of which two are in its height.
        """
        top = {f"top_{mode}": self._end[mode] for mode in MODES}
        titles, lines = [title], [more]
        if kind == "event":
            titles, lines = textwrap.wrap(title, TITLE_LETTERS), textwrap.wrap(more, MORE_LETTERS)
        words = {"title": "\n".join(titles), "more": "\n".join(lines), "more_at": 3 + LINE * len(titles)}
        self._texts.append({**top, **words, "kind": kind, "event": event})
        grown = LINE * max(0, len(titles) + len(lines) - 2)
        for mode in MODES:
            self._end[mode] += high[mode] + grown
        return {**top, "grown": grown}

    def texts(self) -> pd.DataFrame:
        """Return the words of the rows, with the top of each."""
        columns = ["top_wide", "top_narrow", "kind", "title", "more", "more_at", "event"]
        return pd.DataFrame(self._texts, columns=columns)

    @property
    def end(self) -> dict[str, float]:
        """Where the last row ends in each mode."""
        return dict(self._end)


def event_rows(rows: Rows, events: pd.DataFrame, answers: pd.DataFrame, axis: TimeAxis) -> dict[str, pd.DataFrame]:
    """Add a row for each contested event; return their `blocks`, the `gaps` between these, and `hits` to click on."""
    answers = answers.assign(words=date_words(answers["low"], answers["high"]))
    tops: dict[str, dict[str, float]] = {}
    for independent, group in (
        (True, _("Contested between independent origins")),
        (False, _("Contested within one origin")),
    ):
        some = events[events["independent"] == independent]
        if len(some):
            rows.add(TITLE, "group", group)
        for event in some.to_dict("records"):
            said = answers[answers["event"] == event["event"]]["words"].drop_duplicates()
            more = " · ".join(filter(None, [format.gap(event["gap"], "date"), format.join(said, "or")]))
            title = f"{theme.LOOKS[event['verdict']].glyph} {event['title']}"  # so that no verdict hangs on a colour
            tops[event["event"]] = rows.add(ROW, "event", title, more, event["event"])
    place = pd.DataFrame([tops[event] for event in answers["event"]], index=answers.index, columns=PLACE)
    drawn = _blocks(answers, place, axis, BLOCK, thick=12 + 3.0 * (answers["n_origins"] - 1).clip(upper=3))
    heights_of = {f"y_{mode}": (f"y_{mode}", "first") for mode in MODES}
    ends = drawn.groupby("question").agg(low=("low", "max"), high=("high", "min"), **heights_of)
    gaps = ends[ends["low"] > ends["high"] + 1]
    gaps = gaps.assign(x=axis.place(gaps["high"] + 1), x2=axis.place(gaps["low"]))
    hits = pd.DataFrame([{**top, "event": event} for event, top in tops.items()], columns=[*PLACE, "event"])
    told = [
        format.clauses(
            _("{date}: {n} independent origin", "{date}: {n} independent origins", date=row.words, n=row.n_origins)
            for row in answers[answers["event"] == event].itertuples()
        )
        for event in hits["event"]
    ]
    titles = dict(zip(events["event"], events["title"], strict=True))
    hits = hits.assign(title=hits["event"].map(titles), words=told, x=0.0, x2=1.0, whole=True)
    hits = hits.assign(**{f"high_{mode}": ROW[mode] - 2.0 + hits["grown"] for mode in MODES})
    return {"blocks": drawn, "gaps": gaps[["x", "x2", "y_wide", "y_narrow"]], "hits": hits}


def lane_rows(
    rows: Rows, lanes: dict[str, str], counts: pd.Series, marks: pd.DataFrame, axis: TimeAxis
) -> dict[str, pd.DataFrame]:
    """Add a row for each lane; return the `blocks` of its dates, and `hits` to click on.

    `lanes` names the lane of each topic or source, which `marks` have as `lane`; `counts` are the events of each lane.
    """
    place = _lanes(rows, lanes, counts, marks["lane"])
    marks = marks.assign(words=date_words(marks["low"], marks["high"]))
    drawn = _blocks(marks, place, axis, TICK, thick=pd.Series(13.0, index=marks.index))
    long = drawn["x2"] - drawn["x"] > 0.03  # years would hide the days in them
    drawn = drawn.assign(thick=drawn["thick"].mask(long, 5.0), fill=drawn["fill"].mask(long, 0.3))
    hits = drawn[["top_wide", "top_narrow", "x", "x2", "event", "title", "words"]].assign(whole=False)
    hits = hits.assign(**{f"high_{mode}": LANE[mode] - 1.0 for mode in MODES})
    longest_first = hits.assign(wide=hits["x2"] - hits["x"]).sort_values("wide", ascending=False)
    return {
        "blocks": drawn.assign(shape=drawn["verdict"].map(lambda verdict: theme.LOOKS[verdict].vega)),
        "hits": longest_first.drop(columns="wide"),
    }


def bin_rows(rows: Rows, lanes: dict[str, str], counts: pd.Series, bins: pd.DataFrame, axis: TimeAxis) -> pd.DataFrame:
    """Add a row for each lane; return its bins, each as full as it has events; a click on one opens its time."""
    bins = bins.assign(name=bins["lane"].map(lanes))
    bins = bins.groupby(["name", "unit", "start", "end"], as_index=False)[["events", "contested"]].sum()
    names = dict.fromkeys(lanes.values())
    sums = counts.groupby([lanes[lane] for lane in counts.index], sort=False).sum()
    place = _lanes(rows, {name: name for name in names}, sums, bins["name"])
    share = bins["events"] / bins.groupby("unit")["events"].transform("max")
    days = bins["end"] - bins["start"]
    finest = days <= days.min() + 3  # months and years differ by some days
    return bins.assign(
        **{f"top_{mode}": place[f"top_{mode}"] for mode in MODES},
        **{f"y_{mode}": place[f"top_{mode}"] + TICK[mode] + np.where(finest, 0, 9) for mode in MODES},
        x=axis.place(bins["start"]),
        x2=axis.place(bins["end"] + 1),
        thick=np.where(finest, 14.0, 3.0),
        fill=0.15 + 0.8 * np.sqrt(share),
        span=values.write_periods(bins["start"].astype(float), bins["end"].astype(float)),
        words=[bin_words(*row) for row in bins[["start", "end", "events", "contested"]].itertuples(index=False)],
    )


def _lanes(rows: Rows, lanes: dict[str, str], counts: pd.Series, of: pd.Series) -> pd.DataFrame:
    """Add a row for each lane, and return the top of the row in which each mark is."""
    sums = counts.groupby([lanes.get(lane, lane) for lane in counts.index], sort=False).sum()
    tops = {
        name: rows.add(LANE, "lane", name, format.number(int(sums.get(name, 0))))
        for name in dict.fromkeys(lanes.values())
    }
    return pd.DataFrame([tops[lanes[lane]] for lane in of], index=of.index, columns=PLACE)


def _blocks(
    answers: pd.DataFrame, place: pd.DataFrame, axis: TimeAxis, middle: dict[str, int], thick: pd.Series
) -> pd.DataFrame:
    """Return how answers are drawn: where, in which colour, how full; an open end is an arrow at the day named."""
    low, high = named_days(answers)
    return answers.assign(
        **{f"top_{mode}": place[f"top_{mode}"] for mode in MODES},
        y_wide=place["top_wide"] + middle["wide"],
        y_narrow=place["top_narrow"] + middle["narrow"] + place["grown"],  # the words stand above
        x=axis.place(low),
        x2=axis.place(high + 1),
        thick=thick,
        colour=colours(answers["verdict"]),
        fill=strength(answers["n_origins"]).where(~answers["derived"].astype(bool), 0.08),
        arrow=np.select([np.isinf(answers["low"]), np.isinf(answers["high"])], ["◂", "▸"], ""),
    )


def picture(
    tables: data.Tables,
    shown: TimeRange,
    axis: TimeAxis,
    rows: Rows,
    frames: dict[str, pd.DataFrame],
    *,
    headline: str,
    foot: tuple[str, ...],
    opened: str,
) -> Picture:
    """Return the picture of rows; a click selects an `event`, or the `span` of a bin.

    `frames` are `blocks`, `gaps`, `hits` and `bins`; those without rows may be missing. The lines of `foot`
    are written below.
    """
    high = heights(*(rows.end[mode] + FOOT + FOOT_LINE * len(foot) for mode in MODES))
    empty = {name: pd.DataFrame(columns=["x"]) for name in ("blocks", "gaps", "hits", "bins")}
    ticks = pd.DataFrame({"x": axis.place(list(axis.ticks)), "title": list(axis.ticks.values())})
    ticks = ticks.assign(few=np.arange(len(ticks)) % 2 == 0)
    words = _("×{n}: where most dates lie", n=round(axis.factor))
    breaks = pd.DataFrame(
        {"x": list(axis.breaks), "title": [words] + [""] * (len(axis.breaks) - 1) if axis.breaks else []}
    )
    return Picture.of(
        _template(language()),
        {
            **empty,
            **frames,
            "texts": rows.texts(),
            "ticks": ticks,
            "breaks": breaks,
            "periods": _periods(tables, shown, axis),
            "foot": pd.DataFrame({"title": ["\n".join(foot)]}),
        },
        {
            **high,
            "opened": opened,
            "headline": headline,
            "broken_headline": "\n".join(textwrap.wrap(headline, HEADLINE_LETTERS)),
            "bottom_wide": rows.end["wide"],
            "bottom_narrow": rows.end["narrow"],
        },
        high["wide_height"],
    )


def _periods(tables: data.Tables, shown: TimeRange, axis: TimeAxis) -> pd.DataFrame:
    """Return the periods that are seen, every second one shaded."""
    seen = periods(tables)
    seen = seen[(seen["low"] <= shown.high) & (seen["high"] >= shown.low)].reset_index(drop=True)
    return pd.DataFrame(
        {
            "x": axis.place(seen["low"].clip(lower=shown.low)),
            "x2": axis.place(seen["high"].clip(upper=shown.high) + 1),
            "title": [translate(name) for name in seen["name"]],
            "shade": (np.arange(len(seen)) % 2 == 0) & (len(seen) > 1),
        }
    )


@lru_cache
def _template(_language: str) -> dict[str, Any]:
    def left(place: str, more: str = "0") -> Any:
        return alt.value(alt.ExprRef(f"side + {place} * (width - side) + {more}"))

    def frame(name: str, **calculated: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name)).transform_calculate(**calculated)

    def at(field: str) -> dict[str, Any]:
        return {"y": alt.Y(f"{field}:Q", scale=None, axis=None)}

    def fill(field: str) -> Any:
        return alt.FillOpacity(f"{field}:Q", scale=None)

    colour = text_colour()
    middle = {"y": "narrow ? datum.y_narrow : datum.y_wide"}
    box = {
        **middle,
        "upper": "(narrow ? datum.y_narrow : datum.y_wide) - datum.thick / 2",
        "lower": "(narrow ? datum.y_narrow : datum.y_wide) + datum.thick / 2",
    }
    under = "(narrow ? bottom_narrow : bottom_wide)"
    bottom = alt.value(alt.ExprRef(under))
    small: dict[str, Any] = {"fontSize": theme.FONT_SIZES["note"], "align": "left", "color": colour}
    lines: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE, "limit": alt.ExprRef("narrow ? width : side - 14")}
    texts = frame("texts", top="narrow ? datum.top_narrow : datum.top_wide")
    lane = texts.transform_filter("datum.kind == 'lane'")
    event = texts.transform_filter("datum.kind == 'event'")
    block, bins = frame("blocks", **box), frame("bins", **box)
    hit = frame(
        "hits",
        top="narrow ? datum.top_narrow : datum.top_wide",
        lower="narrow ? datum.top_narrow + datum.high_narrow : datum.top_wide + datum.high_wide",
    )
    tick = frame("ticks").transform_filter("!narrow || datum.few")
    fits = f"length(datum.title) * {LETTER} < (datum.x2 - datum.x) * (width - side)"
    period = frame("periods", y=f"{fits} ? 1 : {LINE - 3}")  # a name too long for its stretch stands lower
    pointed: dict[str, Any] = {
        "x": left("datum.x", "(datum.whole ? -side : -3)"),
        "x2": left("datum.x2", "(datum.whole ? 0 : 3)"),
    }
    wide: dict[str, Any] = {"x": left("datum.x"), "x2": left("datum.x2")}
    thick_enough: dict[str, Any] = {
        "x": left("datum.x"),
        "x2": alt.value(alt.ExprRef("side + max(datum.x2 * (width - side), datum.x * (width - side) + 3)")),
    }
    layers = [
        period.transform_filter("datum.shade").mark_rect(fill=theme.SHADE).encode(y=alt.value(0), y2=bottom, **wide),
        period.mark_text(
            baseline="top", fontStyle="italic", dx=4, limit=alt.ExprRef("(1 - datum.x) * (width - side) - 6"), **small
        ).encode(x=left("datum.x"), text="title:N", **at("y")),
        tick.mark_rule(color=theme.NEUTRAL, opacity=0.3).encode(x=left("datum.x"), y=alt.value(43), y2=bottom),
        tick.mark_text(baseline="middle", align="center", fontSize=theme.FONT_SIZES["tick"], color=colour).encode(
            x=left("datum.x"), y=alt.value(33), text="title:N"
        ),
        hit.transform_filter("datum.event == opened && datum.whole")
        .mark_rect(fill=theme.SHADE, stroke=colour, strokeWidth=1.5, cornerRadius=3)
        .encode(**at("top"), y2="lower:Q", **pointed),
        *(
            frame("breaks")
            .mark_rule(strokeDash=[2, 3], strokeWidth=1.5, color=theme.NEUTRAL)
            .encode(x=left("datum.x", f"{inset}"), y=alt.value(20), y2=bottom)
            for inset in (-3, 3)
        ),
        frame("breaks")
        .mark_text(baseline="bottom", dx=8, dy=-2, **small)
        .encode(x=left("datum.x"), y=alt.value(HEAD - 1 + 3), text="title:N"),
        texts.transform_filter("datum.kind == 'group'")
        .mark_text(align="left", baseline="bottom", dy=TITLE["wide"] - 8, fontSize=14, fontWeight="bold", color=colour)
        .encode(x=alt.value(0), text="title:N", **at("top")),
        event.mark_text(
            align="left",
            baseline="top",
            dy=2,
            fontSize=13,
            fontWeight="bold",
            color=colour,
            **lines,
        ).encode(x=alt.value(2), text="title:N", **at("top")),
        event.transform_calculate(below="datum.top + datum.more_at")
        .mark_text(baseline="top", opacity=0.85, **lines, **small)
        .encode(x=alt.value(2), text="more:N", **at("below")),
        lane.mark_text(
            align="left",
            baseline="middle",
            dy=TICK["wide"],
            fontSize=13,
            color=colour,
            limit=alt.ExprRef("narrow ? width - 60 : side - 70"),
        ).encode(x=alt.value(2), text="title:N", **at("top")),
        lane.mark_text(
            align="right", baseline="middle", dy=TICK["wide"], fontSize=12, color=colour, opacity=0.85
        ).encode(x=alt.value(alt.ExprRef("narrow ? width : side - 16")), text="more:N", **at("top")),
        frame("gaps", **middle).mark_rule(strokeWidth=1.5, color=theme.NEUTRAL).encode(**at("y"), **wide),
        bins.mark_rect(fill=theme.LOOKS["agree"].colour, cornerRadius=1, cursor="pointer")
        .encode(
            **at("upper"),
            y2="lower:Q",
            fillOpacity=fill("fill"),
            tooltip=alt.Tooltip("words:N", title=_("Events")),
            **wide,
        )
        .add_params(alt.selection_point(name="count", fields=["span"], on="click", clear=False)),
        block.mark_rect(cornerRadius=1, strokeWidth=1).encode(
            **at("upper"),
            y2="lower:Q",
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fillOpacity=fill("fill"),
            **thick_enough,
        ),
        block.transform_filter("datum.shape")
        .mark_point(filled=True, size=26, opacity=1, yOffset=-11)
        .encode(
            x=left("(datum.x + datum.x2) / 2"),
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("colour:N", scale=None),
            **at("y"),
        ),
        block.transform_filter("datum.arrow != ''")
        .mark_text(fontSize=14, baseline="middle", dx=alt.ExprRef("datum.arrow == '▸' ? 9 : -9"))
        .encode(x=left("datum.x"), text="arrow:N", color=alt.Color("colour:N", scale=None), **at("y")),
        block.transform_filter("datum.event == opened")
        .mark_rect(fillOpacity=0, strokeWidth=2, stroke=colour)
        .encode(**at("upper"), y2="lower:Q", **thick_enough),
        frame("foot")
        .mark_text(baseline="top", opacity=0.8, lineBreak="\n", lineHeight=FOOT_LINE, **small)
        .encode(x=alt.value(0), y=alt.value(alt.ExprRef(f"{under} + {FOOT}")), text="title:N"),
        hit.mark_rect(fill=theme.NEUTRAL, fillOpacity=0.001, cursor="pointer")
        .encode(
            **at("top"),
            y2="lower:Q",
            tooltip=[alt.Tooltip("title:N", title=_("Event")), alt.Tooltip("words:N", title=_("Date"))],
            **pointed,
        )
        .add_params(alt.selection_point(name="mark", fields=["event"], on="click", clear=False)),
    ]
    template = layered(layers, NARROW, side=f"narrow ? 0 : {SIDE}")
    title = {
        "text": {"expr": "narrow ? split(broken_headline, '\\n') : headline"},
        "anchor": "start",
        "fontSize": theme.FONT_SIZES["title"],
        "limit": {"expr": "width"},
        "offset": 8,
    }
    return {**template, "title": title}
