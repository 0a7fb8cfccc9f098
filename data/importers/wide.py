"""A plain table: one row an item, one column a source, in each cell what the source says."""

from pathlib import Path

from data.importers.reading import Imported, imported, rows_of

_OF_THE_ROW = ("attribute", "unit", "period", "note")


def read(path: Path) -> Imported:
    """Return each filled cell as a claim of the source that heads its column, of the item in the first column.

    Columns called attribute, unit, period and note say so of their row; where there is no attribute, it is called by
    the file. Values stay as they are written.
    """
    header, rows, left_out = rows_of(path)
    item, *others = header
    of_row = [name for name in others if name in _OF_THE_ROW]
    sources = [name for name in others if name not in _OF_THE_ROW]
    claims = []
    for number, row in rows:
        if not row[item]:
            left_out.append(f"row {number}: no item in the column {item}")
            continue
        said = {"attribute": path.stem} | {name: row[name] for name in of_row if row[name]}
        claims += [{"event": row[item], "source": name, **said, "value": row[name]} for name in sources if row[name]]
    return imported({"claims": claims}, left_out, path)
