"""The table of claims."""

from pathlib import Path

import data
from components.evidence.claims_table import claims_table, unknown_columns


def test_the_table_is_in_words_and_ends_with_what_the_program_does_not_know(small: Path) -> None:
    view = data.load(small).select(data.Selection())
    table = claims_table(data.load(small), view.claims, view.questions)
    assert list(table.columns) == [
        "Event", "What", "Value", "Period", "Number", "Source", "Verdict", "As stated", "Where", "Voice", "Basis", "Note",
        "Publisher", "Published", "Address", "Coded value", "Unit", "Claim", "Question id", "checked",
    ]  # fmt: skip
    row = table.set_index("Claim").loc["c6"]
    assert row["Number"] == 3.2e6
    assert "c1" not in table.dropna(subset="Number")["Claim"].to_numpy()
    assert row.drop(["Number", "Publisher", "Published", "Address"]).to_dict() == {
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
        "Question id": "trade/amount/2008/USD",
        "checked": "",
    }


def test_a_number_is_that_of_a_quantity_and_not_of_bounds(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(
        "claim,event,source,attribute,value,unit\nexact,e,s,amount,54691.688e3,USD\nabout,e,t,amount,~3500,USD\n"
        "bound,e,u,amount,>7,USD\nspan,e,v,amount,[2..9],USD\nday,e,s,held,2020-05-04,\n"
    )
    view = data.load(tmp_path).select(data.Selection())
    numbers = claims_table(view.found.tables, view.claims, view.questions).set_index("Claim")["Number"]
    assert numbers.dropna().to_dict() == {"exact": 54691688, "about": 3500}


def test_what_the_program_does_not_know_is_told_apart(small: Path) -> None:
    claims = data.load(small).claims
    assert unknown_columns(claims.columns) == ["checked"]
    assert unknown_columns(["claim", "low", "colour"]) == ["colour"]


def test_columns_with_the_heads_of_the_program_stand_beside_them(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("event,source,attribute,value,Note,Address\ne,s,a,x,own,street\n")
    view = data.load(tmp_path).select(data.Selection())
    table = claims_table(view.found.tables, view.claims, view.questions)
    assert table[["Note", "Note ", "Address "]].to_numpy().tolist() == [["", "own", "street"]]
