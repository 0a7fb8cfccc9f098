"""What has to reach into the page that Streamlit makes, for which it offers no option: its styles and some scripts.

All of it stands here, so that a new version of Streamlit can break it in one place only; each function has its test in
a browser. A widget or container is found by its key, which Streamlit promises to keep as a class; the only names that
are Streamlit's own (`data-testid`) are those of the uploader's instructions, of captions, tables, sliders and help, of
the buttons of headings, tables and charts, of what is still to be drawn, of what is left out on paper and within other
pages, and of where Streamlit writes words of its own.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from contextvars import ContextVar
from functools import cache
from html import escape
from typing import Any

import streamlit as st

PHONE = 768  # pixels of width, below which Streamlit lays the menu over the page
PRINTED, UNSEEN = "printed", "unseen"
PRESSED = (
    "stSidebar",
    "stHeader",
    "stElementToolbar",
    "stButtonGroup",
    "stDownloadButton",
    "stPopover",
    "stSelectbox",
    "stPagination",
)
"""What is of no use on paper."""
_unseen: ContextVar[AbstractContextManager[object] | None] = ContextVar("unseen", default=None)

_BESIDE = f"""
@media (min-width: {PHONE}px) {{
  [data-testid="stAppViewContainer"]:not(:has(> [data-testid="stSidebar"])) {{ padding-left: 300px }}
}}
"""
"""The sidebar's place, before it comes: it would move all that is drawn by then."""
_FOCUS = """
:focus-visible, :has(> * > [type="range"]:focus-visible), label:has([role="switch"]:focus-visible) {
  outline: 2px solid %s !important; outline-offset: 1px !important }
:focus-visible:not(a) { outline-offset: -2px !important }
[data-testid="stElementToolbar"]:focus-within { opacity: 1; visibility: visible; pointer-events: auto }
"""
"""A line round what has the focus, and within a button or field, where it is not cut off; a chart's buttons show up."""
_CAPTIONS = """
[data-testid="stCaptionContainer"] { opacity: 1; color: color-mix(in srgb, currentColor 70%, transparent) }
"""
"""Captions paler than the text, but not their links, which would be too pale to read."""
_TARGETS = """
[data-testid="stHeaderActionElements"] a, [data-testid="stTooltipIcon"] button {
  display: inline-flex; align-items: center; justify-content: center; min-width: 24px; min-height: 24px }
label:has([role="switch"]) { min-height: 24px }
[data-testid="stSlider"] div:has(> div > input)::before { content: ""; position: absolute; inset: -6px }
"""
"""What is pressed is 24 pixels high and wide at least, so that a finger meets it."""
_WAITING = """
[data-testid="stVerticalBlock"] > *:has([data-testid="stSkeleton"],
  [data-testid="stVegaLiteChart"]:empty, [data-testid="stBidiComponentIsolated"]:not([data-drawn])
) ~ :is([data-testid="stElementContainer"], [data-testid="stLayoutWrapper"]) {
  &, & [data-testid="stMarkdown"] > * { visibility: hidden !important }
}
"""
"""What stands below something that the browser has not drawn yet is not shown before it has its place."""
_STILL = """
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation-duration: 1ms !important; animation-iteration-count: 1 !important;
    transition: opacity 1ms, transform 1ms, inset 1ms, width 1ms, height 1ms, margin 1ms !important;
    scroll-behavior: auto !important }
  details { height: auto !important }
}
"""
"""Nothing moves for those who asked for that; what waits for the end of a movement does not wait in vain.

No property that is inherited is among these: its change would begin anew in each element, one level after another,
which takes a browser many seconds.
"""
_FORCED_COLOURS = """
@media (forced-colors: active) {
  [aria-checked="true"], [aria-pressed="true"], [role="tab"][aria-selected="true"] {
    forced-color-adjust: none; background: Highlight !important }
  :is([aria-checked="true"], [aria-pressed="true"], [role="tab"][aria-selected="true"]) * {
    color: HighlightText !important }
  [data-testid="stSlider"] div:has(> div > div > input) {
    forced-color-adjust: none; background: linear-gradient(CanvasText, CanvasText) center / 100% 2px no-repeat }
  [data-testid="stSlider"] div:has(> div > input) { forced-color-adjust: none; background: Highlight !important }
  [data-testid="stSlider"] p { forced-color-adjust: auto }
  label:has([role="switch"]) > div:has(> div:empty) { outline: 1px solid CanvasText }
  label:has([role="switch"]) > div > div:empty { forced-color-adjust: none; background: CanvasText !important }
  label:has([role="switch"]:checked) > div:has(> div:empty) {
    forced-color-adjust: none; background: Highlight !important }
}
"""
"""What is chosen, and where a slider and a switch stand, without the colours that alone would say so."""

_ROWS = """
export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".rows")
  if (root.shown !== data) { root.shown = data; root.innerHTML = data }
  root.getRootNode().host.dataset.drawn = ""
  root.onclick = event => {
    const row = event.target.closest("tr[data-opens]"), link = event.target.closest("a")
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey
    if (!row || elsewhere || (!link && !getSelection().isCollapsed)) return
    event.preventDefault()
    setTriggerValue("opened", row.dataset.opens)
  }
}
"""

_LABELS = """
:is([aria-label]:not(input, [role=option]), [aria-label][type=file], [placeholder], button[title],
  [data-testid=stDataFrameColumnVisibilityMenu] label:first-of-type [aria-label]
):not([data-testid=stHtml] *, [data-testid=stTable] *, [data-testid=stFileChip], [data-tag])
"""
"""What Streamlit may give a name or hint in its own words."""
_TEXTS = """
[data-testid=stSkipToContent], [data-testid=stStatusWidget], [data-testid=stTooltipContent], [data-live-announcer],
[data-testid=InputInstructions], [data-testid=stFileUploaderDropzone] button,
[data-testid=stFileUploaderDropzone] > div, [data-testid=stFileChip] [role=alert], [role=listbox][data-empty],
[role=listbox] [data-key^=__select_], .gdg-search-status, [data-testid=stDataFrameColumnMenu] [role=menuitem],
[data-testid=stDataFrameColumnVisibilityMenu] label:first-of-type, [data-testid=stDataFrameColumnFormattingMenu],
[data-testid=stDataFrameStatisticsMenu] > :not([data-testid=stDataFrameStatisticsContent]),
[data-testid=stDataFrameStatisticsContent] > :not([role=img]),
[role=dialog] > :is(h2:not(:has(*)), h2:not(:has(*)) + *)
"""
"""Where Streamlit writes its own words, and none of a reader's own tables that could be the same."""
_WORDS = """
document.body.nameWidgets ??= (() => {
  const labels = `%s`, texts = `%s`, attributeFilter = ["aria-label", "placeholder", "title"], known = new WeakMap()
  let words = []
  const name = node => {
    const shown = node.nodeValue.trim(), before = known.get(node)
    const english = shown === before?.said ? before.english : shown
    const [pattern, as] = words.find(([pattern]) => pattern.test(english)) ?? []
    const said = pattern ? english.replace(pattern, as) : english
    known.set(node, {english, said})
    if (said !== shown) node.nodeValue = node.nodeValue.replace(shown, () => said)
  }
  const nameAll = root => {
    for (const each of [root, ...root.querySelectorAll(labels)])
      if (each.matches(labels))
        for (const attribute of each.attributes) if (attributeFilter.includes(attribute.name)) name(attribute)
    for (const place of root.closest(texts) ? [root] : root.querySelectorAll(texts)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) name(walker.currentNode)
    }
  }
  const observer = new MutationObserver(changes => {
    for (const {type, target, attributeName, addedNodes} of changes) {
      if (type === "attributes" && target.matches(labels)) name(target.getAttributeNode(attributeName))
      for (const node of type === "characterData" ? [target] : addedNodes) {
        if (node instanceof HTMLElement) nameAll(node)
        else if (node instanceof Text && node.parentElement?.closest(texts)) name(node)
      }
    }
  })
  return told => {
    words = told.map(([pattern, as]) => [RegExp(pattern), as])
    nameAll(document.body)
    observer.disconnect()
    const all = {subtree: true, childList: true, characterData: true, attributeFilter}
    if (words.length) observer.observe(document.body, all)
  }
})()
document.body.nameWidgets(%s)
"""


def draw_rows(html: str, style: str, key: str, on_open: Callable[[str], None]) -> None:
    """Draw an HTML table with its styles; a click on a row, or its link, calls `on_open` with its `data-opens`.

    A link alone would load the page anew, and with it end the visit. Selecting words opens nothing.
    """
    _rows(key, style)(data=html, key=key, on_opened_change=lambda: on_open(str(st.session_state[key]["opened"])))


@cache
def _rows(key: str, style: str) -> Callable[..., Any]:
    return st.components.v2.component(key, html='<div class="rows"></div>', css=style, js=_ROWS)


def first_style() -> str:
    """Return the styles that a browser should have before any script: those of every page, and the sidebar's place."""
    return _BESIDE + _every_page()


def suit_every_reader() -> None:
    """Show what has the focus, captions that can be read, nothing that moves or is too small, and the reader's colours.

    Streamlit's own line round what has the focus is often too pale, and some of what can have it shows none.
    """
    _style(_every_page())


def _every_page() -> str:
    light, dark = (st.get_option(f"theme.{base}.primaryColor") for base in ("light", "dark"))
    line = f"light-dark({light or 'black'}, {dark or 'white'})"
    return _WAITING + _FOCUS % line + _CAPTIONS + _TARGETS + _STILL + _FORCED_COLOURS


def lay_out() -> AbstractContextManager[object]:
    """Return the place of a page, with the one of what is out of sight below it, where it moves nothing as it goes."""
    page = st.container()
    _unseen.set(st.container(key=UNSEEN, height=1, border=False))
    return page


def unseen() -> AbstractContextManager[object]:
    """Return the place out of sight, such as for widgets that hold in the address what others show in words."""
    return _unseen.get() or st.container()


def colour_plotly_text(*keys: str) -> None:
    """Give the words of Plotly's charts in containers the colour of the page's text, which only the browser knows."""
    charts = ", ".join(f".st-key-{key} .js-plotly-plot svg text" for key in keys)
    _style(f"{charts} {{fill: currentColor !important}}")


def colour_tags(key: str) -> None:
    """Write what is picked in a multiselect in black or white: Streamlit's white is not seen on a light colour."""
    _style(f".st-key-{key} span[title], .st-key-{key} span[title] ~ * {{color: light-dark(white, black)}}")


def lay_buttons_as_lines(prefix: str) -> None:
    """Write the words of buttons as lines of text from the left, by the beginning of their keys."""
    _style(
        f"[class*='st-key-{prefix}'] button "
        "{justify-content: start; text-align: start; min-height: 24px; padding-block: 0; white-space: normal}"
    )


def hide_table_download() -> None:
    """Put the tables' own download out of sight: it hands on to a spreadsheet what that would run as a formula."""
    _style('[data-testid="stElementToolbarButton"]:has(button[aria-label^="Download as CSV"]) {display: none}')


def hide_upload_limit(key: str) -> None:
    """Put an uploader's own instructions out of sight: the limit that they name is not the one for a text."""
    _style(f'.st-key-{key} [data-testid="stFileUploaderDropzoneInstructions"] {{display: none}}')


def name_language(code: str) -> None:
    """Tell the browser, and with it those who listen to the page, in which language it is written."""
    _script(f"document.documentElement.lang = '{code}'")


def name_widgets(words: Mapping[str, str]) -> None:
    """Write what Streamlit itself writes on its widgets as `words` have it; what is in braces stands for anything.

    Without words, what was written so before is as Streamlit writes it.
    """
    if not words:
        _script("document.body.nameWidgets?.([])")
        return
    told = [
        ("^" + re.sub(r"\\{(\w+)\\}", r"(?<\1>.+)", re.escape(text)) + "$", re.sub(r"\{(\w+)\}", r"$<\1>", said))
        for text, said in words.items()
    ]
    # Streamlit drops a script in which anything looks like a tag.
    _script(_WORDS % (_LABELS, _TEXTS, json.dumps(told, ensure_ascii=False).replace("<", r"\u003c")))


def print_plainly(line: str) -> None:
    """Draw what is only seen on paper, a line on the page's address and day, and leave out there what is pressed."""
    hidden = ", ".join([*(f"[data-testid={name}]" for name in PRESSED), "[role=tablist]"])
    place = f".st-key-{UNSEEN}"
    _style(
        f"@media screen {{:has(> {place}) {{display: none}}}}"
        f"@media print {{{hidden} {{display: none !important}}"
        f":has(> {place}) {{position: absolute; top: 0}} {place}, :has(> {place}) {{height: auto !important}}"
        f"{place} > :not(:has(.st-key-{PRINTED})) {{display: none}}"
        '[data-testid="stAppViewContainer"], [data-testid="stMain"] {position: static; overflow: visible}}'
    )
    with unseen():
        st.container(key=PRINTED).html(f"<small>{escape(line)}</small>")


def write_behind_options(key: str, words: Sequence[str]) -> None:
    """Write words, such as a number, behind each option of a widget that draws its options as buttons.

    An option is told to the server by its own words: were the number among them, a press would be lost that crosses
    with a new number.
    """
    after = ".st-key-%s button:nth-of-type(%d) p::after {content: %s; font-size: .875rem}"
    _style(
        "".join(after % (key, place, json.dumps(f" {text}", ensure_ascii=False)) for place, text in enumerate(words, 1))
    )


def show_alone() -> None:
    """Leave the menu and the filters out: the page stands within another one."""
    _style(
        '[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stExpandSidebarButton"] {display: none}'
        '[data-testid="stMainBlockContainer"] {padding: 0.5rem 0.75rem}'
    )


def name_menu(name: str) -> None:
    """Write beside the sign that opens the menu what it opens, which is the sign's name for screen readers, too."""
    opens = '[data-testid="stExpandSidebarButton"]'
    _style(
        f"{opens} {{width: auto; padding: 0 .5rem; gap: .25rem; white-space: nowrap}}"
        f"{opens}::after {{content: attr(aria-label); font-size: .875rem}}"
    )
    script = f"""{{
        const header = document.querySelector("header"), name = () => {{
            const button = header.querySelector('{opens}');
            if (button && button.ariaLabel !== header.dataset.menu) button.ariaLabel = header.dataset.menu;
        }};
        if (!header.dataset.menu) new MutationObserver(name).observe(header, {{childList: true, subtree: true}});
        header.dataset.menu = {json.dumps(name)};
        name();
    }}"""
    _script(script)


def close_menu(page: str) -> None:
    """Close the menu on a phone, where it covers the page that was chosen, by its name."""
    button = '[data-testid="stSidebar"][data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button'
    script = f"if (innerWidth < {PHONE}) setTimeout(() => document.querySelector('{button}')?.click(), 100)"
    _script(f"/* {page} */ {script}")  # Streamlit runs no script a second time that stands there unchanged


def scroll_by_keyboard() -> None:
    """Let whoever has no mouse scroll the tables of a page that are wider than a phone: not every browser does."""
    script = """{
        let tries = 40;
        const timer = setInterval(() => {
            for (const table of document.querySelectorAll('[data-testid="stTable"] > div')) table.tabIndex = 0;
            if (!--tries) clearInterval(timer);
        }, 50);
    }"""
    _script(script)


def focus(anchor: str) -> None:
    """Bring a heading into view and give it the focus, once it is drawn."""
    # Streamlit draws the heading when it pleases, and takes the focus from it when the old view goes.
    script = f"""{{
        let pressed = document.activeElement, tries = 40;
        const timer = setInterval(() => {{
            const heading = document.getElementById("{anchor}"), focused = document.activeElement;
            if (heading && (focused === document.body || focused === pressed)) {{
                heading.tabIndex = -1;
                heading.focus();
            }}
            if (!--tries) clearInterval(timer);
        }}, 50);
    }}"""
    _script(script)


def _style(rules: str) -> None:
    st.html(f"<style>{rules}</style>")


def _script(code: str) -> None:
    """Run a script, out of sight: until the browser has what runs it, it takes the room of a line."""
    with unseen():
        st.html(f"<script>{code}</script>", unsafe_allow_javascript=True)
