"""How the table was made and compared: the rules with examples from the table, the columns, the sources, the limits."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

from operator import attrgetter

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.method import coding_measures, examples, sources
from components.method.value_forms import forms_table
from components.shell import downloads, notices, page_hooks
from components.shell.loading import load_tables
from components.words import labels
from components.words.i18n import _, language, translate
from data.schema import SCHEMA

tables = load_tables()

st.title(_("Method"), anchor=False)
with st.container(width=760):
    st.markdown(
        _(
            "Each source was read paragraph by paragraph, and every fact that it states was written down as a *claim*: "
            "who says what about which event, in which paragraph, in which words, and whom it quotes. Claims on one "
            "*question* (one event, one attribute, one period, one unit) are the answers that are compared. "
            "Plans are apart from what came of them. No sentence of a source is stored: only facts and a few words."
        )
    )

    st.header(_("The six verdicts"))
    st.markdown(
        _(
            "Every answer is read as a stretch of time or of numbers: 2022 is the whole year, September 2022 is thirty "
            "days of it, “about 3,500” is 3,150 to 3,850. Answers *clash* when no one point lies in all of them. "
            "A source speaks in its *own voice* where it quotes nobody and alleges nothing. The first line that fits "
            "is the verdict:"
        )
    )
    for verdict in data.VERDICTS:
        told = f"{theme.badge(verdict)} {labels.meaning(verdict)}"
        st.markdown(examples.with_example(told, examples.verdict_example(tables, verdict, language())))

    st.header(_("What is easily got wrong"))
    for heading, rule, example in examples.rules(tables, language()):
        st.subheader(heading)
        st.markdown(examples.with_example(rule, example))

    st.header(_("What this cannot tell"))
    st.markdown(
        _(
            "- It counts, and never says who is right. Many sources can repeat one mistake.\n"
            "- What one source alone says is unchecked, whatever is known elsewhere.\n"
            "- Sources get no score, and publishers no trust.\n"
            "- Silence is not denial: a source may not have known, or not have cared.\n"
            "- The table holds what was read in these texts. Slips of the reader are "
            "possible: each claim names its paragraph, so that you can check."
        )
    )

st.header(_("How values are written"))
st.table(forms_table(language()), alt=_("Forms of values in the table, and how each is read"))
st.caption(_("Vague words are coded the same everywhere. Seasons are those of the northern hemisphere."))

st.header(_("A text coded with help"))
st.markdown(
    _(
        "On the page *Your tables*, a text is read by rules of English and French: dates, also those that count from "
        "its day; numbers with their bounds and units; names that the tables know. Each is proposed for questions "
        "whose words its sentence shares. A program that compares this with texts that people coded gave these "
        "figures. A text that has claims in the tables was read without these; no rule was made for the words of one "
        "text. Nothing is accepted unasked."
    ),
    width=760,
)
st.table(coding_measures.measures_table(tables), hide_index=True, alt=_("How well texts are coded, as it was measured"))
st.caption(
    _(
        "Most often missed: what is said without a date or a number, such as “since reopened” and “after the breakup”; "
        "days that are told by another event; judgements and aims, which no list of names holds."
    )
)

st.header(_("Sources"))
sources.draw(sources.source_entries(tables, further=False))
if further := sources.source_entries(tables, further=True):
    told = _("{n} further source", "{n} further sources", n=len(further))
    with st.expander(told, key="method_further", on_change="rerun") as opened:
        if opened.open:
            sources.draw(further)

st.header(_("The tables"))
st.markdown(_("Columns that are not listed here are kept, shown with the claims, and handed over in downloads."))
for name, columns in SCHEMA.items():
    with st.expander(f"`{name}`", key=f"method_columns_{name}", on_change="rerun") as opened:
        if opened.open:
            rows = {
                _("Column"): [c.name for c in columns],
                _("Needed"): [_("yes") if c.required else "" for c in columns],
                _("What it holds"): [translate(c.meaning) for c in columns],
            }
            st.table(pd.DataFrame(rows), hide_index=True, alt=_("Columns of the table {name}", name=name))

st.header(_("Take it away"))
st.markdown(
    _(
        "All verdicts, one row a question. The program is under the MIT licence; our selection and arrangement of the "
        "facts under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). No text of a source is part of it."
    )
)
downloads.buttons(tables.compare().select().deferred(attrgetter("found.questions")), "verdicts")
page_hooks.scroll_by_keyboard()
notices.problems(tables)
notices.kinds(tables)
