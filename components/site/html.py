"""Plain HTML pages: every text stays text, and what is too long for one page goes on on another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from components.charts.pictures import STYLE
from components.words.i18n import _, language

MOST_BYTES = 100_000
"""How large a page may be; what is longer goes on on another."""
MOST_LETTERS = 1_000  # of a text, so that it leaves room for others on its page
# The colours are those of `.streamlit/config.toml`.
_STYLE = (
    STYLE
    + """
:root { color-scheme: light dark; --line: #7B828866 }
:root { --paper: #FBFAF7; --ink: #16191C; --quiet: #5A6168; --link: #0F5872 }
@media (prefers-color-scheme: dark) { :root { --paper: #14181B; --ink: #ECE9E2; --quiet: #A3AAB1; --link: #7CC4DC } }
* { box-sizing: border-box }
body { font: 1rem/1.5 "Source Sans 3", "Source Sans", system-ui, sans-serif; max-width: 62rem; margin: 0 auto;
  padding: 1rem; overflow-wrap: break-word; color: var(--ink); background: var(--paper) }
main { overflow-x: auto }
h1, h2 { font-family: "Source Serif 4", "Source Serif", Georgia, serif; line-height: 1.2 }
h1 { font-size: 1.7rem; margin: 1.2rem 0 .6rem }
h2 { font-size: 1.25rem; margin: 2rem 0 .4rem }
p, ul, ol, figure { max-width: 46rem; margin: 0 0 .7rem }
figure { margin: 1rem 0 }
ul, ol { padding-left: 1.2rem }
li { margin-bottom: .35rem }
a { color: var(--link) }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem }
main + nav, footer { margin-top: 2rem; padding-top: .6rem; border-top: 1px solid var(--line) }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line) }
th { font-size: .875rem; color: var(--quiet) }
.answers th:first-child, .evidence th:first-child { width: 30% }
.answers th:nth-child(2):not(:last-child) { width: 38% }
.evidence th:nth-child(2) { width: 22% }
small, .quiet, figcaption, footer { color: var(--quiet); font-size: .875rem }
.verdict, .count { white-space: nowrap }
.cards { list-style: none; padding: 0; max-width: none }
.cards li { border-top: 1px solid var(--line); padding: .7rem 0 .3rem; margin: 0 }
.cards p { margin: 0 0 .25rem; max-width: 52rem }
.narrow { display: none }
@media (max-width: 40rem) {
  .wide { display: none } .narrow { display: block } h1 { font-size: 1.4rem }
  thead { display: none } tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) }
  td { display: block; border: 0; padding: 0 0 .15rem }
}
"""
)


class Markup(str):
    """HTML in which every text is escaped."""

    __slots__ = ()


def markup(*parts: str) -> Markup:
    """Return texts and HTML as HTML; a text is shown as it stands, the first letters of a long one."""
    return Markup("".join(part if isinstance(part, Markup) else escape(_bounded(part)) for part in parts))


def element(tag: str, *parts: str, kind: str = "") -> Markup:
    """Return an element of HTML round some texts and HTML; `kind` is its class."""
    look = f' class="{kind}"' if kind else ""
    return Markup(f"<{tag}{look}>{markup(*parts)}</{tag}>")


def link(words: str, to: str) -> Markup:
    """Return a link to a page of the site, by its place as seen from where it stands."""
    return Markup(f'<a href="{escape(to)}">{markup(words)}</a>')


def web_link(words: str, url: str) -> Markup:
    """Return a link to a web address, or its words alone where it is none."""
    return link(words, url) if re.match(r"https?://", url) else markup(words)


def lines(rows: Iterable[Sequence[str]]) -> Markup:
    """Return lines of parts that are not empty, the parts with dots between them."""
    return stacked(Markup(" · ".join(markup(part) for part in row if part)) for row in rows)


def stacked(parts: Iterable[str]) -> Markup:
    """Return texts and HTML below each other, without those that are empty."""
    return Markup("<br>".join(markup(part) for part in parts if part))


@dataclass(frozen=True)
class Flow:
    """What may go on on another page: its pieces, and what stands before and after those that are on one page."""

    opening: str
    pieces: Sequence[str]
    closing: str


Block = Markup | Flow
"""What stands on a page below each other."""


def table(header: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> Flow:
    """Return a table of texts and HTML; `kind` is its class."""
    heads = "".join(f'<th scope="col">{markup(name)}</th>' for name in header)
    body = [f"<tr>{''.join(element('td', cell) for cell in row)}</tr>" for row in rows]
    look = f' class="{kind}"' if kind else ""
    return Flow(f"<table{look}><thead><tr>{heads}</tr></thead><tbody>", body, "</tbody></table>")


def listing(items: Iterable[str], kind: str = "") -> Flow:
    """Return a list of texts and HTML; `kind` is its class."""
    opening = f'<ul class="{kind}">' if kind else "<ul>"
    return Flow(opening, [element("li", item) for item in items], "</ul>")


@dataclass(frozen=True)
class Page:
    """A page: its name below the site's folder, its title, what stands on it, and the pages beside it by words."""

    name: str
    title: str
    blocks: Sequence[Block]
    neighbours: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Site:
    """What all pages share: the title of the whole, how it is cited, and the pages to which each leads, by words."""

    title: str
    cited: str
    pages: Mapping[str, str]


def written(page: Page, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each part of a page, none larger than `MOST_BYTES`."""
    room = MOST_BYTES - len(_html(page.title, "", page.neighbours, site, "../").encode()) - MOST_LETTERS
    parts = list(_parts(page.blocks, room))
    names = [page.name, *(page.name.replace(".html", f"---{part}.html") for part in range(2, len(parts) + 1))]
    up = "../" if "/" in page.name else ""
    for place, (name, body) in enumerate(zip(names, parts, strict=True)):
        title, beside = page.title, dict(page.neighbours)
        if len(parts) > 1:
            title = _("{title} ({n} of {every})", title=page.title, n=place + 1, every=len(parts))
        if place:
            beside[_("Previous part")] = names[place - 1]
        if place + 1 < len(parts):
            beside[_("Next part")] = names[place + 1]
        yield name, _html(title, body, beside, site, up)


def _parts(blocks: Iterable[Block], room: int) -> Iterator[str]:
    """Yield what stands on each part of a page, in bytes no larger than the room, as far as pieces are smaller."""
    part: list[tuple[Flow, str]] = []
    size = 0
    for flow in (block if isinstance(block, Flow) else Flow("", [block], "") for block in blocks):
        around = len(f"{flow.opening}{flow.closing}".encode())
        for piece in flow.pieces:
            needed = len(piece.encode()) + around * (not part or part[-1][0] is not flow)
            if part and size + needed > room:
                yield _joined(part)
                part, size, needed = [], 0, len(piece.encode()) + around
            part.append((flow, piece))
            size += needed
    yield _joined(part)


def _joined(part: Iterable[tuple[Flow, str]]) -> str:
    text = ""
    for _flow, run in groupby(part, key=lambda placed: id(placed[0])):
        pieces = list(run)
        flow = pieces[0][0]
        text += f"{flow.opening}{''.join(piece for _flow, piece in pieces)}{flow.closing}"
    return text


def _html(title: str, body: str, beside: Mapping[str, str], site: Site, up: str) -> str:
    links = "".join(link(words, f"{up}{name}") for words, name in site.pages.items())
    near = "".join(link(words, f"{up}{name}") for words, name in beside.items())
    shown = title if title == site.title else f"{title} · {site.title}"
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{markup(shown)}</title><style>{_STYLE}</style></head><body>"
        f'<nav aria-label="{markup(_("Pages"))}">{links}</nav><main>{element("h1", title)}{body}</main>'
        + (f'<nav aria-label="{markup(_("Neighbours"))}">{near}</nav>' if near else "")
        + f"<footer>{markup(_('Cite as'), _(': '), site.cited)}</footer></body></html>\n"
    )


def _bounded(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"
