"""The table of claims."""

from pathlib import Path

import data
from components.evidence.table import claims_table, unknown_columns


def test_the_table_is_in_words_and_ends_with_what_the_program_does_not_know(small: Path) -> None:
    view = data.load(small).select(data.Selection())
    table = claims_table(data.load(small), view.claims, view.questions)
    assert list(table.columns) == [
        "Event", "What", "Value", "As stated", "Source", "Where", "Voice", "Verdict", "Period", "Basis", "Note",
        "Coded value", "Unit", "Claim", "checked",
    ]  # fmt: skip
    assert table.set_index("Claim").loc["c6"].to_dict() == {
        "Event": "Trade in goods",
        "What": "Amount",
        "Value": "3.2 million USD",
        "As stated": "3.2 million dollars",
        "Source": "Encyclopedia",
        "Where": "paragraph 10",
        "Voice": "own words",
        "Verdict": "◉ Sole source",
        "Period": "2008",
        "Basis": "stated",
        "Note": "",
        "Coded value": "3.2e6",
        "Unit": "USD",
        "checked": "",
    }


def test_what_the_program_does_not_know_is_told_apart(small: Path) -> None:
    claims = data.load(small).claims
    assert unknown_columns(claims.columns) == ["checked"]
    assert unknown_columns(["claim", "low", "colour"]) == ["colour"]


def test_columns_with_the_heads_of_the_program_stand_beside_them(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("event,source,attribute,value,Note,Address\ne,s,a,x,own,street\n")
    view = data.load(tmp_path).select(data.Selection())
    table = claims_table(view.found.tables, view.claims, view.questions)
    assert table[["Note", "Note ", "Address "]].to_numpy().tolist() == [["", "own", "street"]]
