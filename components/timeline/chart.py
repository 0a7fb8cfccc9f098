"""The timeline as a picture: each answer a block where its source puts it, contested events first, the rest in lanes.

A block is as wide as the answer is precise and as full as independent origins hold it; a thin line is the gap between
the answers to one question. Heights are in pixels, for a wide and for a narrow screen; times are places from 0 to 1.
"""

import textwrap
from typing import Any

import numpy as np
import pandas as pd

import data
from components.charts import theme
from components.charts.draw import Picture
from components.charts.templates import template
from components.charts.word_rows import heights
from components.timeline.axis import TimeAxis
from components.timeline.marks import TimeRange, bin_words, colours, date_words, named_days, strength
from components.words import format
from components.words.i18n import _, translate
from data import values
from data.events import periods

HEAD = 56  # pixels for the periods and the ticks
ROW = {"wide": 38, "narrow": 58}  # pixels of a contested event
LANE = {"wide": 25, "narrow": 46}  # pixels of a lane
TITLE = {"wide": 34, "narrow": 34}  # pixels of the words above a group of rows
FOOT, FOOT_LINE = 12, 15  # pixels above the words below, and of a line of them
BLOCK = {"wide": 18, "narrow": 47}  # pixels from the top of a row to the middle of its blocks
TICK = {"wide": 13, "narrow": 33}  # the same in a lane
LINE = 16  # pixels of a further line of words
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
        _template(),
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


@template
def _template() -> dict[str, Any]:
    from components.timeline import chart_template

    return chart_template.timeline()
