"""What can be said of one source, of two, and of all pairs of them: counts, never a score."""

from typing import Any

import numpy as np
import pandas as pd

from data import values as grammar
from data.meetings import RELATIONS, Meetings

STANDINGS = (
    "contradicts itself", "contradicted", "disputed", "confirmed", "same origin", "compatible", "alone",
)  # fmt: skip
ONLY_ONE, ONLY_OTHER = "only one", "only other"


def two_sources(met: Meetings, relations: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return each question that either of two sources answers, and how their answers relate.

    Columns: question (sorted), `relation` (see `meetings.relations`, seen from `one`; `only one` and `only other`
    where one of them alone answers), `reported`, `one_origin`, and the answers of each as written, `values` and
    `other_values`, joined by ` | `.
    """
    shared = relations[(relations["source"] == one) & (relations["other"] == other)]
    shared = shared.astype({"question": "str", "relation": "str"}).set_index("question")
    values = _values(met.claims[met.claims["source"] == one])
    other_values = _values(met.claims[met.claims["source"] == other])
    asked = values.index.union(other_values.index).sort_values()
    alone = pd.Series(np.where(asked.isin(values.index), ONLY_ONE, ONLY_OTHER), index=asked, dtype="str")
    flags = shared[["reported", "one_origin"]].reindex(asked, fill_value=False)
    return pd.DataFrame(
        {
            "question": asked,
            "relation": shared["relation"].reindex(asked).fillna(alone).to_numpy(),
            "reported": flags["reported"].to_numpy(),
            "one_origin": flags["one_origin"].to_numpy(),
            "values": values.reindex(asked).fillna("").to_numpy(),
            "other_values": other_values.reindex(asked).fillna("").to_numpy(),
        }
    ).astype(dict.fromkeys(["question", "relation", "values", "other_values"], "str"))


def _values(claims: pd.DataFrame) -> pd.Series:
    written = claims[["question", "value"]].drop_duplicates().sort_values(["question", "value"])
    return grammar.joined(written.set_index("question")["value"])


def pairs(relations: pd.DataFrame) -> pd.DataFrame:
    """Return how often each two sources agree, counted from the questions that both answer.

    Columns: source, other (each pair from either side, sorted), `shared` (questions that both answer), how many of
    them `agree`, are `finer`, `coarser`, `overlap` and `part` (see `meetings.relations`), `reported` (of those that
    part, how many only in what is reported of others), `one_origin` (of those shared, how many come from one root),
    and `agreement` (the share in which they do not part). Two sources that share no question have no row.
    """
    flags = pd.DataFrame({relation: relations["relation"] == relation for relation in RELATIONS})
    flags = flags.assign(reported=relations["reported"], one_origin=relations["one_origin"], shared=True)
    by = flags.groupby([relations["source"], relations["other"]], observed=True).sum().astype("int64").reset_index()
    by = by.astype({"source": "str", "other": "str"}).sort_values(["source", "other"], ignore_index=True)
    counts = by[["source", "other", "shared", *RELATIONS, "reported", "one_origin"]]
    return counts.assign(agreement=1 - counts["part"] / counts["shared"])


def source_order(met: Meetings, paired: pd.DataFrame) -> tuple[str, ...]:
    """Return the ids of the sources so that those that part least stand together; `paired` is what `pairs` returns.

    Average linkage: the distance of two groups is the share that parts of all questions that a member of one shares
    with a member of the other. Groups that share none are never joined: the largest stands first, and sources that
    share nothing stand last, in the order of their table.
    """
    count = len(met.sources)
    parting, shared = np.zeros((count, count)), np.zeros((count, count))
    at = met.sources.get_indexer(pd.Index(paired["source"])), met.sources.get_indexer(pd.Index(paired["other"]))
    parting[at], shared[at] = paired["part"], paired["shared"]
    groups = _clusters(parting, shared)
    groups.sort(key=lambda group: (-len(group), min(group)))
    return tuple(met.sources.take([place for group in groups for place in group]))


def _clusters(parting: Any, shared: Any) -> list[list[int]]:
    """Return the groups that are left when the two that are nearest have been joined again and again."""
    between = _distances(parting, shared)
    distances = between.copy()
    groups: dict[int, list[int]] = {place: [place] for place in range(len(parting))}
    while distances.size and (nearest := distances.min()) < np.inf:
        first, second = np.nonzero(distances == nearest)
        best = int(np.argmax(shared[first, second]))  # of those that are equally near, the best known
        one, other = int(min(first[best], second[best])), int(max(first[best], second[best]))
        groups[one] = _end_to_end(groups[one], groups.pop(other), between)
        for table in (parting, shared):
            table[one] += table[other]
            table[:, one] += table[:, other]
            table[other] = table[:, other] = 0
        near = _distances(parting[one], shared[one])
        near[one] = np.inf
        distances[one] = distances[:, one] = near
        distances[other] = distances[:, other] = np.inf
    return list(groups.values())


def _distances(parting: Any, shared: Any) -> Any:
    known = shared > 0
    distances = np.where(known, parting / np.where(known, shared, 1), np.inf)
    if distances.ndim > 1:
        np.fill_diagonal(distances, np.inf)
    return distances


def _end_to_end(one: list[int], other: list[int], between: Any) -> list[int]:
    """Return two groups as one row, turned so that the ends that touch are as near as they can be."""
    ways = [(left, right) for left in (one, one[::-1]) for right in (other, other[::-1])]
    left, right = min(ways, key=lambda way: between[way[0][-1], way[1][0]])
    return left + right


def standings(met: Meetings, relations: pd.DataFrame) -> pd.DataFrame:
    """Return how each answer of each source stands beside those of the others.

    Columns: source, question (sorted by both), `standing`, and the number of other sources that are `contradicting`
    it, `disputing` it, `confirming` it, `repeating` it (the same answer, from the same origin only) or `compatible`
    with it, each other source counted once, and `confirming_origins` (the distinct roots that confirm it).
    `standing` is the first of `STANDINGS` that holds: its own-voice answers exclude each other; another source's
    exclude them; some answers do, as reported; an independent origin gives the same answer; its own origin alone
    does; others answer; nobody else does.
    """
    count = max(len(met.sources), 1)
    keys = np.unique(met.keys)

    def within(flag: str) -> Any:
        pairs = met.pairs[(met.pairs["source"] == met.pairs["other"]) & met.pairs[flag]]
        return np.isin(keys, pairs["question"].astype("int64") * count + pairs["source"])

    parts = relations["relation"] == "part"
    towards = {
        "contradicting": parts & ~relations["reported"],
        "disputing": parts & relations["reported"],
        "confirming": ~parts & relations["confirmed"],
        "repeating": ~parts & relations["same"] & ~relations["confirmed"],
        "compatible": ~parts & ~relations["same"],
    }
    to = (relations["question"].cat.codes.astype("int64") * count + relations["source"].cat.codes).to_numpy()
    size = count * len(met.questions)
    counts = {name: np.bincount(to[flag.to_numpy()], minlength=size)[keys] for name, flag in towards.items()}
    rules = {
        "contradicts itself": within("itself"),
        "contradicted": counts["contradicting"] > 0,
        "disputed": (counts["disputing"] > 0) | within("apart"),
        "confirmed": counts["confirming"] > 0,
        "same origin": counts["repeating"] > 0,
        "compatible": counts["compatible"] > 0,
    }
    standing = np.select(list(rules.values()), list(rules), "alone")
    frame = pd.DataFrame(
        {
            **met.named(source=keys % count, question=keys // count),
            "standing": pd.Series(standing, dtype="str"),
            **counts,
            "confirming_origins": np.bincount(_confirming(met), minlength=size)[keys],
        }
    )
    return frame.sort_values(["source", "question"], ignore_index=True)


def _confirming(met: Meetings) -> Any:
    """Return the number of question and source once for each root of another that gives the same answer."""
    sources, count = max(len(met.sources), 1), max(len(met.claims), 1)
    pairs = met.pairs
    pairs = pairs[pairs["same"] & ~pairs["one_origin"] & (pairs["source"] != pairs["other"])]
    roots = pd.factorize(met.claims["root"])[0]
    to = np.concatenate([pairs["source"], pairs["other"]]) + np.tile(pairs["question"].astype("int64"), 2) * sources
    root = np.concatenate([roots[pairs["right"]], roots[pairs["left"]]])
    return pd.unique(to * count + root) // count


def profiles(met: Meetings, standing: pd.DataFrame) -> pd.DataFrame:
    """Return what there is of each source; `standing` is what `standings` returns.

    Columns: source (in the order of their table), `n_claims`, `n_questions`, one column for each of `STANDINGS` (how
    many of its questions stand so), `n_origins`, `origins` (the roots of its claims, joined by ` | `), and how many
    of its dates are `dates_stated` and `dates_derived`.
    """
    by = met.claims.groupby("source")
    stand = pd.crosstab(standing["source"], standing["standing"]).reindex(columns=list(STANDINGS), fill_value=0)
    roots = met.claims[["source", "root"]].drop_duplicates().sort_values(["source", "root"])
    dates = met.claims[met.claims["kind"] == "date"].groupby("source")["is_derived"]
    found = pd.DataFrame({"n_claims": by.size(), "n_questions": by["question"].nunique()}).join(stand)
    found = found.assign(n_origins=by["root"].nunique(), dates_derived=dates.sum(), dates_stated=dates.size())
    found = found.reindex(met.sources).fillna(0).astype("int64")
    found["dates_stated"] -= found["dates_derived"]
    origins = roots.groupby("source")["root"].agg(" | ".join).reindex(met.sources).fillna("")
    columns = ["n_claims", "n_questions", *STANDINGS, "n_origins", "origins", "dates_stated", "dates_derived"]
    return found.assign(origins=origins)[columns].rename_axis("source").reset_index()
