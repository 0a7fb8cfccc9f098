"""Questions and claims of a view that serve as examples of a verdict or a rule: the plainest, the first of equals."""

import pandas as pd

from data.engine import listed
from data.selection import RANKED, View

_PLAINEST = "q.planned, q.member <> '', q.kind <> 'date'"


def of_verdict(view: View, verdict: str) -> pd.DataFrame:
    """Return one question with a verdict, as `View.questions` has it; no row where there is none."""
    return view.page(rows=1, order=f"{_PLAINEST}, {RANKED}", where=f"v.verdict in ({listed([verdict])})")


def of_precisions(view: View) -> pd.DataFrame:
    """Return one question to which dates of several precisions are given that can all be true."""
    return view.page(rows=1, order="q.id desc", where="v.verdict = 'compatible' and q.kind = 'date'")


def of_one_origin(view: View) -> pd.DataFrame:
    """Return one question that several sources of one origin answer."""
    return view.page(rows=1, where="v.n_sources > 1 and v.n_origins = 1")


def of_changes(view: View) -> pd.DataFrame:
    """Return two questions on one event and attribute that differ in their period, else two on plans."""
    first = view.page(
        rows=1,
        where="q.period <> '' and (q.event, q.attribute) in (select event, attribute from questions "
        "where period <> '' group by event, attribute having count(distinct period) > 1)",
    )
    where = "q.planned"
    for event, attribute in first[["event", "attribute"]].itertuples(index=False):
        where = f"q.period <> '' and q.event in ({listed([event])}) and q.attribute in ({listed([attribute])})"
    return view.page(rows=2, order=f"{_PLAINEST}, q.id", where=where)


def of_spellings(view: View) -> pd.DataFrame:
    """Return the claims with a wording on one question to which one name is given in several spellings."""
    claims = view.claims_of(view.page(rows=1, where="v.variants")["question"])
    return claims[claims["stated"] != ""]


def worked_out(view: View) -> pd.DataFrame:
    """Return the claim with the most exact date that was worked out from a wording."""
    worded = f"{view.found.tables.store.cell('stated')} <> ''"
    most_exact = (
        "select a.number from answers a join texts t using (number) join questions q on a.question = q.question "
        f"where a.is_derived and q.kind = 'date' and t.{worded} order by a.high - a.low, a.number limit 1"
    )
    return view.claims_where(f"a.number in ({most_exact})")
