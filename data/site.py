"""A table set as plain HTML pages: no server, no script, nothing from elsewhere, each page small."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pandas as pd

from data.comparison import Comparison
from data.files import About, TablesError
from data.tables import Tables
from data.verdicts import CONTESTED, VERDICTS

MOST_BYTES = 100_000
"""How large a page may be; a longer list goes on on another page."""
_ROOM = 20_000  # what a page may need beside its rows
_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}"
    "nav a{margin-right:1rem}table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8888}"
    "footer{margin-top:2rem;border-top:1px solid #8888;font-size:.9rem}"
)


@dataclass(frozen=True)
class _Link:
    """A text that leads to a page, by its name below the site's folder, or to a web address."""

    text: str
    to: str


_Cell = str | _Link


@dataclass(frozen=True)
class _Page:
    """A page: its name, its title, paragraphs, a table that may be long, and the pages beside it by their relation."""

    name: str
    title: str
    paragraphs: Sequence[_Cell]
    header: Sequence[str]
    rows: Sequence[Sequence[_Cell]]
    neighbours: Mapping[str, str]


def write_site(tables: Tables, folder: str | Path) -> None:
    """Write the overview, the discrepancies, each question and each source of a table set, as HTML, into a new folder.

    Raise `TablesError` where the folder is there and not empty.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TablesError(f"{folder}: is not empty; expected a new folder")
    for below in ("questions", "sources"):
        (folder / below).mkdir(parents=True, exist_ok=True)
    about = tables.about or About("What the sources say", "")
    for page in _pages(tables, about):
        for name, text in _written(page, about):
            (folder / name).write_text(text, encoding="utf-8")


# --- What stands on the pages ---------------------------------------------------------------------------------------


def _pages(tables: Tables, about: About) -> Iterator[_Page]:
    found = tables.compare()
    questions = found.questions.assign(text=_question_texts(tables, found.questions))
    names = dict(zip(questions["question"], _file_names("questions", questions["question"]), strict=True))
    source_names = dict(zip(found.sources, _file_names("sources", found.sources), strict=True))
    titles = dict(zip(tables.sources["source"], tables.sources["title"], strict=True))
    texts = dict(zip(questions["question"], questions["text"], strict=True))
    verdicts = dict(zip(questions["question"], questions["verdict"], strict=True))
    yield _overview(found, about, questions)
    yield _Page(
        "discrepancies.html",
        "Discrepancies",
        ["Contested questions, those first that most independent origins speak of."],
        ["Verdict", "Question", "Answers"],
        [
            (verdicts[question], _Link(texts[question], names[question]), values)
            for question, values in _with_values(found.contested["question"], questions)
        ],
        {},
    )
    yield _Page(
        "questions.html",
        "Questions",
        [],
        ["Question", "Verdict"],
        [(_Link(texts[question], name), verdicts[question]) for question, name in names.items()],
        {},
    )
    yield _Page(
        "sources.html",
        "Sources",
        [],
        ["Source", "Publisher", "Published"],
        [
            (_Link(title, source_names[source]), publisher, published)
            for source, title, publisher, published in tables.sources[
                ["source", "title", "publisher", "published"]
            ].to_numpy(dtype=object)
        ],
        {},
    )
    by_question: dict[str, list[Sequence[_Cell]]] = {}
    by_source: dict[str, list[Sequence[_Cell]]] = {}
    for claim in tables.claims.to_dict("records"):
        question, source = claim["question"], claim["source"]
        said = _said({str(name): cell for name, cell in claim.items()}, claim["claim"] in found.superseded)
        by_question.setdefault(question, []).append((_Link(titles[source], source_names[source]), *said))
        by_source.setdefault(source, []).append((_Link(texts[question], names[question]), *said, verdicts[question]))
    yield from _question_pages(questions, names, by_question)
    yield from _source_pages(tables.sources, source_names, by_source)


def _overview(found: Comparison, about: About, questions: pd.DataFrame) -> _Page:
    counts = questions["verdict"].value_counts()
    contested = int(counts.reindex(list(CONTESTED)).sum())
    told = (
        f"{len(found.sources)} sources, {found.tables.store.count} claims, {len(questions)} questions, "
        f"{contested} of them contested. The answers are compared and counted; none is called true."
    )
    paragraphs = [*re.split(r"\n{2,}", about.text), told] if about.text else [told]
    rows = [(verdict, str(int(counts.get(verdict, 0)))) for verdict in VERDICTS]
    return _Page("index.html", about.title or "What the sources say", paragraphs, ["Verdict", "Questions"], rows, {})


_SAID = ("Says", "As stated", "Where", "Voice", "Note")


def _said(claim: Mapping[str, str], superseded: bool) -> tuple[str, ...]:
    """Return what a claim says, in the columns of `_SAID`."""
    stance = "" if claim["stance"] == "asserts" else f"{claim['stance']}: "
    note = [claim["note"], "an older edition: counted nowhere" if superseded else ""]
    value = f"{stance}{claim['value']} {claim['unit']}".rstrip()
    return value, claim["stated"], claim["locator"], claim["voice"], "; ".join(filter(None, note))


def _question_pages(
    questions: pd.DataFrame, names: Mapping[str, str], rows: Mapping[str, Sequence[Sequence[_Cell]]]
) -> Iterator[_Page]:
    beside = _neighbours(list(names.values()), "question")
    for question, text, verdict, sources, origins in questions[
        ["question", "text", "verdict", "n_sources", "n_origins"]
    ].to_numpy(dtype=object):
        name = names[question]
        told = f"{verdict}. Sources: {sources}; independent origins: {origins}."
        yield _Page(name, text, [told], ["Source", *_SAID], rows.get(question, []), beside[name])


def _source_pages(
    sources: pd.DataFrame, names: Mapping[str, str], rows: Mapping[str, Sequence[Sequence[_Cell]]]
) -> Iterator[_Page]:
    beside = _neighbours(list(names.values()), "source")
    described = sources[["source", "title", "publisher", "published", "origin", "url"]].to_numpy(dtype=object)
    for source, title, publisher, published, origin, url in described:
        name = names[source]
        known = {"Publisher": publisher, "Published": published, "Origin": origin}
        told: list[_Cell] = [f"{label}: {text}" for label, text in known.items() if text]
        if re.match(r"https?://", url):
            told.append(_Link(url, url))
        yield _Page(name, title, told, ["Question", *_SAID, "Verdict"], rows.get(source, []), beside[name])


def _question_texts(tables: Tables, questions: pd.DataFrame) -> list[str]:
    titles = dict(zip(tables.events["event"], tables.events["title"], strict=True))
    labels = dict(zip(tables.attributes["attribute"], tables.attributes["label"], strict=True))
    templates = dict(zip(tables.attributes["attribute"], tables.attributes["question"], strict=True))
    texts = []
    columns = ["event", "attribute", "period", "unit", "planned", "member"]
    for event, attribute, period, unit, planned, member in questions[columns].to_numpy(dtype=object):
        asked = templates[attribute].replace("{event}", titles[event]) or f"{labels[attribute]}: {titles[event]}"
        more = [member, period, unit, "as planned" if planned else ""]
        texts.append(asked + "".join(f" [{part}]" for part in more if part))
    return texts


def _with_values(contested: Iterable[str], questions: pd.DataFrame) -> Iterator[tuple[str, str]]:
    values = dict(zip(questions["question"], questions["values"], strict=True))
    return ((question, values[question]) for question in contested)


# --- Names and neighbours -------------------------------------------------------------------------------------------


def _file_names(folder: str, ids: Iterable[str]) -> list[str]:
    """Return a name for each id that every file system takes, all different even without their case."""
    taken: set[str] = set()
    names = []
    for text in ids:
        stem = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80] or "page"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}--{number}"
        taken.add(name)
        names.append(f"{folder}/{name}.html")
    return names


def _neighbours(names: Sequence[str], what: str) -> dict[str, dict[str, str]]:
    beside: dict[str, dict[str, str]] = {name: {} for name in names}
    for before, after in pairwise(names):
        beside[before][f"Next {what}"] = after
        beside[after][f"Previous {what}"] = before
    return beside


# --- HTML -----------------------------------------------------------------------------------------------------------


def _written(page: _Page, about: About) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each part of a page, none larger than `MOST_BYTES`."""
    up = "../" if "/" in page.name else ""
    rows = [_row(cells, up) for cells in page.rows]
    parts = list(_parts(rows))
    names = [page.name, *(page.name.replace(".html", f"---{part}.html") for part in range(2, len(parts) + 1))]
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in page.header)
    for place, (name, part) in enumerate(zip(names, parts, strict=True)):
        title = page.title if len(parts) == 1 else f"{page.title} ({place + 1} of {len(parts)})"
        beside = dict(page.neighbours)
        if place:
            beside["Previous part"] = names[place - 1]
        if place + 1 < len(parts):
            beside["Next part"] = names[place + 1]
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(part)}</tbody></table>" if part else ""
        told = "".join(f"<p>{_cell(paragraph, up)}</p>" for paragraph in page.paragraphs)
        yield name, _html(title, told + table, beside, about, up)


def _parts(rows: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    room = MOST_BYTES - _ROOM
    for row in rows:
        size = len(row.encode())
        if part and size > room:
            yield part
            part, room = [], MOST_BYTES - _ROOM
        part.append(row)
        room -= size
    yield part


def _html(title: str, body: str, beside: Mapping[str, str], about: About, up: str) -> str:
    main = {"Overview": "index.html", "Discrepancies": "discrepancies.html", "Questions": "questions.html"}
    links = "".join(_cell(_Link(text, name), up) for text, name in (main | {"Sources": "sources.html"}).items())
    near = "".join(_cell(_Link(text, name), up) for text, name in beside.items())
    name = about.title or "What the sources say"
    said = [about.facts[label] for label in about.facts if label in ("Keepers", "Date", "Licence")]
    cited = ". ".join([name, *said])
    shown = title if title == name else f"{title} · {name}"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(shown)}</title><style>{_STYLE}</style></head><body>"
        f'<nav aria-label="Pages">{links}</nav><main><h1>{html.escape(title)}</h1>{body}</main>'
        + (f'<nav aria-label="Neighbours">{near}</nav>' if near else "")
        + f"<footer>Cite as: {html.escape(cited)}.</footer></body></html>\n"
    )


def _row(cells: Iterable[_Cell], up: str) -> str:
    return f"<tr>{''.join(f'<td>{_cell(cell, up)}</td>' for cell in cells)}</tr>"


def _cell(cell: _Cell, up: str) -> str:
    """Return a cell as HTML, its text as it stands; `up` leads to the site's folder."""
    if isinstance(cell, str):
        return html.escape(_bounded(cell))
    to = cell.to if re.match(r"https?://", cell.to) else f"{up}{cell.to}"
    return f'<a href="{html.escape(to)}">{html.escape(_bounded(cell.text))}</a>'


def _bounded(text: str) -> str:
    """Return a text that leaves room for others on its page."""
    return text if len(text) <= 1_000 else f"{text[:1_000]}…"
