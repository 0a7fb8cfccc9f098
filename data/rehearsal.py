"""What new claims would do to a table set: which answers they confirm or contradict, before anything is saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from data import engine, sensitivity
from data.files import SET_ASIDE, Problem, TextTable, quoted, read_files
from data.tables import Tables
from data.validation import check_table

COLUMNS = ("claim", "question", "value", "relation", "against_source", "against_claim", "against_value")
RELATIONS = ("confirms", "refines", "coarser", "overlaps", "contradicts", "new question", "new event")
LEAST_LIKENESS = 80
"""From which likeness on, in percent, what is known is proposed for what is not."""


@dataclass(frozen=True, eq=False)
class Rehearsal:
    """What new claims come to beside those of a table set, which stays as it was.

    `answers` has one row for each new claim and each answer of another source to its question, with `COLUMNS`:
    `relation` is one of `RELATIONS`, seen from the new claim. Where no other source answers, `relation` is
    `new question`, or `new event` where the set has no claim of the event, and what follows is empty.

    `changes` has the questions whose verdict changes: question, before (`new` where it was not asked), after.

    `proposals` has what the new claims name and the set does not, but has something like it: column, written, known,
    likeness (percent); the likest first. Nothing is merged.

    `repeated` has the questions that one source now answers with several values, at least one of them new: question,
    source, values (joined by ` | `). They may be two things, or two versions of one.

    `tables` is the set with the new claims, and `problems` is what was wrong in them.
    """

    answers: pd.DataFrame
    changes: pd.DataFrame
    proposals: pd.DataFrame
    repeated: pd.DataFrame
    tables: Tables
    problems: tuple[Problem, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What is found beside the answers, a line each."""
        return (
            *(f"verdict: {row.question}: {row.before} → {row.after}" for row in self.changes.itertuples()),
            *(
                f"{quoted(written)} is no {column} of the tables; did you mean {quoted(known)}?"
                for column, written, known, _likeness in self.proposals.to_numpy(dtype=object)
            ),
            *(
                f"{row.source} answers {row.question} with {row.values_}: two things, or two versions of one?"
                for row in self.repeated.rename(columns={"values": "values_"}).itertuples()
            ),
        )


def rehearse(tables: Tables, new: str | Path | pd.DataFrame) -> Rehearsal:
    """Return what new claims would do to a table set; raise `TablesError` where they cannot be read at all.

    They are a file or folder as `load` takes it, of which the claims are read, or a frame with the columns of claims,
    as text.
    """
    if isinstance(new, pd.DataFrame):
        table = TextTable("new claims", new.set_axis(pd.RangeIndex(2, len(new) + 2)))
    else:
        table = read_files(Path(new)).tables["claims"]
    known = _known_ids(tables, table.frame)
    table = replace(table, frame=_with_ids(table.frame, known), problems=list(table.problems))
    good = _without_known(check_table("claims", table), known)
    joined = tables.amend(good.frame)
    places = good.frame.index
    unread = [
        replace(problem, file=good.file, row=None if problem.row is None else int(places[problem.row - 2]))
        for problem in joined.problems
    ]
    return Rehearsal(
        answers=_answers(tables, joined),
        changes=changes(tables, joined),
        proposals=proposals(tables, good.frame),
        repeated=_repeated(joined),
        tables=joined,
        problems=tuple(dict.fromkeys([*good.problems, *unread])),
    )


def changes(before: Tables, after: Tables) -> pd.DataFrame:
    """Return the questions whose verdict differs between a set and what it was amended to: question, before, after."""
    with after.store.cursor() as cursor:
        return sensitivity.changes(cursor, before.compare().relation, after.compare().relation)


# --- Reading --------------------------------------------------------------------------------------------------------


def _known_ids(tables: Tables, rows: pd.DataFrame) -> set[str]:
    """Return the ids of claims of a set that new rows have too, or that look like those made for rows without one."""
    given = engine.listed(rows["claim"].unique()) if "claim" in rows else "null"
    claim = tables.store.cell("claim")
    with tables.store.cursor() as cursor:
        found = cursor.sql(
            f"select {claim} from texts semi join answers using (number) "
            f"where {claim} in ({given}) or starts_with({claim}, 'new-')"
        ).fetchall()
    return {known for (known,) in found}


def _with_ids(rows: pd.DataFrame, known: set[str]) -> pd.DataFrame:
    """Return rows with an id for each that has none, which the set does not have either."""
    ids = rows["claim"] if "claim" in rows else pd.Series("", index=rows.index, dtype="str")
    taken = known.union(ids)
    made = []
    for row, claim in ids.items():
        if not claim:
            claim = f"new-{row}"
            while claim in taken:
                claim += "-made"
        made.append(claim)
    return rows.assign(claim=pd.Series(made, index=rows.index, dtype="str"))


def _without_known(table: TextTable, known: set[str]) -> TextTable:
    """Return claims without those whose id a claim of the set has."""
    again = table.frame["claim"].isin(known)
    problems = [
        Problem(
            table.file, int(row), "claim", f"{quoted(claim)} is in the tables; expected an id of its own; {SET_ASIDE}"
        )
        for row, claim in zip(table.frame.index[again].tolist(), table.frame.loc[again, "claim"], strict=True)
    ]
    return TextTable(table.file, table.frame[~again], [*table.problems, *problems], table.set_aside + len(problems))


# --- What is found --------------------------------------------------------------------------------------------------


def _answers(tables: Tables, joined: Tables) -> pd.DataFrame:
    superseded = pd.DataFrame({"claim": sorted(tables.compare().superseded)}, dtype="str")
    with joined.store.cursor() as cursor:
        cursor.register("superseded", engine.table_of(superseded))
        rule = engine.rule("added_claims", base=tables.store.schema, claim=joined.store.cell("claim"))
        return engine.frame(cursor.sql(rule))[list(COLUMNS)]


def _repeated(joined: Tables) -> pd.DataFrame:
    with joined.store.cursor() as cursor:
        return engine.frame(
            cursor.sql(
                "select q.id as question, s.id as source, "
                "string_agg(distinct a.value, ' | ' order by a.value) as values "
                "from answers a join questions q on a.question = q.question join sources s on a.source = s.number "
                "where (a.question, a.source) in (select (question, source) from added) "
                "group by all having count(distinct a.value) > 1 order by all"
            )
        )


def proposals(tables: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """Return what is like the ids, units and names of some claims that a set does not have; see `Rehearsal`.

    Events and sources are known by their titles and aliases, too, and names by their aliases.
    """
    names = tables.names
    described = {
        "event": _forms(tables.events, "event", ("title", "aliases")),
        "source": _forms(tables.sources, "source", ("title", "label")),
        "attribute": _forms(tables.attributes, "attribute", ("label",)),
        "unit": {unit: unit for unit in [*tables.units["unit"], *_distinct(tables, "unit", "questions")]},
        "voice": _forms(names, "name", ("aliases",)) | {voice: voice for voice in _distinct(tables, "id", "voices")},
        "value": _forms(names, "name", ("aliases",))
        | {value: value for value in _distinct(tables, "value", "answers where is_name")},
    }
    is_name = rows["attribute"].map(dict(zip(tables.attributes["attribute"], tables.attributes["kind"], strict=True)))
    found = []
    for column, forms in described.items():
        cells = rows.loc[is_name == "name", column] if column == "value" else rows[column]
        found += [(column, *proposal) for proposal in _likest(cells.unique(), forms)]
    columns = ["column", "written", "known", "likeness"]
    frame = pd.DataFrame(found, columns=columns).astype({**dict.fromkeys(columns, "str"), "likeness": "int64"})
    return frame.sort_values("likeness", ascending=False, kind="stable", ignore_index=True)


def _distinct(tables: Tables, column: str, table: str) -> Sequence[str]:
    with tables.store.cursor() as cursor:
        return [text for (text,) in cursor.sql(f"select distinct {column} from {table}").fetchall() if text]


def _forms(described: pd.DataFrame, column: str, others: Sequence[str]) -> dict[str, str]:
    """Return the ids of a table by each form that may be written for them."""
    forms = {}
    for other in others:
        for label, texts in zip(described[column], described[other], strict=True):
            forms.update({text.strip(): label for text in texts.split("|") if text.strip()})
    return forms | {label: label for label in described[column]}


def _likest(cells: Iterable[str], forms: dict[str, str]) -> list[tuple[str, str, int]]:
    """Return each cell that is not known with what is likest to it, and how like, where anything is."""
    from rapidfuzz import fuzz, process, utils  # which only new words have to wait for

    known = set(forms.values())
    found = []
    choices = list(forms)
    plain = [utils.default_process(form) for form in choices]
    for cell in cells:
        if cell and cell not in known:
            best = process.extractOne(
                utils.default_process(cell), plain, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_LIKENESS
            )
            if best:
                found.append((cell, forms[choices[best[2]]], round(best[1])))
    return found
