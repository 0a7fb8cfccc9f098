"""Claims whose cells hold what spreadsheets run, what ends a cell or a row, and letters that no reader sees."""

from typing import Any

from hypothesis import strategies as st

CELLS = st.text(st.sampled_from("=+-@'\"\t\r\n,;|1.e a’é\\{%_x0D\x01\x1f"), max_size=9)


@st.composite
def hostile_tables(draw: st.DrawFn, least: int, most: int) -> dict[str, Any]:
    """The tables of so many claims, by name: their value, note and a column of any name are hostile."""
    rows = draw(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=least, max_size=most))
    own = draw(CELLS)
    column = own if own.strip() and own.strip() not in ("a", "e") else "own"
    claims = [
        {"event": "x", "source": "A", "attribute": "place", "value": f"v{value}", "note": note, column: cell}
        for value, note, cell in rows
    ]
    return {"claims": claims, "attributes": "attribute, kind\n place, name"}
