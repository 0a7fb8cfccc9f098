"""Dated events as a list by year, with the same blocks as the picture: for narrow screens, the keyboard and print."""

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


def draw(events: pd.DataFrame, answers: pd.DataFrame, said: dict[str, str], axis: TimeAxis) -> None:
    """Draw events in the order of time, under the year of the first day that is named, each a link that opens it.

    `answers` are their blocks (see `marks.blocks`), `said` their dates in words by event.
    """
    held = {key: st.query_params.get_all(key) for key in st.query_params if key != "event"}
    years = values.write_dates(events["first"], events["first"]).str[:-6]
    low, high = named_days(answers)
    marked = answers.assign(
        left=100 * axis.place(low),
        wide=100 * (axis.place(high + 1) - axis.place(low)),
        colour=colours(answers["verdict"]),
        fill=strength(answers["n_origins"]),
    )
    of = dict(list(marked.groupby("event")))
    parts = [STYLE, '<div class="years">']
    for year, group in events.groupby(years.to_numpy(), sort=False):
        parts.append(f"<h3>{escape(str(year))}</h3><ol>")
        for event in group.drop_duplicates("event").to_dict("records"):
            link = "?" + urlencode({**held, "event": event["event"]}, doseq=True)
            words = f"{theme.verdict_name(event['verdict'])} · {said.get(event['event'], '')}"
            blocks = "".join(
                f'<i style="left:{row.left:.2f}%;width:{row.wide:.2f}%;background:{row.colour};'
                f'opacity:{row.fill:.2f}"></i>'
                for row in of[event["event"]].itertuples()
            )
            parts.append(
                f'<li><div><a href="{escape(link)}" target="_self">{escape(event["title"])}</a>'
                f'<small>{escape(words)}</small></div><div class="line" aria-hidden="true">{blocks}</div></li>'
            )
        parts.append("</ol>")
    st.html("".join([*parts, "</div>"]))
