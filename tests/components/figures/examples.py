"""Examples that several tests of this folder draw on."""

from pathlib import Path

import pandas as pd

import data
from components.figures.points import quantity_points
from components.figures.sections import Section, arrange

CLAIMS = "event,source,attribute,value,unit,period,stated\n"


def rows_of(folder: Path, lines: str, *, gap: str = "20") -> pd.DataFrame:
    """The quantities of a small table set: `lines` are claims, in trade."""
    (folder / "claims.csv").write_text(CLAIMS + lines, encoding="utf-8")
    (folder / "attributes.csv").write_text(
        f"attribute,kind,multiple,label,question,expected_gap,expected_gap_reason\n"
        f"amount,quantity,false,Amount,How much: {{event}}?,{gap},Two ways of counting.\n"
        f"agreement_x,quantity,false,Agreement,How often: {{event}}?,,\n"
        f"change,quantity,false,Change,How much more: {{event}}?,,\n",
        encoding="utf-8",
    )
    (folder / "events.csv").write_text(
        "event,title,topic,scope\ngoods,Goods,trade,bilateral\nvotes,Votes,diplomacy,bilateral\n"
    )
    tables = data.load(folder)
    view = tables.select(data.Selection())
    return quantity_points(view, view.claims)


def arranged(points: pd.DataFrame) -> Section:
    """The figures that some points make."""
    return arrange("trade", points, pd.DataFrame())


SERIES = "".join(
    f"goods,{source},amount,{value},USD,{year},\n"
    for source, values in {
        "a": {2000: 100, 2001: 200, 2002: 300, 2005: 100, 2006: 50},
        "b": {2000: 100, 2001: 400, 2002: 330, 2003: 70, 2006: 0},
        "c": {2000: 105},
    }.items()
    for year, value in values.items()
)
