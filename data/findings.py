"""Findings: the one ranking of what is contested, and what a comparison turns up besides verdicts."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data import engine

if TYPE_CHECKING:
    from data.comparison import Comparison

SILENCES = ("silent", "not yet", "out of range")
DAY = "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?$"
"""A date that is written to the day."""
LEAST_DAYS, LEAST_SHARE = 10, 0.6
"""Of how many dates to the day which share falls on the first of a year or month where false precision is suspected."""


def contested(found: "Comparison") -> pd.DataFrame:
    """Return the contested questions of a comparison, the most contested first, and what else they can be sorted by.

    Columns: question, verdict, kind, topic; `independent` (contested between independent origins: some answers of two
    roots clash, or a source contradicts itself); `n_origins`, `against_origins` (those that do not hold what most
    hold), `gap_rank` (from above 0 to 1: how wide the gap is among the contested questions of its kind, by days for
    dates and by percent for quantities, where a smaller end of zero or less counts as the widest; equal gaps share
    their mean rank; NaN for names), `low` and `high` (the question's time in days, NaN where none is known), and
    `place` from 1: by `independent`, `n_origins`, `against_origins` and `gap_rank`, the greatest first and NaN last,
    then by `question`.
    """
    ranked = found.query(
        f"select q.id as question, v.verdict, q.kind, coalesce(e.topic, '') as topic, r.independent, v.n_origins, "
        "v.against_origins, r.gap_rank, r.since as low, r.until as high, r.place "
        f"from {found.ranking} r join questions q on r.question = q.question "
        f"join {found.relation} v on r.question = v.question "
        f"left join {found.tables.described} e on q.event = e.event order by r.place",
    )
    return ranked.astype({"gap_rank": "float64", "n_origins": "int64", "against_origins": "int64"})


def silences(found: "Comparison", questions: Collection[str] | None = None) -> pd.DataFrame:
    """Return why each of the chosen sources gives no answer to each question that one of them answers.

    Columns, all categorical, sorted by the first and in the order of the sources: question, source, and `reason`, of
    `SILENCES`: `not yet` (it was published, by its last day, before the question's time and before anyone's answer
    was), `out of range` (the time that it `covers` does not meet the question's), else `silent`: it could have said.
    The question's time, and when it was first answered, are taken from all claims of the tables, so that they do not
    hang on a choice of sources; a plan whose day is unknown may have been told at any time.
    """
    asked_of = f"{found.chosen} and {found.tables.store.of_questions(questions)}"
    asked = found.ask("first_answers", times=engine.rule("question_times", chosen="true"), asked=asked_of)
    answered = found.ask("questions_by_source", asked=asked_of)
    chosen = found.tables.sources.set_index("source").loc[list(found.sources)]
    ids = pd.Index(asked["id"])
    low, high = (asked[end].to_numpy()[:, None] for end in ("low", "high"))
    first = np.fmin(asked["low"].to_numpy(), asked["told"].to_numpy(dtype="float64"))[:, None]
    reason = np.where((chosen["covers_high"].to_numpy() < low) | (chosen["covers_low"].to_numpy() > high), 2, 0)
    reason[(chosen["published_high"].to_numpy() < first) & ~np.isnan(low)] = 1
    silent = np.ones(reason.shape, dtype=bool)
    silent[ids.get_indexer(pd.Index(answered["question"])), chosen.index.get_indexer(pd.Index(answered["source"]))] = (
        False
    )
    question, source = np.nonzero(silent)
    return pd.DataFrame(
        {
            "question": pd.Categorical.from_codes(question, ids),
            "source": pd.Categorical.from_codes(source, chosen.index),
            "reason": pd.Categorical.from_codes(reason[silent], pd.Index(SILENCES)),
        }
    )


def same_words(found: "Comparison") -> pd.DataFrame:
    """Return the pairs of events in which different speakers used nearly the same words (`wording` among the answers).

    Columns: wording, event, speaker, sources, other_event, other_speaker, other_sources; sources are tuples of
    ids, and of a pair the event that comes first in the alphabet stands first. The speaker is the voice; where the
    source quotes nobody, the `speaker` of the event.
    """
    of_words = "question in (select question from questions where attribute in ('wording', 'speaker'))"
    with found.answers(of_words) as cursor:
        pairs = engine.frame(cursor.sql(engine.rule("same_words")))
    return pairs.assign(**{name: pairs[name].map(tuple) for name in ("sources", "other_sources")})


def over_time(found: "Comparison", questions: Collection[str] | None = None) -> pd.DataFrame:
    """Return the answers to some questions, or all, in the order in which they were published.

    Columns: question, claim, source, root, voice, stance, value, low, high, `published` (as written),
    `published_low`, `published_high` (days) and `new`: nobody gave this answer before. Sorted by question and by
    `published_low`, undated answers last, then by source and claim.
    """
    store = found.tables.store
    claims = store.frame(
        f"a.{found.chosen} and a.{store.of_questions(questions)}" if questions is not None else f"a.{found.chosen}"
    )
    published = found.tables.sources.set_index("source")[["published", "published_low", "published_high"]]
    told = claims.join(published, on="source")
    told = told.sort_values(["question", "published_low", "source", "claim"], ignore_index=True)
    told["new"] = ~told.duplicated(["question", "low", "high", "denies"])
    columns = ["question", "claim", "source", "root", "voice", "stance", "value", "low", "high"]
    return told[[*columns, *published.columns, "new"]]


def revisions(found: "Comparison") -> pd.DataFrame:
    """Return what later editions revised: one row a pair of chosen editions that answer one question at least.

    Columns: older, newer (sources), `questions` (that both answer), `differ` (of these, where the two do not give the
    same), `gap` (the widest between what the two say, in days or in the unit; 0 where they meet, NaN of names) and
    `first` and `last` (days, of the periods or dates of those that differ); sorted by older and newer.
    """
    return found.ask("edition_revisions", revised=engine.rule("edition_answers", chosen=found.chosen))


def revised(found: "Comparison") -> pd.DataFrame:
    """Return what later editions say differently: one row a pair and question that both answer, and not alike.

    Columns: older, newer (sources), question, event, attribute, period, unit, planned, member, kind, `low` and `high`
    (days, of its period), `older_value` and `newer_value` (as written, several joined by ` | `), the ends of what each
    says (`older_low`, `older_high`, `newer_low`, `newer_high`) and `gap`, as `revisions` has it; sorted by the pair,
    then by event, attribute, unit and period.
    """
    return found.ask(
        "edition_answers",
        "select o.id as older, n.id as newer, q.id as question, "
        "q.event, q.attribute, q.period, q.unit, q.planned, q.member, q.kind, "
        "q.period_low as low, q.period_high as high, r.older_value, r.newer_value, "
        "r.older_low, r.older_high, r.newer_low, r.newer_high, r.gap "
        "from found r join questions q on r.question = q.question "
        "join sources o on r.older = o.number join sources n on r.newer = n.number where r.differ "
        "order by o.id, n.id, q.event, q.attribute, q.unit, q.period_low, q.id",
    )


def false_precision(found: "Comparison") -> pd.DataFrame:
    """Return the sources whose days seem to be years or months: of at least ten, 60 % or more are firsts of these.

    Columns: source, `precision` (`year` or `month`: what the days seem to say), `days` (dates given to the day) and
    `firsts` (of these, how many fall on the first of such a time); sorted by source.
    """
    days = found.ask("dates_to_the_day", day=DAY)
    when = days["low"].to_numpy(dtype="int64").astype("datetime64[D]")
    flags = days.assign(year=when == when.astype("datetime64[Y]"), month=when == when.astype("datetime64[M]"))
    by = flags.groupby("source").agg(days=("low", "size"), year=("year", "sum"), month=("month", "sum"))
    by = by[by["days"] >= LEAST_DAYS]
    of_year = by["year"] >= LEAST_SHARE * by["days"]
    suspected = by[of_year | (by["month"] >= LEAST_SHARE * by["days"])]
    precision = pd.Series(np.where(of_year.loc[suspected.index], "year", "month"), index=suspected.index, dtype="str")
    firsts = suspected["year"].where(precision == "year", suspected["month"])
    return suspected.assign(precision=precision, firsts=firsts).reset_index()[["source", "precision", "days", "firsts"]]
