"""Figures over years: each source's own points, the span of all, and how far they are apart beneath.

No line goes through two sources or over a year without a value; nothing is smoothed or filled in. Words in the charts
take the colour of the page's text, so that they can be read on either background.
"""

from typing import Any

import numpy as np
import pandas as pd

from components.charts import theme
from components.charts.draw import Picture
from components.charts.templates import template
from components.figures import gap_strip
from components.figures.name_places import place_names
from components.figures.series_axes import (
    AXIS_WIDTH,
    WIDE,
    log_floor,
    log_ticks,
    lowest_power,
    number_ticks,
    value_domain,
    year_span,
    year_ticks,
)
from components.figures.source_marks import coloured_sources, measure_marks
from components.words.i18n import _
from data.series import runs

PANEL_HEIGHT, EARLY_HEIGHT, MEASURES_HEIGHT = 150, 120, 260
FRAMES = {
    "others": ["year", "value"],
    "spans": ["year", "value", "high", "colour"],
    "points": ["year", "value", "name", "words", "run", "colour", "fill", "shape", "question"],
    "parts": ["year", "end", "value", "name", "words", "when", "colour"],
    "bounds": ["year", "value", "most", "name", "words", "when", "colour"],
    "arrows": ["year", "value", "open", "name", "words", "when", "colour"],
    "notes": ["year", "value", "text", "dy"],
    "names": ["year", "value", "name", "colour"],
}
"""What is drawn over years, the first beneath all others, and the columns that each needs."""


def chart_points(points: pd.DataFrame, *, log: bool) -> pd.DataFrame:
    """Return the columns that the charts draw; on a log axis a zero stands at its foot.

    No line leads to a share of few, to a replaced edition, or to a zero on a log axis, where it has no place.
    """
    columns = [
        "year",
        "value",
        "name",
        "origin",
        "words",
        "derived",
        "few",
        "superseded",
        "run",
        "colour",
        "shape",
        "question",
    ]
    found = runs(points)[columns].copy()
    found["zero"] = found["value"] == 0
    alone = found["few"] | found["superseded"]
    if log:
        alone |= found["zero"]
        found.loc[found["zero"], "value"] = log_floor(points)
    cuts = alone.astype(int).groupby(found["name"]).cumsum()
    found["run"] = found["run"].astype(str) + "/" + cuts.astype(str)
    found.loc[alone, "run"] = [str(-place) for place in range(1, int(alone.sum()) + 1)]
    return found


def series_chart(
    points: pd.DataFrame, years: pd.DataFrame, *, log: bool, ratio: bool = True, wide: int = WIDE, why: str = ""
) -> Picture:
    """Return the chart of all sources at once: each one's points and lines, and beneath how far they are apart.

    `years` is what `by_year` gives of the points; without a year of several sources there is no strip beneath. Apart as
    the ratio of highest to lowest, or as their difference; `why` stands at the widest gap.
    """
    picture = points_chart(points, years, log=log, ratio=ratio, wide=wide)
    if not (years["n_sources"] > 1).any():
        return picture
    more, params = gap_strip.frames_and_params(years, ratio=ratio, why=why)
    height, low, high = picture.height or 0.0, picture.params["low"], picture.params["high"]
    beyond = (gap_strip.HEIGHT - height) / height
    whole = {"low": low / (high / low) ** beyond if log else low - (high - low) * beyond}
    template = _strip_template(log, ratio, ratio and gap_strip.is_log(years))
    return Picture.of(template, {**picture.frames, **more}, {**picture.params, **params, **whole}, gap_strip.HEIGHT)


def points_chart(
    points: pd.DataFrame, years: pd.DataFrame, *, log: bool, ratio: bool = True, wide: int = WIDE
) -> Picture:
    """Return the same chart without how far they are apart beneath."""
    drawn, notes = chart_points(points, log=log), named_values(points if ratio else points.head(0))
    frames = {
        "spans": _spans(points, years, log=log),
        "points": _marked(drawn),
        **_no_points(points, log=log),
        "notes": notes,
    }
    roots = drawn.assign(name=drawn["origin"], named=drawn["colour"] != theme.NEUTRAL)
    strip = bool((years["n_sources"] > 1).any())
    height = gap_strip.HEIGHT - gap_strip.BETWEEN - gap_strip.GAP_HEIGHT if strip else MEASURES_HEIGHT
    places = place_names(points, roots, notes, log=log, height=height, wide=wide)
    if len(places):
        colours = drawn.loc[roots["named"]].drop_duplicates("origin").set_index("origin")["colour"]
        frames["names"] = places.assign(colour=places["name"].map(colours))
    return _picture(points, frames, height, log=log, size=34, wide=wide)


def early_chart(points: pd.DataFrame, *, log: bool) -> Picture:
    """Return the small chart of years that rest on one source alone."""
    frames = {"points": _marked(chart_points(points, log=log)), **_no_points(points, log=log)}
    return _picture(points, frames, EARLY_HEIGHT, log=log, size=22, count=3)


def source_charts(points: pd.DataFrame, *, log: bool) -> list[tuple[str, Picture]]:
    """Return a small chart for each source with enough points, and one for all others: its name and the chart."""
    drawn, shown = chart_points(points, log=log), coloured_sources(points)
    marked = _marked(drawn)
    ends = [float(np.floor(year + 0.5)) for year in year_span(points)]
    found = []
    for name in [*shown, *([""] if set(drawn["name"]) - set(shown) else [])]:
        own = marked["name"] == name if name else ~marked["name"].isin(shown)
        frames = {"others": marked[~own], "points": marked[own]}
        picture = _picture(points, frames, PANEL_HEIGHT, log=log, size=22, years=ends, count=3, room=34)
        found.append((name, picture))
    return found


def measures_chart(points: pd.DataFrame) -> Picture:
    """Return the chart of one source's measures over the years, each with a colour and a shape that the key names."""
    named = points.assign(**measure_marks(points), name=points["label"])
    marked = _marked(chart_points(named, log=False))
    height = MEASURES_HEIGHT if len(set(named["name"])) > 1 else MEASURES_HEIGHT * 0.7
    return _picture(named, {"points": marked}, height, log=False, size=24)


def has_parts(points: pd.DataFrame) -> bool:
    """Tell whether some values are for a time that is no calendar year."""
    return bool((points["year"].isna() & points["start"].notna()).any())


def has_open(points: pd.DataFrame) -> bool:
    """Tell whether some values are drawn as arrows."""
    return bool((points["start"].notna() & (points["open"] != "")).any())


def _marked(drawn: pd.DataFrame) -> pd.DataFrame:
    """Return points with their looks, as short as they can be written: hollow where worked out, or a share of few."""
    return drawn.assign(
        value=[float(f"{value:.6g}") for value in drawn["value"]],
        run=pd.factorize(drawn["run"])[0],
        fill=drawn["colour"].mask(drawn["derived"] | drawn["few"], "transparent"),
    )


def named_values(points: pd.DataFrame) -> pd.DataFrame:
    """Return the newest and the largest value, with the words that stand at their left: year, value, text."""
    dated = points[points["start"].notna() & (points["open"] == "") & ~points["few"] & ~points["superseded"]]
    dated = dated[~dated["planned"].astype(bool)].assign(middle=(dated["least"] + dated["most"]) / 2)
    whole = dated[dated["year"].notna()].sort_values(["year", "middle", "source"]).tail(1)
    named = pd.concat([whole, dated.sort_values(["middle", "source"]).tail(1)]).drop_duplicates("claim")
    texts = [_("{value}, {when}", value=row.words, when=row.when) for row in named.itertuples()]
    year = named["start"] - 0.5 * named["year"].isna()
    aside = (named["middle"].rank() - 1) * -13  # of two, the higher one stands higher, so that they never touch
    return pd.DataFrame({"year": year, "value": named["middle"], "text": texts, "dy": aside})


def _spans(points: pd.DataFrame, years: pd.DataFrame, *, log: bool) -> pd.DataFrame:
    """Return how far all sources are apart, year by year."""
    years = years[years["gap"] > 0]
    low = years["low"].clip(lower=log_floor(points)) if log else years["low"]
    return years.assign(value=low, colour=theme.NEUTRAL)


def _no_points(points: pd.DataFrame, *, log: bool) -> dict[str, pd.DataFrame]:
    """Return what is no point: values of a time that is no calendar year, and values of which only bounds are known."""
    dated = points[points["start"].notna()]
    parts = dated[dated["year"].isna()]
    parts = parts.assign(value=(parts["least"] + parts["most"]) / 2, year=parts["start"] - 0.5, end=parts["end"] - 0.5)
    bounds = dated[dated["value"].isna()]
    least = bounds["least"].clip(lower=log_floor(points)) if log else bounds["least"]
    bounds = bounds.assign(year=((bounds["start"] + bounds["end"] - 1) / 2).round(2), value=least)
    closed = bounds["open"] == ""
    whole = bounds["period"].str.fullmatch(r"\d{4}").astype(bool)
    return {"parts": parts, "bounds": bounds[closed & whole], "arrows": bounds[~closed]}


def _picture(
    points: pd.DataFrame,
    frames: dict[str, pd.DataFrame],
    height: float,
    *,
    log: bool,
    size: int,
    wide: int = WIDE,
    years: list[float] | None = None,
    count: int = 5,
    room: int = AXIS_WIDTH,
) -> Picture:
    """Return a chart over the years of `points`: `frames` are what it shows of `FRAMES`, and `size` that of its points.

    Of its axes: `years` are the ticks below, `count` about how many stand at the left, where `room` is left for them.
    """
    (first, last), (low, high) = year_span(points), value_domain(points, log=log)
    params = {
        "first": first - 0.8,
        "last": last + 0.8,
        "years": year_ticks(points) if years is None else years,
        "low": low,
        "high": high,
        "ticks": log_ticks(points, count) if log else number_ticks(low, high, count),
        "least": lowest_power(points),
        "room": room,
        "size": size,
        "wide": wide,
    }
    given = {name: frame for name, frame in frames.items() if len(frame)}
    shown = {name: given.get(name, pd.DataFrame(columns=columns))[columns] for name, columns in FRAMES.items()}
    return Picture.of(_template(log), shown, params, height)


@template
def _template(log: bool) -> dict[str, Any]:
    from components.figures import series_template

    return series_template.points(log)


@template
def _strip_template(log: bool, ratio: bool, log_strip: bool) -> dict[str, Any]:
    from components.figures import series_template

    return series_template.points_and_strip(log, ratio, log_strip)
