"""The discrepancies in words: in short, in full, and what else is to be known of each."""

from typing import Any

import pandas as pd

import data
from components.charts import theme
from components.compare.matrix_cells import cells
from components.words import format, labels, markdown
from components.words.answers import answers_sentence
from components.words.discrepancies import flags, short_sentence
from components.words.i18n import _
from components.words.names import source_names
from components.words.questions import cause_sentences, list_verdicts, origins_text, question_text

SERIES = 4  # contested periods from which an event's questions stand in one line
NAMED = 3  # sources named beside a value; of more, the rest are counted
MOST_CHIPS = 6  # values beside each other; of more, the rest are counted
NEEDED = [
    "question",
    "source",
    "voice",
    "stance",
    "value",
    "kind",
    "unit",
    "low",
    "high",
    "denies",
    "own",
    "superseded",
]  # of a claim, to word it
WORDS = ("short", "asked", "told", "chips", "flags", "causes")


def contested_rows(view: data.View, order: str, first: int = 1, lines: int | None = None) -> pd.DataFrame:
    """Return one row a contested question of a view, sorted by one of `selection.ORDERS`: all, or those of some lines.

    Besides the columns of `View.contested_lines`: `apart` (the gap in words).
    """
    found = view.contested_lines(order, SERIES, first, lines)
    gaps = zip(found["gap"], found["kind"], found["unit"], found["gap_pct"], strict=True)
    return found.assign(apart=pd.Series([format.gap(*gap) for gap in gaps], index=found.index, dtype="str"))


def add_words(view: data.View, part: pd.DataFrame) -> pd.DataFrame:
    """Return `contested_rows` with their words, by their names in `WORDS`."""
    pairs = view.found.same_words
    words = _words(view.found.tables, view, part, set(pairs["event"]) | set(pairs["other_event"]))
    return part.assign(**{name: [words[question][name] for question in part["question"]] for name in WORDS})


def _words(tables: data.Tables, view: data.View, part: pd.DataFrame, echoed: set[str]) -> dict[str, dict[str, Any]]:
    """Return, by question, its words by their names in `WORDS`."""
    claims = view.claims_of(part["question"])
    of_question = dict(list(claims[NEEDED].groupby("question", sort=False)))
    chips = _chips(view, part)
    records = [row for _place, row in part.iterrows()]
    held = view.found.positions_of(part["question"])
    held_of = dict(list(held.groupby("question", sort=False)))
    return {
        question: {
            "short": short_sentence(tables, row, held_of[question], of_question[question]),
            "asked": question_text(tables, row),
            "told": answers_sentence(tables, row, of_question[question]),
            "chips": chips[question],
            "flags": format.clauses(flags(row, echoed=row["event"] in echoed)),
            "causes": " ".join(cause_sentences(tables, row)),
        }
        for question, row in zip(part["question"], records, strict=True)
    }


def _chips(view: data.View, questions: pd.DataFrame) -> dict[str, list[str]]:
    """Return, by question, each different answer on the tint of how it stands to the others, and its sources."""
    names, said = source_names(view.found.tables), cells(view, questions)
    said = said.groupby(["question", "words", "relation", "denies"], sort=False).agg(
        sources=("source", lambda ids: list(dict.fromkeys(ids))), derived=("derived", "all")
    )
    found: dict[str, list[str]] = {}
    for chip in said.reset_index().to_dict("records"):
        look, sources = theme.LOOKS[chip["relation"]], chip["sources"]
        words = _("{value} (worked out)", value=chip["words"]) if chip["derived"] else chip["words"]
        glyph = "⊘" if chip["denies"] else look.glyph
        who = [markdown.escape(names[source]) for source in sources[:NAMED]]
        more = len(sources) - NAMED
        who += [_("{n} more", n=more)] if more > 0 else []
        found.setdefault(chip["question"], []).append(
            f":{look.theme}-badge[{glyph} {markdown.escape(words)}] :small[{format.join(who)}]"
        )
    return {
        question: [
            *chips[:MOST_CHIPS],
            *([_("and {n} more", n=len(chips) - MOST_CHIPS)] if len(chips) > MOST_CHIPS else []),
        ]
        for question, chips in found.items()
    }


def series_sentence(tables: data.Tables, part: pd.DataFrame) -> str:
    """Return how much of a series is contested: how many figures, of which years, and where the gap is widest."""
    years = sorted({period[:4] for period in part["period"]})
    told = _(
        "{n} figure contested, of {years} year, {first}",
        "{n} figures contested, of {years} years from {first} to {last}",
        n=len(part),
        years=len(years),
        first=years[0],
        last=years[-1],
    )
    if len(years) == 1:
        told = _("{n} figure contested, of {year}", "{n} figures contested, all of {year}", n=len(part), year=years[0])
    widest = part.sort_values(["gap_rank", "place"], ascending=[False, True]).iloc[0]
    if not widest["apart"]:
        return f"{told}."
    return _(
        "{told}. Furthest apart: {asked} {apart}.",
        told=told,
        asked=question_text(tables, widest),
        apart=widest["apart"],
    )


def series_flags(part: pd.DataFrame) -> str:
    """Return of how many questions of a series each flag holds."""
    counts = {
        _("within one origin"): (~part["independent"].astype(bool)).sum(),
        _("within the gap that is usual between such figures"): part["within_expected_gap"].sum(),
        _("worked out, not stated"): part["derived"].sum(),
    }
    return format.clauses(
        _("{n} of {every}: {flag}", n=int(n), every=len(part), flag=flag) for flag, n in counts.items() if n
    )


def readers_table(every: pd.DataFrame) -> pd.DataFrame:
    """Return discrepancies as a table for readers."""
    return pd.DataFrame(
        {
            _("In short"): every["short"],
            _("Question"): every["asked"],
            _("Verdict"): every["verdict"].map(theme.verdict_name),
            _("What the sources say"): every["told"],
            _("Gap"): every["apart"],
            _("Contested"): [origins_text(row) for _place, row in every.iterrows()],
            _("Independent origins"): every["n_origins"],
            _("Sources"): every["n_sources"],
            _("Remarks"): every["flags"],
            _("Why they differ"): every["causes"],
            _("Topic"): every["topic"].map(labels.term),
            _("Question id"): every["question"],
        }
    ).reset_index(drop=True)


def sentence(view: data.View) -> str:
    """Return how many questions of a view are contested, by verdict."""
    counts = view.count()["questions"].reindex(data.CONTESTED).dropna()
    return _(
        "{n} contested question: {verdicts}.",
        "{n} contested questions: {verdicts}.",
        n=int(counts.sum()),
        verdicts=list_verdicts(counts),
    )
