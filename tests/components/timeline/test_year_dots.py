"""The small timeline."""

from pathlib import Path

import pandas as pd

import data
from components.timeline import year_dots


def marks(small: Path) -> list[dict]:
    return year_dots.year_marks(data.load(small).select(data.Selection()).dates(year_dots.MOST_MARKS)).to_dict(
        "records"
    )


def test_a_mark_for_each_dated_question_that_is_no_plan(small: Path) -> None:
    assert marks(small) == [
        {
            "question": "embassy/date",
            "year": 2023,
            "place": 0,
            "title": "Reopening of the embassy",
            "date": "July 2023 or 28 December 2023",
            "verdict": "self-contradiction",
            "label": "◆ Self-contradiction",
            "low": "2023-07-01",
            "n_sources": 1,
            "alike": 1,
        },
        {
            "question": "coup/date",
            "year": 2022,
            "place": 0,
            "title": "The coup",
            "date": "2022, July 2022 or September 2022",
            "verdict": "conflict",
            "label": "✕ Conflict",
            "low": "2022-01-01",
            "n_sources": 3,
            "alike": 1,
        },
        {
            "question": "visit/date",
            "year": 2024,
            "place": 0,
            "title": "The visit",
            "date": "5 June 2024",
            "verdict": "agree",
            "label": "● Agree",
            "low": "2024-06-05",
            "n_sources": 2,
            "alike": 1,
        },
    ]


def test_what_it_shows_in_a_sentence(small: Path) -> None:
    dated = year_dots.year_marks(data.load(small).select(data.Selection()).dates(year_dots.MOST_MARKS))
    assert year_dots.sentence(dated) == "3 dates from 2022 to 2024: most in 2022 (1); 2 contested."


def test_a_mark_stands_for_several_dates_where_there_are_many(tmp_path: Path) -> None:
    rows = "".join(f"e{n},a,date,{2000 + n % 2}-01-01\n" for n in range(24)) + "e0,b,date,2000-02-01\n"
    tmp_path.joinpath("claims.csv").write_text(f"event,source,attribute,value\n{rows}")
    view = data.load(tmp_path).select(data.Selection())
    every, few = year_dots.year_marks(view.dates(24)), year_dots.year_marks(view.dates(5))
    assert len(every) == 24
    assert year_dots.sentence(every) == "24 dates from 2000 to 2001: most in 2000 (12); 1 contested."
    assert sorted(zip(few["year"], few["verdict"], few["alike"], strict=True)) == [
        (2000, "conflict", 1),
        (2000, "sole source", 1),
        (2000, "sole source", 5),
        (2000, "sole source", 5),
        (2001, "sole source", 2),
        (2001, "sole source", 5),
        (2001, "sole source", 5),
    ]
    assert year_dots.sentence(few) == f"{year_dots.sentence(every)} Each mark stands for 5 dates at most."
    assert "◉ Sole source: this and 4 more" in set(few["label"])


def test_marks_of_one_year_are_piled_up(small: Path) -> None:
    questions = data.load(small).select(data.Selection()).dates(year_dots.MOST_MARKS)
    questions["low"] = questions["low"].mask(questions["low"].notna(), "2024-01-01")
    dated = year_dots.year_marks(questions)
    assert sorted(dated["place"]) == [0, 1, 2]
    assert dated.sort_values("place")["verdict"].tolist() == ["self-contradiction", "conflict", "agree"]
    assert year_dots.chart(dated).height == year_dots.STEP * 3 + year_dots.AXIS


def test_a_template_is_the_same_for_other_data(small: Path) -> None:
    dated = year_dots.year_marks(data.load(small).select(data.Selection()).dates(year_dots.MOST_MARKS))
    assert year_dots.chart(dated.head(1)).template is year_dots.chart(dated).template


def test_milestones_are_the_first_choice_of_each_decade_then_what_is_contested() -> None:
    mark = {"place": 0, "label": "", "n_sources": 1, "alike": 1, "verdict": "sole source"}
    marks = pd.DataFrame(
        [
            {**mark, "year": 1967, "low": "1967-02-18", "date": "1967", "question": "first/date", "title": "First"},
            {**mark, "year": 2023, "low": "2023-01-01", "date": "2023", "question": "small/date", "title": "Small"},
            {
                **mark,
                "year": 2022,
                "low": "2022-09-01",
                "date": "2022",
                "question": "coup/date",
                "title": "Coup",
                "n_sources": 5,
            },
            {
                **mark,
                "year": 2023,
                "low": "2023-07-01",
                "date": "2023",
                "question": "embassy/date",
                "title": "Embassy",
                "verdict": "conflict",
            },
        ]
    )
    assert year_dots.milestones(marks, 3) == {
        "first/date": ":gray[◉] **1967** First",
        "coup/date": ":gray[◉] **2022** Coup",
        "embassy/date": ":red[✕] **2023** Embassy",
    }
    assert len(year_dots.milestones(marks, 9)) == 4


def test_the_whole_is_made_once_a_choice_and_nothing_where_nothing_is_dated(small: Path) -> None:
    tables = data.load(small)
    view = tables.select(data.Selection())
    found = year_dots.year_dots(view, 2)
    assert found is not None
    assert found.told == "3 dates from 2022 to 2024: most in 2022 (1); 2 contested."
    assert len(found.milestones) == 2
    assert found.picture.frames["dates"]["year"].tolist() == [mark["year"] for mark in marks(small)]
    assert year_dots.year_dots(view, 2) is found
    assert year_dots.year_dots(tables.select(data.Selection(topics=("trade",))), 2) is None
