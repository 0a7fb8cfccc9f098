"""The pictures of a file without a script, each with what it shows in words: on paper, or on screens of any width."""

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd

import data
from components.charts import svg, theme
from components.charts.answer_rows import answer_marks, gap_range, shared_range
from components.charts.axes import number_axis, time_axis
from components.words import format
from components.words.i18n import _
from data.events import dated_questions

PAPER, SCREENS = (svg.WIDTH,), (svg.WIDTH, svg.NARROW)
"""The widths in which a picture is drawn: the page shows the one that there is room for."""
STYLE = """
figure { margin: .4em 0 }
figure svg { display: block; width: 100%; height: auto }
figcaption { font-size: .875em }
"""


def picture_of_dates(view: data.View, most: int, widths: Sequence[int] = PAPER) -> str:
    """Return the dates of a view by year, with so many marks at most, as HTML; empty where there are none."""
    marks = dated_questions(view.dates(most))
    if marks.empty:
        return ""
    told = _("When it happened, as the sources say it: a mark for each question, by year.")
    if (marks["alike"] > 1).any():
        told = f"{told} {_('Each mark stands for {n} dates at most.', n=int(marks['alike'].max()))}"
    looks = format.join(theme.verdict_name(name) for name in data.VERDICTS if (marks["verdict"] == name).any())
    return picture(lambda width: svg.years(marks, told, width), f"{told} {looks}.", widths)


def picture_of_answers(
    question: pd.Series, rows: pd.DataFrame, told: str, caption: str = "", widths: Sequence[int] = PAPER, lines: int = 1
) -> str:
    """Return answers to a question that has an axis, `rows` of `answer_rows`, as HTML; `told` are they in words.

    The words of each stand on so many lines at most. What all share is named below, before the caption.
    """
    dates = question["kind"] == "date"
    axis = time_axis(rows) if dates else number_axis(rows, question["unit"])
    shared, gap = shared_range(question, rows), gap_range(question)
    marked = rows.join(answer_marks(rows["relation"], rows["derived"], rows["denies"]))

    def drawn(width: int) -> str:
        return svg.answers(marked, axis, told, dates=dates, shared=shared, gap=gap, width=width, lines=lines)

    return picture(drawn, " · ".join(filter(None, [f"▒ {shared.words}" if shared else "", caption])), widths)


def picture(drawn: Callable[[int], str], caption: str, widths: Sequence[int]) -> str:
    """Return a picture as HTML, drawn in each of these widths, above what is said of it."""
    wide = "".join(
        f'<div class="{"wide" if width == svg.WIDTH else "narrow"}">{drawn(width)}</div>' for width in widths
    )
    told = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f"<figure>{wide}{told}</figure>"
