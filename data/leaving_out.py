"""What the verdicts would be without some sources, or with each origin heard once."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from data.meetings import Meetings

GONE = "gone"
"""What becomes of a question whose every answer is left out."""


def pivotal(met: Meetings) -> pd.DataFrame:
    """Return the sources each of which, left out alone, ends the contest over a question.

    Columns: question, source, `after` (the verdict then; `gone` where nobody else answers), sorted by the first two.
    A contest ends where every two answers that exclude each other include one of that source.
    """
    count = max(len(met.sources), 1)
    keys = np.unique(met.keys)
    question, source = keys // count, keys % count

    def none_without_it(flag: str | pd.Series) -> tuple[Any, Any]:
        """Return whether any pair has a flag, and whether none has it without the source, by question and source."""
        pairs = met.pairs[met.pairs[flag] if isinstance(flag, str) else flag]
        every = np.bincount(pairs["question"], minlength=len(met.questions))[question]
        across = pairs[pairs["source"] != pairs["other"]]
        asked = np.concatenate([pairs["question"], across["question"]]).astype("int64")
        touched = asked * count + np.concatenate([pairs["source"], across["other"]])
        its = np.bincount(touched, minlength=count * len(met.questions))[keys]
        return every > 0, every == its

    contested, ends = none_without_it("apart")
    _, all_same = none_without_it(~met.pairs["same"])
    others = met.sources_by_question()[question] - 1
    after = np.select([others == 0, others == 1, all_same], [GONE, "sole source", "agree"], "compatible")
    found = contested & ends
    return pd.DataFrame(
        {
            **met.named(question=question[found], source=source[found]),
            "after": pd.Series(after[found], dtype="str"),
        }
    ).sort_values(["question", "source"], ignore_index=True)


def without(met: Meetings, left_out: Iterable[str], published: pd.Series | None = None) -> pd.DataFrame:
    """Return the questions whose verdict changes without the sources `left_out`, and how.

    Columns: question, `before` and `after` (verdicts; `gone` where no answer is left), sorted by question. With
    `published`, the first day by source, each origin is heard once: of the answers to a question that have one root,
    only those of the source that was published first count, the undated last, then by id.
    """
    counted = ~met.claims["source"].isin(list(left_out)).to_numpy()
    if published is not None:
        counted &= _first_of_each_origin(met.claims[counted], published).reindex(met.claims.index, fill_value=False)
    before = met.verdicts()
    after = met.verdicts(np.asarray(counted)).reindex(before.index).fillna(GONE)
    frame = pd.DataFrame({"before": before, "after": after}).rename_axis("question").reset_index()
    return frame[frame["before"] != frame["after"]].reset_index(drop=True)


def _first_of_each_origin(claims: pd.DataFrame, published: pd.Series) -> pd.Series:
    """Return, for each claim, whether its source is the first of those that answer its question with its root."""
    asked = claims[["question", "root", "source"]].assign(published=claims["source"].map(published))
    ordered = asked.sort_values(["question", "root", "published", "source"])
    first = ordered.groupby(["question", "root"])["source"].transform("first")
    return (ordered["source"] == first).reindex(claims.index)


def change_counts(changes: pd.DataFrame) -> pd.DataFrame:
    """Return how many questions change alike: before, after, questions; the most frequent change first.

    `changes` is what `without` returns, whole or in part.
    """
    counts = changes.groupby(["before", "after"]).size().rename("questions").reset_index()
    return counts.sort_values(["questions", "before", "after"], ascending=[False, True, True], ignore_index=True)
