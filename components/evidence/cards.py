"""A card for each claim: its wording, its place, its voice, and how it was worked out."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

import data
from components.shell import navigation
from components.words import format, markdown
from components.words.answers import claim_details, value_with_stance
from components.words.i18n import _
from components.words.names import source_names


def draw(tables: data.Tables, claims: pd.DataFrame) -> None:
    """Draw a card for each claim, in the order of the sources."""
    names = source_names(tables)
    sources = tables.sources.set_index("source")
    order = {source: place for place, source in enumerate(sources.index)}
    with st.grid(3, min_column_width=260):
        for claim in claims.sort_values("source", key=lambda ids: ids.map(order), kind="stable").to_dict("records"):
            with st.container(border=True, gap="xsmall", height="stretch"):
                source = claim["source"]
                navigation.source_link(markdown.escape(names[source]), source, f"source_of_{claim['claim']}")
                value = markdown.escape(value_with_stance(claim))
                st.markdown(f"~~{value}~~" if claim["superseded"] else f"**{value}**")
                for line in _lines(claim, sources.loc[source], names):
                    st.markdown(f":small[{line}]")


def _lines(claim: Mapping[Hashable, Any], source: pd.Series, names: Mapping[str, str]) -> list[str]:
    """Return what a card says below the value, the last with a link to the source."""
    lines = [[markdown.escape(part) for part in line] for line in claim_details(claim, names)]
    published = _("published {date}", date=format.date(source["published"])) if source["published"] else ""
    link = markdown.link(_("open the source"), source["url"]) if source["url"] else ""
    return [" · ".join(filter(None, line)) for line in [*lines, [published, link]] if any(line)]
