"""Examples that several tests of this folder draw on."""

import pandas as pd

import data


def row(tables: data.Tables, question: str) -> pd.Series:
    questions = data.compare(tables)
    return questions[questions["question"] == question].iloc[0]
