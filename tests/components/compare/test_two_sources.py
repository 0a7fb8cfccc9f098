"""Two sources: how often they agree, on what they part, and what each alone tells."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import data
from components.compare import two_sources
from tests.app import SMALL, open_page, text_of, write_small
from tests.components.compare.examples import everything


def opened(**address: str) -> AppTest:
    return open_page("compare", view="pair", **address)


def beside(view: data.View, one: str, other: str) -> pd.DataFrame:
    return two_sources.answers_beside(view, two_sources.relations_beside(view, one, other), one, other)


def test_each_question_of_two_sources_those_that_part_first(tables: data.Tables) -> None:
    rows = beside(everything(tables), "a", "b")
    assert list(zip(rows["question"], rows["how"], rows["one"], rows["other"], strict=True)) == [
        ("wagner/status", "reported", "not present, quoting The president", "present"),
        ("coup/date", "finer", "September 2022", "2022"),
        ("embassy/date", "only one", "July 2023; 28 December 2023", ""),
        ("trade/amount/2008/USD", "only one", "3.2 million USD", ""),
        ("trade/amount/2009/t", "only other", "", "about 3,500 t"),
        ("visit/date", "only other", "", "5 June 2024"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "a",
            "b",
            "Ann and Bob both answer 2 questions: on 1 the finer answer is in Ann"
            " and they part on 1 only in what they report of others.",
        ),
        ("a", "c", "Ann and Bob both answer 1 question: they part on 1."),
        (
            "b",
            "c",
            "Ann and Bob both answer 2 questions: they agree on 1 and on 1 the finer answer is in Bob."
            " Of these, 1 goes back to one origin for both: one report, not corroboration.",
        ),
    ],
)
def test_two_sources_in_a_sentence(tables: data.Tables, one: str, other: str, told: str) -> None:
    rows = beside(everything(tables), one, other)
    assert two_sources.pair_sentence(rows, "Ann", "Bob") == told


def test_two_sources_that_share_nothing(tables: data.Tables) -> None:
    rows = beside(everything(tables, topics=("trade",)), "a", "b")
    assert two_sources.pair_sentence(rows, "Ann", "Bob") == "Ann and Bob answer no question in common."


@pytest.mark.usefixtures("small")
def test_a_link_opens_the_pair() -> None:
    app = opened(one="b", other="c")
    assert "The first report and The second report" in [head.value for head in app.header]
    assert "they agree on 1" in text_of(app)
    assert "Nothing is picked yet" not in text_of(app)


@pytest.mark.usefixtures("small")
def test_nothing_picked_shows_a_pair_and_says_so() -> None:
    app = opened()
    assert "Nothing is picked yet" in text_of(app)
    assert "Encyclopedia and The first report" in [head.value for head in app.header]


@pytest.mark.usefixtures("small")
def test_an_unknown_id_is_told_kindly() -> None:
    app = opened(one="nosuch", other="c")
    assert "nosuch" in app.info[0].value
    assert "The second report" in app.header[-1].value


@pytest.mark.usefixtures("small")
def test_picking_another_source_changes_the_address() -> None:
    app = opened(one="b", other="c")
    app.selectbox(key="other_in_words").select("a").run()
    assert app.query_params["other"] in ("a", ["a"])
    assert "Encyclopedia" in app.header[-1].value


@pytest.mark.usefixtures("small")
def test_where_they_part_links_to_the_question() -> None:
    text = text_of(opened(one="a", other="c"))
    assert "?question=coup%2Fdate" in text
    assert "32 days apart" in text


def test_sources_called_as_heads_of_the_tables_have_their_columns(tmp_path: Path) -> None:
    sources = SMALL["sources.csv"].replace("Encyclopedia", "Question").replace("The first report", "How")
    view = everything(data.load(write_small(tmp_path, sources=sources)))
    rows = two_sources.relations_beside(view, "a", "b")
    file = two_sources.file_table(view, "a", "b")
    assert list(file.columns) == ["question", "Question", "How", "Question ", "How ", "From one origin"]
    finer = two_sources.rows_of(rows, two_sources.FINER)
    shown = two_sources.readers_table(
        view, two_sources.answers_beside(view, finer, "a", "b"), two_sources.FINER, "a", "b"
    )
    assert list(shown.columns) == ["question", "asked", "Question ", "How", "Which"]


def test_many_pairs_of_which_none_shares_with_another_have_a_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [f"e{pair},{side}{pair:02},n,{pair}" for pair in range(20) for side in "ab"]
    folder = tmp_path / "apart"
    folder.mkdir()
    for name, lines in {
        "claims": ["event,source,attribute,value", *said],
        "attributes": ["attribute,kind,label", "n,quantity,Number"],
        "sources": ["source,title", *(f"{side}{pair:02},{side}{pair:02}" for side in "ab" for pair in range(20))],
        "events": ["event,title", *(f"e{pair},Event {pair}" for pair in range(20))],
    }.items():
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("TABLES", str(folder))
    text = text_of(opened())
    assert "Of 40 sources that share any, the 16 are shown" in text
    assert "a00 and b00 both answer 1 question" in text
