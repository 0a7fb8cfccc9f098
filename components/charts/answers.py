"""The answers to one question on one axis: a day is a dot, a month or year a bar, a number a dot in its bracket.

Each answer has a line of words with its mark on the axis below it. What all answers share is shaded; where they
clash, a bracket shows how far they are apart. Names have no axis: they stand in groups, and a denial is crossed out.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

import data
from components.charts import theme
from components.charts.answer_rows import answer_marks, answer_rows, gap_range, name_heading, shared_range
from components.charts.axes import Axis, LabelledRange, number_axis, time_axis
from components.charts.draw import Picture
from components.charts.draw import draw as draw_chart
from components.charts.layers import (
    LETTERS,
    LINE,
    at_height,
    captions,
    heights,
    layered,
    stack_rows,
    text_colour,
    verdict_points,
    wide_from,
)
from components.words.answers import answers_sentence
from components.words.i18n import language

ROW = 46  # pixels from one answer to the next, with one line of words
ABOVE = 28  # pixels above the first answer, for what all share
BELOW = 40  # pixels below the last answer, for the gap
LEAST_BRACKET = 0.015  # of the axis
HEAD = 32  # pixels for the name above its answers


def draw(
    found: data.Comparison,
    question: pd.Series,
    claims: pd.DataFrame,
    *,
    key: str | None = None,
    credit: tuple[str, ...] = (),
) -> None:
    """Draw the picture of one question's answers, with the same in words for those who do not see it."""
    own = claims[claims["question"] == question["question"]]
    told = answers_sentence(found.tables, question, own)
    draw_chart(picture(found, question, own).with_credit(credit), alt=told, key=key)


def picture(found: data.Comparison, question: pd.Series, claims: pd.DataFrame) -> Picture:
    """Return the picture of one question's answers."""
    rows = answer_rows(found, question.to_frame().T, claims)
    if question["kind"] == "name":
        return name_chart(rows, found.tables.references.names.containing(rows["value"]))
    dates = question["kind"] == "date"
    axis = time_axis(rows) if dates else number_axis(rows, question["unit"])
    return interval_chart(rows, axis, dates=dates, shared=shared_range(question, rows), gap=gap_range(question))


def interval_chart(
    rows: pd.DataFrame,
    axis: Axis,
    *,
    dates: bool = False,
    shared: LabelledRange | None = None,
    gap: LabelledRange | None = None,
) -> Picture:
    """Return answers as strips, one below the other, all on one axis.

    `rows` has the columns of `answer_rows`; `shared` is the part to shade, `gap` what the bracket spans.
    """
    place = stack_rows(rows["caption"], LETTERS, ROW, ABOVE if shared else 2)
    day = 1.0 if dates else 0.0  # the last day ends where the next begins
    drawn = answer_marks(rows["relation"], rows["derived"], rows["denies"]).assign(
        **place,
        mark=place["bottom"] - 14,
        x=rows["low"].clip(lower=axis.low),
        x2=(rows["high"] + day).clip(upper=axis.high),
        dot=((rows["low"] + rows["high"] + day) / 2).where(rows["point"]),
        before=rows["low"] < axis.low,
        after=rows["high"] > axis.high,
    )
    params = {
        "low": axis.low,
        "high": axis.high,
        "ticks": list(axis.ticks),
        "labels": list(axis.ticks.values()),
        "title": axis.title,
    }
    end = place.iloc[-1]
    wide = float(end["bottom"]) + (BELOW if gap else 4)
    return Picture.of(
        _interval_template(dates, language()),
        {"answers": drawn, "shared": _shared(shared, axis, day), **_gap(gap, axis, day)},
        {**params, **wide_from(rows["caption"]), **heights(wide, wide + float(end["grown"]))},
        wide,
    )


def _shared(part: LabelledRange | None, axis: Axis, day: float) -> pd.DataFrame:
    """Return where the part that all answers share is shaded, and the words for it; no row where they share none."""
    columns = ["x", "x2", "caption", "broken"]
    if part is None:
        return pd.DataFrame({name: pd.Series(dtype="float" if name[0] == "x" else "str") for name in columns})
    low, high = max(part.low, axis.low), min(part.high + day, axis.high)
    return pd.DataFrame([[low, high, part.words, part.words]], columns=columns)


def _gap(gap: LabelledRange | None, axis: Axis, day: float) -> dict[str, pd.DataFrame]:
    """Return the bracket over the gap between answers with its words, and its two ends; no rows where there is none."""
    if gap is None:
        numbers, words = pd.Series(dtype="float"), pd.Series(dtype="str")
        bracket = pd.DataFrame({"x": numbers, "x2": numbers, "at": numbers, "words": words, "align": words})
        return {"gap": bracket, "ends": pd.DataFrame({"x": numbers})}
    low, high = gap.low + day / 2, gap.high + day / 2
    middle = (low + high) / 2
    place = (middle - axis.low) / (axis.high - axis.low)
    align, at = ("left", low) if place < 0.25 else ("right", high) if place > 0.75 else ("center", middle)
    bracket = pd.DataFrame({"x": [low], "x2": [high], "at": [at], "words": [gap.words], "align": [align]})
    return {"gap": bracket, "ends": pd.DataFrame({"x": [low, high]})}


@lru_cache
def _interval_template(dates: bool, _language: str) -> dict[str, Any]:
    strip, line = at_height("answers", "mark", "grown"), at_height("answers", "top", "shift")
    return layered(
        [
            *_shade(),
            *_bracket(),
            strip.mark_rule(color=theme.NEUTRAL, opacity=0.35).encode(x=alt.value(0), x2=alt.value("width")),
            *(_bars(strip) if dates else _brackets(strip)),
            verdict_points(strip.transform_filter("isValid(datum.dot)").encode(x=_x("dot")), 130),
            verdict_points(line.encode(x=alt.value(6)), 80, dy=9),
            *captions(line),
            *([] if dates else [_title()]),
        ]
    )


def _title() -> Any:
    """Return the title of the axis, which no parameter can name on the axis itself."""
    first = alt.Chart(alt.NamedData("answers")).transform_window(number="row_number()")
    first = first.transform_filter("datum.number == 1").transform_calculate(y="height + 22")
    title = first.mark_text(
        align="left",
        baseline="top",
        text=alt.ExprRef("title"),
        fontSize=theme.FONT_SIZES["label"],
        color=text_colour(),
    )
    return title.encode(x=alt.value(0), y=alt.Y("y:Q", scale=None, axis=None))


def _x(field: str) -> alt.X:
    axis = alt.Axis(values=alt.ExprRef("ticks"), labelExpr="labels[indexof(ticks, datum.value)] || ''", title=None)
    scale = alt.Scale(domain=[alt.ExprRef("low"), alt.ExprRef("high")], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def _bars(strip: alt.Chart) -> list[alt.Chart]:
    """Return bars from the first to the last day that an answer may mean, an open end with an arrow."""
    bars = strip.transform_filter("!isValid(datum.dot)").transform_calculate(tint="datum.solid * 0.4")
    bars = bars.mark_bar(size=14, cornerRadius=2, strokeWidth=1.5).encode(
        x=_x("x"),
        x2="x2",
        fill=alt.Fill("colour:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        fillOpacity=alt.FillOpacity("tint:Q", scale=None),
    )
    return [bars, *_arrows(strip)]


def _brackets(strip: alt.Chart) -> list[alt.Chart]:
    """Return brackets round what a number may mean, an open end with an arrow.

    A bracket that would hide behind its dot is left out.
    """
    span = strip.transform_filter(
        f"datum.x2 - datum.x > {LEAST_BRACKET} * (high - low) || (datum.x < datum.x2 && !isValid(datum.dot))"
    )
    colour = alt.Stroke("colour:N", scale=None)
    caps = [
        span.transform_filter(f"!datum.{end}").mark_tick(size=16, thickness=2).encode(x=_x(field), stroke=colour)
        for field, end in (("x", "before"), ("x2", "after"))
    ]
    rule = span.mark_rule(strokeWidth=2).encode(x=_x("x"), x2="x2", stroke=colour)
    return [rule, *caps, *_arrows(strip)]


def _arrows(strip: alt.Chart) -> list[alt.Chart]:
    return [
        strip.transform_filter(f"datum.{end}")
        .mark_point(shape=shape, filled=True, opacity=1, size=90, xOffset=inwards)
        .encode(x=_x(field), color=alt.Color("colour:N", scale=None))
        for field, end, shape, inwards in (
            ("x", "before", "triangle-left", 4),
            ("x2", "after", "triangle-right", -4),
        )
    ]


def _shade() -> list[alt.Chart]:
    """Return the part that all answers share, shaded, with a key above the first answer."""
    shared = alt.Chart(alt.NamedData("shared"))
    look: dict[str, Any] = {"fill": theme.NEUTRAL, "fillOpacity": 0.22, "stroke": theme.NEUTRAL, "strokeOpacity": 0.5}
    return [
        shared.mark_rect(**look).encode(x=_x("x"), x2="x2", y=alt.value(0), y2=alt.value("height")),
        shared.mark_square(**look, size=120, opacity=1).encode(x=alt.value(6), y=alt.value(11)),
        *captions(shared.encode(y=alt.value(0))),
    ]


def _bracket() -> list[alt.Chart]:
    """Return a bracket below the answers over the gap between them, with its width in words."""
    ends, span = _at_foot("ends"), _at_foot("gap")
    colour = text_colour()
    words = span.mark_text(align=alt.ExprRef("datum.align"), baseline="top", dy=6, fontWeight="bold", color=colour)
    return [
        ends.mark_rule(strokeDash=[2, 3], color=theme.NEUTRAL).encode(x=_x("x"), y2=alt.value(0)),
        ends.mark_tick(size=10, thickness=2, color=colour).encode(x=_x("x")),
        span.mark_rule(strokeWidth=2, color=colour).encode(x=_x("x"), x2="x2"),
        words.encode(x=_x("at"), text="words:N", size=alt.value(theme.FONT_SIZES["label"])),
    ]


def _at_foot(name: str) -> alt.Chart:
    chart = alt.Chart(alt.NamedData(name)).transform_calculate(y="height - 24")
    return chart.encode(y=alt.Y("y:Q", scale=None, axis=None))


def name_chart(rows: pd.DataFrame, wholes: Mapping[str, str]) -> Picture:
    """Return answers that are names: grouped by name, one line an answer, denials apart."""
    names = {name: place for place, name in enumerate(rows["value"].unique())}
    rows = rows.iloc[rows["value"].map(names).argsort(kind="stable")].reset_index(drop=True)
    number = rows["value"].map(names)
    refused = rows["denies"] & ~rows["denies"].shift(fill_value=True) & (number == number.shift())
    place = stack_rows(rows["caption"], LETTERS, LINE + 8, HEAD)
    down = (HEAD + 10) * number + 8 * refused.cumsum()  # pixels by which what stands between rows moves them
    drawn = answer_marks(rows["relation"], rows["derived"], rows["denies"]).assign(**place, value=rows["value"])
    drawn = drawn.assign(top=place["top"] + down, bottom=place["bottom"] + down)
    whole = {"value": "first", "top": "min", "shift": "min", "bottom": "max", "grown": "max"}
    bands = drawn.groupby(number).agg(whole)
    bands = bands.assign(top=bands["top"] - HEAD, heading=[name_heading(name, wholes) for name in names])
    wide, more = float(drawn["bottom"].iloc[-1]) + 6, float(drawn["grown"].iloc[-1])
    frames = {"bands": bands, "answers": drawn, "denied": drawn[refused]}
    params = {**wide_from(rows["caption"]), **heights(wide, wide + more)}
    return Picture.of(_name_template(), frames, params, wide)


@lru_cache
def _name_template() -> dict[str, Any]:
    band, line, apart = (at_height(name, "top", "shift") for name in ("bands", "answers", "denied"))
    size = alt.value(theme.FONT_SIZES["label"] + 1)
    layers = [
        band.transform_calculate(y2="datum.bottom + narrow * datum.grown + 4")
        .mark_rect(fill=theme.SHADE, cornerRadius=3)
        .encode(x=alt.value(0), x2=alt.value("width"), y2="y2:Q"),
        band.mark_text(align="left", baseline="top", dx=12, dy=10, fontWeight="bold", color=text_colour()).encode(
            x=alt.value(0), text="heading:N", size=size
        ),
        apart.mark_rule(strokeDash=[4, 3], color=theme.NEUTRAL, yOffset=-2).encode(
            x=alt.value(12), x2=alt.value(alt.ExprRef("width - 12"))
        ),
        verdict_points(line.encode(x=alt.value(19)), 110, dy=10),
        captions(line, 32)[-1],
    ]
    return layered(layers)
