"""Examples that several tests of this folder draw on."""

from xml.etree import ElementTree

import pytest

import data

MANY = "event,source,attribute,value,origin\n" + "".join(
    f"coup,{source},date,{value},{origin}\n"
    for source, value, origin in (
        ("a", "2022-09", ""),
        ("b", "2022-09", ""),
        ("c", "2022-09", "wire"),
        ("d", "2022-09", "wire"),
        ("e", "2022-07", ""),
    )
)
"""Five sources, four origins: three on September, one on July; without `e` all agree."""


def tables_of(folder: pytest.TempPathFactory, claims: str) -> tuple[data.Tables, data.View]:
    path = folder.mktemp("discrepancies")
    path.joinpath("claims.csv").write_text(claims, encoding="utf-8")
    tables = data.load(path)
    return tables, tables.select(data.Selection())


LISTED = """claim,event,source,attribute,value,unit,period,stated,locator,voice,stance,basis
m1,wagner,a,hirer,the crowd,,,,p1,Ghana,alleges,
m2,wagner,a,hirer,the crowd,,,,p1,The president,denies,
m3,wagner,b,hirer,the crowd,,,,p1,,,
m4,visit,b,offer,grain,,2024,,p1,,announces,
m5,visit,c,offer,grain,,2024,,p2,,announces,
m6,coup,a,date,2022-09,,,,p1,,,
m7,coup,b,date,2022,,,,p1,,,derived
m8,coup,b,date,2022-09,,,,p2,,,
m9,coup,c,date,2022-07,,,,p1,,,
m10,embassy,a,status,open,,,,p1,,,
m11,embassy,b,status,open,,,,p1,The president,denies,
"""


ATTRIBUTES = """attribute,kind,multiple,label,question
date,date,,Date,When did it happen: {event}?
hirer,name,true,Hired by,Who hired them: {event}?
offer,name,true,What was offered,
status,name,,State,
"""


def table_of(html: str) -> list[list[str]]:
    """Return the words of an HTML table, row by row, cell by cell."""
    rows = ElementTree.fromstring(html.replace("<br>", "<br/>")).iter("tr")
    return [["".join(cell.itertext()) for cell in row] for row in rows]


def everything(tables: data.Tables, topics: tuple[str, ...] = ()) -> data.View:
    return tables.select(data.Selection(topics=topics))
