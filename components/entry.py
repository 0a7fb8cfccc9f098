"""How a page begins: within `dashboard.py`, and with the tables in hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

_inside = ContextVar("inside", default=False)


@contextmanager
def dashboard() -> Iterator[None]:
    """Mark what runs within `dashboard.py`."""
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)


def through_dashboard(page: str) -> None:
    """Run `dashboard.py` first, where Streamlit ran `page` by itself.

    A server that has not yet run `st.navigation` takes the folder `pages/` for its old kind of app with many pages.
    Naming the address's own page to `st.navigation` ends that, for good, without a "Page not found"; the rerun then
    starts at `dashboard.py`. So this stands before all that is slow or draws.
    """
    if not _inside.get():
        st.navigation([st.Page("dashboard.py", default=True), st.Page(page)], position="hidden")
        st.rerun()
