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
CORE, MOST_CORE = "core", 5
MOST_ANSWERS = 4  # different answers that do; further ones stand below the last
SILENCE = "—"
REASONS = {"not yet": ("…", N_("not yet")), "out of range": ("↔", N_("out of range"))}
"""Why a source could not answer: its sign and its word. A mere silence has the sign alone."""
COLUMN_KINDS = {"kinds": N_("Kinds of source"), "answers": N_("Answers"), "sources": N_("Sources")}
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
        told = told.assign(
            source=told["column"], words=told["words"] + (" (" + told["who"] + ")").where(told["who"] != "", "")
        )
    else:
        columns, names, told = dict.fromkeys(view.sources, ""), source_names(tables), said
    by_source = told.pivot_table("words", index="question", columns="source", aggfunc=format.clauses, fill_value="")
    by_source = by_source.reindex(index=questions["question"], columns=list(columns), fill_value="")
    heads = {source: column_head(names[source], [*map(str, asked)]) for source in columns}
    named = by_source.rename(columns=heads).reset_index(drop=True)
    return asked.drop(columns="question").reset_index(drop=True).join(named)


def source_kinds(tables: data.Tables, sources: tuple[str, ...]) -> dict[str, str]:
    """Return the kind of each source, in words, the most frequent kind first; the rare of many kinds are one.

    Of a set that has core texts beside others, each of these, where they are few, is a kind of its own, by its name.
    """
    about = tables.sources.set_index("source").loc[list(sources)]
    is_core = about["set"] == CORE
    names = source_names(tables)
    core = {str(source): names[source] for source in about.index[is_core]}
    if not 0 < len(core) <= MOST_CORE or len(core) == len(sources):
        core = {}
    genres = about["genre"].drop(list(core))
    counts = genres[genres != ""].value_counts()
    most = MOST_COLUMNS - 1 - len(core)
    common = sorted(counts.index, key=lambda genre: (-counts[genre], genre))[:most]
    words = {genre: labels.term(genre) for genre in common}
    ranked = sorted(genres.items(), key=lambda of: common.index(of[1]) if of[1] in common else len(common))
    return core | {str(source): words.get(genre, _("Others")) for source, genre in ranked}


def cell_reasons(view: data.View, questions: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return sign and words for cells without an answer, by question and column: why a source could give none.

    Of a kind of source, the words count who is silent, and who could not answer.
    """
    if by == "answers":
        return pd.DataFrame(columns=["question", "column", "sign", "reason"], dtype="str")
    reasons = view.found.silences_of(questions["question"]).astype("str")
    if by == "kinds":
        of_source = source_kinds(view.found.tables, view.sources)
        column = reasons["source"].map(of_source)
        alone = column == reasons["source"].map(source_names(view.found.tables))  # which says its own reason
        reasons = reasons.assign(column=column)
        counts = reasons[~alone].groupby(["question", "column", "reason"]).size().reset_index(name="n")
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
        return pd.concat([words.assign(sign=""), _reasons_of_one(reasons[alone])])
    return _reasons_of_one(reasons.assign(column=reasons["source"]))


def _reasons_of_one(reasons: pd.DataFrame) -> pd.DataFrame:
    words = reasons.loc[reasons["reason"].isin(list(REASONS)), ["question", "column", "reason"]]
    return words.assign(
        sign=words["reason"].map({reason: sign for reason, (sign, _word) in REASONS.items()}),
        reason=words["reason"].map({reason: translate(word) for reason, (_sign, word) in REASONS.items()}),
    )


def columns_of(
    tables: data.Tables, said: pd.DataFrame, sources: tuple[str, ...], by: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the heads of the columns (column, text), and the answers with their `column` and, as `who`, their sources.

    By answers, a column is one of the different answers, and has no name; by kinds, a kind of source; else a source.
    """
    if by == "answers":
        return by_answer(tables, said)
    if by == "kinds":
        return by_kind(tables, said, source_kinds(tables, sources))
    names = source_names(tables)
    heads = pd.DataFrame({"column": sources, "text": [names[source] for source in sources]}, dtype="str")
    return heads, said.assign(column=said["source"], who="")


def by_answer(tables: data.Tables, said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a different answer; further ones stand below the last."""
    together = _group_same(tables, said, [])
    place = together.groupby("question").cumcount().clip(upper=MOST_ANSWERS - 1).astype("str")
    columns = [str(place) for place in range(MOST_ANSWERS)]
    return pd.DataFrame({"column": columns, "text": ""}, dtype="str"), together.assign(column=place)


def by_kind(tables: data.Tables, said: pd.DataFrame, kind_of: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same with one column a kind of source."""
    kinds = list(dict.fromkeys(kind_of.values()))
    together = _group_same(tables, said.assign(column=said["source"].map(kind_of)), ["column"])
    together["who"] = together["who"].where(together["who"] != together["column"], "")  # a core text is a kind itself
    return pd.DataFrame({"column": kinds, "text": kinds}, dtype="str"), together


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
