"""How a page begins and ends: within `dashboard.py`, and leaving what stays loaded alone."""

import atexit
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from components.shell import citation, page_hooks
from components.words import format, widgets
from components.words.i18n import _

_inside = ContextVar("inside", default=False)
_modules: set[int] = set()  # how many were loaded when what stays was set aside


@contextmanager
def dashboard(page: str) -> Iterator[None]:
    """Mark what runs within `dashboard.py`, of which a page is open by its name, and draw what all pages share."""
    token = _inside.set(True)
    page_hooks.hide_table_download()
    page_hooks.name_menu(_("Menu and filters"))
    page_hooks.name_widgets(widgets.words())
    page_hooks.print_plainly(f"{citation.here()} · {format.date(citation.today().isoformat())}")
    if st.context.is_embedded:
        page_hooks.show_alone()
    if st.session_state.setdefault("shell_page", page) != page:
        st.session_state["shell_page"] = page
        page_hooks.close_menu(page)
    try:
        yield
    finally:
        _inside.reset(token)
        _set_aside()


def _set_aside() -> None:
    """Set aside what stays loaded, so that no garbage collection need go through it.

    To go through every object of the modules and tables takes longer than a page. They are set aside again where a page
    has loaded more modules.
    """
    if len(sys.modules) not in _modules:
        _modules.add(len(sys.modules))
        gc.freeze()


atexit.register(gc.unfreeze)  # or libraries complain at the end that what they made was never collected


def through_dashboard(page: str) -> None:
    """Run `dashboard.py` first, where Streamlit ran `page` by itself.

    A server that has not yet run `st.navigation` takes the folder `pages/` for its old kind of app with many pages.
    Naming the address's own page to `st.navigation` ends that, for good, without a "Page not found"; the rerun then
    starts at `dashboard.py`. So this stands before all that is slow or draws.
    """
    if not _inside.get():
        st.navigation([st.Page("dashboard.py", default=True), st.Page(page)], position="hidden")
        st.rerun()
