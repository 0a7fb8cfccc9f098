"""The sides of a question: the parts of the line that its answers come down to, and who holds each."""

import numpy as np
import pandas as pd

from data import values as grammar
from data.meetings import Meetings


def sides(met: Meetings) -> pd.DataFrame:
    """Return what the answers to each question come down to: the parts of the line that exclude each other.

    Columns: question; `side`, from 1 in the order of the line, names by alphabet; `value` as it is written; `low`
    and `high`; `denied` (the side of those who deny a label that others assert); `n_origins` and `n_sources` that
    hold it, and `n_against`, the other origins; `origins`, `sources`, `origins_against` and `sources_against`, sorted
    and joined by ` | `; `most` (no side has more origins); `own` (only own-voice answers are counted).

    A part is one as `support_value` has it, and a question without a contest has one. Counted are the own-voice
    answers, or all where there are none or where it takes the reported ones to make the contest. Who gives two
    answers can hold two sides.
    """
    counted, own = _counted(met)
    affirmed = counted[~counted["denies"]]
    parts = _parts(affirmed)
    labels = met.claims[met.claims["kind"] == "name"].drop_duplicates(["low", "high"])[["low", "high", "value"]]
    parts = parts.merge(labels, how="left", on=["low", "high"])
    denials = counted.loc[counted["denies"], ["question", "low", "high", "value"]].drop_duplicates()
    denials = denials.merge(affirmed[["question", "value"]].drop_duplicates(), on=["question", "value"])
    found = pd.concat([parts.assign(denied=False), denials.assign(denied=True)], ignore_index=True)
    found = _written(found, met.claims)
    found["side"] = found.groupby("question").cumcount() + 1
    asked = found.assign(number=found.index)[["number", "question", "low", "high", "denied"]]
    said = counted[["question", "low", "high", "denies", "root", "source"]]
    answers = asked.merge(said, on="question", suffixes=("", "_said"))
    inside = (answers["low_said"] <= answers["low"]) & (answers["high_said"] >= answers["high"])
    same = (answers["low_said"] == answers["low"]) & (answers["high_said"] == answers["high"])
    answers["holds"] = np.where(answers["denied"], answers["denies"] & same, ~answers["denies"] & inside)
    for column, name in (("root", "origins"), ("source", "sources")):
        who = answers.groupby(["number", column])["holds"].any().reset_index()
        for held, suffix in ((True, ""), (False, "_against")):
            ids = who[who["holds"] == held].set_index("number")[column]
            found[f"{name}{suffix}"] = grammar.joined(ids).reindex(found.index).fillna("").astype("str")
            found[f"n_{name}{suffix}"] = ids.groupby(level=0).size().reindex(found.index).fillna(0).astype("int64")
    found["most"] = found["n_origins"] == found.groupby("question")["n_origins"].transform("max")
    found["own"] = found["question"].isin(own)
    found = found.rename(columns={"n_origins_against": "n_against"})
    columns = ["question", "side", "value", "low", "high", "denied", "n_origins", "n_sources", "n_against"]
    return found[[*columns, "origins", "sources", "origins_against", "sources_against", "most", "own"]]


def _written(sides: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the sides with `value` as readers see it, sorted by question and along the line, names by alphabet."""
    kinds = sides["question"].map(claims.drop_duplicates("question").set_index("question")["kind"])
    sides["value"] = sides["value"].where(kinds == "name", "").astype("str")
    sides = sides.assign(kind=kinds).sort_values(["question", "value", "low", "denied"], ignore_index=True)
    days, numbers = sides[sides["kind"] == "date"], sides[sides["kind"] == "quantity"]
    sides.loc[days.index, "value"] = grammar.write_dates(days["low"], days["high"])
    sides.loc[numbers.index, "value"] = [
        grammar.write_quantity(*ends) for ends in zip(numbers["low"], numbers["high"], strict=True)
    ]
    return sides


def _counted(met: Meetings) -> tuple[pd.DataFrame, pd.Index]:
    """Return the answers that sides are made of, and the questions of which they are the own-voice ones."""
    claims, pairs = met.claims, met.pairs
    any_own = met.questions.isin(claims.loc[claims["own"], "question"])
    own = claims["own"].to_numpy()
    apart = pairs[pairs["apart"]]
    apart_own = apart[own[apart["left"]] & own[apart["right"]]]
    numbers = np.arange(len(met.questions))
    only_own = any_own & (np.isin(numbers, apart_own["question"]) | ~np.isin(numbers, apart["question"]))
    return claims[own | ~only_own[met.question]], met.questions[only_own]


def _parts(affirmed: pd.DataFrame) -> pd.DataFrame:
    """Return question, low and high of each part: from some answer's `low` to the nearest `high`, no `low` between."""
    lows = affirmed[["question", "low"]].set_axis(["question", "at"], axis=1).assign(side=0)
    highs = affirmed[["question", "high"]].set_axis(["question", "at"], axis=1).assign(side=1)
    ends = pd.concat([lows, highs]).drop_duplicates().sort_values(["question", "at", "side"], ignore_index=True)
    following = ends.shift(-1)
    part = (ends["side"] == 0) & (following["side"] == 1)
    return pd.DataFrame(
        {"question": ends["question"][part], "low": ends["at"][part], "high": following["at"][part]}
    ).reset_index(drop=True)
