"""Files in a new folder."""

from pathlib import Path

import pytest

from data.files import TablesError
from data.new_folder import write_files


def test_files_are_written_as_they_are_below_the_folder(tmp_path: Path) -> None:
    write_files(tmp_path / "a" / "new", [("one.html", "é\r\n"), ("below/two.html", "")])
    assert (tmp_path / "a" / "new" / "one.html").read_bytes() == b"\xc3\xa9\r\n"
    assert (tmp_path / "a" / "new" / "below" / "two.html").is_file()


def test_what_is_in_a_folder_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "mine"):
        with pytest.raises(TablesError, match="is not empty"):
            write_files(folder, [("mine", "")])
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"
