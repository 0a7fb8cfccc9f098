"""Every page and view of the dashboard on one table set, opened as readers do; what breaks is told with its address."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

import data
from components.figures.sections import section_names
from data.view_exports import FORMATS
from tests.app import ROOT

Address = dict[str, str | list[str]]


def addresses(tables: data.Tables) -> Iterator[tuple[str, Address]]:
    """Each page with each of its views, an event and a question opened, and filters by what the tables hold."""
    events, topics = tables.events["event"].unique(), tables.events["topic"].unique()
    questions = list(tables.compare().questions["question"])
    sources = list(tables.sources["source"])
    view = tables.select(data.Selection())
    yield "overview", {}
    yield "timeline", {}
    yield "timeline", {"timeline_lanes": "source", "timeline_axis": "even", "event": "".join(events[-1:])}
    yield "timeline", {"timeline_view": "zoom", "timeline_span": "2022"}
    for section in section_names(view) or [""]:
        yield "figures", {"section": section}
    yield "figures", {"figures_log": "false"}
    yield "compare", {"compare_which": "all"}
    for columns in ("kinds", "sources"):
        yield "compare", {"columns": columns}
    for order in ("origins", "gap", "date", "topic"):
        yield "compare", {"view": "discrepancies", "order": order}
    for question in questions[:3]:
        yield "compare", {"question": question}
    yield "compare", {"view": "pair"}
    yield "compare", {"view": "pair", "one": "".join(sources[-1:]), "other": "".join(sources[:1])}
    yield "compare", {"view": "source", "of": "".join(sources[-1:])}
    yield "compare", {"view": "without", "out": sources[:1], "one_per_origin": "true", "coarser": "true"}
    yield "claims", {}
    yield "claims", {"source": sources[:2], "q": "evil x", "independent": "true"}
    yield "claims", {"topic": list(topics[:1]), "verdict": ["conflict", "sole-source"]}
    yield "method", {}
    yield "tables", {}


def broken(folder: Path, languages: Sequence[str] = ("en",)) -> list[str]:
    """Open all views of the table set in a folder, files to take away made too; return a line for each that breaks."""
    try:
        tables = data.load(folder)
    except data.TablesError:
        return []  # nothing of it is good: one line says so on each page
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TABLES", str(folder))
        patch.setattr(st, "download_button", _made)
        patch.setattr(st, "expander", partial(_opened, st.expander))
        patch.setattr(st, "popover", partial(_opened, st.popover))
        st.set_option("client.showErrorDetails", "full")  # or else not even a test is told what broke
        for number, (page, address) in enumerate(addresses(tables)):
            address |= {"lang": languages[number % len(languages)]}
            app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
            for key, value in address.items():
                app.query_params[key] = value
            app.session_state["format_view"] = list(FORMATS)[number % len(FORMATS)]
            if page != "overview":
                app.switch_page(f"pages/{page}.py")
            app.run()
            told = ["\n".join([error.value, *error.stack_trace]) for error in app.exception]
            found += [f"{page} {address}: {words}" for words in (*told, *(error.value for error in app.error))]
    return found


def _opened(draw: Callable[..., DeltaGenerator], label: str, *, key: str = "", **options: Any) -> DeltaGenerator:
    """Draw what is folded open, as after a reader's click."""
    if not key:
        return draw(label, **options)
    st.session_state.setdefault(key, True)
    return draw(label, key=key, **options)


def _made(_label: str, content: object, *_others: object, **_more: object) -> bool:
    """Make a file at once, which a reader's click would have made."""
    if callable(content):
        content()
    return False
