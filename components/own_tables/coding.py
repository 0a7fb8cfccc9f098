"""Coding a text with help: its dates, quantities and names as proposals, to accept, to correct or to leave."""

import hashlib
from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

import data
from components.own_tables.rehearsing import MOST_LISTED
from components.words import format, labels, markdown
from components.words.i18n import N_, _, translate
from components.words.questions import event_titles
from data.coding.knowledge import knowledge_of
from data.coding.languages import language_of
from data.coding.proposals import MOST_CHARACTERS, paragraphs_of
from data.values import DATE_FORMS, parse_dates

KINDS = {"date": N_("date"), "quantity": N_("quantity"), "name": N_("name"), "event": N_("event")}
REASONS = {
    "same value": N_("another source gives this answer"),
    "near value": N_("another source gives an answer that fits this one"),
    "same unit": N_("its answers are in this unit"),
    "shared words": N_("the sentence has words of the event: {words}"),
    "same paragraph": N_("the paragraph has words of the event"),
}
SHOWN = ("accepted", "wording", "value", "unit", "question", "reason", "period", "stance", "locator")
ROWS = ("source", "event", "attribute", "value", "unit", "period", "stated", "locator", "stance", "basis")
"""The columns of the claims that are made of what is accepted."""
FOUND = "coding_found"
"""Where the session holds what was found in its text, so that a tick does not read it anew."""
# Tints that let the background through, so that they suit light and dark; lines, so that no kind hangs on a colour.
STYLE = """<style>
.coded {margin: 0 0 0.6em; overflow-wrap: anywhere}
.coded mark {color: inherit; border-radius: 2px; padding: 0.1em 0; text-underline-offset: 0.2em}
.coded .date {background: rgba(230, 165, 0, 0.28); text-decoration: underline solid 2px}
.coded .quantity {background: rgba(0, 140, 230, 0.22); text-decoration: underline double 1px}
.coded .name {background: rgba(20, 160, 90, 0.2); text-decoration: underline dotted 2px}
.coded .event {background: rgba(150, 90, 220, 0.2); text-decoration: underline dashed 2px}
</style>"""


def draw(tables: data.Tables) -> pd.DataFrame:
    """Draw the place for a text, and what is found in it; return the claims that are accepted, as text."""
    st.markdown(
        _(
            "Paste a text: its dates, quantities, and the names that the tables know are found, each with a question "
            "that it may answer. Accept, correct or leave each. It is read on this server by rules alone, and never "
            "stored."
        ),
        width=760,
    )
    text = st.text_area(_("Text"), key="coding_text", height=200, max_chars=MOST_CHARACTERS) or ""
    with st.container(horizontal=True):
        date = (st.text_input(_("Its date"), key="coding_date", placeholder="2024-06-05") or "").strip()
        source = (st.text_input(_("Its source"), key="coding_source") or "").strip()
    if not text.strip():
        return pd.DataFrame(columns=list(ROWS), dtype="str")
    _remark_on(date)
    coded = _found(tables.as_read, text, date)
    st.html(STYLE + _legend() + "".join(marked(text, coded)))
    st.caption(_("In the table, the arrow keys move, the space bar accepts, and Enter opens a cell to correct it."))
    return accepted(_edited(tables, proposed(coded), text + date), source or _("the text"))


def _remark_on(date: str) -> None:
    """Say what is missing where the day of the text is not given, or does not read."""
    if not date:
        st.caption(_("Without its date, what counts from it is left out, such as “on Tuesday”."))
    elif parse_dates(pd.Series([date], dtype="str"))["low"].isna().all():
        st.caption(
            _(
                "“{date}” does not read as a date; expected a form such as {forms}.",
                date=markdown.escape(date),
                forms=markdown.escape(DATE_FORMS.partition(", [")[0]),
            )
        )


def _found(tables: data.Tables, text: str, date: str) -> pd.DataFrame:
    """Return what is found in a text: for the same text and tables, what was found before."""
    asked = (tables, text, date)
    if st.session_state.get(FOUND, ((),))[0] != asked:
        st.session_state[FOUND] = (asked, data.code_text(tables, text, date))
    found: pd.DataFrame = st.session_state[FOUND][1]
    return found


def _legend() -> str:
    kinds = " ".join(f'<mark class="{kind}">{escape(translate(name))}</mark>' for kind, name in KINDS.items())
    return f'<p class="coded">{escape(_("Marked:"))} {kinds}</p>'


def marked(text: str, coded: pd.DataFrame) -> Iterator[str]:
    """Yield the paragraphs of a text as HTML, each with its number, and what is found in `mark` of its kind."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for paragraph, *span in coded[["paragraph", "start", "end", "kind"]].itertuples(index=False):
        spans.setdefault(paragraph, []).append(tuple(span))
    language = language_of(text)
    for number, (start, paragraph) in enumerate(paragraphs_of(text), 1):
        inside = "".join(_parts(paragraph, start, spans.get(f"p{number}", [])))
        place = escape(format.locator(f"p{number}"))
        yield f'<p class="coded" lang="{language}" dir="auto"><small>{place}</small> {inside}</p>'


def _parts(paragraph: str, at: int, spans: list[tuple[int, int, str]]) -> Iterator[str]:
    """Yield a paragraph that begins at a place of the text, cut at the ends of what is marked in it."""
    done = 0
    for start, end, kind in spans:
        if start - at >= done:
            yield escape(paragraph[done : start - at])
            yield f'<mark class="{kind}">{escape(paragraph[start - at : end - at])}</mark>'
            done = end - at
    yield escape(paragraph[done:])


def proposed(coded: pd.DataFrame) -> pd.DataFrame:
    """Return what may become claims, with `SHOWN` and `basis`: what has a question, and all dates and quantities.

    What the text says twice is one row, where it was said first.
    """
    rows = coded[(coded["kind"] != "event") & ((coded["attribute"] != "") | (coded["kind"] != "name"))]
    rows = rows.drop_duplicates(["event", "attribute", "value", "unit", "period"])
    reasons = [reason_words(reason, words) for reason, words in zip(rows["reason"], rows["words"], strict=True)]
    return rows.assign(
        accepted=False,
        question=(rows["event"] + "/" + rows["attribute"]).where(rows["attribute"] != "", None),
        reason=reasons,
        stance=rows["stance"].where(rows["stance"] != "", "asserts"),
        locator=rows["paragraph"],
    )[[*SHOWN, "basis"]].reset_index(drop=True)


def reason_words(reason: str, words: str) -> str:
    """Return why a question is proposed, in words."""
    told = format.join([format.quoted(word) for word in words.split()])
    return format.clauses(translate(REASONS[part], words=told) for part in reason.split(" | ") if part)


def _edited(tables: data.Tables, rows: pd.DataFrame, text: str) -> pd.DataFrame:
    """Draw the proposals as a table to tick and to correct, and return it as the reader left it."""
    titles = event_titles(tables)
    attributes = dict(zip(tables.attributes["attribute"], tables.attributes["label"], strict=True))
    questions = {
        f"{event}/{attribute}": (event, attribute) for event, attribute in knowledge_of(tables.as_read).questions
    }
    questions |= {question: tuple(question.rsplit("/", 1)) for question in rows["question"].dropna()}
    names: dict[Any, str] = {
        question: f"{titles.get(event, event)}{_(': ')}{attributes.get(attribute) or attribute}"
        for question, (event, attribute) in questions.items()
    }
    columns = {
        "accepted": st.column_config.CheckboxColumn(_("Accept")),
        "wording": st.column_config.TextColumn(_("As stated")),
        "value": st.column_config.TextColumn(_("Value")),
        "unit": st.column_config.TextColumn(_("Unit"), width="small"),
        "question": st.column_config.SelectboxColumn(_("Question"), options=list(names), format_func=names.__getitem__)
        if len(names) <= MOST_LISTED
        else st.column_config.TextColumn(_("Question")),
        "reason": st.column_config.TextColumn(_("Why"), disabled=True),
        "period": st.column_config.TextColumn(_("Period")),
        "stance": st.column_config.SelectboxColumn(
            _("Stance"), options=list(labels.STANCES), format_func=lambda name: labels.stance(str(name))
        ),
        "locator": st.column_config.TextColumn(_("Where"), width="small"),
    }
    # The ticks of one text are none of another's: its table is a widget of its own.
    key = f"coding_rows_{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    return st.data_editor(
        rows,
        column_config=columns,
        column_order=SHOWN,
        hide_index=True,
        key=key,
        alt=_("Table of what was found in the text"),
    )


def accepted(rows: pd.DataFrame, source: str) -> pd.DataFrame:
    """Return the proposals that are ticked and have a question as claims of a source, with the columns `ROWS`."""
    chosen = rows[rows["accepted"] & rows["question"].notna()]
    events, attributes = chosen["question"].str.rsplit("/", n=1).str[0], chosen["question"].str.rsplit("/", n=1).str[-1]
    claims = chosen.assign(source=source, event=events, attribute=attributes, stated=chosen["wording"])
    return claims[list(ROWS)].fillna("").astype("str").reset_index(drop=True)
