"""Text of a table or of an address in Markdown, such that it is shown as it stands."""

import re
from urllib.parse import quote

NOTHING = ":small[]"
"""Draws nothing, and parts a text in two.

Streamlit makes icons, emojis, arrows and links of some texts after Markdown has been read, and so of escaped ones, too;
but only where the whole of it stands in one piece.
"""
_MARKS = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>()#+!|~$:&="})
_LIST = re.compile(r"^(-|\d+(?=[.)]))")
_SPACE = re.compile(r"^ |[^\S ]")
_IN_ADDRESSES = "%/:;?&=+$,~#@!'*"
_SHOWN = re.compile(rf"\\(?P<char>.)|&#(?P<code>\d+);|\*\*|{re.escape(NOTHING)}", re.DOTALL)
_REPLACED = re.compile(r"(?<=:)(?=[\w/+-])|(?<=@)(?=\w)|(?<=[-<>~])(?=[-=>])|(?<=[wW]{3})(?=\.)")


def escape(text: str) -> str:
    """Return text such that Markdown shows it as it stands, in a label as in a paragraph."""
    parts = (part.translate(_MARKS) for part in _REPLACED.split(text))
    shown = _LIST.sub(_escape_list, NOTHING.join(parts))
    return _SPACE.sub(lambda space: f"&#{ord(space[0])};", shown)


def plain(text: str) -> str:
    """Return a text in Markdown, in which there is nothing but escaped texts and bold type, as it is shown."""
    return _SHOWN.sub(lambda found: found["char"] or (chr(int(found["code"])) if found["code"] else ""), text)


def _escape_list(start: re.Match[str]) -> str:
    """Return the start of a text such that it begins no list."""
    return f"\\{start[0]}" if start[0] == "-" else f"{start[0]}\\"


def link(text: str, url: str) -> str:
    """Return Markdown for a link to a web address, or the text alone where it is none."""
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return f"[{escape(text)}]({quote(url, safe=_IN_ADDRESSES)})"
