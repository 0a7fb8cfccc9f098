"""One question: every answer on one axis, where most meet, the sides, whose answer it hangs on, and the evidence."""

import pandas as pd
import streamlit as st

import data
from components import (
    answers,
    asked,
    discrepancies,
    downloads,
    evidence,
    kept,
    matrix,
    passages,
    picking,
    sentences,
    style,
    views,
    wording,
)
from components.wording import _

ANCHOR = "one-question"


def draw(read: data.Tables, view: data.View) -> None:
    """Draw the question that is picked, the most contested one where none is: its answers, and what is behind them."""
    scope = (read, *asked.scope(view))
    questions = kept.made(("in order", *scope), lambda: matrix.order(view.questions))
    options = kept.made(("options", *scope), lambda: matrix.options(read, questions))
    picked = picking.one(_("Question"), "question", options, list(questions["question"]))
    question = questions[questions["question"] == picked].iloc[0]
    claims = view.claims[view.claims["question"] == picked]
    st.header(style.plain(sentences.asked(read, question)), anchor=ANCHOR)
    views.focus(ANCHOR)
    st.markdown(f"{style.badge(question['verdict'])} {wording.meaning(question['verdict'])}")
    key = (read, picked, tuple(claims["claim"]), wording.language())
    told = kept.made(("told", *key), lambda: sentences.answers(read, question, claims))
    st.markdown(style.plain(told), width=760)
    answers.draw(read, question, claims, key="compare_answers")
    for line in answers.remarks(question):
        st.caption(line)
    _worked_out(read, view, question, claims)
    st.subheader(_("The evidence"))
    evidence.cards(read, claims)
    passages.draw(read, claims)
    shown = kept.made(("answers", *key), lambda: evidence.table(read, claims, view.questions))
    with st.expander(_("These answers as a table")):
        st.dataframe(shown, hide_index=True, alt=told)
    downloads.buttons(shown, "answers", matrix.slug(picked))


def _worked_out(read: data.Tables, view: data.View, question: pd.Series, claims: pd.DataFrame) -> None:
    """Draw what is worked out of the answers, as counts, and in which order they were published."""
    key = (read, question["question"], tuple(claims["claim"]), wording.language())
    lines = kept.made(("one question", *key), lambda: _lines(read, view, question, claims))
    if lines:
        st.markdown("\n".join(f"- {style.plain(line)}" for line in lines), width=760)
    published = kept.made(("over time", *key), lambda: over_time(read, view, question))
    if len(published) > 1:
        with st.expander(_("In the order of publication"), key="compare_over_time", on_change="rerun") as opened:
            if opened.open:
                alt = _(
                    "{n} answer, the first published first.",
                    "{n} answers, the first published first.",
                    n=len(published),
                )
                st.dataframe(published, hide_index=True, alt=alt)


def _lines(read: data.Tables, view: data.View, question: pd.Series, claims: pd.DataFrame) -> list[str]:
    """Return what is worked out of the answers to one question, line by line."""
    held = data.sides(read, view.sources, [question["question"]])
    told = [meeting(question, held, claims), *sides(read, question, held, claims), pivotal(read, view, question)]
    told.append(record(read, question))
    return [line for line in told if line]


def meeting(question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return where most independent origins meet, with how many do and how many do not; ties as ties.

    `held` are the sides of the question. Nothing where one origin alone speaks, or only denials do.
    """
    if question["n_origins"] < 2 or not question["support_value"]:
        return ""
    if question["support_origins"] < 2:
        return _("No two independent origins, speaking for themselves, meet.")
    words = {
        row["value"]: discrepancies.side(row, question, claims) for row in held[~held["denied"]].to_dict("records")
    }
    what = [
        words.get(part, discrepancies.part(part, question["kind"], question["unit"]))
        for part in str(question["support_value"]).split(" | ")
    ]
    counts = {"n": int(question["support_origins"]), "against": int(question["against_origins"])}
    if len(what) > 1:
        return _(
            "A tie: {what} each fit the answers of {n} independent origins. A count, not a finding of what is true.",
            what=wording.listing(what),
            **counts,
        )
    return _(
        "Most independent origins meet at {what}: {n} for, {against} against. A count, not a finding of what is true.",
        what=what[0],
        **counts,
    )


def sides(read: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> list[str]:
    """Return a line for each side of a contested question: what it is, and how many independent origins hold it."""
    if question["verdict"] not in data.CONTESTED:
        return []
    names = sentences.sources(read)
    lines = [
        _(
            "{side} fits the answers of {n} independent origin ({who})",
            "{side} fits the answers of {n} independent origins ({who})",
            side=discrepancies.side(row, question, claims),
            n=row["n_origins"],
            who=wording.listing(names.get(origin, origin) for origin in row["origins"].split(" | ")),
        )
        for row in held.to_dict("records")
        if row["n_origins"]
    ]
    if len(held) and not held["own"].iloc[0]:
        lines.append(_("Counted on these sides are the parties that sources quote, too."))
    return lines


def pivotal(read: data.Tables, view: data.View, question: pd.Series) -> str:
    """Return which single source, left out, would end the contest; nothing where there is none."""
    if question["verdict"] not in data.CONTESTED:
        return ""
    found = data.pivotal(read, view.sources)
    found = found[found["question"] == question["question"]]
    if found.empty:
        return _("No single source, left out, would end this.")
    names = sentences.sources(read)
    ends = [
        _("{source} (then: {after})", source=names[row["source"]], after=_after(row["after"]))
        for row in found.to_dict("records")
    ]
    return _("One source alone, left out, would end this: {ends}.", ends=wording.listing(ends, "or"))


def record(read: data.Tables, question: pd.Series) -> str:
    """Return what record would settle a contested question; nothing where the tables have no note on that."""
    if question["verdict"] not in data.CONTESTED:
        return ""
    noted = str(read.events.set_index("event").loc[question["event"], "record"])
    return _("What would settle it: {record}", record=noted) if noted else ""


def _after(verdict: str) -> str:
    return _("no answer left") if verdict == data.GONE else wording.verdict(verdict).lower()


def over_time(read: data.Tables, view: data.View, question: pd.Series) -> pd.DataFrame:
    """Return the answers to one question in the order of their publication, as a table for readers."""
    told = data.over_time(read, view.sources)
    told = told[told["question"] == question["question"]]
    names = sentences.sources(read)
    values = [wording.value(value, question["kind"], question["unit"]) for value in told["value"]]
    return pd.DataFrame(
        {
            _("Published"): [wording.date(day) if day else _("undated") for day in told["published"]],
            _("Source"): told["source"].map(names),
            _("Says"): [wording.stance(stance) for stance in told["stance"]],
            _("Answer"): values,
            _("Quoting"): told["voice"],
            _("Not given before"): told["new"].map({True: _("new"), False: ""}),
        }
    ).reset_index(drop=True)
