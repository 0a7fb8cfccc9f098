"""Claims and answers in words: what a source says of a question, in a cell, a caption or a sentence."""

from collections.abc import Hashable, Mapping
from operator import attrgetter
from typing import Any

import pandas as pd

import data
from components.words import format, labels
from components.words.i18n import _, note, translate, word
from components.words.names import source_names
from components.words.questions import event_titles

_OF_ANSWERS = ["source", "voice", "stance", "value", "kind", "unit", "low", "superseded"]


def answers_sentence(tables: data.Tables, question: pd.Series, claims: pd.DataFrame) -> str:
    """Return who answers a question with what, in one sentence, and how far apart the answers are.

    What counts nowhere, since a later edition answers, too, stands last and is called so.
    """
    names = source_names(tables)
    said: dict[tuple[str, str, bool], list[str]] = {}
    answers = claims.loc[claims["question"] == question["question"], _OF_ANSWERS]
    for claim in sorted(answers.itertuples(index=False), key=attrgetter("superseded", "low", "source")):
        key = (_speaker(names[claim.source], claim.voice), claim.stance, bool(claim.superseded))
        what = said.setdefault(key, [])
        value = format.value(claim.value, claim.kind, claim.unit)
        if value not in what:
            what.append(value)
    together: dict[tuple[str, bool, tuple[str, ...]], list[str]] = {}
    for (who, stance, superseded), what in said.items():
        together.setdefault((stance, superseded, tuple(what)), []).append(who)
    listed = question["member"] != ""
    parts = [
        _marked(translate(_says(stance, listed=listed), who=format.join(who), what=format.join(what)), old)
        for (stance, old, what), who in together.items()
    ]
    gap = format.gap(question["gap"], question["kind"], question["unit"], question["gap_pct"])
    return format.clauses([*parts, gap] if gap else parts) + "."


def _marked(text: str, superseded: bool) -> str:
    """Return what a source says, called so where a later edition's answer counts instead."""
    return _("{answer} (older edition, not counted)", answer=text) if superseded else text


def same_words_sentences(found: data.Comparison) -> list[str]:
    """Return a sentence for each pair of events in which different speakers used nearly the same words."""
    names, titles = source_names(found.tables), event_titles(found.tables)
    return [
        _(
            "“{wording}”: {speaker} ({sources}) and {other} ({others}).",
            wording=word(pair["wording"]),
            speaker=word(pair["speaker"]) or titles[pair["event"]],
            sources=format.join(names[source] for source in pair["sources"]),
            other=word(pair["other_speaker"]) or titles[pair["other_event"]],
            others=format.join(names[source] for source in pair["other_sources"]),
        )
        for pair in found.same_words.to_dict("records")
    ]


def answers_by_source(questions: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Return, by question and source, all that the source answers, in words; whom it quotes, where it alone says so."""
    members = questions.set_index("question")["member"]
    claims = claims[claims["question"].isin(members.index)].sort_values(["low", "voice"], kind="stable")
    claims = claims.drop_duplicates(["question", "source", "value", "stance", "superseded"])
    words = [_with_voice(claim, listed=bool(members[claim["question"]])) for claim in claims.to_dict("records")]
    found = claims[["question", "source"]].assign(words=pd.Series(words, index=claims.index, dtype="str"))
    return found.groupby(["question", "source"])["words"].agg(format.clauses)


def _with_voice(claim: Mapping[Hashable, Any], *, listed: bool) -> str:
    text = cell_text(claim, listed=listed)
    return _("{value}, quoting {voice}", value=text, voice=word(claim["voice"])) if claim["voice"] else text


def cell_text(claim: Mapping[Hashable, Any], *, listed: bool, short: bool = False) -> str:
    """Return a claim as a cell has it: its value, "not …" or "… (alleged)"; of a member of a list, "says so"."""
    stance = labels.STANCES[claim["stance"]]
    if listed:
        return translate(stance.member)
    value = format.value(claim["value"], claim["kind"], claim["unit"], short=short)
    text = translate(stance.cell, value=value) if stance.cell else value
    return _("{value} (older edition)", value=text) if claim["superseded"] else text


def answer_caption(row: Mapping[Hashable, Any], names: Mapping[str, str], *, listed: bool) -> str:
    """Return an answer as a line of its own: "Encyclopedia: 3 July 2023", or "Encyclopedia, denying: 3 July 2023"."""
    who = _speaker(names[row["source"]], row["voice"])
    what = format.value(row["value"], row["kind"], row["unit"])
    return _marked(translate(_says(row["stance"], listed=listed), who=who, what=what), row["superseded"])


def _speaker(source: str, voice: str) -> str:
    return _("{voice} (as told by {source})", voice=word(voice), source=source) if voice else source


def _says(stance: str, *, listed: bool) -> str:
    return labels.STANCES[stance].says_so if listed else labels.STANCES[stance].says


def attribution(row: Any) -> str:
    """Return who says it: the source, with the voice that it quotes and how it puts it, where that matters."""
    who = _("{source}, quoting {voice}", voice=word(row["voice"]), source=row["name"]) if row["voice"] else row["name"]
    return str(who) if row["stance"] == "asserts" else f"{who}, {labels.stance(row['stance'])}"


def position_text(
    row: Mapping[Hashable, Any], question: Mapping[Hashable, Any] | pd.Series, claims: pd.DataFrame
) -> str:
    """Return one side of a question in words: as an answer writes it where that is the side, else as the part it is."""
    same = claims[(claims["low"] == row["low"]) & (claims["high"] == row["high"])]
    if len(same):
        value = format.value(str(same["value"].iloc[0]), question["kind"], question["unit"])
    else:
        value = interval_text(str(row["value"]), question["kind"], question["unit"])
    return _("not {value}", value=value) if row["denied"] else value


def interval_text(value: str, kind: str, unit: str) -> str:
    """Return a part of the line as words, as `support_value` and `sides` write it."""
    low, dots, high = value.partition("..")
    if kind != "quantity" or not dots:
        return format.value(value, kind, unit)
    if not low or not high:
        return format.quantity(f">={low}" if low else f"<={high}", unit)
    return format.quantity(f"[{value}]", unit)


def value_with_stance(claim: Mapping[Hashable, Any]) -> str:
    """Return a claim's value, and how the source puts it where it does more than state it."""
    value = format.value(claim["value"], claim["kind"], claim["unit"])
    if claim["stance"] != "asserts":
        value = _("{stance}: {value}", stance=labels.stance(claim["stance"]), value=value)
    return _marked(value, claim["superseded"])


def claim_details(claim: Mapping[Hashable, Any], names: Mapping[str, str]) -> list[list[str]]:
    """Return what is to be known of a claim beside its value, in three lines of parts, which may be empty.

    They are the wording and its place; the voice, the basis and the root; and the note.
    """
    stated = format.quoted(claim["stated"]) if claim["stated"] else ""
    derived, worded = claim["basis"] == "derived", bool(claim["stated"])
    own_words = _("in its own words") if worded or not derived else ""
    voice = _("quoting {voice}", voice=word(claim["voice"])) if claim["voice"] else own_words
    basis = (_("worked out from these words") if worded else _("worked out here, see the note")) if derived else ""
    root = names.get(claim["root"], claim["root"])
    origin = _("goes back to {origin}", origin=root) if claim["root"] != claim["source"] else ""
    return [[stated, format.locator(claim["locator"])], [voice, basis, origin], [note(claim)]]
