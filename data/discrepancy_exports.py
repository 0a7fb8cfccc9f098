"""Contested questions in the forms of others: Wikidata's Mismatch Finder, and schema.org."""

import json
from typing import Any

import numpy as np
import pandas as pd

from data import engine
from data.comparison import Comparison

MISMATCH_COLUMNS = (
    "item_id", "statement_guid", "property_id", "wikidata_value", "meta_wikidata_value", "external_value",
    "external_url", "type",
)  # fmt: skip


def mismatches(found: Comparison) -> pd.DataFrame:
    """Return answers to contested questions that exclude one another, with the columns of Mismatch Finder's CSV.

    Of each question one claim stands on the side that is Wikidata's there: one of the source `Wikidata` where that is
    excluded by another, else the highest. Beside it, in rows, stands each claim that it excludes: `item_id` is the
    event, `property_id` the attribute, `statement_guid` the claim's id, `external_url` the other source's address.
    Where events and attributes are called as in Wikidata, it can be uploaded as it is.
    """
    claims = _contested(found)
    rows = []
    for _question, group in claims.groupby("question", sort=False):
        low, high, denies = (group[name].to_numpy() for name in ("low", "high", "denies"))
        place = _standing(group, low, high, denies)
        one = group.iloc[place]
        for value, url in group.loc[_excluded(place, low, high, denies), ["value", "url"]].to_numpy(dtype=object):
            rows.append((one["event"], one["claim"], one["attribute"], one["value"], "", value, url, "statement"))
    return pd.DataFrame(rows, columns=list(MISMATCH_COLUMNS), dtype="str")


def _standing(group: pd.DataFrame, low: Any, high: Any, denies: Any) -> int:
    """Return the place of the claim beside which the others are set."""
    wikidata = np.flatnonzero((group["source"].str.casefold() == "wikidata").to_numpy())
    for place in [*wikidata, *np.flatnonzero(denies), int(np.argmax(np.where(denies, -np.inf, low)))]:
        if _excluded(place, low, high, denies).any():
            return int(place)
    return int(np.argmax(low))


def _excluded(place: int, low: Any, high: Any, denies: Any) -> Any:
    """Return which claims one of them excludes."""
    apart = (low > high[place]) | (high < low[place])
    return np.where(denies == denies[place], apart & ~denies, low == low[place])


def claims_as_linked_data(found: Comparison) -> str:
    """Return the claims on contested questions as JSON-LD: each a `Claim` of schema.org.

    It has its text, event and source; its `isPartOf` is the question, whose `keywords` are the verdict.
    """
    claims = _contested(found)
    titles = found.tables.events.drop_duplicates("event").set_index("event")["title"]
    verdicts = claims.drop_duplicates("question")
    graph: list[dict[str, Any]] = [
        {
            "@id": f"#question/{row['question']}",
            "@type": "CreativeWork",
            "name": row["question"],
            "about": {"@id": f"#event/{row['event']}"},
            "keywords": row["verdict"],
        }
        for row in verdicts.to_dict("records")
    ]
    graph += [
        {"@id": f"#event/{event}", "@type": "Event", "name": titles[event]} for event in verdicts["event"].unique()
    ]
    for row in claims.to_dict("records"):
        source = {"@type": "CreativeWork", "name": row["title"], "url": row["url"], "datePublished": row["published"]}
        claim: dict[str, Any] = {
            "@id": f"#claim/{row['claim']}",
            "@type": "Claim",
            "text": " ".join(filter(None, ["not" if row["denies"] else "", row["value"], row["unit"]])),
            "about": {"@id": f"#event/{row['event']}"},
            "isPartOf": {"@id": f"#question/{row['question']}"},
            "appearance": {name: text for name, text in source.items() if text},
        }
        if row["voice"]:
            claim["author"] = {"@type": "Thing", "name": row["voice"]}
        graph.append(claim)
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)


def _contested(found: Comparison) -> pd.DataFrame:
    """Return the claims that count on contested questions, with the verdict and what there is of their sources."""
    contested = found.contested[["question", "verdict"]]
    claims = found.tables.store.frame(f"a.{found.chosen} and q.id in ({engine.listed(contested['question'])})")
    claims = claims[~claims["claim"].isin(found.superseded)]
    sources = found.tables.sources.drop_duplicates("source")[["source", "title", "url", "published"]]
    described = claims.drop(columns=["title", "url", "published", "verdict"], errors="ignore")
    return described.merge(contested, on="question").merge(sources, on="source")
