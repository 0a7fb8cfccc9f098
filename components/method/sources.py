"""The sources, each with what is known of it."""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st
from babel import Locale, UnknownLocaleError

import data
from components.words import format, markdown
from components.words.i18n import _, language, locale
from components.words.names import source_names
from data.schema import is_own


def draw(entries: list[tuple[str, str]]) -> None:
    """Draw sources in two columns, each as `source_entries` has it."""
    with st.grid(2, min_column_width=330, gap="medium"):
        for name, facts in entries:
            with st.container(gap="xxsmall"):
                st.markdown(name)
                st.caption(facts)


def source_entries(tables: data.Tables, *, further: bool) -> list[tuple[str, str]]:
    """Return each source as Markdown: its name and title, and what is known of it, the table's own columns last.

    Sources of the extended set are the `further` ones.
    """
    return _cached_entries(tables, further, language())


@data.kept
def _cached_entries(tables: data.Tables, further: bool, _language: str) -> list[tuple[str, str]]:
    worked_out = ("_low", "_high")
    unknown = [name for name in tables.sources.columns if is_own("sources", name) and not name.endswith(worked_out)]
    names = source_names(tables)
    return [
        (
            f"**{markdown.escape(names[row['source']])}**  \n{markdown.link(row['title'], row['url'])}",
            " · ".join(
                markdown.escape(fact) for fact in [*_facts(row, names), *(row[name] for name in unknown)] if fact
            ),
        )
        for row in tables.sources[(tables.sources["set"] == "extended") == further].to_dict("records")
    ]


def _facts(source: Mapping[Hashable, Any], names: Mapping[str, str]) -> list[str]:
    """Return what is known of a source: its publisher, date, language and origin."""
    date, origin = source["published"], source["origin"]
    published = _("published {date}", date=format.date(date)) if date else _("undated")
    if date and source["published_basis"] == "derived":
        published = _("{published}, as worked out", published=published)
    return [
        source["publisher"] or _("publisher not named"),
        published,
        language_name(source["language"]),
        _("goes back to {origin}", origin=names.get(origin, origin)) if origin else "",
    ]


def language_name(code: str) -> str:
    """Return a language by its name, from a BCP 47 code."""
    try:
        return Locale.parse(code, sep="-").get_display_name(locale()) or code
    except (UnknownLocaleError, ValueError):
        return code
