"""The languages in which texts are read."""

import re

from data.coding.english import ENGLISH
from data.coding.french import FRENCH

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


def language_of(text: str) -> str:
    """Return the code of the language of which a text has the most common words; English where it has none."""
    words = re.findall(r"\w+", text[:20_000].lower())
    return max(LANGUAGES, key=lambda code: sum(word in LANGUAGES[code].common for word in words))
