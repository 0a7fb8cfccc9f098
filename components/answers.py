"""The answers to one question on one axis: a day is a dot, a month or year a bar, a number a dot in its bracket.

Each answer has a line of words with its mark on the axis below it. What all answers share is shaded; where they
clash, a bracket shows how far they are apart. Names have no axis: they stand in groups, and a denial is crossed out.
"""

import json
import math
import textwrap
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st
from babel.numbers import get_currency_name

import data
from components import kept, sentences, style, wording
from components.wording import _

LINE = 17  # pixels a line of words
ROW = 46  # pixels from one answer to the next, with one line of words
ABOVE = 28  # pixels above the first answer, for what all share
BELOW = 40  # pixels below the last answer, for the gap
LEAST_BRACKET = 0.015  # of the axis
OUTLINE = 1.4  # pixels of the line of a shape that is an outline
HEAD = 32  # pixels for the name above its answers
NARROW = 480  # pixels of width below which words are broken into lines
LETTERS = 52  # letters that a line holds there
MOST_TICKS = 5  # dates that fit beside each other on a phone
SHORTEST = 60  # days that an axis shows at least, so that a day looks like one

STEPS = (
    *((days, "D") for days in (1, 2, 5, 10)),
    *((months, "M") for months in (1, 2, 3, 6)),
    *((years, "Y") for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
"""Distances between the ticks of a time axis, in days, months and years."""

_CIRCLE = "M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1ZM0,-.7A.7,.7,0,1,0,0,.7A.7,.7,0,1,0,0,-.7Z"
DENIAL = f"{_CIRCLE}M-.45,-.7L.7,.45L.45,.7L-.7,-.45Z"
"""The shape of a denial: a circle that is crossed out."""


@dataclass(frozen=True)
class Axis:
    """A horizontal axis: its first and last value, the words at its ticks, and its title."""

    low: float
    high: float
    ticks: Mapping[float, str]
    title: str = ""


@dataclass(frozen=True)
class Span:
    """A part of an axis with the words for it."""

    low: float
    high: float
    words: str


def text_colour() -> alt.ExprRef:
    """Return the theme's colour of text, chosen in the browser by the background that is there."""
    light, dark = (st.get_option(f"theme.{base}.textColor") for base in ("light", "dark"))
    return alt.ExprRef(f"luminance(background) > 0.4 ? '{light or '#111111'}' : '{dark or '#fafafa'}'")


def relations(questions: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Return, by claim, how it stands to the other answers, as one of the verdicts.

    In a contested question the verdict is that of the answers which some other answer excludes; the rest, such as a
    year beside its months, are compatible.
    """
    verdicts = claims["question"].map(questions.set_index("question")["verdict"])
    denies = claims["denies"].astype(bool)
    said = claims[~denies].groupby("question")
    first, last = claims["question"].map(said["high"].min()), claims["question"].map(said["low"].max())
    excluded = (claims["low"] > first) | (claims["high"] < last)
    label = claims["question"] + "\n" + claims["value"]
    opposed = label.isin(label[denies]) & label.isin(label[~denies])
    clashes = (excluded & ~denies) | opposed
    return verdicts.where(clashes | ~verdicts.isin(data.CONTESTED), "compatible")


def told(read: data.Tables, questions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each different answer of each source to the questions, the earliest or least first.

    Columns: question, source, value, caption (who says what), low, high, point (one day, or a number with or without
    its rounding), derived, denies, relation (a verdict).
    """
    names, members = sentences.sources(read), questions.set_index("question")["member"]
    claims = claims[claims["question"].isin(questions["question"])]
    claims = claims.assign(relation=relations(questions, claims))
    keys = ["question", "source", "voice", "stance", "value", "unit", "kind", "low", "high", "denies", "relation"]
    rows = claims.groupby(keys, sort=False).agg(derived=("is_derived", "all")).reset_index()
    rows = rows.sort_values(["denies", "low", "high", "source"], kind="stable", ignore_index=True)
    captions = [_caption(row, names, listed=members[row["question"]] != "") for row in rows.to_dict("records")]
    exact = (rows["kind"] == "date") & (rows["low"] == rows["high"])
    number = (rows["kind"] == "quantity") & ~rows["value"].str.match(r"[\[<>]")
    return rows.assign(caption=captions, point=exact | number)


def _caption(row: Mapping[Hashable, Any], names: Mapping[str, str], *, listed: bool) -> str:
    source = names[row["source"]]
    who = _("{voice} (as told by {source})", voice=row["voice"], source=source) if row["voice"] else source
    what = wording.value(row["value"], row["kind"], row["unit"])
    if row["stance"] == "asserts" and not listed:
        return _("{who}: {what}", who=who, what=what)
    says = sentences.SAYS_SO if listed else sentences.SAYS
    return _(says[row["stance"]][0], who=who, what=what)


def gap_span(question: pd.Series, claims: pd.DataFrame) -> Span | None:
    """Return the gap of a question: where it lies, and how wide it is in words; nothing where answers meet.

    It is found among the answers that the verdict's rule speaks of: those of one source, those of all sources in
    their own voice, those of one voice, or all.
    """
    words = wording.apart(question["gap"], question["kind"], question["unit"], question["gap_pct"])
    if not words:
        return None
    answers = claims[claims["question"] == question["question"]]
    own, quoted = answers[answers["own"]], answers[answers["voice"] != ""]
    one_source = [rows for _id, rows in own.groupby("source")]
    one_voice = [rows for _id, rows in quoted.groupby("voice")]
    for rows in [*one_source, own, *one_voice, answers]:
        first, last = float(rows["high"].min()), float(rows["low"].max())
        if math.isclose(last - first, question["gap"], rel_tol=1e-9):
            return Span(first, last, words)
    return None


def shared_span(question: pd.Series, rows: pd.DataFrame) -> Span | None:
    """Return the part that all answers share, in words too; nothing for a lone answer, or where they clash."""
    low, high = float(rows["low"].max()), float(rows["high"].min())
    if len(rows) < 2 or low > high:
        return None
    if question["kind"] == "date":
        part = wording.date(data.write_date(low, high))
    elif math.isinf(low) or math.isinf(high):
        part = wording.quantity(f"<={high:.15g}" if math.isinf(low) else f">={low:.15g}", question["unit"])
    else:
        part = wording.quantity(f"{low:.15g}" if low == high else f"[{low:.15g}..{high:.15g}]", question["unit"])
    return Span(low, high, _("All answers meet: {part}", part=part))


def draw(read: data.Tables, question: pd.Series, claims: pd.DataFrame, *, key: str | None = None) -> None:
    """Draw the picture of one question's answers, with the same in words for those who do not see it."""
    own = claims[claims["question"] == question["question"]]
    of = (read, question["question"], tuple(own["claim"]), wording.language())
    picture = kept.spec(of, lambda: chart(read, question, own))
    told = kept.made(("told", *of), lambda: sentences.answers(read, question, own))
    st.vega_lite_chart(picture, alt=told, key=key)


def chart(read: data.Tables, question: pd.Series, claims: pd.DataFrame) -> Any:
    """Return the picture of one question's answers as an Altair chart."""
    rows = told(read, question.to_frame().T, claims)
    if question["kind"] == "name":
        return groups(rows, wholes(read, rows))
    dates = question["kind"] == "date"
    axis = time_axis(rows) if dates else number_axis(rows, question["unit"])
    return strips(rows, axis, dates=dates, shared=shared_span(question, rows), gap=gap_span(question, claims))


def remarks(question: pd.Series) -> list[str]:
    """Return what else is to be known of a question's verdict, one sentence each."""
    percent = question["gap_pct"] if question["kind"] == "quantity" and question["gap"] > 0 else 0
    told = {
        _("All of these claims go back to one origin: this is one report, not corroboration."): question["one_origin"],
        _("The gap is within what is usual between such figures."): question["within_expected_gap"],
        _("The sources spell this name in different ways, which is no conflict."): question["variants"],
        _("An outline is an answer that was worked out, not stated; its card says how."): question["derived"],
        _("The percentage is the gap in percent of the lower answer."): 0 < percent < 100,
        _("The factor is the higher answer divided by the lower."): percent >= 100,
    }
    return [sentence for sentence, holds in told.items() if holds]


def _finite(rows: pd.DataFrame) -> Any:
    ends = np.concatenate([rows["low"], rows["high"]])
    return ends[np.isfinite(ends)]


def time_axis(rows: pd.DataFrame) -> Axis:
    """Return an axis of days that holds all that is finite among the answers, with room at both ends."""
    finite = _finite(rows)
    low, high = (float(finite.min()), float(finite.max()) + 1) if finite.size else (0.0, 1.0)
    shortest = SHORTEST if finite.size == 2 * len(rows) else 4 * 365
    room = max(0.06 * (high - low), (shortest - (high - low)) / 2)
    return Axis(low - room, high + room, time_ticks(low - room, high + room))


def time_ticks(low: float, high: float, most: int = MOST_TICKS) -> dict[float, str]:
    """Return the ticks of a time axis, `most` of them at most: the day of each, and its short date in words."""
    first, last = np.array([math.ceil(low), math.floor(high)], dtype="datetime64[D]")
    zero, found = np.datetime64("0000-01-01", "D"), np.array([], dtype="datetime64[D]")
    for step, unit in STEPS:
        since, start, end = (int(day.astype(f"datetime64[{unit}]").astype(int)) for day in (zero, first, last))
        if (end - start) / step > most + 1:
            continue
        start += (since - start) % step
        found = np.arange(start, end + 1, step).astype(f"datetime64[{unit}]")
        found = found[found.astype("datetime64[D]") >= first]
        if found.size <= most:
            break
    return {float(tick.astype("datetime64[D]").astype(int)): wording.date(str(tick), short=True) for tick in found}


def number_axis(rows: pd.DataFrame, unit: str) -> Axis:
    """Return an axis from zero, or from below where numbers are negative, to a round number; percent end at 100."""
    finite = _finite(rows)
    low, high = min(0.0, finite.min(initial=0)), max(0.0, finite.max(initial=0))
    if unit == "percent" and low == 0 and high <= 100:
        step, high = 25.0, 100.0
    else:
        high += (0.04 if finite.size == 2 * len(rows) else 0.3) * (high - low)
        step = _round((high - low) / 4 or 1)
        if (finite == finite.round()).all():
            step = max(step, 1.0)
        low, high = math.floor(low / step) * step, max(math.ceil(high / step), 1) * step
    ticks = np.arange(round(low / step), round(high / step) + 1) * step
    return Axis(low, high, {float(tick): wording.amount(float(tick)) for tick in ticks}, unit_name(unit))


def _round(value: float) -> float:
    """Return the least of 1, 2, 2.5 and 5 times a power of ten that is no less than a number."""
    size = 10.0 ** math.floor(math.log10(value))
    return next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= value * (1 - 1e-9))


def unit_name(unit: str) -> str:
    """Return a unit in words, `USD` as "US dollars"."""
    if unit in wording.locale().currencies:
        return str(get_currency_name(unit, count=2, locale=wording.locale()))
    return _("times the year before") if unit == "x" else _(unit)


def looks(relation: pd.Series, derived: pd.Series, denies: pd.Series) -> pd.DataFrame:
    """Return how answers are drawn: colour, shape, whether solid (stated) or an outline (derived), and its line."""
    found = relation.map(style.LOOKS)
    shape = found.map(lambda look: look.vega)
    shape = shape.where(~derived, found.map(lambda look: look.vega_hollow)).where(~denies, DENIAL)
    outline = derived & ~denies
    return pd.DataFrame(
        {
            "colour": found.map(lambda look: look.colour),
            "shape": shape,
            "solid": (~outline).astype(float),
            "line": outline * OUTLINE,
        }
    )


def strips(
    rows: pd.DataFrame, axis: Axis, *, dates: bool = False, shared: Span | None = None, gap: Span | None = None
) -> Any:
    """Return answers as an Altair chart of strips: one below the other, all on one axis.

    `rows` has the columns of `told`; `shared` is the part to shade, `gap` what the bracket spans.
    """
    place = stacked(rows["caption"], LETTERS, ROW, ABOVE if shared else 2)
    day = 1.0 if dates else 0.0  # the last day ends where the next begins
    drawn = looks(rows["relation"], rows["derived"], rows["denies"]).assign(
        **place,
        mark=place["bottom"] - 14,
        x=rows["low"].clip(lower=axis.low),
        x2=(rows["high"] + day).clip(upper=axis.high),
        dot=((rows["low"] + rows["high"] + day) / 2).where(rows["point"]),
        before=rows["low"] < axis.low,
        after=rows["high"] > axis.high,
    )
    board = _Board(axis, day)
    strip, line = at(drawn, "mark", "grown"), at(drawn, "top", "shift")
    layers = [
        *(_shade(shared, board) if shared else []),
        *(_bracket(gap, board) if gap else []),
        strip.mark_rule(color=style.INK, opacity=0.35).encode(x=alt.value(0), x2=alt.value("width")),
        *(_bars(strip, board) if dates else _brackets(strip, board)),
        dots(strip.transform_filter("isValid(datum.dot)").encode(x=board.x("dot")), 130),
        dots(line.encode(x=alt.value(6)), 80, dy=9),
        *captions(line),
    ]
    end = place.iloc[-1]
    return framed(layers, end["bottom"] + (BELOW if gap else 4), end["grown"])


def stacked(texts: pd.Series, letters: int, row: float, top: float) -> pd.DataFrame:
    """Return where rows of words stand below each other, in pixels from the top.

    Columns: `caption`, `broken` (in lines of so many letters), `top` and `bottom`, and by how much a narrow chart, in
    which the words are broken, moves the top (`shift`) and the bottom (`grown`).
    """
    broken = texts.map(lambda text: "\n".join(textwrap.wrap(text, letters)))
    more = LINE * broken.str.count("\n")
    bottom = top + row * np.arange(1, len(texts) + 1)
    place = {"caption": texts, "broken": broken, "top": bottom - row, "bottom": bottom}
    return pd.DataFrame({**place, "shift": more.cumsum() - more, "grown": more.cumsum()})


def at(rows: pd.DataFrame, field: str, shift: str) -> alt.Chart:
    """Return a chart of rows whose height `field` gives in pixels, and `shift` what a narrow chart adds."""
    placed = alt.Chart(rows).transform_calculate(y=f"datum.{field} + narrow * datum.{shift}")
    return placed.encode(y=alt.Y("y:Q", scale=None, axis=None))


def framed(layers: list[Any], height: float, more: float, narrow_below: int = NARROW, **params: str) -> Any:
    """Return layers as one chart of this height in pixels, to which one that is `narrow` adds `more`.

    `params` are further Vega expressions by name.
    """
    expressions = {"narrow": f"width < {narrow_below} ? 1 : 0", "height": f"{height} + narrow * {more}", **params}
    fitted = alt.AutoSizeParams(type="fit-x", contains="padding")
    chart = alt.layer(*layers).properties(height=height, autosize=fitted)
    return style.altair(chart.add_params(*(alt.param(name=name, expr=expr) for name, expr in expressions.items())))


def resized(spec: Mapping[str, Any], wide: float, narrow: float) -> dict[str, Any]:
    """Return the specification of a chart that `framed` gave with other heights, in pixels."""
    expression = f"{wide} + narrow * {narrow - wide}"
    params = [{**param, "expr": expression} if param["name"] == "height" else param for param in spec["params"]]
    return {**spec, "height": wide, "params": params}


@dataclass(frozen=True)
class _Board:
    """What the layers of a picture share: the axis, and how long the last day of a bar is."""

    axis: Axis
    day: float

    def x(self, field: str) -> alt.X:
        words = "".join(f"datum.value == {tick!r} ? {json.dumps(label)} : " for tick, label in self.axis.ticks.items())
        ticks = alt.Axis(
            values=list(self.axis.ticks), labelExpr=f"{words}''", title=self.axis.title or None, titleAnchor="start"
        )
        scale = alt.Scale(domain=[self.axis.low, self.axis.high], nice=False, zero=False)
        return alt.X(f"{field}:Q", scale=scale, axis=ticks)


def captions(line: alt.Chart, indent: int = 18) -> list[Any]:
    """Return the words of rows, from `caption`, or from `broken` where the chart is narrow; lines end beneath them."""
    lines = line.transform_calculate(shown="narrow ? datum.broken : datum.caption")
    lines = lines.encode(x=alt.value(0), text="shown:N", size=alt.value(style.SIZES["label"]))
    look: dict[str, Any] = {"align": "left", "baseline": "top", "dx": indent, "dy": 2}
    look |= {"lineBreak": "\n", "lineHeight": LINE}
    edge = lines.mark_text(stroke=alt.ExprRef("background"), strokeWidth=4, **look)
    return [edge, lines.mark_text(color=text_colour(), **look)]


def dots(rows: alt.Chart, size: int, dy: int = 0) -> Any:
    """Return the verdicts' shapes as `looks` gives them: filled for what is stated, an outline for what was derived."""
    return rows.mark_point(opacity=1, yOffset=dy).encode(
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        shape=alt.Shape("shape:N", scale=None),
        fillOpacity=alt.FillOpacity("solid:Q", scale=None),
        strokeWidth=alt.StrokeWidth("line:Q", scale=None),
        size=alt.value(size),
    )


def _bars(strip: alt.Chart, board: _Board) -> list[alt.Chart]:
    """Return bars from the first to the last day that an answer may mean, an open end with an arrow."""
    bars = strip.transform_filter("!isValid(datum.dot)").transform_calculate(tint="datum.solid * 0.4")
    bars = bars.mark_bar(size=14, cornerRadius=2, strokeWidth=1.5).encode(
        x=board.x("x"),
        x2="x2",
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        fillOpacity=alt.FillOpacity("tint:Q", scale=None),
    )
    return [bars, *_arrows(strip, board)]


def _brackets(strip: alt.Chart, board: _Board) -> list[alt.Chart]:
    """Return brackets round what a number may mean, an open end with an arrow.

    A bracket that would hide behind its dot is left out.
    """
    least = LEAST_BRACKET * (board.axis.high - board.axis.low)
    span = strip.transform_filter(f"datum.x2 - datum.x > {least} || (datum.x < datum.x2 && !isValid(datum.dot))")
    colour = alt.Stroke("colour:N", scale=None)
    caps = [
        span.transform_filter(f"!datum.{end}").mark_tick(size=16, thickness=2).encode(x=board.x(field), stroke=colour)
        for field, end in (("x", "before"), ("x2", "after"))
    ]
    rule = span.mark_rule(strokeWidth=2).encode(x=board.x("x"), x2="x2", stroke=colour)
    return [rule, *caps, *_arrows(strip, board)]


def _arrows(strip: alt.Chart, board: _Board) -> list[alt.Chart]:
    return [
        strip.transform_filter(f"datum.{end}")
        .mark_point(shape=shape, filled=True, opacity=1, size=90, xOffset=inwards)
        .encode(x=board.x(field), color=alt.Color("colour:N", scale=None))
        for field, end, shape, inwards in (
            ("x", "before", "triangle-left", 4),
            ("x2", "after", "triangle-right", -4),
        )
    ]


def _shade(part: Span, board: _Board) -> list[alt.Chart]:
    """Return the part that all answers share, shaded, with a key above the first answer."""
    low, high = max(part.low, board.axis.low), min(part.high + board.day, board.axis.high)
    place = alt.Chart(pd.DataFrame({"x": [low], "x2": [high]}))
    key = alt.Chart(pd.DataFrame({"caption": [part.words], "broken": [part.words]}))
    look: dict[str, Any] = {"fill": style.INK, "fillOpacity": 0.22, "stroke": style.INK, "strokeOpacity": 0.5}
    return [
        place.mark_rect(**look).encode(x=board.x("x"), x2="x2", y=alt.value(0), y2=alt.value("height")),
        key.mark_square(**look, size=120, opacity=1).encode(x=alt.value(6), y=alt.value(11)),
        *captions(key.encode(y=alt.value(0))),
    ]


def _bracket(gap: Span, board: _Board) -> list[alt.Chart]:
    """Return a bracket below the answers over the gap between them, with its width in words."""
    low, high = gap.low + board.day / 2, gap.high + board.day / 2
    middle = (low + high) / 2
    place = (middle - board.axis.low) / (board.axis.high - board.axis.low)
    align: Any
    align, text_at = ("left", low) if place < 0.25 else ("right", high) if place > 0.75 else ("center", middle)
    ends = _at_foot(pd.DataFrame({"x": [low, high]}))
    span = _at_foot(pd.DataFrame({"x": [low], "x2": [high], "at": [text_at], "words": [gap.words]}))
    colour = text_colour()
    words = span.mark_text(align=align, baseline="top", dy=6, fontWeight="bold", color=colour)
    return [
        ends.mark_rule(strokeDash=[2, 3], color=style.INK).encode(x=board.x("x"), y2=alt.value(0)),
        ends.mark_tick(size=10, thickness=2, color=colour).encode(x=board.x("x")),
        span.mark_rule(strokeWidth=2, color=colour).encode(x=board.x("x"), x2="x2"),
        words.encode(x=board.x("at"), text="words:N", size=alt.value(style.SIZES["label"])),
    ]


def _at_foot(rows: pd.DataFrame) -> alt.Chart:
    return alt.Chart(rows).transform_calculate(y="height - 24").encode(y=alt.Y("y:Q", scale=None, axis=None))


def wholes(read: data.Tables, rows: pd.DataFrame) -> dict[str, str]:
    """Return, by name among the answers, the other of them that it is a part of, however many steps up."""
    above = dict(zip(read.names["name"], read.names["part_of"], strict=True))
    found = {}
    for name in rows["value"].unique():
        passed, whole = {name}, above.get(name, "")
        while whole and whole not in passed and whole not in set(rows["value"]):
            passed.add(whole)
            whole = above.get(whole, "")
        if whole and whole not in passed:
            found[name] = whole
    return found


def groups(rows: pd.DataFrame, wholes: Mapping[str, str]) -> Any:
    """Return answers that are names as an Altair chart: grouped by name, one line an answer, denials apart."""
    names = {name: place for place, name in enumerate(rows["value"].unique())}
    rows = rows.iloc[rows["value"].map(names).argsort(kind="stable")].reset_index(drop=True)
    number = rows["value"].map(names)
    refused = rows["denies"] & ~rows["denies"].shift(fill_value=True) & (number == number.shift())
    place = stacked(rows["caption"], LETTERS, LINE + 8, HEAD)
    down = (HEAD + 10) * number + 8 * refused.cumsum()  # pixels by which what stands between rows moves them
    drawn = looks(rows["relation"], rows["derived"], rows["denies"]).assign(**place, value=rows["value"])
    drawn = drawn.assign(top=place["top"] + down, bottom=place["bottom"] + down)
    whole = {"value": "first", "top": "min", "shift": "min", "bottom": "max", "grown": "max"}
    bands = drawn.groupby(number).agg(whole)
    heading = [
        _("{name}, part of {whole}", name=name, whole=wholes[name]) if name in wholes else name for name in names
    ]
    bands = bands.assign(top=bands["top"] - HEAD, heading=heading)
    band, line, apart = at(bands, "top", "shift"), at(drawn, "top", "shift"), at(drawn[refused], "top", "shift")
    size = alt.value(style.SIZES["label"] + 1)
    layers = [
        band.transform_calculate(y2="datum.bottom + narrow * datum.grown + 4")
        .mark_rect(fill=style.QUIET, cornerRadius=3)
        .encode(x=alt.value(0), x2=alt.value("width"), y2="y2:Q"),
        band.mark_text(align="left", baseline="top", dx=12, dy=10, fontWeight="bold", color=text_colour()).encode(
            x=alt.value(0), text="heading:N", size=size
        ),
        apart.mark_rule(strokeDash=[4, 3], color=style.INK, yOffset=-2).encode(
            x=alt.value(12), x2=alt.value(alt.ExprRef("width - 12"))
        ),
        dots(line.encode(x=alt.value(19)), 110, dy=10),
        captions(line, 32)[-1],
    ]
    end = drawn.iloc[-1]
    return framed(layers, end["bottom"] + 6, end["grown"])
