"""What a table or an address says is shown as it stands: it makes no link, no picture and no style."""

from pathlib import Path

import pytest

from components.words import markdown
from tests.app import SMALL, open_page, text_of, write_small

TYPED = "![x](http://evil.test/x.png) **b** :red[r]"


@pytest.fixture
def _typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard shows a table set with Markdown in the names of sources, topics, events and columns."""
    claims = SMALL["claims.csv"].replace("checked\n", f"{TYPED}\n").splitlines()
    rows = [f"{claims[0]},Note", *(f"{row},own" for row in claims[1:])]
    sources = SMALL["sources.csv"].replace("The first report", TYPED)
    events = SMALL["events.csv"].replace("trade,bilateral", f"{TYPED},bilateral")
    folder = write_small(tmp_path, claims="\n".join(rows), sources=sources, events=events)
    monkeypatch.setenv("TABLES", str(folder))


@pytest.mark.usefixtures("_typed")
def test_the_filters_show_the_text_of_a_table() -> None:
    app = open_page("claims")
    assert markdown.escape(TYPED) in app.button_group(key="source_in_words").options
    assert all("![" not in option for option in app.button_group(key="topic_in_words").options)


@pytest.mark.usefixtures("_typed")
def test_columns_of_any_name_stand_beside_those_of_the_program() -> None:
    app = open_page("claims")
    assert {"Note", "Note "} <= set(app.dataframe[0].value.columns)
    assert markdown.escape(TYPED) in app.main.caption[-1].value


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "address", [{"question": TYPED}, {"of": TYPED}, {"view": "pair", "one": TYPED}, {"view": "without", "out": TYPED}]
)
def test_the_text_of_an_address_is_shown_as_it_stands(address: dict[str, str]) -> None:
    app = open_page("compare", **address)
    assert markdown.escape(TYPED) in "".join(info.value for info in app.info)


@pytest.mark.usefixtures("_typed")
@pytest.mark.parametrize("page", ["overview", "timeline", "compare", "figures", "claims", "method"])
def test_no_page_draws_the_text_of_a_table_as_markdown(page: str) -> None:
    assert TYPED not in text_of(open_page(page))
