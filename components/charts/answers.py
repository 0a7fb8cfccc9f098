"""The answers to one question on one axis: a day is a dot, a month or year a bar, a number a dot in its bracket.

Each answer has a line of words with its mark on the axis below it. What all answers share is shaded; where they
clash, a bracket shows how far they are apart. Names have no axis: they stand in groups, and a denial is crossed out.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import data
from components.charts.answer_rows import answer_marks, answer_rows, gap_range, name_heading, shared_range
from components.charts.axes import Axis, LabelledRange, number_axis, time_axis
from components.charts.draw import Picture
from components.charts.draw import draw as draw_chart
from components.charts.templates import template
from components.charts.word_rows import LETTERS, LINE, heights, stack_rows, wide_from
from components.words.answers import answers_sentence

ROW = 46  # pixels from one answer to the next, with one line of words
ABOVE = 28  # pixels above the first answer, for what all share
BELOW = 40  # pixels below the last answer, for the gap
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
        _intervals(dates),
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


@template
def _intervals(dates: bool) -> dict[str, Any]:
    from components.charts import answers_template

    return answers_template.intervals(dates)


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
    return Picture.of(_names(), frames, params, wide)


@template
def _names() -> dict[str, Any]:
    from components.charts import answers_template

    return answers_template.names()
