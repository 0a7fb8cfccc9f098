"""What is picked by hand or by a link: one id in the address, one widget in words."""

import time
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from components.shell.address import MOST_LETTERS
from tests.app import ROOT


def _picking() -> None:
    import streamlit as st

    from components.shell import address

    address.field("of")
    st.text(address.choose_one("Source", "of", {"a": "First", "b": "Second", "c": "Third"}, ["a", "b"]))


def _switching() -> None:
    import streamlit as st

    from components.shell import address

    st.text(address.switch("Lanes by", "lanes", {"": "Topic", "source": "Source"}))


def _turning() -> None:
    import streamlit as st

    from components.shell import address

    st.text(address.choose_page(st.session_state.get("rows", 25), 10))


def run(script: Callable[[], None], **address: str) -> AppTest:
    app = AppTest.from_function(script)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


@pytest.mark.parametrize(
    ("address", "picked", "listed"),
    [
        ({}, "a", ["First", "Second"]),
        ({"of": "b"}, "b", ["First", "Second"]),
        ({"of": "c"}, "c", ["Third", "First", "Second"]),
    ],
)
def test_a_link_may_pick_what_the_list_does_not_hold(address: dict[str, str], picked: str, listed: list[str]) -> None:
    app = run(_picking, **address)
    assert app.text[0].value == picked
    assert app.selectbox[0].options == listed
    assert not app.info


def test_what_is_not_to_be_had_gives_one_line_and_the_first() -> None:
    app = run(_picking, of="nothing")
    assert app.text[0].value == "a"
    assert [line.value for line in app.info] == [
        "The link asks for “nothing”, which is not among what is shown now; here is another."
    ]


def test_what_is_picked_in_words_is_held_as_its_id() -> None:
    app = run(_picking)
    app.selectbox[0].set_value("b").run()
    assert app.text[0].value == app.text_input(key="of").value == "b"


@pytest.mark.parametrize(("address", "chosen"), [({}, ""), ({"lanes": "source"}, "source"), ({"lanes": "x"}, "")])
def test_a_switch_stands_at_the_first_where_the_address_names_none_of_it(address: dict[str, str], chosen: str) -> None:
    app = run(_switching, **address)
    assert app.text[0].value == app.button_group[0].value == chosen


def test_a_switch_that_is_turned_is_held_in_the_address() -> None:
    app = run(_switching)
    app.button_group[0].set_value("source").run()
    assert app.text[0].value == app.text_input(key="lanes").value == "source"


@pytest.mark.parametrize(("rows", "page", "first"), [(10, 2, "0"), (25, 1, "0"), (25, 3, "20"), (15, 3, "0")])
def test_a_page_begins_at_its_first_row_and_a_page_that_is_gone_is_the_first(rows: int, page: int, first: str) -> None:
    app = AppTest.from_function(_turning)
    app.session_state["rows"] = rows
    app.session_state["page"] = page
    app.run()
    assert not app.exception, app.exception
    assert app.text[0].value == first


def opened(name: str, **address: str) -> AppTest:
    """Open a page as the first of a visit."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{name}.py").run()
    assert not app.exception, app.exception
    return app


LONG = "![x](http://evil.test/) 2022/" * 4_000  # over 100 kB


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(("claims", key) for key in ("q", "source", "topic", "verdict", "scope", "set", "period", "independent", "lang", "page")),
        *(("timeline", key) for key in ("event", "timeline_span", "timeline_lanes", "timeline_page", "unknown")),
        *(("figures", key) for key in ("section", "figure", "figures_log")),
        *(("compare", key) for key in ("view", "question", "of", "one", "other", "out", "columns", "order", "coarser")),
    ],
)  # fmt: skip
def test_a_key_as_long_as_a_book_is_left_out_and_the_others_hold(name: str, key: str) -> None:
    begun = time.process_time()
    app = opened(name, **{"scope": "bilateral", key: LONG})
    assert time.process_time() - begun < 1
    assert f"Left out of it\\: {key.replace('_', chr(92) + '_')}." in app.info[0].value
    assert key not in app.query_params
    if key != "scope":
        assert app.multiselect(key="scope").value == ["bilateral"]
    app.run()
    assert not [info for info in app.info if "Left out" in info.value]


@pytest.mark.usefixtures("small")
def test_of_many_keys_the_longest_are_left_out() -> None:
    asked = {f"k{n}": "x" * 100 for n in range(500)}
    app = opened("claims", **asked, q="embassy")
    assert sum(len(key) + len(value) for key, value in app.query_params.items()) <= MOST_LETTERS
    assert app.query_params["q"] == "embassy"
    assert len(app.info[0].value) < 200


@pytest.mark.usefixtures("small")
def test_an_address_as_long_as_links_are_holds_as_it_is() -> None:
    words = "embassy " * (MOST_LETTERS // 10)
    app = opened("claims", q=words)
    assert app.query_params["q"] == words
    assert not app.info
