"""A table set, read and checked: every problem at once, good rows kept, each value an interval.

Everything that the comparison needs is worked out here, once: names resolved, kinds known, values parsed,
origins followed, and one readable key for each question.
"""

import re
from dataclasses import dataclass
from math import inf
from pathlib import Path

import pandas as pd

from data import values as grammar
from data.files import SET_ASIDE, Problem, quoted, read_files
from data.names import Names
from data.schema import SCHEMA
from data.validation import check_table, unknown_ids


@dataclass(frozen=True, eq=False)
class Tables:
    """A table set that was read. Frames are shared between readers and never changed.

    `claims` holds one row a claim that counts: the columns of the table (text, empty where absent) and what was
    worked out of them (`WORKED_OUT`). The other frames have every id that a claim names, titled by the id where
    their table lacks it. Dates are days since 1970-01-01.
    """

    path: str
    claims: pd.DataFrame
    events: pd.DataFrame
    sources: pd.DataFrame
    attributes: pd.DataFrame
    names: pd.DataFrame
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    set_aside: int


WORKED_OUT = (
    "question", "kind", "planned", "member", "low", "high", "own", "denies", "is_derived", "root", "spelling",
    "period_low", "period_high",
)  # fmt: skip


def read_tables(path: Path) -> Tables:
    """Return the table set at `path` (see `files.read_files`); raise `TablesError` where no claims can be read."""
    read = read_files(path).tables
    checked = {name: check_table(name, read.get(name)) for name in SCHEMA}
    problems = [problem for table in checked.values() for problem in table.problems]
    set_aside = sum(table.set_aside for table in checked.values())
    claims_file = checked["claims"].file

    names = Names(checked["names"].frame, checked["names"].file)
    problems += names.problems
    claims = checked["claims"].frame.rename(columns={name: f"{name} (as read)" for name in WORKED_OUT})
    claims["voice"] = names.canonical(claims["voice"])
    attributes = _with_kinds(checked["attributes"].frame, claims)
    for table, column in (("events", "event"), ("sources", "source"), ("attributes", "attribute")):
        if table in read:
            problems += unknown_ids(claims[column], column, claims_file, checked[table])
    claims["kind"] = claims["attribute"].map(attributes.set_index("attribute")["kind"]).astype("str")
    is_name = claims["kind"] == "name"
    claims["value"] = names.canonical(claims["value"]).where(is_name, claims["value"])
    claims["spelling"] = names.spellings(claims["value"].where(is_name, ""), claims["stated"])

    sources = _with_days(_with_missing(checked["sources"].frame, "source", claims["source"]), ("published", "covers"))
    claims["root"] = _roots(claims, sources, checked["sources"].file, problems)
    claims = claims.assign(
        stance=claims["stance"].replace("", "asserts"),
        basis=claims["basis"].replace("", "stated"),
        planned=claims["stance"] == "announces",
        denies=claims["stance"] == "denies",
        is_derived=claims["basis"] == "derived",
        own=(claims["voice"] == "") & (claims["stance"] != "alleges"),
    )
    claims, unread = _with_intervals(claims, names, sources, claims_file)
    problems += unread
    claims = _with_questions(claims, set(attributes.loc[attributes["multiple"], "attribute"]))
    problems.sort(key=lambda problem: (problem.file, problem.row or 0))
    return Tables(
        path=str(path),
        claims=claims.reset_index(drop=True),
        events=_with_missing(checked["events"].frame, "event", claims["event"]),
        sources=sources,
        attributes=attributes,
        names=names.frame.reset_index(drop=True),
        problems=tuple(problems),
        warnings=tuple(_warnings(claims)),
        set_aside=set_aside + len(unread),
    )


# --- Rows ----------------------------------------------------------------------------------------------------------


def _with_missing(frame: pd.DataFrame, column: str, ids: pd.Series) -> pd.DataFrame:
    """Return a table with a row for each id that claims name, and a title for each."""
    missing = sorted(set(ids) - set(frame[column]))
    added = pd.DataFrame({column: missing}, columns=frame.columns).fillna("").astype("str")
    full = pd.concat([frame, added], ignore_index=True)
    return full.assign(title=full["title"].where(full["title"] != "", full[column]))


def _with_days(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    for column in columns:
        days = grammar.parse_dates(frame[column])
        frame = frame.assign(**{f"{column}_low": days["low"], f"{column}_high": days["high"]})
    return frame


# --- Kinds ----------------------------------------------------------------------------------------------------------


def _with_kinds(attributes: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each attribute of the table or the claims, `kind` worked out where it was not given."""
    missing = sorted(set(claims["attribute"]) - set(attributes["attribute"]))
    added = pd.DataFrame({"attribute": missing}, columns=attributes.columns).fillna("").astype("str")
    frame = pd.concat([attributes, added], ignore_index=True)
    unknown = frame["kind"] == ""
    kinds = _kinds(claims[claims["attribute"].isin(frame.loc[unknown, "attribute"])])
    worked_out = frame["attribute"].map(lambda attribute: kinds.get(attribute, "name"))
    return frame.assign(
        kind=frame["kind"].where(~unknown, worked_out).astype("str"),
        kind_worked_out=unknown,
        multiple=frame["multiple"] == "true",
        label=frame["label"].where(frame["label"] != "", frame["attribute"]),
        expected_gap=pd.to_numeric(frame["expected_gap"], errors="coerce").astype("float64"),
    )


def _kinds(claims: pd.DataFrame) -> pd.Series:
    """Return the kind of each attribute, judged by its values and units."""
    values = claims["value"]
    year_like = ~values.str.fullmatch(r"[0-9]+") | (values.str.len().eq(4) & values.between("1000", "2100"))
    date = grammar.parse_dates(values)["low"].notna() & year_like
    quantity = grammar.parse_quantities(values)["low"].notna()
    seen = pd.DataFrame(
        {"unit": claims["unit"] != "", "date": date, "only_quantity": quantity & ~date, "only_date": date & ~quantity}
    )
    by = seen.groupby(claims["attribute"])
    found = pd.Series("name", index=by.size().index, dtype="str")
    found = found.mask(by["date"].mean() >= 0.9, "date")
    return found.mask(by["unit"].any() | (by["only_quantity"].sum() > by["only_date"].sum()), "quantity")


# --- Origins --------------------------------------------------------------------------------------------------------


def _roots(claims: pd.DataFrame, sources: pd.DataFrame, file: str, problems: list[Problem]) -> pd.Series:
    """Return the root of each claim, following an origin that is a source's id to that source's own origin."""
    origin = dict(zip(sources["source"], sources["origin"], strict=True))
    in_circle: set[str] = set()

    def root(name: str) -> str:
        chain = [name]
        while (further := origin.get(chain[-1], "")) and further != chain[-1]:
            if further in chain:
                circle = chain[chain.index(further) :]
                if not in_circle.issuperset(circle):
                    in_circle.update(circle)
                    ring = " → ".join([*circle, further])
                    text = f"{ring} is a circle; expected an origin at its end; {quoted(min(circle))} is taken"
                    problems.append(Problem(file, None, "origin", text))
                return min(circle)
            chain.append(further)
        return chain[-1]

    named = claims["origin"].where(claims["origin"] != "", claims["source"])
    return named.map({name: root(name) for name in named.unique()}).astype("str")


# --- Intervals and questions ----------------------------------------------------------------------------------------


def _with_intervals(
    claims: pd.DataFrame, names: Names, sources: pd.DataFrame, file: str
) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the claims whose value reads as its kind does, with `low` and `high`, and a problem for each other one."""
    problems: list[Problem] = []

    def set_aside(rows: pd.Series, text: str) -> None:
        for row, value in claims.loc[rows, "value"].items():
            problems.append(Problem(file, int(str(row)), "value", f"{quoted(value)} {text}; {SET_ASIDE}"))

    is_date, is_quantity = claims["kind"] == "date", claims["kind"] == "quantity"
    bounds = pd.concat(
        [
            grammar.parse_dates(claims.loc[is_date, "value"]),
            grammar.parse_quantities(claims.loc[is_quantity, "value"]),
            names.kind(claims["value"]).parse(claims.loc[~is_date & ~is_quantity, "value"]),
        ]
    ).reindex(claims.index)
    published = claims["source"].map(sources.set_index("source")["published_high"]).astype("float64")
    capped = is_date & claims["is_derived"] & ~claims["planned"] & published.notna()
    claims = claims.assign(
        low=bounds["low"], high=bounds["high"].mask(capped & (published < bounds["high"]), published)
    )
    unread = claims["low"].isna()
    denied = claims["denies"] & (is_date | is_quantity) & ~unread
    late = capped & (claims["low"] > published) & ~denied
    set_aside(unread & is_date, f"does not read as a date; expected {grammar.DATE_FORMS}")
    set_aside(unread & is_quantity, f"does not read as a quantity; expected {grammar.QUANTITY_FORMS}")
    set_aside(denied, "is denied, and only names can be; expected asserts, alleges or announces")
    for day in published[late].unique():
        text = (
            f"is derived and begins after its source was published; expected {grammar.write_date(day, day)} or before"
        )
        set_aside(late & (published == day), text)
    return claims[~(unread | denied | late)], problems


def _with_questions(claims: pd.DataFrame, multiple: set[str]) -> pd.DataFrame:
    """Return the claims with `period` in its shortest form, `member`, and the id of the question that each answers."""
    days = grammar.parse_dates(claims["period"])
    written = claims.assign(period_low=days["low"], period_high=days["high"])
    claims = written.assign(
        period=_shortest_periods(written), member=written["value"].where(written["attribute"].isin(multiple), "")
    )
    key = ["event", "attribute", "period", "unit", "planned", "member"]
    questions = claims[key].drop_duplicates().sort_values(key, ignore_index=True)
    words = [
        "/".join(
            part
            for part in (
                _slug(event),
                _slug(attribute),
                _slug(period),
                _slug(unit),
                "planned" if planned else "",
                _slug(member),
            )
            if part
        )
        for event, attribute, period, unit, planned, member in questions.itertuples(index=False)
    ]
    ids = pd.Series(words, dtype="str")
    while (repeated := ids.duplicated()).any():
        ids = ids.where(~repeated, ids + "/" + (ids.groupby(ids).cumcount() + 1).astype("str"))
    asked = claims[key].merge(questions.assign(question=ids), how="left", on=key)["question"]
    return claims.assign(question=asked.to_numpy())


def _slug(text: str) -> str:
    """Return a text as a part of an address: no character that an address or a list in it would need."""
    return re.sub(r"[\s/?#&%|,\[\]]+", "-", text.replace("/", "--")).strip("-")[:80]


def _shortest_periods(claims: pd.DataFrame) -> pd.Series:
    """Return the shortest form of each period: of those written for the same days, and of the plain ones."""
    days = ["period_low", "period_high"]
    timed = claims.loc[claims["period_low"].notna(), ["period", *days]].drop_duplicates()
    plain = [
        grammar.write_period(low, high) for low, high in zip(timed["period_low"], timed["period_high"], strict=True)
    ]
    forms = pd.concat([timed, timed.assign(period=plain)])
    forms = forms.assign(length=forms["period"].str.len()).sort_values(["length", "period"]).drop_duplicates(days)
    found = claims[days].merge(forms, how="left", on=days)["period"].fillna("")
    return found.set_axis(claims.index).where(claims["period_low"].notna(), "").astype("str")


# --- Warnings -------------------------------------------------------------------------------------------------------


def _warnings(claims: pd.DataFrame) -> list[str]:
    """Return a line for each event and attribute with several units, or periods that overlap without being equal."""
    by = ["event", "attribute"]
    lines = []
    for (event, attribute), units in claims.groupby(by)["unit"]:
        if len(units.unique()) > 1:
            found = ", ".join(unit or "none" for unit in sorted(units.unique()))
            lines.append(f"{event}, {attribute}: several units, which are not compared: {found}")
    timed = claims.loc[claims["period"] != "", [*by, "planned", "period", "period_low", "period_high"]]
    for (event, attribute, _), periods in timed.drop_duplicates().groupby([*by, "planned"]):
        ordered = periods.sort_values(["period_low", "period_high"])
        reaches = ordered["period_high"].cummax().shift(fill_value=-inf) >= ordered["period_low"]
        if reaches.any():
            found = ", ".join(ordered.loc[reaches | reaches.shift(-1, fill_value=False), "period"])
            lines.append(f"{event}, {attribute}: periods overlap without being equal, and are not compared: {found}")
    return lines
