"""One event opened: every claim on it stands somewhere, and what is contested leads to the comparison."""

from collections.abc import Iterable

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import open_page, write_small

pytestmark = pytest.mark.usefixtures("small")


def opened(event: str) -> AppTest:
    return open_page("timeline", event=event)


def page_links(app: AppTest) -> Iterable[str]:
    return [link.proto.label for link in app.get("page_link")]


def test_dates_are_shown_with_their_question_verdict_and_wordings() -> None:
    app = opened("coup")
    said = "\n".join(part.value for part in app.markdown)
    assert any(r"**When did it happen\: The coup?**" in label for label in page_links(app))
    for stated in ("September 2022", "in 2022", "July 2022"):
        assert f"“{stated}”" in said


def test_a_contested_question_leads_to_the_comparison_and_an_agreed_one_does_not() -> None:
    assert r"Compare the sources: When did it happen\: The coup? →" in page_links(opened("coup"))
    assert not [label for label in page_links(opened("trade")) if label.startswith("Compare the sources")]


def test_what_is_no_date_stands_in_a_table_that_is_counted() -> None:
    app = opened("trade")
    assert "2 more claims on this event" in [expander.label for expander in app.expander]
    assert not [each for each in opened("coup").expander if "more claim" in each.label]


def test_of_many_dates_the_first_are_cards_and_the_table_has_all(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = "event,source,attribute,value\n" + "".join(f"coup,s{n},date,20{n:02}\n" for n in range(1, 14))
    folder = write_small(tmp_path_factory.mktemp("many"), claims=claims, sources="")
    monkeypatch.setenv("TABLES", str(folder))
    assert "13 more claims on this event" in [expander.label for expander in opened("coup").expander]
