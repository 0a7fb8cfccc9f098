"""How often any two sources agree: the map of all pairs, and the same as a table."""

import textwrap
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

import data
from components.charts import theme
from components.charts.draw import Picture
from components.charts.layers import heights, layered, text_colour
from components.words import format
from components.words.i18n import _, language
from components.words.names import source_names

MOST = {"wide": 16, "narrow": 8}  # sources that the map holds
TOP = {"wide": 150, "narrow": 150}  # pixels for the names above
SIDE = {"wide": 210, "narrow": 130}  # pixels for the names beside
BEYOND = 140  # pixels by which slanted names reach beyond the last cell
CELL = 30  # pixels of height
LETTERS, LINE = 20, 12  # of a line of a name on a narrow screen, and its pixels of height
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
    return Picture.of(_template(language()), {"cells": rows, "heads": heads}, params, high["wide_height"])


@lru_cache
def _template(_language: str) -> dict[str, Any]:
    def left(field: str, inset: float, after: float = 0) -> Any:
        return alt.value(alt.ExprRef(f"side + ({field} + {after}) * cell + {inset}"))

    def placed(name: str, *fields: str) -> alt.Chart:
        chosen = {field: f"narrow ? datum.{field}_narrow : datum.{field}_wide" for field in fields}
        chart = alt.Chart(alt.NamedData(name)).transform_calculate(**chosen)
        for field in fields:
            chart = chart.transform_filter(f"isValid(datum.{field})")
        chart = chart.transform_calculate(shown="narrow ? datum.broken : datum.name")
        return chart.transform_calculate(end=f"datum.top + {CELL - 2}").encode(y=alt.Y("top:Q", scale=None, axis=None))

    name_look: dict[str, Any] = {"color": text_colour(), "fontSize": alt.ExprRef("narrow ? 11 : 12")}
    text: dict[str, Any] = {"color": text_colour(), "align": "center", "baseline": "middle"}
    name_look |= {
        "lineBreak": "\n",
        "lineHeight": LINE,
        "dy": alt.ExprRef(f"narrow ? {-LINE / 2} * (length(split(datum.broken, '\\n')) - 1) : 0"),
    }
    slant: dict[str, Any] = {"angle": alt.ExprRef("narrow ? 270 : 315"), "align": "left", "baseline": "middle"}
    slant["limit"] = alt.ExprRef(f"narrow ? {TOP['narrow'] - 8} : 200")
    beside: dict[str, Any] = {"align": "right", "baseline": "middle", "yOffset": CELL // 2}
    cell = placed("cells", "top", "column")
    box: dict[str, Any] = {"x": left("datum.column", 0), "x2": left("datum.column", -2, 1), "y2": "end:Q"}
    picked = "(datum.source == one && datum.other == other) || (datum.source == other && datum.other == one)"
    edge = alt.ExprRef("side - 8")
    head = placed("heads", "top", "place")
    layers = [
        head.mark_text(limit=edge, **beside, **name_look).encode(x=alt.value(edge), text="shown:N"),
        head.mark_text(**slant, **name_look).encode(
            x=left("datum.place", 0, 0.5),
            y=alt.value(alt.ExprRef(f"narrow ? {TOP['narrow'] - 8} : {TOP['wide'] - 8}")),
            text="shown:N",
        ),
        head.mark_rect(fill=theme.SHADE).encode(x=left("datum.place", 0), x2=left("datum.place", -2, 1), y2="end:Q"),
        cell.mark_rect(cornerRadius=2, cursor="pointer")
        .encode(
            fill=alt.Fill("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("fill:Q", scale=None),
            tooltip=alt.Tooltip("told:N", title=_("Pair")),
            **box,
        )
        .add_params(alt.selection_point(name="pair", fields=["source", "other"], on="click", clear=False)),
        cell.transform_filter(picked).mark_rect(fillOpacity=0, stroke=text_colour(), strokeWidth=2).encode(**box),
        cell.mark_text(
            fontSize=12, yOffset=alt.ExprRef(f"datum.part > 0 ? {CELL // 2 - 6} : {CELL // 2 - 1}"), **text
        ).encode(x=left("datum.column", -1, 0.5), text="number:N"),
        cell.mark_text(fontSize=10, yOffset=CELL // 2 + 7, **text).encode(
            x=left("datum.column", -1, 0.5), text="parting:N"
        ),
    ]
    params = {
        "side": f"narrow ? {SIDE['narrow']} : {SIDE['wide']}",
        "cell": "min(64, (width - side - (narrow ? 0 : " + str(BEYOND) + ")) / (narrow ? n_narrow : n_wide))",
    }
    return layered(layers, 560, **params)


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
