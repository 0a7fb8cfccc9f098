"""The reader's language: the key `lang` of the address chooses it, and everything that is shown passes through `_`.

English is written in the code and is the key of each translation.
"""

from decimal import Decimal

import streamlit as st
from babel import Locale
from babel.numbers import format_decimal
from streamlit.runtime.scriptrunner import get_script_run_ctx

LOCALES = {"en": Locale.parse("en_GB")}
CATALOGUES: dict[str, dict[str, str | tuple[str, ...]]] = {}
"""Language → English text → translation. A plural's forms are a tuple, in the order of `Locale.plural_form`'s tags."""


def language() -> str:
    """Return the language that the reader chose; English where none, or one that is not here, was chosen."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return "en"
    chosen = st.session_state.get("lang")
    return chosen if chosen in LOCALES else "en"


def locale() -> Locale:
    """Return the locale by which numbers, dates and lists are written."""
    return LOCALES[language()]


def _(text: str, many: str = "", /, **values: object) -> str:
    """Return `text` in the reader's language with `values` put in, numbers among them written out.

    Where `many` is given, `text` is the singular, and the value `n` decides between the two.
    """
    forms = CATALOGUES.get(language(), {}).get(text, (text, many) if many else text)
    if isinstance(forms, tuple):
        one = locale().plural_form(Decimal(str(values["n"]))) == "one"
        forms = forms[0] if one else forms[-1]
    shown = {name: number(value) if isinstance(value, int | float) else value for name, value in values.items()}
    return forms.format(**shown) if shown else forms


def number(value: float) -> str:
    """Return a number with its thousands grouped and three decimals at most."""
    return str(format_decimal(round(value, 3), locale=locale()))
