"""What is known of a source, in words."""

from urllib.parse import urlsplit

import pandas as pd

import data
from components.words import format, labels
from components.words.i18n import _
from components.words.names import source_names


def source_facts(tables: data.Tables, source: str) -> dict[str, str]:
    """Return what is known of a source, each fact by its name; what is not known is said so.

    The last is its web address, of which `host` makes the words of a link, or is empty.
    """
    row = tables.sources.set_index("source").loc[source]
    published = format.date(row["published"]) if row["published"] else _("not known")
    if row["published"] and row["published_basis"] == "derived":
        published = _("{date} (worked out)", date=published)
    return {
        _("Publisher"): row["publisher"] or _("not named"),
        _("Published"): published,
        _("Kind"): labels.term(row["genre"]) if row["genre"] else _("not named"),
        **({_("Speaks of"): format.date(row["covers"])} if row["covers"] else {}),
        _("Address"): str(row["url"]),
    }


def host(url: str) -> str:
    """Return the server of a web address, or the whole of what is none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:  # brackets that do not close
        return url


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
