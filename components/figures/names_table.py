"""Names side by side, such as votes: one row an event, one column an attribute, and how often all are the same."""

import pandas as pd

import data
from components.words import format, markdown
from components.words.i18n import _, word
from components.words.names import source_names


def side_by_side(view: data.View, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the names that `claims` give, one row an event: the event, its date, each name, and who says so."""
    tables = view.found.tables
    cast = claims[claims["kind"] == "name"]
    titles = tables.events.set_index("event")["title"]
    names = source_names(tables)
    urls = tables.sources.set_index("source")["url"]
    labels = tables.attributes.set_index("attribute")["label"]
    told = view.claims_about(cast["event"].unique())
    when = told[told["kind"] == "date"].sort_values("low").groupby("event")["value"].first()
    lines = []
    for event, group in cast.groupby("event", sort=False):
        sides = {
            markdown.escape(labels[attribute]): markdown.escape(
                format.join([word(value) for value in part["value"].unique()], "or")
            )
            for attribute, part in group.groupby("attribute", sort=True)
        }
        who = ", ".join(markdown.link(names[source], urls[source]) for source in group["source"].unique())
        date = markdown.escape(format.date(when[event])) if event in when.index else ""
        line = {_("Event"): markdown.escape(titles[event]), _("Date"): date, **sides, _("Who says so"): who}
        lines.append({"day": str(when.get(event, "")), **line})
    return pd.DataFrame(lines).sort_values("day").drop(columns="day").fillna("") if lines else pd.DataFrame()


def same_sentence(table: pd.DataFrame) -> str:
    """Return for how many of the events all names are the same."""
    sides = [column for column in table.columns if column not in (_("Event"), _("Date"), _("Who says so"))]
    alike = table[[len(set(row)) == 1 for row in table[sides].to_numpy()]]
    last = f" ({format.join(alike[_('Date')])})" if len(alike) and alike[_("Date")].all() else ""
    return _("The same in {n} of {every}{last}.", n=len(alike), every=len(table), last=last)
