"""What the matrix holds: its cells in words, its columns, and why a cell is empty."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

import data
from components.charts import theme
from components.compare.question_list import question_labels
from components.words import format, labels
from components.words.answers import cell_text
from components.words.i18n import N_, _, translate
from components.words.names import column_head, source_names
from components.words.questions import origins_text

MOST_COLUMNS = 7  # sources that are few enough to stand beside each other
MOST_ANSWERS = 4  # different answers that do; further ones stand below the last
SILENCE = "—"
REASONS = {"not yet": ("…", N_("not yet")), "out of range": ("↔", N_("out of range"))}
"""Why a source could not answer: its sign and its word. A mere silence has the sign alone."""
COLUMN_KINDS = {"answers": N_("Answers"), "kinds": N_("Kinds of source"), "sources": N_("Sources")}
"""What the columns can be where the sources are many."""
_GAP = ["gap", "kind", "unit", "gap_pct"]


def cells(view: data.View, questions: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each different answer of each source to each question, in words as short as a cell needs.

    Columns: question, source, words, relation (a verdict), denies, derived.
    """
    claims = view.claims_of(questions["question"])
    claims = claims.assign(relation=view.found.claim_verdicts(claims))
    of_list = claims["question"].map(questions.set_index("question")["member"]) != ""
    values = [
        cell_text(claim, listed=listed, short=True)
        for claim, listed in zip(claims.to_dict("records"), of_list, strict=True)
    ]
    keys = ["question", "source", "words", "relation", "denies"]
    said = claims.assign(words=values).sort_values(["denies", "low"], kind="stable").groupby(keys, sort=False)
    return said.agg(derived=("is_derived", "all")).reset_index()


def matrix_table(view: data.View, questions: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the matrix as a table: question, verdict, and what each source says; nothing where it is silent.

    By answers, each answer is a row, with the sources that give it; by kinds, a column holds answers and sources.
    """
    tables, said = view.found.tables, cells(view, questions)
    asked = pd.DataFrame(
        {
            "question": questions["question"],
            _("Question"): questions["title"] + _(": ") + question_labels(tables, questions).to_numpy(),
            _("Verdict"): questions["verdict"].map(theme.verdict_name),
        }
    )
    if by == "answers":
        _heads, answer = by_answer(tables, said)
        answer = answer[["question", "words", "who"]].set_axis(["question", _("Answer"), _("Sources")], axis=1)
        return asked.merge(answer, on="question").drop(columns="question")
    names: Mapping[str, str]
    if by == "kinds":
        of_source = source_kinds(tables, view.sources)
        columns = names = {kind: kind for kind in of_source.values()}
        _heads, told = by_kind(tables, said, of_source)
        told = told.assign(source=told["kind"], words=told["words"] + " (" + told["who"] + ")")
    else:
        columns, names, told = dict.fromkeys(view.sources, ""), source_names(tables), said
    by_source = told.pivot_table("words", index="question", columns="source", aggfunc=format.clauses, fill_value="")
    by_source = by_source.reindex(index=questions["question"], columns=list(columns), fill_value="")
    heads = {source: column_head(names[source], [*map(str, asked)]) for source in columns}
    named = by_source.rename(columns=heads).reset_index(drop=True)
    return asked.drop(columns="question").reset_index(drop=True).join(named)


def source_kinds(tables: data.Tables, sources: tuple[str, ...]) -> dict[str, str]:
    """Return the kind of each source, in words, the most frequent kind first; the rare of many kinds are one."""
    genres = tables.sources.set_index("source")["genre"].loc[list(sources)]
    counts = genres[genres != ""].value_counts()
    common = sorted(counts.index, key=lambda genre: (-counts[genre], genre))[: MOST_COLUMNS - 1]
    words = {genre: labels.term(genre) for genre in common}
    ranked = sorted(genres.items(), key=lambda of: common.index(of[1]) if of[1] in common else len(common))
    return {str(source): words.get(genre, _("Others")) for source, genre in ranked}


def cell_reasons(view: data.View, questions: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return sign and words for cells without an answer, by question and column: why a source could give none.

    Of a kind of source, the words count who is silent, and who could not answer.
    """
    if by == "answers":
        return pd.DataFrame(columns=["question", "column", "sign", "reason"], dtype="str")
    reasons = view.found.silences_of(questions["question"]).astype("str")
    if by == "kinds":
        reasons = reasons.assign(column=reasons["source"].map(source_kinds(view.found.tables, view.sources)))
        counts = reasons.groupby(["question", "column", "reason"]).size().reset_index(name="n")
        counts["reason"] = [
            " ".join(
                [
                    REASONS.get(reason, (SILENCE, ""))[0],
                    format.number(n),
                    translate(REASONS.get(reason, ("", N_("silent")))[1]),
                ]
            )
            for reason, n in zip(counts["reason"], counts["n"], strict=True)
        ]
        words = counts.groupby(["question", "column"])["reason"].agg("\n".join).reset_index()
        return words.assign(sign="")
    words = reasons[reasons["reason"].isin(list(REASONS))].rename(columns={"source": "column"})
    return words.assign(
        sign=words["reason"].map({reason: sign for reason, (sign, _word) in REASONS.items()}),
        reason=words["reason"].map({reason: translate(word) for reason, (_sign, word) in REASONS.items()}),
    )


def columns_of(
    tables: data.Tables, said: pd.DataFrame, sources: tuple[str, ...], by: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the heads of the columns, and the answers with the column that each stands in, wide and narrow."""
    if by == "answers":
        return by_answer(tables, said)
    if by == "kinds":
        return by_kind(tables, said, source_kinds(tables, sources))
    return by_source(tables, said, sources)


def by_source(tables: data.Tables, said: pd.DataFrame, sources: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a source."""
    names, place = source_names(tables), {source: place for place, source in enumerate(sources)}
    text, every = [names[source] for source in sources], list(place.values())
    heads = {"text_wide": text, "text_narrow": text, "column_wide": every, "column_narrow": every}
    column = said["source"].map(place)
    said = said.assign(text_wide=said["words"], text_narrow=said["words"], column_wide=column, column_narrow=column)
    return pd.DataFrame({**heads, "column": sources}), said


def by_answer(tables: data.Tables, said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a different answer, and the names of its sources below it.

    On a narrow screen the answers stand below each other.
    """
    together = _group_same(tables, said, [])
    column = together.groupby("question").cumcount().clip(upper=MOST_ANSWERS - 1)
    text = together["words"] + "\n" + together["who"]
    together = together.assign(text_wide=text, text_narrow=text, column_wide=column, column_narrow=0)
    heads = {"text_wide": "", "text_narrow": "", "column_wide": range(MOST_ANSWERS), "column_narrow": 0, "column": ""}
    return pd.DataFrame(heads), together


def by_kind(tables: data.Tables, said: pd.DataFrame, kind_of: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a kind of source; on a narrow screen the kind stands below the answer."""
    place = {kind: place for place, kind in enumerate(dict.fromkeys(kind_of.values()))}
    together = _group_same(tables, said.assign(kind=said["source"].map(kind_of)), ["kind"])
    together = together.assign(
        text_wide=together["words"] + "\n" + together["who"],
        text_narrow=together["words"] + "\n" + together["kind"] + ": " + together["who"],
        column_wide=together["kind"].map(place),
        column_narrow=0,
    )
    heads = {"text_wide": list(place), "text_narrow": "", "column_wide": list(place.values()), "column_narrow": 0}
    return pd.DataFrame({**heads, "column": list(place)}), together


def _group_same(tables: data.Tables, said: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return one row a different answer to a question, within each of `by`, with the names of its sources as `who`."""
    who = said.assign(who=said["source"].map(source_names(tables)))
    same = who.groupby(["question", *by, "words", "relation", "denies"], sort=False)
    found = same.agg(who=("who", lambda names: format.join(names.drop_duplicates())), derived=("derived", "all"))
    return found.reset_index()


def row_words(tables: data.Tables, questions: pd.DataFrame) -> pd.DataFrame:
    """Return what stands beside the cells: the event, named once for all that is asked of it, and the verdict."""
    gaps = [format.gap(gap, kind, unit, pct) for gap, kind, unit, pct in questions[_GAP].itertuples(index=False)]
    verdict = questions["verdict"].map(labels.verdict)
    asked = question_labels(tables, questions).to_numpy() + " ·\N{NO-BREAK SPACE}" + verdict
    origins = pd.Series([origins_text(row) for _place, row in questions.iterrows()], index=asked.index, dtype="str")
    asked = asked.where(origins == "", asked + ", " + origins)
    rows = questions[["question", "section"]].assign(
        event=questions["title"],
        verdict=questions["verdict"].map(theme.verdict_name),
        title=questions["title"].where(questions["event"] != questions["event"].shift(), ""),
        what=asked.where(np.array(gaps) == "", asked + ", " + np.array(gaps)),
    )
    return rows.reset_index(drop=True)
