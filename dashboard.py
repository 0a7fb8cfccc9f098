"""The dashboard: page settings, the navigation, and the filters that all pages share. Nothing else."""

import streamlit as st

if __name__ != "__main__":  # `streamlit run` imports this, to learn how to send what the rest draws: compressed
    from components.shell import memory

    memory.share_between_threads()  # before Arrow is imported

    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware

    from components.shell import first_html, page_hooks

    app = st.App(
        __file__,
        middleware=[
            Middleware(GZipMiddleware, compresslevel=6),
            Middleware(first_html.Styled, rules=page_hooks.first_style()),
        ],
    )
else:
    from components.shell import address, entry, page_hooks, state, turns
    from components.words import i18n
    from components.words.i18n import _

    page_hooks.suit_every_reader()
    body = page_hooks.lay_out()
    state.renew()
    address.field("lang")
    i18n.begin(address.language())  # before the first word

    NAME = _("What the sources say")

    st.set_page_config(page_title=NAME, page_icon="🔎", layout="wide")
    page = st.navigation(
        [
            st.Page("pages/overview.py", title=_("Overview"), default=True),
            st.Page("pages/timeline.py", title=_("Timeline")),
            st.Page("pages/figures.py", title=_("Figures")),
            st.Page("pages/compare.py", title=_("Compare sources")),
            st.Page("pages/claims.py", title=_("Claims")),
            st.Page("pages/method.py", title=_("Method")),
            st.Page("pages/tables.py", title=_("Your tables")),
        ],
        position="top",
    )
    address.bound(page)
    st.set_page_config(page_title=f"{page.title} · {NAME}")

    from components.shell import filters, notices, take_away  # slow: the navigation comes first, or an old menu flashes

    with turns.drawing.take():
        view, place = filters.draw()
        with body, entry.dashboard(page.title), take_away.offered(view, place, page.title, page.url_path or "overview"):
            notices.left_out()
            page.run()
    state.confirm()
