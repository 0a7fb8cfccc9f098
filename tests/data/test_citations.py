"""Sources for reference managers: BibTeX, RIS and CSL-JSON."""

import json

import pandas as pd
import pytest

import data
from data.citations import bibtex, csl_json, ris
from tests.data.inline import small

SOURCES = """
source, title,            publisher, genre,      published,                   url,                  language
a b,    50% & {more}_#1,  A~ Press,  news,       2024-03-05,                  https://x.org/a_b#c,  fr
A-B,    Trade,            ,          statistics, 2023/2024-06,                ,
c,      ,                 ,          official,   2023~,                       ,
"""


@pytest.fixture(scope="module")
def sources() -> pd.DataFrame:
    return small("event, source, attribute, value\n e, c, n, 1", sources=SOURCES).sources


def test_bibtex(sources: pd.DataFrame) -> None:
    assert (
        bibtex(sources)
        == r"""@article{a-b,
  title = {50\% \& \{more\}\_\#1},
  publisher = {A\textasciitilde{} Press},
  date = {2024-03-05},
  url = {https://x.org/a_b#c},
  langid = {fr},
}

@dataset{A-B-2,
  title = {Trade},
  date = {2023/2024-06},
}

@report{c,
  title = {c},
  date = {2023~},
}
"""
    )


def test_ris(sources: pd.DataFrame) -> None:
    first, second, third, rest = ris(sources).split("ER  - \r\n\r\n")
    assert first.split("\r\n")[:-1] == [
        "TY  - NEWS", "ID  - a b", "TI  - 50% & {more}_#1", "PB  - A~ Press", "PY  - 2024", "DA  - 2024/03/05",
        "UR  - https://x.org/a_b#c", "LA  - fr",
    ]  # fmt: skip
    assert second.split("\r\n")[-3:-1] == ["PY  - 2023", "DA  - 2023//"]
    assert third.split("\r\n")[:-1] == ["TY  - RPRT", "ID  - c", "TI  - c"]
    assert rest == ""


def test_csl_json(sources: pd.DataFrame) -> None:
    first, second, third = json.loads(csl_json(sources))
    assert first == {
        "id": "a b", "type": "article-newspaper", "title": "50% & {more}_#1", "publisher": "A~ Press",
        "URL": "https://x.org/a_b#c", "language": "fr", "issued": {"date-parts": [[2024, 3, 5]]},
    }  # fmt: skip
    assert second["issued"] == {"date-parts": [[2023], [2024, 6]]}
    assert third["issued"] == {"literal": "2023~"}


def test_every_source_of_the_shipped_set_is_in_each() -> None:
    sources = data.load().sources
    assert bibtex(sources).count("\n@") + 1 == len(sources)
    assert ris(sources).count("\r\nER  - \r\n") == len(sources)
    assert [item["id"] for item in json.loads(csl_json(sources))] == sources["source"].tolist()
