"""Figures of a few values: one row a claim, in words above its own stretch of one axis that all share.

A number is a dot, what a source leaves open is a bracket around it, and an open end runs on as an arrow. What has
another unit, such as "doubled", is told in its row and not drawn.
"""

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from components.charts import theme
from components.charts.draw import Picture
from components.charts.layers import answer_marks, verdict_points
from components.figures.series_axes import TEXT, log_floor, number_label
from components.words.answers import attribution
from components.words.i18n import _, language

ROW, HEAD, FOOT, BELOW = 44, 34, 34, 12  # pixels
LEAST_BRACKET = 0.02  # of the axis; the rounding of a number is narrower, and hidden by its dot
MOST_RATIO = 300  # of highest to lowest, beyond which an axis from zero hides the small ones


def needs_log(points: pd.DataFrame) -> bool:
    """Tell whether the values are so far apart that only a log axis shows them all."""
    if (points["least"] < 0).any():
        return False
    positive = points.loc[points["least"] > 0, ["least", "most"]]
    return len(positive) > 0 and bool(positive["most"].max() > MOST_RATIO * positive["least"].min())


def chart_rows(points: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Return the rows of the figure in order, with a line for each event where there are several: words and places.

    `left` says when and who, `right` what; `low`, `high` and `value` are NaN where nothing is drawn.
    """
    other = points["unit"] != unit
    order = ["title", "start", "other", "least", "name"]
    points = points.assign(other=other).sort_values(order, na_position="first", kind="stable")
    several = len(set(points["title"])) > 1
    usual = points.loc[~other, "label"].mode().iloc[0]
    found: list[dict[str, Any]] = []
    down = 0.0
    for title, group in points.groupby("title", sort=False):
        if several:
            down += HEAD
            found.append({"kind": "head", "left": title, "right": "", "down": down - 6})
        for row in group.to_dict("records"):
            down += ROW
            drawn = row["unit"] == unit
            what = [row["when"], attribution(row), row["label"] if row["label"] != usual else ""]
            found.append(
                {
                    "kind": "row",
                    "left": " · ".join(filter(None, what)),
                    "right": row["words"],
                    "down": down - BELOW,
                    "low": row["least"] if drawn else np.nan,
                    "high": row["most"] if drawn else np.nan,
                    "value": row["value"] if drawn else np.nan,
                    "open": row["open"] if drawn else "",
                    "derived": row["derived"],
                    "verdict": row["verdict"],
                }
            )
    return pd.DataFrame(found)


def chart(points: pd.DataFrame, unit: str) -> Picture:
    """Return the chart of the rows: brackets, dots and words, the axis below."""
    drawn = points[points["unit"] == unit]
    log = needs_log(drawn)
    rows = chart_rows(points, unit)
    total, top = float(rows["down"].max()) + BELOW, float(drawn["most"].max())
    foot = log_floor(drawn) if log else min(0.0, float(drawn["least"].min()))
    if log:  # which has no zero: it stands at the foot
        rows = rows.assign(**rows[["low", "high", "value"]].clip(lower=foot))
    shown = rows[rows["low"].notna()]
    spread = (
        np.log10(shown["high"] / shown["low"]) / np.log10(top / foot)
        if log
        else (shown["high"] - shown["low"]) / (top or 1.0)
    )
    # where a source gives bounds alone, these are all that can be drawn of it, as narrow as they may be
    wide = (spread > LEAST_BRACKET) | (shown["value"].isna() & (shown["open"] == ""))
    derived = shown["derived"].astype(bool)
    marks = answer_marks(shown["verdict"], derived, derived & False)
    frame = rows.drop(columns=["derived", "verdict"]).join(marks.assign(bracket=wide))
    params = {"least": foot, "most": top * 1.4 if log else top * 1.06 or 1.0, "total": total + 6}
    return Picture(_template(log, language()), {"rows": frame}, params, total + FOOT)


@lru_cache
def _template(log: bool, _language: str) -> dict[str, Any]:
    import altair as alt

    least_to_most = [alt.ExprRef("least"), alt.ExprRef("most")]
    scale = alt.Scale(type="log" if log else "linear", domain=least_to_most, nice=not log)
    axis = alt.Axis(
        labelExpr=number_label(),
        tickCount={"expr": "max(3, floor(width / 110))"},
        domain=False,
        gridOpacity=0.5,
        labelFlush=True,
    )
    low, high, value = (alt.X(f"{end}:Q", title=None, scale=scale, axis=axis) for end in ("low", "high", "value"))
    y = alt.Y("down:Q", axis=None, scale=alt.Scale(domain=[0, alt.ExprRef("total")], reverse=True, nice=False))
    colour = alt.Color("colour:N", scale=None)
    hint = [alt.Tooltip("left:N", title=_("Who and when")), alt.Tooltip("right:N", title=_("Value"))]
    rows = alt.Chart(alt.NamedData("rows")).encode(y=y)
    in_rows, heads = (rows.transform_filter(f"datum.kind == '{kind}'") for kind in ("row", "head"))
    brackets, arrows = rows.transform_filter("datum.bracket"), rows.transform_filter("datum.open")
    closed = brackets.transform_filter("!datum.open").mark_tick(thickness=2, size=12, orient="vertical")
    look: dict[str, Any] = {"fontSize": theme.FONT_SIZES["label"], "color": TEXT}
    left = {"x": alt.value(0), "text": "left:N"}
    layers: list[Any] = [
        in_rows.mark_rule(strokeWidth=1, color=theme.NEUTRAL, opacity=0.25),
        brackets.mark_rule(strokeWidth=5, opacity=0.35).encode(x=low, x2="high:Q", color=colour),
        *(closed.encode(x=end, color=colour) for end in (low, high)),
        verdict_points(rows.transform_filter("isValid(datum.value)").encode(x=value, tooltip=hint), 90),
        arrows.mark_point(
            shape="triangle", angle={"expr": "datum.open == 'up' ? 90 : 270"}, filled=True, opacity=1, size=90
        ).encode(x=low, color=colour, tooltip=hint),
        heads.mark_text(align="left", dy=0, fontWeight=700, limit={"expr": "width"}, **look).encode(**left),
        in_rows.mark_text(align="left", dy=-15, fontWeight=400, limit={"expr": "width - 110"}, **look).encode(**left),
        in_rows.mark_text(align="right", dy=-15, fontWeight=600, **look).encode(
            x=alt.value({"expr": "width"}), text="right:N"
        ),
    ]
    template: dict[str, Any] = theme.with_altair_theme(alt.layer(*layers)).to_dict()
    return template
