"""The passages behind a question, side by side, for readers who have the texts: in a folder, or given for the visit."""

from collections.abc import Iterator, Mapping, Set
from html import escape

import pandas as pd
import streamlit as st
from streamlit.typing import UploadedFile

import data
from components.shell import page_hooks
from components.shell.loading import load_texts
from components.words import format, markdown
from components.words.i18n import _
from components.words.names import source_names

LARGEST = 2  # megabytes of a text that is taken
# Kept in the session alone, and so for the visit: what the uploader holds now, and what it held on pages before.
NOW, BEFORE = "texts_now", "texts_before"
UPLOADER = "texts_upload"
# The colours of the text itself on a tint that lets the background through, so that they suit light and dark.
STYLE = """<style>
.passage {margin: 0; overflow-wrap: anywhere}
.passage mark {color: inherit; background: rgba(230, 165, 0, 0.28); border-radius: 2px; padding: 0.1em 0}
.passage u {text-decoration: underline dotted 2px; text-underline-offset: 0.2em}
</style>"""


def draw(tables: data.Tables, claims: pd.DataFrame) -> None:
    """Draw the passages in which claims stand, and the place to give texts; nothing where no source names a file."""
    every = data.text_files(tables)
    files = sorted({every[source] for source in claims["source"] if source in every})
    if not files:
        return
    st.html(STYLE)
    page_hooks.hide_upload_limit(UPLOADER)
    with st.expander(_("Have the texts? See the passages side by side"), key="texts"):
        given = _texts_given(set(every.values()), files)
    texts = {**load_texts(tables), **given}
    if any(file in texts for file in files):
        _side_by_side(tables, texts, claims)


def _texts_given(names: Set[str], wanted: list[str]) -> data.Texts:
    """Return the texts that the reader gives for this visit, and draw the place for them."""
    st.markdown(
        _(
            "Plain text of {most} MB at most, by the names that the table has: {names}. It is held for this visit "
            "alone, never stored, and gone when you close or reload the page.",
            most=LARGEST,
            names=markdown.escape(format.join(wanted)),
        ),
        width=760,
    )
    files = st.file_uploader(
        _("Texts"),
        accept_multiple_files=True,
        max_upload_size=10 * LARGEST,  # what is larger still never leaves the reader's machine; the uploader says so
        key=UPLOADER,
        on_change=_forget_current,
    )
    complaints = {file.name: _why_refused(file, names, wanted) for file in files}
    for complaint in complaints.values():
        if complaint:
            st.caption(complaint)
    now = {file_of(file.name, names): data.paragraphs(file.getvalue()) for file in files if not complaints[file.name]}
    before: dict[str, tuple[str, ...]] = st.session_state.setdefault(BEFORE, {})
    if not files:  # the uploader is a new one, on a page that was come back to
        before.update(st.session_state.get(NOW, {}))
    st.session_state[NOW] = now
    if before:
        held = st.container(horizontal=True, vertical_alignment="center")
        held.caption(_("At hand for this visit: {names}", names=markdown.escape(format.join(sorted(before)))))
        held.button(_("Forget them"), on_click=before.clear, type="tertiary", key="texts_forget")
    return {**before, **now}


def _forget_current() -> None:
    """Let what the uploader holds now count alone: a text that the reader took away is not one from before."""
    st.session_state[NOW] = {}


def _why_refused(file: UploadedFile, names: Set[str], wanted: list[str]) -> str:
    """Return why a file is not taken, and what would be; nothing where it is."""
    expected = {"name": markdown.escape(file.name), "names": markdown.escape(format.join(wanted, "or"))}
    if not file_of(file.name, names):
        return _("“{name}” is no source's file; expected {names}.", **expected)
    if file.size > LARGEST * 2**20:
        return _("“{name}” is too large; expected {names}, of {most} MB at most.", most=LARGEST, **expected)
    if not data.is_utf_8(data.paragraphs(file.getvalue())):
        return _("“{name}” is not text; expected {names} as plain text in UTF-8.", **expected)
    return ""


def file_of(name: str, files: Set[str]) -> str:
    """Return the source's file of a name, in whatever folder the table has it; nothing where none is, or several."""
    found = [file for file in files if file.rpartition("/")[2] == name]
    return found[0] if len(found) == 1 else ""


def _side_by_side(tables: data.Tables, texts: data.Texts, claims: pd.DataFrame) -> None:
    """Draw the passages in two columns, those that are compared next to each other, with how to read them."""
    passages = data.side_by_side(tables, texts, claims)
    names = source_names(tables)
    languages = dict(zip(tables.sources["source"], tables.sources["language"], strict=True))
    told = [_("Marked: the wording behind a claim.")] if passages else []
    if any(passage.beside for passage in passages):
        told.append(_("Underlined: words that differ between two passages of one origin; each names the other."))
    told.append(_missing(tables, texts, claims, {claim for passage in passages for claim in passage.claims}))
    st.caption(" ".join(filter(None, told)))
    with st.grid(2, min_column_width=280):
        for passage in passages:
            with st.container(border=True, gap="xsmall", height="stretch"):
                place = markdown.escape(format.locator(passage.locator))
                st.caption(_("**{source}**, {place}", source=markdown.escape(names[passage.source]), place=place))
                language = escape(languages[passage.source])
                st.html(f'<p class="passage" lang="{language}" dir="auto">{_html(passage)}</p>')
                for line in _remarks(passage, names):
                    st.caption(line)


def _html(passage: data.Passage) -> str:
    """Return a passage as HTML: the wordings in `mark`, the differing words in `u`, all else as it stands."""
    text, parts = passage.text, []
    for start, end, marked in _parts(0, len(text), passage.stated):
        inner = "".join(
            f"<u>{escape(text[first:last])}</u>" if differs else escape(text[first:last])
            for first, last, differs in _parts(start, end, passage.differing)
        )
        parts.append(f"<mark>{inner}</mark>" if marked else inner)
    return "".join(parts)


def _parts(start: int, end: int, spans: data.Spans) -> Iterator[tuple[int, int, bool]]:
    """Return a stretch of text cut at the ends of spans, and of each part whether it lies in one."""
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first < last:
            if start < first:
                yield start, first, False
            yield first, last, True
            start = last
    if start < end:
        yield start, end, False


def _remarks(passage: data.Passage, names: Mapping[str, str]) -> list[str]:
    """Return what is said below a passage: what it is compared with, and which wordings do not stand in it."""
    remarks = []
    if passage.beside:
        source, locator, root = passage.beside
        compared = {
            "source": markdown.escape(names[source]),
            "place": markdown.escape(format.locator(locator)),
            "origin": markdown.escape(names.get(root, root)),
        }
        remarks.append(
            _("Compared with {source}, {place}: both go back to {origin}.", **compared)
            if passage.differing
            else _("No other words than in {source}, {place}: both go back to {origin}.", **compared)
        )
    if passage.unfound:
        words = format.join(format.quoted(markdown.escape(stated)) for stated in passage.unfound)
        remarks.append(_("Not in this paragraph: {words}", words=words))
    return remarks


def _missing(tables: data.Tables, texts: data.Texts, claims: pd.DataFrame, shown: Set[str]) -> str:
    """Return for how many claims no passage is shown, and why; nothing where each has one."""
    without = claims[~claims["claim"].isin(shown)]
    here = int(without["source"].map(data.text_files(tables)).isin(texts).sum())
    gone = len(without) - here
    told = [
        _(
            "No passage for {n} claim: no text of its source is here.",
            "No passage for {n} claims: no text of their sources is here.",
            n=gone,
        )
        if gone
        else "",
        _(
            "No passage for {n} claim: its text here has no such paragraph.",
            "No passage for {n} claims: their texts here have no such paragraph.",
            n=here,
        )
        if here
        else "",
    ]
    return " ".join(filter(None, told))
