"""The legend of a chart over years, as HTML: the colour of each root, and the shape of each source or measure."""

from html import escape

import pandas as pd

from components.charts import theme
from components.figures.source_marks import SHAPES, measure_marks
from components.words.i18n import _

_STYLE = """<style>
.key {display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .8rem}
.key b {forced-color-adjust: none}
</style>"""


def sources_legend(points: pd.DataFrame) -> str:
    """Return the sources that have a colour as HTML, root by root; nothing where all are grey."""
    coloured = points[(points["colour"] != theme.NEUTRAL) & points["start"].notna()]
    parts = []
    roots = coloured.groupby("origin", sort=False)
    for origin, group in sorted(roots, key=lambda root: -root[1]["name"].nunique()):
        sources = group.drop_duplicates("name")
        if set(sources["name"]) != {origin}:
            parts.append(f"<span>{escape(str(origin))}{_(': ')}</span>")
        parts += _entries(sources)
    return _legend(parts)


def measures_legend(points: pd.DataFrame) -> str:
    """Return the colours and shapes of all measures as HTML; nothing for a measure alone."""
    measures = points.assign(**measure_marks(points), name=points["label"]).drop_duplicates("name")
    return _legend(_entries(measures)) if len(measures) > 1 else ""


def _entries(rows: pd.DataFrame) -> list[str]:
    return [
        f'<span><b style="color:{colour}">{SHAPES[shape]}</b> {escape(name)}</span>'
        for name, colour, shape in rows[["name", "colour", "shape"]].itertuples(index=False)
    ]


def _legend(parts: list[str]) -> str:
    return f'{_STYLE}<div class="key">{"".join(parts)}</div>' if parts else ""
