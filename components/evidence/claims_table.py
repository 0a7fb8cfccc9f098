"""Claims as a table for readers."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

import data
from components.charts import theme
from components.words import format
from components.words.answers import value_with_stance
from components.words.i18n import _, note, note_columns, word
from components.words.names import column_head, source_names
from components.words.questions import origins_text
from data.claim_store import WORKED_OUT
from data.schema import is_own
from data.view_exports import plain_numbers

_OF_WORDS = ["value", "kind", "unit", "stance", "superseded"]
_OF_VERDICT = ["question", "verdict", "n_origins", "between_origins"]


def every_claim(view: data.View) -> pd.DataFrame:
    """Return all claims of a view as `claims_table` has them."""
    return claims_table(view.found.tables, view.claims, view.questions)


def claims_table(tables: data.Tables, claims: pd.DataFrame, questions: pd.DataFrame) -> pd.DataFrame:
    """Return claims as readers see them, with the verdicts of `questions`, and columns unknown to the program last.

    `questions` has the columns of `View.verdicts_of` at least. Beside the value in words stands its number, NaN where
    it is none or only bounds are known. What cites a claim stands beside it: the publisher, the date and the address of
    its source.
    """
    names, events = source_names(tables), tables.events.set_index("event")["title"]
    labels = tables.attributes.set_index("attribute")["label"]
    verdicts = {row["question"]: _verdict(row) for row in questions[_OF_VERDICT].to_dict("records")}
    voices = claims["voice"].where(claims["voice"] != "", _("own words")).map(word)
    sources = tables.sources.set_index("source")
    told = claims[[*_OF_WORDS, *note_columns(claims.columns)]].to_dict("records")
    known = pd.DataFrame(
        {
            _("Event"): claims["event"].map(events),
            _("What"): claims["attribute"].map(labels),
            _("Value"): [value_with_stance(claim) for claim in told],
            _("Period"): claims["period"].map(lambda period: format.date(period) if period else ""),
            _("Number"): plain_numbers(claims),
            _("Source"): claims["source"].map(names),
            _("Verdict"): claims["question"].map(verdicts),
            _("As stated"): claims["stated"],
            _("Where"): claims["locator"].map(format.locator),
            _("Voice"): voices,
            _("Basis"): claims["basis"].map({"stated": _("stated"), "derived": _("derived")}),
            _("Note"): [note(claim) for claim in told],
            _("Publisher"): claims["source"].map(sources["publisher"]),
            _("Published"): claims["source"].map(sources["published"]),
            _("Address"): claims["source"].map(sources["url"].where(sources["url"].str.match("https?://"))),
            _("Coded value"): claims["value"],
            _("Unit"): claims["unit"].map(word),
            _("Claim"): claims["claim"],
            _("Question id"): claims["question"],
        }
    )
    own = claims[unknown_columns(claims.columns)]
    return known.join(own.rename(columns=lambda name: column_head(name, [*map(str, known)])))


def _verdict(question: Mapping[Hashable, Any]) -> str:
    """Return a verdict, and whether independent origins meet in it."""
    return ", ".join(filter(None, [theme.verdict_name(question["verdict"]), origins_text(question)]))


def unknown_columns(columns: Iterable[str]) -> list[str]:
    """Return those of the columns of a table of claims that the program does not know, and keeps."""
    return [column for column in columns if is_own("claims", column) and column not in WORKED_OUT]
