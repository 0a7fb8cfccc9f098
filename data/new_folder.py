"""Files in a new folder: nothing that stands there is ever written over."""

from collections.abc import Iterable
from pathlib import Path

from data.files import TablesError


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write files, by their names below a folder, as UTF-8.

    Raise `TablesError` where the folder is there and not empty, before any file is made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TablesError(f"{folder}: is not empty; expected a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
