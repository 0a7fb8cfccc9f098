"""The views of the comparison: which of them is open, and the ways from one to another.

The address holds the view, and what was opened in another: a question (`question`) from a list, and a source (`of`)
from a question. Each is one key that is set, so each is one step that the browser's Back takes back.
"""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from components import picking
from components.wording import _

OPENED_BY = {"source": "of", "question": "question"}
"""View → the key that opens it by itself; what is opened later in a walk stands first."""
NEW = "views_new"  # in the state of a visit: what was opened is drawn for the first time


def choose(names: Mapping[str, str]) -> str:
    """Draw the switch between the views by their names, and return the slug of the one that is open."""
    for key in ("view", *OPENED_BY.values()):
        picking.field(key)
    state = st.session_state
    on_top = (view for view, key in OPENED_BY.items() if state[key] or state["view"] == view)
    return picking.slugs(_("View"), "view", names, next(on_top, state["view"]), _turn)


def _turn(key: str) -> None:
    """Turn to a view, and close what was opened on top of it."""
    picking.take(key)
    for view, opened in OPENED_BY.items():
        if view == st.session_state[key]:
            break
        st.session_state[opened] = ""


def open_question(question: str) -> None:
    """Open a question, from a list or a picture of many."""
    st.session_state["question"] = question
    st.session_state[NEW] = True


def open_row(chart: str) -> None:
    """Open the question of the row that was clicked in an Altair chart, whose selection `row` names it."""
    rows: list[Mapping[Hashable, Any]] = st.session_state[chart].get("selection", {}).get("row", [])
    if rows:
        open_question(str(rows[0]["question"]))


def _open_source(source: str) -> None:
    st.session_state["of"] = source
    st.session_state[NEW] = True


def way_to_source(name: str, source: str, key: str) -> None:
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
        # Streamlit draws the heading when it pleases, and takes the focus from it when the old view goes.
        script = f"""{{
            let pressed = document.activeElement, tries = 40;
            const timer = setInterval(() => {{
                const heading = document.getElementById("{anchor}"), focused = document.activeElement;
                if (heading && (focused === document.body || focused === pressed)) {{
                    heading.tabIndex = -1;
                    heading.style.outline = "none";
                    heading.focus();
                }}
                if (!--tries) clearInterval(timer);
            }}, 50);
        }}"""
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
