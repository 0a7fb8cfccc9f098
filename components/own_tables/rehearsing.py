"""Rehearsing a source: how new claims stand to what the others say, before they are in any table."""

from typing import Any

import pandas as pd
import streamlit as st

import data
from components.charts import theme
from components.own_tables.opening import problems_table
from components.shell import downloads
from components.words import format, markdown
from components.words.i18n import N_, _, translate
from components.words.names import source_names
from data.uploads import MOST_MEGABYTES

RELATIONS = {
    "confirms": N_("confirms"),
    "refines": N_("is finer"),
    "coarser": N_("is coarser"),
    "overlaps": N_("overlaps"),
    "contradicts": N_("contradicts"),
    "new question": N_("a new question"),
    "new event": N_("a new event"),
}
MOST_LISTED = 2_000  # of more, a list is no help
NEW_EVENT = "new_event"
TYPED = ("source", "event", NEW_EVENT, "attribute", "value", "unit", "stated", "locator")


def draw(tables: data.Tables, coded: pd.DataFrame) -> None:
    """Draw the place to give or to type claims, and what these and coded ones would do to the tables that are shown."""
    st.markdown(
        _(
            "Give a file of claims, type some, or accept some from a text above: each is set beside what the others "
            "say on the same question. Nothing is saved."
        ),
        width=760,
    )
    file = st.file_uploader(
        _("New claims"),
        type=["csv", "tsv", "xlsx", "json", "parquet"],
        key="rehearsal_upload",
        max_upload_size=MOST_MEGABYTES,
    )
    try:
        rows = data.open_claims({file.name: file.getvalue()}) if file else _typed(tables)
    except data.TablesError as error:
        st.error(markdown.escape(str(error)), title=_("These claims cannot be read"))
        return
    rows = pd.concat([rows, coded], ignore_index=True).fillna("")
    if len(rows):
        _found(tables, rows, data.rehearse(tables.as_read, rows))


def _typed(tables: data.Tables) -> pd.DataFrame:
    """Return the rows that are typed, those without a value aside."""
    columns = {
        "source": st.column_config.TextColumn(_("Source")),
        "event": _list(_("Event"), tables.events["event"]),
        NEW_EVENT: st.column_config.TextColumn(_("or a new event")),
        "attribute": _list(_("What"), tables.attributes["attribute"]),
        "value": st.column_config.TextColumn(_("Value")),
        "unit": _list(_("Unit"), tables.units["unit"]),
        "stated": st.column_config.TextColumn(_("As stated")),
        "locator": st.column_config.TextColumn(_("Where")),
    }
    empty = pd.DataFrame([[""] * len(TYPED)] * 3, columns=list(TYPED), dtype="str")
    edited = st.data_editor(
        empty, column_config=columns, num_rows="dynamic", hide_index=True, key="rehearsal_rows", placeholder=""
    ).fillna("")
    rows = edited[edited["value"] != ""].astype("str")
    event = rows[NEW_EVENT].where(rows[NEW_EVENT] != "", rows["event"])
    return rows.assign(event=event).drop(columns=NEW_EVENT)


def _list(label: str, known: pd.Series) -> Any:
    options = sorted(set(known))
    if not options or len(options) > MOST_LISTED:
        return st.column_config.TextColumn(label)
    return st.column_config.SelectboxColumn(label, options=options)


def _found(tables: data.Tables, rows: pd.DataFrame, found: data.Rehearsal) -> None:
    """Draw what the new claims come to, and the files to take away."""
    if found.problems:
        st.subheader(_("What could not be read"))
        st.dataframe(problems_table(found.problems), hide_index=True, alt=_("Table of what could not be read"))
    st.subheader(_("Claim by claim"))
    answers = answers_table(tables, found.answers)
    st.dataframe(answers, hide_index=True, alt=counts_sentence(found.answers))
    st.caption(counts_sentence(found.answers))
    st.subheader(_("Verdicts that change"))
    if found.changes.empty:
        st.markdown(_("No verdict changes."))
    else:
        st.dataframe(changes_table(found.changes), hide_index=True, alt=_("Table of the verdicts that change"))
    for line in remarks(found):
        st.markdown(f"- {markdown.escape(line)}")
    downloads.buttons(rows, "new-claims")
    st.download_button(
        _("Download the joined tables"),
        lambda: data.package(found.tables),
        "tables.zip",
        "application/zip",
        key="rehearsal_joined",
        on_click="ignore",
    )


def answers_table(tables: data.Tables, answers: pd.DataFrame) -> pd.DataFrame:
    """Return the new claims beside the others' answers, as readers see them."""
    names = source_names(tables)
    return pd.DataFrame(
        {
            _("Claim"): answers["claim"],
            _("Question"): answers["question"],
            _("Value"): answers["value"],
            _("Relation"): [translate(RELATIONS[relation]) for relation in answers["relation"]],
            _("Other source"): [names.get(source, source) for source in answers["against_source"]],
            _("Its answer"): answers["against_value"],
        }
    )


def counts_sentence(answers: pd.DataFrame) -> str:
    """Return how often each relation is found, in one line."""
    counts = answers["relation"].value_counts()
    return format.clauses(
        _("{relation}: {n}", relation=translate(words), n=int(counts[relation]))
        for relation, words in RELATIONS.items()
        if relation in counts
    )


def changes_table(changes: pd.DataFrame) -> pd.DataFrame:
    """Return the verdicts that change, as readers see them."""
    return pd.DataFrame(
        {
            _("Question"): changes["question"],
            _("Verdict now"): [verdict_word(verdict) for verdict in changes["before"]],
            _("Verdict then"): [verdict_word(verdict) for verdict in changes["after"]],
        }
    )


def verdict_word(verdict: str) -> str:
    """Return a verdict's shape and word, or that the question is not asked."""
    return theme.verdict_name(verdict) if verdict in data.VERDICTS else _("not asked")


def remarks(found: data.Rehearsal) -> list[str]:
    """Return what is nearly known, and where one source says two things, a line each."""
    nearly = [
        _("“{written}” is not in the tables; did you mean “{known}”?", written=written, known=known)
        for written, known in found.proposals[["written", "known"]].to_numpy(dtype=object)
    ]
    return nearly + [
        _(
            "{question}, in {source}: {values}. Two things, or two versions of one?",
            source=source,
            question=question,
            values=values,
        )
        for question, source, values in found.repeated[["question", "source", "values"]].to_numpy(dtype=object)
    ]
