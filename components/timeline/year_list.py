"""Dated events as a list by year, with the same blocks as the picture: for narrow screens, the keyboard and print."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.charts import theme
from components.timeline.axis import TimeAxis
from components.timeline.marks import colours, named_days, strength
from data import values

STYLE = """<style>
.years h3 {font-size: 1rem; margin: 1rem 0 .2rem; padding: 0}
.years ol {list-style: none; margin: 0; padding: 0}
.years li {display: grid; grid-template-columns: minmax(0, 22rem) 1fr; gap: 0 1rem; padding: .3rem 0; margin: 0;
  border-top: 1px solid rgba(128, 134, 140, .25)}
.years a {color: inherit; font-weight: 600; min-height: 24px}
.years small {display: block; opacity: .85}
.years .line {position: relative; height: 16px; margin: .25rem 0; align-self: center;
  background: linear-gradient(rgba(128, 134, 140, .3), rgba(128, 134, 140, .3)) center / 100% 1px no-repeat}
.years .line i {position: absolute; height: 14px; top: 1px; min-width: 4px; border-radius: 1px;
  print-color-adjust: exact; forced-color-adjust: none}
@media (max-width: 640px) {.years li {grid-template-columns: 1fr}}
</style>"""


@dataclass(frozen=True)
class Line:
    """An event of the list: the year under which it stands, its title and dates in words, and its blocks as HTML."""

    year: str
    event: str
    title: str
    words: str
    blocks: str


def lines(events: pd.DataFrame, answers: pd.DataFrame, said: dict[str, str], axis: TimeAxis) -> list[Line]:
    """Return events in the order of time, each under the year of the first day that is named.

    `answers` are their blocks (see `marks.blocks`), `said` their dates in words by event.
    """
    years = values.write_dates(events["first"], events["first"]).str[:-6]
    low, high = named_days(answers)
    left, right = 100 * axis.place(low), 100 * axis.place(high + 1)
    looks = zip(left, right, colours(answers["verdict"]), strength(answers["n_origins"]), strict=True)
    blocks: dict[str, str] = {}
    for event, (start, end, colour, fill) in zip(answers["event"], looks, strict=True):
        block = f'<i style="left:{start:.2f}%;width:{end - start:.2f}%;background:{colour};opacity:{fill:.2f}"></i>'
        blocks[event] = blocks.get(event, "") + block
    first = events.assign(year=years.to_numpy()).drop_duplicates(["year", "event"])
    return [
        Line(year, event, title, f"{theme.verdict_name(verdict)} · {said.get(event, '')}", blocks[event])
        for year, event, title, verdict in first[["year", "event", "title", "verdict"]].itertuples(index=False)
    ]


def draw(listed: list[Line]) -> None:
    """Draw the lines under their years, each a link that opens its event."""
    held = {key: st.query_params.get_all(key) for key in st.query_params if key != "event"}
    years: dict[str, list[Line]] = {}
    for line in listed:
        years.setdefault(line.year, []).append(line)
    parts = [STYLE, '<div class="years">']
    for year, group in years.items():
        parts.append(f"<h3>{escape(year)}</h3><ol>")
        for line in group:
            link = "?" + urlencode({**held, "event": line.event}, doseq=True)
            parts.append(
                f'<li><div><a href="{escape(link)}" target="_self">{escape(line.title)}</a>'
                f"<small>{escape(line.words)}</small></div>"
                f'<div class="line" aria-hidden="true">{line.blocks}</div></li>'
            )
        parts.append("</ol>")
    st.html("".join([*parts, "</div>"]))
