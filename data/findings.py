"""Findings that are no verdicts: what a comparison turns up besides agreement and disagreement."""

import pandas as pd


def same_words(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of events in which different speakers used nearly the same words (`wording` among `claims`).

    Columns: wording, event, speaker, sources, other_event, other_speaker, other_sources; sources are ids split by
    spaces, and of a pair the event that comes first in the alphabet stands first.
    """
    speakers = claims[claims["attribute"] == "speaker"].drop_duplicates("event").set_index("event")["value"]
    said = claims[claims["attribute"] == "wording"]
    speaker = said["voice"].where(said["voice"] != "", said["event"].map(speakers)).fillna("")
    by = said.assign(speaker=speaker, wording=said["value"]).groupby(["wording", "event", "speaker"])["source"]
    utterances = by.agg(lambda ids: " ".join(sorted(set(ids)))).rename("sources").reset_index()
    others = utterances.rename(columns={name: f"other_{name}" for name in ("event", "speaker", "sources")})
    pairs = utterances.merge(others, on="wording")
    told_apart = (pairs["event"] < pairs["other_event"]) & (pairs["speaker"] != pairs["other_speaker"])
    return pairs[told_apart].reset_index(drop=True)
