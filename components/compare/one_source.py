"""One source: what it is, how its answers stand beside those of others, and each of them. Counts, never a score."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

import data
from components.charts import bars, theme
from components.compare import question_table
from components.shell import address, downloads, navigation
from components.words import format, labels, markdown
from components.words.answers import answers_by_source
from components.words.i18n import _, language, translate
from components.words.names import shorten_list, source_names
from components.words.precision import source_precision
from components.words.questions import question_texts

KEY, ANCHOR = "of", "one-source"
FAINT = "same origin"


def draw(tables: data.Tables, view: data.View) -> None:
    """Draw the page of one source, which the reader picks; the first where none is picked."""
    names = source_names(tables)
    options = {source: names[source] for source in view.sources}
    if not options:
        st.markdown(_("No source is chosen. Choose some in the filters."))
        return
    source = address.choose_one(_("Source"), KEY, options, list(options))
    _draw_facts(tables, view, source)
    found = _cached_answers(view, source, language())
    if found.empty:
        st.markdown(_("The filters leave none of its answers."))
        return
    groups = count_standings(found)
    told = sentence(names[source], found)
    st.subheader(_("How its answers stand beside those of others"))
    st.markdown(markdown.escape(told), width=760)
    counted = {labels.standing(standing): n for standing, n in groups.items()}
    looks = {labels.standing(standing): labels.STANDINGS[standing].drawn_as for standing in groups}
    bars.draw(counted, looks, told, "compare_source_tally", frozenset([labels.standing(FAINT)]))
    for standing, rows in _tables_by_standing(found).items():
        _draw_standing(rows, standing)
    _draw_dates(source_precision(view.found, source), *derived_dates(tables, view, source))
    st.subheader(_("All of it as a file"))
    downloads.buttons(_file_table(found.assign(standing=found["standing"].map(labels.standing))), "source", source)


@lru_cache(maxsize=64)
def _cached_answers(view: data.View, source: str, _language: str) -> pd.DataFrame:
    return answers_of(view.found.tables, view, source)


def answers_of(tables: data.Tables, view: data.View, source: str) -> pd.DataFrame:
    """Return the answers of a source to the questions of a view, and how they stand.

    Columns: question, asked, standing, says (its answers in words), others (who else says what, as the standing asks).
    """
    standing = view.found.standings
    standing = standing[(standing["source"] == source) & standing["question"].isin(view.questions["question"])]
    questions = view.questions_of(standing["question"])
    claims = view.claims_of(standing["question"])
    said = answers_by_source(questions, claims)
    beside = _others_say(tables, view, source, standing.set_index("question")["standing"], said)
    ids = standing["question"].reset_index(drop=True)
    return pd.DataFrame(
        {
            "question": ids,
            "asked": ids.map(question_texts(tables, questions)),
            "standing": standing["standing"].to_numpy(),
            "says": [said[question, source] for question in ids],
            "others": [beside.get(question, "") for question in ids],
        }
    )


def _others_say(
    tables: data.Tables, view: data.View, source: str, standing: pd.Series, said: pd.Series
) -> dict[str, str]:
    """Return, by question, the sources that make a standing what it is, and what they say where that differs."""
    names = source_names(tables)
    related = view.found.relations
    related = related[(related["source"] == source) & related["question"].isin(standing.index)]
    related = related.astype({"question": "str", "other": "str", "relation": "str"})
    parts, reported = related["relation"] == "part", related["reported"]
    rules = {
        "contradicted": parts & ~reported,
        "disputed": parts & reported,
        "confirmed": ~parts & related["confirmed"],
        "same origin": ~parts & related["same"] & ~related["confirmed"],
        "compatible": ~parts & ~related["same"],
    }
    found: dict[str, str] = {}
    stands = related["question"].map(standing)
    for name, rule in rules.items():
        for question, rows in related[rule & (stands == name)].groupby("question"):
            who = list(rows["other"])
            alike = name in ("confirmed", "same origin")
            listed = [names[other] for other in who] if alike else _group_by_text(who, str(question), names, said)
            found[str(question)] = shorten_list(listed) if alike else "; ".join(listed)
    return found


def _group_by_text(who: list[str], question: str, names: Mapping[str, str], said: pd.Series) -> list[str]:
    """Return what others say, those that say the same together."""
    together: dict[str, list[str]] = {}
    for other in who:
        together.setdefault(said[question, other], []).append(names[other])
    return [_("{who}: {what}", who=shorten_list(others), what=what) for what, others in together.items()]


def count_standings(found: pd.DataFrame) -> dict[str, int]:
    """Return how many answers stand so, by each standing."""
    by = found["standing"].value_counts()
    return {standing: int(by.get(standing, 0)) for standing in data.STANDINGS}


def sentence(name: str, found: pd.DataFrame) -> str:
    """Return how the answers of a source stand, as a sentence."""
    parts = [
        _("{n} {standing}", n=n, standing=labels.standing(standing).lower())
        for standing, n in count_standings(found).items()
        if n
    ]
    return _(
        "{name} answers {n} question: {parts}.",
        "{name} answers {n} questions: {parts}.",
        n=len(found),
        name=name,
        parts=format.join(parts),
    )


def facts(tables: data.Tables, source: str) -> list[str]:
    """Return what is known of a source, line by line in Markdown; what is not known is said so."""
    row = tables.sources.set_index("source").loc[source]
    publisher = markdown.escape(row["publisher"]) if row["publisher"] else _("not named")
    published = format.date(row["published"]) if row["published"] else _("not known")
    if row["published"] and row["published_basis"] == "derived":
        published = _("{date} (worked out)", date=published)
    covers = [(_("Speaks of"), format.date(row["covers"]))] if row["covers"] else []
    pairs = [
        (_("Publisher"), publisher),
        (_("Published"), markdown.escape(published)),
        (_("Kind"), markdown.escape(labels.term(row["genre"])) if row["genre"] else _("not named")),
        *covers,
        (
            _("Address"),
            markdown.link(urlsplit(row["url"]).hostname or row["url"], row["url"]) if row["url"] else _("none given"),
        ),
    ]
    return [_("{what}: {value}", what=f"**{what}**", value=value) for what, value in pairs]


def origins_sentence(tables: data.Tables, claims: pd.DataFrame, source: str) -> str:
    """Return to which roots the claims of a source go back, as a sentence."""
    names = source_names(tables)
    by = claims.loc[claims["source"] == source, "root"].value_counts()
    if list(by.index) == [source]:
        return _("It names no other origin for what it says.")
    parts = [
        _("{n} to {origin}", n=int(n), origin=_("itself") if root == source else names.get(str(root), str(root)))
        for root, n in by.items()
    ]
    total = int(by.sum())
    return _(
        "Its {n} claim goes back to its origin: {parts}.",
        "Its {n} claims go back to their origins: {parts}.",
        n=total,
        parts=format.join(parts),
    )


def _draw_facts(tables: data.Tables, view: data.View, source: str) -> None:
    titles = dict(zip(tables.sources["source"], tables.sources["title"], strict=True))
    st.header(markdown.escape(titles[source]), anchor=ANCHOR)
    navigation.focus(ANCHOR)
    st.markdown("  \n".join(facts(tables, source)))
    its = view.claims_by([source])
    if not its.empty:
        st.markdown(markdown.escape(origins_sentence(tables, its, source)), width=760)


def _tables_by_standing(found: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the answers of each standing that there is, with what others say where they say anything."""
    heads, parts = {"says": _("It says"), "others": _("Others")}, dict(list(found.groupby("standing")))
    rows = {standing: parts[standing] for standing in data.STANDINGS if standing in parts}
    return {
        standing: part[["question", "asked", "says", *(["others"] if part["others"].any() else [])]].rename(
            columns=heads
        )
        for standing, part in rows.items()
    }


def _draw_standing(rows: pd.DataFrame, standing: str) -> None:
    look = theme.LOOKS[labels.STANDINGS[standing].drawn_as]
    st.subheader(f":{look.theme}[{look.glyph}] {labels.standing(standing)} ({format.number(len(rows))})")
    meaning = translate(labels.STANDINGS[standing].meaning)
    st.caption(meaning)
    alt = _("{n} question: {meaning}", "{n} questions: {meaning}", n=len(rows), meaning=meaning)
    question_table.draw(rows, f"compare_source_{standing}", alt)


def _file_table(found: pd.DataFrame) -> pd.DataFrame:
    heads = {"standing": _("Standing"), "asked": _("Question"), "says": _("It says"), "others": _("Others")}
    return found[["standing", "asked", "says", "others", "question"]].rename(columns=heads)


def derived_dates(tables: data.Tables, view: data.View, source: str) -> tuple[int, pd.DataFrame]:
    """Return how many dates a source states, and the questions of those that were worked out, with how in words."""
    its = view.claims_by([source])
    its = its[its["kind"] == "date"]
    derived = its[its["is_derived"]]
    questions = view.questions_of(derived["question"])
    rows = {
        "question": derived["question"],
        "asked": derived["question"].map(question_texts(tables, questions)),
        _("Date"): derived["value"].map(format.date),
        _("As stated"): derived["stated"],
        _("How it was worked out"): derived["note"],
    }
    return int((~its["is_derived"]).sum()), pd.DataFrame(rows)


def _draw_dates(coarse: str, stated: int, derived: pd.DataFrame) -> None:
    if not stated and derived.empty:
        return
    st.subheader(_("Its dates"))
    if coarse:
        st.markdown(markdown.escape(coarse), width=760)
    st.markdown(
        _("{stated} stated as such; {derived} worked out from other words.", stated=stated, derived=len(derived))
    )
    if len(derived):
        question_table.draw(derived, "compare_source_dates", _("Dates that were worked out: {n}", n=len(derived)))
