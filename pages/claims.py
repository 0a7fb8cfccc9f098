"""Every claim, one row each, to search, to sort and to take away."""
# ruff: noqa: E402  the entry comes before imports that are slow

from components.shell import entry

entry.through_dashboard(__file__)

from typing import Literal

import streamlit as st

from components.evidence import table
from components.evidence.claims_table import claims_table, every_claim, unknown_columns
from components.shell import address, downloads, filters, nothing_left
from components.shell.loading import load_tables
from components.words import markdown
from components.words.i18n import _

MOST_ROWS = 9  # of more, the table scrolls
MOST_SENT = 400  # rows of a page, which a slow line can wait for; the files have all

tables = load_tables()
view = filters.view(tables)

st.title(_("Claims"), anchor=False)
st.markdown(
    _("One row is what one source says on one question, with the place in its text. Search by words in the filters."),
    width=760,
)
filters.caption(view)
if not view.n_claims:
    nothing_left.stop(view)

place = st.container()
first = address.choose_page(view.n_claims, MOST_SENT)
claims = view.claims_page(first, MOST_SENT)
shown = claims_table(tables, claims, view.verdicts_of(claims["question"].unique()))
room: int | Literal["content"] = 640 if len(shown) > MOST_ROWS else "content"
with place:
    table.draw(shown, alt=_("Table of claims. {shown}", shown=filters.sentence(view)), height=room)
if len(shown) < view.n_claims:
    of_page = {"first": first + 1, "last": first + len(shown), "every": view.n_claims}
    st.caption(_("Claims {first} to {last} of {every}; the files have all.", **of_page))
downloads.buttons(view.deferred(every_claim), "claims", filters.slug(view))
if more := unknown_columns(tables.store.columns):
    st.caption(
        _(
            "Columns of these tables that the program does not know are kept: {columns}.",
            columns=markdown.escape(", ".join(more)),
        )
    )
