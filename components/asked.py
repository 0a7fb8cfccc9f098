"""Questions as rows that readers can follow: what is asked, as a link to all its answers, and who says what."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import data
from components import filters, sentences, style, wording
from components.wording import _

ROWS = 10  # of a table; the rest is turned to
OTHERS = 4  # sources named in a cell, before the rest is a number

_ASKED = ("question", "event", "attribute", "member", "period", "planned")

SAYS_SO = {"asserts": "says so", "denies": "denies it", "alleges": "alleges it", "announces": "announces it"}


@lru_cache(maxsize=8)
def _known(_read: data.Tables, _language: str) -> dict[str, str]:
    """Return the questions that were put into words before, by their ids; they hang on nothing that readers choose."""
    return {}


def in_words(read: data.Tables, questions: pd.DataFrame) -> pd.Series:
    """Return, by question, what is asked."""
    known = _known(read, wording.language())
    new = questions[~questions["question"].isin(list(known))]
    for question in new[[*_ASKED]].to_dict("records"):
        known[str(question["question"])] = sentences.asked(read, pd.Series(question))
    words = [known[question] for question in questions["question"]]
    return pd.Series(words, index=pd.Index(questions["question"]), dtype="str")


def said(questions: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Return, by question and source, all that the source answers, in words; whom it quotes, where it alone says so."""
    members = questions.set_index("question")["member"]
    claims = claims[claims["question"].isin(members.index)].sort_values(["low", "voice"], kind="stable")
    claims = claims.drop_duplicates(["question", "source", "value", "stance"])
    words = [_words(claim, listed=bool(members[claim["question"]])) for claim in claims.to_dict("records")]
    found = claims[["question", "source"]].assign(words=pd.Series(words, index=claims.index, dtype="str"))
    return found.groupby(["question", "source"])["words"].agg("; ".join)


def _words(claim: Mapping[Hashable, str], *, listed: bool) -> str:
    value, stance = wording.value(claim["value"], claim["kind"], claim["unit"]), claim["stance"]
    if listed:
        value = _(SAYS_SO[stance])
    elif stance == "denies":
        value = _("not {value}", value=value)
    elif stance == "alleges":
        value = _("{value} (alleged)", value=value)
    return _("{value}, quoting {voice}", value=value, voice=claim["voice"]) if claim["voice"] else value


def scope(view: data.View) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return all that what is worked out of a view depends on: its sources, its questions, and the language."""
    return view.sources, tuple(view.questions["question"]), wording.language()


def names(items: Sequence[str]) -> str:
    """Return some names as a list, the last of many as a number."""
    if len(items) <= OTHERS:
        return wording.listing(items)
    more = len(items) - OTHERS + 1
    return wording.listing([*items[: OTHERS - 1], _("{n} other", "{n} others", n=more)])


def address(question: str) -> str:
    """Return the address of a question's answers, with the filters that hold now."""
    return next(addresses([question]))


def addresses(questions: Iterable[str]) -> Iterator[str]:
    """Return the addresses of several questions, for which the filters are looked up once."""
    held = {key: st.query_params.get_all(key) for key in (*filters.CHOICES, "period", "q", "lang")}
    filtered = urlencode(held, doseq=True)
    for question in questions:
        own = urlencode({"question": question})
        yield f"?{own}&{filtered}" if filtered else f"?{own}"


def link(words: str, question: str) -> str:
    """Return Markdown for a link to a question's answers."""
    return _link(words, address(question))


def _link(words: str, to: str) -> str:
    return f"[{style.plain(words)}]({to})"


def table(rows: pd.DataFrame, key: str, alt: str, **looks: Callable[[str], str]) -> None:
    """Draw rows as a table that is turned page by page.

    `rows` has the question's id as `question`, its words as `asked`, and columns of text by their headings. Columns
    named in `looks` are drawn as Markdown by that function.
    """
    pages = -(-len(rows) // ROWS)
    place = st.container()
    page = st.pagination(pages, key=f"{key}_page_{pages}") if pages > 1 else 1
    part = rows.iloc[(page - 1) * ROWS : page * ROWS]
    asked = [_link(*linked) for linked in zip(part["asked"], addresses(part["question"]), strict=True)]
    told = part.drop(columns=["question", "asked"])
    drawn = {name: told[name].map(looks.get(name, style.plain)) for name in told.columns}
    with place:
        st.table(pd.DataFrame({_("Question"): asked, **drawn}), hide_index=True, border="horizontal", alt=alt)
