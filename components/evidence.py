"""What stands behind a question: each claim with its wording, its place, its voice, and how it was worked out."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

import data
from components import sentences, style, views, wording
from components.wording import _
from data.schema import SCHEMA
from data.tables import WORKED_OUT


def cards(tables: data.Tables, claims: pd.DataFrame) -> None:
    """Draw a card for each claim, in the order of the sources."""
    names = sentences.sources(tables)
    sources = tables.sources.set_index("source")
    order = {source: place for place, source in enumerate(sources.index)}
    with st.grid(3, min_column_width=260):
        for claim in claims.sort_values("source", key=lambda ids: ids.map(order), kind="stable").to_dict("records"):
            with st.container(border=True, gap="xsmall", height="stretch"):
                source = claim["source"]
                views.way_to_source(style.plain(names[source]), source, f"source_of_{claim['claim']}")
                st.markdown(f"**{style.plain(_value(claim))}**")
                for line in _lines(claim, sources.loc[source], names):
                    st.markdown(f":small[{line}]")


def _value(claim: Mapping[Hashable, Any]) -> str:
    value = wording.value(claim["value"], claim["kind"], claim["unit"])
    if claim["stance"] == "asserts":
        return value
    return _("{stance}: {value}", stance=wording.stance(claim["stance"]), value=value)


def _lines(claim: Mapping[Hashable, Any], source: pd.Series, names: Mapping[str, str]) -> list[str]:
    """Return what a card says below the value: the wording and its place, the voice, the basis, the root, the note."""
    stated = f"“{style.plain(claim['stated'])}”" if claim["stated"] else ""
    place = style.plain(wording.locator(claim["locator"]))
    derived, worded = claim["basis"] == "derived", bool(claim["stated"])
    own_words = _("in its own words") if worded or not derived else ""
    voice = _("quoting {voice}", voice=style.plain(claim["voice"])) if claim["voice"] else own_words
    basis = (_("worked out from these words") if worded else _("worked out here, see the note")) if derived else ""
    root = names.get(claim["root"], claim["root"])
    origin = _("goes back to {origin}", origin=style.plain(root)) if claim["root"] != claim["source"] else ""
    published = _("published {date}", date=wording.date(source["published"])) if source["published"] else ""
    link = style.link(_("open the source"), source["url"]) if source["url"] else ""
    lines = [[stated, place], [voice, basis, origin], [style.plain(claim["note"])], [published, link]]
    return [" · ".join(filter(None, line)) for line in lines if any(line)]


def table(tables: data.Tables, claims: pd.DataFrame, questions: pd.DataFrame) -> pd.DataFrame:
    """Return claims as readers see them, with the verdicts of `questions`, and columns unknown to the program last."""
    names, events = sentences.sources(tables), tables.events.set_index("event")["title"]
    labels = tables.attributes.set_index("attribute")["label"].map(_)
    verdicts = questions.set_index("question")["verdict"]
    voices = claims["voice"].where(claims["voice"] != "", _("own words"))
    known = pd.DataFrame(
        {
            _("Event"): claims["event"].map(events),
            _("What"): claims["attribute"].map(labels),
            _("Value"): [_value(claim) for claim in claims.to_dict("records")],
            _("As stated"): claims["stated"],
            _("Source"): claims["source"].map(names),
            _("Where"): claims["locator"].map(wording.locator),
            _("Voice"): voices,
            _("Verdict"): claims["question"].map(verdicts).map(style.name),
            _("Period"): claims["period"].map(lambda period: wording.date(period) if period else ""),
            _("Basis"): claims["basis"].map(_),
            _("Note"): claims["note"],
            _("Coded value"): claims["value"],
            _("Unit"): claims["unit"],
            _("Claim"): claims["claim"],
        }
    )
    return known.join(claims[unknown(claims)])


def unknown(claims: pd.DataFrame) -> list[str]:
    """Return the columns of a table of claims that the program does not know, and keeps."""
    known = {column.name for column in SCHEMA["claims"]} | set(WORKED_OUT)
    return [column for column in claims.columns if column not in known]
