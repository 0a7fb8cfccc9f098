"""How sources stand beside each other: of two, of all pairs, and of each beside all others. Counts, never a score."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from data import engine
from data.once import kept

if TYPE_CHECKING:
    from data.comparison import Comparison
    from data.selection import View

RELATIONS = ("agree", "finer", "coarser", "overlap", "part")
STANDINGS = (
    "contradicts itself", "contradicted", "disputed", "confirmed", "same origin", "compatible", "alone",
)  # fmt: skip
ONLY_ONE, ONLY_OTHER = "only one", "only other"


def relations(found: "Comparison", asked: str = "true", source: str | None = None) -> pd.DataFrame:
    """Return how the answers of each two sources to each question that both answer relate, once from either side.

    `asked` is an SQL condition on the answers that are looked at; with a `source`, only its side is told.

    Columns: question, source, other and `relation`, categorical; `relation` is one of `RELATIONS`: `agree` (all
    answers the same), `finer` or `coarser` (those of `source` lie within the other's, or the other way round), `part`
    (some answer of one excludes one of the other), else `overlap`; `reported` (they part, but only in what they report
    of others); `one_origin` (all their answers here have one root); `same` (some answer is the same); `confirmed`
    (some answer is the same, of another root).
    """
    with found.answers(asked) as cursor:
        related = _related(_pair(found, source))
        query = cursor.sql(f"select * from ({related}) order by question, source, other")
        rows = engine.frame(query)
        ids = engine.frame(
            cursor.sql("select question, id from questions where question in (select question from claims)")
        )
    questions = pd.Index(ids.sort_values("id")["id"])
    place = pd.Series(questions.get_indexer(pd.Index(ids["id"])), index=ids["question"])
    every = found.tables.sources["source"]
    number = pd.Series(pd.Index(found.sources).get_indexer(pd.Index(every)), index=every.index)
    return rows.assign(
        question=pd.Categorical.from_codes(place.loc[rows["question"]], questions),
        source=pd.Categorical.from_codes(number.loc[rows["source"]], pd.Index(found.sources)),
        other=pd.Categorical.from_codes(number.loc[rows["other"]], pd.Index(found.sources)),
        relation=pd.Categorical(rows["relation"], RELATIONS),
    )


def _pair(found: "Comparison", source: str | None) -> str:
    """Return the SQL condition on two sides, that they are of two sources, the first of them `source` where given."""
    return "a.source <> b.source" + ("" if source is None else f" and a.source = {found.number_of(source)}")


def _related(pair: str) -> str:
    return engine.rule("relations", pair=pair, pairs=engine.rule("pairs", pair=pair))


def shared_questions(found: "Comparison", asked: str = "true") -> pd.DataFrame:
    """Return how many questions each two sources both answer, in columns source, other and `shared`, as `agreement`.

    It is asked for much faster than that. `asked` is an SQL condition on the answers that are counted.
    """
    counted = (
        "select a.source, b.source as other, count(*) as shared from answered a "
        "join answered b on a.question = b.question and a.source < b.source group by a.source, b.source"
    )
    once = found.query(f"with answered as ({_answered(found, asked)}) {_by_id(counted)}")
    return _from_either_side(once, {"source": "other", "other": "source"})


def _answered(found: "Comparison", asked: str) -> str:
    """Return SQL for which source answers which question, older editions aside, of the answers that are asked for."""
    said = f"select distinct question, source from answers where {found.chosen} and ({asked})"
    return f"with chosen as ({said}) select question, source from ({engine.rule('editions')}) where not superseded"


def _by_id(counted: str) -> str:
    """Return SQL for what was counted of pairs of sources, given by their ids instead of their numbers."""
    return (
        f"select s.id as source, o.id as other, c.* exclude (source, other) from ({counted}) c "
        "join sources s on c.source = s.number join sources o on c.other = o.number"
    )


def agreement(found: "Comparison", asked: str = "true", among: Collection[str] | None = None) -> pd.DataFrame:
    """Return how often each two sources agree, counted from the questions that both answer (see `relations`).

    Columns: source, other (each pair from either side, sorted), `shared` (questions that both answer), how many of
    them `agree`, are `finer`, `coarser`, `overlap` and `part`, `reported` (of those that part, how many only in what
    is reported of others), `one_origin` (of those shared, how many come from one root) and `agreement` (the share in
    which they do not part). Two sources that share no question have no row. `asked` is an SQL condition on the answers
    that are counted; with `among`, only the pairs of these sources are told.
    """
    pair = "a.source < b.source"
    if among is not None:
        numbers = found.numbers_of(among)
        pair += f" and a.source in ({numbers}) and b.source in ({numbers})"
    related = ", ".join(f"count(*) filter (relation = '{relation}') as {relation}" for relation in RELATIONS)
    counted = (
        f"select source, other, count(*) as shared, {related}, count(*) filter (reported) as reported, "
        f"count(*) filter (one_origin) as one_origin from ({engine.rule('pairs', pair=pair)}) group by source, other"
    )
    with found.answers(asked) as cursor:
        once = engine.frame(cursor.sql(_by_id(counted)))
    turned = {"source": "other", "other": "source", "finer": "coarser", "coarser": "finer"}
    return _from_either_side(once, turned).assign(agreement=lambda counts: 1 - counts["part"] / counts["shared"])


def _from_either_side(once: pd.DataFrame, turned: Mapping[str, str]) -> pd.DataFrame:
    """Return rows of pairs from their other side, too, where columns are `turned` into others; sorted by the pair."""
    both = pd.concat([once, once.rename(columns=dict(turned))[once.columns]])
    return both.sort_values(["source", "other"], ignore_index=True)


def events_in_common(found: "Comparison", asked: str, pairs: pd.DataFrame) -> pd.Series:
    """Return of how many events the questions ask that both of two sources answer, for each pair (source, other).

    `asked` is an SQL condition on the answers that are counted. The index is that of `pairs`.
    """
    with found.tables.store.cursor() as cursor:
        cursor.register("pairs", engine.table_of(pairs[["source", "other"]].assign(place=np.arange(len(pairs)))))
        counted = engine.frame(
            cursor.sql(
                f"with answered as ({_answered(found, asked)}) "
                "select p.place, count(distinct q.event) as events from pairs p "
                "join sources s on p.source = s.id join sources o on p.other = o.id "
                "join answered a on a.source = s.number "
                "join answered b on b.source = o.number and a.question = b.question "
                "join questions q on a.question = q.question group by p.place"
            )
        )
    events = counted.set_index("place")["events"].reindex(np.arange(len(pairs)), fill_value=0)
    return events.set_axis(pairs.index)


def two_sources(found: "Comparison", one: str, other: str, asked: str = "true") -> pd.DataFrame:
    """Return each question that either of two sources answers, and how their answers relate.

    Columns: question (sorted), `relation` (see `relations`, seen from `one`; `only one` and `only other` where one of
    them alone answers), `reported`, `one_origin`, and the answers of each as written, `values` and `other_values`,
    joined by ` | `. `asked` is an SQL condition on the answers that are looked at; `found` is of these two.
    """
    mine, theirs = found.number_of(one), found.number_of(other)
    with found.answers(asked) as cursor:
        return engine.frame(
            cursor.sql(
                f"with related as ({engine.rule('pairs', pair=f'a.source = {mine} and b.source = {theirs}')}), "
                "said as (select question, source, string_agg(distinct value, ' | ' order by value) as answer "
                "from claims where not superseded group by question, source) "
                f"select q.id as question, coalesce(r.relation, if(b.answer is null, '{ONLY_ONE}', '{ONLY_OTHER}')) "
                "as relation, coalesce(r.reported, false) as reported, coalesce(r.one_origin, false) as one_origin, "
                "coalesce(a.answer, '') as values, coalesce(b.answer, '') as other_values "
                f"from (select * from said where source = {mine}) a "
                f"full join (select * from said where source = {theirs}) b on a.question = b.question "
                "left join related r on r.question = a.question "
                "join questions q on q.question = coalesce(a.question, b.question) order by 1"
            )
        )


def standings(found: "Comparison", asked: str = "true", source: str | None = None) -> pd.DataFrame:
    """Return how each answer of each source stands beside those of the others; with a `source`, those of this alone.

    `asked` is an SQL condition on the answers that are looked at.

    Columns: source, question (sorted by both), `standing`, and the number of other sources that are `contradicting`
    it, `disputing` it, `confirming` it, `repeating` it (the same answer, from the same origin only) or `compatible`
    with it, each other source counted once, and `confirming_origins` (the distinct roots that confirm it).
    `standing` is the first of `STANDINGS` that holds: its own-voice answers exclude each other; another source's
    exclude them; some answers do, as reported; an independent origin gives the same answer; its own origin alone
    does; others answer; nobody else does.
    """
    side = "true" if source is None else f"st.source = {found.number_of(source)}"
    with found.answers(asked) as cursor:
        related = _related(_pair(found, source))
        cursor.execute(f"create temp table relations as {related}")
        return engine.frame(
            cursor.sql(
                f"select s.id as source, q.id as question, st.* exclude (source, question) "
                f"from ({engine.rule('standings')}) st "
                "join questions q on st.question = q.question join sources s on st.source = s.number "
                f"where {side} order by 1, 2"
            )
        ).astype(dict.fromkeys(["contradicting", "disputing", "confirming", "repeating", "compatible"], "int64"))


def profiles(found: "Comparison") -> pd.DataFrame:
    """Return what there is of each source.

    Columns: source (in the order of their table), `n_claims`, `n_questions`, one column for each of `STANDINGS` (how
    many of its questions stand so), `n_origins`, `origins` (the roots of its claims, joined by ` | `), and how many
    of its dates are `dates_stated` and `dates_derived`.
    """
    counts = found.ask("profiles").set_index("source")
    standing = found.standings
    stand = pd.crosstab(standing["source"], standing["standing"]).reindex(columns=list(STANDINGS), fill_value=0)
    full = counts.join(stand).reindex(pd.Index(found.sources, name="source"))
    origins = full.pop("origins").fillna("")
    columns = ["n_claims", "n_questions", *STANDINGS, "n_origins", "origins", "dates_stated", "dates_derived"]
    return full.fillna(0).astype("int64").assign(origins=origins)[columns].reset_index()


def most_connected(paired: pd.DataFrame, order: Sequence[str], most: int) -> tuple[list[str], int]:
    """Return the sources that share most questions, in `order`, and how many each shares with another at least.

    The threshold is the lowest that leaves no more than `most`; where too many share the most that any do, those stay
    that share questions with most others, each with one of these. `paired` is what `shared_questions` returns.
    """
    by = paired.groupby("source")["shared"]
    shared = by.max()
    least = 1
    while (shared >= least).sum() > most and (shared > least).sum() > 1:
        least += 1
    left = list(shared.index[shared >= least])
    if len(left) > most:
        met = by.size()[left].sort_values(ascending=False, kind="stable")
        alike = paired[paired["shared"] >= least]
        nearest = alike.assign(met=alike["other"].map(met)).sort_values("met", ascending=False, kind="stable")
        partner = nearest.drop_duplicates("source").set_index("source")["other"]
        left = list(dict.fromkeys(each for source in met.index for each in (source, partner[source])))[:most]
    return [source for source in order if source in set(left)], least


@kept
def most_events_in_common(view: "View", one: str = "") -> tuple[str, str]:
    """Return the two sources of a view that tell of most events in common, `one` among them where it is given.

    Of equals, and where none have any in common, those that stand first.
    """
    sources, common = view.sources, view.shared
    if one:
        common = common[common["source"] == one]
    if common.empty:
        first = one or sources[0]
        return first, next(source for source in sources if source != first)
    # No two have more events in common than questions, so that those with few questions are not asked for.
    counted = view.events_in_common(common[common["shared"] == common["shared"].max()])
    common = common[common["shared"] >= counted.max()]
    events = view.events_in_common(common)
    place = {source: at for at, source in enumerate(sources)}
    best = common.loc[events == events.max(), ["source", "other"]]
    one, other = min(best.itertuples(index=False, name=None), key=lambda two: (place[two[0]], place[two[1]]))
    return str(one), str(other)


def source_order(sources: Sequence[str], paired: pd.DataFrame) -> tuple[str, ...]:
    """Return the ids of the sources so that those that part least stand together; `paired` is what `agreement` returns.

    Average linkage: the distance of two groups is the share that parts of all questions that a member of one shares
    with a member of the other. Groups that share none are never joined: the largest stands first, and sources that
    share nothing stand last, in the order of their table.
    """
    ids = pd.Index(sources)
    parting, shared = np.zeros((len(ids), len(ids))), np.zeros((len(ids), len(ids)))
    paired = paired[paired["source"].isin(ids) & paired["other"].isin(ids)]
    at = ids.get_indexer(pd.Index(paired["source"])), ids.get_indexer(pd.Index(paired["other"]))
    parting[at], shared[at] = paired["part"], paired["shared"]
    groups = _clusters(parting, shared)
    groups.sort(key=lambda group: (-len(group), min(group)))
    return tuple(ids.take([place for group in groups for place in group]))


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
