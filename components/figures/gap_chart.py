"""The chart beneath a series: by year how far the sources are apart, and which years rest on one source alone."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

import numpy as np
import pandas as pd

from components.charts import theme
from components.charts.draw import Picture
from components.figures.series_axes import AXIS_WIDTH, TEXT, year_span, year_ticks
from components.figures.yearly import extremes, round_factor
from components.words import format
from components.words.i18n import _, language

GAP_HEIGHT = 120
FAR, NEAR, ALONE = (theme.LOOKS[name].colour for name in ("conflict", "agree", "sole source"))
ROOM = 0.22  # of the axis of years: as wide as the words on the usual gap
ALIGNMENTS: Mapping[Literal["left", "right"], int] = {"left": -4, "right": 4}
"""How the words of a year can stand to its place, and moved by how many pixels; see `extremes`."""
MOST_LINEAR = 10  # of ratios, beyond which their axis is logarithmic


def is_log(years: pd.DataFrame) -> bool:
    """Tell whether the ratios are drawn on a log axis."""
    return bool(years["ratio"].replace(np.inf, np.nan).max() > MOST_LINEAR)


def chart(points: pd.DataFrame, found: pd.DataFrame, *, ratio: bool) -> Picture:
    """Return the chart beneath: by year how far the sources are apart, and which years rest on one source alone.

    `found` is what `by_year` gives of the points. Apart as the ratio of highest to lowest, or as the difference where
    the unit is a percentage.
    """
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
    expected = float(found["expected_gap"].max()) if ratio and len(found) else np.nan
    usual = pd.DataFrame({"value": [1 + expected / 100], "text": [_("usual gap: {gap}", gap=format.percent(expected))]})
    single = found.loc[found["n_sources"] == 1, ["year", "lowest"]]
    frames = {
        "several": several[["year", "value", "base", "beyond_expected", "endless", "told"]],
        "usual": usual.assign(year=_quietest(points, found)).head(int(np.isfinite(expected))),
        "single": single.assign(value=float(np.sqrt(foot * base)) if log else (foot + base) / 2),
        "extremes": extremes(found, ratio=ratio).assign(value=top * (1.5 if log else 1.12)),
    }
    years = year_span(points)
    params = {
        "first": years[0] - 0.8,
        "last": years[1] + 0.8,
        "years": year_ticks(points),
        "foot": foot,
        "ticks": [tick for tick in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if tick <= top * 1.2],
        "most": top * (1.9 if log else 1.22),
    }
    return Picture(_template(ratio, log, language()), frames, params)


@lru_cache
def _template(ratio: bool, log: bool, _language: str) -> dict[str, Any]:
    import altair as alt

    year = alt.Axis(format="d", grid=False, values=alt.ExprRef("years"), domainOpacity=0.4)
    span = alt.Scale(domain=[alt.ExprRef("first"), alt.ExprRef("last")], nice=False)
    x = alt.X("year:Q", title=None, scale=span, axis=year)
    domain = [alt.ExprRef("foot"), alt.ExprRef("most")]
    axis = alt.Axis(
        values=alt.ExprRef("ticks") if log else alt.Undefined,
        format="~g",
        labelExpr="datum.label + '×'" if ratio else "datum.label",
        tickCount=3,
        minExtent=AXIS_WIDTH,
        maxExtent=AXIS_WIDTH,
        domain=False,
        gridOpacity=0.5,
    )
    y = alt.Y(
        "value:Q", title=None, scale=alt.Scale(type="log" if log else "linear", domain=domain, nice=False), axis=axis
    )
    colour = alt.condition("datum.beyond_expected", alt.value(FAR), alt.value(NEAR))
    hint = [
        alt.Tooltip("year:Q", format="d", title=_("Year")),
        alt.Tooltip("told:N", title=_("Highest and lowest")),
    ]
    several, usual, single, told = (
        alt.Chart(alt.NamedData(name)) for name in ("several", "usual", "single", "extremes")
    )
    note = theme.FONT_SIZES["note"]
    alone = [
        alt.Tooltip("year:Q", format="d", title=_("Year")),
        alt.Tooltip("lowest:N", title=_("One source alone")),
    ]
    layers = [
        several.mark_rule(strokeWidth={"expr": "max(1.5, width / (last - first) * 0.36)"}).encode(
            x=x, y=y, y2="base:Q", color=colour, tooltip=hint
        ),
        several.mark_point(filled=True, opacity=1, size=30).encode(
            x=x,
            y=y,
            color=colour,
            tooltip=hint,
            shape=alt.condition("datum.endless", alt.value("triangle-up"), alt.value("circle")),
        ),
        usual.mark_rule(strokeDash=[4, 3], color=theme.NEUTRAL).encode(y=y),
        usual.mark_text(align="left", baseline="bottom", dy=-3, fontSize=note, color=TEXT).encode(
            x=x, y=y, text="text:N"
        ),
        single.mark_point(shape=theme.LOOKS["sole source"].vega, size=26, color=ALONE, filled=True, opacity=1).encode(
            x=x, y=y, tooltip=alone
        ),
        told.mark_rule(strokeWidth=0.8, opacity=0.6, color=TEXT).encode(x=x, y=y, y2="at:Q"),
    ]
    layers += [
        told.transform_filter(f"datum.align == '{align}'")
        .mark_text(align=align, dx=dx, baseline="bottom", fontSize=note, fontWeight=600, color=TEXT)
        .encode(x=x, y=y, text="text:N")
        for align, dx in ALIGNMENTS.items()
    ]
    template: dict[str, Any] = theme.with_altair_theme(alt.layer(*layers).properties(height=GAP_HEIGHT)).to_dict()
    return template


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
