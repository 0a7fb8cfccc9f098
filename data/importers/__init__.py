"""Tables of other programs into table sets: each module reads one form, and lists what it cannot carry over."""

from collections.abc import Callable
from pathlib import Path

from data.files import TablesError
from data.importers import gedcom, messydates, mismatches, wide
from data.importers.reading import Imported

FORMATS: dict[str, Callable[[Path], Imported]] = {
    "wide": wide.read,
    "mismatches": mismatches.read,
    "messydates": messydates.read,
    "gedcom": gedcom.read,
}
"""What reads each form: a plain table of one row an item and one column a source, Wikidata's Mismatch Finder, tables of
manydata, and GEDCOM 7."""


def write(imported: Imported, folder: Path) -> None:
    """Write what was imported as the CSV files of a table set, into a folder that is new or empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TablesError(f"{folder}: is not empty; expected a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in imported.tables.items():
        frame.to_csv(folder / f"{name}.csv", index=False, encoding="utf-8", lineterminator="\n")
