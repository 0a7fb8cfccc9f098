"""What sources and places are called."""

from pathlib import Path

import data
from components.words.names import column_head, source_names, subject
from tests.app import SMALL, write_small


def test_a_source_is_called_by_its_label_else_by_its_title(tables: data.Tables) -> None:
    names = {"a": "Encyclopedia", "b": "The first report", "c": "The second report"}
    assert source_names(tables) == names


def test_without_a_column_of_labels_titles_serve(tmp_path: Path) -> None:
    tables = data.load(write_small(tmp_path, sources=""))
    assert source_names(tables) == {"a": "a", "b": "b", "c": "c"}


def test_the_subject_is_the_pair_that_most_bilateral_events_share(tables: data.Tables) -> None:
    assert subject(tables) == "Burkina Faso and Russia"


def test_without_places_there_is_no_subject(tmp_path: Path) -> None:
    assert subject(data.load(write_small(tmp_path, events=""))) == ""


def test_sources_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    sources = SMALL["sources.csv"].replace("The second report", "The first report")
    tables = data.load(write_small(tmp_path, sources=sources))
    assert source_names(tables) == {"a": "Encyclopedia", "b": "The first report (b)", "c": "The first report (c)"}


def test_a_name_is_no_head_of_the_program() -> None:
    assert column_head("Verdict", ["Question", "Verdict"]) == "Verdict "
    assert column_head("Encyclopedia", ["Question", "Verdict"]) == "Encyclopedia"
