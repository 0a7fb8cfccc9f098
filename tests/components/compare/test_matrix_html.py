"""The matrix as an HTML table: every text as it stands, each answer with its verdict, its shape and its look."""

import pandas as pd

from components.compare import matrix_html

HEADS = pd.DataFrame({"column": ["a", "b"], "text": ["<i>A</i>", "B & B"]})
ROWS = pd.DataFrame(
    {
        "question": ['"/x', "second"],
        "section": ["Contested", "Contested"],
        "title": ["<b>The visit</b>", ""],
        "what": ["Date", "Place"],
        "event": ["<b>The visit</b>", "<b>The visit</b>"],
        "address": ["?question=%22&q=1", "?question=second"],
    }
)
SAID = pd.DataFrame(
    {
        "question": ['"/x', '"/x', "second"],
        "column": ["a", "a", "b"],
        "relation": ["compatible", "conflict", "agree"],
        "denies": [False, True, False],
        "derived": [True, True, False],
        "words": ["2022", "<script>", "Ouagadougou"],
        "who": ["", "C & D", ""],
    }
)
NONE = pd.DataFrame(columns=["question", "column", "sign", "reason"])


def test_no_text_of_a_table_makes_an_element() -> None:
    html = matrix_html.table_html(HEADS, ROWS, SAID, NONE, "2 questions & <more>")
    for made in ("<i>A", "<b>The visit</b>", "<script>", "<more>", 'data-opens=""'):
        assert made not in html.replace("<b>&lt;b&gt;The visit&lt;/b&gt;</b>", "")
    assert '<tr data-opens="&quot;/x"' in html
    assert 'href="?question=%22&amp;q=1"' in html


def test_a_cell_has_the_tint_of_its_worst_answer_and_each_answer_its_shape() -> None:
    html = matrix_html.table_html(HEADS, ROWS, SAID, NONE, "")
    cell = html[html.index('<td class="said"') : html.index("</td>")]
    assert "var(--st-red-background-color)" in cell
    assert cell.count('class="derived"') == 1, "what is denied is crossed out, no outline"
    assert "■" in cell
    assert matrix_html.DENIAL in cell


def test_what_stands_beneath_its_event_names_it_for_those_who_listen() -> None:
    html = matrix_html.table_html(HEADS, ROWS, SAID, NONE, "")
    assert '<span class="unseen">&lt;b&gt;The visit&lt;/b&gt;: </span>Place' in html
