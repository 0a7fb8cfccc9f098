"""The matrix of questions and sources: who answers what, and how each answer stands to the others.

A cell holds the answer in words, with the shape and colour of how it stands to the others; a dot where a source is
silent. On a narrow screen, a question stands above its cells instead of beside them.
"""

import textwrap
from collections.abc import Hashable, Mapping
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

import data
from components import answers, sentences, style, wording
from components.wording import _

WIDE = 680  # pixels of width from which a question stands beside its cells
BESIDE = 0.34  # of the width, for the questions there
ROOM = {"wide": 860, "narrow": 350}  # pixels of width for which words are broken into lines
LETTER = 6.0  # pixels of a letter, on average
LINE = 16  # pixels a line of words
GLYPH = 18  # pixels of a shape, beside its words or, on a narrow screen, above them
SECTION = 40  # pixels for the heading of a section

SAYS_SO = {"asserts": "says so", "denies": "denies it", "alleges": "alleges it", "announces": "announces it"}
SHOWN = ("contested", "several", "all")


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
    periods = questions["period"].map({period: wording.date(period) for period in set(questions["period"]) - {""}})
    what = what.where(periods.isna(), what + ", " + periods.fillna(""))
    planned = questions["planned"].astype(bool)
    what = what.where(~planned, what + " (" + _("as planned") + ")")
    return pd.Series(what.to_numpy(), index=questions["question"])


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
    """Return the matrix as a table: question, verdict, and what each source says; nothing where it is silent."""
    names = sentences.sources(read)
    said = cells(questions, claims).pivot_table(index="question", columns="source", values="words", aggfunc="; ".join)
    said = said.reindex(index=questions["question"], columns=list(sources)).fillna("")
    asked = questions["title"] + ": " + labels(read, questions).to_numpy()
    columns = {_("Question"): asked, _("Verdict"): questions["verdict"].map(style.name)}
    return pd.DataFrame({**columns, **{names[source]: said[source].to_numpy() for source in sources}})


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


def chart(
    read: data.Tables, questions: pd.DataFrame, claims: pd.DataFrame, sources: tuple[str, ...], picked: str = ""
) -> Any:
    """Return the matrix as an Altair chart; a click on a row selects its `question` under the name `row`."""
    names = sentences.sources(read)
    said = cells(questions, claims)
    said["column"] = said["source"].map({source: place for place, source in enumerate(sources)})
    heads = pd.DataFrame({"column": range(len(sources)), "text": [names[source] for source in sources]})
    rows = _rows(read, questions)
    for mode, room in ROOM.items():
        heads, rows, said = _lay_out(heads, rows, said, mode, room)
    said = said.join(answers.looks(said["relation"], said["derived"], said["denies"]))
    every = rows.merge(heads[["column"]], how="cross")
    worst = said.iloc[said["relation"].map(list(style.LOOKS).index).argsort(kind="stable")]
    every = every.merge(worst.drop_duplicates(["question", "column"])[["question", "column", "colour"]], how="left")
    full, silent = every[every["colour"].notna()], every[every["colour"].isna()]
    sections = rows[rows["section"] != rows["section"].shift()]

    words: dict[str, Any] = {
        "align": "left",
        "baseline": "top",
        "lineBreak": "\n",
        "lineHeight": LINE,
        "color": answers.text_colour(),
    }
    words["fontSize"] = alt.ExprRef("narrow ? 11 : 12")
    start, width = {"x": alt.value(0)}, {"x": alt.value(0), "x2": alt.value("width")}
    cell: dict[str, Any] = {"x": _column("(narrow ? 1 : 3)"), "x2": _column("(narrow ? -1 : -3)", 1)}
    fill = alt.Fill("colour:N", scale=None)
    clicked = alt.selection_point(name="row", fields=["question"], on="click", clear=False)
    layers = [
        _placed(rows[rows["question"] == picked], y="top", y2="bottom")
        .mark_rect(fill=style.INK, fillOpacity=0.2)
        .encode(**width),
        _placed(rows, y="top").mark_rule(color=style.INK, opacity=0.35).encode(**width),
        _placed(heads, y="head", text="head_words")
        .mark_text(**words, fontWeight="bold")
        .encode(x=_column("(narrow ? 1 : 5)")),
        _placed(sections, y="heading").mark_text(**words, fontWeight="bold").encode(text="section:N", **start),
        _placed(rows, y="title_y", text="title_words").mark_text(**words, fontWeight="bold", dx=5).encode(**start),
        _placed(rows, y="what_y", text="what_words").mark_text(**words, dx=5).encode(**start),
        _placed(full, y="cell", y2="end").mark_rect(fillOpacity=0.14, cornerRadius=3).encode(fill=fill, **cell),
        _placed(silent, y="silence").mark_rule(color=style.INK, opacity=0.7).encode(x=_column(8), x2=_column(18)),
        answers.dots(_placed(said, y="shape").encode(x=_column("(narrow ? 10 : 14)")), 75),
        _placed(said, y="words_y", text="said").mark_text(**words).encode(x=_column(f"(narrow ? 4 : {GLYPH + 7})")),
        _placed(rows, y="top", y2="bottom")
        .mark_rect(fillOpacity=0, cursor="pointer")
        .encode(
            tooltip=[
                alt.Tooltip("event:N", title=_("Event")),
                alt.Tooltip("what:N", title=_("What")),
                alt.Tooltip("verdict:N", title=_("Verdict")),
            ],
            **width,
        )
        .add_params(clicked),
    ]
    end = rows.iloc[-1]
    side = alt.param(name="side", expr=f"narrow ? 0 : {BESIDE} * width")
    column = alt.param(name="cell", expr=f"(width - side) / {len(sources)}")
    more = end["bottom_narrow"] - end["bottom_wide"]
    return answers.framed(layers, end["bottom_wide"], more, WIDE).add_params(side, column)


def _rows(read: data.Tables, questions: pd.DataFrame) -> pd.DataFrame:
    """Return what stands beside the cells: the event, named once for all that is asked of it, and the verdict."""
    gaps = [wording.apart(gap, kind, unit, pct) for gap, kind, unit, pct in questions[_GAP].itertuples(index=False)]
    verdict = questions["verdict"].map(wording.verdict)
    asked = labels(read, questions).to_numpy() + " · " + verdict
    rows = questions[["question", "section"]].assign(
        event=questions["title"],
        verdict=questions["verdict"].map(style.name),
        title=questions["title"].where(questions["event"] != questions["event"].shift(), ""),
        what=asked.where(np.array(gaps) == "", asked + ", " + np.array(gaps)),
    )
    return rows.reset_index(drop=True)


_GAP = ["gap", "kind", "unit", "gap_pct"]


def _placed(rows: pd.DataFrame, *, text: str = "", **heights: str) -> alt.Chart:
    """Return a chart of rows whose heights, and text, stand in two columns each: for a wide and a narrow screen."""
    fields = {"words": text, **heights} if text else heights
    chosen = {name: f"narrow ? datum.{field}_narrow : datum.{field}_wide" for name, field in fields.items()}
    placed = alt.Chart(rows).transform_calculate(**chosen)
    placed = placed.encode(y=alt.Y("y:Q", scale=None, axis=None))
    placed = placed.encode(y2="y2:Q") if "y2" in heights else placed
    return placed.encode(text="words:N") if text else placed


def _column(inset: int | str, after: int = 0) -> Any:
    """Return the place of a cell's left edge, or with `after` its right one, moved by some pixels."""
    return alt.value(alt.ExprRef(f"side + (datum.column + {after}) * cell + {inset}"))


def _lay_out(
    heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, mode: str, room: int
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return heads, rows and answers with where they stand and their words in lines, each column ending in `mode`."""
    wide = mode == "wide"
    letter = LETTER if wide else LETTER * 11 / 12
    of_label = int((BESIDE if wide else 1) * room / letter) - 2
    of_cell = int((room * (1 - BESIDE if wide else 1) / len(heads) - (GLYPH + 10 if wide else 4)) / letter)
    words, count = _broken(said["words"], of_cell)
    head_words, head_count = _broken(heads["text"], of_cell + (2 if wide else 0))
    title, title_count = _broken(rows["title"], of_label)
    what, what_count = _broken(rows["what"], of_label)

    each = count * LINE + (0 if wide else GLYPH)
    before = each.groupby([said["question"], said["column"]]).cumsum() - each
    inside = (before + each).groupby(said["question"]).max().reindex(rows["question"]).to_numpy()
    label = (title_count + what_count) * LINE
    height = np.maximum(label, inside) + 18 if wide else label + inside + 26
    new = rows["section"] != rows["section"].shift()
    bottom = (height + SECTION * new).cumsum() + head_count.max() * LINE + 2
    top = bottom - height
    cell = top + 4 if wide else top + label + 10
    starts = said["question"].map(dict(zip(rows["question"], cell, strict=True))) + before + 5
    placed = {
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
    of_answers = {"said": words, "shape": starts + 8, "words_y": starts + (0 if wide else GLYPH - 2)}
    of_heads = {"head_words": head_words, "head": head_count * 0}
    suffix = f"_{mode}"
    return (
        heads.join(pd.DataFrame(of_heads).add_suffix(suffix)),
        rows.join(pd.DataFrame(placed).add_suffix(suffix)),
        said.join(pd.DataFrame(of_answers).add_suffix(suffix)),
    )


def _broken(texts: pd.Series, letters: int) -> tuple[pd.Series, pd.Series]:
    """Return texts in lines of so many letters, and how many lines each has."""
    broken = texts.map(lambda text: "\n".join(textwrap.wrap(text, max(letters, 4))))
    return broken, broken.str.count("\n") + (broken != "")
