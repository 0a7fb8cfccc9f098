"""What is worked out of the answers to one question, in words: where most meet, the sides, whose answer it hangs on."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

import data
from components.words import format, labels
from components.words.answers import interval_text, position_text
from components.words.false_precision import question_precision
from components.words.i18n import _
from components.words.names import source_names
from components.words.questions import cause_sentences, question_texts
from data import values

MOST_ALSO = 3  # neighbouring questions that a line names


@dataclass(frozen=True, eq=False)
class Around:
    """What is asked beside a question.

    `held` are its sides (see `Comparison.positions_of`), `pivotal` the sources each of which, left out, would end its
    contest (see `Comparison.pivotal_of`), and `related` the questions of its `related_events`.
    """

    held: pd.DataFrame
    pivotal: pd.DataFrame
    related: pd.DataFrame


def around(view: data.View, question: pd.Series) -> Around:
    """Return what is asked beside one question."""
    found, asked = view.found, [question["question"]]
    pivotal = found.pivotal_of(asked) if question["verdict"] in data.CONTESTED else pd.DataFrame()
    related = view.questions_about(related_events(found.tables, question))
    return Around(found.positions_of(asked), pivotal, related)


def finding_lines(found: data.Comparison, question: pd.Series, claims: pd.DataFrame, beside: Around) -> list[str]:
    """Return what is worked out of the answers to one question, line by line."""
    tables = found.tables
    told = [
        support_sentence(question, beside.held, claims),
        *position_lines(tables, question, beside.held, claims),
        pivotal_sentence(tables, question, beside.pivotal),
    ]
    told += [*cause_sentences(tables, question), question_precision(found, question, claims)]
    told += [record_sentence(tables, question), also_sentence(tables, question, beside.related)]
    return [line for line in told if line]


def support_sentence(question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return where most independent origins meet, with how many do and how many do not; ties as ties.

    `held` are the sides of the question. Nothing where one origin alone speaks, or only denials do.
    """
    if question["n_origins"] < 2 or not question["support_value"]:
        return ""
    if question["support_origins"] < 2:
        return _("No two independent origins, speaking for themselves, meet.")
    words = {row["value"]: position_text(row, question, claims) for row in held[~held["denied"]].to_dict("records")}
    what = [
        words.get(part, interval_text(part, question["kind"], question["unit"]))
        for part in str(question["support_value"]).split(" | ")
    ]
    counts = {"n": int(question["support_origins"]), "against": int(question["against_origins"])}
    if len(what) > 1:
        return _(
            "A tie: {what} each fit the answers of {n} independent origins. A count, not a finding of what is true.",
            what=format.join(what),
            **counts,
        )
    return _(
        "Most independent origins meet at {what}: {n} for, {against} against. A count, not a finding of what is true.",
        what=what[0],
        **counts,
    )


def position_lines(tables: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> list[str]:
    """Return a line for each side of a contested question: what it is, and how many independent origins hold it."""
    if question["verdict"] not in data.CONTESTED:
        return []
    names = source_names(tables)
    lines = [
        _(
            "{side} fits the answers of {n} independent origin ({who})",
            "{side} fits the answers of {n} independent origins ({who})",
            side=position_text(row, question, claims),
            n=row["n_origins"],
            who=format.join(names.get(origin, origin) for origin in row["origins"].split(" | ")),
        )
        for row in held.to_dict("records")
        if row["n_origins"]
    ]
    held_by = Counter(
        origin for origins in held.loc[held["n_origins"] > 0, "origins"] for origin in origins.split(" | ")
    )
    if several := [names.get(origin, origin) for origin, n in held_by.items() if n > 1]:
        lines.append(_("On more than one of these sides, and counted on each: {who}.", who=format.join(several)))
    if len(held) and not held["own"].iloc[0]:
        lines.append(_("Counted on these sides are the parties that sources quote, too."))
    return lines


def pivotal_sentence(tables: data.Tables, question: pd.Series, pivotal: pd.DataFrame) -> str:
    """Return which single source, left out, would end the contest; nothing where there is none.

    `pivotal` are those sources and the verdict without each.
    """
    if question["verdict"] not in data.CONTESTED:
        return ""
    if pivotal.empty:
        return _("No single source, left out, would end this.")
    names = source_names(tables)
    ends = [
        _("{source} (then: {after})", source=names[row["source"]], after=_after(row["after"]))
        for row in pivotal.to_dict("records")
    ]
    return _("One source alone, left out, would end this: {ends}.", ends=format.join(ends, "or"))


def _after(verdict: str) -> str:
    return _("no answer left") if verdict == data.GONE else labels.verdict(verdict).lower()


def record_sentence(tables: data.Tables, question: pd.Series) -> str:
    """Return what record would settle a contested question; nothing where the tables have no note on that."""
    if question["verdict"] not in data.CONTESTED:
        return ""
    noted = str(tables.events.set_index("event").loc[question["event"], "record"])
    return _("What would settle it: {record}", record=noted) if noted else ""


def related_events(tables: data.Tables, question: pd.Series) -> list[str]:
    """Return the event of a question and those that the tables name beside it, by their ids."""
    event, events = str(question["event"]), tables.events
    related = events.loc[events["event"] == event, "see_also"] if "see_also" in events else ()
    return [event, *" ".join(related).split()]


def also_sentence(tables: data.Tables, question: pd.Series, related: pd.DataFrame) -> str:
    """Return what else is told of the same time under another period, unit or event, and never compared with this.

    `related` are the questions of its `related_events`. Nothing where nothing is: another year of a series is no second
    telling.
    """
    if len(related) < 2:
        return ""
    asked_alike = (related["attribute"] == question["attribute"]) & (related["member"] == question["member"])
    others = related[asked_alike & (related["question"] != question["question"])]
    if others.empty:
        return ""
    days = values.DATE.parse(pd.Series([*others["period"], question["period"]], dtype="str")).to_numpy()
    (low, high), (first, last) = days[:-1].T, days[-1]
    others = others[~((low > last) | (high < first))]
    if others.empty:
        return ""
    others = others.sort_values("event", key=lambda events: events != question["event"], kind="stable")
    named = others.head(MOST_ALSO)
    answers = named[["values", "kind", "unit"]].itertuples(index=False, name=None)
    listed = [
        _("{question}: {answers}", question=asked.rstrip("? \u202f"), answers=format.values(*answer))
        for asked, answer in zip(question_texts(tables, named), answers, strict=True)
    ]
    more = len(others) - MOST_ALSO
    listed += [_("{n} more", n=more)] if more > 0 else []
    return _("Also told, and a question of its own: {others}.", others=format.clauses(listed))
