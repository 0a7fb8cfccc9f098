"""The answers to one question on one axis, against tables whose right picture is known."""

from typing import Any

import pytest

import data
from components.charts import answers
from components.charts.draw import Picture
from components.words.questions import verdict_remarks
from tests.components.charts.examples import asked, told


def drawn(picture: Picture) -> list[dict[Any, Any]]:
    """Return every row of data that a chart draws, `None` for what is missing as the browser sees it."""
    frames = picture.frames.values()
    return [row for frame in frames for row in frame.astype(object).where(frame.notna(), None).to_dict("records")]


def test_a_day_is_a_dot_a_month_a_bar_and_an_open_end_an_arrow(tables: data.Tables) -> None:
    rows = {
        row["caption"]: row
        for row in drawn(
            answers.picture(tables.compare(), asked(tables, "embassy/date"), tables.select(data.Selection()).claims)
        )
        if "dot" in row
    }
    assert rows["Encyclopedia: July 2023"]["dot"] is None
    month = rows["Encyclopedia: July 2023"]
    assert month["x2"] - month["x"] == 31
    day = rows["Encyclopedia: 28 December 2023"]
    assert day["x"] < day["dot"] < day["x2"] == day["x"] + 1
    closure = next(
        row
        for row in drawn(
            answers.picture(tables.compare(), asked(tables, "closure/date"), tables.select(data.Selection()).claims)
        )
        if "dot" in row
    )
    assert closure["after"]
    assert not closure["before"]


def test_a_range_has_a_bracket_but_no_dot(tables: data.Tables) -> None:
    rows = [
        row
        for row in drawn(
            answers.picture(
                tables.compare(), asked(tables, "trade/amount/2009/persons"), tables.select(data.Selection()).claims
            )
        )
        if "dot" in row
    ]
    assert [(row["x"], row["x2"], row["dot"]) for row in rows] == [(200, 999, None)]
    below = told(tables, "trade/amount/2009/percent")
    assert not below["point"].any()


def test_names_stand_in_groups_and_a_part_names_its_whole(tables: data.Tables) -> None:
    headings = [
        row["heading"]
        for row in drawn(
            answers.picture(tables.compare(), asked(tables, "place/status"), tables.select(data.Selection()).claims)
        )
        if "heading" in row
    ]
    assert headings == ["Burkina Faso", "Ouagadougou, part of Burkina Faso"]


def test_what_else_is_to_be_known_of_a_verdict(tables: data.Tables) -> None:
    assert any("percent of the lower" in line for line in verdict_remarks(asked(tables, "trade/amount/2008/USD")))
    assert any("outline" in line for line in verdict_remarks(asked(tables, "visit/date")))
    assert verdict_remarks(asked(tables, "embassy/date")) == []


@pytest.mark.parametrize("shipped", [False, True])
def test_every_question_has_a_picture(tables: data.Tables, shipped: bool) -> None:
    whole = data.load() if shipped else tables
    questions = whole.compare().questions
    several = questions.sort_values("n_claims", ascending=False).groupby(["kind", "verdict"]).head(1)
    for _place, question in several.iterrows():
        assert drawn(answers.picture(whole.compare(), question, whole.select(data.Selection()).claims))
