"""The figures over years of a section, as a brief shows them: as SVG, each with its title, its key and its sentence."""

from collections.abc import Iterator

import pandas as pd

import data
from components.charts import svg, theme
from components.charts.draw import Picture
from components.figures.points import year_range
from components.figures.sections import Figure, Section, figure_section
from components.figures.sentences import headline, measures_sentence, series_sentence
from components.figures.series_axes import number_text
from components.figures.series_chart import measures_chart, points_chart
from components.figures.source_marks import SHAPES, measure_marks
from components.shell.brief import Drawn
from components.words import format
from components.words.i18n import _

HEIGHT = 190  # pixels between the axes


def over_years(view: data.View, *, key: str, first: int, log: bool) -> Iterator[Drawn]:
    """Yield the pictures of what a page of a section tells over years (see `figure_section`); `log` is of money."""
    yield from pictures_of(figure_section(view, key, first), log=log)


def pictures_of(section: Section, *, log: bool) -> Iterator[Drawn]:
    """Yield the pictures of what a section tells over years; `log` is the axis of money."""
    for figure in section.figures:
        if figure.kind == "series":
            yield _series(figure, log=log and figure.is_money)
        elif figure.kind == "lines":
            for name, points in figure.drawn.groupby("name", sort=False):
                yield _measures(figure, str(name), points)


def unit_and_years(figure: Figure, *, log: bool) -> list[str]:
    """Return what a figure over years shows, in parts: its unit, its years, and what kind of axis money has."""
    whole = figure.drawn.loc[figure.drawn["year"].notna(), "year"]
    parts = [format.unit_title(figure.unit)] if figure.unit else []
    parts.append(_("by year, {years}", years=year_range(whole)))
    if figure.kind == "series" and figure.is_money:
        parts.append(_("log axis: equal steps are equal factors") if log else _("axis from zero"))
    return parts


def _series(figure: Figure, *, log: bool) -> Drawn:
    drawn, every, points, money = figure.drawn, figure.years, figure.compared, figure.is_money
    years = every[every["year"].isin(points["year"])]
    found = headline(drawn, every, ratio=money)
    title = [figure.title] if found else []
    coloured = points[(points["colour"] != theme.NEUTRAL) & points["start"].notna()]
    return _drawn(
        points_chart(points, years, log=log, ratio=money),
        title=found or figure.title,
        under=" · ".join([*title, *unit_and_years(figure, log=log)]),
        marks=coloured,
        told=series_sentence(every, ratio=money),
        log=log,
    )


def _measures(figure: Figure, name: str, points: pd.DataFrame) -> Drawn:
    marks = points.assign(**measure_marks(points), name=points["label"])
    several = len(set(marks["name"])) > 1
    return _drawn(
        measures_chart(points),
        title=figure.title,
        under=" · ".join([name, *unit_and_years(figure, log=False)]),
        marks=marks if several else marks.head(0),
        told=measures_sentence(points),
        log=False,
    )


def _drawn(picture: Picture, *, title: str, under: str, marks: pd.DataFrame, told: str, log: bool) -> Drawn:
    params, plain = picture.params, told.replace("**", "")
    least = params["least"] / 2 if log else 0.0
    numbers = {tick: number_text(0.0 if tick < least else tick) for tick in params["ticks"]}
    key = marks.drop_duplicates("name")[["colour", "shape", "name"]].itertuples(index=False, name=None)
    return Drawn(
        title,
        under,
        svg.series(picture.frames, params, numbers, f"{title}. {plain}", log=log, height=HEIGHT),
        HEIGHT,
        [(colour, SHAPES[shape], name) for colour, shape, name in key],
        plain,
    )
