"""Sources with what is known of them."""

from pathlib import Path

import data
from components.method.sources import source_entries
from tests.app import write_small


def test_sources_with_what_is_known_of_them(tables: data.Tables) -> None:
    assert source_entries(tables, further=False) == [
        (
            "**Encyclopedia**  \n[The encyclopedia article](https://example.org/wiki_%28a%29)",
            "publisher not named · published 28 September 2024 · English",
        ),
        ("**The first report**  \nThe first report", "The Agency · published 5 June 2024 · French"),
        ("**The second report**  \nThe second report", "publisher not named · undated"),
    ]


def test_a_source_with_an_origin_and_a_column_of_its_own(tmp_path: Path) -> None:
    sources = "source,title,published,published_basis,language,origin,colour\na,A,2023-11,derived,xx,wire,blue\n"
    told = source_entries(data.load(write_small(tmp_path, sources=sources)), further=False)[0][1]
    assert told == "publisher not named · published November 2023, as worked out · xx · goes back to wire · blue"


def test_the_sources_of_the_extended_set_are_further_ones(tmp_path: Path) -> None:
    tables = data.load(write_small(tmp_path, sources="source,title,set\na,A,core\nb,B,extended\nc,C,\n"))
    assert [name for name, _facts in source_entries(tables, further=True)] == ["**B**  \nB"]
    assert [name for name, _facts in source_entries(tables, further=False)] == ["**A**  \nA", "**C**  \nC"]
