"""Figures of a few values: one row a claim, in words above its own stretch of one axis that all share.

A number is a dot, what a source leaves open is a bracket around it, and an open end runs on as an arrow. What has
another unit, such as "doubled", is told in its row and not drawn.
"""

from typing import Any

import numpy as np
import pandas as pd

from components.charts.answer_rows import answer_marks
from components.charts.draw import Picture
from components.charts.templates import template
from components.charts.word_rows import LETTERS, heights, stack_rows, wide_from
from components.figures.series_axes import log_floor
from components.words.answers import attribution

ROW, HEAD, BELOW = 46, 34, 14  # pixels
LEAST_BRACKET = 0.02  # of the axis; the rounding of a number is narrower, and hidden by its dot
MOST_RATIO = 300  # of highest to lowest, beyond which an axis from zero hides the small ones
WIDE = 700  # pixels from which words stand on one line

_TOLD = [
    *("title", "label", "unit", "question", "words", "when", "name", "voice", "stance", "start"),
    *("least", "most", "value", "open", "derived", "verdict"),
]
"""What a row tells of a point, since all else would be sorted and taken apart with it."""


def needs_log(points: pd.DataFrame) -> bool:
    """Tell whether the values are so far apart that only a log axis shows them all."""
    if (points["least"] < 0).any():
        return False
    positive = points.loc[points["least"] > 0, ["least", "most"]]
    return len(positive) > 0 and bool(positive["most"].max() > MOST_RATIO * positive["least"].min())


def chart_rows(points: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Return the rows of the figure in order, with one for the title of each event where there are several.

    `caption` says how much, what, when and who; the places are those of `stack_rows`. `low`, `high` and `value` are NaN
    where nothing is drawn.
    """
    other = points["unit"] != unit
    order = ["title", "start", "other", "least", "name"]
    points = points[_TOLD].assign(other=other).sort_values(order, na_position="first", kind="stable")
    several, alike = len(set(points["title"])) > 1, len(set(points["label"])) == 1
    found: list[dict[str, Any]] = []
    for title, group in points.groupby("title", sort=False):
        if several:
            found.append({"kind": "head", "caption": title, "derived": False, "open": "", "verdict": "agree"})
        for row in group.to_dict("records"):
            drawn = row["unit"] == unit
            what = "" if alike else row["label"][:1].lower() + row["label"][1:]
            said = [f"{row['words']}{what and ', '}{what}", row["when"], attribution(row)]
            found.append(
                {
                    "kind": "row",
                    "caption": " · ".join(filter(None, said)),
                    "question": row["question"],
                    "low": row["least"] if drawn else np.nan,
                    "high": row["most"] if drawn else np.nan,
                    "value": row["value"] if drawn else np.nan,
                    "open": row["open"] if drawn else "",
                    "derived": row["derived"],
                    "verdict": row["verdict"],
                }
            )
    rows = pd.DataFrame(found)
    placed = stack_rows(rows["caption"], LETTERS, ROW, 2)
    saved = (ROW - HEAD) * (rows["kind"] == "head").cumsum()  # a title needs no room for a mark
    placed = placed.assign(bottom=placed["bottom"] - saved, top=placed["top"] - saved.shift(fill_value=0))
    return rows.assign(**placed)


def chart(points: pd.DataFrame, unit: str) -> Picture:
    """Return the chart of the rows: brackets, dots and words, the axis below."""
    drawn = points[points["unit"] == unit]
    log = needs_log(drawn)
    rows = chart_rows(points, unit)
    top = max(0.0, float(drawn["most"].max()))
    foot = log_floor(drawn) if log else min(0.0, float(drawn["least"].min()))
    if log:  # which has no zero: it stands at the foot
        rows = rows.assign(**rows[["low", "high", "value"]].clip(lower=foot))
    shown = rows[rows["low"].notna()]
    spread = (
        np.log10(shown["high"] / shown["low"]) / np.log10(top / foot)
        if log
        else (shown["high"] - shown["low"]) / ((top - foot) or 1.0)
    )
    # where a source gives bounds alone, these are all that can be drawn of it, as narrow as they may be
    wide = (spread > LEAST_BRACKET) | (shown["value"].isna() & (shown["open"] == ""))
    marks = answer_marks(rows["verdict"], rows["derived"], rows["derived"] & False)
    frame = rows.drop(columns=["derived", "verdict"]).join(marks)
    frame = frame.assign(bracket=wide.reindex(frame.index, fill_value=False), mark=frame["bottom"] - BELOW)
    end = frame.iloc[-1]
    params = {"least": foot, "most": top * 1.4 if log else top + 0.06 * (top - foot) or 1.0}
    return Picture.of(
        _template(log),
        {"rows": frame},
        {
            **params,
            **wide_from(rows["caption"], WIDE),
            **heights(float(end["bottom"]), float(end["bottom"] + end["grown"])),
        },
        float(end["bottom"]),
    )


@template
def _template(log: bool) -> dict[str, Any]:
    from components.figures import values_template

    return values_template.values(log)
