"""Questions as rows that readers can follow: what is asked, as a link to all its answers, and who says what."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import data
from components import filters, sentences, style, wording
from components.wording import _

ROWS = 10  # of a table; the rest is turned to
OTHERS = 4  # sources named in a cell, before the rest is a number

SAYS_SO = {"asserts": "says so", "denies": "denies it", "alleges": "alleges it", "announces": "announces it"}


def in_words(read: data.Tables, questions: pd.DataFrame) -> pd.Series:
    """Return, by question, what is asked."""
    return pd.Series(
        [sentences.asked(read, question) for _at, question in questions.iterrows()],
        index=questions["question"],
        dtype="str",
    )


def said(questions: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Return, by question and source, all that the source answers, in words."""
    members = questions.set_index("question")["member"]
    claims = claims[claims["question"].isin(members.index)].sort_values("low", kind="stable")
    words = [_words(claim, listed=bool(members[claim["question"]])) for claim in claims.to_dict("records")]
    found = claims[["question", "source"]].assign(words=pd.Series(words, index=claims.index, dtype="str"))
    return found.drop_duplicates().groupby(["question", "source"])["words"].agg("; ".join)


def _words(claim: Mapping[str, str], *, listed: bool) -> str:
    value, stance = wording.value(claim["value"], claim["kind"], claim["unit"]), claim["stance"]
    if listed:
        value = _(SAYS_SO[stance])
    elif stance == "denies":
        value = _("not {value}", value=value)
    elif stance == "alleges":
        value = _("{value} (alleged)", value=value)
    return _("{value}, quoting {voice}", value=value, voice=claim["voice"]) if claim["voice"] else value


def names(items: Sequence[str]) -> str:
    """Return some names as a list, the last of many as a number."""
    if len(items) <= OTHERS:
        return wording.listing(items)
    more = len(items) - OTHERS + 1
    return wording.listing([*items[: OTHERS - 1], _("{n} other", "{n} others", n=more)])


def address(question: str) -> str:
    """Return the address of a question's answers, with the filters that hold now."""
    kept = {key: st.query_params.get_all(key) for key in (*filters.CHOICES, "period", "q", "lang")}
    return "?" + urlencode({"view": "matrix", "question": question, **kept}, doseq=True)


def link(words: str, question: str) -> str:
    """Return Markdown for a link to a question's answers."""
    return f"[{style.plain(words)}]({address(question)})"


def table(rows: pd.DataFrame, key: str, alt: str, **looks: Callable[[str], str]) -> None:
    """Draw rows as a table that is turned page by page.

    `rows` has the question's id as `question`, its words as `asked`, and columns of text by their headings. Columns
    named in `looks` are drawn as Markdown by that function.
    """
    pages = -(-len(rows) // ROWS)
    place = st.container()
    page = st.pagination(pages, key=f"{key}_page_{pages}") if pages > 1 else 1
    part = rows.iloc[(page - 1) * ROWS : page * ROWS]
    asked = [link(words, id_) for words, id_ in zip(part["asked"], part["question"], strict=True)]
    told = part.drop(columns=["question", "asked"])
    drawn = {name: told[name].map(looks.get(name, style.plain)) for name in told.columns}
    with place:
        st.table(pd.DataFrame({_("Question"): asked, **drawn}), hide_index=True, border="horizontal", alt=alt)
