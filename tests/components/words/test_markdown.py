"""Text of a table stands as it is, and a link leads to the web or nowhere."""

import pytest

from components.words import markdown


def test_text_of_a_table_stands_as_it_is_in_markdown() -> None:
    assert markdown.escape("a *b* [c](d) :red[e] $5 <b>") == r"a \*b\* \[c\]\(d\) \::small[]red\[e\] \$5 \<b\>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":material/home:", r"\::small[]material/home\:"),
        ("http://e.test www.e.test a@e.test", r"http\::small[]//e.test www:small[].e.test a@:small[]e.test"),
        ("a -> b <= c", r"a -:small[]\> b \<:small[]\= c"),
        ("- one", r"\- one"),
        ("12. one", r"12\. one"),
        ("    code", r"&#32;   code"),
        ("one\n\n# two", r"one&#10;&#10;\# two"),
        ("&lt;", r"\&lt;"),
    ],
)
def test_nothing_in_a_text_becomes_an_icon_a_link_an_arrow_a_list_or_a_paragraph(text: str, shown: str) -> None:
    assert markdown.escape(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "a *b* [c](d) :red[e] $5 <b>", ":small[] &#32; &amp; \\x", "12. one", "- one", "  a -> b", "one\n\n# two",
        "http://e.test", "2\N{NO-BREAK SPACE}000", "**", "",
    ],
)  # fmt: skip
def test_an_escaped_text_is_read_as_it_is_shown(text: str) -> None:
    assert markdown.plain(markdown.escape(text)) == text
    assert markdown.plain(f"so **{markdown.escape(text)}**.") == f"so {text}."


def test_a_link_leads_to_the_web_or_nowhere() -> None:
    assert markdown.link("A (b)", "https://x.org/w_(c)") == r"[A \(b\)](https://x.org/w_%28c%29)"
    assert markdown.link("A", "javascript:alert(1)") == "A"
    assert markdown.link("A", "") == "A"
    assert markdown.link("A", 'https://x.org/?a=b%20c "<x>\\\n') == "[A](https://x.org/?a=b%20c%20%22%3Cx%3E%5C%0A)"
