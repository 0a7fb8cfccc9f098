"""What changed between two versions of a table set: claims, and the verdicts that changed with them."""

import pandas as pd

from data.files import TableFiles, TextTable
from data.packaging import as_tables
from data.sensitivity import GONE, NEW
from data.tables import Tables, tables_of

COLUMNS = ("change", "claim", "question", "column", "before", "after")
_MADE = r"row-\d+(-made)*"
"""An id that was made from a row number: it stands for another claim where a row went or came."""


def difference(old: Tables, new: Tables) -> pd.DataFrame:
    """Return what a newer version of a table set changes, with `COLUMNS`, all text.

    `change` is `added` or `removed` (one row a claim: `column` is `value`), `changed` (one row a cell of a claim), in
    the order of the tables, then `verdict` (one row a question whose verdict differs: `new` before where nobody asked
    it, `gone` after where nobody does). Claims are known by their ids; those without one by all of their cells.

    Where one of the two is claims alone, such as one file, it is read with the other tables of the other.
    """
    if _is_claims_alone(old) != _is_claims_alone(new):
        old, new = _with_tables_of(old, new), _with_tables_of(new, old)
    before, after = _claims(old), _claims(new)
    columns = [name for name in dict.fromkeys([*after, *before]) if name != "question"]
    before, after = (claims.reindex(columns=[*columns, "question"], fill_value="") for claims in (before, after))
    shared = before.index.intersection(after.index)
    added, removed = after[~after.index.isin(shared)], before[~before.index.isin(shared)]
    told = [
        _rows("added", added, "value", "", added["value"]),
        *(_changed(before.loc[shared], after.loc[shared], column) for column in columns),
        _rows("removed", removed, "value", removed["value"], ""),
        _verdicts(old, new),
    ]
    return pd.concat(told, ignore_index=True)[list(COLUMNS)].astype("str")


def _is_claims_alone(tables: Tables) -> bool:
    """Return whether nothing is known of a set's attributes, events and sources but what its claims say."""
    titled = (("event", tables.events), ("source", tables.sources))
    return bool(tables.attributes["kind_worked_out"].all()) and all(
        (frame["title"] == frame[key]).all() for key, frame in titled
    )


def _with_tables_of(tables: Tables, other: Tables) -> Tables:
    """Return a set whose claims are read with the other tables of another, where there are only claims; else itself."""
    if not _is_claims_alone(tables):
        return tables
    frames = as_tables(other) | {"claims": as_tables(tables)["claims"]}
    read = {name: TextTable(name, frame.set_axis(pd.RangeIndex(2, len(frame) + 2))) for name, frame in frames.items()}
    return tables_of(TableFiles(read), tables.path, tables.version)


def _claims(tables: Tables) -> pd.DataFrame:
    """Return the claims with the columns of their table and `question`, indexed by what each is known by."""
    claims = tables.claims[[*tables.store.columns, "question"]]
    made = claims["claim"].str.fullmatch(_MADE)
    nameless = claims[made].drop(columns=["claim", "question"])
    known = claims["claim"].astype(object)
    if made.any():  # the first, second, … of those whose cells are all the same
        nth = nameless.groupby(list(nameless)).cumcount()
        cells = map(tuple, nameless.assign(nth=nth).to_numpy(dtype=object))
        known = known.where(~made, pd.Series(list(cells), index=nameless.index, dtype=object))
    return claims.set_index(pd.Index(known, tupleize_cols=False))


def _changed(before: pd.DataFrame, after: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the claims that have another text in a column."""
    other = (before[column] != after[column]).to_numpy() & (column != "claim")
    return _rows("changed", after[other], column, before.loc[other, column], after.loc[other, column])


def _rows(
    change: str, claims: pd.DataFrame, column: str, before: pd.Series | str, after: pd.Series | str
) -> pd.DataFrame:
    told = {"change": change, "claim": claims["claim"], "question": claims["question"], "column": column}
    return pd.DataFrame(told).assign(before=before, after=after)


def _verdicts(old: Tables, new: Tables) -> pd.DataFrame:
    before, after = (tables.compare().questions.set_index("question")["verdict"] for tables in (old, new))
    both = pd.DataFrame({"before": before, "after": after}).fillna({"before": NEW, "after": GONE})
    both = both[both["before"] != both["after"]].rename_axis("question").reset_index()
    return both.assign(change="verdict", claim="", column="verdict")
