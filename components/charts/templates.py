"""What charts look like, as specifications of Vega-Lite that Altair has made: a file a language in `templates/`.

To import Altair and to make them takes most of a second and 20 MB, of which nothing is needed again. So a server reads
what `make templates` wrote, and makes only those of a language that has no file.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVarTuple

from components.words.i18n import language

FOLDER = Path(__file__).with_name("templates")
Template = Mapping[str, Any]
Choices = TypeVarTuple("Choices")
MAKERS: list[Callable[..., Template]] = []
"""What makes each template, of all modules that were imported so far."""


def template(make: Callable[[*Choices], Template]) -> Callable[[*Choices], Template]:
    """Return what returns the template that `make` would make: read as it was written, made where it was not.

    `make` imports what needs Altair only when it is called. Its choices are on or off.
    """
    MAKERS.append(make)

    @cache
    def found(language: str, *choices: *Choices) -> Template:
        return written(language).get(key(make, *choices)) or make(*choices)

    @wraps(make)
    def found_for_reader(*choices: *Choices) -> Template:
        return found(language(), *choices)

    return found_for_reader


def key(make: Callable[[*Choices], Template], *choices: *Choices) -> str:
    """Return under which name a template is written: what makes it, of which choices."""
    return f"{make.__module__}.{make.__name__}{choices}"


def file_of(language: str) -> Path:
    """Return where the templates of a language are written: a JSON object of all by their names, a line for each."""
    return FOLDER / f"{language}.json"


def written(language: str) -> dict[str, Template]:
    """Return the templates that are written for a language by their names; none where it has no file."""
    path = file_of(language)
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
