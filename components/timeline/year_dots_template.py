"""What the chart of `year_dots` looks like."""

from typing import Any

import altair as alt

from components.charts import theme
from components.timeline.year_dots import STEP
from components.words.i18n import _


def year_dots() -> dict[str, Any]:
    """Return the template of the small timeline."""
    room = f"min({STEP - 2}, 0.92 * width / (last - first), 0.92 * height / most)"
    span = alt.Scale(domain=[alt.ExprRef("first"), alt.ExprRef("last")])
    pile = alt.Scale(domain=[-0.5, alt.ExprRef("most - 0.5")])
    dots = (
        alt.Chart(alt.NamedData("dates"))
        .mark_point(filled=True, opacity=1, size={"expr": f"pow({room}, 2) * 0.9"}, strokeWidth=0)
        .encode(
            x=alt.X("year:Q", title=None, scale=span, axis=alt.Axis(format="d", grid=False)),
            y=alt.Y("place:Q", axis=None, scale=pile),
            color=alt.Color("verdict:N", scale=_scale("colour"), legend=None),
            shape=alt.Shape("verdict:N", scale=_scale("vega"), legend=None),
            tooltip=[
                alt.Tooltip("title:N", title=_("Event")),
                alt.Tooltip("date:N", title=_("Date")),
                alt.Tooltip("label:N", title=_("Verdict")),
            ],
        )
    )
    return theme.with_altair_theme(dots)


def _scale(part: str) -> alt.Scale:
    """Return the scale from each verdict to a part of its look."""
    return alt.Scale(domain=list(theme.LOOKS), range=[getattr(look, part) for look in theme.LOOKS.values()])
