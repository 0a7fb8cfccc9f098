"""The strip beneath a series: by year how far the sources are apart, and which years rest on one source alone.

It stands within the picture of the series, on the same axis of years. Two axes of numbers share its height: each runs
on beyond the part in which it is drawn.
"""

from typing import Any

import numpy as np
import pandas as pd

from components.charts.axes import round_up
from components.figures.yearly import extremes, round_factor
from components.words import format
from components.words.i18n import _

GAP_HEIGHT, BETWEEN = 100, 42  # pixels of the strip, and from there to what stands above
HEIGHT = 340 + BETWEEN + GAP_HEIGHT
MOST_LINEAR = 10  # of ratios, beyond which their axis is logarithmic


def is_log(years: pd.DataFrame) -> bool:
    """Tell whether the ratios are drawn on a log axis."""
    return bool(years["ratio"].replace(np.inf, np.nan).max() > MOST_LINEAR)


def frames_and_params(
    found: pd.DataFrame, *, ratio: bool, why: str = ""
) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """Return what the strip beneath a chart shows: by year how far the sources are apart, and which years rest on one.

    `found` is what `by_year` gives of its points. Apart as the ratio of highest to lowest, or as the difference where
    the unit is a percentage; `why` stands at the widest gap. The parameters are those of the strip's axis.
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
    most = top * (1.9 if log else 1.22)
    expected = float(found["expected_gap"].max()) if ratio and len(found) else np.nan
    usual = pd.DataFrame({"value": [1 + expected / 100]}).head(int(np.isfinite(expected)))
    title = [_("Highest ÷ lowest") if ratio else _("Points apart")]
    if len(usual):
        title.append(_("dashed: the usual gap of {gap}, orange beyond it", gap=format.percent(expected)))
    single = found.loc[found["n_sources"] == 1, ["year", "lowest"]]
    frames = {
        "several": several[["year", "value", "base", "beyond_expected", "endless", "told", "question"]],
        "usual": usual,
        "single": single.assign(value=float(np.sqrt(foot * base)) if log else (foot + base) / 2),
        "extremes": extremes(found, ratio=ratio, why=why).assign(value=top * (1.5 if log else 1.12)),
        "title": pd.DataFrame({"text": [format.clauses(title)]}),
    }
    share = GAP_HEIGHT / HEIGHT  # of the whole axis, whose upper part is beyond the strip
    beyond = foot * (most / foot) ** (1 / share) if log else foot + (most - foot) / share
    step = round_up((top - base) / 3)
    ticks = [float(tick) for tick in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if tick <= top * 1.2]
    if not log:
        ticks = [float(tick) for tick in np.arange(base, top * 1.0001, step)]
    return frames, {"foot": foot, "beyond": beyond, "gap_ticks": ticks}


def _apart_words(row: dict[Any, Any], *, ratio: bool) -> str:
    if row["gap"] == 0:
        return _("the same") if row["same"] else _("one number fits all")
    if not ratio:
        return _("{n} points", n=round(float(row["gap"]), 1))
    if row["ratio"] == np.inf:
        return _("one says none at all") if row["low"] == 0 else format.gap(row["gap"], "quantity")
    return _("a factor of {n}", n=round_factor(float(row["ratio"])))
