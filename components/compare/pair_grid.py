"""How often any two sources agree: the map of all pairs, and the same as a table."""

import textwrap
from typing import Any

import numpy as np
import pandas as pd

import data
from components.charts import theme
from components.charts.draw import Picture
from components.charts.templates import template
from components.charts.word_rows import heights
from components.words import format
from components.words.i18n import _
from components.words.names import source_names

MOST = {"wide": 16, "narrow": 8}  # sources that the map holds
TOP = {"wide": 150, "narrow": 150}  # pixels for the names above
CELL = 30  # pixels of height
LETTERS = 20  # of a line of a name on a narrow screen
TINTS = (
    (0.0, "agree", 0.5),
    (0.25, "agree", 0.18),
    (0.5, "conflict", 0.16),
    (0.999, "conflict", 0.32),
    (1.0, "conflict", 0.5),
)
"""Up to which share that parts a cell has the colour of which verdict, and how full."""


def map_cells(tables: data.Tables, paired: pd.DataFrame, shown: list[str]) -> pd.DataFrame:
    """Return one row a cell of the map of the sources `shown`: who, counts, words, tint, and its places.

    `row` and `column` end in `wide` and `narrow`; on a narrow screen only the sources stay that share questions with
    most of the others; elsewhere they are NaN. `paired` are the pairs of these sources, as `agreement` returns them.
    """
    names = source_names(tables)
    met = paired.groupby("source")["shared"].agg(["size", "sum"])
    few = set(met.sort_values(["size", "sum"], ascending=False, kind="stable").index[: MOST["narrow"]])
    places = {
        "wide": {source: place for place, source in enumerate(shown)},
        "narrow": {source: place for place, source in enumerate(source for source in shown if source in few)},
    }
    parting = paired["part"] / paired["shared"]
    tint = np.searchsorted([most for most, _verdict, _fill in TINTS], parting)
    found = paired[["source", "other", "shared", "part"]].assign(
        colour=[theme.LOOKS[TINTS[at][1]].colour for at in tint],
        fill=[TINTS[at][2] for at in tint],
        number=paired["shared"].map(format.number),
        parting=["" if not n else f"{theme.LOOKS['conflict'].glyph} {format.number(n)}" for n in paired["part"]],
        told=[
            _("{one} and {other}: {n} shared, {part} of them part", one=names[one], other=names[other], n=n, part=part)
            for one, other, n, part in paired[["source", "other", "shared", "part"]].itertuples(index=False)
        ],
    )
    for mode, place in places.items():
        found[f"row_{mode}"] = found["source"].map(place)
        found[f"column_{mode}"] = found["other"].map(place)
    return found


def map_picture(tables: data.Tables, paired: pd.DataFrame, shown: list[str], one: str, other: str) -> Picture:
    """Return the map, in which the pair `one` and `other` is outlined.

    A click on a cell selects its `source` and `other` under the name `pair`.
    """
    names, rows = source_names(tables), map_cells(tables, paired, shown)
    heads = rows.drop_duplicates("source")[["source", "row_wide", "row_narrow"]]
    heads = heads.assign(name=heads["source"].map(names))
    heads["broken"] = ["\n".join(textwrap.wrap(name, LETTERS)) for name in heads["name"]]
    heads = heads.rename(columns={"row_wide": "place_wide", "row_narrow": "place_narrow"})
    for mode in TOP:
        rows[f"top_{mode}"] = TOP[mode] + CELL * rows[f"row_{mode}"]
        heads[f"top_{mode}"] = TOP[mode] + CELL * heads[f"place_{mode}"]
    count = {mode: int(heads[f"place_{mode}"].notna().sum()) for mode in TOP}
    high = heights(*(float(TOP[mode] + CELL * count[mode] + 2) for mode in ("wide", "narrow")))
    params = {**high, "one": one, "other": other, "n_wide": count["wide"], "n_narrow": count["narrow"]}
    return Picture.of(_template(), {"cells": rows, "heads": heads}, params, high["wide_height"])


@template
def _template() -> dict[str, Any]:
    from components.compare import pair_grid_template

    return pair_grid_template.pair_grid()


def threshold_sentence(shown: int, sharing: int, every: int, least: int) -> str:
    """Return which sources the map shows, in words."""
    alone = _(" The other {n} share no question with anyone.", n=every - sharing) if every > sharing else ""
    if shown == sharing:
        return _("Counted are only the questions that both of two sources answer.") + alone
    return (
        _(
            "Counted are only the questions that both of two sources answer. Of {sharing} sources that share any, the"
            " {n} are shown that share at least {least} with another.",
            sharing=sharing,
            n=shown,
            least=least,
        )
        + alone
    )


def map_sentence(tables: data.Tables, paired: pd.DataFrame) -> str:
    """Return of some pairs how many share questions, and which share most and part on most."""
    names = source_names(tables)
    once = paired[paired["source"] < paired["other"]]
    most = once.sort_values("shared", kind="stable").to_dict("records")[-1]
    parts = once.sort_values("part", kind="stable").to_dict("records")[-1]
    told = _(
        "{n} pair of sources shares questions; {one} and {other} share most ({most}).",
        "{n} pairs of sources share questions; {one} and {other} share most ({most}).",
        n=len(once),
        one=names[most["source"]],
        other=names[most["other"]],
        most=int(most["shared"]),
    )
    if not parts["part"]:
        return told + " " + _("None part.")
    return (
        told
        + " "
        + _(
            "{one} and {other} part on most ({n} of {shared}).",
            one=names[parts["source"]],
            other=names[parts["other"]],
            n=int(parts["part"]),
            shared=int(parts["shared"]),
        )
    )


def pair_table(tables: data.Tables, paired: pd.DataFrame) -> pd.DataFrame:
    """Return each pair of sources once, in words: how much it shares, and how its answers relate."""
    names = source_names(tables)
    once = paired[paired["source"] < paired["other"]].sort_values("shared", ascending=False, kind="stable")
    return pd.DataFrame(
        {
            _("One source"): once["source"].map(names),
            _("Another source"): once["other"].map(names),
            _("Shared questions"): once["shared"],
            _("They agree"): once["agree"],
            _("One is finer"): once["finer"] + once["coarser"],
            _("They overlap"): once["overlap"],
            _("They part"): once["part"],
            _("Of those, only as reported"): once["reported"],
            _("From one origin"): once["one_origin"],
        }
    )
