"""The chart beneath a series: by year how far the sources are apart, and which years rest on one source alone."""

from typing import Any

import numpy as np
import pandas as pd

from components.charts import theme
from components.figures.series_axes import AXIS_WIDTH, TEXT, year_axis, year_width
from components.figures.yearly import by_year, extremes, round_factor
from components.words import format
from components.words.i18n import _

GAP_HEIGHT = 120
FAR, NEAR, ALONE = (theme.LOOKS[name].colour for name in ("conflict", "agree", "sole source"))
ROOM = 0.22  # of the axis of years: as wide as the words on the usual gap
MOST_LINEAR = 10  # of ratios, beyond which their axis is logarithmic


def is_log(points: pd.DataFrame) -> bool:
    """Tell whether the ratios are drawn on a log axis."""
    ratios = by_year(points)["ratio"].replace(np.inf, np.nan)
    return bool(ratios.max() > MOST_LINEAR)


def chart(points: pd.DataFrame, *, ratio: bool) -> Any:
    """Return the chart beneath: by year how far the sources are apart, and which years rest on one source alone.

    Apart as the ratio of highest to lowest, or as the difference where the unit is a percentage.
    """
    import altair as alt

    found = by_year(points)
    several = found[found["n_sources"] > 1].copy()
    base = 1.0 if ratio else 0.0
    several["value"] = several["ratio"] if ratio else several["gap"]
    finite = several["value"].replace(np.inf, np.nan)
    top = max(float(finite.max()) if finite.notna().any() else base, 2.0 if ratio else 1.0)
    log = ratio and top > MOST_LINEAR
    several["endless"] = several["value"] == np.inf
    several["value"] = finite.fillna(top * (1.6 if log else 1.1))
    several["base"] = base
    several["told"] = [_apart_words(row, ratio=ratio) for row in several.to_dict("records")]
    foot = base / 1.28 if log else base - 0.14 * (top - base)
    x = year_axis(points)
    domain = alt.Scale(type="log" if log else "linear", domain=[foot, top * (1.9 if log else 1.22)], nice=False)
    ticks = [tick for tick in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if tick <= top * 1.2] if log else alt.Undefined
    label = "datum.label + '×'" if ratio else "datum.label"
    axis = alt.Axis(
        values=ticks,
        format="~g",
        labelExpr=label,
        tickCount=3,
        minExtent=AXIS_WIDTH,
        maxExtent=AXIS_WIDTH,
        domain=False,
        gridOpacity=0.5,
    )
    y = alt.Y("value:Q", title=None, scale=domain, axis=axis)
    colour = alt.condition("datum.beyond_expected", alt.value(FAR), alt.value(NEAR))
    hint = [
        alt.Tooltip("year", format="d", title=_("Year")),
        alt.Tooltip("told", title=_("Highest and lowest")),
    ]
    columns = ["year", "value", "base", "beyond_expected", "endless", "told"]
    several["value"] = [float(f"{value:.5g}") for value in several["value"]]
    stems = alt.Chart(several[columns].astype({"year": int}))
    layers = [
        stems.mark_rule(strokeWidth={"expr": f"max(1.5, {year_width(points)} * 0.36)"}).encode(
            x=x, y=y, y2="base:Q", color=colour, tooltip=hint
        ),
        stems.mark_point(filled=True, opacity=1, size=30).encode(
            x=x,
            y=y,
            color=colour,
            tooltip=hint,
            shape=alt.condition("datum.endless", alt.value("triangle-up"), alt.value("circle")),
        ),
    ]
    expected = found["expected_gap"].max() if len(found) else np.nan
    if ratio and np.isfinite(expected):
        line = pd.DataFrame({"value": [1 + expected / 100]})
        layers.append(alt.Chart(line).mark_rule(strokeDash=[4, 3], color=theme.NEUTRAL).encode(y=y))
        gap_words = line.assign(
            year=_quietest(points, found), text=_("usual gap: {gap}", gap=format.percent(float(expected)))
        )
        layers.append(
            alt.Chart(gap_words)
            .mark_text(align="left", baseline="bottom", dy=-3, fontSize=theme.FONT_SIZES["note"], color=TEXT)
            .encode(x=x, y=y, text="text:N")
        )
    single = found.loc[found["n_sources"] == 1, ["year", "lowest"]].assign(
        value=float(np.sqrt(foot * base)) if log else (foot + base) / 2
    )
    if len(single):
        layers.append(
            alt.Chart(single)
            .mark_point(shape=theme.LOOKS["sole source"].vega, size=26, color=ALONE, filled=True, opacity=1)
            .encode(
                x=x,
                y=y,
                tooltip=[
                    alt.Tooltip("year", format="d", title=_("Year")),
                    alt.Tooltip("lowest", title=_("One source alone")),
                ],
            )
        )
    told = extremes(points, ratio=ratio)
    told["value"] = top * (1.5 if log else 1.12)
    for words in told.to_dict("records"):
        base_chart = alt.Chart(pd.DataFrame([words]))
        layers.append(base_chart.mark_rule(strokeWidth=0.8, opacity=0.6, color=TEXT).encode(x=x, y=y, y2="at:Q"))
        layers.append(
            base_chart.mark_text(
                align=words["align"],
                dx=words["dx"],
                baseline="bottom",
                fontSize=theme.FONT_SIZES["note"],
                fontWeight=600,
                color=TEXT,
            ).encode(x=x, y=y, text="text:N")
        )
    return theme.with_altair_theme(alt.layer(*layers).properties(height=GAP_HEIGHT))


def _quietest(points: pd.DataFrame, found: pd.DataFrame) -> float:
    """Return the year from which a few words on the usual gap hide the fewest bars."""
    first, last = float(points["start"].min()), float(points["end"].max()) - 1
    room = (last - first) * ROOM
    bars = found.loc[found["ratio"] > 1, "year"]
    starts = np.arange(first, max(last - room, first) + 1)
    hidden = [int(bars.between(start - 1, start + room + 1).sum()) for start in starts]
    return float(starts[int(np.argmin(hidden))])


def _apart_words(row: dict[Any, Any], *, ratio: bool) -> str:
    if row["gap"] == 0:
        return _("the same") if row["same"] else _("one number fits all")
    if not ratio:
        return _("{n} points", n=round(float(row["gap"]), 1))
    if row["ratio"] == np.inf:
        return _("one says none at all")
    return _("a factor of {n}", n=round_factor(float(row["ratio"])))
