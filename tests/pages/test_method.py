"""The method: rules with examples from the table, the columns, the sources, the limits."""

import pytest

import data
from components.words import markdown
from components.words.names import source_names
from data.schema import SCHEMA
from tests.app import open_page, text_of


@pytest.mark.usefixtures("small")
def test_every_verdict_is_explained_with_an_example_from_the_tables() -> None:
    text = text_of(open_page("method"))
    for word in ("Self-contradiction", "Conflict", "Disputed", "Sole source", "Agree", "Compatible"):
        assert f" {word}]" in text
    assert "> When did it happen\\: Reopening of the embassy?  \nEncyclopedia\\: July 2023" in text


@pytest.mark.usefixtures("small")
def test_the_examples_do_not_depend_on_the_filters() -> None:
    assert text_of(open_page("method")) == text_of(open_page("method", q="nosuchword"))


@pytest.mark.usefixtures("small")
def test_the_data_dictionary_lists_every_column() -> None:
    app = open_page("method")
    assert not any(expander.table for expander in app.main.expander), "what is closed is not sent"
    for name in SCHEMA:
        app.session_state[f"method_columns_{name}"] = True
    app.run()
    shown = {expander.label: expander.table[0].value for expander in app.main.expander if expander.table}
    assert list(shown) == [f"`{name}`" for name in SCHEMA]
    assert shown["`claims`"]["Column"].tolist() == [column.name for column in SCHEMA["claims"]]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("part", ["How values are written", "Sources", "What this cannot tell", "CC BY 4.0", "MIT"])
def test_forms_sources_limits_and_licence_are_told(part: str) -> None:
    assert part in text_of(open_page("method"))


def test_every_source_of_the_shipped_tables_is_listed() -> None:
    app = open_page("method")
    app.session_state["method_further"] = True
    text = text_of(app.run())
    for name in source_names(data.load()).values():
        assert f"**{markdown.escape(name)}**" in text
