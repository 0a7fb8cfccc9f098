"""What is known of a source."""

from pathlib import Path

import pytest

import data
from components.words.sources import host, origins_sentence, source_facts


@pytest.fixture
def tables(small: Path) -> data.Tables:
    return data.load(small)


def test_each_fact_has_its_name_and_what_is_not_known_is_said(tables: data.Tables) -> None:
    assert source_facts(tables, "b") == {
        "Publisher": "The Agency",
        "Published": "5 June 2024",
        "Kind": "not named",
        "Address": "",
    }
    assert source_facts(tables, "c")["Published"] == "not known"


def test_an_address_is_called_by_its_server_or_as_it_stands() -> None:
    assert host("https://example.org/wiki_(a)") == "example.org"
    assert host("http://[") == "http://["


def test_to_which_origins_its_claims_go_back(tables: data.Tables) -> None:
    assert origins_sentence(tables, tables.claims, "a") == "It names no other origin for what it says."
    told = "Its 4 claims go back to their origins: 3 to itself and 1 to wire."
    assert origins_sentence(tables, tables.claims, "b") == told
