"""Examples that several tests of this folder draw on."""

import pandas as pd

import data
from components.charts.answer_rows import answer_rows

MORE = """claim,event,source,attribute,value,unit,period,stated,locator,voice,stance,basis
d1,embassy,a,date,2023-07,,,,p1,,,
d2,embassy,a,date,2023-07,,,,p4,,,
d3,embassy,a,date,2023-12-28,,,,p6,,,
d4,coup,a,date,2022-09,,,,p1,,,
d5,coup,b,date,2022,,,,p1,,,derived
d6,coup,c,date,2022-07,,,,p1,,,
d7,closure,a,date,1996/..,,,,p1,,,
d8,visit,b,date,2024-06-05,,,,p1,,,derived
d9,visit,c,date,2024-06,,,,p1,,,
w1,wagner,b,status,present,,,,p1,,,
w2,wagner,a,status,present,,,,p1,The president,denies,
w3,wagner,a,status,present,,,,p1,Ghana,alleges,
t1,trade,a,amount,3.2e6,USD,2008,,p1,,,
t2,trade,b,amount,~4000000,USD,2008,,p1,,,
t3,trade,a,amount,<25,percent,2009,,p1,,,
t4,trade,a,amount,[200..999],persons,2009,,p1,,,
t5,trade,a,amount,0,persons,2010,,p1,,,
p1,place,a,status,Burkina Faso,,,,p1,,,
p2,place,b,status,Ouagadougou,,,,p1,,,
"""


NAMES = "name,part_of,aliases\nCentre,Burkina Faso,\nOuagadougou,Centre,\nBurkina Faso,,\n"


def asked(tables: data.Tables, question: str) -> pd.Series:
    questions = tables.compare().questions
    return questions[questions["question"] == question].iloc[0]


def told(tables: data.Tables, question: str) -> pd.DataFrame:
    return answer_rows(tables.compare(), asked(tables, question).to_frame().T, tables.select(data.Selection()).claims)
