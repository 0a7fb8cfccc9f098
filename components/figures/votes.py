"""Votes as a table: how each side voted, and in how many they voted alike."""

import pandas as pd

import data
from components.words import format, markdown
from components.words.i18n import _, translate
from components.words.names import source_names

VOTE = "vote_"


def votes_table(tables: data.Tables, view: data.View) -> pd.DataFrame:
    """Return how each side voted, one row a vote: the event, its date, each side's vote, and who says so."""
    cast = view.claims[view.claims["attribute"].str.startswith(VOTE)]
    titles = tables.events.set_index("event")["title"]
    names = source_names(tables)
    urls = tables.sources.set_index("source")["url"]
    labels = tables.attributes.set_index("attribute")["label"]
    dates = view.claims[(view.claims["attribute"] == "date") & view.claims["event"].isin(cast["event"])]
    when = dates.sort_values("low").groupby("event")["value"].first()
    lines = []
    for event, group in cast.groupby("event", sort=False):
        sides = {
            translate(labels[attribute]): format.join([translate(value) for value in part["value"].unique()], "or")
            for attribute, part in group.groupby("attribute", sort=True)
        }
        who = ", ".join(markdown.link(names[source], urls[source]) for source in group["source"].unique())
        date = format.date(when[event]) if event in when.index else ""
        lines.append(
            {"day": str(when.get(event, "")), _("Vote"): titles[event], _("Date"): date, **sides, _("Who says so"): who}
        )
    return pd.DataFrame(lines).sort_values("day").drop(columns="day").fillna("") if lines else pd.DataFrame()


def votes_sentence(table: pd.DataFrame) -> str:
    """Return in how many of the votes all sides voted alike."""
    sides = [column for column in table.columns if column not in (_("Vote"), _("Date"), _("Who says so"))]
    alike = table[[len(set(row)) == 1 for row in table[sides].to_numpy()]]
    last = f" ({format.join(alike[_('Date')])})" if len(alike) and alike[_("Date")].all() else ""
    return _("The same vote in {n} of {every}{last}.", n=len(alike), every=len(table), last=last)
