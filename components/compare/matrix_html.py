"""The matrix as an HTML table, which is read, selected, printed and translated like any text.

On a narrow screen a row's cells stand below its question.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd

from components.charts import theme
from components.words import labels
from components.words.i18n import _

DENIAL = "⊘"
STYLE = """
:host { container-type: inline-size }
table { width: 100%; border-collapse: separate; border-spacing: 3px 0; table-layout: fixed; font-size: 0.8rem;
  line-height: 1.35 }
th { text-align: start; font-weight: 400 }
th, td { padding: 0.35rem 0.2rem; vertical-align: top; border-top: 1px solid var(--st-border-color);
  overflow-wrap: anywhere; hyphens: auto }
thead th { position: sticky; top: 3.75rem; z-index: 1; background: var(--st-background-color); border: 0;
  font-weight: 600; vertical-align: bottom }
thead th:first-child { width: 22% }
tr.section th { border: 0; padding-top: 1.1rem; font-weight: 600; font-size: 0.9rem }
tr[data-opens] { cursor: pointer }
a { color: inherit; text-decoration: none }
a b { display: block }
a b, a:not(:has(b)) { text-decoration: underline 1px }
a:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px }
p { margin: 0 0 0.3rem; white-space: pre-line }
i { display: inline-block; min-width: 1.1em; font-style: normal }
i.derived { color: transparent !important; -webkit-text-stroke: 1px var(--ink) }
small { font-size: 0.75rem }
.unseen, .head { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
@container (max-width: 560px) {
  table, thead, tbody, tr, th, td { display: block; width: auto !important }
  thead { position: absolute; clip-path: inset(50%) }
  td:not(.said) { display: none }
  .head { position: static; width: auto; height: auto; clip-path: none; display: block; white-space: normal;
    font-size: 0.75rem }
}
@media print { thead th { position: static } }
"""


def table_html(heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, reasons: pd.DataFrame, told: str) -> str:
    """Return the matrix as HTML, all texts escaped; `told` says what it shows.

    `heads` has `column` and `text` (empty where the columns have no name); `rows` question, section, title (empty
    beneath the same event), what, event and address; `said` one row an answer: question, column, relation, denies,
    derived, words and who; `reasons` the sign and the reason of cells without an answer, by question and column.
    """
    named = (heads["text"] != "").any()
    texts = heads["text"] if named else [_("Answers")]
    across = "" if named else f' colspan="{len(heads)}"'
    head = "".join(f'<th scope="col"{across} role="columnheader">{escape(text)}</th>' for text in texts)
    body = "".join(_rows(heads, rows, said, reasons))
    asked = f'<th scope="col" role="columnheader">{escape(_("Question"))}</th>'
    return (
        f'<table role="table"><caption class="unseen">{escape(told)}</caption>'
        f'<thead><tr role="row">{asked}{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _rows(heads: pd.DataFrame, rows: pd.DataFrame, said: pd.DataFrame, reasons: pd.DataFrame) -> Iterator[str]:
    answers = dict(list(said.groupby(["question", "column"], sort=False)))
    why = {(row.question, row.column): row for row in reasons.itertuples()}
    section = ""
    for row in rows.itertuples():
        if row.section != section:
            section = str(row.section)
            heading = f'<th colspan="{len(heads) + 1}" role="cell">{escape(section)}</th>'
            yield f'<tr class="section" role="row">{heading}</tr>'
        title = (
            f"<b>{escape(str(row.title))}</b>"
            if row.title
            else f'<span class="unseen">{escape(str(row.event) + _(": "))}</span>'
        )
        cells = "".join(
            _cell(answers.get((row.question, column)), why.get((row.question, column)), text)
            for column, text in heads[["column", "text"]].itertuples(index=False)
        )
        question = escape(str(row.question))
        yield (
            f'<tr data-opens="{question}" role="row"><th scope="row" role="rowheader">'
            f'<a href="{escape(str(row.address))}">{title}{escape(str(row.what))}</a></th>{cells}</tr>'
        )


def _cell(answers: pd.DataFrame | None, why: Any, head: str) -> str:
    """Return what one source, or one kind of source, says; else why there is nothing."""
    if answers is not None:
        looks = list(theme.LOOKS)
        worst = theme.LOOKS[min(answers["relation"], key=looks.index)].theme
        told = "".join(map(_answer, answers.to_dict("records")))
        named = f'<span class="head">{escape(head)}</span>' if head else ""
        return f'<td class="said" role="cell" style="background: var(--st-{worst}-background-color)">{named}{told}</td>'
    if why is None:
        silent = f'—<span class="unseen">{escape(_("silent"))}</span>' if head else ""
        return f'<td role="cell">{silent}</td>'
    return f'<td role="cell"><p>{escape(f"{why.sign} {why.reason}".strip())}</p></td>'


def _answer(answer: dict[Any, Any]) -> str:
    look = theme.LOOKS[answer["relation"]]
    shape = DENIAL if answer["denies"] else look.glyph
    derived = ' class="derived"' if answer["derived"] and not answer["denies"] else ""
    verdict = f'<span class="unseen">{escape(labels.verdict(answer["relation"]) + _(": "))}</span>'
    ink = f"--ink: var(--st-{look.theme}-text-color); color: var(--ink)"
    who = f"<br><small>{escape(answer['who'])}</small>" if answer["who"] else ""
    return f'<p><i aria-hidden="true"{derived} style="{ink}">{shape}</i>{verdict}{escape(answer["words"])}{who}</p>'
