"""False precision in words: days that fall on the first of a year or month so often that they may mean no more."""

import pandas as pd

import data
from components.words import labels
from components.words.i18n import N_, _, translate
from components.words.names import source_names
from data.findings import DAY

MEANT = {"year": N_("the first of January"), "month": N_("the first of a month")}
READ = {"year": N_("years"), "month": N_("months")}


def source_precision(found: data.Comparison, source: str) -> str:
    """Return how many of the days that a source gives seem to be years or months; nothing where they do not."""
    suspected = found.false_precision
    for row in suspected[suspected["source"] == source].to_dict("records"):
        return _(
            "Of {n} dates that it gives to the day, {firsts} fall on {first}: they may be {meant}, written as days. "
            "Nothing is changed by this; Without shows what the verdicts would be.",
            n=int(row["days"]),
            firsts=int(row["firsts"]),
            first=translate(MEANT[row["precision"]]),
            meant=translate(READ[row["precision"]]),
        )
    return ""


def question_precision(found: data.Comparison, question: pd.Series, claims: pd.DataFrame) -> str:
    """Return whose days may be years or months among the answers to a question, and the verdict then; or nothing."""
    if question["kind"] != "date":
        return ""
    suspected = dict(found.false_precision[["source", "precision"]].itertuples(index=False, name=None))
    days = claims[claims["source"].isin(list(suspected)) & claims["value"].str.match(DAY)]
    ends = {"year": "-01-01", "month": "-01"}
    firsts = [
        source
        for source, value in days[["source", "value"]].itertuples(index=False, name=None)
        if value[:10].endswith(ends[suspected[source]])
    ]
    if not firsts:
        return ""
    names = source_names(found.tables)
    changed = found.read_coarser
    after = changed.loc[changed["question"] == question["question"], "after"]
    told = _(
        "The day in {source} may be no more than a year or a month, as so many of its dates seem to be.",
        source=names[firsts[0]],
    )
    if after.empty:
        return told
    return _("{told} Read so, the verdict would be: {verdict}.", told=told, verdict=labels.verdict(after.iloc[0]))
