"""The legend of a chart over years, as HTML: the colours and shapes of what has no name within the chart."""

from collections.abc import Collection
from html import escape

import pandas as pd

from components.charts import theme
from components.figures.series_axes import NARROW, WIDE
from components.figures.source_marks import SHAPES, measure_colours, source_colours, source_shapes


def sources_legend(points: pd.DataFrame, named: Collection[str], wide: int = WIDE) -> str:
    """Return the colours as HTML for those sources that are not `named` in the chart; on small screens for all."""
    chosen = {name: colour for name, colour in source_colours(points).items() if colour != theme.NEUTRAL}
    return _legend(chosen, named, wide)


def measures_legend(points: pd.DataFrame) -> str:
    """Return the colours and shapes of all measures as HTML; nothing for a measure alone."""
    chosen = measure_colours(points)
    return _legend(chosen, (), WIDE) if len(chosen) > 1 else ""


def _legend(chosen: dict[str, str], named: Collection[str], wide: int) -> str:
    shapes = source_shapes(chosen)
    parts = [
        f'<span class="{"narrow" if name in named else ""}"><b style="color:{colour}">'
        f"{SHAPES[shapes.get(name, 'circle')]}</b> {escape(name)}</span>"
        for name, colour in chosen.items()
    ]
    hidden = f"@media(min-width:{wide + 560}px){{.key .narrow{{display:none}}}}" if wide > NARROW else ""
    if wide == NARROW:
        parts = [part for part, name in zip(parts, chosen, strict=True) if name not in named]
    rule = f"<style>.key{{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.8rem}}{hidden}</style>"
    return f'{rule}<div class="key">{"".join(parts)}</div>' if parts else ""
