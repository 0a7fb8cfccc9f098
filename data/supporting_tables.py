"""What the tables of sources, attributes and names say of claims, as far as their meaning hangs on it."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from data import interpretation, values
from data.files import Problem, quoted
from data.interpretation import References
from data.names import Names


def with_missing(frame: pd.DataFrame, column: str, ids: pd.Series) -> pd.DataFrame:
    """Return a table with a row for each id that claims name, and a title for each."""
    missing = sorted(set(ids.unique()) - set(frame[column]))
    texts = frame.columns[frame.dtypes == "str"]
    added = pd.DataFrame("", index=range(len(missing)), columns=texts, dtype="str")
    added[column] = pd.Series(missing, dtype="str")
    full = pd.concat([frame, added], ignore_index=True)
    return full.assign(title=full["title"].where(full["title"] != "", full[column]))


def given_kinds(attributes: pd.DataFrame) -> pd.Series:
    """Return the attributes of a table whose kind stands there: that of the others is worked out of their claims."""
    return attributes.loc[attributes["kind"] != "", "attribute"]


def with_kinds(attributes: pd.DataFrame, worked_out: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each attribute of the table or of those whose kind was worked out (see `kinds.work_out`)."""
    missing = sorted(set(worked_out.index) - set(attributes["attribute"]))
    added = pd.DataFrame({"attribute": missing}, columns=attributes.columns).fillna("").astype("str")
    frame = pd.concat([attributes, added], ignore_index=True)
    unknown = frame["kind"] == ""
    found = [worked_out["kind"].get(attribute, "name") for attribute in frame["attribute"]]
    return frame.assign(
        kind=frame["kind"].mask(unknown, pd.Series(found, index=frame.index, dtype="str")),
        kind_worked_out=unknown,
        multiple=frame["multiple"] == "true",
        label=frame["label"].where(frame["label"] != "", frame["attribute"]),
        expected_gap=pd.to_numeric(frame["expected_gap"], errors="coerce").astype("float64"),
    )


def references_of(names: Names, attributes: pd.DataFrame, sources: pd.DataFrame) -> References:
    """Return what the meaning of claims hangs on, of tables as `with_kinds` and `with_days` give them."""
    return References(
        names=names,
        kinds=dict(zip(attributes["attribute"], attributes["kind"], strict=True)),
        lists=frozenset(attributes.loc[attributes["multiple"], "attribute"]),
        origins=dict(zip(sources["source"], sources["origin"], strict=True)),
        published=dict(zip(sources["source"], sources["published_high"], strict=True)),
    )


def with_days(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return a table with the first and the last day, `_low` and `_high`, of some columns of dates."""
    for column in columns:
        days = values.DATE.parse(frame[column])
        frame = frame.assign(**{f"{column}_low": days["low"], f"{column}_high": days["high"]})
    return frame


def circles(named: Iterable[str], references: References, file: str) -> list[Problem]:
    """Return a problem for each circle that the origins named run into."""
    found = {interpretation.chain(name, references.origins)[1] for name in named}
    rings = {frozenset(circle): circle for circle in sorted(found) if circle}
    return [
        Problem(
            file,
            None,
            "origin",
            f"{' → '.join([*ring, ring[0]])} is a circle; expected an origin at its end; {quoted(min(ring))} is taken",
        )
        for ring in rings.values()
    ]


def editions_of(sources: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Return each pair of sources of which the second replaces the first, by any chain, and what is wrong there."""
    ids = pd.Index(sources["source"])
    replaces = {
        source: older for source, older in zip(ids, sources["replaces"], strict=True) if older and older != source
    }
    problems = []
    circles = {
        frozenset(circle): circle for source in replaces if (circle := interpretation.chain(source, replaces)[1])
    }
    for ring in circles.values():
        text = f"{' → '.join([*ring, ring[0]])} is a circle; expected the older edition; none of these replaces another"
        problems.append(Problem(file, None, "replaces", text))
    for source in set().union(*circles):
        del replaces[source]
    for older in dict.fromkeys(older for older in replaces.values() if older not in ids):
        text = f"{quoted(older)} is not in {file}; expected a source that stands there"
        problems.append(Problem(file, None, "replaces", text))
    # Step by step along all chains at once: one by one, a chain of some thousand editions takes seconds.
    older_of = ids.get_indexer(pd.Index([replaces.get(source, "") for source in ids]))
    newer, older = np.arange(len(ids)), older_of
    pairs = []
    while len(newer := newer[older >= 0]):
        older = older[older >= 0]
        pairs.append((older, newer))
        older = older_of[older]
    places = np.hstack(pairs) if pairs else np.empty((2, 0), dtype=int)
    rank = ids.argsort().argsort()
    places = places[:, np.lexsort(rank[places[::-1]])]
    return pd.DataFrame({"older": ids[places[0]], "newer": ids[places[1]]}, dtype="str"), problems
