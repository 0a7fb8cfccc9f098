"""Examples for the method page, worked out from the tables that are shown."""

import pandas as pd
from babel import Locale, UnknownLocaleError

import data
from components import sentences, style, wording
from components.wording import _
from data import grammar
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


def of_verdict(read: data.Tables, view: data.View, verdict: str) -> str:
    """Return one question with a verdict and its answers; nothing where the tables have none."""
    found = sentences.strongest(view.questions[view.questions["verdict"] == verdict])
    return _told(read, view, found)


def _told(read: data.Tables, view: data.View, questions: pd.DataFrame) -> str:
    if questions.empty:
        return ""
    first = questions.iloc[0]
    return style.plain(f"{sentences.asked(read, first)} {sentences.answers(read, first, view.claims)}")


def rules(read: data.Tables, view: data.View) -> list[tuple[str, str, str]]:
    """Return heading, rule and example of what careless comparisons get wrong; the example may be empty."""
    questions = view.questions
    coarser = questions[(questions["verdict"] == "compatible") & (questions["kind"] == "date")]
    return [
        (
            _("Coarser is not different"),
            _("“2022” and “September 2022” can both be true, and so can “over two million” and “2.1 million”."),
            _told(read, view, coarser),
        ),
        (
            _("Copies are one report"),
            _("Claims with one root, such as a wire report or a press conference, are counted once."),
            _told(read, view, questions[questions["one_origin"]]),
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
            _told(read, view, questions[questions["planned"].astype(bool)]),
        ),
        (
            _("Spelling is not substance"),
            _("Sergei and Sergey are one name. A part is finer than its whole, as a month is than its year."),
            _told(read, view, questions[questions["variants"]]),
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
    ]


def _derived(read: data.Tables, view: data.View) -> str:
    derived = view.claims[view.claims["is_derived"] & (view.claims["kind"] == "date") & (view.claims["stated"] != "")]
    if derived.empty:
        return ""
    claim = derived.iloc[0]
    told = _(
        "“{stated}” in {source}, {place}: {value}. {rule}",
        stated=claim["stated"],
        source=sentences.sources(read)[claim["source"]],
        place=wording.locator(claim["locator"]),
        value=wording.date(claim["value"]),
        rule=claim["note"],
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


def forms() -> pd.DataFrame:
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


def sources(read: data.Tables) -> pd.DataFrame:
    """Return the sources as readers see them, columns that are unknown to the program last."""
    frame, names = read.sources, sentences.sources(read)
    known = {column.name for column in SCHEMA["sources"]} | {"label"}
    unknown = [column for column in frame.columns if column not in known and not column.endswith(("_low", "_high"))]
    published = [
        f"{wording.date(date)}{' ' + _('(worked out)') if basis == 'derived' else ''}" if date else _("undated")
        for date, basis in zip(frame["published"], frame["published_basis"], strict=True)
    ]
    return pd.DataFrame(
        {
            _("Source"): [style.plain(name) for name in names.values()],
            _("Title"): [_linked(title, url) for title, url in zip(frame["title"], frame["url"], strict=True)],
            _("Publisher"): [style.plain(name) if name else _("not named") for name in frame["publisher"]],
            _("Published"): published,
            _("Language"): frame["language"].map(_language),
            _("Origin"): [style.plain(names.get(origin, origin)) for origin in frame["origin"]],
        }
    ).join(frame[unknown].map(style.plain))


def _linked(title: str, url: str) -> str:
    return f"[{style.plain(title)}]({url})" if url.startswith(("https://", "http://")) else style.plain(title)


def _language(code: str) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name(wording.locale()) or code
    except (UnknownLocaleError, ValueError):
        return code
