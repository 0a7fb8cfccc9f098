"""Examples for the method page, worked out from the tables that are shown."""

from functools import lru_cache

import pandas as pd

import data
from components.words import format, markdown
from components.words.answers import answers_sentence, same_words_sentences
from components.words.i18n import _, note, word
from components.words.names import source_names
from components.words.questions import question_text


def with_example(rule: str, example: str) -> str:
    """Return a rule with its example set off beneath it, as Markdown."""
    return "\n\n".join([rule, *(f"> {part}" for part in example.split("\n\n") if part)])


@lru_cache(maxsize=64)
def verdict_example(tables: data.Tables, verdict: str, language: str) -> str:  # noqa: ARG001  the language is part of the key
    """Return one question with a verdict and its answers, as Markdown; nothing where the tables have none."""
    view = tables.select(data.Selection())
    return _example(tables, view, view.ranked[view.ranked["verdict"] == verdict])


def _example(tables: data.Tables, view: data.View, questions: pd.DataFrame, most: int = 1) -> str:
    """Return the plainest of some questions, the first of equals, with their answers, as Markdown."""
    plain = questions.assign(of_list=questions["member"] != "", other=questions["kind"] != "date")
    plain = plain.sort_values(["planned", "of_list", "other"], kind="stable").head(most)
    told = [
        (question_text(tables, question), answers_sentence(tables, question, view.claims))
        for _row, question in plain.iterrows()
    ]
    return "\n\n".join(f"{markdown.escape(asked)}  \n{markdown.escape(answers)}" for asked, answers in told)


@lru_cache(maxsize=16)
def rules(tables: data.Tables, language: str) -> tuple[tuple[str, str, str], ...]:  # noqa: ARG001  as above
    """Return heading, rule and example (Markdown, or nothing) of each thing that careless comparisons get wrong."""
    view = tables.select(data.Selection())
    questions = view.questions
    coarser = questions[(questions["verdict"] == "compatible") & (questions["kind"] == "date")]
    return (
        (
            _("Coarser is not different"),
            _("“2022” and “September 2022” can both be true, and so can “over two million” and “2.1 million”."),
            _example(tables, view, coarser.tail(1)),
        ),
        (
            _("Copies are one report"),
            _("Claims with one root, such as a wire report or a press conference, are counted once."),
            _one_origin_example(tables, view),
        ),
        (
            _("Quoting is not saying"),
            _("What parties say of each other, as a source reports it, makes a question disputed, no source wrong."),
            _example(tables, view, view.contested[view.contested["verdict"] == "disputed"]),
        ),
        (
            _("“On Tuesday” is worked out"),
            _(
                "A date worked out from such words is marked as derived, with its rule. "
                "It never lies after the day on which its source was published."
            ),
            _derived_example(tables, view),
        ),
        (
            _("A change is no conflict"),
            _("Answers for two periods, in two units, or of a plan and of its outcome, are answers to two questions."),
            _example(tables, view, _questions_that_change(questions), most=2),
        ),
        (
            _("Spelling is not substance"),
            _("Sergei and Sergey are one name. A part is finer than its whole, as a month is than its year."),
            _spelling_example(tables, view),
        ),
        (
            _("The same words, another speaker"),
            _("Nearly the same words by different speakers are two events. Such pairs are listed as a finding."),
            markdown.escape(next(iter(same_words_sentences(view.found)), "")),
        ),
        (
            _("Some gaps are usual"),
            _(
                "Two countries' books on one flow of goods seldom match. "
                "A conflict within the usual gap is marked as such."
            ),
            _usual_gap_example(tables),
        ),
    )


def _one_origin_example(tables: data.Tables, view: data.View) -> str:
    """Return a question that only claims of one root answer, with that root, as Markdown."""
    found = view.questions[view.questions["one_origin"]]
    told = _example(tables, view, found.head(1))
    if told:
        root = view.claims.loc[view.claims["question"] == found["question"].iloc[0], "root"].iloc[0]
        told += " " + markdown.escape(_("Both go back to {origin}.", origin=source_names(tables).get(root, root)))
    return told


def _questions_that_change(questions: pd.DataFrame) -> pd.DataFrame:
    """Return the questions on one event and attribute that differ in their period, else those on plans."""
    periods = questions[questions["period"] != ""].groupby(["event", "attribute"])["period"].transform("nunique")
    several = questions.loc[periods.index[periods > 1]]
    if several.empty:
        return questions[questions["planned"].astype(bool)]
    return several.merge(several[["event", "attribute"]].head(1))


def _spelling_example(tables: data.Tables, view: data.View) -> str:
    """Return one name with the wordings that stand for it, and who uses which, as Markdown."""
    varied = view.questions.loc[view.questions["variants"], "question"]
    if varied.empty:
        return ""
    claims = view.claims[(view.claims["question"] == varied.iloc[0]) & (view.claims["stated"] != "")]
    names = source_names(tables)
    wordings = [
        _("“{stated}” ({source})", stated=stated, source=names[source])
        for stated, source in claims[["stated", "source"]].drop_duplicates().itertuples(index=False)
    ]
    return markdown.escape(f"{word(claims['value'].iloc[0])}{_(': ')}{format.join(wordings)}.")


def _derived_example(tables: data.Tables, view: data.View) -> str:
    """Return the most exact date that was worked out, with its rule, as Markdown."""
    derived = view.claims[view.claims["is_derived"] & (view.claims["kind"] == "date") & (view.claims["stated"] != "")]
    if derived.empty:
        return ""
    claim = derived.iloc[(derived["high"] - derived["low"]).argmin()]
    told = _(
        "“{stated}” in {source}, {place}, is {value}. {rule}.",
        stated=claim["stated"],
        source=source_names(tables)[claim["source"]],
        place=format.locator(claim["locator"]),
        value=format.date(claim["value"]),
        rule=note(claim.to_dict()).rstrip("."),
    )
    return markdown.escape(told)


def _usual_gap_example(tables: data.Tables) -> str:
    usual = tables.attributes[tables.attributes["expected_gap"].notna()]
    if usual.empty:
        return ""
    first = usual.iloc[0]
    told = _(
        "{label}: up to {gap}. {reason}",
        label=first["label"],
        gap=format.percent(first["expected_gap"]),
        reason=first["expected_gap_reason"],
    )
    return markdown.escape(told)
