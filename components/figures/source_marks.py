"""The colours and shapes of sources and measures over years."""

import pandas as pd

from components.charts import theme

SHAPES = {  # shapes of Vega, and as a letter: whatever has a colour has its own
    "circle": "●",
    "square": "■",
    "triangle-up": "▲",
    "diamond": "◆",
    "triangle-down": "▼",
    "cross": "✚",
}
MOST_COLOURS = 6  # sources with a colour of their own; the others are grey here, and named in tips and panels
LEAST_POINTS = 3  # of a source that gets a colour or a panel of its own


def coloured_sources(points: pd.DataFrame) -> list[str]:
    """Return the sources that get a colour: those with the most points, in the order of their first year."""
    counts = points[points["year"].notna()].groupby("name")["year"].agg(["size", "min"])
    several = counts[counts["size"] >= LEAST_POINTS].sort_values(["size", "min"], ascending=[False, True])
    return [str(name) for name in several.head(MOST_COLOURS).sort_values("min", kind="stable").index]


def source_colours(points: pd.DataFrame) -> dict[str, str]:
    """Return a colour for each source's name; grey where it has too few points to follow."""
    chosen = dict(zip(coloured_sources(points), theme.CATEGORIES, strict=False))
    return {str(name): chosen.get(str(name), theme.NEUTRAL) for name in points["name"].unique()}


def source_shapes(chosen: dict[str, str]) -> dict[str, str]:
    """Return the shape of each name that has a colour, and a circle for the grey ones; none for a name alone."""
    coloured = [name for name, colour in chosen.items() if colour != theme.NEUTRAL]
    shapes = dict(zip(coloured, SHAPES, strict=False))
    return {name: shapes.get(name, "circle") for name in chosen} if len(coloured) > 1 else {}


def measure_colours(points: pd.DataFrame) -> dict[str, str]:
    """Return a colour for each measure by its label."""
    return dict(zip(dict.fromkeys(points["label"]), theme.CATEGORIES, strict=False))
