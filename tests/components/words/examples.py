"""Examples that several tests of this folder draw on."""

import pandas as pd

import data


def row(tables: data.Tables, question: str) -> pd.Series:
    questions = tables.compare().questions
    return questions[questions["question"] == question].iloc[0]
