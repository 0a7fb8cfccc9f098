"""What a later edition of a data set says differently: a finding for each pair of editions, and never a verdict."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

import data
from components.charts.axes import number_axis, time_ticks
from components.charts.draw import Picture
from components.charts.draw import draw as draw_chart
from components.charts.templates import template
from components.charts.word_rows import heights
from components.compare import linked_table
from components.shell import citation
from components.words import format, markdown
from components.words.i18n import _, language
from components.words.names import source_names
from components.words.questions import question_text, question_texts
from data import values

LEAST = 4  # revised numbers of one thing that are worth a picture
HEIGHT = 190  # pixels


def draw(view: data.View) -> None:
    """Draw each pair of editions that differ: how much in words, the most revised in a picture, all as a table."""
    tables = view.found.tables
    revisions = _cached_revisions(view.found, language())
    if not revisions:
        return
    st.header(_("Revised by a later edition"))
    st.markdown(
        _(
            "A finding, not a verdict: of two editions of one data set the earlier is shown, but counted nowhere where "
            "the later answers too. The revision is news about the data set, no dispute between witnesses."
        ),
        width=760,
    )
    names = source_names(tables)
    for revision in revisions:
        with st.container(border=True, gap="small"):
            st.markdown(markdown.escape(revision.told), width=760)
            if revision.drawn:
                shown = _("{what}: earlier edition as a ring, later edition as a dot", what=revision.what)
                st.caption(markdown.escape(shown))
                editions = [names[revision.older], names[revision.newer]]
                drawn = revision.drawn.with_credit(citation.credit(tables, f"{shown}.", editions, citation.here()))
                draw_chart(drawn, alt=f"{shown}. {revision.told}", key=f"revised_{revision.key}")
            key = f"revisions_{revision.key}"
            with st.expander(_("What was revised, as a table"), key=key, on_change="rerun") as opened:
                if opened.open:
                    linked_table.draw_frame(readers_table(tables, revision.changed), key, revision.told)


@dataclass(frozen=True, eq=False)
class _Revision:
    """How two editions differ: in words, all that was changed, and the thing of which most was, with its picture."""

    older: str
    newer: str
    told: str
    changed: pd.DataFrame
    what: str
    drawn: Picture | None

    @property
    def key(self) -> str:
        return f"{self.older}_{self.newer}"


@lru_cache(maxsize=8)
def _cached_revisions(found: data.Comparison, _language: str) -> list[_Revision]:
    """Return the pairs of editions that differ, those that do most first."""
    pairs = found.revisions[found.revisions["differ"] > 0].sort_values("differ", ascending=False, kind="stable")
    revisions = []
    for pair in pairs.to_dict("records"):
        changed = revised(found, pair["older"], pair["newer"])
        told = sentence(found, pair)
        rows = most_revised(changed)
        drawn = (_label(found.tables, rows), picture(rows)) if len(rows) >= LEAST else ("", None)
        revisions.append(_Revision(pair["older"], pair["newer"], told, changed, *drawn))
    return revisions


def revised(found: data.Comparison, older: str, newer: str) -> pd.DataFrame:
    """Return the rows of `Comparison.revised` of one pair of editions."""
    rows: pd.DataFrame = found.revised
    return rows.loc[(rows["older"] == older) & (rows["newer"] == newer)].reset_index(drop=True)


def most_revised(changed: pd.DataFrame) -> pd.DataFrame:
    """Return the revised numbers of the thing, with a time, of which most were revised; of equals the widest."""
    numbers = changed[(changed["kind"] == "quantity") & changed["low"].notna()]
    if numbers.empty:
        return numbers
    things = numbers.groupby(["event", "attribute", "unit"])
    return max((rows for _thing, rows in things), key=_weight)


def _weight(rows: pd.DataFrame) -> tuple[int, float]:
    """Return how much revised numbers weigh: how many they are, and the widest gap beside what stood there before."""
    return len(rows), float((rows["gap"] / rows["older_high"].abs().clip(lower=1)).max())


def _label(tables: data.Tables, rows: pd.DataFrame) -> str:
    labels = tables.attributes.set_index("attribute")["label"]
    return str(labels[rows["attribute"].iloc[0]])


def sentence(found: data.Comparison, pair: dict[Any, Any]) -> str:
    """Return how many answers a later edition revised, of which time, and how widely at most."""
    names = source_names(found.tables)
    told = _(
        "{newer}, beside {older}: {differ} of {n} answer revised",
        "{newer}, beside {older}: {differ} of {n} answers revised",
        newer=names[pair["newer"]],
        older=names[pair["older"]],
        differ=int(pair["differ"]),
        n=int(pair["questions"]),
    )
    if not pd.isna(pair["first"]):
        first, last = (values.write_date(day, day)[:-6] for day in (pair["first"], pair["last"]))
        told = _("{told}, {time}", told=told, time=format.date(f"{first}/{last}"))
    apart = revised(found, pair["older"], pair["newer"])
    apart = apart[apart["gap"] > 0].reset_index(drop=True)
    if apart.empty:
        return f"{told}."
    alike = most_revised(apart)
    alike = apart if alike.empty else alike
    widest = alike.to_dict("records")[int(alike["gap"].argmax())]
    return _(
        "{told}. The widest: {what}, {older} in the earlier, {newer} in the later.",
        told=told,
        what=question_text(found.tables, pd.Series(widest)).rstrip("? \u202f"),
        older=format.values(widest["older_value"], widest["kind"], widest["unit"]),
        newer=format.values(widest["newer_value"], widest["kind"], widest["unit"]),
    )


def readers_table(tables: data.Tables, changed: pd.DataFrame) -> pd.DataFrame:
    """Return what was revised as a table for readers: question, asked, and what the two editions say."""
    told = {
        head: [
            format.values(value, kind, unit)
            for value, kind, unit in changed[[column, "kind", "unit"]].itertuples(index=False)
        ]
        for head, column in ((_("Earlier edition"), "older_value"), (_("Later edition"), "newer_value"))
    }
    asked = changed["question"].map(question_texts(tables, changed.drop_duplicates("question")))
    return pd.DataFrame({"question": changed["question"], "asked": asked, **told})


def picture(rows: pd.DataFrame) -> Picture:
    """Return revised numbers of one thing by their time: a ring for the earlier edition, joined to the later's dot."""
    drawn = pd.DataFrame(
        {
            "x": (rows["low"] + rows["high"]) / 2,
            "older": (rows["older_low"] + rows["older_high"]) / 2,
            "newer": (rows["newer_low"] + rows["newer_high"]) / 2,
        }
    )
    ends = pd.DataFrame({"low": drawn[["older", "newer"]].min(axis=1), "high": drawn[["older", "newer"]].max(axis=1)})
    axis = number_axis(ends, str(rows["unit"].iloc[0]))
    ticks = time_ticks(float(rows["low"].min()), float(rows["high"].max()))
    params = {
        "ticks": list(ticks),
        "labels": list(ticks.values()),
        "first": float(rows["low"].min()) - 60,
        "last": float(rows["high"].max()) + 60,
        "low": axis.low,
        "high": axis.high,
        "marks": list(axis.ticks),
        "words": list(axis.ticks.values()),
        "title": axis.title,
        **heights(HEIGHT, HEIGHT),
    }
    return Picture.of(_template(), {"revised": drawn}, params, HEIGHT)


@template
def _template() -> dict[str, Any]:
    from components.compare import revisions_template

    return revisions_template.revisions()
