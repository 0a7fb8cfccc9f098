"""The reader's language, and everything that is shown in it: the code's texts pass through `_`.

English is written in the code and is the key of each translation. A language is one catalogue of gettext,
`locales/<language>/LC_MESSAGES/messages.po`; what it lacks, or marks as fuzzy, stays English. `make messages` collects
the texts: those given to `_`, and those that `N_` marks where they are written and that `translate` takes later.
"""

import gettext
import math
from collections.abc import Hashable, Iterable, Mapping
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, overload

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_scientific

LONG = 1e15  # digits of a larger computed number are not to be counted on, nor read
FOLDER = Path(__file__).with_name("locales")


def po_file(language: str) -> Path:
    """Return where the catalogue of a language stands."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


LOCALES = {"en": Locale.parse("en_GB")} | {
    folder.name: Locale.parse(folder.name) for folder in sorted(FOLDER.iterdir()) if po_file(folder.name).exists()
}
"""The locale of each language by which numbers, dates and lists are written."""


_language: ContextVar[str] = ContextVar("language", default="en")
_words: ContextVar[Mapping[str, str]] = ContextVar("words", default=MappingProxyType({}))
"""Each run of a script has a context of its own, so that no reader meets the choice or the words of another."""


def begin(language: str) -> None:
    """Take note of the reader's language, one of `LOCALES`, for all that is written in this run."""
    _language.set(language)


def language() -> str:
    """Return the reader's language; English where none was taken note of."""
    return _language.get()


def locale() -> Locale:
    """Return the locale by which numbers, dates and lists are written."""
    return LOCALES[language()]


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language, compiled as it is read, so that no compiled file can fall behind it."""
    if language == "en":
        return gettext.NullTranslations()
    compiled = BytesIO()
    with po_file(language).open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def translate(text: str, many: str = "", /, **values: object) -> str:
    """Return `text` in the reader's language with `values` put in, numbers among them written out.

    Where `many` is given, `text` is the singular, and the value `n` decides between the forms of the plural.
    """
    if not text:  # to gettext, the empty text is the head of a catalogue
        return ""
    catalogue = _catalogue(language())
    form = catalogue.ngettext(text, many, _plural_number(values["n"])) if many else catalogue.gettext(text)
    shown = {name: number(value) if isinstance(value, int | float) else value for name, value in values.items()}
    return form.format(**shown) if shown else form


_ = translate
"""The same, for a text that stands literally in the call, where `make messages` finds it."""


@overload
def N_(text: str, /) -> str: ...
@overload
def N_(text: str, many: str, /) -> tuple[str, str]: ...
def N_(text: str, many: str = "", /) -> str | tuple[str, str]:  # noqa: N802  so it is called wherever gettext is used
    """Return the text, or the singular and the plural, as it is: marked for `make messages`, for `translate` later."""
    return (text, many) if many else text


def use_words(words: Mapping[str, str]) -> None:
    """Take over what the names and units of the tables shown are called in this run; see `data.Tables.words`."""
    _words.set(words)


def word(text: str) -> str:
    """Return what a name or a unit of the tables is called in the reader's language."""
    return _words.get().get(text, text)


def note_columns(columns: Iterable[str]) -> list[str]:
    """Return those of the columns of a table of claims that `note` reads."""
    return [name for name in columns if name == "note" or name.startswith("note_")]


def note(claim: Mapping[Hashable, Any]) -> str:
    """Return the remark on a claim in the reader's language, or as it is where the table lacks that."""
    return str(claim.get(f"note_{language()}") or claim["note"])


def _plural_number(n: Any) -> int:
    """Return the whole number whose form of the plural `n` takes; a fraction takes that of two."""
    return int(n) if float(n).is_integer() else 2


def number(value: float) -> str:
    """Return a number with its thousands grouped and three decimals at most; from 10^15 on, its first digits."""
    if LONG <= abs(value) < math.inf:
        return str(format_scientific(value, "0.##E0", locale=locale()))
    return str(format_decimal(round(value, 3), locale=locale()))
