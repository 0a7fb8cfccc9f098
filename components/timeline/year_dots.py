"""A small timeline: one mark a dated question, piled up by year, with its verdict's shape and colour."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

import data
from components.charts import theme
from components.charts.draw import Picture
from components.charts.templates import template
from components.words import format, markdown
from components.words.i18n import _, language
from data.events import dated_questions

MOST_MARKS = 500  # beyond which a mark stands for several dates of its year and verdict
HIGHEST, AXIS = 240, 36
STEP = 13  # pixels from one mark to the one above it, where there is room


@dataclass(frozen=True, eq=False)
class YearDots:
    """The small timeline of a view: its picture, what it shows in words, and its milestones (see `milestones`)."""

    picture: Picture
    told: str
    milestones: dict[str, str]


def year_dots(view: data.View, most: int) -> YearDots | None:
    """Return the small timeline, with so many milestones at most; None where nothing is dated. Made once a choice."""
    return _cached_dots(view, most, language())


@data.kept
def _cached_dots(view: data.View, most: int, _language: str) -> YearDots | None:
    marks = year_marks(view.dates(MOST_MARKS))
    return None if marks.empty else YearDots(chart(marks), sentence(marks), milestones(marks, most))


def year_marks(questions: pd.DataFrame) -> pd.DataFrame:
    """Return a mark for each dated question: year, place in its pile, and title, date and verdict in words.

    `questions` are those of `View.dates`, and a mark stands for as many dates as its question does (`alike`).
    """
    rows = dated_questions(questions)
    label = rows["verdict"].map(theme.verdict_name)
    more = [
        name if alike == 1 else _("{verdict}: this and {n} more", verdict=name, n=format.number(alike - 1))
        for name, alike in zip(label, rows["alike"], strict=True)
    ]
    return pd.DataFrame(
        {
            "question": rows["question"],
            "year": rows["year"],
            "place": rows.groupby("year").cumcount(),
            "title": rows["title"],
            "date": [format.values(values, "date") for values in rows["values"]],
            "verdict": rows["verdict"],
            "label": more,
            "low": rows["low"],
            "n_sources": rows["n_sources"],
            "alike": rows["alike"],
        }
    )


def milestones(marks: pd.DataFrame, most: int) -> dict[str, str]:
    """Return the dates that tell the story, in order, as Markdown by their questions.

    They are the first choice of each decade, then the rest.

    Chosen first is what is contested, then what more sources tell.
    """
    ranked = marks.assign(decade=marks["year"] // 10, calm=~marks["verdict"].isin(data.CONTESTED))
    ranked = ranked.sort_values(["calm", "n_sources", "low"], ascending=[True, False, True], kind="stable")
    chosen = pd.concat([ranked.drop_duplicates("decade"), ranked]).drop_duplicates("title").head(most)
    return {
        mark["question"]: f":{theme.LOOKS[mark['verdict']].theme}[{theme.LOOKS[mark['verdict']].glyph}] "
        f"**{markdown.escape(mark['date'])}** {markdown.escape(mark['title'])}"
        for mark in chosen.sort_values("low", kind="stable").to_dict("records")
    }


def sentence(marks: pd.DataFrame) -> str:
    """Return what the small timeline shows: its span, its fullest year, and how much is contested."""
    years = marks.groupby("year")["alike"].sum()
    told = _(
        "{n} date from {first} to {last}: most in {fullest} ({most}); {contested} contested.",
        "{n} dates from {first} to {last}: most in {fullest} ({most}); {contested} contested.",
        n=int(years.sum()),
        first=str(years.index.min()),
        last=str(years.index.max()),
        fullest=str(years.idxmax()),
        most=int(years.max()),
        contested=int(marks.loc[marks["verdict"].isin(data.CONTESTED), "alike"].sum()),
    )
    most = int(marks["alike"].max())
    return told if most == 1 else f"{told} {_('Each mark stands for {n} dates at most.', n=most)}"


def chart(marks: pd.DataFrame) -> Picture:
    """Return the small timeline; its marks shrink with the room, so that they never overlap."""
    most = int(marks["place"].max()) + 1
    params = {"first": int(marks["year"].min()) - 1, "last": int(marks["year"].max()) + 1, "most": most}
    shown = marks[["year", "place", "title", "date", "verdict", "label"]]
    return Picture.of(_template(), {"dates": shown}, params, min(HIGHEST, STEP * most) + AXIS)


@template
def _template() -> dict[str, Any]:
    from components.timeline import year_dots_template

    return year_dots_template.year_dots()
