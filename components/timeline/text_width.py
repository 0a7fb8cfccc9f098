"""About how wide text is drawn, and text cut to a width."""

import unicodedata
from functools import lru_cache


def text_width(text: str) -> float:
    """Return about how many pixels a title takes, rather more than less."""
    return sum(letter_width(letter) for letter in text)


@lru_cache(maxsize=4096)
def letter_width(letter: str) -> float:
    """Return about how many pixels a letter takes."""
    if unicodedata.east_asian_width(letter) in "WF":
        return 13.5
    if letter in "ijltfrI.,:;'’()/|- ":
        return 4.1
    if letter in "mwMW—…%@":
        return 10.8
    return 8.0 if letter.isupper() else 6.6


def shorten(text: str, width: float) -> str:
    """Return a text cut to a width, with an ellipsis where something is left out."""
    if text_width(text) <= width:
        return text
    kept, left = "", width - letter_width("…")
    for letter in text:
        left -= letter_width(letter)
        if left < 0:
            break
        kept += letter
    return f"{kept.rstrip()}…"
