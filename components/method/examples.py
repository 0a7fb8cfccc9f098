"""Examples for the method page, worked out from the tables that are shown."""

from functools import lru_cache

import pandas as pd

import data
from components.words import format, markdown
from components.words.answers import answers_sentence, same_words_sentences
from components.words.i18n import _, note, word
from components.words.names import source_names
from components.words.questions import question_text
from data import examples


def with_example(rule: str, example: str) -> str:
    """Return a rule with its example set off beneath it, as Markdown."""
    return "\n\n".join([rule, *(f"> {part}" for part in example.split("\n\n") if part)])


@lru_cache(maxsize=64)
def verdict_example(tables: data.Tables, verdict: str, language: str) -> str:  # noqa: ARG001  the language is part of the key
    """Return one question with a verdict and its answers, as Markdown; nothing where the tables have none."""
    view = tables.select(data.Selection())
    return _told(tables, view, examples.of_verdict(view, verdict))


def _told(tables: data.Tables, view: data.View, questions: pd.DataFrame) -> str:
    """Return some questions with their answers, as Markdown."""
    claims = view.claims_of(questions["question"])
    told = [
        (question_text(tables, question), answers_sentence(tables, question, claims))
        for _row, question in questions.iterrows()
    ]
    return "\n\n".join(f"{markdown.escape(asked)}  \n{markdown.escape(answers)}" for asked, answers in told)


@lru_cache(maxsize=16)
def rules(tables: data.Tables, language: str) -> tuple[tuple[str, str, str], ...]:  # noqa: ARG001  as above
    """Return heading, rule and example (Markdown, or nothing) of each thing that careless comparisons get wrong."""
    view = tables.select(data.Selection())
    return (
        (
            _("Coarser is not different"),
            _("“2022” and “September 2022” can both be true, and so can “over two million” and “2.1 million”."),
            _told(tables, view, examples.of_precisions(view)),
        ),
        (
            _("Copies are one report"),
            _("Claims with one root, such as a wire report or a press conference, are counted once."),
            _one_origin_example(tables, view),
        ),
        (
            _("Quoting is not saying"),
            _("What parties say of each other, as a source reports it, makes a question disputed, no source wrong."),
            _told(tables, view, examples.of_verdict(view, "disputed")),
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
            _told(tables, view, examples.of_changes(view)),
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
    found = examples.of_one_origin(view)
    if found.empty:
        return ""
    root = view.claims_of(found["question"])["root"].iloc[0]
    both = _("Both go back to {origin}.", origin=source_names(tables).get(root, root))
    return f"{_told(tables, view, found)} {markdown.escape(both)}"


def _spelling_example(tables: data.Tables, view: data.View) -> str:
    """Return one name with the wordings that stand for it, and who uses which, as Markdown."""
    claims = examples.of_spellings(view)
    if claims.empty:
        return ""
    names = source_names(tables)
    wordings = [
        _("“{stated}” ({source})", stated=stated, source=names[source])
        for stated, source in claims[["stated", "source"]].drop_duplicates().itertuples(index=False)
    ]
    return markdown.escape(f"{word(claims['value'].iloc[0])}{_(': ')}{format.join(wordings)}.")


def _derived_example(tables: data.Tables, view: data.View) -> str:
    """Return the most exact date that was worked out, with its rule, as Markdown."""
    derived = examples.worked_out(view)
    if derived.empty:
        return ""
    claim = derived.iloc[0]
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
