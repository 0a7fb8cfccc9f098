"""Where everything of the matrix stands, on a wide and on a narrow screen."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.charts import theme
from components.charts.layers import answer_marks

BESIDE = 0.34  # of the width, for the questions there
ROOM = {"wide": 860, "narrow": 350}  # pixels of width for which words are broken into lines
LETTER = 5.7  # pixels of a letter, on average
LINE = 16  # pixels a line of words
GLYPH = 18  # pixels of a shape, beside its words or, on a narrow screen, above them
COLUMNS = ["column_wide", "column_narrow"]
SECTION = 40  # pixels for the heading of a section


@dataclass(frozen=True)
class Layout:
    """Where everything of a matrix stands: frames by name, the number of columns, and heights in pixels.

    Numbers and heights are those of a wide and of a narrow screen.
    """

    frames: Mapping[str, pd.DataFrame]
    columns: tuple[int, int]
    head: tuple[float, float]
    body: tuple[float, float]


def lay_out(heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, reasons: pd.DataFrame) -> Layout:
    """Return where the heads of columns, the rows and the answers of a matrix stand, and how they look.

    `heads` has `column` (empty where nobody could be silent in it), and its place and text, wide and narrow; `rows`
    question, section, title and what; `said` one row an answer: question, relation, denies, derived, and its place
    and text, wide and narrow; `reasons` the sign and the reason in words of cells without an answer, by question and
    column.
    """
    for mode in ROOM:
        heads, rows, said = _lay_out_mode(heads, rows, said, mode)
    said = said.join(answer_marks(said["relation"], said["derived"], said["denies"]))
    worst = said.iloc[said["relation"].map(list(theme.LOOKS).index).argsort(kind="stable")]
    places = [f"{place}_{mode}" for place in ("cell", "end", "silence") for mode in ROOM]
    every = rows[["question", *places]].merge(heads[[*COLUMNS, "column"]], how="cross")
    every = every.merge(worst.drop_duplicates(["question", *COLUMNS])[["question", *COLUMNS, "colour"]], how="left")
    full, empty = every[every["colour"].notna()], every[every["colour"].isna()].drop(columns="colour")
    empty = empty[empty["column"] != ""]
    empty = empty.merge(reasons, how="left", on=["question", "column"]).drop(columns=["question", "column"])
    untold = empty[empty["reason"].notna()]
    return Layout(
        frames={
            "heads": heads,
            "rows": rows,
            "sections": rows[rows["section"] != rows["section"].shift()],
            "full": full.drop(columns=["question", "column"]),
            "whole": rows.merge(worst.drop_duplicates("question")[["question", "colour"]]),
            "silent": empty[empty["reason"].isna()].drop(columns=["sign", "reason"]),
            "untold": untold.assign(**{f"untold_{mode}": untold[f"silence_{mode}"] - 8 for mode in ROOM}),
            "said": said,
        },
        columns=(heads["column_wide"].nunique(), heads["column_narrow"].nunique()),
        head=(_lines(heads, "wide"), _lines(heads, "narrow")),
        body=(float(rows["bottom_wide"].iloc[-1]), float(rows["bottom_narrow"].iloc[-1])),
    )


def _lines(heads: pd.DataFrame, mode: str) -> float:
    return LINE * int(heads[f"head_lines_{mode}"].max()) + 2


def _lay_out_mode(
    heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, mode: str
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return heads, rows and answers with where they stand and their words in lines, each column ending in `mode`."""
    wide, column = mode == "wide", f"column_{mode}"
    columns = heads[column].nunique()
    beside = wide or columns == 1  # shapes stand beside words, else above them
    letter = LETTER if wide else LETTER * 11 / 12
    of_label = int((BESIDE if wide else 1) * ROOM[mode] / letter) - 2
    of_cell = int((ROOM[mode] * (1 - BESIDE if wide else 1) / columns - (GLYPH + 10 if beside else 4)) / letter)
    words, count = _broken(said[f"text_{mode}"], of_cell)
    head_words, head_count = _broken(heads[f"text_{mode}"], of_cell + (4 if beside else 0))
    title, title_count = _broken(rows["title"], of_label)
    what, what_count = _broken(rows["what"], of_label)

    each = count * LINE + (0 if beside else GLYPH) + (said[f"text_{mode}"].str.contains("\n") * 6)
    before = each.groupby([said["question"], said[column]]).cumsum() - each
    inside = (before + each).groupby(said["question"]).max().reindex(rows["question"], fill_value=0).to_numpy()
    label = (title_count + what_count) * LINE
    height = np.maximum(label, inside) + 18 if wide else label + inside + 26
    new = rows["section"] != rows["section"].shift()
    bottom = (height + SECTION * new).cumsum() + 2
    top = bottom - height
    cell = top + 4 if wide else top + label + 10
    starts = said["question"].map(dict(zip(rows["question"], cell, strict=True))) + before + 5
    of_rows = {
        "title_words": title,
        "what_words": what,
        "top": top,
        "bottom": bottom,
        "heading": top - SECTION + 16,
        "title_y": top + 9,
        "what_y": top + 9 + title_count * LINE,
        "cell": cell,
        "end": bottom - 4,
        "silence": cell + 13,
    }
    of_answers = {"said": words, "shape": starts + 8, "words_y": starts + (0 if beside else GLYPH - 2)}
    of_heads = {"head_words": head_words, "head": head_count * 0, "head_lines": head_count}
    suffix = f"_{mode}"
    return (
        heads.join(pd.DataFrame(of_heads).add_suffix(suffix)),
        rows.join(pd.DataFrame(of_rows).add_suffix(suffix)),
        said.join(pd.DataFrame(of_answers).add_suffix(suffix)),
    )


def _broken(texts: pd.Series, letters: int) -> tuple[pd.Series, pd.Series]:
    """Return texts in lines of so many letters, and how many lines each has."""
    letters = max(letters, 4)
    broken = texts.map(lambda text: "\n".join("\n".join(textwrap.wrap(line, letters)) for line in text.split("\n")))
    return broken, broken.str.count("\n") + (broken != "")
