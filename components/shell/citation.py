"""How a question, a figure or a view is cited: its title, the table set with its version, the address and the day."""

import datetime
import re
import textwrap
from collections.abc import Iterable
from urllib.parse import urlencode, urljoin

import streamlit as st

import data
from components.words import format
from components.words.i18n import _
from components.words.names import shorten_list

CREDIT_LETTERS = 62  # of a line below a picture, which fits on a phone
_BIBTEX = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"} | {"\\": r"\textbackslash{}"})


def here(page: str = "", *, without: str = "", **query: str) -> str:
    """Return the whole address of the view that is open; of another page with other keys, where these are named.

    The key `without` is left out of it.
    """
    url = st.context.url or ""
    if page:
        return f"{urljoin(url, page)}?{urlencode(query)}"
    held = {key: st.query_params.get_all(key) for key in st.query_params if key not in ("embed", without)}
    return f"{url}?{urlencode(held, doseq=True)}" if held else url


def today() -> datetime.date:
    """Return the day, by the clock that is the same everywhere."""
    return datetime.datetime.now(datetime.UTC).date()


def forms(tables: data.Tables, title: str, address: str, day: datetime.date) -> dict[str, str]:
    """Return a citation in each of its forms: as a sentence, for BibTeX, and as RIS, which most programs read."""
    work = tables.about.title if tables.about else _("What the sources say")
    key = re.sub(r"\W+", "-", title.lower())[:40].strip("-")
    sentence = _("“{title}”, {work}, version {version}, {address}, read on {day}.",
                 title=title, work=work, version=tables.version, address=address, day=day.isoformat())  # fmt: skip
    bibtex = {"title": title, "howpublished": work, "edition": tables.version}
    fields = [f"  {name} = {{{text.translate(_BIBTEX)}}}" for name, text in bibtex.items()]
    fields += [f"  url = {{{address}}}", f"  urldate = {{{day.isoformat()}}}"]
    ris = {"TY": "DATA", "TI": title, "T2": work, "ET": tables.version, "UR": address}
    ris |= {"Y2": f"{day:%Y/%m/%d}", "ER": ""}
    return {
        _("Text"): sentence,
        "BibTeX": "\n".join([f"@misc{{{key}-{tables.version},", ",\n".join(fields), "}"]),
        "RIS": "\n".join(f"{name}  - {text}" for name, text in ris.items()),
    }


def credit(
    tables: data.Tables, title: str, sources: Iterable[str], address: str, letters: int = CREDIT_LETTERS
) -> tuple[str, ...]:
    """Return the lines that go with a picture: what it shows, its sources, version and day, and the address."""
    named = _("Sources: {sources}.", sources=shorten_list(list(sources)))
    day = format.date(today().isoformat())
    dated = _("Version {version} of the table, read on {day}.", version=tables.version, day=day)
    return tuple(part for line in (title, named, dated, address) for part in textwrap.wrap(line, letters))


def draw(tables: data.Tables, title: str, address: str, key: str) -> None:
    """Draw the button that opens the citation, each form with a button to copy it."""
    with st.popover(_("Cite"), key=f"cite_{key}", on_change="rerun") as opened:
        if opened.open:
            for name, text in forms(tables, title, address, today()).items():
                st.caption(name)
                st.code(text, language=None, wrap_lines=True)
