"""The filters in the sidebar, the address, and the sentence on the page. What they keep is tested with `data`."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.words import markdown
from tests.app import open_page, text_of, write_small


def count(app: AppTest) -> str:
    """How many claims are left, as the sidebar says."""
    return app.sidebar.markdown[0].value


def counts(app: AppTest, key: str) -> dict[str, int]:
    """How much each option of a choice leaves, as it is written behind it."""
    styles = "".join(html.proto.body for html in app.get("html"))
    written = re.findall(rf'\.st-key-{key} button:nth-of-type\((\d+)\) p::after \{{content: " (\d+)"', styles)
    assert [int(place) for place, _number in written] == [1 + n for n in range(len(written))]
    return dict(zip(app.button_group(key=key).options, (int(number) for _place, number in written), strict=True))


@pytest.mark.usefixtures("small")
def test_all_is_shown_where_nothing_is_chosen() -> None:
    app = open_page("claims")
    assert count(app) == "**12** of 12 claims"
    assert "All 12 claims of 3 sources." in text_of(app)
    assert app.button(key="filters_reset").disabled


@pytest.mark.usefixtures("small")
def test_the_words_for_ids_are_drawn_once_and_in_order() -> None:
    app = open_page("claims")
    assert app.button_group(key="source_in_words").options == ["Encyclopedia", "The first report", "The second report"]
    assert counts(app, "topic_in_words") == {"Defence": 1, "Diplomacy": 3, "Politics": 1, "Trade": 2}
    assert counts(app, "scope_in_words") == {"Bilateral": 6, "Context": 1}
    assert app.select_slider(key="period").value == ("2008", "2024")
    assert not [group for group in app.sidebar.button_group if group.key == "set_in_words"]  # one set is no choice


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("address", "left", "told"),
    [
        ({"source": ["a"]}, 5, "sources: Encyclopedia"),
        ({"source": ["a", "b"]}, 9, "sources: Encyclopedia or The first report"),
        ({"topic": ["trade", "defence"]}, 4, "topics: Trade or Defence"),
        ({"verdict": ["self-contradiction"]}, 2, "verdicts: Self-contradiction"),
        ({"verdict": ["sole-source"]}, 3, "verdicts: Sole source"),
        ({"scope": ["context"]}, 3, "scope: Context"),
        ({"period": ["2023", "2024"]}, 7, "period: 2023 or later"),
        ({"period": ["2008", "2009"]}, 4, "period: 2009 or earlier"),
        ({"period": ["2022", "2023"]}, 7, "period: 2022–2023"),
        ({"independent": "true"}, 7, "origins: independent only"),
        ({"q": "encyclopedia july"}, 5, "words: “encyclopedia july”"),
    ],
)
def test_a_link_fills_the_filters_and_is_told_on_the_page(address: dict, left: int, told: str) -> None:
    app = open_page("claims", **address)
    assert count(app) == f"**{left}** of 12 claims"
    assert markdown.escape(f"{left} of 12 claims. Chosen: {told}.") in text_of(app)


@pytest.mark.usefixtures("small")
def test_an_option_has_the_number_of_questions_that_it_leaves_beside_the_other_filters() -> None:
    app = open_page("claims", topic=["trade", "politics"], scope=["bilateral"])
    assert counts(app, "topic_in_words") == {"Defence": 1, "Diplomacy": 3, "Politics": 0, "Trade": 2}
    assert counts(app, "scope_in_words") == {"Bilateral": 2, "Context": 1}


@pytest.mark.usefixtures("small")
def test_filters_hold_from_page_to_page() -> None:
    app = open_page("overview", source=["a"], topic=["trade"])
    for name in ("claims", "method"):
        app.switch_page(f"pages/{name}.py").run()
        assert count(app) == "**1** of 12 claims"
        assert app.button_group(key="source_in_words").value == ["a"]


@pytest.mark.usefixtures("small")
def test_what_is_chosen_in_words_is_kept_as_ids() -> None:
    app = open_page("claims")
    app.button_group(key="topic_in_words").set_value(["trade"]).run()
    assert app.session_state["topic"] == ["trade"]
    assert count(app) == "**2** of 12 claims"
    app.button_group(key="scope_in_words").set_value("context").run()
    assert app.session_state["scope"] == ["context"]
    assert count(app) == "**0** of 12 claims"


@pytest.mark.usefixtures("small")
def test_reset_shows_everything_again() -> None:
    app = open_page("claims", source=["a"], topic=["trade"], scope=["bilateral"], period=["2008", "2010"], q="oil")
    app.button(key="filters_reset").click().run()
    assert not app.exception
    assert count(app) == "**12** of 12 claims"
    assert app.select_slider(key="period").value == ("2008", "2024")
    assert app.text_input(key="q").value == ""


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "address",
    [
        {"source": ["nobody"], "topic": ["nothing"], "verdict": ["true"], "scope": ["both"]},
        {"period": ["1", "x"]},
        {"period": "2009"},
        {"q": ""},
    ],
)
def test_a_link_that_says_nonsense_shows_everything(address: dict) -> None:
    assert count(open_page("claims", **address)) == "**12** of 12 claims"


@pytest.mark.usefixtures("small")
def test_a_period_the_wrong_way_round_is_put_right() -> None:
    assert count(open_page("claims", period=["2009", "2008"])) == "**4** of 12 claims"


def test_many_sources_are_picked_from_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLES", str(tmp_path))
    claims = "event,source,attribute,value\n" + "".join(f"e,paper-{number},date,2023\n" for number in range(10))
    write_small(tmp_path, claims=claims, sources="", events="")
    app = open_page("claims", source=["paper-3"])
    app.selectbox(key="source_more").set_value("paper-7").run()
    assert app.session_state["source"] == ["paper-3", "paper-7"]
    assert count(app) == "**2** of 10 claims"
    app.button_group(key="source_in_words").set_value(["paper-7"]).run()
    assert app.session_state["source"] == ["paper-7"]


def test_two_sets_of_sources_are_a_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLES", str(tmp_path))
    write_small(tmp_path, sources="source,title,set\na,A,core\nb,B,core\nc,C,extended\n")
    app = open_page("claims", set=["core"])
    assert app.button_group(key="set_in_words").options == ["Core texts", "Further sources"]
    assert app.button_group(key="source_in_words").options == ["A", "B"]
    assert count(app) == "**9** of 12 claims"
    assert markdown.escape("Chosen: set: Core texts.") in text_of(app)


def test_a_table_without_years_has_no_period(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLES", str(tmp_path))
    claims = "event,source,attribute,value\ne,a,who,Ms A\n"
    write_small(tmp_path, claims=claims, sources="", events="", attributes="")
    app = open_page("overview")
    assert not app.sidebar.select_slider
    assert count(app) == "**1** of 1 claims"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ({}, ""),
        ({"source": ["a"], "verdict": ["sole-source"], "period": ["2009", "2022"]}, "a-sole-source-2009-2022"),
        ({"q": "../etc/passwd é"}, "-etc-passwd-é"),
    ],
)
def test_the_choice_as_part_of_a_file_name(address: dict, slug: str) -> None:
    def script() -> None:
        import os

        import streamlit as st

        import data
        from components.shell import filters

        filters.draw()
        st.text(filters.slug(filters.view(data.load(os.environ["TABLES"]))))

    app = AppTest.from_function(script, default_timeout=30)
    for key, value in address.items():
        app.query_params[key] = value
    assert app.run().text[0].value == slug


@pytest.mark.usefixtures("small")
def test_a_search_of_too_many_words_is_cut_and_says_so() -> None:
    app = open_page("claims", q=" ".join(["july"] * 500 + [f"w{n}" for n in range(900)]))
    assert "500 letters" in app.sidebar.caption[0].value
    assert len(text_of(app)) < 2000
