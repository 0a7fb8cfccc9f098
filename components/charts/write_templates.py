"""Writes what all charts look like, for servers to read: `make templates`; see `templates`."""

import inspect
import itertools
import json
import pkgutil
from contextvars import copy_context
from importlib import import_module
from pathlib import Path

from components.charts.templates import MAKERS, Template, file_of, key
from components.words.i18n import LOCALES, begin

COMPONENTS = Path(__file__).parents[1]


def made(language: str) -> dict[str, Template]:
    """Return the templates of all charts in a language by their names, with each of their choices off and on."""
    for module in pkgutil.walk_packages([str(COMPONENTS)], "components."):
        import_module(module.name)
    begin(language)
    return {
        key(make, *choices): make(*choices)
        for make in MAKERS
        for choices in itertools.product((False, True), repeat=len(inspect.signature(make).parameters))
    }


def text(language: str) -> str:
    """Return the file of a language."""
    templates = copy_context().run(made, language)
    lines = [json.dumps({name: templates[name]}, ensure_ascii=False)[1:-1] for name in sorted(templates)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Write the file of each language."""
    for language in LOCALES:
        path = file_of(language)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text(language), encoding="utf-8")


if __name__ == "__main__":
    main()
