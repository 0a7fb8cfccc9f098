"""The matrix of questions and sources: who answers what, and how each answer stands to the others.

A cell holds the answer in words, with the shape and colour of how it stands to the others, or why there is none. Of
few sources each is a column. Of many, a column is one of the different answers, or a kind of source, or a source
among those that answer, a few at a time. On a narrow screen, a question stands above its cells instead of beside them.
"""

import re
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

import data
from components import (
    answers,
    asked,
    downloads,
    filters,
    kept,
    matrix_picture,
    picking,
    sentences,
    style,
    views,
    wording,
)
from components.wording import _

ROWS = 12  # questions on one page
MOST_COLUMNS = 7  # sources that are few enough to stand beside each other
MOST_ANSWERS = 4  # different answers that do; further ones stand below the last
COLUMNS_BESIDE = 5  # of more sources, those that do at a time
# The page's colour is known to the browser alone: what is scrolled beneath the heads is blurred instead.
STICKY = "position: sticky; top: 3.75rem; z-index: 5; backdrop-filter: blur(14px)"

SILENT = "—"
UNTOLD = {"not yet": ("…", "not yet"), "out of range": ("↔", "out of range")}
"""Why a source could not answer: its sign and its word. A mere silence has the sign alone."""
BY = {"answers": "Answers", "kinds": "Kinds of source", "sources": "Sources"}
"""What the columns can be where the sources are many."""
SHOWN = {"contested": "Contested", "several": "By several", "all": "All"}
"""Which questions the matrix can show."""


def order(questions: pd.DataFrame) -> pd.DataFrame:
    """Return questions with a column `section`: the contested first, by weight, then the rest by topic and title."""
    contested = questions["verdict"].isin(data.CONTESTED)
    first = sentences.strongest(questions[contested]).assign(section=_("Contested"))
    rest = questions[~contested].sort_values(["topic", "title", "attribute", "question"], kind="stable")
    return pd.concat([first, rest.assign(section=rest["topic"].map(wording.label))], ignore_index=True)


def labels(read: data.Tables, questions: pd.DataFrame) -> pd.Series:
    """Return, by question, what is asked of its event: the attribute, the member of a list, the period, if planned."""
    what = questions["attribute"].map(read.attributes.set_index("attribute")["label"]).map(_)
    what = what.where(questions["member"] == "", what + ": " + questions["member"])
    said = {period: f", {wording.date(period)}" if period else "" for period in questions["period"].unique()}
    what += questions["period"].map(said)
    planned = questions["planned"].astype(bool)
    what = what.where(~planned, what + " (" + _("as planned") + ")")
    return pd.Series(what.to_numpy(), index=questions["question"])


def options(read: data.Tables, questions: pd.DataFrame) -> dict[str, str]:
    """Return each question in words, with its verdict's shape, by its id."""
    glyphs = questions["verdict"].map({verdict: look.glyph for verdict, look in style.LOOKS.items()})
    words = glyphs.to_numpy() + " " + questions["title"].to_numpy() + ": " + labels(read, questions)
    return {str(question): str(text) for question, text in words.items()}


def choice(questions: pd.DataFrame) -> str:
    """Draw the choice of which questions to show, each with its number, and return it, one of `SHOWN`."""
    counts = {which: len(shown(questions, which)) for which in SHOWN}
    picked = st.segmented_control(
        _("Questions"),
        [which for which, count in counts.items() if count],
        format_func=lambda which: f"{_(SHOWN[which])} ({wording.number(counts[which])})",
        default="several" if counts["several"] else "all",
        required=True,
        wrap=True,
        key="compare_which",
        persist_state="page",
    )
    return str(picked)


def legend() -> str:
    """Return how to read the matrix, in a sentence."""
    return _(
        "{looks}. An outline: worked out, not stated. ⊘: a denial. —: silent, though it could have said. "
        "… not yet: published before anyone could know. ↔ out of range: it speaks of another time.",
        looks=", ".join(map(style.name, data.VERDICTS)),
    )


def slug(question: str) -> str:
    """Return a question's id such that it can stand in a file's name."""
    return re.sub(r"[^\w-]+", "-", question)


def shown(questions: pd.DataFrame, which: str) -> pd.DataFrame:
    """Return the questions of one of `SHOWN`: the contested, these and all that several sources answer, or all."""
    if which == "contested":
        return questions[questions["verdict"].isin(data.CONTESTED)]
    several = (questions["n_sources"] > 1) | questions["verdict"].isin(data.CONTESTED)
    return questions[several] if which == "several" else questions


def cells(questions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each different answer of each source to each question, in words as short as a cell needs.

    Columns: question, source, words, relation (a verdict), denies, derived.
    """
    claims = claims[claims["question"].isin(questions["question"])]
    claims = claims.assign(relation=answers.relations(questions, claims))
    of_list = claims["question"].map(questions.set_index("question")["member"]) != ""
    values = [
        _(asked.SAYS_SO[claim["stance"]]) if listed else _in_cell(claim)
        for claim, listed in zip(claims.to_dict("records"), of_list, strict=True)
    ]
    keys = ["question", "source", "words", "relation", "denies"]
    said = claims.assign(words=values).sort_values(["denies", "low"], kind="stable").groupby(keys, sort=False)
    return said.agg(derived=("is_derived", "all")).reset_index()


def _in_cell(claim: Mapping[Hashable, Any]) -> str:
    value = wording.value(claim["value"], claim["kind"], claim["unit"], short=True)
    if claim["stance"] == "denies":
        return _("not {value}", value=value)
    return _("{value} (alleged)", value=value) if claim["stance"] == "alleges" else value


def table(
    read: data.Tables, questions: pd.DataFrame, claims: pd.DataFrame, sources: tuple[str, ...], by: str
) -> pd.DataFrame:
    """Return the matrix as a table: question, verdict, and what each source says; nothing where it is silent.

    By answers, each answer is a row, with the sources that give it; by kinds, a column holds answers and sources.
    """
    said = cells(questions, claims)
    asked = pd.DataFrame(
        {
            "question": questions["question"],
            _("Question"): questions["title"] + ": " + labels(read, questions).to_numpy(),
            _("Verdict"): questions["verdict"].map(style.name),
        }
    )
    if by == "answers":
        _heads, answer = _by_answer(read, said)
        answer = answer[["question", "words", "who"]].set_axis(["question", _("Answer"), _("Sources")], axis=1)
        return asked.merge(answer, on="question").drop(columns="question")
    names: Mapping[str, str]
    if by == "kinds":
        of_source = kinds(read, sources)
        columns = names = {kind: kind for kind in of_source.values()}
        _heads, told = _by_kind(read, said, of_source)
        told = told.assign(source=told["kind"], words=told["words"] + " (" + told["who"] + ")")
    else:
        columns, names, told = dict.fromkeys(sources, ""), sentences.sources(read), said
    by_source = told.pivot_table("words", index="question", columns="source", aggfunc="; ".join, fill_value="")
    by_source = by_source.reindex(index=questions["question"], columns=list(columns), fill_value="")
    named = by_source.rename(columns=names).reset_index(drop=True)
    return asked.drop(columns="question").reset_index(drop=True).join(named)


def sentence(questions: pd.DataFrame, sources: tuple[str, ...]) -> str:
    """Return what the matrix shows: how many questions and sources, and how many questions of each verdict."""
    return _(
        "{n} question and what {sources} sources say: {verdicts}.",
        "{n} questions and what {sources} sources say: {verdicts}.",
        n=len(questions),
        sources=len(sources),
        verdicts=sentences.verdicts(questions),
    )


def draw(read: data.Tables, view: data.View) -> None:
    """Draw the choice of questions and columns, the matrix a page at a time, and all of it as a table to take away."""
    questions = kept.made(("in order", read, *asked.scope(view)), lambda: order(view.questions))
    left, right = st.columns(2)
    with left:
        which = choice(questions)
    rows = shown(questions, which)
    by, many = "sources", len(view.sources) > MOST_COLUMNS
    if many:
        with right:
            by = picking.switch(_("Columns"), "columns", {slug: _(words) for slug, words in BY.items()})
    place = st.container(gap=None)
    part = _page(rows, "compare_page", ROWS)
    sources = view.sources
    if many and by == "sources":
        found = answering(part, view)
        st.caption(_("{n} sources answer these questions; those that answer most come first.", n=len(found)))
        sources = tuple(_page(found, f"compare_columns_{part['question'].iloc[0]}", COLUMNS_BESIDE)["source"])
    with place:
        _picture(read, part, view, sources, by)
    st.caption(legend())
    _open(read, rows)
    told = _("{n} row as a table, and download", "All {n} rows as a table, and download", n=len(rows))
    with st.expander(told, key="compare_table", on_change="rerun") as opened:
        if opened.open:
            every = table(read, rows, view.claims, view.sources, by)
            st.dataframe(every, hide_index=True, alt=sentence(rows, view.sources))
            downloads.buttons(every, "matrix", which, by if many else "", filters.slug())


def _page(rows: pd.DataFrame, key: str, most: int) -> pd.DataFrame:
    """Draw the pages of rows, so many on each, and return those of the page that is open."""
    pages = -(-len(rows) // most)
    if pages < 2:
        return rows
    page = st.pagination(pages, key=f"{key}_{len(rows)}", persist_state="page")
    return rows.iloc[(page - 1) * most : page * most]


def answering(questions: pd.DataFrame, view: data.View) -> pd.DataFrame:
    """Return the sources that answer some of the questions, those that answer most first: source, answered."""
    said = view.claims[view.claims["question"].isin(questions["question"])]
    counts = said.groupby("source")["question"].nunique().rename("answered")
    place = pd.Series(range(len(view.sources)), index=list(view.sources), name="place")
    found = counts.to_frame().join(place).sort_values(["answered", "place"], ascending=[False, True])
    return found.reset_index()[["source", "answered"]]


def kinds(read: data.Tables, sources: tuple[str, ...]) -> dict[str, str]:
    """Return the kind of each source, in words, the most frequent kind first; the rare of many kinds are one."""
    genres = read.sources.set_index("source")["genre"].loc[list(sources)]
    counts = genres[genres != ""].value_counts()
    common = sorted(counts.index, key=lambda genre: (-counts[genre], genre))[: MOST_COLUMNS - 1]
    words = {genre: wording.label(genre) for genre in common}
    ranked = sorted(genres.items(), key=lambda of: common.index(of[1]) if of[1] in common else len(common))
    return {str(source): words.get(genre, _("Others")) for source, genre in ranked}


def _open(read: data.Tables, rows: pd.DataFrame) -> None:
    """Draw the list from which a question is opened, by keyboard too."""
    words = options(read, rows)
    st.selectbox(
        _("Open a question"),
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder=_("Choose one, or a row above"),
        key="compare_open",
        on_change=lambda: views.open_question(str(st.session_state["compare_open"])),
    )


def _picture(read: data.Tables, questions: pd.DataFrame, view: data.View, sources: tuple[str, ...], by: str) -> None:
    """Draw the matrix of some questions; a click on a row opens its question."""
    rows = tuple(questions["question"])
    told_of = tuple(view.claims.loc[view.claims["question"].isin(rows), "claim"])
    hangs_on = () if by == "answers" else (view.sources, sources)
    heads, body = kept.made(
        ("matrix", read, rows, told_of, by, hangs_on, wording.language()),
        lambda: matrix_picture.drawn(layout(read, questions, view, sources, by)),
    )
    told = sentence(questions, view.sources)
    if by != "answers":
        st.html(f"<style>[data-testid=stLayoutWrapper]:has(> .st-key-compare_heads) {{{STICKY}}}</style>")
        with st.container(key="compare_heads"):
            st.vega_lite_chart(heads, alt=_("The columns of the matrix below"), key="compare_heads_chart")
    key = "compare_matrix"
    st.vega_lite_chart(body, alt=told, key=key, on_select=lambda: views.open_row(key))


def layout(
    read: data.Tables, questions: pd.DataFrame, view: data.View, sources: tuple[str, ...], by: str
) -> matrix_picture.Layout:
    """Return where everything of the matrix stands; its columns are one of `BY`, and of sources, those given."""
    said = cells(questions, view.claims)
    heads, said = _columns(read, said[said["source"].isin(sources)], sources, by)
    return matrix_picture.layout(heads, _rows(read, questions), said, _reasons(read, questions, view.sources, by))


def _reasons(read: data.Tables, questions: pd.DataFrame, sources: tuple[str, ...], by: str) -> pd.DataFrame:
    """Return sign and words for cells without an answer, by question and column: why a source could give none.

    Of a kind of source, the words count who is silent, and who could not answer.
    """
    if by == "answers":
        return pd.DataFrame(columns=["question", "column", "sign", "reason"], dtype="str")
    reasons = data.silences(read, sources)
    reasons = reasons[reasons["question"].isin(questions["question"])].astype("str")
    if by == "kinds":
        reasons = reasons.assign(column=reasons["source"].map(kinds(read, sources)))
        counts = reasons.groupby(["question", "column", "reason"]).size().reset_index(name="n")
        counts["reason"] = [
            " ".join([UNTOLD.get(reason, (SILENT, ""))[0], wording.number(n), _(UNTOLD.get(reason, ("", "silent"))[1])])
            for reason, n in zip(counts["reason"], counts["n"], strict=True)
        ]
        words = counts.groupby(["question", "column"])["reason"].agg("\n".join).reset_index()
        return words.assign(sign="")
    words = reasons[reasons["reason"].isin(list(UNTOLD))].rename(columns={"source": "column"})
    return words.assign(
        sign=words["reason"].map({reason: sign for reason, (sign, _word) in UNTOLD.items()}),
        reason=words["reason"].map({reason: _(word) for reason, (_sign, word) in UNTOLD.items()}),
    )


def _columns(
    read: data.Tables, said: pd.DataFrame, sources: tuple[str, ...], by: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the heads of the columns, and the answers with the column that each stands in, wide and narrow."""
    if by == "answers":
        return _by_answer(read, said)
    if by == "kinds":
        return _by_kind(read, said, kinds(read, sources))
    return _by_source(read, said, sources)


def _by_source(read: data.Tables, said: pd.DataFrame, sources: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a source."""
    names, place = sentences.sources(read), {source: place for place, source in enumerate(sources)}
    text, every = [names[source] for source in sources], list(place.values())
    heads = {"text_wide": text, "text_narrow": text, "column_wide": every, "column_narrow": every}
    column = said["source"].map(place)
    said = said.assign(text_wide=said["words"], text_narrow=said["words"], column_wide=column, column_narrow=column)
    return pd.DataFrame({**heads, "column": sources}), said


def _by_answer(read: data.Tables, said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a different answer, and the names of its sources below it.

    On a narrow screen the answers stand below each other.
    """
    together = _together(read, said, [])
    column = together.groupby("question").cumcount().clip(upper=MOST_ANSWERS - 1)
    text = together["words"] + "\n" + together["who"]
    together = together.assign(text_wide=text, text_narrow=text, column_wide=column, column_narrow=0)
    heads = {"text_wide": "", "text_narrow": "", "column_wide": range(MOST_ANSWERS), "column_narrow": 0, "column": ""}
    return pd.DataFrame(heads), together


def _by_kind(read: data.Tables, said: pd.DataFrame, kind_of: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a kind of source; on a narrow screen the kind stands below the answer."""
    place = {kind: place for place, kind in enumerate(dict.fromkeys(kind_of.values()))}
    together = _together(read, said.assign(kind=said["source"].map(kind_of)), ["kind"])
    together = together.assign(
        text_wide=together["words"] + "\n" + together["who"],
        text_narrow=together["words"] + "\n" + together["kind"] + ": " + together["who"],
        column_wide=together["kind"].map(place),
        column_narrow=0,
    )
    heads = {"text_wide": list(place), "text_narrow": "", "column_wide": list(place.values()), "column_narrow": 0}
    return pd.DataFrame({**heads, "column": list(place)}), together


def _together(read: data.Tables, said: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return one row a different answer to a question, within each of `by`, with the names of its sources as `who`."""
    who = said.assign(who=said["source"].map(sentences.sources(read)))
    same = who.groupby(["question", *by, "words", "relation", "denies"], sort=False)
    found = same.agg(who=("who", lambda names: wording.listing(names.drop_duplicates())), derived=("derived", "all"))
    return found.reset_index()


def _rows(read: data.Tables, questions: pd.DataFrame) -> pd.DataFrame:
    """Return what stands beside the cells: the event, named once for all that is asked of it, and the verdict."""
    gaps = [wording.apart(gap, kind, unit, pct) for gap, kind, unit, pct in questions[_GAP].itertuples(index=False)]
    verdict = questions["verdict"].map(wording.verdict)
    asked = labels(read, questions).to_numpy() + " ·\N{NO-BREAK SPACE}" + verdict
    asked = asked.where(~questions["one_origin"].astype(bool), asked + ", " + _("one origin"))
    rows = questions[["question", "section"]].assign(
        event=questions["title"],
        verdict=questions["verdict"].map(style.name),
        title=questions["title"].where(questions["event"] != questions["event"].shift(), ""),
        what=asked.where(np.array(gaps) == "", asked + ", " + np.array(gaps)),
    )
    return rows.reset_index(drop=True)


_GAP = ["gap", "kind", "unit", "gap_pct"]
