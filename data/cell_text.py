"""A typed cell as the text that one would write."""

from datetime import date, datetime
from math import isnan


def cell_text(cell: object) -> str:
    """Return a typed cell as one would write it: whole numbers without a point, days without a time."""
    if cell is None or (isinstance(cell, float) and isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bytes):
        return cell.decode("utf-8", errors="backslashreplace")
    return str(cell)
