"""Tables of other programs into table sets: each module reads one form, and lists what it cannot carry over."""

from collections.abc import Callable
from pathlib import Path

from data.importers import gedcom, messydates, mismatches, wide
from data.importers.reading import Imported
from data.new_folder import write_files

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
    tables = imported.tables.items()
    write_files(folder, ((f"{name}.csv", frame.to_csv(index=False, lineterminator="\n")) for name, frame in tables))
