"""How well texts are coded with help, as it was measured last."""

from pathlib import Path

import pandas as pd

import data
from components.words.format import clauses, percent
from components.words.i18n import N_, _, number, translate
from data.coding.measurement import measurements
from data.tables import SHIPPED

SETS = {"wikiwars": N_("WikiWars: 22 narratives of wars"), "sources": N_("The core texts")}
WHAT = {
    "dates found": N_("dates found"),
    "dates read": N_("dates found and read"),
    "dates read, same place": N_("dates found and read, in the same words"),
    "dates": N_("dates"),
    "quantities": N_("quantities"),
    "quantities with units": N_("quantities with their units"),
    "names": N_("names"),
    "questions": N_("questions proposed"),
}
OF_SHIPPED = ("sources",)
"""The sets whose texts the shipped tables have claims of."""
MOST_EXAMPLES = 4


def measures_table(tables: data.Tables) -> pd.DataFrame:
    """Return what was measured, one row for each set of texts and thing that was looked for, as readers see it.

    What was measured on texts of the shipped tables is left out where others are shown.
    """
    measured = measurements()
    if Path(tables.path) != SHIPPED:
        measured = measured[~measured["set"].isin(OF_SHIPPED)]
    return pd.DataFrame(
        {
            _("Texts"): [translate(SETS[name]) if name in SETS else name for name in measured["set"]],
            _("What"): [translate(WHAT[what]) if what in WHAT else what for what in measured["what"]],
            _("Of those proposed, right"): [percent(100 * rate) for rate in measured["precision"]],
            _("Of those there are, found"): [percent(100 * rate) for rate in measured["recall"]],
            _("There are"): [number(count) for count in measured["expected"]],
            _("Missed, for example"): [_examples(missed) for missed in measured["missed"]],
        }
    )


def _examples(missed: str) -> str:
    wordings = missed.split(" | ")
    return clauses(wordings[:: max(1, len(wordings) // MOST_EXAMPLES)][:MOST_EXAMPLES])
