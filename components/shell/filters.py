"""The filters that all pages share: drawn once in the sidebar, and written in the address.

A widget that is bound to the address writes there the words that it shows. So that a link holds ids and outlives a
change of wording or of language, each choice is two widgets: one that is bound, shows ids and is out of sight, and
one that readers use, in words.
"""

import re
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from functools import lru_cache

import numpy as np
import streamlit as st

import data
from components.charts import theme
from components.shell import address, citation, notices, page_hooks, state
from components.shell.loading import load_tables
from components.words import format, labels, markdown
from components.words.i18n import LOCALES, N_, _, language, translate
from components.words.names import source_names
from components.words.questions import count_claims, count_contested

CHOICES = ("source", "topic", "verdict", "scope", "set")
ONE_AT_MOST = ("scope", "set")
VERDICTS = {verdict.replace(" ", "-"): verdict for verdict in data.VERDICTS}
SLUGS = {verdict: slug for slug, verdict in VERDICTS.items()}
SCOPES = {"bilateral": N_("Bilateral"), "context": N_("Context")}
SETS = {"core": N_("Core texts"), "extended": N_("Further sources")}
LANGUAGES = {code: (locale.language_name or code).capitalize() for code, locale in LOCALES.items()}
MOST_WORDS, MOST_LETTERS = 20, 500  # of a search: each word is a pass over the claims
MOST_PILLS = 8  # of more options than these, readers pick from a list that can be searched


def draw() -> tuple[data.View, AbstractContextManager[object]]:
    """Draw the filters in the sidebar, with how many claims they leave and what could not be read.

    Return what the filters leave, and the place in the sidebar for what is taken away of the page.
    """
    tables = load_tables()
    with st.sidebar:
        count = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")
        chosen = _choices(tables)
        left, every, active = chosen.n_claims, tables.store.count, _active(chosen)
        with count:
            st.markdown(_("**{n}** of {every} claims", n=left, every=every))
            st.button(_("Reset"), on_click=reset, type="tertiary", disabled=not active, key="filters_reset")
        title = _("{n} of {every} claims", n=left, every=every) if active else _("All claims")
        place = st.container(horizontal=True, gap="small")
        with place:
            citation.draw(tables, title, citation.here(), "view")
        notices.problems(tables)
        notices.kinds(tables)
        notices.untranslated(tables)
        address.segmented(_("Language"), "lang", LANGUAGES, language(), address.take_over)
        page_hooks.name_language(language())
    return chosen, place


def _choices(tables: data.Tables) -> data.View:
    """Draw all choices, and return what they leave."""
    options, years = _options(tables, language()), _years(tables)
    # All are held before any option is counted, for which all choices have to be known.
    _hold("set", options["set"])
    sources = _sources(tables, selection(tables).set, language())
    _hold("source", sources)
    for key in ("topic", "verdict", "scope"):
        _hold(key, options[key])

    st.text_input(_("Search words"), key="q", bind="query-params", placeholder=_("all of these words"))
    typed = st.session_state["q"] or ""
    if set(typed.split()) - set(bounded(typed).split()):
        told = _(
            "Only the first {n} words, and {letters} letters, are searched for.", n=MOST_WORDS, letters=MOST_LETTERS
        )
        st.caption(told)
    _choice(_("Set of sources"), "set", options["set"])
    _choice(_("Sources"), "source", sources)
    if len(years) > 1:
        st.select_slider(_("Period"), years, value=(years[0], years[-1]), key="period", bind="query-params")
    st.toggle(
        _("Independent origins only"),
        key="independent",
        bind="query-params",
        help=_("Leaves what independent origins contest, a source with itself, or two origins at least answer."),
    )
    chosen = view(tables)
    _choice(_("Topics"), "topic", options["topic"], _counts(chosen, "topic"))
    _choice(_("Verdicts among these sources"), "verdict", options["verdict"], _counts(chosen, "verdict"))
    _choice(_("Scope"), "scope", options["scope"], _counts(chosen, "scope"))
    return chosen


def _hold(key: str, options: Collection[str]) -> None:
    """Hold one choice of ids in the address; nothing where there is nothing to choose."""
    if len(options) > 1:
        most = 1 if key in ONE_AT_MOST else None
        with page_hooks.unseen():
            st.multiselect(key, list(options), key=key, bind="query-params", max_selections=most)


@data.kept
def _options(tables: data.Tables, _language: str) -> dict[str, dict[str, str]]:
    """Return the options of each choice of which tables have few, in words by their ids."""
    scopes, sets = set(tables.events["scope"]), set(tables.sources["set"])
    return {
        "topic": {topic: labels.term(topic) for topic in sorted(set(tables.events["topic"]) - {""})},
        "verdict": {slug: theme.verdict_name(verdict) for slug, verdict in VERDICTS.items()},
        "scope": {scope: translate(words) for scope, words in SCOPES.items() if scope in scopes},
        "set": {name: translate(words) for name, words in SETS.items() if name in sets},
    }


@data.kept
def _sources(tables: data.Tables, chosen: str, _language: str) -> dict[str, str]:
    """Return the names of the sources of the chosen set by their ids."""
    of_set = tables.sources["source"][(tables.sources["set"] == chosen) | (chosen == "")]
    return {source: source_names(tables)[source] for source in of_set}


def _choice(label: str, key: str, options: Mapping[str, str], counts: Mapping[str, int] | None = None) -> None:
    """Draw one choice of ids, by the words for them and their counts; nothing where there is nothing to choose."""
    if len(options) < 2:
        return
    ids, many = list(options), key not in ONE_AT_MOST
    chosen = st.session_state[key]
    in_words = address.widget_key(key, chosen if many else next(iter(chosen), None))
    escaped = {each: markdown.escape(words) for each, words in options.items()}
    if counts is not None:
        page_hooks.write_behind_options(in_words, [format.number(counts.get(each, 0)) for each in options])
    if not many:
        st.segmented_control(label, ids, key=in_words, format_func=escaped.__getitem__, on_change=_take, args=(key,))
        return
    listed = len(ids) > MOST_PILLS
    if listed:
        more = [each for each in ids if each not in chosen]
        hint = _("Add one") if chosen else _("All; pick some")
        st.selectbox(
            label,
            more,
            index=None,
            key=f"{key}_more",
            format_func=options.__getitem__,  # a list of this kind draws no Markdown
            placeholder=hint,
            on_change=_add,
            args=(key,),
        )
    if chosen or not listed:
        st.pills(
            _("{label}, chosen", label=label) if listed else label,
            chosen if listed else ids,
            selection_mode="multi",
            key=in_words,
            format_func=escaped.__getitem__,
            on_change=_take,
            args=(key,),
            label_visibility="collapsed" if listed else "visible",
        )


def _counts(chosen: data.View, key: str) -> dict[str, int]:
    """Return how many questions each option of a choice leaves beside the other filters."""
    return {SLUGS.get(each, each): n for each, n in chosen.count_beside(key).items()}


def _take(key: str) -> None:
    """Take over what was chosen in words as the ids that the address holds."""
    state.renew()
    chosen = st.session_state[f"{key}_in_words"]
    state.put(key, chosen if isinstance(chosen, list) else [chosen] if chosen else [])


def _add(key: str) -> None:
    """Add what was picked from a long list to the ids that the address holds."""
    state.renew()
    picked = st.session_state[f"{key}_more"]
    if picked:
        state.put(f"{key}_more", None)
        state.put(key, [*st.session_state[key], picked])


def reset() -> None:
    """Choose all of the tables that are shown."""
    for key in CHOICES:
        if key in st.session_state:
            state.put(key, [])
    state.put("q", "")
    state.put("independent", False)
    years = _years(load_tables())
    if years:
        state.put("period", (years[0], years[-1]))


@lru_cache(maxsize=8)
def _years(tables: data.Tables) -> tuple[str, ...]:
    """Return every year from the first to the last that the claims speak of."""
    if np.isnan(tables.days).any():
        return ()
    first, last = (str(np.datetime64(int(day), "D"))[:4] for day in tables.days)
    return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))


def selection(tables: data.Tables) -> data.Selection:
    """Return the reader's choice; an end of the period that is the tables' own end is left open."""
    state = st.session_state
    years = _years(tables) or ("", "")
    first, last = state.get("period") or (years[0], years[-1])
    return data.Selection(
        sources=tuple(state.get("source") or ()),
        topics=tuple(state.get("topic") or ()),
        verdicts=tuple(VERDICTS[slug] for slug in state.get("verdict") or ()),
        scope=next(iter(state.get("scope") or ()), ""),
        period=("" if first == years[0] else first, "" if last == years[-1] else last),
        words=bounded(state.get("q") or ""),
        set=next(iter(state.get("set") or ()), ""),
        independent=bool(state.get("independent")),
    )


def bounded(words: str) -> str:
    """Return the different words of a search, without those that are too many to search for."""
    return " ".join(list(dict.fromkeys(words[:MOST_LETTERS].split()))[:MOST_WORDS])


def view(tables: data.Tables) -> data.View:
    """Return what the reader's choice leaves of the tables."""
    return tables.select(selection(tables))


def _active(view: data.View) -> list[str]:
    """Return each part of the choice that leaves something out, in words."""
    chosen, names = view.selection, source_names(view.found.tables)
    first, last = chosen.period
    parts = {
        _("set"): [translate(SETS[chosen.set])] if chosen.set else [],
        _("sources"): [names[source] for source in chosen.sources],
        _("topics"): [labels.term(topic) for topic in chosen.topics],
        _("verdicts"): [labels.verdict(verdict) for verdict in chosen.verdicts],
        _("scope"): [translate(SCOPES[chosen.scope])] if chosen.scope else [],
        _("period"): [format.date(f"{first or '..'}/{last or '..'}")] if first or last else [],
        _("words"): [format.quoted(chosen.words)] if chosen.words else [],
        _("origins"): [_("independent only")] if chosen.independent else [],
    }
    return [f"{name}{_(': ')}{format.join(words, 'or')}" for name, words in parts.items() if words]


def sentence(view: data.View) -> str:
    """Return how much is shown, and what was chosen, as a sentence for the page."""
    tables, active = view.found.tables, _active(view)
    if not active:
        return count_claims(tables)
    chosen = format.clauses(active)
    return _("{n} of {every} claims. Chosen: {chosen}.", n=view.n_claims, every=tables.store.count, chosen=chosen)


def caption(view: data.View) -> None:
    """Draw how much is shown, what was chosen, and how many questions are contested, independent origins first."""
    st.caption(_caption(view, language()))


@data.kept
def _caption(view: data.View, _language: str) -> str:
    return markdown.escape(f"{sentence(view)} {count_contested(view)}.")


def slug(view: data.View) -> str:
    """Return the choice as part of a file's name, such as `conflict-2022-2024`; nothing where all is chosen."""
    chosen = view.selection
    independent = "independent" if chosen.independent else ""
    parts = [chosen.set, *chosen.sources, *chosen.topics, *chosen.verdicts, chosen.scope, independent]
    parts += [*chosen.period, chosen.words]
    return "-".join(re.sub(r"[^\w-]+", "-", part) for part in parts if part)
