"""What this is, what is contested most, when it happened, and how to read it."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

import streamlit as st

import data
from components.charts import theme
from components.charts.draw import draw
from components.compare.most_contested import most_contested
from components.compare.question_list import question_options
from components.shell import citation, filters, nothing_left
from components.shell.loading import load_tables
from components.timeline.year_dots import year_dots
from components.words import format, labels, markdown
from components.words.answers import same_words_sentences
from components.words.i18n import _
from components.words.names import source_names, subject
from components.words.questions import count_contested
from data.selection import RANKED

MOST = 6  # disagreements, and a few dates more, that a reader takes in at once
MOST_FOUND = 20  # questions that a search found

tables = load_tables()
view = filters.view(tables)
counts = view.count()
n_contested = int(counts["questions"].reindex(data.CONTESTED).sum())
between_origins = int(counts["independent"].reindex(data.CONTESTED[1:]).sum())

places = markdown.escape(subject(tables))
st.title(_("{places}: what the sources say", places=places) if places else _("What the sources say"), anchor=False)
st.markdown(
    _(
        "This dashboard compares, fact by fact, what {sources} sources say, and shows where they disagree. "
        "It never says who is right: it counts, compares, and gives the place in each text.",
        sources=view.n_sources or len(tables.sources),  # where the filters leave nothing, of all
    ),
    width=760,
)
st.caption(markdown.escape(filters.sentence(view)))
if not view.n_questions:
    nothing_left.stop(view)

with st.grid(4, min_column_width=190):
    st.metric(
        _("Sources"),
        format.number(view.n_sources),
        help=_("Documents and data sets of which at least one claim is shown."),
    )
    st.metric(
        _("Claims"),
        format.number(view.n_claims),
        help=_("A claim is what one source says on one question."),
    )
    st.metric(
        _("Questions that they answer"),
        format.number(view.n_questions),
        help=_("A question asks one thing of one event, for one time and in one unit: only its answers are compared."),
    )
    st.metric(
        _("Independently contested"),
        format.number(between_origins),
        help=_("Two independent origins give answers that cannot both be true. Copies of one report are one origin."),
    )

st.header(_("Where they disagree most"))
st.caption(count_contested(view))
shown = most_contested(view, MOST)
with st.grid(2, min_column_width=330):
    for contested in shown:
        with st.container(border=True, gap="xsmall", height="stretch"):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(theme.badge(contested.verdict), width="content")
                link = {"question": contested.question}
                st.page_link("pages/compare.py", label=_("See the evidence →"), query_params=link)
            st.markdown(f"**{markdown.escape(contested.asked)}**")
            st.markdown(markdown.escape(contested.told))
    for told in same_words_sentences(view.found)[:1]:
        with st.container(border=True, gap="xsmall", height="stretch"):
            st.caption(_("A finding, not a verdict"))
            st.markdown(f"**{_('The same words, another speaker')}**")
            st.markdown(markdown.escape(told))
if not n_contested:
    st.markdown(_("No contested question is among those shown."))
if n_contested > len(shown):
    every = _("All {n} contested questions →", n=n_contested)
    st.page_link("pages/compare.py", label=every, query_params={"view": "discrepancies"})

if view.selection.words:
    st.header(_("The questions found"))
    found = view.page(rows=MOST_FOUND, order=RANKED)
    with st.grid(2, min_column_width=330, gap=("xsmall", "medium")):
        for asked, words in question_options(tables, found).items():
            st.page_link("pages/compare.py", label=markdown.escape(words), query_params={"question": asked})
    if view.n_questions > len(found):
        every = _("All {n} questions found →", n=view.n_questions)
        st.page_link("pages/compare.py", label=every, query_params={"view": "matrix"})

if dated := year_dots(view, MOST + 2):
    st.header(_("When it happened"))
    names = source_names(tables)
    credit = citation.credit(tables, dated.told, [names[source] for source in view.sources], citation.here())
    draw(dated.picture.with_credit(credit), alt=dated.told)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(dated.told, width="content")
        st.page_link("pages/timeline.py", label=_("The whole timeline →"))
    with st.grid(2, min_column_width=330, gap=("xsmall", "medium")):
        for asked, milestone in dated.milestones.items():
            st.page_link("pages/compare.py", label=milestone, query_params={"question": asked})

st.header(_("How to read it"))
with st.grid(3, min_column_width=260):
    for verdict in data.VERDICTS:
        with st.container(gap="xxsmall"):
            asked = _("{n} question", "{n} questions", n=int(counts["questions"].get(verdict, 0)))
            if verdict not in (data.CONTESTED[0], "sole source"):
                apart = int(counts["independent"].get(verdict, 0))
                asked = _("{questions}, {n} of independent origins", questions=asked, n=apart)
            st.markdown(f"{theme.badge(verdict)} {asked}")
            st.caption(labels.meaning(verdict))
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(
        _("A majority is a count, not the truth, and what one source alone says is unchecked."), width="content"
    )
    st.page_link("pages/method.py", label=_("The method, with examples →"))
