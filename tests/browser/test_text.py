"""Text of tables, of addresses and of what is given is shown as it was typed: it makes nothing and asks nobody.

Every column of a table set holds it between two brackets; wherever these are seen, it must stand between them whole.
What leaves the server fails in `conftest.py`.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

import data
from data.schema import SCHEMA
from tests.browser.app import settle, show, visit
from tests.browser.server import serve
from tests.data.inline import write

TYPED = (
    "⟦![x](http://evil.example/a.png) <img src=http://evil.example/b.png> :material/home: :red[x] :smile: <-> `x`⟧",
    "⟦https://evil.example www.evil.example a@b.example [x](javascript:alert(1)) -- **x** $x$ :blue-badge[x] \u202egnp.x⟧",
    '⟦=HYPERLINK("http://evil.example") # x ~~x~~ [x]: http://evil.example <b>x</b> &lt; :green-background[x] <!-- x⟧',
)
MADE = ", ".join(
    [
        "img, svg image, .katex, a[href^=javascript], a[href^=mailto]",
        'a[href*="//evil"]:not([href^="#"]), a[href*="//www.evil"]:not([href^="#"])',
        *(
            f"{made}:text-is('x')"
            for made in ("b", "strong", "em", "del", "code", "[class^=stMarkdown]", "[style*=color]")
        ),
    ]
)
"""Elements that no page has but of such a text."""


def typed(number: int) -> str:
    return TYPED[number % len(TYPED)]


def row(table: str, number: int, **cells: str) -> dict[str, str]:
    """A row whose columns all hold such a text, where they may hold any."""
    texts = {
        column.name: typed(number + place)
        for place, column in enumerate(SCHEMA[table])
        if not column.one_of and column.form not in ("date", "number", "id")
    }
    return texts | cells


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table set of such texts: two contested dates, a series and other quantities, and names."""
    events, sources = [f"{typed(n)}{n}" for n in range(3)], [f"{typed(n)}s{n}" for n in range(3)]
    about = [
        *(("date", "2020-01-0{}", "", ""), ("word", typed(0) + "{}", "", ""), ("count", "1{}", typed(1), "")),
        *(("amount", "1{}00", "USD", str(year)) for year in range(2001, 2008)),
    ]
    claims = [
        row("claims", n, claim=f"{event[-1]}{source[-1]}{n}{typed(n)}", event=event, source=source, attribute=attribute)
        | {"value": value.format(place), "unit": unit, "period": period, "voice": "", "origin": "", typed(2): typed(n)}
        for event in events
        for place, source in enumerate(sources)
        for n, (attribute, value, unit, period) in enumerate(about)
    ]
    claims[0]["voice"], claims[1]["origin"] = typed(1), typed(2)
    kinds = {"date": "date", "word": "name", "count": "quantity", "amount": "quantity"}
    return write(
        tmp_path_factory.mktemp("hostile"),
        {
            "claims": claims,
            "events": [row("events", n, event=event, topic=typed(n), place="") for n, event in enumerate(events)],
            "sources": [
                row("sources", n, source=source, origin="", replaces=sources[0] if n == 2 else "", published="2024-0{n}")
                for n, source in enumerate(sources)
            ],
            "attributes": [
                row("attributes", n, attribute=name, kind=kind, section="", question="") for n, (name, kind) in enumerate(kinds.items())
            ],
            "names": [row("names", n, name=typed(n), part_of="", aliases="") for n in range(3)],
            "periods": [row("periods", n, name=typed(n), start="2020", end="2021") for n in range(2)],
            "units": [row("units", 0, unit=typed(1))],
            "causes": [row("causes", n, event=event, attribute="date", period="", unit="", cause="unknown") for n, event in enumerate(events)],
        },
    )  # fmt: skip


@pytest.fixture(scope="module")
def server(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with patch.dict(os.environ, {"TABLES": str(hostile)}), serve(tmp_path_factory.mktemp("server") / "log") as url:
        yield url


def open_all(page: Page) -> None:
    """Unfold what is folded, once."""
    for fold in page.get_by_role("main").locator("summary").all():
        fold.click()
    settle(page)


def wrong(page: Page) -> list[str]:
    """What of such texts is not as it was typed, or cut with an ellipsis, and what they made."""
    text = words(page.get_by_test_id("stApp").text_content() or "")
    shown = [text[at.start() : at.start() + 200] for at in re.finditer("⟦", text)]
    whole = [words(typed) for typed in TYPED]
    changed = [part for part in shown if not any(one.startswith(part[: len(one)].split("…")[0]) for one in whole)]
    return changed + [made.evaluate("made => made.outerHTML")[:200] for made in page.locator(MADE).all()]


def words(text: str) -> str:
    """A text without its spaces: where a chart begins a new line, there is none."""
    return re.sub(r"\s", "", text)


def test_every_view_shows_the_text_of_tables_as_typed(open_page: Page, server: str, hostile: Path) -> None:
    page = open_page
    questions = data.load(hostile).compare().questions.drop_duplicates("attribute")["question"]
    views: list[tuple[str, dict[str, str]]] = [
        ("", {}),
        ("timeline", {"event": f"{typed(0)}0", "timeline_lanes": "source"}),
        ("timeline", {"timeline_view": "zoom", "lang": "fr"}),
        ("figures", {"section": typed(1)}),
        ("compare", {}),
        ("compare", {"view": "discrepancies"}),
        *(("compare", {"question": question}) for question in questions[:2]),
        ("compare", {"view": "pair"}),
        ("compare", {"view": "source", "of": f"{typed(1)}s1"}),
        ("compare", {"view": "without", "out": f"{typed(0)}s0"}),
        ("claims", {"source": f"{typed(0)}s0", "q": typed(1)}),
        ("method", {}),
        ("tables", {}),
    ]
    seen, found = 0, []
    for name, keys in views:
        address = f"{server}/{name}?{urlencode(keys)}"
        show(page, address)
        open_all(page)
        seen += (page.get_by_test_id("stApp").text_content() or "").count("⟦")
        found += [f"{address}: {line}" for line in wrong(page)]
    assert not found, "\n".join(found)
    assert seen > 500


def test_every_parameter_of_the_address_is_shown_as_typed(open_page: Page, server: str) -> None:
    page = open_page
    read = "q source topic verdict set scope period independent lang event section figure view question of one other out order"
    asked = {
        "claims": read,
        "timeline": f"{read} timeline_span timeline_lanes timeline_view timeline_page",
        "figures": f"{read} figures_log page",
        "compare": "q question columns",
        "compare?view=source": "of",
        "compare?view=pair": "one other",
        "compare?view=without": "out",
    }
    seen, found = 0, []
    for n, (name, keys) in enumerate(asked.items()):
        address = urlencode({key: typed(n % 2) for key in keys.split()})
        show(page, f"{server}/{name}{'&' if '?' in name else '?'}{address}")
        seen += typed(n % 2) in (page.get_by_test_id("stApp").text_content() or "")
        found += [f"{name}: {line}" for line in wrong(page)]
    assert not found, "\n".join(found)
    assert seen > 5


def test_what_is_given_is_shown_as_typed(page: Page, server: str) -> None:
    visit(page, f"{server}/tables")
    given = page.locator("input[type=file]")
    expect(given).to_have_count(3)
    tables, claims, earlier = given.all()
    head = "event,source,attribute,value,unit\n"
    for n, content in enumerate((typed(0), head + f'"{typed(1)}",,date,2020,t\n')):
        name = f":red[x] *x* www.evil.example{n}.csv"
        tables.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content.encode()})
        expect(page.get_by_test_id("stAlert")).to_contain_text(name)
        settle(page)
        assert not wrong(page)
    rows = [["new", typed(1), "said", typed(n), ""] for n in range(3)]  # ids of questions are made of the rest
    written = head + "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    claims.set_input_files({"name": "new.csv", "mimeType": "text/csv", "buffer": written.encode()})
    expect(page.get_by_role("heading", name="Claim by claim")).to_be_visible()
    settle(page)
    assert not wrong(page)
    name = ":red[x] *x* www.evil.example2.csv"
    earlier.set_input_files({"name": name, "mimeType": "text/csv", "buffer": typed(0).encode()})
    expect(page.get_by_test_id("stAlert").filter(has_text="These tables cannot be compared")).to_contain_text(name)
    settle(page)
    assert not wrong(page)
    earlier.set_input_files({"name": "claims.csv", "mimeType": "text/csv", "buffer": written.encode()})
    expect(page.get_by_role("heading", name="Claims that change")).to_be_visible()
    settle(page)
    assert not wrong(page)
