"""Collects what readers see for translators: `make messages`, or `make messages LANGUAGE=fr` to begin a language.

`locales/messages.pot` gets every text of the code, and the words of the shipped tables that stand among them: labels,
questions, topics, units and periods. The catalogue of each language is brought up to date with it.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

import data
from components.words.i18n import FOLDER, LOCALES, po_file
from components.words.labels import term
from data.schema import SCHEMA

ROOT = Path(__file__).parents[2]
TEMPLATE = FOLDER / "messages.pot"
MARKERS = ("_", "N_")
_CHANGES_EACH_TIME = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')


def code_files() -> list[Path]:
    """Return the files of the code in which readers' texts stand."""
    folders = [path for folder in ("components", "pages") for path in (ROOT / folder).rglob("*.py")]
    return sorted([ROOT / "dashboard.py", *folders])


def marked(code: ast.AST) -> Iterator[ast.Call]:
    """Return the calls of `_` and `N_`, those within f-strings too: Babel's own reader of Python passes these over."""
    for call in ast.walk(code):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKERS:
            yield call


def collect() -> Catalog:
    """Return every text that can be translated, without translations."""
    template = Catalog(header_comment="# What readers of the dashboard see.", fuzzy=False)
    for path in code_files():
        for call in marked(ast.parse(path.read_text(encoding="utf-8"))):
            one, *many = (ast.literal_eval(argument) for argument in call.args)
            template.add((one, *many) if many else one)
    for text in _words_of_tables():
        template.add(text)
    return template


def _words_of_tables() -> set[str]:
    """Return the words of the shipped tables that are shown as the code's own are, and what their columns mean."""
    tables = data.load()
    columns = [tables.attributes[name] for name in ("label", "question", "expected_gap_reason")]
    columns += [tables.units[name] for name in ("unit", "singular", "label")]
    columns += [
        tables.periods["name"],
        tables.events["topic"].map(term),
        tables.attributes["section"].map(term),
        tables.sources["genre"].map(term),
    ]
    words = {text for column in columns for text in column}
    return (words | {column.meaning for table in SCHEMA.values() for column in table}) - {""}


def written(catalogue: Catalog) -> str:
    """Return a catalogue as its file holds it: sorted, and without the dates that would change with every run."""
    file = BytesIO()
    write_po(file, catalogue, no_location=True, sort_output=True, width=100)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGES_EACH_TIME))


def main(languages: Sequence[str]) -> None:
    """Write the template, and the catalogues of these languages and of all that have one."""
    template = collect()
    TEMPLATE.write_text(written(template), encoding="utf-8")
    for language in sorted({*LOCALES, *languages} - {"en"}):
        path = po_file(language)
        catalogue = Catalog(locale=language)
        if path.exists():
            with path.open("rb") as file:
                catalogue = read_po(file, locale=language)
        catalogue.update(template)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(catalogue), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
