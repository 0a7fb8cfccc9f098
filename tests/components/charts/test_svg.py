"""Charts as SVG: whole, escaped, each mark where it belongs."""

from xml.etree import ElementTree as ET

import pandas as pd
import pytest

import data
from components.charts import axes, svg
from components.charts.answer_rows import answer_marks, gap_range, shared_range
from tests.components.charts.examples import asked, told

NAMESPACE = "{http://www.w3.org/2000/svg}"


def texts(picture: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(picture).iter(f"{NAMESPACE}text")]


def marked(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.join(answer_marks(rows["relation"], rows["derived"], rows["denies"]))


def drawn(tables: data.Tables, question: str) -> str:
    row, rows = asked(tables, question), told(tables, question)
    dates = row["kind"] == "date"
    axis = axes.time_axis(rows) if dates else axes.number_axis(rows, row["unit"])
    rows = marked(rows)
    return svg.answers(rows, axis, "in words", dates=dates, shared=shared_range(row, rows), gap=gap_range(row))


def test_a_mark_stands_for_each_date_and_no_two_meet() -> None:
    marks = pd.DataFrame({"year": [1967, 2022, 2022, 2023], "verdict": ["agree", "conflict", "sole source", "agree"]})
    root = ET.fromstring(svg.years(marks, 'dates & "years"'))
    assert root.get("aria-label") == 'dates & "years"'
    places = [path.get("transform") for path in root.iter(f"{NAMESPACE}path") if path.get("transform")]
    assert len(places) == len(set(places)) == 4
    assert {"1970", "2020"} < set(texts(svg.years(marks, "")))


@pytest.mark.parametrize(
    "question", ["coup/date", "closure/date", "trade/amount/2008/USD", "trade/amount/2009/percent"]
)
def test_each_answer_has_its_words_and_its_mark(tables: data.Tables, question: str) -> None:
    picture = drawn(tables, question)
    rows = told(tables, question)
    assert [text for text in texts(picture) if text in set(rows["caption"])] == rows["caption"].tolist()
    marks = picture.count("<rect") + picture.count("transform=")
    assert marks >= len(rows)


def test_an_open_end_has_an_arrow_and_a_gap_its_words(tables: data.Tables) -> None:
    assert drawn(tables, "closure/date").count("6l-7,6z") + drawn(tables, "closure/date").count("6l7,6z") == 1
    assert any("days apart" in text for text in texts(drawn(tables, "coup/date")))


def test_words_at_an_axis_never_touch_and_stand_at_even_steps(tables: data.Tables) -> None:
    rows = marked(told(tables, "coup/date"))
    axis = axes.Axis(0, 100, {float(tick): f"a long word {tick}" for tick in range(0, 101, 10)})
    shown = {width: [text for text in texts(svg.answers(rows, axis, "", dates=True, width=width)) if "long" in text]
             for width in (svg.WIDTH, svg.NARROW)}  # fmt: skip
    assert [text.rsplit(" ", 1)[1] for text in shown[svg.WIDTH]] == ["0", "30", "60", "90"]
    assert [text.rsplit(" ", 1)[1] for text in shown[svg.NARROW]] == ["0", "60"]


def test_words_that_do_not_fit_are_broken_on_a_narrow_screen(tables: data.Tables) -> None:
    rows = marked(told(tables, "coup/date")).assign(caption="word " * 30)
    axis = axes.time_axis(rows)
    wide, narrow = (texts(svg.answers(rows, axis, "", dates=True, width=width, lines=3)) for width in (680, 340))
    assert sum(text.startswith("word") for text in wide) == 2 * len(rows)
    assert sum(text.startswith("word") for text in narrow) == 3 * len(rows)
    cut = texts(svg.answers(rows, axis, "", dates=True, width=svg.NARROW, lines=2))
    assert sum(text.endswith("…") for text in cut) == len(rows)


def test_words_are_text(tables: data.Tables) -> None:
    rows = told(tables, "coup/date").assign(caption="<script>&" + "x" * 300)
    picture = svg.answers(marked(rows), axes.time_axis(rows), "<b>", dates=True)
    assert texts(picture)[0].startswith("<script>&xxx")
    assert len(texts(picture)[0]) == svg.LETTERS
