"""A small timeline: one mark a dated question, piled up by year, with its verdict's shape and colour."""

from typing import Any

import pandas as pd

import data
from components.charts import theme
from components.words import format, markdown
from components.words.i18n import _
from data.events import dated_questions

HIGHEST, AXIS = 240, 36
STEP = 13  # pixels from one mark to the one above it, where there is room


def year_marks(questions: pd.DataFrame) -> pd.DataFrame:
    """Return a mark for each dated question: year, place in its pile, and title, date and verdict in words."""
    rows = dated_questions(questions)
    return pd.DataFrame(
        {
            "year": rows["year"],
            "place": rows.groupby("year").cumcount(),
            "title": rows["title"],
            "date": [format.values(values, "date") for values in rows["values"]],
            "verdict": rows["verdict"],
            "label": rows["verdict"].map(theme.verdict_name),
            "low": rows["low"],
            "n_sources": rows["n_sources"],
        }
    )


def milestones(marks: pd.DataFrame, most: int) -> list[str]:
    """Return the dates that tell the story, in order, as Markdown: the first choice of each decade, then the rest.

    Chosen first is what is contested, then what more sources tell.
    """
    ranked = marks.assign(decade=marks["year"] // 10, calm=~marks["verdict"].isin(data.CONTESTED))
    ranked = ranked.sort_values(["calm", "n_sources", "low"], ascending=[True, False, True], kind="stable")
    chosen = pd.concat([ranked.drop_duplicates("decade"), ranked]).drop_duplicates("title").head(most)
    return [
        f":{theme.LOOKS[mark['verdict']].theme}[{theme.LOOKS[mark['verdict']].glyph}] "
        f"**{markdown.escape(mark['date'])}** {markdown.escape(mark['title'])}"
        for mark in chosen.sort_values("low", kind="stable").to_dict("records")
    ]


def sentence(marks: pd.DataFrame) -> str:
    """Return what the small timeline shows: its span, its fullest year, and how much is contested."""
    years = marks["year"].value_counts()
    fullest = int(years[years == years.max()].index.min())
    return _(
        "{n} date from {first} to {last}: most in {fullest} ({most}); {contested} contested.",
        "{n} dates from {first} to {last}: most in {fullest} ({most}); {contested} contested.",
        n=len(marks),
        first=str(marks["year"].min()),
        last=str(marks["year"].max()),
        fullest=str(fullest),
        most=int(years.max()),
        contested=int(marks["verdict"].isin(data.CONTESTED).sum()),
    )


def chart(marks: pd.DataFrame) -> Any:
    """Return the small timeline as an Altair chart; its marks shrink with the room, so that they never overlap."""
    import altair as alt

    first, last, most = int(marks["year"].min()), int(marks["year"].max()), int(marks["place"].max()) + 1
    room = f"min({STEP - 2}, 0.92 * width / {last - first + 2}, 0.92 * height / {most})"
    years = alt.X(
        "year:Q", title=None, scale=alt.Scale(domain=[first - 1, last + 1]), axis=alt.Axis(format="d", grid=False)
    )
    return theme.with_altair_theme(
        alt.Chart(marks, height=min(HIGHEST, STEP * most) + AXIS)
        .mark_point(filled=True, opacity=1, size={"expr": f"pow({room}, 2) * 0.9"}, strokeWidth=0)
        .encode(
            x=years,
            y=alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[-0.5, most - 0.5])),
            color=theme.verdict_colour(legend=None),
            shape=theme.verdict_shape(legend=None),
            tooltip=[
                alt.Tooltip("title", title=_("Event")),
                alt.Tooltip("date", title=_("Date")),
                alt.Tooltip("label", title=_("Verdict")),
            ],
        )
    )
