"""One question: every answer on one axis, where most meet, the sides, whose answer it hangs on, and the evidence."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import streamlit as st

import data
from components.charts import answers, theme
from components.compare.question_list import MOST_LISTED, in_order, question_options
from components.evidence import cards, passages, table
from components.evidence.table import claims_table
from components.shell import address, citation, downloads, navigation, take_away
from components.words import format, labels, markdown
from components.words.answers import answers_sentence, interval_text, position_text
from components.words.false_precision import question_precision
from components.words.i18n import _, language, word
from components.words.names import source_names
from components.words.questions import cause_sentences, origins_text, question_text, question_texts, verdict_remarks
from data import values
from data.selection import ORDERS

ANCHOR = "one-question"
MOST_ALSO = 3  # neighbouring questions that a line names


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


@lru_cache(maxsize=32)
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


@lru_cache(maxsize=32)
def _listed(view: data.View, _language: str) -> dict[str, str]:
    """Return the questions in the order of the list, the first of many, each in words by its id."""
    return question_options(view.found.tables, in_order(view, rows=MOST_LISTED))


@lru_cache(maxsize=32)
def _words(view: data.View, picked: str, _language: str) -> _Words:
    tables, its, questions = view.found.tables, view.claims_of([picked]), view.questions_of([picked])
    question = questions.iloc[0]
    return _Words(
        question=question,
        claims=its,
        told=answers_sentence(tables, question, its),
        lines=_lines(tables, view, question, its),
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


def _lines(tables: data.Tables, view: data.View, question: pd.Series, claims: pd.DataFrame) -> list[str]:
    """Return what is worked out of the answers to one question, line by line."""
    held = view.found.positions_of([question["question"]])
    told = [
        support_sentence(question, held, claims),
        *position_lines(tables, question, held, claims),
        pivotal_sentence(tables, view, question),
    ]
    told += [*cause_sentences(tables, question), question_precision(view.found, question, claims)]
    told += [record_sentence(tables, question), also_sentence(tables, view, question)]
    return [line for line in told if line]


def support_sentence(question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return where most independent origins meet, with how many do and how many do not; ties as ties.

    `held` are the sides of the question. Nothing where one origin alone speaks, or only denials do.
    """
    if question["n_origins"] < 2 or not question["support_value"]:
        return ""
    if question["support_origins"] < 2:
        return _("No two independent origins, speaking for themselves, meet.")
    words = {row["value"]: position_text(row, question, claims) for row in held[~held["denied"]].to_dict("records")}
    what = [
        words.get(part, interval_text(part, question["kind"], question["unit"]))
        for part in str(question["support_value"]).split(" | ")
    ]
    counts = {"n": int(question["support_origins"]), "against": int(question["against_origins"])}
    if len(what) > 1:
        return _(
            "A tie: {what} each fit the answers of {n} independent origins. A count, not a finding of what is true.",
            what=format.join(what),
            **counts,
        )
    return _(
        "Most independent origins meet at {what}: {n} for, {against} against. A count, not a finding of what is true.",
        what=what[0],
        **counts,
    )


def position_lines(tables: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> list[str]:
    """Return a line for each side of a contested question: what it is, and how many independent origins hold it."""
    if question["verdict"] not in data.CONTESTED:
        return []
    names = source_names(tables)
    lines = [
        _(
            "{side} fits the answers of {n} independent origin ({who})",
            "{side} fits the answers of {n} independent origins ({who})",
            side=position_text(row, question, claims),
            n=row["n_origins"],
            who=format.join(names.get(origin, origin) for origin in row["origins"].split(" | ")),
        )
        for row in held.to_dict("records")
        if row["n_origins"]
    ]
    held_by = Counter(
        origin for origins in held.loc[held["n_origins"] > 0, "origins"] for origin in origins.split(" | ")
    )
    if several := [names.get(origin, origin) for origin, n in held_by.items() if n > 1]:
        lines.append(
            _(
                "{who} fits more than one of these sides, and is counted on each.",
                "{who} fit more than one of these sides, and are counted on each.",
                n=len(several),
                who=format.join(several),
            )
        )
    if len(held) and not held["own"].iloc[0]:
        lines.append(_("Counted on these sides are the parties that sources quote, too."))
    return lines


def pivotal_sentence(tables: data.Tables, view: data.View, question: pd.Series) -> str:
    """Return which single source, left out, would end the contest; nothing where there is none."""
    if question["verdict"] not in data.CONTESTED:
        return ""
    found = view.found.pivotal_of([question["question"]])
    if found.empty:
        return _("No single source, left out, would end this.")
    names = source_names(tables)
    ends = [
        _("{source} (then: {after})", source=names[row["source"]], after=_after(row["after"]))
        for row in found.to_dict("records")
    ]
    return _("One source alone, left out, would end this: {ends}.", ends=format.join(ends, "or"))


def record_sentence(tables: data.Tables, question: pd.Series) -> str:
    """Return what record would settle a contested question; nothing where the tables have no note on that."""
    if question["verdict"] not in data.CONTESTED:
        return ""
    noted = str(tables.events.set_index("event").loc[question["event"], "record"])
    return _("What would settle it: {record}", record=noted) if noted else ""


def also_sentence(tables: data.Tables, view: data.View, question: pd.Series) -> str:
    """Return what else is told of the same time under another period, unit or event, and never compared with this.

    Nothing where nothing is: another year of a series is no second telling.
    """
    events = tables.events.set_index("event")
    related = events["see_also"].get(question["event"], "") if "see_also" in events else ""
    others = view.questions_about([question["event"], *related.split()])
    others = others[(others["attribute"] == question["attribute"]) & (others["member"] == question["member"])]
    others = others[others["question"] != question["question"]]
    if others.empty:
        return ""
    days = values.DATE.parse(pd.concat([others["period"], pd.Series([question["period"]])], ignore_index=True))
    own, asked_of = days.iloc[:-1].set_axis(others.index), days.iloc[-1]
    others = others[~((own["low"] > asked_of["high"]) | (own["high"] < asked_of["low"]))]
    if others.empty:
        return ""
    others = others.sort_values("event", key=lambda events: events != question["event"], kind="stable")
    listed = [
        _(
            "{question}: {answers}",
            question=asked.rstrip("? \u202f"),
            answers=format.values(row["values"], row["kind"], row["unit"]),
        )
        for asked, row in zip(question_texts(tables, others), others.head(MOST_ALSO).to_dict("records"), strict=False)
    ]
    more = len(others) - MOST_ALSO
    listed += [_("{n} more", n=more)] if more > 0 else []
    return _("Also told, and a question of its own: {others}.", others=format.clauses(listed))


def _after(verdict: str) -> str:
    return _("no answer left") if verdict == data.GONE else labels.verdict(verdict).lower()


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
