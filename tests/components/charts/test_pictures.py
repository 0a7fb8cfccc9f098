"""The pictures of a file without a script: for paper, and for a wide and a narrow screen."""

import data
from components.charts.answer_rows import answer_rows
from components.charts.pictures import SCREENS, picture_of_answers, picture_of_dates
from tests.components.charts.examples import asked
from tests.data.inline import small


def test_dates_are_drawn_once_for_paper_and_twice_for_screens(tables: data.Tables) -> None:
    view = tables.select(data.Selection())
    assert picture_of_dates(view, 500).count("<svg") == 1
    screens = picture_of_dates(view, 500, SCREENS)
    assert screens.count('<div class="wide"><svg') == screens.count('<div class="narrow"><svg') == 1
    assert "<figcaption>When it happened, as the sources say it: a mark for each question, by year. ◆ " in screens
    assert "Each mark stands for" not in screens
    assert picture_of_dates(tables.select(data.Selection(topics=("trade",))), 500) == ""


def test_of_many_dates_a_mark_stands_for_several() -> None:
    made = small([{"event": f"e{n}", "source": "A", "attribute": "date", "value": "2020"} for n in range(2)])
    assert "Each mark stands for 2 dates at most. ◉ Sole source." in picture_of_dates(made.select(data.Selection()), 1)


def test_answers_are_drawn_with_what_is_said_of_them(tables: data.Tables) -> None:
    question = asked(tables, "coup/date")
    rows = answer_rows(tables.compare(), question.to_frame().T, tables.select(data.Selection()).claims)
    html = picture_of_answers(question, rows, 'told "so"', "2 more < 3")
    assert 'aria-label="told &quot;so&quot;"' in html
    assert "<figcaption>2 more &lt; 3</figcaption>" in html
    assert "figcaption" not in picture_of_answers(question, rows, "")


def test_what_all_answers_share_is_named_below_the_shade(tables: data.Tables) -> None:
    question = asked(tables, "visit/date")
    rows = answer_rows(tables.compare(), question.to_frame().T, tables.select(data.Selection()).claims)
    html = picture_of_answers(question, rows, "told", "1 more")
    assert "<figcaption>▒ All answers meet: 5 June 2024 · 1 more</figcaption>" in html
