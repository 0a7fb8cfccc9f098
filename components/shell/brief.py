"""A view on two pages of paper: one HTML file with its pictures, that asks nothing of any server.

What is long is cut so that it fits, and the file says how much more there is, and where.
"""

import datetime
import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

import pandas as pd

import data
from components.charts import theme
from components.charts.answer_rows import answer_rows
from components.charts.pictures import STYLE, picture_of_answers, picture_of_dates
from components.shell import citation
from components.words import format
from components.words.answers import answer_caption, answers_sentence
from components.words.i18n import _, language
from components.words.method import method_sentences
from components.words.names import source_names
from components.words.questions import list_verdicts, question_text
from data.selection import HAS_AXIS, RANKED, SUBSETS, both

LINES = 110  # on both pages of the smaller paper, Letter, less what page breaks leave empty
LETTERS = 104  # of average width on a line
TITLE = 2.3  # times the room of other words, for a title is written large
BETWEEN = 13  # lines that headings take, and what stands between
MOST_LETTERS = {"title": 180, "shown": 500, "told": 420, "key": 40, "source": 190, "cited": 500}
MOST_SOURCES = 10
MOST_ANSWERS = 8  # in a picture of one question
MOST_MARKS = 500  # in the picture of dates
PICTURE = 19  # lines that a picture of dates takes
MOST_PICTURES, MOST_IN_KEY = 48, 12  # lines of all pictures of a page, and marks in the key of one
_STYLE = """
@page { margin: 14mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { font: 9pt/1.35 "Source Sans 3", "Source Sans", system-ui, sans-serif; color: #111; background: #fff; margin: 0 }
main { max-width: 184mm; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
h1 { font-size: 14pt; line-height: 1.2; margin: 0 0 .4em }
h2 { font-size: 10.5pt; margin: .8em 0 .2em; break-after: avoid }
p, ul, ol { margin: 0 0 .35em }
ul, ol { padding-left: 1.3em }
li { break-inside: avoid }
a { color: inherit }
figure { break-inside: avoid }
.verdict { white-space: nowrap }
small, .head { color: #444 }
@media print { main { max-width: none; padding: 0 } a { text-decoration: none } }
"""


@dataclass(frozen=True)
class Drawn:
    """A picture with its title, what stands under that, its height in pixels of 680 across, its key, and it in words.

    The key has the colour, the letter and the name of each mark.
    """

    title: str
    under: str
    picture: str
    height: int
    key: Sequence[tuple[str, str, str]]
    told: str


@dataclass(frozen=True)
class Subject:
    """What a brief is about: its title, the SQL condition on the questions (`q`) of the view, and whether it is one.

    `shown` says in words what the filters leave, `address` is that of the view, and `of_question` that of a question,
    to which its id is added. `pictures` makes those of the page that is open, where it has its own.
    """

    title: str
    shown: str
    address: str
    of_question: str
    where: str = "true"
    one_question: bool = False
    pictures: Callable[[data.View], Iterable[Drawn]] | None = None


def brief(view: data.View, subject: Subject, day: datetime.date) -> str:
    """Return a view as one HTML file of two pages: what it shows, what is contested, by whom, and how it is cited."""
    tables = view.found.tables
    title, shown = _cut(subject.title, "title"), _cut(subject.shown, "shown")
    cited = _cut(next(iter(citation.forms(tables, title, subject.address, day).values())), "cited")
    sources, method = _sources(view, subject), method_sentences()
    picture, room = _pictures(view, subject)
    counted = _counted(view, subject)
    fixed = sum(map(_lines, [shown, counted, cited, *sources, *method])) + _lines(title, TITLE)
    room = LINES - room - fixed - BETWEEN
    heading, items = _answers(view, subject, room) if subject.one_question else _questions(view, subject, room)
    work = tables.about.title if tables.about else _("What the sources say")
    read = format.date(day.isoformat())
    dated = _("Version {version} of the table, read on {day}.", version=tables.version, day=read)
    parts = [
        f'<p class="head">{escape(_cut(work, "title"))} · {escape(dated)}</p><h1>{escape(title)}</h1>',
        f"<p>{escape(shown)}</p><p>{escape(counted)}</p>",
        picture,
        f"<h2>{escape(heading)}</h2><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>",
        _list(_("Sources"), sources),
        _list(_("How it is compared"), method, "ol"),
        f"<h2>{escape(_('Cite as'))}</h2><p>{escape(cited)}</p>",
    ]
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}{STYLE}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


# --- What stands in it ----------------------------------------------------------------------------------------------


def _counted(view: data.View, subject: Subject) -> str:
    """Return how many questions there are, by verdict."""
    counts = view.verdict_counts(subject.where)
    asked = _("{n} question", "{n} questions", n=int(counts.sum()))
    return f"{asked}{_(': ')}{list_verdicts(counts)}."


def _pictures(view: data.View, subject: Subject) -> tuple[str, int]:
    """Return the picture of a view, if it has one, or those of its page, and how many lines they take."""
    html, lines = _own_pictures(subject.pictures(view) if subject.pictures else ())
    if html:
        return html, lines
    if subject.where != "true":
        drawable = view.page(rows=1, order=RANKED, where=both(subject.where, HAS_AXIS))
        return next((_picture_of_answers(view, subject, row) for _place, row in drawable.iterrows()), ("", 0))
    drawn = picture_of_dates(view, MOST_MARKS)
    return drawn, PICTURE + 2 if drawn else 0


def _own_pictures(drawn: Iterable[Drawn]) -> tuple[str, int]:
    """Return the first pictures of a page that fit, and how many lines they take."""
    html, lines = "", 0
    for each in drawn:
        title, under, told = _cut(each.title, "title"), _cut(each.under, "title"), _cut(each.told, "told")
        key = [(colour, letter, _cut(name, "key")) for colour, letter, name in each.key[:MOST_IN_KEY]]
        texts = [title, under, told, "   ".join(f"{letter} {name}" for _colour, letter, name in key)]
        needed = math.ceil(PICTURE * (each.height + 50) / 240) + sum(map(_lines, texts))
        if lines + needed > MOST_PICTURES:
            break
        marks = (f'<span style="color:{colour}">{letter}</span> {escape(name)}' for colour, letter, name in key)
        html += (
            f"<p><strong>{escape(title)}</strong><br><small>{escape(under)}</small></p><figure>{each.picture}"
            f"<figcaption>{' &ensp; '.join(marks)}</figcaption></figure><p>{escape(told)}</p>"
        )
        lines += needed
    return html, lines


def _picture_of_answers(view: data.View, subject: Subject, question: pd.Series) -> tuple[str, int]:
    """Return the picture of a question's answers, and how many lines it takes."""
    tables, claims = view.found.tables, view.claims_of([question["question"]])
    rows = answer_rows(view.found, question.to_frame().T, claims)
    told = answers_sentence(tables, question, claims)
    asked = _cut(question_text(tables, question), "title")
    heading = "" if subject.one_question else f"<p><strong>{escape(asked)}</strong></p>"
    more = len(rows) - MOST_ANSWERS
    below = _more(more, subject.address) if more > 0 else ""
    drawn = picture_of_answers(question, rows.head(MOST_ANSWERS), told, below)
    return f"{heading}{drawn}", 3 * min(len(rows), MOST_ANSWERS) + 8


def _questions(view: data.View, subject: Subject, room: int) -> tuple[str, list[str]]:
    """Return as many contested questions as there is room for, or any where none is, under their heading."""
    where = both(subject.where, SUBSETS["contested"])
    every, heading = view.count_where(where), _("Where they disagree most")
    if not every:
        where, heading = subject.where, _("The questions")
        every = view.count_where(where)
    asked = view.page(rows=max(room // 2, 1), order=RANKED, where=where)
    claims, tables = view.claims_of(asked["question"]), view.found.tables
    links = {question: f"{subject.of_question}{quote(question, safe='')}" for question in asked["question"]}
    rows = []
    for _place, question in asked.iterrows():
        text = _cut(question_text(tables, question), "title")
        told = _cut(answers_sentence(tables, question, claims), "told")
        link, verdict = escape(links[question["question"]]), question["verdict"]
        html = f'<a href="{link}">{escape(text)}</a> {theme.verdict_html(verdict)}<br>{escape(told)}'
        rows.append((_lines(f"{text} {theme.verdict_name(verdict)}") + _lines(told), html))
    return heading, _that_fit(rows, room, every, subject.address)


def _answers(view: data.View, subject: Subject, room: int) -> tuple[str, list[str]]:
    """Return as many answers to one question as there is room for: who says what, in which words, and where."""
    tables = view.found.tables
    names = source_names(tables)
    question, claims = view.page(where=subject.where).iloc[0], view.claims_where(subject.where)
    rows = []
    for claim in claims.sort_values(["superseded", "denies", "low"], kind="stable").to_dict("records"):
        said = answer_caption(claim, names, listed=question["member"] != "")
        stated = format.quoted(claim["stated"]) if claim["stated"] else ""
        text = _cut(format.clauses(filter(None, [said, stated, format.locator(claim["locator"])])), "told")
        rows.append((_lines(text), escape(text)))
    return _("The answers"), _that_fit(rows, room, len(rows), subject.address)


def _that_fit(rows: Sequence[tuple[int, str]], room: int, every: int, address: str) -> list[str]:
    """Return the first of the rows (lines and HTML of each) that fit, and a line on how many more there are."""
    shown: list[str] = []
    for lines, html in rows:
        room -= lines
        if shown and room < 2:
            break
        shown.append(html)
    if every > len(shown):
        shown.append(f"<small>{escape(_more(every - len(shown), address))}</small>")
    return shown


def _more(n: int, address: str) -> str:
    return _("{n} more: {address}", "{n} more: {address}", n=n, address=_cut(address, "source"))


def _sources(view: data.View, subject: Subject) -> list[str]:
    """Return the first sources of the questions, a line each, and how many more there are."""
    tables = view.found.tables
    names, answering = source_names(tables), set(view.sources_where(subject.where))
    listed = tables.sources[tables.sources["source"].isin(answering)]
    rows = []
    for row in listed.head(MOST_SOURCES).to_dict("records"):
        published = format.date(row["published"]) if row["published"] else ""
        told = names[row["source"]]
        for fact in (row["publisher"], published, row["url"]):
            told += f", {fact}" if fact and fact not in told else ""  # a short name often has the publisher in it
        rows.append(_cut(told, "source"))
    more = len(listed) - len(rows)
    return [*rows, _more(more, subject.address)] if more > 0 else rows


def _list(heading: str, items: Sequence[str], kind: str = "ul") -> str:
    rows = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<h2>{escape(heading)}</h2><{kind}>{rows}</{kind}>"


# --- Room on paper --------------------------------------------------------------------------------------------------


def _lines(text: str, size: float = 1) -> int:
    """Return how many lines a text takes at most, written so many times as large."""
    return max(1, math.ceil(size * sum(map(_width, text)) / LETTERS))


def _width(letter: str) -> float:
    """Return how wide a letter is, in letters of average width."""
    if unicodedata.east_asian_width(letter) in "WF" or letter in "W@%—…":
        return 2.0
    return 1.6 if letter.isupper() or letter in "mw" else 1.0


def _cut(text: str, what: str) -> str:
    """Return a text on one line, cut where it is wider than its part of the paper may be."""
    text, room = " ".join(text.split()), float(MOST_LETTERS[what])
    for place, letter in enumerate(text):
        room -= _width(letter)
        if room < 0:
            return f"{text[:place]}…"
    return text
