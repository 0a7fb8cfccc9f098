"""Claims resolved: what each cell means once the other tables are known, and which question the claim answers.

Works on any batch of claims: whole tables in the process, parts of one on a cluster.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, compress, groupby
from math import inf
from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from data import values
from data.files import SET_ASIDE, quoted
from data.letters import SPACES
from data.names import Names
from data.validation import as_failures, read_values, together

KEY = ["event", "attribute", "period", "unit", "planned", "member"]
"""What makes a question: claims that are equal in these answer the same one."""
_LARGE = partial(pa.scalar, type=pa.large_string())


@dataclass(frozen=True, eq=False)
class References:
    """What the other tables say, as far as the meaning of a claim hangs on it.

    `kinds` gives the kind of each attribute, `lists` the attributes that are lists, `origins` the own origin of each
    source, `published` the last day on which each source was published, NaN where it is unknown.
    """

    names: Names
    kinds: Mapping[str, str]
    lists: frozenset[str]
    origins: Mapping[str, str]
    published: Mapping[str, float]


def resolve(
    claims: pd.DataFrame, references: References, number_names: Callable[[pd.Series], pd.DataFrame]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the claims that count, with what they mean, and the failures (see `validation`) of their values.

    `number_names` gives `low` and `high` of each name; one without a number counts, too.

    Added columns: kind, planned, denies, is_derived, own, `root`, `spelling` (that the stated wording holds, of a name
    that has several), `low`, `high`, `period_low`, `period_high`, and `member` (the value, of a list). `voice` and
    `value` are canonical names, `stance` and `basis` are never empty.
    """
    names = references.names
    kind = _mapped(claims["attribute"], references.kinds, "name")
    is_name = kind == "name"
    value = names.canonical(claims["value"]).where(is_name, claims["value"])
    voice = names.canonical(claims["voice"])
    stance, basis = claims["stance"].replace("", "asserts"), claims["basis"].replace("", "stated")
    period = values.DATE.parse(claims["period"])
    resolved = claims.assign(
        kind=kind,
        value=value,
        voice=voice,
        stance=stance,
        basis=basis,
        planned=stance == "announces",
        denies=stance == "denies",
        is_derived=basis == "derived",
        own=(voice == "") & (stance != "alleges"),
        root=_roots(claims["origin"].where(claims["origin"] != "", claims["source"]), references.origins),
        spelling=names.spellings(value.where(is_name, ""), claims["stated"]),
        member=value.where(claims["attribute"].isin(references.lists), ""),
        period_low=period["low"],
        period_high=period["high"],
    )
    return _with_intervals(resolved, number_names, references.published)


def _mapped(column: pd.Series, by: Mapping[str, Any], otherwise: Any) -> pd.Series:
    """Return what each text stands for."""
    found: pd.Series = values.for_distinct(
        column, lambda distinct: pd.Series([by.get(text, otherwise) for text in distinct])
    )
    return found


# --- Origins --------------------------------------------------------------------------------------------------------


def _roots(named: pd.Series, origins: Mapping[str, str]) -> pd.Series:
    """Return the root of each origin: one that is a source's id is followed to that source's own origin."""
    found: pd.Series = values.for_distinct(
        named, lambda distinct: pd.Series([chain(name, origins)[0] for name in distinct], dtype="str")
    )
    return found


def chain(name: str, following: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return where a chain of names ends, and the circle that it runs into: its end is the first by alphabet."""
    passed = {name: None}  # a dictionary keeps the order
    last = name
    while (further := following.get(last, "")) and further != last:
        if further in passed:
            steps = list(passed)
            circle = tuple(steps[steps.index(further) :])
            return min(circle), circle
        passed[further] = None
        last = further
    return last, ()


# --- Intervals ------------------------------------------------------------------------------------------------------


def _with_intervals(
    claims: pd.DataFrame, number_names: Callable[[pd.Series], pd.DataFrame], published_by: Mapping[str, float]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the claims whose value reads as its kind does, with `low` and `high`, and what is wrong with the rest."""
    is_date, is_quantity = claims["kind"] == "date", claims["kind"] == "quantity"
    dates, undated = read_values(claims.loc[is_date, "value"], values.DATE)
    quantities, uncounted = read_values(claims.loc[is_quantity, "value"], values.QUANTITY)
    names = number_names(claims.loc[~is_date & ~is_quantity, "value"])
    bounds = np.empty((len(claims), 2))
    for rows, found in ((is_date, dates), (is_quantity, quantities), (~is_date & ~is_quantity, names)):
        bounds[rows.to_numpy()] = found[["low", "high"]].to_numpy()
    low, high = (pd.Series(bounds[:, end], index=claims.index) for end in (0, 1))
    published = _mapped(claims["source"], published_by, np.nan).astype("float64")
    capped = is_date & claims["is_derived"] & ~claims["planned"] & published.notna()
    high = high.mask(capped & (published < high), published)
    unread = low.isna() & (is_date | is_quantity)
    denied = claims["denies"] & (is_date | is_quantity) & ~unread
    late = capped & (low > published) & ~denied
    failures = [undated, uncounted]
    if denied.any():
        what = " is denied, and only names can be; expected asserts, alleges or announces"
        failures.append(as_failures(claims.loc[denied, "value"].map(quoted) + what, "value", SET_ASIDE))
    if late.any():
        what = " is derived and begins after its source was published; expected "
        by = values.DATE.write(published[late], published[late])
        too_late = claims.loc[late, "value"].map(quoted) + what + by + " or before"
        failures.append(as_failures(too_late, "value", SET_ASIDE))
    bad = unread | denied | late
    resolved = claims.assign(low=low, high=high)
    return resolved[~bad] if bad.any() else resolved, together(failures)


# --- Questions ------------------------------------------------------------------------------------------------------


def with_questions(claims: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the claims with `question`, a number, and the questions that they answer.

    The questions have the columns of `KEY`, kind, period_low, period_high, `id` (readable and unique, for links), and
    are sorted by it: a question's number is its place. The period is written in the shortest form of its days.
    """
    claims = claims.assign(period=_shortest_periods(claims))
    number = np.zeros(len(claims), dtype="int64")
    for column in KEY:
        codes, distinct = pd.factorize(claims[column])
        number, _ = pd.factorize(number * max(len(distinct), 1) + codes)
    first = np.zeros(int(number.max(initial=-1)) + 1, dtype="int64")
    first[number[::-1]] = np.arange(len(claims))[::-1]
    questions = claims[[*KEY, "kind", "period_low", "period_high"]].iloc[first].reset_index(drop=True)
    questions["id"] = question_ids(questions)
    order = np.argsort(questions["id"].to_numpy(dtype=object), kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return claims.assign(question=place[number]), questions.iloc[order].reset_index(drop=True)


def question_ids(questions: pd.DataFrame) -> pd.Series:
    """Return a readable id for each question, of the parts of its key; a number tells apart those that look alike."""
    ids = slugs(questions)
    if not ids.is_unique:
        alike = ids.duplicated(keep=False)
        ordered = questions[alike].assign(id=ids[alike]).sort_values(KEY)
        place = ordered.groupby("id").cumcount().add(1).reindex(ids.index[alike])
        ids.loc[alike] = ids[alike].where(place == 1, ids[alike] + "//" + place.astype("str"))
    return ids


def slugs(questions: pd.DataFrame) -> pd.Series:
    """Return the parts of each question's key joined by slashes: `russian-embassy/date`, `trade/amount/2023/USD`."""
    parts = {column: pa.array(questions[column]) for column in KEY}
    words = [
        pc.if_else(part, _LARGE("planned"), None) if column == "planned" else _slugs(part.cast(pa.large_string()))
        for column, part in parts.items()
    ]
    ids = pc.binary_join_element_wise(*words, _LARGE("/"), null_handling="skip")
    return pd.Series(ids, index=questions.index, dtype="str")


def _slugs(texts: Any) -> Any:
    """Return texts as parts of an address: without the characters that it would need itself, null for an empty text."""
    words = pc.replace_substring_regex(pc.replace_substring(texts, "/", "--"), rf"[{SPACES}?#&%|,\[\]]+", "-")
    short = pc.utf8_slice_codeunits(pc.utf8_trim(words, "-"), 0, 80)
    return pc.if_else(pc.equal(texts, ""), None, pc.if_else(pc.equal(short, ""), _LARGE("-"), short))


def _shortest_periods(claims: pd.DataFrame) -> pd.Series:
    """Return the shortest form of each period: of those written for the same days, and of the plain one."""
    written = claims[["period", "period_low", "period_high"]].drop_duplicates()
    written = written[written["period_low"].notna()]
    if written.empty:
        return pd.Series("", index=claims.index, dtype="str")
    days = ["period_low", "period_high"]
    plain = written.assign(form=values.write_periods(written["period_low"], written["period_high"]))
    forms = pd.concat([written.assign(form=written["period"]), plain])
    forms = forms.assign(length=forms["form"].str.len()).sort_values(["length", "form"])
    shortest = forms.groupby(days)["form"].first()
    keys = pd.MultiIndex.from_frame(written[days])
    return _mapped(claims["period"], dict(zip(written["period"], shortest.reindex(keys), strict=True)), "").astype(
        "str"
    )


def warnings(questions: pd.DataFrame) -> list[str]:
    """Return a line for each event and attribute with several units, or periods that overlap without being equal."""
    units: dict[tuple[str, str], set[str]] = {}
    for event, attribute, unit in zip(*(questions[name] for name in ("event", "attribute", "unit")), strict=True):
        units.setdefault((event, attribute), set()).add(unit)
    lines = [
        f"{event}, {attribute}: several units, which are not compared: {', '.join(unit or 'none' for unit in found)}"
        for (event, attribute), several in sorted(units.items())
        if len(found := sorted(several)) > 1
    ]
    columns = ["event", "attribute", "planned", "period_low", "period_high", "period"]
    timed = questions.loc[questions["period"] != "", columns].itertuples(index=False, name=None)
    for (event, attribute, _planned), of_one in groupby(sorted(set(timed)), itemgetter(0, 1, 2)):
        *_key, starts, ends, periods = zip(*of_one, strict=True)
        reached = [-inf, *accumulate(ends, max)]  # by those that begin before each
        reaches = [start <= before for start, before in zip(starts, reached, strict=False)]
        overlaps = [reached or following for reached, following in zip(reaches, [*reaches[1:], False], strict=True)]
        if any(overlaps):
            several_periods = ", ".join(compress(periods, overlaps))
            lines.append(
                f"{event}, {attribute}: periods overlap without being equal, and are not compared: {several_periods}"
            )
    return lines
