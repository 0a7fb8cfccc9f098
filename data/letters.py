"""Letters that are written in several ways, or that nobody sees: what texts are compared without."""

NO_WIDTH = dict.fromkeys([0x00AD, 0x180E, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
"""What takes no room, such as a soft hyphen, for `str.translate`, which leaves it out."""
SPACES = r"\s\v\x1c-\x1f\x85\p{Z}"
"""White space of every kind, as Python's `\\s` has it, for a class of a regular expression of Arrow."""
QUOTES, APOSTROPHES, DASHES = "“”„«»‟″", "‘’‚‹›‛′`´ʼ＇", "‐‑‒–—―−"
ONE_WAY = str.maketrans(
    {letter: to for letters, to in ((QUOTES, '"'), (APOSTROPHES, "'"), (DASHES, "-")) for letter in letters}
    | {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
)
"""Quotation marks, apostrophes, dashes and ligatures → the one way in which they are compared."""
AROUND_WORDS = ".,;:!?…¿¡()[]{}*_#\"'" + QUOTES + APOSTROPHES
"""What stands around a word and is no part of it."""
