"""The matrix of questions and sources: who answers what, and how each answer stands to the others.

A cell holds the answer in words, with the shape and colour of how it stands to the others; a dot where a source is
silent. On a narrow screen, a question stands above its cells instead of beside them.
"""

import re
import textwrap
from collections.abc import Hashable, Mapping
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

import data
from components import answers, kept, picking, sentences, style, wording
from components.wording import _

WIDE = 680  # pixels of width from which a question stands beside its cells
BESIDE = 0.34  # of the width, for the questions there
ROOM = {"wide": 860, "narrow": 350}  # pixels of width for which words are broken into lines
LETTER = 5.7  # pixels of a letter, on average
LINE = 16  # pixels a line of words
GLYPH = 18  # pixels of a shape, beside its words or, on a narrow screen, above them
MOST_COLUMNS = 7  # sources that stand beside each other; of more, each answer is a column with its sources
MOST_ANSWERS = 4  # columns then; further answers stand below the last
COLUMNS = ["column_wide", "column_narrow"]
SECTION = 40  # pixels for the heading of a section

SAYS_SO = {"asserts": "says so", "denies": "denies it", "alleges": "alleges it", "announces": "announces it"}
UNTOLD = {"not yet": ("…", "not yet"), "out of range": ("↔", "out of range")}
"""Why a source could not answer: its sign and its word. A mere silence has the sign alone."""
SHOWN = {"contested": "Contested", "several": "Answered by several", "all": "All"}
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
        key="compare_which",
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
        _(SAYS_SO[claim["stance"]]) if listed else _in_cell(claim)
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


def table(read: data.Tables, questions: pd.DataFrame, claims: pd.DataFrame, sources: tuple[str, ...]) -> pd.DataFrame:
    """Return the matrix as a table: question, verdict, and what each source says; nothing where it is silent.

    Of many sources, each answer is a row, with the sources that give it.
    """
    said = cells(questions, claims)
    asked = pd.DataFrame(
        {
            "question": questions["question"],
            _("Question"): questions["title"] + ": " + labels(read, questions).to_numpy(),
            _("Verdict"): questions["verdict"].map(style.name),
        }
    )
    if len(sources) > MOST_COLUMNS:
        _heads, answer = _by_answer(read, said)
        answer = answer[["question", "words", "who"]].set_axis(["question", _("Answer"), _("Sources")], axis=1)
        return asked.merge(answer, on="question").drop(columns="question")
    by_source = said.pivot_table("words", index="question", columns="source", aggfunc="; ".join, fill_value="")
    by_source = by_source.reindex(index=questions["question"], columns=list(sources), fill_value="")
    named = by_source.rename(columns=sentences.sources(read)).reset_index(drop=True)
    return asked.drop(columns="question").reset_index(drop=True).join(named)


def sentence(questions: pd.DataFrame, sources: tuple[str, ...]) -> str:
    """Return what the matrix shows: how many questions and sources, and how many questions of each verdict."""
    counts = questions["verdict"].value_counts()
    parts = [
        _("{n} {verdict}", n=int(counts[verdict]), verdict=wording.verdict(verdict).lower())
        for verdict in data.VERDICTS
        if verdict in counts
    ]
    return _(
        "{n} question and what {sources} sources say: {verdicts}.",
        "{n} questions and what {sources} sources say: {verdicts}.",
        n=len(questions),
        sources=len(sources),
        verdicts=wording.listing(parts),
    )


def draw(read: data.Tables, questions: pd.DataFrame, view: data.View, picked: str, *, key: str) -> None:
    """Draw the matrix of some questions with the picked one marked; a click on a row picks its question."""
    asked = tuple(questions["question"])
    claims = view.claims[view.claims["question"].isin(asked)]
    columns = view.sources if len(view.sources) <= MOST_COLUMNS else ()  # of more, those that answer
    picture = kept.spec(
        ("matrix", read, asked, tuple(claims["claim"]), columns, wording.language()),
        lambda: chart(read, questions, claims, view.sources),
    )
    st.vega_lite_chart(
        {**picture, "params": [*picture["params"], {"name": "picked", "value": picked}]},
        alt=sentence(questions, view.sources),
        key=key,
        on_select=lambda: picking.take_row(key, "question"),
    )


def chart(read: data.Tables, questions: pd.DataFrame, claims: pd.DataFrame, sources: tuple[str, ...]) -> Any:
    """Return the matrix as an Altair chart; a click on a row selects its `question` under the name `row`.

    Each source is a column while they are few; else each different answer is, with the sources that give it. The row
    of the question that the parameter `picked` names is marked; whoever draws the chart adds that parameter.
    """
    said = cells(questions, claims)
    answering = [source for source in sources if len(sources) <= MOST_COLUMNS or source in set(said["source"])]
    few = len(answering) <= MOST_COLUMNS
    heads, said = _by_source(read, said, answering) if few else _by_answer(read, said)
    rows = _rows(read, questions)
    for mode in ROOM:
        heads, rows, said = _lay_out(heads, rows, said, mode)
    said = said.join(answers.looks(said["relation"], said["derived"], said["denies"]))
    worst = said.iloc[said["relation"].map(list(style.LOOKS).index).argsort(kind="stable")]
    places = [f"{place}_{mode}" for place in ("cell", "end", "silence") for mode in ROOM]
    every = rows[["question", *places]].merge(heads[[*COLUMNS, *(["source"] if few else [])]], how="cross")
    every = every.merge(worst.drop_duplicates(["question", *COLUMNS])[["question", *COLUMNS, "colour"]], how="left")
    full, silent = every[every["colour"].notna()], every[every["colour"].isna() & few].drop(columns="colour")
    untold, silent = _untold(read, silent, answering)
    full = full.drop(columns=["question", "source"], errors="ignore")
    sections = rows[rows["section"] != rows["section"].shift()]

    plain: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": LINE}
    plain |= {"color": answers.text_colour(), "fontSize": alt.ExprRef("narrow ? 11 : 12")}
    bold = {**plain, "fontWeight": "bold"}
    start, across = {"x": alt.value(0)}, {"x": alt.value(0), "x2": alt.value("width")}
    cell: dict[str, Any] = {"x": _column("(narrow ? 1 : 3)"), "x2": _column("(narrow ? -1 : -3)", 1)}
    hints = {"event": _("Event"), "what": _("What"), "verdict": _("Verdict")}
    layers = [
        _placed(rows, y="top", y2="bottom")
        .transform_filter("datum.question == picked")
        .mark_rect(fill=style.INK, fillOpacity=0.2)
        .encode(**across),
        _placed(rows, y="top").mark_rule(color=style.INK, opacity=0.35).encode(**across),
        _placed(heads, y="head", text="head_words").mark_text(**bold).encode(x=_column("(narrow ? 1 : 5)")),
        _placed(sections, y="heading").mark_text(**bold).encode(text="section:N", **start),
        _placed(rows, y="title_y", text="title_words").mark_text(dx=5, **bold).encode(**start),
        _placed(rows, y="what_y", text="what_words").mark_text(dx=5, **plain).encode(**start),
        _placed(full, y="cell", y2="end")
        .transform_filter("datum.column_wide == 0 || !(narrow && beside)")
        .mark_rect(fillOpacity=0.14, cornerRadius=3)
        .encode(fill=alt.Fill("colour:N", scale=None), **cell),
        _placed(silent, y="silence").mark_rule(color=style.INK, opacity=0.7).encode(x=_column(8), x2=_column(18)),
        _placed(untold, y="untold")
        .transform_calculate(shown="beside || cell > 90 ? datum.sign + ' ' + datum.reason : datum.sign")
        .mark_text(opacity=0.9, **plain)
        .encode(x=_column(8), text="shown:N"),
        answers.dots(_placed(said, y="shape").encode(x=_column("(beside ? 14 : 10)")), 75),
        _placed(said, y="words_y", text="said").mark_text(**plain).encode(x=_column(f"(beside ? {GLYPH + 7} : 4)")),
        _placed(rows, y="top", y2="bottom")
        .mark_rect(fillOpacity=0, cursor="pointer")
        .encode(tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in hints.items()], **across)
        .add_params(alt.selection_point(name="row", fields=["question"], on="click", clear=False)),
    ]
    wide, narrow = (heads[column].nunique() for column in COLUMNS)
    params = {
        "side": f"narrow ? 0 : {BESIDE} * width",
        "cell": f"(width - side) / (narrow ? {narrow} : {wide})",
        "beside": f"!narrow || {narrow} == 1",
    }
    end = rows.iloc[-1]
    return answers.framed(layers, end["bottom_wide"], end["bottom_narrow"] - end["bottom_wide"], WIDE, **params)


def _untold(read: data.Tables, empty: pd.DataFrame, sources: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the empty cells of sources that could not answer, with sign and reason in words, and the other ones."""
    if empty.empty:
        return empty.assign(sign="", reason="", untold_wide=0, untold_narrow=0), empty
    reasons = data.silences(read, sources)
    reasons = reasons[reasons["reason"].isin(list(UNTOLD))].astype("str")
    found = empty.merge(reasons, how="left", on=["question", "source"]).drop(columns=["question", "source"])
    could = found["reason"].isna()
    untold, silent = found[~could], found[could].drop(columns="reason")
    untold = untold.assign(
        sign=untold["reason"].map({reason: sign for reason, (sign, _word) in UNTOLD.items()}),
        reason=untold["reason"].map({reason: _(word) for reason, (_sign, word) in UNTOLD.items()}),
        untold_wide=untold["silence_wide"] - 8,
        untold_narrow=untold["silence_narrow"] - 8,
    )
    return untold, silent


def _by_source(read: data.Tables, said: pd.DataFrame, sources: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the heads of the columns, one a source, and the answers with the column that each stands in."""
    names = sentences.sources(read)
    heads = pd.DataFrame({"text": [names[source] for source in sources], "column_wide": range(len(sources))})
    heads["source"] = sources
    column = said["source"].map({source: place for place, source in enumerate(sources)})
    said = said.assign(text=said["words"], column_wide=column, column_narrow=column)
    return heads.assign(column_narrow=heads["column_wide"]), said


def _by_answer(read: data.Tables, said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a different answer, and the names of its sources below it.

    On a narrow screen the answers stand below each other.
    """
    names = sentences.sources(read)
    who = said.assign(who=said["source"].map(names)).groupby(["question", "words", "relation", "denies"], sort=False)
    together = who.agg(who=("who", lambda who: wording.listing(who.drop_duplicates())), derived=("derived", "all"))
    together = together.reset_index()
    column = together.groupby("question").cumcount().clip(upper=MOST_ANSWERS - 1)
    together = together.assign(text=together["words"] + "\n" + together["who"], column_wide=column, column_narrow=0)
    heads = pd.DataFrame({"text": "", "column_wide": range(MOST_ANSWERS), "column_narrow": 0})
    heads.loc[0, "text"] = _("Answers")
    return heads, together


def _rows(read: data.Tables, questions: pd.DataFrame) -> pd.DataFrame:
    """Return what stands beside the cells: the event, named once for all that is asked of it, and the verdict."""
    gaps = [wording.apart(gap, kind, unit, pct) for gap, kind, unit, pct in questions[_GAP].itertuples(index=False)]
    verdict = questions["verdict"].map(wording.verdict)
    asked = labels(read, questions).to_numpy() + " ·\N{NO-BREAK SPACE}" + verdict
    rows = questions[["question", "section"]].assign(
        event=questions["title"],
        verdict=questions["verdict"].map(style.name),
        title=questions["title"].where(questions["event"] != questions["event"].shift(), ""),
        what=asked.where(np.array(gaps) == "", asked + ", " + np.array(gaps)),
    )
    return rows.reset_index(drop=True)


_GAP = ["gap", "kind", "unit", "gap_pct"]


def _placed(rows: pd.DataFrame, *, text: str = "", **heights: str) -> alt.Chart:
    """Return a chart of rows whose heights, text and column stand twice: for a wide and for a narrow screen."""
    fields = {"words": text, **heights} if text else heights
    if "column_wide" in rows:
        fields = {"column": "column", **fields}
    chosen = {name: f"narrow ? datum.{field}_narrow : datum.{field}_wide" for name, field in fields.items()}
    placed = alt.Chart(rows).transform_calculate(**chosen)
    placed = placed.encode(y=alt.Y("y:Q", scale=None, axis=None))
    placed = placed.encode(y2="y2:Q") if "y2" in heights else placed
    return placed.encode(text="words:N") if text else placed


def _column(inset: int | str, after: int = 0) -> Any:
    """Return the place of a cell's left edge, or with `after` its right one, moved by some pixels."""
    return alt.value(alt.ExprRef(f"side + (datum.column + {after}) * cell + {inset}"))


def _lay_out(
    heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, mode: str
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return heads, rows and answers with where they stand and their words in lines, each column ending in `mode`."""
    wide, column = mode == "wide", f"column_{mode}"
    columns = heads[column].nunique()
    beside = wide or columns == 1  # shapes stand beside words, else above them
    letter = LETTER if wide else LETTER * 11 / 12
    of_label = int((BESIDE if wide else 1) * ROOM[mode] / letter) - 2
    of_cell = int((ROOM[mode] * (1 - BESIDE if wide else 1) / columns - (GLYPH + 10 if beside else 4)) / letter)
    words, count = _broken(said["text"], of_cell)
    head_words, head_count = _broken(heads["text"], of_cell + (2 if wide else 0))
    title, title_count = _broken(rows["title"], of_label)
    what, what_count = _broken(rows["what"], of_label)

    each = count * LINE + (0 if beside else GLYPH) + (said["text"].str.contains("\n") * 6)
    before = each.groupby([said["question"], said[column]]).cumsum() - each
    inside = (before + each).groupby(said["question"]).max().reindex(rows["question"]).to_numpy()
    label = (title_count + what_count) * LINE
    height = np.maximum(label, inside) + 18 if wide else label + inside + 26
    new = rows["section"] != rows["section"].shift()
    bottom = (height + SECTION * new).cumsum() + head_count.max() * LINE + 2
    top = bottom - height
    cell = top + 4 if wide else top + label + 10
    starts = said["question"].map(dict(zip(rows["question"], cell, strict=True))) + before + 5
    of_rows = {
        "title_words": title,
        "what_words": what,
        "top": top,
        "bottom": bottom,
        "heading": top - SECTION + 16,
        "title_y": top + 9,
        "what_y": top + 9 + title_count * LINE,
        "cell": cell,
        "end": bottom - 4,
        "silence": cell + 13,
    }
    of_answers = {"said": words, "shape": starts + 8, "words_y": starts + (0 if beside else GLYPH - 2)}
    of_heads = {"head_words": head_words, "head": head_count * 0}
    suffix = f"_{mode}"
    return (
        heads.join(pd.DataFrame(of_heads).add_suffix(suffix)),
        rows.join(pd.DataFrame(of_rows).add_suffix(suffix)),
        said.join(pd.DataFrame(of_answers).add_suffix(suffix)),
    )


def _broken(texts: pd.Series, letters: int) -> tuple[pd.Series, pd.Series]:
    """Return texts in lines of so many letters, and how many lines each has."""
    letters = max(letters, 4)
    broken = texts.map(lambda text: "\n".join("\n".join(textwrap.wrap(line, letters)) for line in text.split("\n")))
    return broken, broken.str.count("\n") + (broken != "")
