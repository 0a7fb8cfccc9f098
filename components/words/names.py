"""What sources and places are called."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from babel.core import get_global

import data
from components.words import format
from components.words.i18n import _, language, locale, use_words

MOST_NAMES = 4  # sources named in a cell, before the rest is a number


def in_words(tables: data.Tables) -> data.Tables:
    """Return a table set in the reader's language, where it has texts in it, and write its names and units as it does.

    What it calls them holds for this run.
    """
    format.use_units(tables.units)
    use_words(tables.words(language()))
    return tables.in_language(language())


@lru_cache(maxsize=8)
def source_names(tables: data.Tables) -> Mapping[str, str]:
    """Return the short name of each source by its id: its `label` where the table has one, else its title.

    Where several sources have one name, the id stands beside it.
    """
    frame = tables.sources
    labels = frame["label"].where(frame["label"] != "", frame["title"]) if "label" in frame else frame["title"]
    labels = labels.where(~labels.duplicated(keep=False), labels + " (" + frame["source"] + ")")
    return MappingProxyType(dict(zip(frame["source"], labels, strict=True)))


def column_head(name: str, others: Iterable[str]) -> str:
    """Return a name of a table as the head of a column beside `others`, which are the program's own."""
    return f"{name} " if name in others else name  # no name of a table ends in a space


def subject(tables: data.Tables) -> str:
    """Return the places that most bilateral events share, "Burkina Faso and Russia"; nothing where none are named."""
    events = tables.events
    places = Counter(events.loc[(events["scope"] == "bilateral") & (events["place"] != ""), "place"])
    aliases, names = get_global("territory_aliases"), locale().territories
    codes = places.most_common(1)[0][0].split() if places else []
    return format.join(names.get(aliases.get(code, [code])[0], code) for code in codes)


def shorten_list(items: Sequence[str]) -> str:
    """Return some names as a list, the last of many as a number."""
    if len(items) <= MOST_NAMES:
        return format.join(items)
    more = len(items) - MOST_NAMES + 1
    return format.join([*items[: MOST_NAMES - 1], _("{n} other", "{n} others", n=more)])
