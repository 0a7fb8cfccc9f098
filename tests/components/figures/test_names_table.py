"""Names side by side."""

from pathlib import Path

import data
from components.figures.names_table import same_sentence
from components.figures.sections import figure_section, section_names


def test_names_of_a_section_stand_side_by_side_in_the_order_of_their_dates(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(
        "event,source,attribute,value\nlate,s,one,yes\nlate,s,other,yes\nlate,s,held,2020-05-04\n"
        "early,s,one,no\nearly,t,one,absent\nearly,s,other,yes\nearly,s,held,2019\nundated,s,one,no\n"
    )
    (tmp_path / "attributes.csv").write_text(
        "attribute,kind,label,section\none,name,One,ballots\nother,name,Other,ballots\nheld,date,Held,\n"
    )
    view = data.load(tmp_path).select(data.Selection())
    assert section_names(view) == {"ballots": ("Ballots", 3)}
    table = figure_section(view, "ballots").names
    assert table[["Event", "Date", "One", "Other"]].to_numpy().tolist() == [
        ["undated", "", "no", ""],
        ["early", "2019", "no or absent", "yes"],
        ["late", "4 May 2020", "yes", "yes"],
    ]
    assert same_sentence(table) == "The same in 1 of 3 (4 May 2020)."
