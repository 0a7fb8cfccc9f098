"""The overview: what this is, what is contested most, when, and how to read it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import data
from tests.app import open_page, text_of, write_small


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


@pytest.mark.usefixtures("small")
def test_the_counts_are_those_of_the_tables() -> None:
    app = open_page("overview")
    assert [title.value for title in app.title] == ["Burkina Faso and Russia: what the sources say"]
    assert metrics(app) == {
        "Sources": "3",
        "Claims": "12",
        "Questions that they answer": "7",
        "Independently contested": "2",
    }


@pytest.mark.usefixtures("small")
def test_the_most_contested_questions_are_told_in_a_sentence_and_link_to_their_question() -> None:
    app = open_page("overview")
    text = text_of(app)
    told = [
        "The first report\\: 2022; The second report\\: July 2022; Encyclopedia\\: September 2022; 32 days apart.",
        "The president \\(as told by Encyclopedia\\), denying\\: present; The first report\\: present.",
        "Encyclopedia\\: July 2023 and 28 December 2023; 150 days apart.",
    ]
    assert sorted(told, key=text.index) == told
    assert ":violet-badge[◆ Self-contradiction]" in text
    links = [link.proto.query_string for link in app.get("page_link")]
    assert links[:3] == ["question=coup%2Fdate", "question=wagner%2Fstatus", "question=embassy%2Fdate"]


@pytest.mark.usefixtures("small")
def test_the_six_verdicts_are_explained_with_their_counts() -> None:
    text = text_of(open_page("overview"))
    assert ":gray-badge[◉ Sole source] 3 questions" in text
    assert ":red-badge[✕ Conflict] 1 question" in text
    assert ":green-badge[■ Compatible] 0 questions" in text


@pytest.mark.usefixtures("small")
def test_sources_are_those_of_which_a_claim_is_left() -> None:
    shown = metrics(open_page("overview", topic=["trade"]))
    assert (shown["Sources"], shown["Claims"]) == ("2", "2")


@pytest.mark.usefixtures("small")
def test_verdicts_are_those_among_the_chosen_sources() -> None:
    app = open_page("overview", source=["b", "c"])
    assert metrics(app)["Independently contested"] == "0"
    assert "No contested question is among those shown." in text_of(app)


def test_no_dates_no_timeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLES", str(tmp_path))
    write_small(tmp_path, claims="event,source,attribute,value\ne,a,who,Ms A\n", sources="", events="", attributes="")
    app = open_page("overview")
    assert [title.value for title in app.title] == ["What the sources say"]
    assert "When it happened" not in text_of(app)


def test_the_shipped_tables_show_the_encyclopedia_against_itself() -> None:
    app = open_page("overview", set=["core"])
    assert r"English Wikipedia \(as given\)\: July 2023 and 28 December 2023; 150 days apart." in text_of(app)
    core = data.load().select(data.Selection(set="core"))
    assert metrics(app)["Sources"] == "5"
    assert metrics(app)["Claims"] == f"{len(core.claims):,}"


@pytest.mark.usefixtures("small")
def test_after_a_search_all_questions_found_are_listed_contested_or_not() -> None:
    app = open_page("overview", q="visit")
    assert "The questions found" in [header.value for header in app.header]
    shown = [link.proto.query_string for link in app.get("page_link")]
    assert "question=visit%2Fdate" in shown  # which two sources answer alike
    assert "question=visit%2Fdate%2Fplanned" in shown
