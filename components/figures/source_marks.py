"""The colours and shapes of sources and measures over years: a colour a root, the same in every picture of a page."""

import pandas as pd

from components.charts import theme

SHAPES = {  # shapes of Vega, and as a letter
    "circle": "●",
    "square": "■",
    "triangle-up": "▲",
    "diamond": "◆",
    "triangle-down": "▼",
    "cross": "✚",
}
MOST_COLOURS = 6  # roots with a colour of their own, and sources with a chart; the others are grey, and named in tips
LEAST_POINTS = 3  # of a root that gets a colour, or a source that gets a chart


def root_marks(points: pd.DataFrame) -> pd.DataFrame:
    """Return the colour of each point's root and the shape of its source, as columns `colour` and `shape`.

    Given all points of a page, so that both are the same in each of its pictures. Grey circles are roots with few
    values, and editions that a later one replaces.
    """
    whole = points[points["start"].notna() & ~points["superseded"]]
    counts = whole["root"].value_counts()
    colours = dict(zip(counts[counts >= LEAST_POINTS].head(MOST_COLOURS).index, theme.CATEGORIES, strict=False))
    shapes: dict[tuple[str, str], str] = {}
    for place, root in enumerate(colours):
        sources = whole.loc[whole["root"] == root, "source"].value_counts(sort=True).index
        for number, source in enumerate(sources, place):
            shapes[root, source] = list(SHAPES)[number % len(SHAPES)]
    keys = zip(points["root"], points["source"], strict=True)
    return pd.DataFrame(
        {
            "colour": [
                theme.NEUTRAL if old else colours.get(root, theme.NEUTRAL)
                for root, old in zip(points["root"], points["superseded"], strict=True)
            ],
            "shape": [shapes.get(key, "circle") for key in keys],
        },
        index=points.index,
    )


def coloured_sources(points: pd.DataFrame) -> list[str]:
    """Return the sources with a chart of their own, those with the most points, in the order of their first year."""
    counts = points[points["year"].notna()].groupby("name")["year"].agg(["size", "min"])
    several = counts[counts["size"] >= LEAST_POINTS].sort_values(["size", "min"], ascending=[False, True])
    return [str(name) for name in several.head(MOST_COLOURS).sort_values("min", kind="stable").index]


def measure_marks(points: pd.DataFrame) -> pd.DataFrame:
    """Return the colour and the shape of each measure, by its label; a measure alone is a circle."""
    labels = dict.fromkeys(points["label"])
    shapes = dict.fromkeys(labels, "circle")
    if len(labels) > 1:
        shapes |= dict(zip(labels, SHAPES, strict=False))
    colours = dict(zip(labels, theme.CATEGORIES, strict=False))
    return pd.DataFrame({"colour": points["label"].map(colours), "shape": points["label"].map(shapes)})
