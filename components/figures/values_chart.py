"""Figures of a few values: one row a claim, in words above its own stretch of one axis that all share.

A number is a dot, what a source leaves open is a bracket around it, and an open end runs on as an arrow. What has
another unit, such as "doubled", is told in its row and not drawn.
"""

from typing import Any, Literal

import numpy as np
import pandas as pd

from components.charts import theme
from components.figures.series_axes import TEXT, log_floor, number_label
from components.words.answers import attribution
from components.words.i18n import _

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


def chart(points: pd.DataFrame, unit: str) -> Any:
    """Return the chart of the rows: brackets, dots and words, the axis below."""
    import altair as alt

    drawn = points[points["unit"] == unit]
    log = needs_log(drawn)
    rows = chart_rows(points, unit)
    total = float(rows["down"].max()) + BELOW
    top = float(drawn["most"].max())
    if log:
        domain = alt.Scale(type="log", domain=[log_floor(drawn), top * 1.4], nice=False)
    else:
        domain = alt.Scale(domain=[min(0.0, float(drawn["least"].min())), top * 1.06 or 1.0], nice=True)
    axis = alt.Axis(
        labelExpr=number_label(0),
        tickCount={"expr": "max(3, floor(width / 110))"},
        domain=False,
        gridOpacity=0.5,
        labelFlush=True,
    )
    x = alt.X("low:Q", title=None, scale=domain, axis=axis)
    y = alt.Y("down:Q", axis=None, scale=alt.Scale(domain=[0, total + 6], reverse=True, nice=False))
    colour = theme.verdict_colour(legend=None)
    shown = rows[rows["low"].notna()] if "low" in rows else rows.iloc[:0]
    if log:  # which has no zero: it stands at the foot
        places = ["low", "high", "value"]
        shown = shown.assign(**shown[places].clip(lower=log_floor(drawn)))
    spread = (
        np.log10(shown["high"] / shown["low"]) / np.log10(top / log_floor(drawn))
        if log
        else (shown["high"] - shown["low"]) / (top or 1.0)
    )
    # where a source gives bounds alone, these are all that can be drawn of it, as narrow as they may be
    shown = shown.assign(bracket=(spread > LEAST_BRACKET) | (shown["value"].isna() & (shown["open"] == "")))
    tracks = rows[rows["kind"] == "row"][["down"]]
    layers: list[Any] = [
        alt.Chart(tracks).mark_rule(strokeWidth=1, color=theme.NEUTRAL, opacity=0.25).encode(y=y),
        alt.Chart(shown.loc[shown["bracket"], ["low", "high", "down", "verdict"]])
        .mark_rule(strokeWidth=5, opacity=0.35)
        .encode(x=x, x2="high:Q", y=y, color=colour),
    ]
    open_ends = shown[shown["bracket"] & (shown["open"] == "")]
    ends = pd.concat([open_ends, open_ends.assign(low=open_ends["high"])])[["low", "down", "verdict"]]
    if len(ends):
        layers.append(alt.Chart(ends).mark_tick(thickness=2, size=12, orient="vertical").encode(x=x, y=y, color=colour))
    exact = shown[shown["value"].notna()].assign(low=shown["value"])[
        ["low", "down", "verdict", "derived", "left", "right"]
    ]
    hint = [alt.Tooltip("left", title=_("Who and when")), alt.Tooltip("right", title=_("Value"))]
    for derived in (False, True):
        part = exact[exact["derived"] == derived]
        if len(part):
            looks = [look.vega_hollow if derived else look.vega for look in theme.LOOKS.values()]
            shape = alt.Shape("verdict:N", scale=alt.Scale(domain=list(theme.LOOKS), range=looks), legend=None)
            layers.append(
                alt.Chart(part)
                .mark_point(filled=not derived, opacity=1, size=90, strokeWidth=1.8 if derived else 0)
                .encode(x=x, y=y, color=colour, shape=shape, tooltip=hint)
            )
    for way, turn in (("up", 90), ("down", 270)):
        part = shown[shown["open"] == way][["low", "down", "verdict", "left", "right"]]
        if len(part):
            layers.append(
                alt.Chart(part)
                .mark_point(shape="triangle", angle=turn, filled=True, opacity=1, size=90)
                .encode(x=x, y=y, color=colour, tooltip=hint)
            )
    words = alt.Chart(rows[["left", "right", "down", "kind"]])
    weights: dict[str, Literal[400, 700]] = {"head": 700, "row": 400}
    for kind, weight in weights.items():
        text = words.transform_filter(f"datum.kind == '{kind}'")
        above = -15 if kind == "row" else 0
        layers.append(
            text.mark_text(
                align="left",
                dy=above,
                fontSize=theme.FONT_SIZES["label"],
                fontWeight=weight,
                color=TEXT,
                limit={"expr": "width - 110" if kind == "row" else "width"},
            ).encode(x=alt.value(0), y=y, text="left:N")
        )
    layers.append(
        words.transform_filter("datum.kind == 'row'")
        .mark_text(align="right", dy=-15, fontSize=theme.FONT_SIZES["label"], fontWeight=600, color=TEXT)
        .encode(x=alt.value({"expr": "width"}), y=y, text="right:N")
    )
    figure = alt.layer(*layers).properties(height=total + FOOT)
    return theme.with_altair_theme(figure.resolve_scale(shape="independent"))
