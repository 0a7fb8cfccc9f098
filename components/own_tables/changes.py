"""What changes from one version of a table set to another: claims, and the verdicts that changed with them."""

from collections.abc import Collection, Iterable

import pandas as pd
import streamlit as st

import data
from components.own_tables.opening import uploaded, uploader
from components.own_tables.rehearsing import verdict_word
from components.shell import downloads, navigation
from components.shell.loading import OWN, load_shared_tables
from components.words import markdown
from components.words.i18n import N_, _, translate
from components.words.questions import question_texts
from data.uploads import MOST_ROWS
from data.version_changes import is_claims_alone

UPLOADER, EARLIER, REFUSED, FOUND = "changes_upload", "changes_earlier", "changes_refused", "changes_found"
"""In the state of a visit: the files, the set in them, why it cannot be read, and what was last compared."""
ROWS = "changes_rows"
CHANGES = {"added": N_("added"), "changed": N_("changed"), "removed": N_("removed")}
MOST_SHOWN = 200  # rows of claims; the file has all
MOST_LINKED = 30  # questions whose verdict changed


def draw(tables: data.Tables) -> None:
    """Draw what changes from an earlier set, or from the dashboard's own, to the tables that are shown."""
    st.markdown(
        _(
            "Give an earlier set, and the claims that were added, changed and removed since are told, with the "
            "verdicts that changed with them. Without one, tables of your own are set beside those of this dashboard."
        ),
        width=760,
    )
    uploader(_("An earlier set"), UPLOADER, _open)
    if refused := st.session_state.get(REFUSED):
        st.error(markdown.escape(refused), title=_("These tables cannot be compared"))
        return
    earlier = st.session_state.get(EARLIER)
    if earlier is None and OWN in st.session_state:
        earlier = load_shared_tables()
    if earlier is not None:
        _draw_changes(earlier.as_read, tables)


def _open() -> None:
    """Take what the uploader holds as the earlier set; where it holds nothing, there is none."""
    given = uploaded(UPLOADER)
    for key in (EARLIER, REFUSED):
        st.session_state.pop(key, None)
    if given:
        try:
            st.session_state[EARLIER] = data.open_tables(given)
        except data.TablesError as error:
            st.session_state[REFUSED] = str(error)


def _draw_changes(earlier: data.Tables, tables: data.Tables) -> None:
    if max(earlier.store.count, tables.store.count) > MOST_ROWS:
        st.markdown(_("More than {n} claims are compared by the command *diff* alone.", n=MOST_ROWS))
        return
    found = _found(earlier, tables.as_read)
    claims, verdicts = found[found["change"] != "verdict"], found[found["change"] == "verdict"]
    counts = claims.drop_duplicates(["change", "claim"])["change"].value_counts()
    if counts.get("added", 0) == tables.store.count and st.session_state.get(EARLIER) is None:
        st.markdown(_("None of your claims is one of this dashboard's: there is nothing to compare yet."))
        return
    if found.empty:
        st.markdown(_("Nothing changes: claims and verdicts are the same."))
        return
    told = sentence(counts, len(verdicts))
    st.markdown(told)
    if is_claims_alone(earlier) != is_claims_alone(tables):
        st.caption(
            _(
                "Where there are only claims, they are read here with the events, attributes and sources of the other "
                "set. On the other pages they stand alone, and a verdict may be another one there."
            )
        )
    asked = asked_in(earlier, tables, [*claims["question"].head(MOST_SHOWN), *verdicts["question"].head(MOST_LINKED)])
    if len(verdicts):
        st.subheader(_("Verdicts that change"), anchor="changed-verdicts")
        _draw_verdicts(verdicts.head(MOST_LINKED), asked)
        if len(verdicts) > MOST_LINKED:
            st.caption(_("The first {n} of {every}; the files have all.", n=MOST_LINKED, every=len(verdicts)))
    if len(claims):
        st.subheader(_("Claims that change"), anchor="changed-claims")
        st.caption(_("Select a row to open its question."))
        shown = claims.head(MOST_SHOWN)
        known = _questions(tables, shown["question"])["question"]
        navigation.leave_for_selected(ROWS, list(shown["question"]), set(known))
        st.dataframe(
            claims_table(shown, asked), hide_index=True, alt=told, key=ROWS, on_select="rerun",
            selection_mode="single-row",
        )  # fmt: skip
        if len(claims) > MOST_SHOWN:
            st.caption(_("The first {n} of {every}; the files have all.", n=MOST_SHOWN, every=len(claims)))
    downloads.buttons(found, "changes")


def _found(earlier: data.Tables, tables: data.Tables) -> pd.DataFrame:
    """Return what changes, which is worked out anew only where one of the two sets is another."""
    known = st.session_state.get(FOUND)
    if known is None or known[0] is not earlier or known[1] is not tables:
        known = earlier, tables, data.difference(earlier, tables)
        st.session_state[FOUND] = known
    found: pd.DataFrame = known[2]
    return found


def sentence(counts: pd.Series, verdicts: int) -> str:
    """Return how many claims were added, changed and removed, and how many verdicts changed."""
    return _(
        "Claims added: {added}; changed: {changed}; removed: {removed}. Verdicts that change: {verdicts}.",
        **{change: int(counts.get(change, 0)) for change in CHANGES},
        verdicts=verdicts,
    )


def asked_in(earlier: data.Tables, tables: data.Tables, ids: Collection[str]) -> dict[str, str]:
    """Return questions in words by their ids, of those tables that ask them: the later, where these have titles."""
    asked: dict[str, str] = {}
    for of in (tables, earlier) if is_claims_alone(tables) else (earlier, tables):
        asked |= {str(question): text for question, text in question_texts(of, _questions(of, ids)).items()}
    return asked


def _questions(tables: data.Tables, ids: Iterable[str]) -> pd.DataFrame:
    return tables.select(data.Selection()).questions_of(set(ids))


def claims_table(claims: pd.DataFrame, asked: dict[str, str]) -> pd.DataFrame:
    """Return changes of claims as readers see them."""
    return pd.DataFrame(
        {
            _("Change"): [translate(CHANGES[change]) for change in claims["change"]],
            _("Claim"): claims["claim"],
            _("Column"): claims["column"],
            _("Before"): claims["before"],
            _("After"): claims["after"],
            _("Question"): [asked.get(question, question) for question in claims["question"]],
        }
    )


def _draw_verdicts(verdicts: pd.DataFrame, asked: dict[str, str]) -> None:
    """Draw each question whose verdict changed, a link where it is still asked, with both verdicts."""
    with st.grid(2, min_column_width=330, gap=("xsmall", "medium")):
        for question, before, after in verdicts[["question", "before", "after"]].to_numpy(dtype=object):
            with st.container(gap="xxsmall"):
                st.markdown(markdown.escape(asked.get(question, question)))
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.caption(f"{verdict_word(before)} → {verdict_word(after)}", width="content")
                    if after != data.GONE:
                        link = {"question": question}
                        st.page_link("pages/compare.py", label=_("See the evidence →"), query_params=link)
