"""Two sources beside each other, and how often any two agree, counted from the questions that both answer."""

from collections.abc import Hashable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

import data
from components.charts import bars, theme
from components.charts.draw import draw as draw_chart
from components.compare import linked_table
from components.compare.pair_grid import (
    MOST,
    map_picture,
    map_sentence,
    pair_table,
    threshold_sentence,
)
from components.shell import address, citation, downloads, filters, navigation, state, take_away
from components.words import format, labels, markdown
from components.words.answers import answers_by_source, answers_sentence
from components.words.i18n import _, language, translate
from components.words.names import column_head, source_names
from components.words.questions import question_texts
from data.agreement import most_connected, most_events_in_common, source_order
from data.selection import both

ONE, OTHER = "one", "other"
PARTING, FINER, AGREE = "parting", "finer", "agree"
TABLES = {
    PARTING: ["part", "reported"],
    FINER: ["finer", "coarser", "overlap"],
    AGREE: ["agree"],
    data.ONLY_ONE: [data.ONLY_ONE],
    data.ONLY_OTHER: [data.ONLY_OTHER],
}
"""How the answers stand (keys of `labels.RELATIONS`) that are shown in one table."""
IN_SENTENCE_ORDER = ("agree", "finer", "coarser", "overlap", "part", "reported")
"""How two answers can stand, in the order in which a sentence counts them."""


def draw(view: data.View) -> None:
    """Draw how often all sources agree, the choice of two of them, and these two beside each other."""
    tables = view.found.tables
    if len(view.sources) < 2:
        st.markdown(_("Two sources are needed. Choose more of them in the filters."))
        return
    chart, choice = st.container(), st.container()
    with choice:
        one, other = _choose_pair(tables, view)
    if all(st.session_state[key] for key in (ONE, OTHER)):
        title = format.join(source_names(tables)[source] for source in (one, other))
        shared = both(*(view.within(sources=[source]) for source in (one, other)))
        take_away.opens(title, f"{one}-{other}", shared)
    with chart:
        _draw_map(tables, view, one, other)
    _draw_beside(tables, view, one, other)


def _choose_pair(tables: data.Tables, view: data.View) -> tuple[str, str]:
    names = source_names(tables)
    asked_for = [address.field(key) for key in (ONE, OTHER)]
    known = [source if source in view.sources else "" for source in asked_for]
    start = most_events_in_common(view, known[0] or known[1])
    if known[1] and not known[0]:
        start = start[::-1]
    left, right = st.columns(2)
    with left:
        words = {source: names[source] for source in view.sources}
        one = address.choose_one(_("One source"), ONE, words, [start[0], *(id_ for id_ in words if id_ != start[0])])
    counted = view.shared
    shared = counted[counted["source"] == one].set_index("other")["shared"]
    others = sorted((source for source in view.sources if source != one), key=lambda id_: -shared.get(id_, 0))
    words = {
        source: _("{name} ({n} shared)", name=names[source], n=int(shared[source]))
        if source in shared
        else names[source]
        for source in others
    }
    second = start[1] if start[1] != one else most_events_in_common(view, one)[1]
    with right:
        other = address.choose_one(
            _("Another source"), OTHER, words, [second, *(id_ for id_ in others if id_ != second)]
        )
    if not any(known):
        st.caption(_("Nothing is picked yet: these two tell of most events in common."))
    return one, other


@data.kept
def _cached_map(view: data.View) -> tuple[list[str], int, pd.DataFrame]:
    """Return the sources that the map shows, how many questions each shares at least, and how they agree."""
    shown, least = most_connected(view.shared, view.sources, MOST["wide"])
    paired = view.agreement_among(shown)
    return list(source_order(shown, paired)), least, paired


def _draw_map(tables: data.Tables, view: data.View, one: str, other: str) -> None:
    st.header(_("How often two sources agree"))
    shared = view.shared
    if shared.empty:
        st.markdown(_("No two of these sources answer the same question."))
        return
    (shown, least, paired), names = _cached_map(view), source_names(tables)
    told = threshold_sentence(len(shown), shared["source"].nunique(), len(view.sources), least)
    st.markdown(told, width=760)
    key = f"compare_pairs_{one}_{other}"
    draw_chart(
        map_picture(tables, paired, shown, one, other).with_credit(
            citation.credit(tables, filters.sentence(view), [names[source] for source in shown], citation.here())
        ),
        alt=map_sentence(tables, paired),
        key=key,
        on_select=lambda: _open_pair(key),
    )
    st.caption(
        _(
            "A number is how many questions both answer; {glyph}, in how many of them they part. Blue: they part on"
            " none or few; red: on more. Empty: they share nothing. Sources that part least stand together."
            " A narrow screen shows the {n} that share questions with most others; the table has all.",
            glyph=theme.LOOKS["conflict"].glyph,
            n=MOST["narrow"],
        ),
        width=760,
    )
    with st.expander(
        _("The pair as a table, and download", "All {n} pairs as a table, and download", n=len(shared) // 2),
        key="compare_pairs",
        on_change="rerun",
    ) as every:
        if every.open:
            rows = pair_table(tables, view.agreement)
            st.dataframe(rows, hide_index=True, alt=map_sentence(tables, view.agreement))
            downloads.buttons(rows, "pairs")


def _open_pair(key: str) -> None:
    """Take over a click on a cell as the two sources that the address names."""
    picked = st.session_state[key].get("selection", {}).get("pair", [])
    if picked:
        state.put(ONE, picked[0]["source"])
        state.put(OTHER, picked[0]["other"])


@data.kept
def relations_beside(view: data.View, one: str, other: str) -> pd.DataFrame:
    """Return each question of a view that either of two sources answers, those on which they part first.

    Columns: question, how (a key of `labels.RELATIONS`), one_origin. Those that part are ordered as
    `Comparison.contested` orders what these two contest.
    """
    tables, found = view.found.tables, view.two_sources(one, other)
    how = found["relation"].mask(found["reported"], "reported")
    contested = pd.Series(dtype="int64")
    if how.isin(["part", "reported"]).any():
        contested = tables.compare((one, other)).contested.set_index("question")["place"]
    rank = how.map({name: place for place, name in enumerate(labels.RELATIONS)})
    rows = pd.DataFrame({"question": found["question"], "how": how, "one_origin": found["one_origin"]})
    place = found["question"].map(contested)
    order = rows.assign(rank=rank, place=place).sort_values(["rank", "place", "question"], kind="stable")
    return rows.loc[order.index].reset_index(drop=True)


def answers_beside(view: data.View, rows: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Return rows of `relations_beside` in words: asked, one and other (what each says) beside their columns."""
    questions = view.questions_of(rows["question"])
    said = answers_by_source(questions, _claims_of_both(view, rows["question"], one, other))
    words = {
        name: [said.get((question, source), "") for question in rows["question"]]
        for name, source in (("one", one), ("other", other))
    }
    return rows.assign(asked=rows["question"].map(question_texts(view.found.tables, questions)), **words)


def _claims_of_both(view: data.View, questions: pd.Series, one: str, other: str) -> pd.DataFrame:
    """Return what two sources answer to some questions, where an older edition is set aside only by one of the two."""
    claims = view.claims_of(questions)
    older = view.found.tables.compare((one, other)).superseded
    return claims[claims["source"].isin([one, other])].assign(superseded=lambda rows: rows["claim"].isin(older))


def pair_sentence(rows: pd.DataFrame, one: str, other: str) -> str:
    """Return how two sources stand to each other, as a sentence or two."""
    by = rows["how"].value_counts()
    n = {how: int(by.get(how, 0)) for how in labels.RELATIONS}
    shared = len(rows) - n[data.ONLY_ONE] - n[data.ONLY_OTHER]
    if not shared:
        told = _("{one} and {other} answer no question in common.", one=one, other=other)
    else:
        names = {"one": one, "other": other}
        told_of = [(labels.RELATIONS[how], n[how]) for how in IN_SENTENCE_ORDER if n[how]]
        ways = [translate(row.counted, n=count, name=names.get(row.subject)) for row, count in told_of]
        told = _(
            "{one} and {other} both answer {n} question: {ways}.",
            "{one} and {other} both answer {n} questions: {ways}.",
            n=shared,
            one=one,
            other=other,
            ways=format.join(ways),
        )
    origin = int(rows["one_origin"].sum())
    if origin:
        told += " " + _(
            "Of these, {n} goes back to one origin for both: one report, not corroboration.",
            "Of these, {n} go back to one origin for both: one report, not corroboration.",
            n=origin,
        )
    return told


def _draw_beside(tables: data.Tables, view: data.View, one: str, other: str) -> None:
    names = source_names(tables)
    rows = relations_beside(view, one, other)
    words = {how: labels.relation(how, names[one], names[other]) for how in labels.RELATIONS}
    st.header(markdown.escape(_("{one} and {other}", one=names[one], other=names[other])))
    if rows.empty:
        st.markdown(_("The filters leave no answer of these two."))
        return
    told = pair_sentence(rows, names[one], names[other])
    st.markdown(markdown.escape(told), width=760)
    by = rows["how"].value_counts()
    counts = {words[how]: int(by[how]) for how in labels.RELATIONS if how in by}
    looks = {words[how]: row.drawn_as for how, row in labels.RELATIONS.items()}
    about = _("Number of questions by how the answers of two sources stand to each other.")
    credit = citation.credit(tables, about, [names[one], names[other]], citation.here())
    bars.draw(counts, looks, told, "compare_pair_tally", credit)
    groups = {how: len(group) for how in TABLES if len(group := rows_of(rows, how))}
    if n := groups.get(PARTING):
        _draw_parting(view, one, other, n)

    def draw_table(how: str, alt: str) -> None:
        part_of = partial(_cached_part, view, one, other, how, language())
        linked_table.draw(groups[how], part_of, f"compare_pair_{how}", alt)

    if n := groups.get(FINER):
        _draw_heading("finer", _("Where one is finer ({n})", n=n))
        draw_table(FINER, _("Where one is finer"))
    if n := groups.get(AGREE):
        _draw_heading("agree", _("Where they agree ({n})", n=n))
        draw_table(AGREE, _("Where they agree"))
    for how, source in ((data.ONLY_ONE, one), (data.ONLY_OTHER, other)):
        if n := groups.get(how):
            head = _("Only in {name} ({n})", name=names[source], n=n)
            with st.expander(markdown.escape(head), key=f"compare_alone_{how}", on_change="rerun") as listed:
                if listed.open:
                    draw_table(how, words[how])
    downloads.buttons(view.deferred(partial(file_table, one=one, other=other)), "pair", one, other)


def rows_of(rows: pd.DataFrame, how: str) -> pd.DataFrame:
    """Return the rows of `relations_beside` that stand in one of `TABLES`."""
    return rows[rows["how"].isin(TABLES[how])]


@data.kept
def _cached_first_rows(view: data.View, one: str, other: str, _language: str) -> pd.DataFrame:
    """Return what the page shows at first of each table that is not folded, in words, which are asked for at once."""
    rows = relations_beside(view, one, other)
    shown = pd.concat([rows_of(rows, how).head(linked_table.ROWS) for how in (PARTING, FINER, AGREE)])
    return answers_beside(view, shown, one, other)


def _part(view: data.View, one: str, other: str, how: str, first: int, last: int) -> pd.DataFrame:
    """Return some rows of a table in words; see `answers_beside`."""
    if first == 0 and how in (PARTING, FINER, AGREE):
        return rows_of(_cached_first_rows(view, one, other, language()), how)
    return answers_beside(view, rows_of(relations_beside(view, one, other), how).iloc[first:last], one, other)


@data.kept
def _cached_part(
    view: data.View, one: str, other: str, how: str, _language: str, first: int, last: int
) -> pd.DataFrame:
    return readers_table(view, _part(view, one, other, how, first, last), how, one, other)


def readers_table(view: data.View, rows: pd.DataFrame, how: str, one: str, other: str) -> pd.DataFrame:
    """Return rows of `answers_beside` as the table of `rows_of` shows them."""
    names = source_names(view.found.tables)
    if how == FINER:
        words = {name: labels.relation(name, names[one], names[other]) for name in labels.RELATIONS}
        own = ["question", "asked", _("Question"), _("Which")]
        heads = {"one": column_head(names[one], own), "other": column_head(names[other], own)}
        table = rows[["question", "asked", "one", "other"]].rename(columns=heads)
        return table.assign(**{_("Which"): rows["how"].map(words)})
    if how == AGREE:
        origin = rows["one_origin"].map({True: _("one origin for both"), False: _("separate origins")})
        return rows[["question", "asked"]].assign(**{_("Both say"): rows["one"], _("Origin"): origin})
    side = "one" if how == data.ONLY_ONE else "other"
    return rows[["question", "asked", side]].rename(columns={side: _("It says")})


def file_table(view: data.View, one: str, other: str) -> pd.DataFrame:
    """Return all of two sources beside each other as a file has it."""
    names = source_names(view.found.tables)
    words = {how: labels.relation(how, names[one], names[other]) for how in labels.RELATIONS}
    told = answers_beside(view, relations_beside(view, one, other), one, other)
    told = told[["question", "asked", "how", "one", "other", "one_origin"]].assign(how=told["how"].map(words))
    heads = {"asked": _("Question"), "how": _("How"), "one_origin": _("From one origin")}
    own = ["question", *heads.values()]
    heads |= {"one": column_head(names[one], own), "other": column_head(names[other], own)}
    return told.rename(columns=heads)


def _draw_heading(how: str, text: str) -> None:
    look = theme.LOOKS[labels.RELATIONS[how].drawn_as]
    st.subheader(f":{look.theme}[{look.glyph}] {markdown.escape(text)}")


def _draw_parting(view: data.View, one: str, other: str, count: int) -> None:
    _draw_heading("part", _("Where they part ({n})", n=count))
    pages = -(-count // linked_table.ROWS)
    place = st.container()
    page = st.pagination(pages, key=f"compare_pair_part_{pages}") if pages > 1 else 1
    with place:
        for row, says in _cached_parting(view, one, other, (page - 1) * linked_table.ROWS, language()):
            look = theme.LOOKS[labels.RELATIONS[row["how"]].drawn_as]
            asks = navigation.question_link(row["asked"], row["question"])
            st.markdown(f":{look.theme}[{look.glyph}] {asks}  \n{markdown.escape(says)}", width=760)


@data.kept
def _cached_parting(
    view: data.View, one: str, other: str, first: int, _language: str
) -> list[tuple[dict[Hashable, Any], str]]:
    """Return some questions on which two sources part, each with a sentence that says what they say."""
    part = _part(view, one, other, PARTING, first, first + linked_table.ROWS)
    return list(zip(part.to_dict("records"), _sentences(view, part, one, other), strict=True))


def _sentences(view: data.View, part: pd.DataFrame, one: str, other: str) -> list[str]:
    """Return what two sources say where they part, in a sentence for each row."""
    tables = view.found.tables
    compared = tables.compare((one, other)).select().questions_of(part["question"]).set_index("question", drop=False)
    claims = _claims_of_both(view, part["question"], one, other)
    return [
        answers_sentence(tables, compared.loc[question], claims)
        + (" " + _("Reported of others.") if how == "reported" else "")
        for question, how in part[["question", "how"]].itertuples(index=False)
    ]
