"""Plain HTML pages: texts stay texts, and what is long goes on on another page."""

import re
import tomllib
from pathlib import Path

from components.site.html import (
    MOST_BYTES,
    MOST_LETTERS,
    Block,
    Markup,
    Page,
    Site,
    element,
    lines,
    listing,
    markup,
    table,
    web_link,
    written,
)

SITE = Site("The whole", "The whole. Version 1.", {"Overview": "index.html"})


def test_a_text_is_escaped_once_and_cut_where_it_is_long() -> None:
    assert markup("<b>", Markup("<i>x</i>")) == "&lt;b&gt;<i>x</i>"
    assert element("p", "a & b", kind="quiet") == '<p class="quiet">a &amp; b</p>'
    assert markup("x" * 2000) == "x" * MOST_LETTERS + "…"


def test_only_a_web_address_is_a_link() -> None:
    assert web_link("x", "https://x.org/?a&b") == '<a href="https://x.org/?a&amp;b">x</a>'
    assert web_link("x", "javascript:alert(1)") == "x"


def test_lines_leave_out_what_is_empty() -> None:
    assert lines([["a", ""], ["", ""], ["b", "<"]]) == "a<br>b · &lt;"


def test_a_page_leads_to_the_others_from_wherever_it_stands() -> None:
    ((name, text),) = written(Page("sources/a.html", "A", [], {"Next source": "sources/b.html"}), SITE)
    assert name == "sources/a.html"
    assert re.findall(r'href="([^"]*)"', text) == ["../index.html", "../sources/b.html"]
    assert "<title>A · The whole</title>" in text


def test_each_part_of_a_long_page_is_a_page_with_its_own_head() -> None:
    rows = [[str(n), "long " * 20] for n in range(2_000)]
    blocks: list[Block] = [element("p", "First"), table(["Number", "Text"], rows), listing(["last"])]
    parts = dict(written(Page("a.html", "A", blocks), SITE))
    assert list(parts) == ["a.html", "a---2.html", "a---3.html"]
    assert all(len(text.encode()) <= MOST_BYTES for text in parts.values())
    assert [text.count("<thead>") for text in parts.values()] == [1, 1, 1]
    assert sum(text.count("<tr><td>") for text in parts.values()) == 2_000
    assert ["First" in text for text in parts.values()] == [True, False, False]
    assert "<h1>A (2 of 3)</h1>" in parts["a---2.html"]
    assert 'href="a---3.html">Next part' in parts["a---2.html"]
    assert "<ul><li>last</li></ul>" in parts["a---3.html"]


def test_the_colours_are_those_of_the_dashboard() -> None:
    config = tomllib.loads(Path(".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    ((_name, page),) = written(Page("a.html", "A", []), Site("A", "", {}))
    found = [
        dict(re.findall(r"--(\w+): (#\w{6})\b", rule)) for rule in re.findall(r":root \{[^}]*--paper[^}]*\}", page)
    ]
    names = {"paper": "backgroundColor", "ink": "textColor", "link": "linkColor"}
    wanted = [{name: config[mode][key] for name, key in names.items()} for mode in ("light", "dark")]
    assert [{name: colours[name] for name in names} for colours in found] == wanted
