"""What readers take away of any page: the claims and the verdicts that it shows, as files, and a brief to print."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial

import streamlit as st

import data
from components.shell import citation, downloads, filters
from components.shell.brief import Drawn, Subject, brief
from components.words import markdown
from components.words.i18n import _, language
from data.view_exports import FORMATS, MOST_EXCEL_ROWS, NAMES, Origin, claims_file, verdicts_file


@dataclass(frozen=True)
class Part:
    """A part of a view: its title, its name in that of a file, and the SQL condition on its questions (`q`).

    `pictures` makes those that its brief has instead of one of an answer.
    """

    title: str
    name: str = ""
    where: str = "true"
    one_question: bool = False
    pictures: Callable[[data.View], Iterable[Drawn]] | None = None


_opened: ContextVar[Part | None] = ContextVar("opened", default=None)


def opens(
    title: str,
    name: str = "",
    where: str = "true",
    *,
    one_question: bool = False,
    pictures: Callable[[data.View], Iterable[Drawn]] | None = None,
) -> None:
    """Say what the page shows: by its title and, where it is a part of the view, by its name and its condition.

    What is taken away of the page is this `Part`.
    """
    _opened.set(Part(title, name, where, one_question, pictures))


@contextmanager
def offered(view: data.View, place: AbstractContextManager[object], title: str, name: str) -> Iterator[None]:
    """Run a page, by its title and its name, and offer in a place of the sidebar what it shows; name its tab by that.

    One run may begin where another was broken off, and knows nothing of what that one had opened.
    """
    token = _opened.set(None)
    try:
        yield
        part = _opened.get()
        about = view.found.tables.about
        of_set = about.title if about and about.title else _("What the sources say")
        st.set_page_config(page_title=f"{part.title if part else title} · {of_set}")
        if view.n_claims:
            with place:
                draw(view, title, name, part)
    finally:
        _opened.reset(token)


def draw(view: data.View, title: str, name: str, part: Part | None = None, key: str = "view") -> None:
    """Draw the files and the brief of a page, by its title and its name, or of a part of it.

    What else is drawn so at the same time has another `key`.
    """
    shown, own = filters.sentence(view), part or Part("")
    stem = "-".join(filter(None, [downloads.file_name(own.name), filters.slug(view)]))
    heading = " · ".join(filter(None, [own.title, title]))
    origin = Origin(". ".join(filter(None, [own.title, shown])), citation.here(), citation.today())
    of_question = citation.here("compare", lang=language(), question="")
    subject = Subject(heading, shown, origin.address, of_question, own.where, own.one_question, own.pictures)
    with st.popover(_("Download"), key=f"download_{key}", on_change="rerun") as popover:
        if popover.open:
            _files(view, own.where, origin, own.title, stem, key)
    st.download_button(
        _("Brief to print"),
        downloads.later(view.deferred(partial(brief, subject=subject, day=origin.day))),
        "-".join(filter(None, ["brief", "" if own.name else name, stem])) + ".html",
        "text/html",
        key=f"brief_{key}",
        on_click="ignore",
        help=_("Two pages to print: what is shown, what is contested, by whom, and how it is cited."),
    )


def _files(view: data.View, where: str, origin: Origin, part: str, stem: str, key: str) -> None:
    """Draw the choice of a format, and the claims and verdicts in it, each made when it is asked for."""
    form = st.segmented_control(
        _("Format"),
        list(FORMATS),
        format_func=NAMES.__getitem__,
        default="csv",
        key=f"format_{key}",
        required=True,
        label_visibility="collapsed",
    )
    claims, verdicts, called = view.count_claims_where(where), view.count_where(where), NAMES[form]
    claims_words = _("{n} claim as {format}", "{n} claims as {format}", n=claims, format=called)
    verdicts_words = _("{n} verdict as {format}", "{n} verdicts as {format}", n=verdicts, format=called)
    files = (("claims", claims, claims_file, claims_words), ("verdicts", verdicts, verdicts_file, verdicts_words))
    with st.container(horizontal=True, gap="small"):
        for what, rows, make, words in files:
            st.download_button(
                words,
                downloads.later(view.deferred(partial(make, form=form, origin=origin, where=where))),
                f"{'-'.join(filter(None, [what, stem]))}.{form}",
                FORMATS[form],
                key=f"{what}_{key}",
                on_click="ignore",
                disabled=form == "xlsx" and rows > MOST_EXCEL_ROWS,
            )
    if part:
        st.caption(markdown.escape(part))
    if form == "xlsx" and claims > MOST_EXCEL_ROWS:
        st.caption(_("Excel takes {n} rows at most here; CSV, JSON and Parquet take all.", n=MOST_EXCEL_ROWS))
    elif form == "csv":
        st.caption(_("Excel, JSON and Parquet also say where they are from: publishers, addresses, date and version."))
