"""The ways about: links to a question, the views of the comparison, and from one of them to another.

The address holds the view, and what was opened in another: a question (`question`) from a list, and a source (`of`)
from a question. Each is one key that is set, so each is one step that the browser's Back takes back.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.shell import address, filters, page_hooks, state
from components.words import markdown
from components.words.i18n import _

OPENED_BY = {"source": "of", "question": "question"}
"""View → the key that opens it by itself; what is opened later in a walk stands first."""
NEW = "views_new"  # in the state of a visit: what was opened is drawn for the first time


def question_address(question: str) -> str:
    """Return the address of a question's answers, with the filters that hold now."""
    return next(question_addresses([question]))


def question_addresses(questions: Iterable[str], page: str = "") -> Iterator[str]:
    """Return the addresses of several questions, for which the filters are looked up once.

    They lead to the page that is open, or to the one that is named.
    """
    held = {key: st.query_params.get_all(key) for key in (*filters.CHOICES, "independent", "period", "q", "lang")}
    held["q"] = [filters.bounded(words) for words in held["q"]]  # each link of a page holds them
    filtered = urlencode(held, doseq=True)
    for question in questions:
        own = urlencode({"question": question})
        yield f"{page}?{own}&{filtered}" if filtered else f"{page}?{own}"


def question_link(words: str, question: str) -> str:
    """Return Markdown for a link to a question's answers."""
    return markdown_link(words, question_address(question))


def markdown_link(words: str, to: str) -> str:
    """Return Markdown for a link within the dashboard, with words of a table."""
    return f"[{markdown.escape(words)}]({to})"


def choose_view(names: Mapping[str, str]) -> str:
    """Draw the switch between the views by their names, and return the slug of the one that is open."""
    for key in ("view", *OPENED_BY.values()):
        address.field(key)
    state = st.session_state
    on_top = (view for view, key in OPENED_BY.items() if state[key] or state["view"] == view)
    return address.segmented(_("View"), "view", names, next(on_top, state["view"]), _turn)


def _turn(key: str) -> None:
    """Turn to a view, and close what was opened on top of it."""
    address.take_over(key)
    for view, opened in OPENED_BY.items():
        if view == st.session_state[key]:
            break
        state.put(opened, "")


def open_question(question: str) -> None:
    """Open a question, from a list or a picture of many."""
    state.put("question", question)
    st.session_state[NEW] = True


def open_row(chart: str) -> None:
    """Open the question of the row that was clicked in an Altair chart, whose selection `row` names it."""
    rows: list[Mapping[Hashable, Any]] = st.session_state[chart].get("selection", {}).get("row", [])
    if rows:
        open_question(str(rows[0]["question"]))


def leave_for_row(chart: str) -> None:
    """Go to the question of the row that was clicked in an Altair chart of another page, as `open_row` does on its own.

    Streamlit turns no page within a callback, so that this stands before the chart is drawn.
    """
    rows: list[Mapping[Hashable, Any]] = st.session_state.get(chart, {}).get("selection", {}).get("row", [])
    if rows:
        del st.session_state[chart]
        st.session_state[NEW] = True
        st.switch_page("pages/compare.py", query_params={"question": str(rows[0]["question"])})


def leave_for_selected(table: str, questions: Sequence[str], known: Collection[str]) -> None:
    """Go to the question of the row that was selected in a table of another page, if it is one that is known.

    `questions` are those of its rows. It stands before the table is drawn, as `leave_for_row` does.
    """
    rows: list[int] = st.session_state.get(table, {}).get("selection", {}).get("rows", [])
    if rows and rows[0] < len(questions) and questions[rows[0]] in known:
        del st.session_state[table]
        st.session_state[NEW] = True
        st.switch_page("pages/compare.py", query_params={"question": questions[rows[0]]})


def _open_source(source: str) -> None:
    state.put("of", source)
    st.session_state[NEW] = True


def source_link(name: str, source: str, key: str) -> None:
    """Draw the way to the view of one source: a link to its page or, where that is open, what changes its view.

    Streamlit writes no new address where a link leads to the page that is open, so Back would not lead back.
    """
    name = _("{name} →", name=name)
    if "view" in st.session_state:
        st.button(name, key=key, type="tertiary", on_click=_open_source, args=(source,))
    else:
        st.page_link("pages/compare.py", label=name, query_params={"view": "source", "of": source})


def focus(anchor: str) -> None:
    """Bring a heading into view and give it the focus, once, where it was opened from elsewhere on the page.

    What the reader pressed is gone then, and those who use the keyboard would have to begin at the top.
    """
    if st.session_state.pop(NEW, False):
        page_hooks.focus(anchor)
