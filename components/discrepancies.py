"""The discrepancies: every contested question in words, the most contested first.

Of an event that is contested for many periods, such as trade by year, one line tells of the whole series.
"""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

import data
from components import asked, downloads, filters, kept, matrix, picking, sentences, style, views, wording
from components.wording import _

LINES = 10  # on one page
SERIES = 4  # contested periods from which an event's questions stand in one line
NAMED = 3  # sources named beside a value; of more, the rest are counted
MOST_SIDES = 3  # of a question, in the fewest words; of more numbers the ends are told
MOST_CHIPS = 6  # values beside each other; of more, the rest are counted
NEEDED = [
    "question",
    "source",
    "voice",
    "stance",
    "value",
    "kind",
    "unit",
    "low",
    "high",
    "denies",
    "own",
]  # of a claim, to word it

WORDS = ("short", "asked", "told", "chips", "flags")
ORDERS = {
    "origins": "Independent origins",
    "gap": "Gap",
    "date": "Date",
    "topic": "Topic",
}
"""What the list can be sorted by."""
EXPLAINED = {
    "origins": "First stands what most independent origins speak of; among equals, what most of them part from the "
    "most widely held answer on, then the widest gap. Copies of one report count once.",
    "gap": "The widest gap stands first: of dates by days, of figures by percent, each kind ranked by itself, so that "
    "they can stand in one list. Names have no distance and stand last.",
    "date": "The latest stands first, by the time that a question is about. What has no time stands last.",
    "topic": "By topic, and within each by the number of independent origins.",
}


def draw(read: data.Tables, view: data.View) -> None:
    """Draw the discrepancies of a view, a page at a time."""
    order = picking.switch(_("Sorted by"), "order", {slug: _(words) for slug, words in ORDERS.items()})
    every = kept.made(("contested", read, order, asked.scope(view)), lambda: rows(read, view, order))
    if every.empty:
        st.markdown(_("Nothing here is contested: no answers among these sources exclude each other."))
        return
    st.caption(f"{sentence(every)} {_(EXPLAINED[order])}", width=760)
    groups = [
        part
        for _key, part in every.groupby(every["series"].where(every["series"] != "", every["question"]), sort=False)
    ]
    pages = -(-len(groups) // LINES)
    st.html("<style>[class*='st-key-open_'] button {justify-content: start; text-align: start}</style>")
    lines = st.container(gap="small")
    page = st.pagination(pages, key=f"discrepancies_{order}_{pages}", persist_state="page") if pages > 1 else 1
    with lines:
        here = groups[(page - 1) * LINES : page * LINES]
        alone = [part for part in here if not part["series"].iloc[0]]
        words = worded(read, view, pd.concat(alone)).set_index("question", drop=False) if alone else every.head(0)
        for part in here:
            if part["series"].iloc[0]:
                _series(read, view, part)
            else:
                _line(words.loc[part["question"].iloc[0]])
    with st.expander(
        _("All {n} discrepancies as a table, and download", n=len(every)), key="discrepancies_table", on_change="rerun"
    ) as opened:
        if opened.open:
            shown = table(worded(read, view, every))
            st.dataframe(shown, hide_index=True, alt=sentence(every))
            downloads.buttons(shown, "discrepancies", order, filters.slug())


def rows(read: data.Tables, view: data.View, order: str) -> pd.DataFrame:
    """Return one row a contested question of a view, sorted by one of `ORDERS`.

    Besides the columns of the view's questions: `place`, `gap_rank`, `since` and `until` (its time, in days), `apart`
    (the gap in words), and `series` (the event, where it is contested for many periods; else empty).
    """
    ranks = data.most_contested(read, view.sources).rename(columns={"low": "since", "high": "until"})
    found = view.questions.merge(ranks[["question", "place", "gap_rank", "since", "until"]], on="question")
    periods = found["event"].map(found["event"].where(found["period"] != "").value_counts())
    gaps = zip(found["gap"], found["kind"], found["unit"], found["gap_pct"], strict=True)
    found = found.assign(
        apart=pd.Series([wording.apart(*gap) for gap in gaps], index=found.index, dtype="str"),
        series=found["event"].where((found["period"] != "") & (periods >= SERIES), ""),
    )
    by: dict[str, tuple[list[str], list[bool]]] = {
        "origins": (["place"], [True]),
        "gap": (["gap_rank", "place"], [False, True]),
        "date": (["until", "since", "place"], [False, False, True]),
        "topic": (["topic", "place"], [True, True]),
    }
    columns, ascending = by[order]
    return found.sort_values(columns, ascending=ascending, kind="stable", ignore_index=True)


def worded(read: data.Tables, view: data.View, part: pd.DataFrame) -> pd.DataFrame:
    """Return some `rows` of a view with their words: the sentences `short`, `asked` and `told`, `chips`, and `flags`.

    Words take time, so they are made for what is shown alone, and kept.
    """
    claims = view.claims[view.claims["question"].isin(part["question"])]
    answers_of = claims.groupby("question")["claim"].agg(tuple)
    pairs = data.same_words(read, view.sources)
    echoed = set(pairs["event"]) | set(pairs["other_event"])
    keys = {
        question: ("discrepancy", read, question, answers_of[question], event in echoed, wording.language())
        for question, event in part[["question", "event"]].itertuples(index=False)
    }
    words = kept.each(keys, lambda new: _words(read, view, part[part["question"].isin(new)], echoed))
    return part.assign(**{name: [words[question][name] for question in part["question"]] for name in WORDS})


def _words(read: data.Tables, view: data.View, part: pd.DataFrame, echoed: set[str]) -> dict[str, dict[str, str]]:
    """Return, by question, its words by their names in `WORDS`."""
    claims = view.claims[view.claims["question"].isin(part["question"])]
    of_question = dict(list(claims[NEEDED].groupby("question", sort=False)))
    chips = _chips(read, part, claims)
    records = [row for _place, row in part.iterrows()]
    held = data.sides(read, view.sources, part["question"])
    held_of = dict(list(held.groupby("question", sort=False)))
    return {
        question: {
            "short": short(read, row, held_of[question], of_question[question]),
            "asked": sentences.asked(read, row),
            "told": sentences.answers(read, row, of_question[question]),
            "chips": chips[question],
            "flags": "; ".join(flags(row, echoed=row["event"] in echoed)),
        }
        for question, row in zip(part["question"], records, strict=True)
    }


def short(read: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return a discrepancy in the fewest words: what it is about, its `held` sides, and what kind of contest it is."""
    sides = held.to_dict("records")
    words = [side(row, question, claims) for row in sides]
    if len(words) > MOST_SIDES and question["kind"] == "quantity":
        what = _("from {least} to {most}", least=words[0], most=words[-1])
    elif len(words) > MOST_SIDES:
        more = len(words) - MOST_SIDES + 1
        what = wording.listing([*words[: MOST_SIDES - 1], _("{n} other answer", "{n} other answers", n=more)], "or")
    else:
        what = wording.listing(words, "or")
    about = sentences.about(read, question)
    if question["member"]:
        return _("{about}: said, and denied. {contest}", about=about, contest=_contest(read, question, held, claims))
    return _("{about}: {what}. {contest}", about=about, what=what, contest=_contest(read, question, held, claims))


def _contest(read: data.Tables, question: pd.Series, held: pd.DataFrame, claims: pd.DataFrame) -> str:
    """Return who parts from whom: a source from itself, origins from origins, or the parties that are quoted."""
    if question["verdict"] == "disputed":
        return _("The parties disagree, as reported.")
    if question["verdict"] == "self-contradiction":
        own = claims[claims["own"]].groupby("source")[["low", "high"]].agg(["min", "max"])
        parted = own.index[own[("low", "max")] > own[("high", "min")]]
        names = [sentences.sources(read)[source] for source in parted]
        if names:
            return _("{who} gives both.", "{who} each give more than one.", n=len(names), who=wording.listing(names))
        return _("One source says both.")
    if question["n_origins"] == 1:
        return _("These sources have one origin.")
    every = int((held["n_origins"] + held["n_against"]).max())
    if len(held) == 2:
        first, second = held["n_origins"]
        return _(
            "Of {every} independent origins, {n} fits the one and {second} the other.",
            "Of {every} independent origins, {n} fit the one and {second} the other.",
            every=every,
            n=int(first),
            second=second,
        )
    return _("{n} independent origin speaks of it.", "{n} independent origins speak of it.", n=every)


def side(row: Mapping[Hashable, Any], question: Mapping[Hashable, Any] | pd.Series, claims: pd.DataFrame) -> str:
    """Return one side of a question in words: as an answer writes it where that is the side, else as the part it is."""
    same = claims[(claims["low"] == row["low"]) & (claims["high"] == row["high"])]
    if len(same):
        value = wording.value(str(same["value"].iloc[0]), question["kind"], question["unit"])
    else:
        value = part(str(row["value"]), question["kind"], question["unit"])
    return _("not {value}", value=value) if row["denied"] else value


def part(value: str, kind: str, unit: str) -> str:
    """Return a part of the line as words, as `support_value` and `sides` write it."""
    low, dots, high = value.partition("..")
    if kind != "quantity" or not dots:
        return wording.value(value, kind, unit)
    if not low or not high:
        return wording.quantity(f">={low}" if low else f"<={high}", unit)
    return wording.quantity(f"[{value}]", unit)


def flags(question: pd.Series, *, echoed: bool) -> list[str]:
    """Return what else is to be known of a discrepancy, in a few words each."""
    every = {
        _("one origin: one report, not corroboration"): question["one_origin"],
        _("within the gap that is usual between such figures"): question["within_expected_gap"],
        _("some answers worked out, not stated"): question["derived"],
        _("one name, spelled in several ways"): question["variants"],
        _("another speaker is quoted with nearly the same words"): echoed,
    }
    return [words for words, holds in every.items() if holds]


def _chips(read: data.Tables, questions: pd.DataFrame, claims: pd.DataFrame) -> dict[str, str]:
    """Return, by question, each different answer on the tint of how it stands to the others, and its sources."""
    names = sentences.sources(read)
    said = matrix.cells(questions, claims)
    said = said.groupby(["question", "words", "relation", "denies"], sort=False).agg(
        sources=("source", lambda ids: list(dict.fromkeys(ids))), derived=("derived", "all")
    )
    found: dict[str, list[str]] = {}
    for chip in said.reset_index().to_dict("records"):
        look, sources = style.LOOKS[chip["relation"]], chip["sources"]
        words = _("{value} (worked out)", value=chip["words"]) if chip["derived"] else chip["words"]
        glyph = "⊘" if chip["denies"] else look.glyph
        who = [style.plain(names[source]) for source in sources[:NAMED]]
        more = len(sources) - NAMED
        who += [_("{n} more", n=more)] if more > 0 else []
        found.setdefault(chip["question"], []).append(
            f":{look.theme}-badge[{glyph} {style.plain(words)}] :small[{wording.listing(who)}]"
        )
    return {
        question: "  \n".join(
            [*chips[:MOST_CHIPS], *([_("and {n} more", n=len(chips) - MOST_CHIPS)] if len(chips) > MOST_CHIPS else [])]
        )
        for question, chips in found.items()
    }


def _line(row: pd.Series) -> None:
    """Draw one discrepancy."""
    with st.container(border=True, gap="xsmall"):
        st.button(
            f"**{style.plain(row['short'])}**",
            key=f"open_{row['question']}",
            type="tertiary",
            on_click=views.open_question,
            args=(row["question"],),
        )
        st.markdown(f"{style.badge(row['verdict'])} {style.plain(row['told'])}", width=900)
        st.markdown(row["chips"])
        if row["flags"]:
            st.caption(style.plain(row["flags"]))


def _series(read: data.Tables, view: data.View, part: pd.DataFrame) -> None:
    """Draw a series in one line, with its questions below on demand; a click on one of them opens it."""
    event = str(part["event"].iloc[0])
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{style.plain(part['title'].iloc[0])}**")
        counts = part["verdict"].value_counts()
        badges = [f"{style.badge(verdict)} {counts[verdict]}" for verdict in data.VERDICTS if verdict in counts]
        st.markdown(f"{' '.join(badges)} · {style.plain(series_sentence(read, part))}", width=900)
        shared = series_flags(part)
        if shared:
            st.caption(style.plain(shared))
        with st.expander(_("The {n} of them", n=len(part)), key=f"series_{event}", on_change="rerun") as opened:
            if opened.open:
                st.caption(_("Select a row to open its question."))
                key = f"series_rows_{event}"
                st.dataframe(
                    table(worded(read, view, part)).drop(columns=[_("Topic"), _("Question id")]),
                    hide_index=True,
                    alt=series_sentence(read, part),
                    key=key,
                    on_select=lambda: _take(key, list(part["question"])),
                    selection_mode="single-row",
                )


def _take(key: str, questions: list[str]) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        views.open_question(questions[picked[0]])


def series_sentence(read: data.Tables, part: pd.DataFrame) -> str:
    """Return how much of a series is contested: how many figures, of which years, and where the gap is widest."""
    years = sorted({period[:4] for period in part["period"]})
    told = _(
        "{n} figure contested, of {years} year, {first}",
        "{n} figures contested, of {years} years from {first} to {last}",
        n=len(part),
        years=len(years),
        first=years[0],
        last=years[-1],
    )
    if len(years) == 1:
        told = _("{n} figures contested, all of {year}", n=len(part), year=years[0])
    widest = part.sort_values(["gap_rank", "place"], ascending=[False, True]).iloc[0]
    if not widest["apart"]:
        return f"{told}."
    return _(
        "{told}. Furthest apart: {asked} {apart}.",
        told=told,
        asked=sentences.asked(read, widest),
        apart=widest["apart"],
    )


def series_flags(part: pd.DataFrame) -> str:
    """Return of how many questions of a series each flag holds."""
    counts = {
        _("one origin"): part["one_origin"].sum(),
        _("within the gap that is usual between such figures"): part["within_expected_gap"].sum(),
        _("worked out, not stated"): part["derived"].sum(),
    }
    return "; ".join(
        _("{n} of {every}: {flag}", n=int(n), every=len(part), flag=flag) for flag, n in counts.items() if n
    )


def table(every: pd.DataFrame) -> pd.DataFrame:
    """Return discrepancies as a table for readers."""
    return pd.DataFrame(
        {
            _("In short"): every["short"],
            _("Question"): every["asked"],
            _("Verdict"): every["verdict"].map(style.name),
            _("What the sources say"): every["told"],
            _("Gap"): every["apart"],
            _("Independent origins"): every["n_origins"],
            _("Sources"): every["n_sources"],
            _("Remarks"): every["flags"],
            _("Topic"): every["topic"].map(wording.label),
            _("Question id"): every["question"],
        }
    ).reset_index(drop=True)


def sentence(every: pd.DataFrame) -> str:
    """Return how many questions are contested, by verdict, and which stands first."""
    return _(
        "{n} contested question: {verdicts}.",
        "{n} contested questions: {verdicts}.",
        n=len(every),
        verdicts=sentences.verdicts(every),
    )
