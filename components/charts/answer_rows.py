"""The answers to questions as rows to draw: the words, the ends and the look of each, and what they share."""

from collections.abc import Mapping

import pandas as pd

import data
from components.charts import theme
from components.charts.axes import LabelledRange
from components.words import format
from components.words.answers import answer_caption, interval_text
from components.words.i18n import _, word
from components.words.names import source_names
from data import values
from data.positions import shared_part

OUTLINE = 1.4  # pixels of the line of a shape that is an outline
_CIRCLE = "M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1ZM0,-.7A.7,.7,0,1,0,0,.7A.7,.7,0,1,0,0,-.7Z"
DENIAL = f"{_CIRCLE}M-.45,-.7L.7,.45L.45,.7L-.7,-.45Z"
"""The shape of a denial: a circle that is crossed out."""


def answer_rows(found: data.Comparison, questions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each different answer of each source to the questions, the earliest or least first.

    Columns: question, source, value, caption (who says what), low, high, point (one day, or a number with or without
    its rounding), derived, denies, superseded (a later edition answers instead), relation (a verdict).
    """
    names, members = source_names(found.tables), questions.set_index("question")["member"]
    claims = claims[claims["question"].isin(questions["question"])]
    claims = claims.assign(relation=found.claim_verdicts(claims))
    keys = [
        "question",
        "source",
        "voice",
        "stance",
        "value",
        "unit",
        "kind",
        "low",
        "high",
        "denies",
        "relation",
        "superseded",
    ]
    rows = claims.groupby(keys, sort=False).agg(derived=("is_derived", "all")).reset_index()
    rows = rows.sort_values(["superseded", "denies", "low", "high", "source"], kind="stable", ignore_index=True)
    captions = [answer_caption(row, names, listed=members[row["question"]] != "") for row in rows.to_dict("records")]
    exact = (rows["kind"] == "date") & (rows["low"] == rows["high"])
    number = (rows["kind"] == "quantity") & ~rows["value"].str.match(r"[\[<>]")
    return rows.assign(caption=captions, point=exact | number)


def answer_marks(relation: pd.Series, derived: pd.Series, denies: pd.Series) -> pd.DataFrame:
    """Return how answers are drawn: colour, shape, whether solid (stated) or an outline (derived), and its line."""
    found = relation.map(theme.LOOKS)
    shape = found.map(lambda look: look.vega)
    shape = shape.where(~derived, found.map(lambda look: look.vega_hollow)).where(~denies, DENIAL)
    outline = derived & ~denies
    return pd.DataFrame(
        {
            "colour": found.map(lambda look: look.colour),
            "shape": shape,
            "solid": (~outline).astype(float),
            "line": outline * OUTLINE,
        }
    )


def gap_range(question: pd.Series) -> LabelledRange | None:
    """Return the gap of a question: where it lies, and how wide it is in words; nothing where answers meet."""
    words = format.gap(question["gap"], question["kind"], question["unit"], question["gap_pct"])
    return LabelledRange(float(question["gap_from"]), float(question["gap_to"]), words) if words else None


def shared_range(question: pd.Series, rows: pd.DataFrame) -> LabelledRange | None:
    """Return the part that all answers share, in words too; nothing for a lone answer, or where they clash."""
    part = shared_part(question)
    if (~rows["superseded"]).sum() < 2 or part is None:
        return None
    text = values.write_date(*part) if question["kind"] == "date" else values.write_quantity(*part)
    words = interval_text(text, question["kind"], question["unit"])
    return LabelledRange(*part, _("All answers meet: {part}", part=words))


def name_heading(name: str, wholes: Mapping[str, str]) -> str:
    """Return a name as it stands above those who give it, with the whole of which it is a part."""
    if name not in wholes:
        return word(name)
    return _("{name}, part of {whole}", name=word(name), whole=word(wholes[name]))
