"""What the sources answer to the same questions: all at once, one by one, two by two, and without some of them."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components import entry

entry.through_dashboard(__file__)

import streamlit as st

from components import (
    discrepancies,
    filters,
    leaving_out,
    matrix,
    one_question,
    one_source,
    sentences,
    style,
    tables,
    two_sources,
    views,
)
from components.wording import _

# Slug in the address → the view's name, and what draws it.
VIEWS = {
    "matrix": ("Matrix", matrix),
    "discrepancies": ("Discrepancies", discrepancies),
    "question": ("One question", one_question),
    "pair": ("Two sources", two_sources),
    "source": ("One source", one_source),
    "without": ("Without", leaving_out),
}
OF_ALL = ("matrix", "discrepancies")

read, view = tables.shown(), filters.view()

st.title(_("Compare sources"))
st.caption(filters.sentence())
if view.questions.empty:
    filters.nothing_left()

slug = views.choose({slug: _(name) for slug, (name, _component) in VIEWS.items()})
VIEWS[slug][1].draw(read, view)

same_words = sentences.same_words(read, view.sources)
if same_words and slug in OF_ALL:
    st.header(_("The same words, another speaker"))
    st.markdown(
        _("A finding, not a verdict: different speakers are quoted with nearly the same words, at different events."),
        width=760,
    )
    for told in same_words:
        st.markdown(f"- {style.plain(told)}")
