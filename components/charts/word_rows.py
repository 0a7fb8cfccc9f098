"""Rows of words with marks beneath them, in pixels: where each stands, and how high all are, wide and narrow."""

import textwrap

import numpy as np
import pandas as pd

LINE = 17  # pixels a line of words
NARROW = 480  # pixels of width below which words are broken into lines
LETTER = 7  # pixels of a letter, at most on the average
LETTERS = 52  # letters that a line holds there


def stack_rows(texts: pd.Series, letters: int, row: float, top: float) -> pd.DataFrame:
    """Return where rows of words stand below each other, in pixels from the top.

    Columns: `caption`, `broken` (in lines of so many letters), `top` and `bottom`, and by how much a narrow chart, in
    which the words are broken, moves the top (`shift`) and the bottom (`grown`).
    """
    broken = texts.map(lambda text: "\n".join(textwrap.wrap(text, letters)))
    more = LINE * broken.str.count("\n")
    bottom = top + row * np.arange(1, len(texts) + 1)
    place = {"caption": texts, "broken": broken, "top": bottom - row, "bottom": bottom}
    return pd.DataFrame({**place, "shift": more.cumsum() - more, "grown": more.cumsum()})


def heights(wide: float, narrow: float) -> dict[str, float]:
    """Return the parameters for the height of a chart in pixels, where there is room and on a narrow screen."""
    return {"wide_height": wide, "narrow_height": narrow}


def wide_from(texts: pd.Series, least: float = NARROW) -> dict[str, float]:
    """Return the parameter for the width of a chart from which its captions, `texts`, are not broken into lines.

    Less would not hold the longest: a chart gives way to words that are wider than it is, until it is narrow and breaks
    them; then it has its width again, and so on without end.
    """
    return {"wide_from": max(least, LETTER * float(texts.str.len().max()))}
