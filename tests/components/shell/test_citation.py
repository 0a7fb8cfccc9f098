"""A question, a figure or a view is cited with the table set, its version, the address and the day."""

import datetime
from pathlib import Path

import data
from components.shell import citation
from tests.app import open_page, write_small

DAY = datetime.date(2026, 2, 3)
ADDRESS = "https://example.org/compare?question=coup%2Fdate"


def test_each_form_has_the_title_the_version_the_address_and_the_day(small: Path) -> None:
    tables = data.load(small)
    forms = citation.forms(tables, "When: the coup?", ADDRESS, DAY)
    assert list(forms) == ["Text", "BibTeX", "RIS"]
    assert forms["Text"] == (
        f"“When: the coup?”, What the sources say, version {tables.version}, {ADDRESS}, read on 2026-02-03."
    )
    assert f"@misc{{when-the-coup-{tables.version}," in forms["BibTeX"]
    assert f"url = {{{ADDRESS}}}" in forms["BibTeX"]
    assert forms["RIS"].splitlines()[0] == "TY  - DATA"
    assert f"UR  - {ADDRESS}" in forms["RIS"]
    assert "Y2  - 2026/02/03" in forms["RIS"]
    assert forms["RIS"].splitlines()[-1] == "ER  - "


def test_what_a_title_holds_breaks_no_bibtex(small: Path) -> None:
    text = citation.forms(data.load(small), r"100 % of {A} & \B", ADDRESS, DAY)["BibTeX"]
    assert r"title = {100 \% of \{A\} \& \textbackslash{}B}" in text


def test_a_version_stands_for_the_files_and_for_nothing_else(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in ("one", "same", "other"))
    for folder in (one, same, other):
        folder.mkdir()
        write_small(folder)
    (other / "events.csv").write_text((other / "events.csv").read_text().replace("The coup", "A coup"))
    versions = [data.load(folder).version for folder in (one, same, other)]
    assert versions[0] == versions[1] != versions[2]


def test_a_question_can_be_cited(small: Path) -> None:
    app = open_page("compare", question="coup/date")
    app.session_state["cite_question"] = True
    shown = [code.value for code in app.run().code]
    assert len(shown) == 3
    assert "compare?question=coup%2Fdate" in shown[0]
    assert data.load(small).version in shown[0]
