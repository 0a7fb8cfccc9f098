"""How any two answers to one question meet, and what follows from it.

Intervals on a line that meet two by two all meet, so the verdict among any part of the answers follows from their
pairs: they are worked out once, and leaving answers out is a choice among them.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

RELATIONS = ("agree", "finer", "coarser", "overlap", "part")


@dataclass(frozen=True, eq=False)
class Meetings:
    """The answers to each question, two by two.

    `claims` are the answers; `question` and `source` are their numbers in `questions` and `sources`. `pairs` has one
    row for any two answers to one question: `left` and `right` (rows of `claims`), `question`, `source` and `other`
    (numbers), `same` (one interval, both asserted or both denied), `inside` and `around` (the left lies within the
    right, or the right within the left), `apart` (they exclude each other), `conflict` (apart, both in the sources'
    own voice or reported by two sources of one voice), `itself` (apart, both in the own voice of one source) and
    `one_origin`.
    """

    claims: pd.DataFrame
    questions: pd.Index
    sources: pd.Index
    question: Any
    source: Any
    pairs: pd.DataFrame

    def verdicts(self, counted: Any = None) -> pd.Series:
        """Return the verdict by question among the answers that are `counted` (one flag a claim; all when None)."""
        counted = np.ones(len(self.claims), dtype=bool) if counted is None else counted
        pairs = self.pairs[counted[self.pairs["left"]] & counted[self.pairs["right"]]]
        n_sources = self.sources_by_question(counted)

        def any_of(flag: pd.Series) -> Any:
            return np.bincount(pairs["question"][flag], minlength=len(self.questions)) > 0

        rules = {
            "self-contradiction": any_of(pairs["itself"]),
            "conflict": any_of(pairs["conflict"]),
            "disputed": any_of(pairs["apart"]),
            "sole source": n_sources == 1,
            "compatible": any_of(~pairs["same"]),
        }
        found = np.select(list(rules.values()), list(rules), "agree")
        answered = n_sources > 0
        return pd.Series(found[answered], index=self.questions[answered], dtype="str", name="verdict")

    def sources_by_question(self, counted: Any = None) -> Any:
        """Return the number of sources that answer each question (with answers that are `counted`)."""
        keys = self.keys if counted is None else self.keys[counted]
        return np.bincount(np.unique(keys) // max(len(self.sources), 1), minlength=len(self.questions))

    @property
    def keys(self) -> Any:
        """One number for question and source of each claim: `question * len(sources) + source`."""
        return self.question * len(self.sources) + self.source

    def named(self, **numbers: Any) -> dict[str, pd.Series]:
        """Return numbers of questions (`question`) and sources (any other name) as ids."""
        return {
            name: pd.Series((self.questions if name == "question" else self.sources).take(codes), dtype="str")
            for name, codes in numbers.items()
        }


def meetings(claims: pd.DataFrame, sources: tuple[str, ...]) -> Meetings:
    """Return the pairs of answers among `claims`, those of `sources`."""
    claims = claims.sort_values("question", kind="stable", ignore_index=True)
    numbers, questions = pd.factorize(claims["question"], sort=True)
    ids = pd.Index(pd.Series(sources, dtype="str"))
    source = ids.get_indexer(pd.Index(claims["source"]))
    left, right = _two_by_two(numbers)

    def both(column: str) -> tuple[Any, Any]:
        values = claims[column].to_numpy() if column not in ("voice", "root") else pd.factorize(claims[column])[0]
        return values[left], values[right]

    (low, other_low), (high, other_high), (denies, other_denies) = both("low"), both("high"), both("denies")
    (own, other_own), (voice, other_voice), (root, other_root) = both("own"), both("voice"), both("root")
    one_interval = (low == other_low) & (high == other_high)
    affirmed = ~denies & ~other_denies
    same = one_interval & (denies == other_denies)
    apart = np.where(
        affirmed, np.maximum(low, other_low) > np.minimum(high, other_high), one_interval & (denies != other_denies)
    )
    voiced = (claims["voice"] != "").to_numpy()[left]
    one_source = source[left] == source[right]
    both_own = own & other_own
    pairs = pd.DataFrame(
        {
            "left": left.astype("int32"),
            "right": right.astype("int32"),
            "question": numbers[left].astype("int32"),
            "source": source[left].astype("int32"),
            "other": source[right].astype("int32"),
            "same": same,
            "inside": same | (affirmed & (low >= other_low) & (high <= other_high)),
            "around": same | (affirmed & (low <= other_low) & (high >= other_high)),
            "apart": apart,
            "conflict": apart & (both_own | (voiced & (voice == other_voice) & ~one_source)),
            "itself": apart & both_own & one_source,
            "one_origin": root == other_root,
        }
    )
    return Meetings(claims, pd.Index(questions), ids, numbers, source, pairs)


def _two_by_two(groups: Any) -> tuple[Any, Any]:
    """Return the positions of every two members of one group; `groups` is sorted."""
    position = np.arange(len(groups))
    following = np.searchsorted(groups, groups, side="right") - position - 1
    left = np.repeat(position, following)
    before = np.repeat(np.cumsum(following) - following, following)
    return left, left + 1 + np.arange(len(left)) - before


def relations(met: Meetings) -> pd.DataFrame:
    """Return how the answers of each two sources to each question that both answer relate, once from either side.

    Columns: question, source, other and `relation`, categorical; `relation` is one of `RELATIONS`: `agree` (all
    answers the same), `finer` or `coarser` (those of `source` lie within the other's, or the other way round), `part`
    (some answer of one excludes one of the other), else `overlap`; `reported` (they part, but only in what they report
    of others); `one_origin` (all their answers here have one root); `same` (some answer is the same); `confirmed`
    (some answer is the same, of another root).
    """
    across = met.pairs[met.pairs["source"] != met.pairs["other"]].drop(columns=["left", "right", "itself"])
    across["confirmed"] = across["same"] & ~across["one_origin"]
    mirrored = across.rename(columns={"source": "other", "other": "source", "inside": "around", "around": "inside"})
    both = pd.concat([across, mirrored], ignore_index=True)
    count = max(len(met.sources), 1)
    keys = ((both["question"].astype("int64") * count + both["source"]) * count + both["other"]).to_numpy()
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    key = keys[order][starts]

    def gathered(how: np.ufunc, *flags: str) -> dict[str, Any]:
        return {flag: how.reduceat(both[flag].to_numpy()[order], starts) for flag in flags}

    every = gathered(np.logical_and, "same", "inside", "around", "one_origin")
    some = gathered(np.logical_or, "same", "apart", "conflict", "confirmed")
    rules = {"part": some["apart"], "agree": every["same"], "finer": every["inside"], "coarser": every["around"]}
    numbers = [RELATIONS.index(relation) for relation in rules]
    relation = np.select(list(rules.values()), numbers, RELATIONS.index("overlap"))
    return pd.DataFrame(
        {
            "question": pd.Categorical.from_codes(key // count**2, met.questions),
            "source": pd.Categorical.from_codes(key // count % count, met.sources),
            "other": pd.Categorical.from_codes(key % count, met.sources),
            "relation": pd.Categorical.from_codes(relation, pd.Index(RELATIONS)),
            "reported": some["apart"] & ~some["conflict"],
            "one_origin": every["one_origin"],
            "same": some["same"],
            "confirmed": some["confirmed"],
        }
    )
