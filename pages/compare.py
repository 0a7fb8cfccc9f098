"""What the sources answer to the same questions: all at once, one by one, two by two, and without some of them."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

import streamlit as st

from components.compare import discrepancies, leave_out, matrix, one_question, one_source, revisions, two_sources
from components.shell import filters, navigation, nothing_left, take_away
from components.shell.loading import load_tables
from components.words import markdown
from components.words.answers import same_words_sentences
from components.words.i18n import N_, _, translate

# Slug in the address → the view's name, and what draws it.
VIEWS = {
    "matrix": (N_("Matrix"), matrix),
    "discrepancies": (N_("Discrepancies"), discrepancies),
    "question": (N_("One question"), one_question),
    "pair": (N_("Two sources"), two_sources),
    "source": (N_("One source"), one_source),
    "without": (N_("Without"), leave_out),
}
OF_ALL = ("matrix", "discrepancies")

tables = load_tables()
view = filters.view(tables)

if st.context.is_embedded and "question" in st.query_params:
    one_question.draw_alone(tables, view, st.query_params["question"])
    st.stop()

st.title(_("Compare sources"), anchor=False)
filters.caption(view)
if not view.n_questions:
    nothing_left.stop(view)

names = {slug: translate(name) for slug, (name, _component) in VIEWS.items()}
slug = navigation.choose_view(names)
take_away.opens(names[slug])
VIEWS[slug][1].draw(view)
if slug in OF_ALL:
    revisions.draw(view)

same_words = same_words_sentences(view.found)
if same_words and slug in OF_ALL:
    st.header(_("The same words, another speaker"))
    st.markdown(
        _("A finding, not a verdict: different speakers are quoted with nearly the same words, at different events."),
        width=760,
    )
    for told in same_words:
        st.markdown(f"- {markdown.escape(told)}")
