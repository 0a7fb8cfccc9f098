"""One source: what it is, how its answers stand beside those of others, and each of them. Counts, never a score."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

import data
from components.charts import bars, theme
from components.compare import linked_table
from components.shell import address, citation, downloads, navigation, take_away
from components.words import format, labels, markdown
from components.words.false_precision import source_precision
from components.words.i18n import _, language, note, note_columns, translate
from components.words.names import source_names
from components.words.questions import question_texts
from components.words.sources import host, origins_sentence, source_facts
from components.words.standings import answers_of, count_standings, standings_sentence

KEY, ANCHOR = "of", "one-source"
FAINT = "same origin"


def draw(view: data.View) -> None:
    """Draw the page of one source, which the reader picks; the first where none is picked."""
    tables = view.found.tables
    names = source_names(tables)
    options = {source: names[source] for source in view.sources}
    if not options:
        st.markdown(_("No source is chosen. Choose some in the filters."))
        return
    source = address.choose_one(_("Source"), KEY, options, list(options))
    take_away.opens(names[source], source, view.within(sources=[source]))
    _draw_facts(tables, view, source)
    standing = _cached_standings(view, source)
    if standing.empty:
        st.markdown(_("The filters leave none of its answers."))
        return
    groups = count_standings(standing)
    told = standings_sentence(names[source], standing)
    st.subheader(_("How its answers stand beside those of others"))
    st.markdown(markdown.escape(told), width=760)
    counted = {labels.standing(standing): n for standing, n in groups.items()}
    looks = {labels.standing(standing): labels.STANDINGS[standing].drawn_as for standing in groups}
    about = _("{source}: number of questions by how its answers stand beside those of others.", source=names[source])
    credit = citation.credit(tables, about, [names[source]], citation.here())
    bars.draw(counted, looks, told, "compare_source_tally", credit, frozenset([labels.standing(FAINT)]))
    for name, n in groups.items():
        if n:
            _draw_standing(view, source, name, n)
    _draw_dates(view, source)
    st.subheader(_("All of it as a file"))
    downloads.buttons(view.deferred(partial(_file_table, source=source)), "source", source)


@data.kept
def _cached_standings(view: data.View, source: str) -> pd.DataFrame:
    return view.standings_of(source)


@dataclass(frozen=True, eq=False)
class _Claims:
    """What the claims of a source come to: the sentence on their origins, how many dates are stated, which derived."""

    origins: str
    n_stated: int
    derived: pd.DataFrame


@data.kept
def _cached_claims(view: data.View, source: str, _language: str) -> _Claims:
    its = view.claims_by([source])
    dates = its[its["kind"] == "date"]
    derived = dates[dates["is_derived"]]
    told = ["question", "value", "stated", *note_columns(its.columns)]
    origins = "" if its.empty else origins_sentence(view.found.tables, its, source)
    return _Claims(origins, len(dates) - len(derived), derived[told])  # some of 40 columns, since they are kept


@data.kept
def _cached_first_rows(view: data.View, source: str, _language: str) -> pd.DataFrame:
    """Return the answers of a source that its page shows at first, of all standings, which are asked for at once."""
    first = _cached_standings(view, source).groupby("standing").head(linked_table.ROWS)
    return answers_of(view.found.tables, view, source, first)


@data.kept
def _cached_part(view: data.View, source: str, name: str, first: int, last: int, _language: str) -> pd.DataFrame:
    """Return some of the answers of a source that stand so, in words under their heads."""
    if first:
        standing = _cached_standings(view, source)
        found = answers_of(view.found.tables, view, source, standing[standing["standing"] == name].iloc[first:last])
    else:
        found = _cached_first_rows(view, source, language())
        found = found[found["standing"] == name]
    shown = ["question", "asked", "says", *(["others"] if found["others"].any() else [])]
    return found[shown].rename(columns={"says": _("It says"), "others": _("Others")})


def facts(tables: data.Tables, source: str) -> list[str]:
    """Return what is known of a source, line by line in Markdown."""
    *known, (address_name, url) = source_facts(tables, source).items()
    pairs = [(what, markdown.escape(value)) for what, value in known]
    pairs.append((address_name, markdown.link(host(url), url) if url else _("none given")))
    return [_("{what}: {value}", what=f"**{what}**", value=value) for what, value in pairs]


def _draw_facts(tables: data.Tables, view: data.View, source: str) -> None:
    titles = dict(zip(tables.sources["source"], tables.sources["title"], strict=True))
    st.header(markdown.escape(titles[source]), anchor=ANCHOR)
    navigation.focus(ANCHOR)
    st.markdown("  \n".join(facts(tables, source)))
    if origins := _cached_claims(view, source, language()).origins:
        st.markdown(markdown.escape(origins), width=760)


def _draw_standing(view: data.View, source: str, standing: str, count: int) -> None:
    look = theme.LOOKS[labels.STANDINGS[standing].drawn_as]
    st.subheader(f":{look.theme}[{look.glyph}] {labels.standing(standing)} ({format.number(count)})")
    meaning = translate(labels.STANDINGS[standing].meaning)
    st.caption(meaning)
    alt = _("{n} question: {meaning}", "{n} questions: {meaning}", n=count, meaning=meaning)

    def part_of(first: int, last: int) -> pd.DataFrame:
        return _cached_part(view, source, standing, first, last, language())

    linked_table.draw(count, part_of, f"compare_source_{standing}", alt)


def _file_table(view: data.View, source: str) -> pd.DataFrame:
    found = answers_of(view.found.tables, view, source)
    found = found.assign(standing=found["standing"].map(labels.standing))
    heads = {"standing": _("Standing"), "asked": _("Question"), "says": _("It says"), "others": _("Others")}
    return found[["standing", "asked", "says", "others", "question"]].rename(columns=heads)


@data.kept
def _cached_dates(view: data.View, source: str, first: int, last: int, _language: str) -> pd.DataFrame:
    derived = _cached_claims(view, source, language()).derived
    return derived_dates(view.found.tables, view, derived.iloc[first:last])


def derived_dates(tables: data.Tables, view: data.View, derived: pd.DataFrame) -> pd.DataFrame:
    """Return the questions of some claims whose dates were worked out, with how in words."""
    questions = view.questions_of(derived["question"])
    rows = {
        "question": derived["question"],
        "asked": derived["question"].map(question_texts(tables, questions)),
        _("Date"): derived["value"].map(format.date),
        _("As stated"): derived["stated"],
        _("How it was worked out"): [note(claim) for claim in derived.to_dict("records")],
    }
    return pd.DataFrame(rows)


def _draw_dates(view: data.View, source: str) -> None:
    """Draw how many of its dates a source states, and those that were worked out."""
    its = _cached_claims(view, source, language())
    n_derived = len(its.derived)
    if not its.n_stated + n_derived:
        return
    st.subheader(_("Its dates"))
    if coarse := source_precision(view.found, source):
        st.markdown(markdown.escape(coarse), width=760)
    counts = {"stated": its.n_stated, "derived": n_derived}
    st.markdown(_("{stated} stated as such; {derived} worked out from other words.", **counts))
    if n_derived:

        def part_of(first: int, last: int) -> pd.DataFrame:
            return _cached_dates(view, source, first, last, language())

        alt = _("Dates that were worked out: {n}", n=n_derived)
        linked_table.draw(n_derived, part_of, "compare_source_dates", alt)
