"""Examples for the method page, worked out from the tables that are shown."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd
from babel import Locale, UnknownLocaleError

import data
from components import sentences, style, wording
from components.wording import _
from data import values as grammar
from data.schema import SCHEMA

FORMS = (
    ("2023-07-04", "date", "4 July 2023"),
    ("2023-07", "date", "July 2023"),
    ("2024-06-04/2024-06-05", "date", "some time within these days"),
    ("../2013", "date", "2013 or earlier"),
    ("199X", "date", "the 1990s"),
    ("1992~", "date", "about 1992, give or take a year"),
    ("2022-21", "date", "spring 2022"),
    ("[2022-07,2022-09]", "date", "one of these"),
    ("2023-07-01/2023-07-10", "date", "early July 2023; mid is 11–20, late is from 21"),
    ("3500", "quantity", "3,500"),
    ("~3500", "quantity", "about 3,500"),
    ("3.2e6", "quantity", "3.2 million, as rounded"),
    ("60.2", "quantity", "60.2, as rounded"),
    (">2000000", "quantity", "over two million"),
    ("<25", "quantity", "less than 25"),
    ("[24..99]", "quantity", "dozens"),
    ("[200..999]", "quantity", "hundreds"),
    ("[2000..9999]", "quantity", "thousands"),
    ("[50..100]", "quantity", "mostly (in percent)"),
    ("~2", "quantity", "doubled (unit x)"),
    (">2", "quantity", "more than doubled (unit x)"),
)
"""Each form of a value, its kind, and a wording that is coded so."""


def beneath(rule: str, example: str) -> str:
    """Return a rule with its example set off beneath it, as Markdown."""
    return "\n\n".join([rule, *(f"> {part}" for part in example.split("\n\n") if part)])


@lru_cache(maxsize=64)
def of_verdict(read: data.Tables, verdict: str, language: str) -> str:  # noqa: ARG001  the language is part of the key
    """Return one question with a verdict and its answers, as Markdown; nothing where the tables have none."""
    view = data.select(read, data.Selection())
    return _told(read, view, view.questions[view.questions["verdict"] == verdict])


def _told(read: data.Tables, view: data.View, questions: pd.DataFrame, most: int = 1) -> str:
    """Return the plainest of some questions with their answers, as Markdown."""
    plain = sentences.strongest(questions)
    plain = plain.assign(of_list=plain["member"] != "", other=plain["kind"] != "date")
    plain = plain.sort_values(["planned", "of_list", "other"], kind="stable").head(most)
    told = [
        (sentences.asked(read, question), sentences.answers(read, question, view.claims))
        for _row, question in plain.iterrows()
    ]
    return "\n\n".join(f"{style.plain(asked)}  \n{style.plain(answers)}" for asked, answers in told)


@lru_cache(maxsize=16)
def rules(read: data.Tables, language: str) -> tuple[tuple[str, str, str], ...]:  # noqa: ARG001  as above
    """Return heading, rule and example (Markdown, or nothing) of each thing that careless comparisons get wrong."""
    view = data.select(read, data.Selection())
    questions = view.questions
    coarser = questions[(questions["verdict"] == "compatible") & (questions["kind"] == "date")]
    return (
        (
            _("Coarser is not different"),
            _("“2022” and “September 2022” can both be true, and so can “over two million” and “2.1 million”."),
            _told(read, view, coarser.tail(1)),
        ),
        (
            _("Copies are one report"),
            _("Claims with one root, such as a wire report or a press conference, are counted once."),
            _one_report(read, view),
        ),
        (
            _("Quoting is not saying"),
            _("What parties say of each other, as a source reports it, makes a question disputed, no source wrong."),
            _told(read, view, questions[questions["verdict"] == "disputed"]),
        ),
        (
            _("“On Tuesday” is worked out"),
            _(
                "A date worked out from such words is marked as derived, with its rule. "
                "It never lies after the day on which its source was published."
            ),
            _derived(read, view),
        ),
        (
            _("A change is no conflict"),
            _("Answers for two periods, in two units, or of a plan and of its outcome, are answers to two questions."),
            _told(read, view, _changed(questions), most=2),
        ),
        (
            _("Spelling is not substance"),
            _("Sergei and Sergey are one name. A part is finer than its whole, as a month is than its year."),
            _spelt(read, view),
        ),
        (
            _("The same words, another speaker"),
            _("Nearly the same words by different speakers are two events. Such pairs are listed as a finding."),
            style.plain(next(iter(sentences.same_words(read)), "")),
        ),
        (
            _("Some gaps are usual"),
            _(
                "Two countries' books on one flow of goods seldom match. "
                "A conflict within the usual gap is marked as such."
            ),
            _usual_gap(read),
        ),
    )


def _one_report(read: data.Tables, view: data.View) -> str:
    """Return a question that only claims of one root answer, with that root, as Markdown."""
    found = view.questions[view.questions["one_origin"]]
    told = _told(read, view, found.head(1))
    if told:
        root = view.claims.loc[view.claims["question"] == found["question"].iloc[0], "root"].iloc[0]
        told += style.plain(" " + _("Both go back to {origin}.", origin=sentences.sources(read).get(root, root)))
    return told


def _changed(questions: pd.DataFrame) -> pd.DataFrame:
    """Return the questions on one event and attribute that differ in their period, else those on plans."""
    periods = questions[questions["period"] != ""].groupby(["event", "attribute"])["period"].transform("nunique")
    several = questions.loc[periods.index[periods > 1]]
    if several.empty:
        return questions[questions["planned"].astype(bool)]
    return several.merge(several[["event", "attribute"]].head(1))


def _spelt(read: data.Tables, view: data.View) -> str:
    """Return one name with the wordings that stand for it, and who uses which, as Markdown."""
    varied = view.questions.loc[view.questions["variants"], "question"]
    if varied.empty:
        return ""
    claims = view.claims[(view.claims["question"] == varied.iloc[0]) & (view.claims["stated"] != "")]
    names = sentences.sources(read)
    wordings = [
        _("“{stated}” ({source})", stated=stated, source=names[source])
        for stated, source in claims[["stated", "source"]].drop_duplicates().itertuples(index=False)
    ]
    return style.plain(f"{claims['value'].iloc[0]}: {wording.listing(wordings)}.")


def _derived(read: data.Tables, view: data.View) -> str:
    """Return the most exact date that was worked out, with its rule, as Markdown."""
    derived = view.claims[view.claims["is_derived"] & (view.claims["kind"] == "date") & (view.claims["stated"] != "")]
    if derived.empty:
        return ""
    claim = derived.iloc[(derived["high"] - derived["low"]).argmin()]
    told = _(
        "“{stated}” in {source}, {place}, is {value}. {rule}.",
        stated=claim["stated"],
        source=sentences.sources(read)[claim["source"]],
        place=wording.locator(claim["locator"]),
        value=wording.date(claim["value"]),
        rule=claim["note"].rstrip("."),
    )
    return style.plain(told)


def _usual_gap(read: data.Tables) -> str:
    usual = read.attributes[read.attributes["expected_gap"].notna()]
    if usual.empty:
        return ""
    first = usual.iloc[0]
    told = _(
        "{label}: up to {gap}. {reason}",
        label=_(first["label"]),
        gap=wording.percent(first["expected_gap"]),
        reason=first["expected_gap_reason"],
    )
    return style.plain(told)


@lru_cache(maxsize=4)
def forms(language: str) -> pd.DataFrame:  # noqa: ARG001  as above
    """Return each form of a value with what is coded so and what it is read as."""
    rows = []
    for text, kind, said in FORMS:
        parse = grammar.parse_dates if kind == "date" else grammar.parse_quantities
        low, high = parse(pd.Series([text])).iloc[0]
        rows.append({_("Written"): f"`{text}`", _("Said"): _(said), _("Read as"): _span(low, high, kind)})
    return pd.DataFrame(rows)


def _span(low: float, high: float, kind: str) -> str:
    if kind == "date":
        return wording.date(data.write_date(low, high))
    if high == float("inf"):
        return wording.quantity(f">={low:g}")
    if low == float("-inf"):
        return wording.quantity(f"<={high:g}")
    return wording.number(low) if low == high else _("{low} to {high}", low=low, high=high)


def sources(read: data.Tables, *, further: bool) -> list[tuple[str, str]]:
    """Return each source as Markdown: its name and title, and what is known of it, the table's own columns last.

    Sources of the extended set are the `further` ones.
    """
    known = {column.name for column in SCHEMA["sources"]} | {"label"}
    unknown = [name for name in read.sources.columns if name not in known and not name.endswith(("_low", "_high"))]
    names = sentences.sources(read)
    return [
        (
            f"**{style.plain(names[row['source']])}**  \n{style.link(row['title'], row['url'])}",
            " · ".join(style.plain(fact) for fact in [*_facts(row, names), *(row[name] for name in unknown)] if fact),
        )
        for row in read.sources[(read.sources["set"] == "extended") == further].to_dict("records")
    ]


def _facts(source: Mapping[Hashable, Any], names: Mapping[str, str]) -> list[str]:
    """Return what is known of a source: its publisher, date, language and origin."""
    date, origin = source["published"], source["origin"]
    published = _("published {date}", date=wording.date(date)) if date else _("undated")
    if date and source["published_basis"] == "derived":
        published = _("{published}, as worked out", published=published)
    return [
        source["publisher"] or _("publisher not named"),
        published,
        _language(source["language"]),
        _("goes back to {origin}", origin=names.get(origin, origin)) if origin else "",
    ]


def _language(code: str) -> str:
    """Return a language by its name, from a BCP 47 code."""
    try:
        return Locale.parse(code, sep="-").get_display_name(wording.locale()) or code
    except (UnknownLocaleError, ValueError):
        return code
