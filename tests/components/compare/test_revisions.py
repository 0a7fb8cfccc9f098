"""What later editions revised, in words, in a picture and as a table."""

import pandas as pd
import pytest

import data
from components.compare import revisions
from tests.data.inline import small

CLAIMS = "event, source, attribute, value, unit, period\n" + "\n".join(
    f"vote, {source}, votes, {value}, votes, {year}"
    for source, values in (("old", (60, 70, 80, 90, 50)), ("new", (61, 72, 80, 120, 40)))
    for year, value in zip(range(2000, 2005), values, strict=True)
)


@pytest.fixture
def view() -> data.View:
    return small(
        CLAIMS, attributes="attribute, kind\nvotes, quantity", sources="source, replaces\nold,\nnew, old"
    ).select(data.Selection())


def test_a_revision_is_told_with_how_much_and_how_widely(view: data.View) -> None:
    [pair] = view.found.revisions.to_dict("records")
    told = revisions.sentence(view.found, pair)
    assert told == (
        "new, beside old: 4 of 5 answers revised, 2000–2004. "
        "The widest: vote: votes (2003), 90 votes in the earlier, 120 votes in the later."
    )


def test_the_picture_has_each_revised_number_of_both_editions_in_the_middle_of_its_time(view: data.View) -> None:
    most = revisions.most_revised(view.found.revised)
    drawn = revisions.picture(most).frames["revised"]
    assert drawn["older"].tolist() == [60, 70, 90, 50]
    assert drawn["newer"].tolist() == [61, 72, 120, 40]
    years = (pd.to_timedelta(drawn["x"], unit="D") + pd.Timestamp("1970-01-01")).dt.strftime("%Y-%m")
    assert years.tolist() == ["2000-07", "2001-07", "2003-07", "2004-07"]
    assert revisions.picture(most).template is revisions.picture(most.head(1)).template


def test_the_table_has_both_answers_by_question(view: data.View) -> None:
    table = revisions.readers_table(view.found.tables, view.found.revised)
    assert table.iloc[2].tolist() == ["vote/votes/2003/votes", "vote: votes (2003)", "90 votes", "120 votes"]


def test_the_widest_revision_may_be_of_days_with_a_period() -> None:
    claims = """event, source, attribute, value, unit, period
        e, old, date, 2020-01-01, , 2020
        e, new, date, 2020-01-09, , 2020
        e, old, n, 5, t,
        e, new, n, 6, t,"""
    view = small(claims, sources="source, replaces\nold,\nnew, old").select(data.Selection())
    told = revisions.sentence(view.found, view.found.revisions.to_dict("records")[0])
    assert told.startswith("new, beside old: 2 of 2 answers revised, 2020. The widest: ")
