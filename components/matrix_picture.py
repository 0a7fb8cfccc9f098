"""How the matrix is drawn: where everything stands on a wide and on a narrow screen, and the Altair charts of it.

To build a chart takes longer than all else, so each is built once, on data that has a name and is put in afterwards.
"""

import json
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from components import answers, kept, style, wording
from components.wording import _

WIDE = 680  # pixels of width from which a question stands beside its cells
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


def layout(heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, reasons: pd.DataFrame) -> Layout:
    """Return where the heads of columns, the rows and the answers of a matrix stand, and how they look.

    `heads` has `column` (empty where nobody could be silent in it), and its place and text, wide and narrow; `rows`
    question, section, title and what; `said` one row an answer: question, relation, denies, derived, and its place
    and text, wide and narrow; `reasons` the sign and the reason in words of cells without an answer, by question and
    column.
    """
    for mode in ROOM:
        heads, rows, said = _lay_out(heads, rows, said, mode)
    said = said.join(answers.looks(said["relation"], said["derived"], said["denies"]))
    worst = said.iloc[said["relation"].map(list(style.LOOKS).index).argsort(kind="stable")]
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


def drawn(laid: Layout) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the specifications of the heads of the columns and of the matrix, which stand one above the other."""
    key = ("the matrix without data", laid.columns, wording.language())
    head, body = kept.specs(key, lambda: charts(laid.columns))
    sent = {name: kept.sent(frame) for name, frame in laid.frames.items()}
    heads = sent.pop("heads")
    return (
        {**answers.resized(head, *laid.head), "datasets": {"heads": heads}},
        {**answers.resized(body, *laid.body), "datasets": sent},
    )


def charts(columns: tuple[int, int]) -> tuple[Any, Any]:
    """Return the heads of so many columns, wide and narrow, and the matrix as Altair charts on the frames of `layout`.

    A click on a row selects its `question` under the name `row`.
    """
    wide, narrow = columns
    stacked = narrow < wide  # on a narrow screen the cells of a row are one
    plain: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "lineHeight": LINE}
    plain |= {"color": answers.text_colour(), "fontSize": alt.ExprRef("narrow ? 11 : 12")}
    bold = {**plain, "fontWeight": "bold"}
    start, across = {"x": alt.value(0)}, {"x": alt.value(0), "x2": alt.value("width")}
    cell: dict[str, Any] = {"x": _column("(narrow ? 1 : 3)"), "x2": _column("(narrow ? -1 : -3)", 1)}
    hints = {"event": _("Event"), "what": _("What"), "verdict": _("Verdict")}
    layers = [
        _placed("rows", y="top").mark_rule(color=style.INK, opacity=0.35).encode(**across),
        _placed("sections", y="heading").mark_text(**bold).encode(text="section:N", **start),
        _placed("rows", y="title_y", text="title_words").mark_text(dx=5, **bold).encode(**start),
        _placed("rows", y="what_y", text="what_words").mark_text(dx=5, **plain).encode(**start),
        _placed("full", y="cell", y2="end")
        .transform_filter(f"!narrow || {json.dumps(not stacked)}")
        .mark_rect(fillOpacity=0.14, cornerRadius=3)
        .encode(fill=alt.Fill("colour:N", scale=None), **cell),
        _placed("whole", y="cell", y2="end")
        .transform_filter(f"narrow && {json.dumps(stacked)}")
        .mark_rect(fillOpacity=0.14, cornerRadius=3)
        .encode(fill=alt.Fill("colour:N", scale=None), **across),
        _placed("silent", y="silence").mark_rule(color=style.INK, opacity=0.7).encode(x=_column(8), x2=_column(18)),
        _placed("untold", y="untold")
        .transform_calculate(shown="datum.sign == '' || cell > 88 ? datum.sign + ' ' + datum.reason : datum.sign")
        .transform_filter(f"!narrow || {json.dumps(not stacked)}")
        .mark_text(opacity=0.9, **plain)
        .encode(x=_column(8), text="shown:N"),
        answers.dots(_placed("said", y="shape").encode(x=_column("(beside ? 14 : 10)")), 75),
        _placed("said", y="words_y", text="said").mark_text(**plain).encode(x=_column(f"(beside ? {GLYPH + 7} : 4)")),
        _placed("rows", y="top", y2="bottom")
        .mark_rect(fillOpacity=0, cursor="pointer")
        .encode(tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in hints.items()], **across)
        .add_params(alt.selection_point(name="row", fields=["question"], on="click", clear=False)),
    ]
    params = {
        "side": f"narrow ? 0 : {BESIDE} * width",
        "cell": f"(width - side) / (narrow ? {narrow} : {wide})",
        "beside": f"!narrow || {narrow} == 1",
    }
    head = _placed("heads", y="head", text="head_words").mark_text(**bold).encode(x=_column("(narrow ? 1 : 5)"))
    return answers.framed([head], 0, 0, WIDE, **params), answers.framed(layers, 0, 0, WIDE, **params)


IN_COLUMNS = ("heads", "full", "silent", "untold", "said")
"""The frames whose marks stand in columns."""


def _placed(name: str, *, text: str = "", **heights: str) -> alt.Chart:
    """Return a chart of a frame whose heights, text and column stand twice: for a wide and for a narrow screen."""
    fields = {"words": text, **heights} if text else heights
    if name in IN_COLUMNS:
        fields = {"column": "column", **fields}
    chosen = {field: f"narrow ? datum.{twice}_narrow : datum.{twice}_wide" for field, twice in fields.items()}
    placed = alt.Chart(alt.NamedData(name)).transform_calculate(**chosen)
    placed = placed.encode(y=alt.Y("y:Q", scale=None, axis=None))
    placed = placed.encode(y2="y2:Q") if "y2" in heights else placed
    return placed.encode(text="words:N") if text else placed


def _column(inset: int | str, after: int = 0) -> Any:
    """Return the place of a cell's left edge, or with `after` its right one, moved by some pixels."""
    return alt.value(alt.ExprRef(f"side + (datum.column + {after}) * cell + {inset}"))


def _lay_out(
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
