"""Findings that are no verdicts: what a comparison turns up besides agreement and disagreement."""

import numpy as np
import pandas as pd

from data.selection import question_times
from data.tables import Tables
from data.verdicts import CONTESTED

SILENCES = ("silent", "not yet", "out of range")


def same_words(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of events in which different speakers used nearly the same words (`wording` among `claims`).

    Columns: wording, event, speaker, sources, other_event, other_speaker, other_sources; sources are ids split by
    spaces, and of a pair the event that comes first in the alphabet stands first.
    """
    speakers = claims[claims["attribute"] == "speaker"].drop_duplicates("event").set_index("event")["value"]
    said = claims[(claims["attribute"] == "wording") & ~claims["denies"]]
    speaker = said["voice"].where(said["voice"] != "", said["event"].map(speakers)).fillna("")
    by = said.assign(speaker=speaker, wording=said["value"]).groupby(["wording", "event", "speaker"])["source"]
    utterances = by.agg(lambda ids: " ".join(sorted(set(ids)))).rename("sources").reset_index()
    others = utterances.rename(columns={name: f"other_{name}" for name in ("event", "speaker", "sources")})
    pairs = utterances.merge(others, on="wording")
    told_apart = (pairs["event"] < pairs["other_event"]) & (pairs["speaker"] != pairs["other_speaker"])
    return pairs[told_apart].reset_index(drop=True)


def silences(tables: Tables, sources: tuple[str, ...]) -> pd.DataFrame:
    """Return why each of `sources` gives no answer to each question that one of them answers.

    Columns, all categorical, sorted by the first and in the order of the sources: question, source, and `reason`, of
    `SILENCES`: `not yet` (it was published, by its last day, before the question's time and before anyone's answer
    was), `out of range` (the time that it `covers` does not meet the question's), else `silent`: it could have said.
    A question's time is that of its answers where they are dates, else its period, else its event's dates; it is
    taken from all claims of the tables, so that it does not hang on a choice of sources.
    """
    claims = tables.claims
    chosen = tables.sources.set_index("source").loc[list(sources)]
    answered = claims.loc[claims["source"].isin(sources), ["question", "source"]].drop_duplicates()
    questions = pd.Index(answered["question"].drop_duplicates().sort_values())
    times = question_times(claims).reindex(questions)
    first = np.fmin(times["low"].to_numpy(), _first_told(tables).reindex(questions).to_numpy())[:, None]
    low, high = (times[end].to_numpy()[:, None] for end in ("low", "high"))
    reason = np.where((chosen["covers_high"].to_numpy() < low) | (chosen["covers_low"].to_numpy() > high), 2, 0)
    reason[(chosen["published_high"].to_numpy() < first) & ~np.isnan(low)] = 1
    silent = np.ones(reason.shape, dtype=bool)
    at = questions.get_indexer(pd.Index(answered["question"])), chosen.index.get_indexer(pd.Index(answered["source"]))
    silent[at] = False
    question, source = np.nonzero(silent)
    return pd.DataFrame(
        {
            "question": pd.Categorical.from_codes(question, questions),
            "source": pd.Categorical.from_codes(source, chosen.index),
            "reason": pd.Categorical.from_codes(reason[silent], pd.Index(SILENCES)),
        }
    )


def _first_told(tables: Tables) -> pd.Series:
    """Return, by question, the day by which an answer to it was published: a plan is told before its time.

    NaN where no such day is known; where it is unknown when a plan was told, it may have been at any time.
    """
    told = tables.claims["source"].map(tables.sources.set_index("source")["published_high"]).astype("float64")
    told = told.mask(told.isna() & tables.claims["planned"], -np.inf)
    return told.groupby(tables.claims["question"]).min()


def most_contested(tables: Tables, verdicts: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the contested questions of a comparison, the most contested first, and what else they can be sorted by.

    Columns: question, verdict, kind, topic; `n_origins` (independent origins involved), `against_origins` (those
    that do not hold what most hold), `gap_rank` (from above 0 to 1: how wide the gap is among the contested questions
    of its kind, by days for dates and by percent for quantities, where a smaller end of zero or less counts as the
    widest; equal gaps share their mean rank; NaN for names), `low` and `high` (the question's time in days, NaN where
    none is known), and `place` from 1: by `n_origins`, `against_origins` and `gap_rank`, the greatest first and NaN
    last, then by `question`.
    """
    contested = verdicts[verdicts["verdict"].isin(CONTESTED)]
    events = tables.events.drop_duplicates("event").set_index("event")
    width = contested["gap"].where(contested["kind"] == "date", contested["gap_pct"].fillna(np.inf))
    width = width.mask(contested["kind"] == "name")
    times = question_times(claims).reindex(contested["question"])
    ranked = contested[["question", "verdict", "kind", "n_origins", "against_origins"]].assign(
        topic=contested["event"].map(events["topic"]).fillna("").astype("str"),
        gap_rank=width.groupby(contested["kind"]).rank(pct=True),
        low=times["low"].to_numpy(),
        high=times["high"].to_numpy(),
    )
    by = ["n_origins", "against_origins", "gap_rank", "question"]
    ranked = ranked.sort_values(by, ascending=[False, False, False, True], ignore_index=True)
    columns = ["question", "verdict", "kind", "topic", "n_origins", "against_origins", "gap_rank", "low", "high"]
    return ranked[columns].assign(place=np.arange(1, len(ranked) + 1))


def over_time(tables: Tables, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the answers to each question in the order in which they were published.

    Columns: question, claim, source, root, voice, stance, value, low, high, `published` (as written),
    `published_low`, `published_high` (days) and `new`: nobody gave this answer before. Sorted by question and by
    `published_low`, undated answers last, then by source and claim.
    """
    published = tables.sources.set_index("source")[["published", "published_low", "published_high"]]
    told = claims.join(published, on="source")
    told = told.sort_values(["question", "published_low", "source", "claim"], ignore_index=True)
    told["new"] = ~told.duplicated(["question", "low", "high", "denies"])
    columns = ["question", "claim", "source", "root", "voice", "stance", "value", "low", "high"]
    return told[[*columns, *published.columns, "new"]]
