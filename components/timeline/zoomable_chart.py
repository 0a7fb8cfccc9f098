"""The timeline as a Plotly chart that is dragged and zoomed, for readers who ask for it."""

from html import escape

import pandas as pd
import streamlit as st

from components.charts import theme
from components.shell import page_hooks, state
from components.timeline import controls
from components.timeline.marks import colours, date_words, named_days, strength
from components.words import labels
from components.words.i18n import _

MILLISECONDS = 86_400_000  # of a day
ROW = 42  # pixels of a lane


def draw(answers: pd.DataFrame, lanes: dict[str, str], alt: str) -> None:
    """Draw the blocks of answers in lanes; a click on one opens its event."""
    import plotly.graph_objects as go  # slow, and sent to the browser, so only where it is asked for

    low, high = named_days(answers)
    shown = {lane: escape(name, quote=False) for lane, name in lanes.items()}  # Plotly takes texts for HTML
    words = pd.Series(date_words(answers["low"], answers["high"]), index=answers.index)
    bars = go.Bar(
        base=low.to_numpy().astype("datetime64[D]"),
        x=(high - low + 1) * MILLISECONDS,
        y=answers["lane"].map(shown),
        orientation="h",
        width=0.6,
        marker={"color": colours(answers["verdict"]), "opacity": strength(answers["n_origins"])},
        text=answers["verdict"].map({verdict: look.glyph for verdict, look in theme.LOOKS.items()}),
        textposition="outside",
        customdata=answers["event"],
        hovertext=answers["title"].map(lambda title: escape(title, quote=False))
        + "<br>"
        + words
        + "<br>"
        + answers["verdict"].map(labels.verdict),
        hoverinfo="text",
    )
    figure = theme.with_plotly_theme(go.Figure(bars))
    names = list(dict.fromkeys(shown.values()))
    figure.update_layout(height=ROW * len(names) + 90, barmode="overlay")
    figure.update_xaxes(type="date", rangeslider={"visible": True, "thickness": 0.08})
    figure.update_yaxes(categoryorder="array", categoryarray=names[::-1], fixedrange=True)
    key = f"timeline_zoomed_{st.session_state.get(controls.DRAWN, 0)}"
    page_hooks.colour_plotly_text("timeline_zoom")
    with st.container(key="timeline_zoom"):
        st.plotly_chart(
            figure, key=key, on_select=lambda: _clicked(key), selection_mode="points",
            config={**theme.PLOTLY_CONFIG, "scrollZoom": True}, alt=alt,
        )  # fmt: skip
    st.caption(_("Drag to move, turn the wheel or drag in the strip to zoom; a click opens an event."))


def _clicked(key: str) -> None:
    for point in st.session_state[key].selection.get("points", []):
        state.put(controls.EVENT, str(point["customdata"]))
