"""Text of a table stands as it is, and a link leads to the web or nowhere."""

from components.words import markdown


def test_text_of_a_table_stands_as_it_is_in_markdown() -> None:
    assert markdown.escape("a *b* [c](d) :red[e] $5 <b>") == r"a \*b\* \[c\]\(d\) \:red\[e\] \$5 \<b\>"


def test_a_link_leads_to_the_web_or_nowhere() -> None:
    assert markdown.link("A (b)", "https://x.org/w_(c)") == r"[A \(b\)](https://x.org/w_%28c%29)"
    assert markdown.link("A", "javascript:alert(1)") == "A"
    assert markdown.link("A", "") == "A"
