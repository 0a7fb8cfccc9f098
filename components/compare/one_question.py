"""One question: every answer on one axis, where most meet, the sides, whose answer it hangs on, and the evidence."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

import data
from components.charts import answers, theme
from components.compare.question_list import MOST_LISTED, in_order, question_options
from components.evidence import cards, passages, table
from components.evidence.claims_table import claims_table
from components.shell import address, citation, downloads, navigation, take_away
from components.words import format, labels, markdown
from components.words.answers import answers_sentence
from components.words.findings import around, finding_lines
from components.words.i18n import _, language, word
from components.words.names import source_names
from components.words.questions import origins_text, question_text, verdict_remarks
from data.selection import ORDERS

ANCHOR = "one-question"


def draw(view: data.View) -> None:
    """Draw the question that is picked, the most contested one where none is: its answers, and what is behind them."""
    tables = view.found.tables
    listed = _listed(view, language())
    asked = st.session_state["question"]
    options = listed if asked in listed else listed | question_options(tables, view.questions_of([asked]))
    picked = address.choose_one(_("Question"), "question", options, list(listed))
    if view.n_questions > len(listed):
        counts = {"n": len(listed), "every": view.n_questions}
        st.caption(_("The list holds the first {n} of {every}; filters lead to the others.", **counts))
    _draw_neighbours(_list_left(view, list(listed)), picked)
    words = _words(view, picked, language())
    question, claims = words.question, words.claims
    title = question_text(tables, question)
    take_away.opens(title, picked, view.within(questions=[picked]), one_question=True)
    st.header(markdown.escape(title), anchor=ANCHOR)
    navigation.focus(ANCHOR)
    origins = f" · {told}" if (told := origins_text(question)) else ""
    st.markdown(f"{theme.badge(question['verdict'])}{origins} · {labels.meaning(question['verdict'])}")
    st.markdown(markdown.escape(words.told), width=760)
    answers.draw(view.found, question, claims, key="compare_answers", credit=_credit(tables, question, claims))
    for line in verdict_remarks(question):
        st.caption(line)
    _draw_worked_out(words)
    st.subheader(_("The evidence"))
    cards.draw(tables, claims)
    passages.draw(tables, claims)
    with st.expander(_("These answers as a table")):
        table.draw(words.table, alt=words.told)
    downloads.buttons(words.table, "answers", downloads.file_name(picked))
    citation.draw(tables, title, citation.here("compare", question=picked), "question")


def draw_alone(tables: data.Tables, view: data.View, picked: str) -> None:
    """Draw the answers to one question for another page, and the way to its own; nothing where no source answers it."""
    for _place, question in view.questions_of([picked]).iterrows():
        claims = view.claims_of([picked])
        st.markdown(f"**{markdown.escape(question_text(tables, question))}**")
        answers.draw(view.found, question, claims, credit=_credit(tables, question, claims))
        st.caption(markdown.link(_("All sources and answers →"), citation.here("compare", question=picked)))


def _credit(tables: data.Tables, question: pd.Series, claims: pd.DataFrame) -> tuple[str, ...]:
    named = claims["source"].drop_duplicates().map(source_names(tables))
    address = citation.here("compare", question=str(question["question"]))
    return citation.credit(tables, question_text(tables, question), named, address)


def _list_left(view: data.View, listed: list[str]) -> list[str]:
    """Return the questions of the list from which this one was opened: the discrepancies as sorted there, else all."""
    if st.session_state["view"] != "discrepancies":
        return listed
    order = address.field("order")
    return _discrepancies(view, ORDERS.get(order) or ORDERS["origins"])


@data.kept
def _discrepancies(view: data.View, order: str) -> list[str]:
    return list(view.contested_page(rows=MOST_LISTED, order=order)["question"])


def _draw_neighbours(listed: list[str], picked: str) -> None:
    """Draw the ways to the questions before and after the one picked in the list; none where it is not listed."""
    if picked not in listed:
        return
    place = listed.index(picked)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for words, other in ((_("← Previous"), place - 1), (_("Next →"), place + 1)):
            st.button(
                words,
                type="tertiary",
                disabled=not 0 <= other < len(listed),
                key=f"compare_neighbour_{other - place}",
                on_click=navigation.open_question,
                args=(listed[other % len(listed)],),
            )
        st.caption(_("Question {place} of {every}", place=place + 1, every=len(listed)))


@dataclass(frozen=True, eq=False)
class _Words:
    """A question and its claims in words: its answers, what is worked out of them, and both as tables."""

    question: pd.Series
    claims: pd.DataFrame
    told: str
    lines: list[str]
    published: pd.DataFrame
    table: pd.DataFrame


@data.kept
def _listed(view: data.View, _language: str) -> dict[str, str]:
    """Return the questions in the order of the list, the first of many, each in words by its id."""
    return question_options(view.found.tables, in_order(view, rows=MOST_LISTED))


@data.kept
def _words(view: data.View, picked: str, _language: str) -> _Words:
    tables, its, questions = view.found.tables, view.claims_of([picked]), view.questions_of([picked])
    question = questions.iloc[0]
    return _Words(
        question=question,
        claims=its.copy(),  # since pandas notes of the others each part that was taken of them
        told=answers_sentence(tables, question, its),
        lines=finding_lines(view.found, question, its, around(view, question)),
        published=publication_order(tables, view, question),
        table=claims_table(tables, its, questions),
    )


def _draw_worked_out(words: _Words) -> None:
    """Draw what is worked out of the answers, as counts, and in which order they were published."""
    if words.lines:
        st.markdown("\n".join(f"- {markdown.escape(line)}" for line in words.lines), width=760)
    published = words.published
    if len(published) > 1:
        with st.expander(_("In the order of publication"), key="compare_over_time", on_change="rerun") as opened:
            if opened.open:
                alt = _(
                    "{n} answer, the first published first.",
                    "{n} answers, the first published first.",
                    n=len(published),
                )
                st.dataframe(published, hide_index=True, alt=alt)


def publication_order(tables: data.Tables, view: data.View, question: pd.Series) -> pd.DataFrame:
    """Return the answers to one question in the order of their publication, as a table for readers."""
    told = view.found.over_time([question["question"]])
    names = source_names(tables)
    values = [format.value(value, question["kind"], question["unit"]) for value in told["value"]]
    return pd.DataFrame(
        {
            _("Published"): [format.date(day) if day else _("undated") for day in told["published"]],
            _("Source"): told["source"].map(names),
            _("Says"): [labels.stance(stance) for stance in told["stance"]],
            _("Answer"): values,
            _("Quoting"): told["voice"].map(word),
            _("Not given before"): told["new"].map({True: _("new"), False: ""}),
        }
    ).reset_index(drop=True)
