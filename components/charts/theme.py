"""How things look: one colour, shape and word a verdict, and what charts share. The theme is in the settings.

Streamlit draws in the reader's browser, and does not say for sure whether it is light or dark there. So a mark has
one colour that stands out on both backgrounds, text in charts is left to the theme, and text elsewhere names a colour
of the theme (`red`, `blue`, …), which the theme gives twice.
"""

from dataclasses import dataclass
from html import escape
from typing import Any

from components.words import labels

FONT = '"Source Sans", "Source Sans 3", system-ui, sans-serif'
NEUTRAL = "#7B8288"
"""Lines and brackets that belong to no verdict, on either background."""
SHADE = "rgba(128, 134, 140, 0.14)"
"""A background behind marks: a period, a band, a part on which all agree."""
FONT_SIZES = {"title": 16, "label": 13, "tick": 12, "note": 12}
"""The type scale within charts, in pixels; headings and text outside are in the theme."""
CATEGORIES = (
    "#2E6F9E",
    "#C0610F",
    "#00855A",
    "#B03A9E",
    "#8A7A1E",
    "#C2455A",
    "#6A62C4",
    "#0E8C94",
    "#8C6F5A",
    "#75808A",
)
"""Ten colours for what is no verdict, such as sources; the same as `chartCategoricalColors` of the theme."""
PLOTLY_CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False, "responsive": True}


@dataclass(frozen=True)
class Look:
    """How a verdict is drawn: its colour, the theme's name for it, and its shape as a letter and in Vega."""

    colour: str
    theme: str
    glyph: str
    vega: str

    @property
    def vega_hollow(self) -> str:
        """The shape whose outline Vega draws for what was derived."""
        return self.vega.removesuffix(_CORE)


_CROSS = "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z"
_RING = "M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1ZM0,-.72A.72,.72,0,1,0,0,.72A.72,.72,0,1,0,0,-.72Z"
_CORE = "M0,-.34A.34,.34,0,1,1,0,.34A.34,.34,0,1,1,0,-.34Z"
LOOKS = {
    "self-contradiction": Look("#B03A9E", "violet", "◆", "diamond"),
    "conflict": Look("#B84A16", "red", "✕", _CROSS),
    "disputed": Look("#BD7E00", "orange", "▲", "triangle-up"),
    "sole source": Look("#85898E", "gray", "◉", _RING + _CORE),
    "agree": Look("#2E6F9E", "blue", "●", "circle"),
    "compatible": Look("#00855A", "green", "■", "square"),
}
"""Verdict → its look; derived from the colours of Okabe and Ito, and told apart by shape alone too.

No shape is an outline, not even of the quietest: an outline alone means that a date was derived."""


def badge(verdict: str) -> str:
    """Return Markdown for a verdict: its shape and its word on its tint."""
    look = LOOKS[verdict]
    return f":{look.theme}-badge[{look.glyph} {labels.verdict(verdict)}]"


def verdict_name(verdict: str) -> str:
    """Return a verdict's shape and word as plain text, for options, axes and tables."""
    return f"{LOOKS[verdict].glyph} {labels.verdict(verdict)}"


def verdict_html(verdict: str) -> str:
    """Return HTML for a verdict: its shape in its colour, and its word in that of the text."""
    look = LOOKS[verdict]
    return (
        f'<strong class="verdict"><span aria-hidden="true" style="color:{look.colour}">{look.glyph}</span> '
        f"{escape(labels.verdict(verdict))}</strong>"
    )


def with_altair_theme(chart: Any) -> dict[str, Any]:
    """Return an Altair chart in the dashboard's type and lines as a specification of Vega-Lite.

    The colours of text and axes follow the reader's theme. That it is valid is told by a test: to look at each run
    takes a quarter of the time of making it.
    """
    themed = chart.configure(  # at once: Altair copies the whole chart each time
        font=FONT,
        padding={"left": 0, "right": 4, "top": 4, "bottom": 0},
        view={"stroke": None},
        mark={"aria": False},  # the whole has a sentence; marks that are empty would have no name at all
        legend={"aria": False},
        axis={
            "aria": False,  # Vega tells of axes in English only
            "labelFontSize": FONT_SIZES["tick"],
            "titleFontSize": FONT_SIZES["label"],
            "titleFontWeight": "normal",
            "ticks": False,
            "labelPadding": 6,
        },
        title={"fontSize": FONT_SIZES["title"], "anchor": "start"},
    )
    made: dict[str, Any] = themed.to_dict(validate=False)
    return made


def with_plotly_theme(figure: Any) -> Any:
    """Return a Plotly figure in the dashboard's type and lines; colours of text and axes follow the reader's theme."""
    return figure.update_layout(
        font={"family": FONT, "size": FONT_SIZES["label"]},
        margin={"l": 0, "r": 8, "t": 8, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"font": {"family": FONT, "size": FONT_SIZES["label"]}},
        showlegend=False,
        dragmode="pan",
    )
